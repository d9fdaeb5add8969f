//! The table: kinds of information down, readers across; and the same as boxes on a phone.

use super::groups::{GROUPS, Group};
use crate::family::head::{Tab, head};
use crate::frame::Call;
use crate::frame::parts::{AskedQuery, done, icon, listed};
use crate::home::who_sees;
use crate::plan::place::{Answered, Base, Desk, Place};
use access::terms::{Action, Owner, PersonId, Request, Role};
use access::{Denied, Participant, Sight};
use axum::extract::Query;
use axum::response::IntoResponse;
use maud::{Markup, html};

/// The coordinator's page.
pub async fn page(place: Place, call: Call, Query(asked): AskedQuery) -> Answered {
    let view = place.view(&call, "access").await?;
    let sights = call.house.gate.sights(&call.visit, &view).ok_or(Denied::NotFound)?;
    let desk = Desk::new(&call, place.base, &view);
    let say = call.say();
    let content = html! {
        (head(&call, &view, Tab::Sight))
        (done(&call, &asked))
        (tables(&desk, &sights))
        (who_sees::consents(&desk))
    };
    Ok(desk.page(say.say("sight-title")).show(&call, content).into_response())
}

/// The words that stand for a reader in an address. Opaque ids and a role; whoever comes by it is decided anew.
pub fn code(who: &Participant) -> String {
    let service = who.service.map(|service| service.to_string()).unwrap_or_default();
    format!("{}.{}.{service}", who.actor, who.role.code())
}

/// One column: the readers of one service, or one in the family.
pub struct Column<'s> {
    /// What it is called.
    pub name: String,
    sights: Vec<&'s Sight>,
}

/// What somebody sees of a group.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Sees,
    Some,
    Law,
    Not,
}

impl Answer {
    const fn code(self) -> &'static str {
        match self {
            Answer::Sees => "ser",
            Answer::Some => "noe",
            Answer::Law => "loven",
            Answer::Not => "ikke",
        }
    }

    const fn picture(self) -> &'static str {
        match self {
            Answer::Sees => "ser",
            Answer::Some => "noe",
            Answer::Law => "loven",
            Answer::Not => "serikke",
        }
    }
}

/// How somebody who takes part is called: a family member by name, a helper by name and service.
pub fn name(desk: &Desk<'_>, who: &Participant) -> String {
    if who.role == Role::Citizen {
        let known = desk.view.name_of_account(who.actor);
        return known.map_or_else(|| desk.call.t("who-somebody").into_owned(), str::to_owned);
    }
    match who.service.map(|service| desk.who.service(service)).filter(|name| !name.is_empty()) {
        Some(service) => format!("{}, {service}", desk.who.helper(who.actor)),
        None => desk.who.helper(who.actor),
    }
}

/// Services by name, then the family's own.
fn columns<'s>(desk: &Desk<'_>, sights: &'s [Sight], family: bool) -> Vec<Column<'s>> {
    let mut found: Vec<Column<'s>> = Vec::new();
    let wanted = |sight: &&Sight| match sight.who.role {
        Role::Citizen => family,
        Role::Coordinator => false,
        _ => !family,
    };
    for sight in sights.iter().filter(wanted) {
        let name = match sight.who.service {
            Some(service) => desk.who.service(service),
            None => name(desk, &sight.who),
        };
        match found.iter_mut().find(|column| !family && column.name == name) {
            Some(column) => column.sights.push(sight),
            None => found.push(Column { name, sights: vec![sight] }),
        }
    }
    if !family {
        found.sort_by_key(|column| column.name.to_lowercase());
    }
    found
}

/// What a column sees of a group, and about whom.
fn answer(desk: &Desk<'_>, column: &Column<'_>, group: &Group) -> (Answer, Vec<PersonId>) {
    let mut people: Vec<PersonId> = Vec::new();
    for cell in column.sights.iter().flat_map(|sight| &sight.cells) {
        if group.kinds.contains(&cell.category) && !people.contains(&cell.person) {
            people.push(cell.person);
        }
    }
    if !people.is_empty() {
        return (Answer::Sees, people);
    }
    let sector = |sight: &&&Sight| {
        let service = sight.who.service.and_then(|service| desk.who.directory().service(service));
        sight.own_service && service.is_some_and(|service| group.kinds.contains(&service.sector.category()))
    };
    if column.sights.iter().find(sector).is_some() {
        return (Answer::Law, people);
    }
    if group.code == "plan" && column.sights.iter().any(|sight| has_task(desk, &sight.who)) {
        return (Answer::Some, people);
    }
    (Answer::Not, people)
}

fn has_task(desk: &Desk<'_>, who: &Participant) -> bool {
    let sees = desk.view.sees();
    let owns = sees
        .all::<Action>()
        .any(|action| action.is.owner == Some(Owner::Helper(who.actor)) && action.is.status.is_open());
    owns || sees.all::<Request>().any(|request| request.is.to == who.actor && request.is.withdrawn.is_none())
}

fn cell(desk: &Desk<'_>, (answer, people): &(Answer, Vec<PersonId>)) -> Markup {
    let say = desk.call.say();
    let everybody = people.len() >= desk.view.members().len();
    html! {
        span.v-celle data-svar=(answer.code()) {
            (icon(answer.picture())) (say.say(&format!("sight-{}", answer.code())))
            @if !people.is_empty() && !everybody {
                small { (listed(desk.call, &names(desk, people))) }
            }
        }
    }
}

fn names(desk: &Desk<'_>, people: &[PersonId]) -> Vec<String> {
    people.iter().map(|person| desk.who.person(*person)).collect()
}

/// The ways to the page as those of a column see it; where they are several, each goes by name on a line of its own.
fn seen_as(desk: &Desk<'_>, column: &Column<'_>, short: bool) -> Markup {
    let say = desk.call.say();
    let others: Vec<&Participant> = column
        .sights
        .iter()
        .map(|sight| &sight.who)
        .filter(|who| who.actor != desk.call.visit.actor)
        .collect();
    let is_one = others.len() == 1;
    html! {
        div.v-stabel.v-stabel--tett {
            @for who in others {
                @let whose = name(desk, who);
                div { a href=(desk.url(&format!("/innsyn/som/{}", code(who)))) {
                    @if !short { (say.with("sight-look-long", [("name", whose.into())])) }
                    @else if is_one { (say.say("sight-look")) span.v-skjult { " " (say.with("sight-look-as", [("name", whose.into())])) } }
                    @else { (desk.who.given(who.actor)) span.v-skjult { ": " (say.with("sight-look-long", [("name", whose.into())])) } }
                } }
            }
        }
    }
}

fn wide(desk: &Desk<'_>, columns: &[Column<'_>], groups: &[&Group], label: &str) -> Markup {
    let say = desk.call.say();
    html! {
        section.v-rulle.v-bare-bred tabindex="0" aria-label=(label) {
            table.v-matrise {
                caption.v-skjult { (label) }
                thead { tr { td {} @for column in columns { th scope="col" { (column.name) } } } }
                tbody {
                    @for group in groups {
                        tr {
                            th scope="row" { (say.say(group.key)) }
                            @for column in columns { td { (cell(desk, &answer(desk, column, group))) } }
                        }
                    }
                    tr {
                        th scope="row" { (say.say("sight-as-they")) }
                        @for column in columns { td { (seen_as(desk, column, true)) } }
                    }
                }
            }
        }
    }
}

fn boxes(desk: &Desk<'_>, columns: &[Column<'_>], groups: &[&Group]) -> Markup {
    let say = desk.call.say();
    html! {
        div.v-bare-smal {
            @for column in columns {
                @let answers: Vec<_> = groups.iter().map(|group| (group, answer(desk, column, group))).collect();
                details.ds-details.v-boks name="leser" {
                    summary { (column.name) }
                    div {
                        ul.v-ikonliste {
                            @for kind in [Answer::Sees, Answer::Law, Answer::Some] {
                                @let these: Vec<_> = answers.iter().filter(|(_, (found, _))| *found == kind).collect();
                                @if !these.is_empty() {
                                    li { (icon(kind.picture())) span {
                                        b { (say.say(&format!("sight-{}", kind.code()))) ":" } " "
                                        @for (place, (group, (_, people))) in these.iter().enumerate() {
                                            @if place > 0 { ", " }
                                            (say.say(group.key).to_lowercase())
                                            @if !people.is_empty() { " (" (listed(desk.call, &names(desk, people))) ")" }
                                        }
                                    } }
                                }
                            }
                            li { (icon("serikke")) span { b { (say.say("sight-ikke")) } " " (say.say("home-sees-not-rest")) } }
                        }
                        (seen_as(desk, column, false))
                    }
                }
            }
        }
    }
}

/// Both tables with what the words in them mean.
pub fn tables(desk: &Desk<'_>, sights: &[Sight]) -> Markup {
    let say = desk.call.say();
    let services = columns(desk, sights, false);
    let family = columns(desk, sights, true);
    let all: Vec<&Group> = GROUPS.iter().collect();
    // What children have said, and where somebody lives, each opens for named others; no table can tell it.
    let among: Vec<&Group> = super::groups::shared().collect();
    html! {
        section.v-kort {
            div.v-overskrift {
                h2 { (say.say("sight-services")) }
                p.v-dus.v-liten { (say.with("sight-coordinator", [("name", desk.who.lead_given().into())])) }
            }
            @if services.is_empty() { p { (say.say("sight-no-services")) } } @else {
                (wide(desk, &services, &all, &say.say("sight-services")))
                (boxes(desk, &services, &all))
            }
            ul.v-ikonliste {
                li { (icon("noe")) span { b { (say.say("sight-noe")) } " " (say.say("sight-noe-means")) } }
                li { (icon("loven")) span { b { (say.say("sight-loven")) } " " (say.say("sight-loven-means")) } }
            }
        }
        @if family.len() > 1 || matches!(desk.base, Base::Work(_)) && !family.is_empty() {
            section.v-kort {
                h2 { (say.say("sight-family")) }
                (wide(desk, &family, &among, &say.say("sight-family")))
                (boxes(desk, &family, &among))
            }
        }
    }
}
