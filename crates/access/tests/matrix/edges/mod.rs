//! Who may do what, where only the exact rule tells two cases apart. The whole table is in `main.rs`.

mod applications;
mod home;
mod work;

use crate::support::story::*;
use crate::support::*;
use access::may::{facts, may};
use access::policy::act::Facts;
use dossier::*;
use std::cell::RefCell;

thread_local! {
    /// What was asked here, and what the answer was.
    static ASKED: RefCell<Vec<(Facts, bool)>> = const { RefCell::new(Vec::new()) };
}

/// Whether somebody who sees something of the family may give the command.
fn allowed(who: Author, story: &Story, command: &Command) -> bool {
    let (view, visit) = (view(who, story).unwrap(), visit(who, story.moment));
    let answer = may(&view, &visit, command);
    ASKED.with_borrow_mut(|asked| asked.push((facts(&view, &visit, command), answer)));
    answer
}

/// What all of the tests here ask, with the answers that they are content with.
pub fn cases() -> Vec<(Facts, bool)> {
    [home::ALL, work::ALL, applications::ALL].into_iter().flatten().for_each(|test| test());
    ASKED.take()
}

/// Where somebody lives, written down.
fn address(person: PersonId) -> Command {
    let nothing = String::new;
    let (street, place) = ("Fjordveien 1".into(), "Lindvik".into());
    let home =
        Address { person, street, place, postal_code: nothing(), from: None, until: None, note: nothing() };
    write(home, &[person], Audience::Ordinary)
}
