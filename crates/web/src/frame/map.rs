//! Routes that remember themselves: what the router serves is what the access matrix must have a row for.

use crate::frame::house::House;
use axum::Router;
use axum::handler::Handler;
use axum::routing;

/// A route in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// The address, with `{…}` for ids.
    pub path: &'static str,
    /// `GET` or `POST`.
    pub method: &'static str,
}

/// A router and its list.
#[derive(Default)]
pub struct Map {
    router: Router<House>,
    listed: Vec<Listed>,
}

impl Map {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page.
    #[must_use]
    pub fn get<H, T>(mut self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: 'static,
    {
        self.router = self.router.route(path, routing::get(handler));
        self.listed.push(Listed { path, method: "GET" });
        self
    }

    /// An act.
    #[must_use]
    pub fn post<H, T>(mut self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: 'static,
    {
        self.router = self.router.route(path, routing::post(handler));
        self.listed.push(Listed { path, method: "POST" });
        self
    }

    /// The routes of a room.
    #[must_use]
    pub fn room(self, routes: impl FnOnce(Map) -> Map) -> Self {
        routes(self)
    }

    /// Every route.
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// The router.
    pub fn into_router(self) -> Router<House> {
        self.router
    }
}
