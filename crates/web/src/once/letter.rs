//! What an application says on paper: exactly what its receiver gets, and nothing behind it. The page that prints, the PDF
//! and the page of one application all show what is put together here.

use super::draft::{Prepared, prepared};
use super::{send, show, state};
use crate::frame::sheet::{self, Mark, Part, Piece, Row, Said, Sheet, Words};
use crate::frame::{Call, Problem, dates};
use crate::plan::place::{Base, Desk, Detour};
use access::terms::{Application, DecisionKind, Given, Stage, Thing};
use jiff::civil::Date;
use maud::{Markup, html};

/// Whether this reader may have an application on paper: what is sent, and one's own draft or one that is prepared here.
pub fn has_paper(desk: &Desk<'_>, application: &Application) -> bool {
    match application.stage() {
        Stage::Draft => match desk.base {
            Base::Own => desk.view.me() == Some(application.applicant),
            Base::Work(_) => true,
            Base::Answer(_) => false,
        },
        _ => application.sent.is_some(),
    }
}

/// An application as a sheet of paper. A draft says that it is one, and holds what would be sent today.
///
/// # Errors
/// There is nothing to print, or not for this reader.
pub fn of(desk: &Desk<'_>, one: &Thing<'_, Application>) -> Result<Sheet, Detour> {
    if !has_paper(desk, one.is) {
        return Err(Problem::Missing.into());
    }
    if one.is.sent.is_some() {
        return Ok(sent(desk, one.is));
    }
    let state = state(desk, Some(one.is.applicant))?;
    let home = state.home.as_ref().ok_or(Problem::Missing)?;
    let found = prepared(desk, &state).into_iter().find(|it| it.draft.id() == one.id());
    let found = found.ok_or(Problem::Missing)?;
    Ok(draft(desk, &found, send::applicant(desk, home), &found.given(state.knowledge.catalogue, home)))
}

fn sent(desk: &Desk<'_>, application: &Application) -> Sheet {
    let say = desk.call.say();
    let mut head = about(desk, application, show::receiver(desk, application));
    let mut day = desk.call.today();
    if let Some(dispatch) = &application.sent {
        day = dispatch.on;
        head.extend(people(desk, &dispatch.applicant, &dispatch.phone, &dispatch.child));
        head.push(Row::new(say.say("once-paper-sent"), dates::dated(say, day)));
        head.push(Row::new(say.say("once-paper-reference"), dispatch.reference.clone()));
    }
    let told = Part {
        heading: say.say("once-what-was-sent").into_owned(),
        pieces: told(desk, &application.facts, &application.words),
    };
    let parts = [Some(told), talk(desk, application), answered(desk, application)];
    Sheet {
        mark: None,
        head,
        parts: parts.into_iter().flatten().collect(),
        note: say.say("once-paper-note").into_owned(),
        ..blank(desk, application, day)
    }
}

fn draft(desk: &Desk<'_>, one: &Prepared<'_>, applicant: (String, String), given: &[Given]) -> Sheet {
    let say = desk.call.say();
    let application = one.draft.is;
    // Who answers is settled when it is sent: until then, whoever would today.
    let call = desk.call;
    let here = call.house.gate.directory();
    let here = here.receiver(&application.right, call.today()).map(|(service, _)| service.name.clone());
    let receiver = here.unwrap_or_else(|| show::authority(call, &application.right));
    let mut head = about(desk, application, receiver);
    let child = application.child.map(|child| desk.who.person(child)).unwrap_or_default();
    head.extend(people(desk, &applicant.0, &applicant.1, &child));
    let told = Part {
        heading: say.say("once-paper-would").into_owned(),
        pieces: told(desk, given, &application.words),
    };
    Sheet {
        mark: Some(Mark {
            short: say.say("once-paper-draft").into_owned(),
            text: say.say("once-paper-draft-text").into_owned(),
        }),
        head,
        parts: vec![told],
        ..blank(desk, application, desk.call.today())
    }
}

fn blank(desk: &Desk<'_>, application: &Application, day: Date) -> Sheet {
    let say = desk.call.say();
    Sheet {
        language: desk.call.lang.code(),
        title: say.with("once-paper-title", [("name", show::title(desk, application).into())]).into_owned(),
        sender: desk.call.house.municipality.name.clone(),
        day,
        mark: None,
        head: Vec::new(),
        parts: Vec::new(),
        note: String::new(),
        words: Words::of(desk.call),
    }
}

/// To whom, and for which right.
fn about(desk: &Desk<'_>, application: &Application, receiver: String) -> Vec<Row> {
    let (call, say) = (desk.call, desk.call.say());
    let catalogue = call.house.rights.catalogue;
    let right = catalogue.right(&application.right).map(|right| &catalogue.rights[right]);
    let law = right.map(|right| right.legal_basis.as_str()).filter(|law| !law.is_empty());
    let rows = [
        Some(Row::new(say.say("once-paper-receiver"), receiver)),
        Some(Row::new(say.say("once-paper-right"), show::right_name(call, &application.right))),
        law.map(|law| Row::new(say.say("once-paper-law"), law)),
    ];
    rows.into_iter().flatten().collect()
}

/// From whom, and for whom.
fn people(desk: &Desk<'_>, applicant: &str, phone: &str, child: &str) -> Vec<Row> {
    let say = desk.call.say();
    let from = if phone.is_empty() { applicant.to_owned() } else { format!("{applicant}, {phone}") };
    let child = (!child.is_empty()).then(|| Row::new(say.say("once-for"), child));
    [Some(Row::new(say.say("once-from"), from)), child].into_iter().flatten().collect()
}

/// The facts, and the family's own words.
fn told(desk: &Desk<'_>, given: &[Given], words: &str) -> Vec<Piece> {
    let facts = facts(desk, given);
    let words = (!words.is_empty())
        .then(|| [Piece::Heading(desk.call.t("once-own-words").into_owned()), Piece::Text(words.to_owned())]);
    let facts = (!facts.is_empty()).then_some(Piece::Facts(facts));
    facts.into_iter().chain(words.into_iter().flatten()).collect()
}

/// Facts as they are sent, each with whose it is, where it is from, and the day on which it was so.
pub fn facts(desk: &Desk<'_>, all: &[Given]) -> Vec<Row> {
    let (call, say) = (desk.call, desk.call.say());
    let catalogue = call.house.rights.catalogue;
    let row = |one: &Given| {
        let day = dates::dated(say, one.on);
        let source = match one.source.is_empty() {
            true => say.with("once-paper-family", [("day", day.into())]),
            false => {
                say.with("once-from-source", [("source", one.source.clone().into()), ("day", day.into())])
            }
        };
        Row {
            label: format!(
                "{}: {}",
                show::about_given(desk, one.of),
                show::label(call, catalogue, &one.name)
            ),
            value: show::stored(call, catalogue, &one.name, &one.value),
            source: source.into_owned(),
        }
    };
    all.iter().map(row).collect()
}

/// What was sent, as a card of a page.
pub fn card(desk: &Desk<'_>, application: &Application) -> Markup {
    let say = desk.call.say();
    let Some(dispatch) = &application.sent else { return html! {} };
    let day = dates::dated(say, dispatch.on);
    let line =
        say.with("once-sent-on", [("day", day.into()), ("reference", dispatch.reference.clone().into())]);
    let people = people(desk, &dispatch.applicant, &dispatch.phone, &dispatch.child);
    let mut pieces = vec![Piece::Quiet(line.into_owned()), Piece::Rows(people)];
    pieces.extend(told(desk, &application.facts, &application.words));
    sheet::markup(&Part { heading: say.say("once-what-was-sent").into_owned(), pieces })
}

/// What was asked for besides, and answered.
pub fn talk(desk: &Desk<'_>, application: &Application) -> Option<Part> {
    let say = desk.call.say();
    let by = |who: String, on: Date| format!("{who}, {}", dates::dated(say, on));
    let said = application.more.iter().flat_map(|more| {
        let asked = Said {
            words: more.words.clone(),
            by: by(show::receiver(desk, application), more.on),
            own: false,
        };
        let answer = more.answered.map(|on| Said {
            words: more.answer.clone(),
            by: by(desk.who.person(application.applicant), on),
            own: true,
        });
        [Some(asked), answer].into_iter().flatten()
    });
    let said: Vec<Said> = said.collect();
    let heading = say.say("once-more").into_owned();
    (!said.is_empty()).then(|| Part { heading, pieces: vec![Piece::Talk(said)] })
}

/// The answer, and what came of a complaint.
pub fn answered(desk: &Desk<'_>, application: &Application) -> Option<Part> {
    let say = desk.call.say();
    let decision = application.decision.as_ref()?;
    let day = |day| dates::dated(say, day);
    let verdict = match decision.verdict {
        DecisionKind::Granted => "once-stage-granted",
        DecisionKind::Partly => "once-stage-partly",
        DecisionKind::Refused => "once-stage-refused",
    };
    let mut pieces = vec![Piece::Strong(format!("{} · {}", say.say(verdict), day(decision.on)))];
    let filled = |text: &String| (!text.is_empty()).then(|| text.clone());
    pieces.extend(filled(&decision.amount).map(Piece::Strong));
    pieces.extend(filled(&decision.words).map(Piece::Text));
    pieces.extend(decision.from.map(|from| {
        Piece::Text(match decision.until {
            Some(until) => say
                .with("once-from-until", [("from", day(from).into()), ("until", day(until).into())])
                .into_owned(),
            None => say.with("once-from-day", [("from", day(from).into())]).into_owned(),
        })
    }));
    pieces.extend(decision.automatic.as_ref().map(|basis| {
        Piece::Notice(say.with("once-automatic", [("basis", basis.clone().into())]).into_owned())
    }));
    if let Some(complaint) = &application.complaint {
        pieces.push(Piece::Heading(say.say("once-complaint").into_owned()));
        pieces.push(Piece::Quiet(day(complaint.on)));
        pieces.push(Piece::Text(complaint.words.clone()));
        if let Some(answer) = &complaint.answer {
            let key = if answer.changed { "once-complaint-changed" } else { "once-complaint-kept" };
            pieces.push(Piece::Strong(format!("{} · {}", say.say(key), day(answer.on))));
            pieces.push(Piece::Text(answer.words.clone()));
        }
    }
    Some(Part { heading: say.say("once-decision").into_owned(), pieces })
}

/// The ways to have an application besides the page: PDF, print, and as data when it is sent.
pub fn copies(call: &Call, application: &Application, address: &str) -> Markup {
    use crate::frame::parts::icon;
    html! {
        p { a href={ (address) "/pdf" } download { (icon("lastned")) " " (call.t("once-pdf")) } }
        p { a href={ (address) "/utskrift" } { (icon("skrivut")) " " (call.t("once-print")) } }
        @if application.sent.is_some() {
            p { a href={ (address) "/data" } download { (icon("lastned")) " " (call.t("once-data")) } }
        }
    }
}
