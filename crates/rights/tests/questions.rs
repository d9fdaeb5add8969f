//! How many questions it takes to settle all answers.

#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod support;

use rights::ask::{Interest, Order};
use rights::{Catalogue, Household};
use support::{DAY, families, stranger};

#[test]
fn the_guide_asks_fewer_than_a_form_and_fewer_than_the_order_of_the_file() {
    let catalogue = Catalogue::shipped().unwrap();
    let moment = catalogue.on(DAY);
    let interest = Interest::default();
    // The bench measures two hundred, and the program's tests the families of the demo.
    let mut families = families(catalogue);
    families.truncate(40);
    let asked = |family: &Household, order| {
        let mut household = stranger(catalogue, family);
        let answer = |wanted| support::answer(catalogue, family, wanted);
        moment.ask_until_settled(&mut household, &interest, order, answer)
    };
    let mean = |count: &dyn Fn(&Household) -> usize| {
        families.iter().map(count).sum::<usize>() as f64 / families.len() as f64
    };
    let guided = mean(&|family| asked(family, Order::Guided));
    let in_order = mean(&|family| asked(family, Order::Catalogue));
    let all =
        mean(&|family| moment.questions(&moment.answers(&stranger(catalogue, family)), &interest).len());
    println!(
        "questions until all answers are settled, mean of {} households: guided {guided:.1}, in the order of the file {in_order:.1}, everything {all:.1}",
        families.len(),
    );
    assert!(guided < in_order && in_order < all, "{guided} {in_order} {all}");
}
