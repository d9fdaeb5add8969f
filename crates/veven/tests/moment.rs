//! What is taken back is taken back: in the next request, on every page, for every session there is (F14, F15).

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up is a test that fails")]
#![allow(clippy::print_stdout, reason = "the figure that is kept in docs/access-proofs.md")]

mod support;

use axum::http::StatusCode;
use dossier::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use support::family::{RANIA, shares, with_marit};
use support::{INGRID, MARIT, Testhouse};

/// How often it is done; `VEVEN_ROUNDS=1000` is the figure that is kept in docs/access-proofs.md.
fn rounds() -> usize {
    std::env::var("VEVEN_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(12)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn f14_a_consent_that_is_withdrawn_is_withdrawn_in_the_very_next_request_on_every_page() {
    let house = Testhouse::new();
    let (family, rania, _) = with_marit(&house).await;
    let pages = ["plan", "plan/utskrift"].map(|tail| format!("/svar/familie/{family}/{tail}"));
    let mut home = house.session(RANIA, Role::Citizen, None).await;
    // Two sessions, as on two machines; one of them never stops asking while the answer changes.
    let (mut one, mut other) = (house.signed_in(MARIT).await, house.signed_in(MARIT).await);
    let shown = AtomicUsize::new(0);
    for round in 0..rounds() {
        shares(&house, family, rania).await;
        for page in &pages {
            assert!(one.get(page).await.shows("synger i kor"), "round {round}: {page}");
        }
        let withdrawing = async {
            let page = home.get("/min/innsyn").await;
            let versions = page.versions("/min/innsyn/trekk");
            let fields: Vec<(&str, &str)> = versions.iter().map(|(name, value)| (*name, &**value)).collect();
            assert_eq!(home.post("/min/innsyn/trekk", &fields).await.status, StatusCode::SEE_OTHER);
        };
        let asking = async {
            for _ in 0..4 {
                shown.fetch_add(
                    usize::from(other.get(&pages[0]).await.shows("synger i kor")),
                    Ordering::Relaxed,
                );
            }
        };
        tokio::join!(withdrawing, asking);
        for browser in [&mut one, &mut other] {
            for page in &pages {
                assert!(!browser.get(page).await.shows("synger i kor"), "round {round}: {page}");
            }
        }
    }
    println!(
        "{} withdrawals, each in force in the next request; shown {} times until then",
        rounds(),
        shown.into_inner()
    );
}

#[tokio::test]
async fn f15_whoever_is_no_longer_employed_is_out_of_every_session_in_the_next_request() {
    let house = Testhouse::new();
    let (family, rania, _) = with_marit(&house).await;
    shares(&house, family, rania).await;
    let plan = format!("/svar/familie/{family}/plan");
    let mut sessions = Vec::new();
    for _ in 0..5 {
        let mut session = house.signed_in(MARIT).await;
        assert!(session.get(&plan).await.shows("synger i kor"));
        sessions.push(session);
    }
    let mut leaves = support::helpers();
    leaves.retain(|helper| helper.id == MARIT.actor);
    leaves[0].assignments[0].until = house.moment().today.yesterday().ok();
    let (store, at) = (std::sync::Arc::clone(&house.store), house.moment().at);
    std::thread::spawn(move || store.save_directory(&[], &leaves, at).unwrap()).join().unwrap();
    for session in &mut sessions {
        for page in ["/svar", &plan, "/hjelp"] {
            let answer = session.get(page).await;
            assert!(!answer.shows("synger i kor"), "{page}");
        }
        let answer = session.get("/svar").await;
        assert_ne!(answer.status, StatusCode::OK, "{}", answer.text());
        assert_ne!(session.post("/svar", &[]).await.status, StatusCode::OK);
    }
    // Nobody else is.
    let mut ingrid = house.signed_in(INGRID).await;
    assert_eq!(ingrid.get(&format!("/arbeid/familie/{family}/plan")).await.status, StatusCode::OK);
}
