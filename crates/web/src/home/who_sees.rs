//! «Hva vet andre om oss?»: who is in the team and what each service sees, what the family has said yes to, and who
//! has looked.

use super::{looks, newcomer, research, sharing};
use crate::frame::parts::{Asked, done, icon, listed, lower, tag};
use crate::frame::who::number;
use crate::frame::{Call, dates};
use crate::plan::place::{Answered, Desk, Place};
use crate::sight::{disagreed, disclosed, groups, insight, table};
use access::Look;
use access::consent::{Again, Stands};
use access::terms::{ActorId, Category, Consent, Helping, Moment, PersonId, ServiceId, Thing, team};
use axum::extract::Query;
use axum::response::IntoResponse;
use maud::{Markup, html};

/// A service in the team, with the people who take part for it.
struct Taking<'a> {
    service: ServiceId,
    people: Vec<Helping<'a>>,
}

fn services<'a>(desk: &Desk<'a>) -> Vec<Taking<'a>> {
    let mut found: Vec<Taking<'a>> = Vec::new();
    for helping in team(&desk.view.sees(), desk.call.today()) {
        match found.iter_mut().find(|taking| taking.service == helping.service) {
            Some(taking) => taking.people.push(helping),
            None => found.push(Taking { service: helping.service, people: vec![helping] }),
        }
    }
    found.sort_by_key(|taking| desk.who.service(taking.service));
    found
}

/// The services that take part now, by name.
pub fn receivers(desk: &Desk<'_>) -> Vec<(ServiceId, String)> {
    services(desk).into_iter().map(|taking| (taking.service, desk.who.service(taking.service))).collect()
}

/// The helpers who take part for a service.
pub fn helpers_of(desk: &Desk<'_>, service: ServiceId) -> Vec<ActorId> {
    let mine = services(desk).into_iter().find(|taking| taking.service == service);
    mine.map(|taking| taking.people.iter().map(|person| person.helper).collect()).unwrap_or_default()
}

/// A consent that holds today: by its own dates, and asked for again by nothing that has happened since.
pub fn holds(desk: &Desk<'_>, consent: &Thing<'_, Consent>) -> bool {
    let limits = desk.call.house.gate.limits(&desk.call.visit);
    access::consent::holds(&desk.view.sees(), consent, desk.call.today(), limits)
}

/// The same yes by one or several people: what one card shows.
pub struct Yes<'a> {
    /// Each person's.
    pub given: Vec<Thing<'a, Consent>>,
}

impl<'a> Yes<'a> {
    /// What all of them say.
    pub fn is(&self) -> &'a Consent {
        self.given[0].is
    }

    /// The day on which the first of them ends.
    pub fn until(&self) -> jiff::civil::Date {
        self.given.iter().map(|consent| consent.is.until).min().unwrap_or(self.is().until)
    }
}

/// The consents that hold, the same yes by both parents together, by service.
fn yeses<'a>(desk: &Desk<'a>) -> Vec<Yes<'a>> {
    let mut found: Vec<Yes<'a>> = Vec::new();
    for consent in desk.view.sees().all::<Consent>().filter(|consent| holds(desk, consent)) {
        let same = |yes: &&mut Yes<'_>| {
            let is = yes.is();
            (is.receiver, is.helper, is.subject, &is.categories)
                == (consent.is.receiver, consent.is.helper, consent.is.subject, &consent.is.categories)
        };
        match found.iter_mut().find(same) {
            Some(yes) => yes.given.push(consent),
            None => found.push(Yes { given: vec![consent] }),
        }
    }
    found.sort_by_cached_key(|yes| desk.who.service(yes.is().receiver));
    found
}

/// Where the sharing that a consent is part of stands: open, waits for somebody, or disagreed about. The kind that is
/// furthest from open tells.
pub fn stands(desk: &Desk<'_>, consent: &Consent) -> Stands {
    let limits = desk.call.house.gate.limits(&desk.call.visit);
    let receiver = (consent.receiver, consent.helper);
    let found = consent.categories.iter().map(|kind| {
        access::consent::stands(
            &desk.view.sees(),
            consent.subject,
            receiver,
            *kind,
            desk.call.today(),
            limits,
        )
    });
    let far = |stands: &Stands| match stands {
        Stands::Open => 0,
        Stands::Waits(_) => 1,
        Stands::Disagreement(_) => 2,
        Stands::Closed => 3,
    };
    found.max_by_key(far).unwrap_or(Stands::Closed)
}

/// Why a consent is asked for again before its last day.
pub fn again(desk: &Desk<'_>, consent: &Thing<'_, Consent>) -> Option<Again> {
    let limits = desk.call.house.gate.limits(&desk.call.visit);
    access::consent::asked_again(&desk.view.sees(), consent, desk.call.today(), limits)
}

/// Three lines on the home page, with the latest look.
pub fn card(desk: &Desk<'_>, look: Option<&Look>) -> Markup {
    let say = desk.call.say();
    let takes_part = services(desk);
    let shares = |taking: &&Taking<'_>| {
        desk.view
            .sees()
            .all::<Consent>()
            .any(|consent| consent.is.receiver == taking.service && holds(desk, &consent))
    };
    let count = takes_part.iter().filter(shares).count();
    let others: Vec<String> = takes_part
        .iter()
        .filter(|taking| !shares(taking))
        .map(|taking| desk.who.service(taking.service))
        .collect();
    html! {
        section.v-kort {
            h2 { (say.say("home-who-knows")) }
            ul.v-ikonliste {
                @if takes_part.is_empty() {
                    li { (icon("serikke")) span { (say.with("home-only-coordinator", [("name", desk.who.lead_given().into())])) } }
                } @else {
                    @if count > 0 {
                        li { (icon("ser")) span { (say.with("home-services-see", [
                            ("count", count.into()), ("words", dates::sentence(&number(desk.call, count)).into())])) } }
                    }
                    @if !others.is_empty() {
                        li { (icon("serikke")) span { (say.with("home-services-own", [("names", listed(desk.call, &others).into())])) } }
                    }
                }
                (newcomer::lines(desk))
                li { (icon("klokke")) span { (latest(desk, look)) } }
            }
            a href="/min/innsyn" { (say.say("home-see-or-change")) }
        }
    }
}

fn latest(desk: &Desk<'_>, look: Option<&Look>) -> String {
    let say = desk.call.say();
    let Some(look) = look else { return say.say("home-nobody-looked").into_owned() };
    let when = dates::instant(say, look.at, desk.call.today());
    let service = look.service.map(|service| desk.who.service(service)).unwrap_or_default();
    say.with(
        "home-last-look",
        [("name", desk.who.given(look.actor).into()), ("service", service.into()), ("when", when.into())],
    )
    .into_owned()
}

/// The page.
pub async fn show(place: Place, call: Call, Query(asked): Query<Asked>) -> Answered {
    let view = place.view(&call, "access").await?;
    let desk = Desk::new(&call, place.base, &view);
    let told = call.house.gate.looks(&view, looks::READ).await?;
    let sights = call.house.gate.sights(&call.visit, &view).unwrap_or_default();
    let say = call.say();
    let content = html! {
        (done(&call, &asked))
        div.v-hode { div {
            h1 { (say.say("home-access-title")) }
            p.v-ingress { (say.say("home-access-text")) }
        } }
        (table::tables(&desk, &sights))
        p.v-dus { (say.say("home-leaders-see")) }
        (consents(&desk))
        (insight::section(&desk))
        (disclosed::section(&desk))
        (disagreed::section(&desk))
        (looks::section(&desk, &told))
        section.v-kort.v-kort--dus {
            h2 { (say.say("home-access-inside")) }
            p { (say.say("home-access-inside-text")) }
        }
        (research::card(&desk))
    };
    Ok(desk.page(say.say("home-access-title")).at("/min/innsyn").show(&call, content).into_response())
}

/// Kinds of information, as people say them.
pub fn kinds(desk: &Desk<'_>, categories: &[Category]) -> String {
    let names: Vec<String> = groups::of(categories).map(|group| lower(&desk.call.t(group))).collect();
    listed(desk.call, &names)
}

/// What the family has said yes and no to: its own page has the buttons, the coordinator writes down what was said.
pub fn consents(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    let work = !desk.is_family();
    let now = yeses(desk);
    let past: Vec<Thing<'_, Consent>> =
        desk.view.sees().all::<Consent>().filter(|consent| !holds(desk, consent)).collect();
    html! {
        section.v-stabel {
            div.v-overskrift {
                h2 { (say.say(if work { "spoken-consents" } else { "home-consents" })) }
                @if desk.open && work { a.ds-button data-variant="secondary" href=(desk.url("/innsyn/samtykke")) { (icon("pluss")) (say.say("spoken-title")) } }
                @if desk.open && sharing::may_share(desk) { a.ds-button data-variant="secondary" href="/min/innsyn/samtykke" { (icon("pluss")) (say.say("home-share")) } }
            }
            @if now.is_empty() { p { (say.say(if work { "spoken-consents-none" } else { "home-consents-none" })) } }
            @if work { (newcomer::others(desk)) } @else { (newcomer::questions(desk)) }
            @for yes in &now { (sharing::card(desk, yes)) }
            (sharing::objections(desk))
            @if !past.is_empty() {
                details.v-mer {
                    summary { (say.say("home-consents-past")) }
                    ul.v-linjer.v-linjer--tett { @for consent in past.iter().rev() { li { (sharing::ended(desk, consent)) } } }
                }
            }
        }
    }
}

/// A mark beside a consent.
pub fn mark(desk: &Desk<'_>, stands: &Stands) -> Markup {
    let say = desk.call.say();
    let names = |people: &[PersonId]| {
        let names: Vec<String> = people.iter().map(|person| desk.who.person(*person)).collect();
        listed(desk.call, &names)
    };
    match stands {
        Stands::Open => tag("success", "hake", &say.say("home-consent-holds")),
        Stands::Waits(missing) => {
            tag("warning", "venter", &say.with("home-consent-waits", [("names", names(missing).into())]))
        }
        Stands::Disagreement(no) => {
            tag("warning", "venter", &say.with("home-consent-disagree", [("names", names(no).into())]))
        }
        Stands::Closed => tag("neutral", "serikke", &say.say("home-consent-closed")),
    }
}

/// When somebody first said yes.
pub fn said(desk: &Desk<'_>, consent: &Thing<'_, Consent>) -> String {
    let first = desk.view.sees().versions(consent.id()).first().map_or(consent.entry.at, |entry| entry.at);
    dates::short(desk.call.say(), Moment::day_of(first), desk.call.today())
}
