//! The letter to somebody who asked to see what is written: on the page of whoever asked, on the coordinator's, and as
//! PDF to send by post, in the language of whoever opens it.

use crate::frame::parts::icon;
use crate::frame::sheet::{self, Mark, Part, Piece, Row, Sheet, Words};
use crate::frame::{Call, Problem, dates};
use crate::plan::place::{Answered, Base, Desk, Place};
use access::terms::{
    Entry, GroundFor, Insight, InsightOutcome, Moment, Person, PersonId, Thing, ThingId, protected,
};
use axum::response::IntoResponse;
use jiff::civil::Date;
use maud::{Markup, html};

/// The address of the letters below the family's.
pub const PATH: &str = "/innsyn/svar";

/// The page of one letter.
pub async fn show(place: Place, call: Call) -> Answered {
    let view = place.view(&call, act(&place)).await?;
    let desk = Desk::new(&call, place.base, &view);
    let letter = found(&desk, &place)?;
    let (sheet, say) = (letter_of(&desk, &letter), call.say());
    let back = match desk.is_family() {
        true => ("/min/innsyn".to_owned(), say.say("menu-access").into_owned()),
        false => (desk.url("/vern"), say.say("family-tab-law").into_owned()),
    };
    let content = html! {
        div.v-ikke-skriv { (desk.crumbs(&[back], &sheet.title)) }
        (sheet::whole(&sheet))
        p { (sheet.note) }
        @if goes_to_one_apart(&desk, letter.is.by) {
            div.ds-alert.v-ikke-skriv data-color="warning" { p { (say.say("insight-apart")) } }
        } @else {
            p.v-ikke-skriv { a href={ (address(&desk, letter.id())) "/pdf" } download { (icon("lastned")) " " (say.say("insight-pdf")) } }
        }
    };
    let at = if desk.is_family() { "/min/innsyn" } else { "/arbeid/familier" };
    Ok(desk.page(sheet.title.clone()).narrow().at(at).show(&call, content).into_response())
}

/// What the journal calls a look: as the page on which the letters stand, so that a look tells nobody that there is one.
const fn act(place: &Place) -> &'static str {
    match place.base {
        Base::Work(_) | Base::Answer(_) => "law",
        Base::Own => "access",
    }
}

/// Somebody else in the family is protected, and whoever asked is not: what is sent out could tell where they are, so
/// people find another way (R82).
fn goes_to_one_apart(desk: &Desk<'_>, asker: PersonId) -> bool {
    let protected = protected(&desk.view.sees(), desk.call.today());
    !protected.is_empty() && !protected.contains(&asker)
}

/// The same as PDF. Its name tells nothing of whom it is to.
pub async fn pdf(place: Place, call: Call) -> Answered {
    let view = place.view(&call, act(&place)).await?;
    let (sheet, thing) = {
        let desk = Desk::new(&call, place.base, &view);
        let letter = found(&desk, &place)?;
        if goes_to_one_apart(&desk, letter.is.by) {
            return Err(Problem::Missing.into());
        }
        (letter_of(&desk, &letter), letter.id())
    };
    Ok(sheet::pdf(&call, sheet, &format!("svar-{thing}")).await?)
}

fn found<'a>(desk: &Desk<'a>, place: &Place) -> Result<Thing<'a, Insight>, Problem> {
    desk.view.sees().find::<Insight>(place.thing()?).ok_or(Problem::Missing)
}

/// Where a letter is read.
fn address(desk: &Desk<'_>, letter: ThingId) -> String {
    desk.url_of(PATH, letter)
}

/// The letters to the reader, newest first; nothing when there are none.
pub fn section(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    let letters: Vec<Thing<'_, Insight>> = desk.view.sees().all::<Insight>().collect();
    html! {
        @if !letters.is_empty() {
            section.v-kort {
                h2 { (say.say("insight-answers")) }
                ul.v-linjer.v-linjer--tett {
                    @for letter in letters.iter().rev() {
                        li {
                            a href=(address(desk, letter.id())) { (outcome(desk.call, letter.is.outcome)) }
                            p.v-dus {
                                (dates::short(say, Moment::day_of(first(desk, letter).at), desk.call.today())) ": " (letter.is.asked)
                                @if letter.is.reversed.is_some() { " " (say.say("insight-reversed")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What came of it, in a sentence.
fn outcome(call: &Call, outcome: InsightOutcome) -> String {
    call.say().coded("insight-outcome", outcome.code()).into_owned()
}

/// The letter as it was written. That it is taken back later changes neither its day nor its writer.
fn first<'a>(desk: &Desk<'a>, letter: &Thing<'a, Insight>) -> &'a Entry {
    desk.view.sees().versions(letter.id()).first().copied().unwrap_or(letter.entry)
}

fn letter_of(desk: &Desk<'_>, letter: &Thing<'_, Insight>) -> Sheet {
    let (call, say, is) = (desk.call, desk.call.say(), letter.is);
    let word = |key: &str| say.say(key).into_owned();
    let first = first(desk, letter);
    let on = Moment::day_of(first.at);
    let asker = desk.view.sees().person(is.by).map_or(desk.who.person(is.by), Person::full_name);
    let head = vec![
        Row::new(say.say("insight-to"), asker),
        Row::new(say.say("insight-from"), desk.who.helper(first.author.actor)),
        Row::new(say.say("insight-day"), dates::dated(say, on)),
        // The given name alone: whoever asked may know no more of another.
        Row::new(say.say("insight-about"), desk.who.person(is.about)),
        Row::new(say.say("insight-asked-on"), dates::dated(say, is.on)),
    ];
    let asked = Part { heading: word("insight-asked"), pieces: vec![Piece::Text(is.asked.clone())] };
    let answer = vec![Piece::Strong(outcome(call, is.outcome)), Piece::Text(is.answer.clone())];
    let mut parts = vec![asked, Part { heading: word("insight-answer"), pieces: answer }];
    if let Some(law) = &is.law {
        let heading = say.coded("insight-why", is.outcome.code()).into_owned();
        let why = vec![Piece::Strong(say.coded("law", law).into_owned()), Piece::Text(is.why.clone())];
        parts.push(Part { heading, pieces: why });
        parts.push(Part { heading: word("insight-disagree"), pieces: complaint(call, law, on) });
    }
    let back = is.reversed.map(|day| Mark {
        short: word("insight-reversed"),
        text: say.with("insight-reversed-text", [("day", dates::dated(say, day).into())]).into_owned(),
    });
    let phone = desk.who.lead().and_then(|lead| lead.phone.as_ref());
    let phone = phone.unwrap_or(&call.house.municipality.phone).clone();
    let name = desk.who.lead_given();
    let note = say.with("insight-help", [("name", name.into()), ("phone", phone.into())]).into_owned();
    Sheet {
        language: call.lang.code(),
        title: word("insight-title"),
        sender: call.house.municipality.name.clone(),
        day: on,
        mark: back,
        head,
        parts,
        note,
        words: Words::of(call),
    }
}

/// How a no on this ground can be complained about, as it was in force on the day of the letter.
fn complaint(call: &Call, law: &str, on: Date) -> Vec<Piece> {
    let say = call.say();
    let mut grounds = call.house.gate.rules().legal_grounds(GroundFor::Refusal, on);
    let route = grounds.find(|ground| ground.code == law).and_then(|ground| ground.complaint.as_ref());
    let text = |key: &str| Piece::Text(say.say(key).into_owned());
    let Some(route) = route else { return vec![text("insight-complain")] };
    let weeks = route
        .weeks
        .map(|weeks| Piece::Strong(say.with("insight-complain-by", [("weeks", weeks.into())]).into_owned()));
    // Some grounds leave a way for somebody else to see it.
    let also = format!("insight-also-{law}");
    let also = say.has(&also).then(|| text(&also));
    let first = Piece::Text(say.coded("complain", &route.to).into_owned());
    [Some(first), weeks, Some(text("insight-complain-help")), also].into_iter().flatten().collect()
}
