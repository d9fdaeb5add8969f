//! The forms of an interpreter in a meeting: somebody, or nobody and why; beforehand, and how it was (R114, R115).

use super::head::{below, language, page as frame};
use super::interpreter::{Stage, address, deadline, needed, reason, stage};
use super::{Place, conflict};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{AskedQuery, Field, form, icon};
use crate::frame::{Call, Problem, Shown, dates};
use crate::workbench::asking::rewrite;
use access::View;
use access::terms::{
    Arrangement, Interpreter, InterpreterGround, InterpreterNeed, Interpreting, InterpretingMode, Kind,
    Meeting, NoInterpreter, Thing, interpreter_needs,
};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// What the form says when the interpreter does not stand in the national register.
const UNLISTED: &str = "ingen";

/// What is arranged, as the forms say it.
fn stands(arrangement: Option<&Arrangement>) -> Filled {
    match arrangement {
        None => Filled::empty(),
        Some(Arrangement::Interpreter(it)) => Filled::empty()
            .set("who", &it.who)
            .set("number", &it.number)
            .set("mode", it.mode.code())
            .set("level", it.level.as_deref().unwrap_or(UNLISTED))
            .set("unqualified", it.unqualified.as_deref().unwrap_or_default())
            .set("knows", if it.apart { "nei" } else { "" }),
        Some(Arrangement::Nobody(it)) => Filled::empty().set("because", &it.because).set("words", &it.words),
    }
}

pub(super) async fn page(call: Call, place: Place, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    let view = place.held(&call, "meetings").await?;
    let meeting = view.sees().find::<Meeting>(place.thing()?).ok_or(Problem::Missing)?;
    let needs = interpreter_needs(&view.sees(), meeting.is);
    let asked_for = asked.vis.as_deref();
    let open = || needs.iter().find(|need| !need.is_arranged()).or(needs.first());
    let need =
        needs.iter().find(|need| asked_for == Some(need.language)).or_else(open).ok_or(Problem::Missing)?;
    let filled = stands(need.came().or(need.planned()));
    show(&call, &view, &meeting, need, &filled, &Errors::none())
}

fn show(
    call: &Call,
    view: &View,
    meeting: &Thing<'_, Meeting>,
    need: &InterpreterNeed<'_>,
    filled: &Filled,
    errors: &Errors,
) -> Result<Shown, Problem> {
    let say = call.say();
    let stage = stage(call, meeting.is).ok_or(Problem::Missing)?;
    let before = stage == Stage::Before;
    let language = language(call, need.language);
    let key = if before { "interpreter-title" } else { "interpreter-title-after" };
    let heading = say.with(key, [("language", language.into())]);
    let back = format!("{}/mote/{}", super::base(view.family()), meeting.id());
    let day = dates::near(say, meeting.is.at.date(), call.today());
    let when = format!(
        "{}. {} {}",
        meeting.is.title,
        dates::sentence(&day),
        dates::clock(say, meeting.is.at.time())
    );
    let body = html! {
        (errors.summary(call))
        (below(call, view, &heading, Some(&needed(call, view, need))))
        p { a href=(back) { (when) } }
        div.v-to {
            div.v-stabel {
                section.v-kort {
                    h2 { (say.say(if before { "interpreter-who-comes" } else { "interpreter-who-was" })) }
                    @if before && !need.is_arranged() { p.v-dus { (deadline(call, meeting.is)) } }
                    (somebody(call, view, meeting, need, filled, errors))
                }
            }
            div.v-stabel {
                details.ds-details.v-boks open[filled.raw("kind") == "nei" || filled.has("because")] {
                    summary { (say.say(if before { "interpreter-nobody" } else { "interpreter-nobody-after" })) }
                    (nobody(call, view, meeting, need, filled, errors))
                }
                section.v-kort {
                    h2 { (say.say("interpreter-law-heading")) }
                    p { (say.say("interpreter-law-child")) }
                    p { (say.say("interpreter-law-apart")) }
                    p { (say.say("interpreter-law-remote")) }
                }
            }
        }
    };
    Ok(frame(call, &heading, !errors.is_empty(), body))
}

fn hidden(meeting: &Thing<'_, Meeting>, need: &InterpreterNeed<'_>, kind: &str) -> Markup {
    html! {
        (seen(meeting.id(), meeting.entry.version))
        input type="hidden" name="language" value=(need.language);
        input type="hidden" name="kind" value=(kind);
    }
}

fn somebody(
    call: &Call,
    view: &View,
    meeting: &Thing<'_, Meeting>,
    need: &InterpreterNeed<'_>,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let say = call.say();
    let rules = call.house.gate.rules().interpreting(meeting.is.at.date());
    let choice = |value: &str, label: String| (value.to_owned(), label, None);
    let modes: Vec<_> = InterpretingMode::ALL
        .iter()
        .map(|mode| choice(mode.code(), dates::sentence(&say.coded("interpreter-mode", mode.code()))))
        .collect();
    let mut levels: Vec<_> = rules
        .levels
        .iter()
        .map(|code| choice(code, say.coded("interpreter-level", code).into_owned()))
        .collect();
    levels.push(choice(UNLISTED, say.say("interpreter-unlisted").into_owned()));
    let whys: Vec<_> = rules
        .unqualified
        .iter()
        .map(|it| (it.code.clone(), reason(call, "interpreter-unqualified", &it.code)))
        .collect();
    let knows = [
        choice("nei", say.say("interpreter-knows-no").into_owned()),
        choice("ja", say.say("interpreter-knows-yes").into_owned()),
    ];
    form(
        call,
        &address(view, meeting),
        "v-skjema",
        html! {
            (hidden(meeting, need, "ja"))
            (Field::new("who", say.say("interpreter-who")).hint(say.say("interpreter-who-hint")).line(call, filled, errors, "text"))
            (Field::new("number", say.say("interpreter-number")).optional().line(call, filled, errors, "text"))
            (Field::new("mode", say.say("interpreter-mode")).choices(call, filled, errors, "radio", &modes))
            (Field::new("level", say.say("interpreter-level")).hint(say.say("interpreter-level-hint")).choices(call, filled, errors, "radio", &levels))
            (Field::new("unqualified", say.say("interpreter-unqualified")).hint(say.say("interpreter-unqualified-hint"))
                .select(call, filled, errors, &say.say("interpreter-unqualified-none"), &whys))
            (Field::new("knows", say.say("interpreter-knows")).hint(say.say("interpreter-knows-hint")).choices(call, filled, errors, "radio", &knows))
            div.v-knapper { button.ds-button { (icon("tolk")) (say.say("interpreter-save")) } }
        },
    )
}

fn nobody(
    call: &Call,
    view: &View,
    meeting: &Thing<'_, Meeting>,
    need: &InterpreterNeed<'_>,
    filled: &Filled,
    errors: &Errors,
) -> Markup {
    let say = call.say();
    let after = stage(call, meeting.is) == Some(Stage::After);
    let rules = call.house.gate.rules().interpreting(meeting.is.at.date());
    let fits = |ground: &&InterpreterGround| after || !ground.after;
    let reasons: Vec<_> = rules
        .without
        .iter()
        .filter(fits)
        .map(|it| (it.code.clone(), reason(call, "interpreter-because", &it.code), None))
        .collect();
    form(
        call,
        &address(view, meeting),
        "v-skjema v-skjema--tett",
        html! {
            (hidden(meeting, need, "nei"))
            (Field::new("because", say.say("interpreter-because")).choices(call, filled, errors, "radio", &reasons))
            (Field::new("words", say.say("interpreter-words")).hint(say.say("interpreter-words-hint")).area(call, filled, errors, 3))
            div.v-knapper { button.ds-button data-variant="secondary" { (say.say("interpreter-save-nobody")) } }
        },
    )
}

/// Reads one of the two forms.
fn read(form: &FormOf, meeting: &Meeting, errors: &mut Errors) -> Option<Arrangement> {
    let (call, filled) = (&form.call, &form.filled);
    let mut must = |fits: bool, field: &str, key: &str| {
        if !fits {
            errors.add(field, call.t(key));
        }
    };
    if filled.raw("kind") == "nei" {
        let because = filled.text("because");
        let words = filled.text("words");
        must(!because.is_empty(), "because", "interpreter-needs-because");
        must(!words.is_empty(), "words", "interpreter-needs-words");
        return errors.is_empty().then_some(Arrangement::Nobody(NoInterpreter { because, words }));
    }
    let who = filled.text("who");
    let mode = InterpretingMode::from_code(filled.raw("mode"));
    let level = filled.some_text("level");
    let listed = level.filter(|code| code != UNLISTED);
    let unqualified = filled.some_text("unqualified").filter(|_| listed.is_none());
    must(!who.is_empty(), "who", "interpreter-needs-who");
    must(mode.is_some(), "mode", "interpreter-needs-mode");
    must(!filled.raw("level").is_empty(), "level", "interpreter-needs-level");
    let reasoned = filled.raw("level") != UNLISTED || unqualified.is_some();
    must(reasoned, "unqualified", "interpreter-needs-unqualified");
    must(matches!(filled.raw("knows"), "ja" | "nei"), "knows", "interpreter-needs-knows");
    let apart = filled.raw("knows") == "nei";
    let number = filled.text("number");
    let mode = mode.filter(|_| errors.is_empty())?;
    Some(Arrangement::Interpreter(Interpreter {
        who,
        number,
        mode,
        level: listed,
        unqualified,
        apart,
        at: meeting.at,
    }))
}

/// The meeting with one more thing arranged.
fn with(meeting: &Meeting, language: &str, stage: Stage, arrangement: Arrangement) -> Meeting {
    let mut next = meeting.clone();
    let place = next.interpreting.iter().position(|it| it.language == language).unwrap_or_else(|| {
        next.interpreting.push(Interpreting { language: language.into(), planned: None, came: None });
        next.interpreting.len() - 1
    });
    if let Some(line) = next.interpreting.get_mut(place) {
        match stage {
            Stage::Before => line.planned = Some(arrangement),
            Stage::After => line.came = Some(arrangement),
        }
    }
    next
}

pub(super) async fn save(place: Place, form: FormOf) -> Result<Response, Problem> {
    let call = &form.call;
    let view = place.held(call, "meetings").await?;
    let before = view.sees().find::<Meeting>(place.thing()?).ok_or(Problem::Missing)?;
    let stage = stage(call, before.is).ok_or(Problem::Missing)?;
    let language = form.filled.raw("language");
    let needs = |language: &str, need: &InterpreterNeed<'_>| need.language == language;
    if !interpreter_needs(&view.sees(), before.is).iter().any(|need| needs(language, need)) {
        return Err(Problem::Unreadable);
    }
    let mut errors = Errors::none();
    if let Some(arrangement) = read(&form, before.is, &mut errors) {
        let seen = form.filled.seen().map(|(_, version)| version);
        let command = rewrite(&before, seen, with(before.is, language, stage, arrangement).wrap());
        match form.act(place.family, command).await? {
            Done::Yes(_) => {
                let page = format!("{}/mote/{}", place.base(), before.id());
                return Ok(Redirect::to(&done_url(&page, "interpreter")).into_response());
            }
            Done::Mend(found) => errors = found,
            Done::Stale => errors.add("", call.t("refusal-stale")),
        }
    }
    // Read again, so that the form carries the version that stands now.
    let view = place.held(call, "meetings").await?;
    let now = view.sees().find::<Meeting>(place.thing()?).ok_or(Problem::Missing)?;
    let all = interpreter_needs(&view.sees(), now.is);
    let need = all.iter().find(|need| needs(language, need)).ok_or(Problem::Missing)?;
    Ok(conflict::mend(show(call, &view, &now, need, &form.filled, &errors)?))
}
