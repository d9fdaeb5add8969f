//! How often somebody may guess a code, or ask for help: so many times for each client in ten minutes. In memory
//! only; an address is forgotten when its ten minutes are over.

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use jiff::{SignedDuration, Timestamp};
use std::collections::HashMap;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::sync::Mutex;

/// How long a try counts.
const FOR: SignedDuration = SignedDuration::from_mins(10);
/// Clients that are remembered before those who have waited long enough are forgotten.
const CROWD: usize = 1000;

/// Whom the tries are counted for: the address that the request came from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Client(String);

impl Client {
    /// One household or machine: an IPv4 address, or the network part of an IPv6 address.
    fn of(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V4(four) => four.to_string(),
            IpAddr::V6(six) => format!("{:x?}", &six.segments()[..4]),
        })
    }

    /// Comes from this machine itself: a trial, or a proxy that does not tell for whom it asks.
    pub fn is_here(&self) -> bool {
        self.0 == "unknown" || self.0.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    }

    fn seen(parts: &Parts) -> Self {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        // A proxy on this machine adds the address that it saw last in the list; what stands before it can be
        // written by anybody.
        let told = || {
            let header = parts.headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
            header.rsplit(',').next()?.trim().parse().ok()
        };
        match peer {
            Some(peer) if peer.is_loopback() => Self::of(told().unwrap_or(peer)),
            Some(peer) => Self::of(peer),
            None => Self("unknown".into()),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::seen(parts))
    }
}

/// The tries of the last ten minutes.
#[derive(Debug)]
pub struct Tries {
    most: usize,
    counted: Mutex<HashMap<Client, Vec<Timestamp>>>,
}

impl Tries {
    /// So many for each client in ten minutes.
    pub fn at_most(most: usize) -> Self {
        Self { most, counted: Mutex::default() }
    }

    fn with<T>(&self, work: impl FnOnce(&mut HashMap<Client, Vec<Timestamp>>) -> T) -> T {
        // Counting goes on after a panic elsewhere: the map is whole between two calls.
        work(&mut self.counted.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// Whether the client may try now.
    pub fn may(&self, client: &Client, now: Timestamp) -> bool {
        self.with(|counted| {
            let recent = |at: &&Timestamp| now.duration_since(**at) < FOR;
            counted.get(client).is_none_or(|tries| tries.iter().filter(recent).count() < self.most)
        })
    }

    /// Notes a try.
    pub fn count(&self, client: Client, now: Timestamp) {
        self.with(|counted| {
            if counted.len() >= CROWD {
                counted.retain(|_, tries| tries.last().is_some_and(|at| now.duration_since(*at) < FOR));
            }
            let tries = counted.entry(client).or_default();
            tries.retain(|at| now.duration_since(*at) < FOR);
            tries.push(now);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn client(peer: &str, forwarded: Option<&str>) -> Client {
        let mut request = Request::builder();
        if let Some(header) = forwarded {
            request = request.header("x-forwarded-for", header);
        }
        let mut parts = request.body(()).unwrap().into_parts().0;
        parts.extensions.insert(ConnectInfo::<SocketAddr>(peer.parse().unwrap()));
        Client::seen(&parts)
    }

    #[test]
    fn five_wrong_tries_in_ten_minutes_and_no_more() {
        let (tries, who) = (Tries::at_most(5), client("192.0.2.1:80", None));
        let at = |minute: i64| Timestamp::from_second(minute * 60).unwrap();
        for minute in 0..5 {
            assert!(tries.may(&who, at(minute)));
            tries.count(who.clone(), at(minute));
        }
        assert!(!tries.may(&who, at(9)));
        assert!(tries.may(&client("192.0.2.2:80", None), at(9)), "somebody else");
        assert!(tries.may(&who, at(10)), "the first try is ten minutes old");
    }

    #[test]
    fn only_a_proxy_on_this_machine_is_believed() {
        assert_eq!(client("127.0.0.1:9", Some("6.6.6.6, 192.0.2.7")), client("192.0.2.7:1", None));
        assert_eq!(client("192.0.2.7:9", Some("6.6.6.6")), client("192.0.2.7:1", None));
        assert_eq!(client("[2001:db8::1]:9", None), client("[2001:db8::ffff:2]:9", None), "one household");
    }
}
