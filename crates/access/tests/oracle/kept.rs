//! What was decided before is shown again only where deciding anew would show the same.

use crate::draw::Draw;
use crate::random;
use crate::support::*;
use access::*;
use dossier::*;
use std::sync::Arc;

/// All that a view shows, and on which ground.
fn shown(view: &View, things: &[ThingId]) -> impl PartialEq + std::fmt::Debug + use<> {
    let each: Vec<_> = things
        .iter()
        .map(|thing| (view.sees().payload(*thing).cloned(), view.ground_of_thing(*thing)))
        .collect();
    (view.sees().version(), view.main_ground(), view.categories(), view.me(), each)
}

#[test]
fn a_kept_decision_is_the_one_that_would_be_made_now_whoever_reads_and_whenever() {
    let (mut seen, mut unseen, mut moved) = (0, 0, 0);
    for seed in 1..12 {
        let drawn = random::family(seed);
        let mut draw = Draw::new(seed);
        // One gate that remembers everything that it was asked; the family stands now at one version, now at another.
        let old = House::of(&[]);
        let things: Vec<ThingId> = drawn.dossier.current_things().map(|(thing, _)| thing).collect();
        let mut stands = drawn.dossier.clone();
        for _ in 0..120 {
            if draw.chance(10) {
                let at = draw.one(&drawn.dossier.entries().map(|entry| entry.at).collect::<Vec<_>>());
                stands = if draw.chance(50) { drawn.dossier.clone() } else { drawn.dossier.as_of(at) };
                moved += 1;
            }
            // Often the same dossier again, and often an equal one in another place.
            if draw.chance(40) {
                old.memory.dossiers.lock().unwrap().insert(stands.family, Arc::new(stands.clone()));
            }
            let Some(now_there) = old.memory.dossiers.lock().unwrap().get(&stands.family).cloned() else {
                continue;
            };
            let fresh = House::of(&[]);
            fresh.memory.dossiers.lock().unwrap().insert(stands.family, Arc::new(Dossier::clone(&now_there)));
            let visit = visit(draw.one(&drawn.readers), draw.one(&drawn.moments));
            let view = |house: &House| now(house.gate.view(&visit, stands.family, "plan")).ok();
            let (kept, anew) = (view(&old), view(&fresh));
            let of = |view: &Option<View>| view.as_ref().map(|view| shown(view, &things));
            assert_eq!(of(&kept), of(&anew), "seed {seed}, {visit:?}");
            *(if kept.is_some() { &mut seen } else { &mut unseen }) += 1;
        }
    }
    assert!(seen > 300 && unseen > 100 && moved > 50, "{seen} {unseen} {moved}");
}
