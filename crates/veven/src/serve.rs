//! Serving: a data folder, opened, behind an address; until it is told to stop.

use crate::folder::Folder;
use crate::random::random;
use access::{Desk, Gate};
use anyhow::{Context, bail};
use jiff::Timestamp;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use store::Store;
use web::{Fittings, House, Municipality, Persona, Texts};

/// Where Veven listens when nothing else is said.
pub const LISTEN: &str = "127.0.0.1:7878";
/// How long requests that run may still take after the program was told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(8);

/// The clock of the house.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// What is served, and where.
pub struct Serving {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The address that people write, when a proxy stands before.
    pub public_address: Option<String>,
    /// The clock.
    pub clock: Clock,
    /// People to be in a demonstration.
    pub personas: Option<Vec<Persona>>,
}

/// The address of a text such as `127.0.0.1:7878` or `localhost:7878`.
///
/// # Errors
/// It is no address.
pub fn address(text: &str) -> anyhow::Result<SocketAddr> {
    let local =
        |port: &str| port.parse().ok().map(|port| SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), port));
    text.strip_prefix("localhost:")
        .map_or_else(|| text.parse().ok(), local)
        .with_context(|| format!("`{text}` is no address to listen on; write it as {LISTEN}"))
}

/// Makes everything ready that handlers need.
fn house(folder: &Folder, serving: &Serving) -> anyhow::Result<House> {
    let store: Arc<Store> = Arc::clone(&folder.store);
    access::policy::shipped().map_err(|fault| anyhow::anyhow!("{fault}"))?;
    let secure = serving.public_address.as_ref().is_some_and(|address| address.starts_with("https://"));
    Ok(House::from(Fittings {
        gate: Gate::new(Arc::clone(&store) as _, Arc::clone(&folder.rules), Box::new(random)),
        desk: Desk::new(store, Arc::clone(&folder.rules), crate::folder::guide()?, Box::new(random)),
        rights: rights::Knowledge::shipped().map_err(|faults| wrong("the rights", &faults))?,
        processing: crate::folder::processing()?,
        texts: Texts::load().context("the texts in the program")?,
        municipality: Municipality {
            name: folder.settings.name.clone(),
            phone: folder.settings.phone.clone(),
            districts: folder.settings.districts.clone(),
            leave_url: folder.settings.leave_url.clone().unwrap_or_else(|| Municipality::NOWHERE.into()),
        },
        clock: Arc::clone(&serving.clock),
        demo: serving.personas.clone(),
        printer: Box::new(documents::Press),
        secure,
    }))
}

/// What is wrong with the knowledge that the program carries.
fn wrong(what: &str, faults: &[rights::Fault]) -> anyhow::Error {
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    anyhow::anyhow!("{what} in the program:\n{}", faults.join("\n"))
}

/// Serves until SIGTERM or Ctrl-C, finishing what runs.
///
/// # Errors
/// The address is taken, or the texts cannot be used.
pub fn serve(folder: &Folder, serving: &Serving) -> anyhow::Result<()> {
    if serving.personas.is_some() && !serving.listen.ip().is_loopback() {
        bail!(
            "a demonstration lets everybody be anybody, so it is shown on this machine only: `{}` can be reached \
             from others. Listen on 127.0.0.1",
            serving.listen
        );
    }
    let app = web::app(house(folder, serving)?);
    let threads = std::thread::available_parallelism().map_or(2, usize::from).clamp(2, 4);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build()?;
    runtime.block_on(run(app, serving))?;
    runtime.shutdown_timeout(Duration::from_secs(1));
    // The writer does its work in order: when this is on disk, so is everything before it.
    folder.store.set_meta("stopped", &(serving.clock)().to_string())?;
    tracing::info!("stopped");
    Ok(())
}

async fn run(app: axum::Router, serving: &Serving) -> anyhow::Result<()> {
    let taken = || format!("cannot listen on {}; is it taken?", serving.listen);
    let listener = tokio::net::TcpListener::bind(serving.listen).await.with_context(taken)?;
    let here = listener.local_addr()?;
    if serving.public_address.is_none() && !here.ip().is_loopback() {
        tracing::warn!(
            "others can reach this address without TLS; put a proxy before it and set --public-address"
        );
    }
    let (stop, mut stopped) = tokio::sync::watch::channel(false);
    let mut told = stopped.clone();
    // Rooms that count tries need the address that a request comes from.
    let app = app.into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, app).with_graceful_shutdown(async move {
        // An error means that nobody can tell any longer: then it is time to stop as well.
        let _ = told.wait_for(|stop| *stop).await;
    });
    // Before anybody is told that it runs, it listens for being told to stop.
    let asked = asked_to_stop()?;
    ready(here);
    let ended = async {
        let _ = stopped.wait_for(|stop| *stop).await;
        tokio::time::sleep(LAST_REQUESTS).await;
    };
    tokio::spawn(async move {
        asked.await;
        let _ = stop.send(true);
    });
    tokio::select! {
        outcome = server => outcome.context("serving failed"),
        () = ended => {
            tracing::warn!("some requests took too long and were ended");
            Ok(())
        }
    }
}

/// The one line on standard output; whoever starts the program waits for it.
#[expect(clippy::print_stdout, reason = "the line that says where")]
fn ready(here: SocketAddr) {
    use std::io::Write;
    println!("Veven is listening on http://{here}");
    let _ = std::io::stdout().flush();
}

#[cfg(unix)]
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut keyboard, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = keyboard.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_also_as_localhost() {
        assert_eq!(address("localhost:80").unwrap(), "127.0.0.1:80".parse().unwrap());
        assert_eq!(address("[::1]:0").unwrap(), "[::1]:0".parse().unwrap());
        assert!(address("7878").unwrap_err().to_string().contains(LISTEN));
    }
}
