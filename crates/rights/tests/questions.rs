//! How many questions it takes to settle all answers.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod support;

use rights::ask::Interest;
use rights::{Catalogue, Wanted};
use std::collections::BTreeSet;
use support::{DAY, families, stranger};

#[test]
fn the_guide_asks_fewer_than_a_form_and_fewer_than_the_order_of_the_file() {
    let catalogue = Catalogue::shipped().unwrap();
    let moment = catalogue.on(DAY);
    let interest = Interest::default();
    let (mut guided, mut in_order, mut all, mut settled) = (0, 0, 0, 0);
    // The bench measures two hundred.
    let mut families = families(catalogue);
    families.truncate(40);
    for family in &families {
        let mut household = stranger(catalogue, family);
        guided += moment.ask_until_settled(&mut household, &interest, |wanted| {
            support::answer(catalogue, family, wanted)
        });
        settled += moment.answers(&household).list.iter().filter(|answer| answer.status.is_settled()).count();

        // The same, but always the first of the file that still matters: by fact, then by person.
        let mut household = stranger(catalogue, family);
        let mut passed = Interest::default();
        let mut open: BTreeSet<usize> = (0..catalogue.rights.len()).collect();
        loop {
            let answers = moment.answers_of(&household, open.iter().copied());
            open = answers.list.iter().filter(|it| !it.missing.is_empty()).map(|it| it.right).collect();
            let mut questions = moment.questions(&answers, &passed);
            questions.sort_by_key(|question| question.wanted);
            let Some(first) = questions.first() else { break };
            let told = family.told(first.wanted.fact, first.wanted.whose).unwrap();
            household
                .tell(
                    catalogue,
                    first.wanted.fact,
                    first.wanted.whose,
                    told.value.clone(),
                    Default::default(),
                )
                .unwrap();
            passed.passed_over.insert(first.wanted);
            in_order += 1;
        }

        // A form with everything.
        let open = moment.answers(&stranger(catalogue, family));
        let everything: BTreeSet<Wanted> =
            moment.questions(&open, &interest).iter().map(|it| it.wanted).collect();
        all += everything.len();
    }
    let mean = |sum: usize| sum as f64 / families.len() as f64;
    println!(
        "questions until all answers are settled, mean of {} households: guided {:.1}, in the order of the file {:.1}, everything {:.1}; settled answers per household {:.1}",
        families.len(),
        mean(guided),
        mean(in_order),
        mean(all),
        mean(settled)
    );
    assert!(guided < in_order && in_order < all, "{guided} {in_order} {all}");
}
