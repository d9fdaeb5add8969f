//! What is put around every route: headers, limits, panics, problems, language.

use crate::frame::house::House;
use crate::frame::{assets, problem};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Redirect, Response};
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;

/// Largest form. Uploads get a route of their own when there are any.
const BODY_LIMIT: usize = 1024 * 1024;
/// A page that takes longer has failed.
const HANDLER_LIMIT: Duration = Duration::from_secs(10);

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Puts everything around the rooms.
pub fn around(rooms: Router<House>, house: House) -> Router {
    rooms
        .route("/s/{version}/{name}", axum::routing::get(assets::serve))
        .route("/healthz", axum::routing::get(|| async { "ok\n" }))
        .fallback(|| async { problem::Problem::Missing })
        .method_not_allowed_fallback(|| async { problem::Problem::Missing })
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(CatchPanicLayer::custom(failed))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, HANDLER_LIMIT))
        .layer(middleware::from_fn_with_state(house.clone(), problem::tell))
        .layer(middleware::from_fn_with_state(house.clone(), language))
        .layer(middleware::from_fn_with_state(house.clone(), headers))
        .with_state(house)
}

/// A panic is a fault of ours: told without content, and answered like every other problem.
fn failed(_: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a handler panicked");
    problem::Problem::Unavailable.into_response()
}

/// `?sprak=nn` sets the language and answers with the clean address.
async fn language(State(house): State<House>, request: Request, next: Next) -> Response {
    let chosen = request.uri().query().and_then(|query| {
        query.split('&').find_map(|pair| pair.strip_prefix("sprak=")).and_then(crate::Lang::from_code)
    });
    let Some(lang) = chosen.filter(|_| request.method() == Method::GET) else {
        return next.run(request).await;
    };
    let rest: Vec<&str> = request
        .uri()
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.starts_with("sprak="))
        .collect();
    let target = if rest.is_empty() {
        request.uri().path().to_owned()
    } else {
        format!("{}?{}", request.uri().path(), rest.join("&"))
    };
    let cookie = crate::frame::call::language_cookie(lang, house.secure);
    // Only a path of our own can stand here: the router has matched it.
    let clean = target.parse::<Uri>().map_or_else(|_| "/".to_owned(), |_| target);
    let mut response = Redirect::to(&clean).into_response();
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

async fn headers(State(house): State<House>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let head = response.headers_mut();
    let fixed = [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"),
    ];
    for (name, value) in fixed {
        head.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if house.secure {
        head.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=63072000; includeSubDomains; preload"),
        );
    }
    if !head.contains_key(header::CACHE_CONTROL) {
        head.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        head.append(header::VARY, HeaderValue::from_static("Cookie, Accept-Language, HX-Request"));
    }
    response
}
