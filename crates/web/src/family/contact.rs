//! Contact with the family: logged in half a minute on a phone, changed, taken back; and how often it is agreed.

use super::conflict::{self, Both};
use super::head::{below, page as frame, single};
use super::{Place, about, undo};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{Asked, AskedQuery, Field, done, form, icon, phone};
use crate::frame::{Call, Problem, Shown, Who, dates};
use access::View;
use access::terms::{
    Command, Contact, ContactKind, CoordinatorDuty, Kind, Person, PersonId, Rhythm, Thing, present,
};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// How many contacts the page shows.
const SHOWN: usize = 30;

pub(super) async fn page(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "contact").await?;
    Ok(content(&call, &view, &asked, &fresh(&call), &Errors::none(), &Filled::empty()))
}

/// The duties that are done in a talk and leave no other trace (R6).
const TOLD: [CoordinatorDuty; 3] =
    [CoordinatorDuty::Health, CoordinatorDuty::Welfare, CoordinatorDuty::Overview];

/// A form for today.
pub(super) fn fresh(call: &Call) -> Filled {
    Filled::empty().set("on", call.today())
}

fn content(
    call: &Call,
    view: &View,
    asked: &Asked,
    filled: &Filled,
    errors: &Errors,
    days: &Filled,
) -> Shown {
    let say = call.say();
    let base = super::base(view.family());
    let body = html! {
        (done(call, asked))
        (errors.summary(call))
        (below(call, view, &say.say("family-contact"), None))
        div.v-to {
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say("family-contact-log")) }
                    (fields(call, view, &format!("{base}/kontakt"), filled, errors, None, false))
                }
                section.v-kort #for {
                    h2 { (say.say("family-contact-before")) }
                    (list(call, view, SHOWN))
                }
            }
            div.v-stabel {
                (phones(call, view))
                (rhythm_card(call, view, days, errors))
            }
        }
    };
    frame(call, &say.say("family-contact"), !errors.is_empty(), body)
}

/// The telephone numbers of the family.
pub(super) fn phones(call: &Call, view: &View) -> Markup {
    let people = present(&view.sees(), call.today());
    let reachable: Vec<_> = people.iter().filter(|person| person.is.phone.is_some()).collect();
    html! {
        @if !reachable.is_empty() {
            section.v-kort {
                h2 { (call.t("family-call")) }
                div.v-linjer.v-linjer--tett {
                    @for person in reachable {
                        div {
                            p { b { bdi { (person.is.full_name()) } } " " @if let Some(number) = &person.is.phone { (phone(number)) } }
                            @if let Some(reach) = &person.is.reach { p.v-dus.v-liten { (reach) } }
                        }
                    }
                }
            }
        }
    }
}

/// The form. `quick` leaves out what can wait: it stands on the overview.
pub(super) fn fields(
    call: &Call,
    view: &View,
    action: &str,
    filled: &Filled,
    errors: &Errors,
    version: Option<&Thing<'_, Contact>>,
    quick: bool,
) -> Markup {
    let say = call.say();
    let wrong = errors.at("how");
    let people = present(&view.sees(), call.today());
    html! {
        (form(call, action, "v-skjema v-skjema--tett", html! {
            @if let Some(thing) = version { (seen(thing.id(), thing.entry.version)) }
            fieldset.ds-fieldset #how tabindex="-1" aria-describedby=[wrong.map(|_| "how-feil")] {
                legend.ds-label { (say.say("family-how")) }
                @if let Some(text) = wrong { div.ds-validation-message id="how-feil" { (text) } }
                div.v-rad {
                    @for kind in ContactKind::ALL {
                        div.ds-field data-variant="outline" {
                            input.ds-input type="radio" name="how" id={ "how-" (kind.code()) } value=(kind.code())
                                checked[filled.chose("how", kind.code())] aria-invalid=[wrong.map(|_| "true")];
                            label for={ "how-" (kind.code()) } { (say.say(&format!("contact-{}", kind.code()))) }
                        }
                    }
                }
            }
            (Field::new("with", say.say("family-with")).hint(say.say("family-with-hint")).optional()
                .choices(call, filled, errors, "checkbox", &choices(&people)))
            (Field::new("note", say.say("family-note")).hint(say.say("family-note-hint")).optional()
                .area(call, filled, errors, if quick { 2 } else { 3 }))
            @if !quick {
                (Field::new("duties", say.say("family-duties")).hint(say.say("family-duties-hint")).optional()
                    .choices(call, filled, errors, "checkbox", &duties(call)))
            }
            (Field::new("on", say.say("family-on")).day(call, filled, errors))
            div.v-knapper { button.ds-button { (icon("hake")) (say.say("family-contact-save")) } }
        }))
    }
}

fn duties(call: &Call) -> Vec<(String, String, Option<String>)> {
    let choice = |duty: &CoordinatorDuty| (duty.code().to_owned(), super::duties::name(call, *duty), None);
    TOLD.iter().map(choice).collect()
}

/// The people of a family, to choose among.
pub(super) fn choices(people: &[Thing<'_, Person>]) -> Vec<(String, String, Option<String>)> {
    people.iter().map(|person| (person.id().to_string(), person.is.given.clone(), None)).collect()
}

/// The contacts, latest first.
pub(super) fn list(call: &Call, view: &View, most: usize) -> Markup {
    let say = call.say();
    let who = Who::new(call, view);
    let base = super::base(view.family());
    let sees = view.sees();
    let mut contacts: Vec<_> = sees.all::<Contact>().collect();
    contacts.sort_by_key(|contact| std::cmp::Reverse((contact.is.on, contact.entry.seq)));
    html! {
        @if contacts.is_empty() { p.v-dus { (say.say("family-contact-none")) } }
        @else {
            div.v-linjer {
                @for contact in contacts.iter().take(most) {
                    @let what = say.say(&format!("contact-{}", contact.is.how.code()));
                    div.v-ting {
                        div {
                            p { b { (what) } " " span.v-dus { (dates::day(say, contact.is.on, call.today())) } }
                            p.v-dus.v-liten {
                                (who.author(&contact.entry.author))
                                @if !contact.is.with.is_empty() { " · " (say.with("family-contact-with", [("who", who.people(&contact.is.with).into())])) }
                            }
                            @if !contact.is.note.is_empty() { p { (contact.is.note) } }
                            @for duty in &contact.is.duties { p.v-dus.v-liten { (icon("hake")) (super::duties::name(call, *duty)) } }
                        }
                        div {
                            a href={ (base) "/kontakt/" (contact.id()) } { (say.say("family-change")) span.v-skjult { ": " (what) ", " (dates::short(say, contact.is.on, call.today())) } }
                            (undo::button(call, view, contact, "/kontakt", &what))
                        }
                    }
                }
            }
        }
    }
}

/// How often the two have agreed to talk.
fn rhythm_card(call: &Call, view: &View, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let now = view.sees().only::<Rhythm>();
    let usual = call.house.gate.limits(&call.visit).silence_days;
    let days = now.map_or(usual, |rhythm| rhythm.is.days);
    let filled = if filled.has("days") { filled.clone() } else { Filled::empty().set("days", days) };
    html! {
        section.v-kort {
            h2 { (say.say("family-rhythm")) }
            p { (say.with(if now.is_some() { "family-rhythm-agreed" } else { "family-rhythm-usual" }, [("days", days.into())])) }
            (form(call, &format!("{}/kontakt/rytme", super::base(view.family())), "v-skjema v-skjema--tett", html! {
                @if let Some(now) = &now { (seen(now.id(), now.entry.version)) }
                div.v-kort-felt { (Field::new("days", say.say("family-rhythm-days")).line(call, &filled, errors, "text")) }
                button.ds-button data-variant="secondary" { (say.say("family-rhythm-save")) }
            }))
        }
    }
}

fn read(form: &FormOf, errors: &mut Errors) -> Contact {
    let (call, filled) = (&form.call, &form.filled);
    let how = ContactKind::from_code(filled.raw("how"));
    if how.is_none() {
        errors.add("how", call.t("family-how-choose"));
    }
    let on = errors.take(call, "on", filled.day("on", call.today())).unwrap_or(call.today());
    Contact {
        how: how.unwrap_or(ContactKind::Call),
        on,
        with: filled.parse_many("with"),
        note: filled.text("note"),
        duties: TOLD.into_iter().filter(|duty| filled.chose("duties", duty.code())).collect(),
    }
}

pub(super) async fn save(place: Place, form: FormOf) -> Result<Response, Problem> {
    let view = place.held(&form.call, "contact").await?;
    let mut errors = Errors::none();
    let contact = read(&form, &mut errors);
    if errors.is_empty() {
        let (subjects, audience) = about(&view, &contact.with);
        let command = Command::Write { replaces: None, payload: contact.wrap(), subjects, audience };
        match form.act(place.family, command).await? {
            Done::Yes(_) => {
                return Ok(Redirect::to(&done_url(&format!("{}/kontakt", place.base()), "family-contact"))
                    .into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", form.call.t("refusal-stale")),
        }
    }
    let page = content(&form.call, &view, &Asked::default(), &form.filled, &errors, &Filled::empty());
    Ok(conflict::mend(page))
}

pub(super) async fn edit(call: Call, place: Place) -> Result<Shown, Problem> {
    let view = place.held(&call, "contact").await?;
    let contact = view.sees().find::<Contact>(place.thing()?).ok_or(Problem::Missing)?;
    Ok(edit_page(&call, &view, &contact, &stands(contact.is), &Errors::none(), html! {}))
}

/// What a contact says, as a form says it.
fn stands(contact: &Contact) -> Filled {
    let filled =
        Filled::empty().set("how", contact.how.code()).set("on", contact.on).set("note", &contact.note);
    let filled = contact.duties.iter().fold(filled, |filled, duty| filled.set("duties", duty.code()));
    contact.with.iter().fold(filled, |filled, person| filled.set("with", person))
}

fn edit_page(
    call: &Call,
    view: &View,
    contact: &Thing<'_, Contact>,
    filled: &Filled,
    errors: &Errors,
    above: Markup,
) -> Shown {
    let say = call.say();
    let action = format!("{}/kontakt/{}", super::base(view.family()), contact.id());
    let body = html! {
        (errors.summary(call))
        (below(call, view, &say.say("family-contact-change"), None))
        (above)
        section.v-kort { (fields(call, view, &action, filled, errors, Some(contact), false)) }
        (super::readers::link(call, view, contact.id()))
    };
    single(call, &say.say("family-contact-change"), !errors.is_empty(), body)
}

pub(super) async fn change(place: Place, form: FormOf) -> Result<Response, Problem> {
    let view = place.held(&form.call, "contact").await?;
    let before = view.sees().find::<Contact>(place.thing()?).ok_or(Problem::Missing)?;
    let mut errors = Errors::none();
    let contact = read(&form, &mut errors);
    if errors.is_empty() {
        let (subjects, audience) = about(&view, &contact.with);
        let replaces = form.filled.seen().filter(|(thing, _)| *thing == before.id());
        let command = Command::Write {
            replaces: Some(replaces.ok_or(Problem::Unreadable)?),
            payload: contact.wrap(),
            subjects,
            audience,
        };
        match form.act(place.family, command).await? {
            Done::Yes(_) => {
                return Ok(Redirect::to(&done_url(&format!("{}/kontakt", place.base()), "family-changed"))
                    .into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => return stale(&form, place).await,
        }
    }
    Ok(conflict::mend(edit_page(&form.call, &view, &before, &form.filled, &errors, html! {})))
}

async fn stale(form: &FormOf, place: Place) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "contact").await?;
    let now = view.sees().find::<Contact>(place.thing()?).ok_or(Problem::Missing)?;
    let (theirs, mine) = (named(call, &view, &stands(now.is)), named(call, &view, &form.filled));
    let both = |key: &str, name: &str| Both::of(call.t(key), name, &theirs, &mine);
    let fields = [
        both("family-how", "how"),
        both("family-with", "with"),
        both("family-note", "note"),
        both("family-duties", "duties"),
        both("family-on", "on"),
    ];
    let told = conflict::told(call, &view, now.entry, &fields);
    Ok(conflict::response(edit_page(call, &view, &now, &form.filled, &Errors::none(), told)))
}

/// The form in words: names for ids.
fn named(call: &Call, view: &View, filled: &Filled) -> Filled {
    let who = Who::new(call, view);
    let how =
        format!("contact-{}", ContactKind::from_code(filled.raw("how")).map_or("call", ContactKind::code));
    let people: Vec<PersonId> = filled.parse_many("with");
    let told = TOLD.into_iter().filter(|duty| filled.chose("duties", duty.code()));
    let told: Vec<String> = told.map(|duty| super::duties::name(call, duty)).collect();
    Filled::empty()
        .set("how", call.t(&how))
        .set("with", who.people(&people))
        .set("note", filled.text("note"))
        .set("duties", told.join(", "))
        .set("on", filled.raw("on"))
}

pub(super) async fn rhythm(place: Place, form: FormOf) -> Result<Response, Problem> {
    let view = place.held(&form.call, "contact").await?;
    let mut errors = Errors::none();
    match form.filled.parse::<u16>("days") {
        None => errors.add("days", form.call.t("family-rhythm-wrong")),
        Some(days) => {
            let command = Command::Write {
                replaces: form.filled.seen(),
                payload: Rhythm { days }.wrap(),
                subjects: Vec::new(),
                audience: access::terms::Audience::Ordinary,
            };
            match form.act(place.family, command).await? {
                Done::Yes(_) => {
                    return Ok(Redirect::to(&done_url(
                        &format!("{}/kontakt", place.base()),
                        "family-rhythm",
                    ))
                    .into_response());
                }
                Done::Mend(_) => errors.add("days", form.call.t("family-rhythm-wrong")),
                Done::Stale => errors.add("days", form.call.t("refusal-stale")),
            }
        }
    }
    let page = content(&form.call, &view, &Asked::default(), &fresh(&form.call), &errors, &form.filled);
    Ok(conflict::mend(page))
}
