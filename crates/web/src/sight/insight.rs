//! The letter to somebody who asked to see what is written: on the page of whoever asked, on the coordinator's, and as
//! PDF to send by post.

use crate::frame::parts::{icon, tag};
use crate::frame::sheet::{self, Mark, Part, Piece, Row, Sheet, Words, markup, rows};
use crate::frame::{Call, Problem, dates};
use crate::plan::place::{Answered, Desk, Place};
use access::terms::{GroundFor, Insight, InsightOutcome, LegalGround, Moment, Thing, ThingId, after};
use axum::response::IntoResponse;
use jiff::civil::Date;
use maud::{Markup, html};

/// The address of a letter below the family's.
const PATH: &str = "/innsyn/svar";

/// The page of one letter.
pub async fn show(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "insight").await?;
    let desk = Desk::new(&call, place.base, &view);
    let letter = found(&desk, &place)?;
    let (sheet, say) = (letter_of(&desk, &letter), call.say());
    let back = match desk.is_family() {
        true => ("/min/innsyn".to_owned(), say.say("menu-access").into_owned()),
        false => (desk.url("/vern"), say.say("family-tab-law").into_owned()),
    };
    let content = html! {
        div.v-ikke-skriv { (desk.crumbs(&[back], &sheet.title)) }
        div.v-hode { div {
            p.v-dus { (sheet.sender) }
            h1 { (sheet.title) }
            @if let Some(mark) = &sheet.mark { (tag("warning", "rediger", &mark.short)) p.v-ingress { (mark.text) } }
        } }
        section.v-kort { (rows(&sheet.head)) }
        @for part in &sheet.parts { (markup(part)) }
        p { (sheet.note) }
        p.v-ikke-skriv { a href={ (address(&desk, letter.id())) "/pdf" } download { (icon("lastned")) " " (say.say("insight-pdf")) } }
    };
    let at = if desk.is_family() { "/min/innsyn" } else { "/arbeid/familier" };
    Ok(desk.page(sheet.title.clone()).narrow().at(at).show(&call, content).into_response())
}

/// The same as PDF. Its name tells nothing of whom it is to.
pub async fn pdf(place: Place, call: Call) -> Answered {
    let view = place.view(&call, "insight").await?;
    let (sheet, thing) = {
        let desk = Desk::new(&call, place.base, &view);
        let letter = found(&desk, &place)?;
        (letter_of(&desk, &letter), letter.id())
    };
    Ok(sheet::pdf(&call, sheet, &format!("svar-{thing}")).await?)
}

fn found<'a>(desk: &Desk<'a>, place: &Place) -> Result<Thing<'a, Insight>, Problem> {
    desk.view.sees().find::<Insight>(place.thing()?).ok_or(Problem::Missing)
}

/// Where a letter is read.
pub fn address(desk: &Desk<'_>, letter: ThingId) -> String {
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
                                (dates::short(say, answered_on(desk, letter), desk.call.today())) ": " (letter.is.asked)
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

/// The day of the letter. What is taken back later does not change it.
fn answered_on(desk: &Desk<'_>, letter: &Thing<'_, Insight>) -> Date {
    let versions = desk.view.sees().versions(letter.id());
    Moment::day_of(versions.first().map_or(letter.entry.at, |first| first.at))
}

/// The ground of a no, as it was in force on the day of the letter.
fn ground<'a>(call: &'a Call, code: &str, on: Date) -> Option<&'a LegalGround> {
    call.house.gate.rules().legal_grounds(GroundFor::Refusal, on).find(|ground| ground.code == code)
}

fn letter_of(desk: &Desk<'_>, letter: &Thing<'_, Insight>) -> Sheet {
    let (call, say, is) = (desk.call, desk.call.say(), letter.is);
    let word = |key: &str| say.say(key).into_owned();
    let versions = desk.view.sees().versions(letter.id());
    let writer = versions.first().map_or(letter.entry.author, |first| first.author);
    let on = answered_on(desk, letter);
    let name = |person| match desk.view.sees().person(person) {
        Some(known) => known.full_name(),
        None => desk.who.person(person),
    };
    let head = vec![
        Row::new(say.say("insight-to"), name(is.by)),
        Row::new(say.say("insight-from"), desk.who.helper(writer.actor)),
        Row::new(say.say("insight-day"), dates::dated(say, on)),
        Row::new(say.say("insight-about"), name(is.about)),
        Row::new(say.say("insight-asked-on"), dates::dated(say, is.on)),
    ];
    let asked = Part { heading: word("insight-asked"), pieces: vec![Piece::Text(is.asked.clone())] };
    let answer = vec![Piece::Strong(outcome(call, is.outcome)), Piece::Text(is.answer.clone())];
    let mut parts = vec![asked, Part { heading: word("insight-answer"), pieces: answer }];
    if let Some(law) = &is.law {
        let why = vec![Piece::Strong(say.coded("law", law).into_owned()), Piece::Text(is.why.clone())];
        parts.push(Part { heading: word("insight-why"), pieces: why });
        parts.push(Part { heading: word("insight-disagree"), pieces: complaint(call, law, on) });
    }
    let back = is.reversed.map(|day| Mark {
        short: word("insight-reversed"),
        text: say.with("insight-reversed-text", [("day", dates::dated(say, day).into())]).into_owned(),
    });
    let lead = desk.who.lead();
    let phone = lead.and_then(|lead| lead.phone.as_ref()).unwrap_or(&call.house.municipality.phone);
    let note =
        say.with("insight-help", [("name", desk.who.lead_given().into()), ("phone", phone.clone().into())]);
    Sheet {
        language: call.lang.code(),
        title: word("insight-title"),
        sender: call.house.municipality.name.clone(),
        day: on,
        mark: back,
        head,
        parts,
        note: note.into_owned(),
        words: Words::of(call),
    }
}

/// How a no on this ground can be complained about, with the last day where there is one.
fn complaint(call: &Call, law: &str, on: Date) -> Vec<Piece> {
    let say = call.say();
    let route = ground(call, law, on).and_then(|ground| ground.complaint.as_ref());
    let Some(route) = route else { return vec![Piece::Text(say.say("insight-complain").into_owned())] };
    let mut pieces = vec![Piece::Text(say.coded("complain", &route.to).into_owned())];
    if let Some(days) = route.days {
        let last = dates::dated(say, after(on, i32::from(days)));
        pieces.push(Piece::Strong(say.with("insight-complain-by", [("day", last.into())]).into_owned()));
    }
    pieces.push(Piece::Text(say.say("insight-complain-help").into_owned()));
    pieces
}
