//! Keeping one thing from somebody in the family, and telling one thing further without consent: each on a named
//! ground in law, with the reason in writing (R34, R36, R61, R62).

use super::head::{below, single};
use super::law::fields::{last_day, longest, members, sentence};
use super::readers::{about, thing};
use super::{Place, conflict};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Field, form};
use crate::frame::{Call, Problem, Shown, Who, dates};
use crate::workbench::asking::{Whom, helper_options};
use access::View;
use access::terms::{
    Audience, Command, GroundFor, Kind, PersonId, Recipient, Release, ServiceId, ThingId, Withholding,
    is_about_child, team,
};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// Which of the two.
#[derive(Clone, Copy)]
enum Deed {
    Withhold,
    Release,
}

impl Deed {
    const fn path(self) -> &'static str {
        match self {
            Deed::Withhold => "hold-tilbake",
            Deed::Release => "fortell",
        }
    }

    const fn heading(self) -> &'static str {
        match self {
            Deed::Withhold => "vern-withhold",
            Deed::Release => "vern-release",
        }
    }
}

/// The address of the page that tells who sees a thing.
fn readers(view: &View, thing: ThingId) -> String {
    format!("{}/hvem-ser/{thing}", super::base(view.family()))
}

/// The grounds in law that hold today, as choices.
pub(super) fn grounds(call: &Call, used_for: GroundFor) -> Vec<(String, String, Option<String>)> {
    let rules = call.house.gate.rules();
    let text = |code: &str| call.say().coded("law", code).into_owned();
    rules.legal_grounds(used_for, call.today()).map(|it| (it.code.clone(), text(&it.code), None)).collect()
}

/// The ground that was chosen, if it is one.
pub(super) fn ground(
    call: &Call,
    filled: &Filled,
    used_for: GroundFor,
    errors: &mut Errors,
) -> Option<String> {
    let chosen = filled.raw("law");
    let known = call.house.gate.rules().legal_grounds(used_for, call.today()).any(|it| it.code == chosen);
    if !known {
        errors.add("law", call.t("vern-law-missing"));
    }
    known.then(|| chosen.to_owned())
}

pub(super) async fn withhold_form(call: Call, place: Place) -> Result<Shown, Problem> {
    let (view, _, thing) = thing(&call, place).await?;
    Ok(show(&call, &view, thing, Deed::Withhold, &Filled::empty(), &Errors::none()))
}

pub(super) async fn release_form(call: Call, place: Place) -> Result<Shown, Problem> {
    let (view, _, thing) = thing(&call, place).await?;
    Ok(show(&call, &view, thing, Deed::Release, &Filled::empty(), &Errors::none()))
}

fn show(call: &Call, view: &View, thing: ThingId, deed: Deed, filled: &Filled, errors: &Errors) -> Shown {
    let heading = call.t(deed.heading()).into_owned();
    let what = dates::sentence(&about(call, view, thing));
    let action = format!("{}/{}", readers(view, thing), deed.path());
    let fields = match deed {
        Deed::Withhold => withhold_fields(call, (view, thing), filled, errors),
        Deed::Release => release_fields(call, (view, thing), filled, errors),
    };
    let body = html! {
        (errors.summary(call))
        (below(call, view, &heading, Some(&what)))
        section.v-kort {
            (form(call, &action, "v-skjema", html! {
                (fields)
                div.v-knapper {
                    button.ds-button { (call.t(deed.heading())) }
                    a.ds-button data-variant="secondary" href=(readers(view, thing)) { (call.t("form-cancel")) }
                }
            }))
        }
    };
    single(call, &heading, !errors.is_empty(), body)
}

/// Whether what is decided about concerns a child, so that it is written what is best for it (R19).
fn about_child(call: &Call, view: &View, thing: ThingId) -> bool {
    is_about_child(&view.sees(), thing, call.today(), call.house.gate.limits(&call.visit))
}

/// What is best for the child, asked where it concerns one.
fn best_field(call: &Call, view: &View, thing: ThingId, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    html! {
        @if about_child(call, view, thing) {
            (Field::new("best", say.say("vern-best")).hint(say.say("vern-best-hint")).area(call, filled, errors, 3))
        }
    }
}

/// What was written of it; nothing when it must be mended.
fn read_best(
    call: &Call,
    view: &View,
    thing: ThingId,
    filled: &Filled,
    errors: &mut Errors,
) -> Option<String> {
    let text = filled.text("best");
    if text.is_empty() && about_child(call, view, thing) {
        errors.add("best", call.t("vern-best-missing"));
        return None;
    }
    Some(text)
}

fn withhold_fields(call: &Call, (view, thing): (&View, ThingId), filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    html! {
        (Field::new("from", say.say("vern-withhold-from")).choices(call, filled, errors, "checkbox", &members(view, |_, _| true)))
        (Field::new("law", say.say("vern-law")).choices(call, filled, errors, "radio", &grounds(call, GroundFor::Withholding)))
        (Field::new("why", say.say("vern-withhold-why")).hint(say.say("vern-withhold-why-hint")).area(call, filled, errors, 3))
        (best_field(call, view, thing, filled, errors))
        div.ds-alert data-color="warning" { p { (say.say("vern-withhold-at-once")) } }
    }
}

fn release_fields(call: &Call, (view, thing): (&View, ThingId), filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let area = |name: &'static str, key: &str| {
        Field::new(name, say.say(key)).hint(say.say(&format!("{key}-hint"))).area(call, filled, errors, 3)
    };
    let last = dates::short(say, longest(call, call.today()), call.today());
    html! {
        (to_field(call, view, filled, errors))
        (Field::new("law", say.say("vern-law")).choices(call, filled, errors, "radio", &grounds(call, GroundFor::Release)))
        (area("purpose", "vern-release-purpose"))
        (area("need", "vern-release-need"))
        (area("asked", "vern-release-asked"))
        (best_field(call, view, thing, filled, errors))
        (Field::new("until", say.say("vern-release-until")).hint(say.with("vern-longest", [("day", last.into())])).day(call, filled, errors))
        div.ds-alert data-color="warning" { p { (say.say("vern-release-at-once")) } }
    }
}

/// To whom: a service that takes part, somebody in the family, or one helper.
fn to_field(call: &Call, view: &View, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let chosen = filled.raw("to");
    let mut services: Vec<ServiceId> =
        team(&view.sees(), call.today()).into_iter().map(|helping| helping.service).collect();
    services.sort_by_cached_key(|service| who.service(*service));
    services.dedup();
    let option =
        |value: String, label: &str| html! { option value=(value) selected[chosen == value] { (label) } };
    let wrong = errors.at("to");
    html! {
        div.ds-field {
            label for="to" { (say.say("vern-release-to")) }
            @if let Some(text) = wrong { div.ds-validation-message id="to-feil" { (text) } }
            select.ds-input id="to" name="to" aria-invalid=[wrong.map(|_| "true")] aria-describedby=[wrong.map(|_| "to-feil")] {
                option value="" { (say.say("family-choose")) }
                @if !services.is_empty() {
                    optgroup label=(say.say("vern-to-service")) {
                        @for service in services { (option(format!("t-{service}"), &who.service(service))) }
                    }
                }
                optgroup label=(say.say("vern-to-member")) {
                    @for (id, name, _) in members(view, |_, _| true) { (option(format!("f-{id}"), &name)) }
                }
                (helper_options(call, Some(chosen).filter(|to| !to.is_empty())))
            }
        }
    }
}

/// Reads whom something is told to.
fn recipient(call: &Call, view: &View, text: &str) -> Option<Recipient> {
    if let Some(service) = text.strip_prefix("t-") {
        let service: ServiceId = service.parse().ok()?;
        let takes_part = team(&view.sees(), call.today()).iter().any(|helping| helping.service == service);
        return takes_part.then_some(Recipient::Service(service));
    }
    if let Some(person) = text.strip_prefix("f-") {
        let person: PersonId = person.parse().ok()?;
        return view.name_of(person).map(|_| Recipient::Member(person));
    }
    match Whom::read(call, text) {
        Some(Whom::Helper(helper, _)) => Some(Recipient::Helper(helper)),
        _ => None,
    }
}

fn read_withholding(
    call: &Call,
    view: &View,
    thing: ThingId,
    filled: &Filled,
    errors: &mut Errors,
) -> Option<Withholding> {
    let from: Vec<PersonId> = filled.parse_many("from");
    if from.is_empty() || from.iter().any(|person| view.name_of(*person).is_none()) {
        errors.add("from", call.t("vern-withhold-from-missing"));
    }
    let law = ground(call, filled, GroundFor::Withholding, errors);
    let why = sentence(call, filled, "why", errors);
    let best = read_best(call, view, thing, filled, errors);
    let kept = Withholding { thing, from, law: law?, why: why?, best: best?, lifted: None };
    Some(kept).filter(|_| errors.is_empty())
}

fn read_release(
    call: &Call,
    view: &View,
    thing: ThingId,
    filled: &Filled,
    errors: &mut Errors,
) -> Option<Release> {
    let to = recipient(call, view, filled.raw("to"));
    if to.is_none() {
        errors.add("to", call.t("vern-release-to-missing"));
    }
    let law = ground(call, filled, GroundFor::Release, errors);
    let purpose = sentence(call, filled, "purpose", errors);
    let need = sentence(call, filled, "need", errors);
    let asked = sentence(call, filled, "asked", errors);
    let best = read_best(call, view, thing, filled, errors);
    let until = last_day(call, filled, call.today(), errors);
    let told = Release {
        thing,
        to: to?,
        law: law?,
        purpose: purpose?,
        need: need?,
        asked: asked?,
        best: best?,
        until: until?,
        ended: None,
    };
    Some(told).filter(|_| errors.is_empty())
}

async fn decide<K: Kind>(
    place: Place,
    form: FormOf,
    deed: Deed,
    read: impl Fn(&Call, &View, ThingId, &Filled, &mut Errors) -> Option<K>,
) -> Result<Response, Problem> {
    let call = &form.call;
    let (view, _, thing) = thing(call, place).await?;
    let mut errors = Errors::none();
    if let Some(decision) = read(call, &view, thing, &form.filled, &mut errors) {
        let command = Command::Write {
            replaces: None,
            payload: decision.wrap(),
            subjects: Vec::new(),
            audience: Audience::Ordinary,
        };
        match form.act(place.family, command).await? {
            Done::Yes(_) => {
                let page = done_url(&readers(&view, thing), deed.heading());
                return Ok(Redirect::to(&page).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    Ok(conflict::mend(show(call, &view, thing, deed, &form.filled, &errors)))
}

pub(super) async fn withhold(place: Place, form: FormOf) -> Result<Response, Problem> {
    decide(place, form, Deed::Withhold, read_withholding).await
}

pub(super) async fn release(place: Place, form: FormOf) -> Result<Response, Problem> {
    decide(place, form, Deed::Release, read_release).await
}
