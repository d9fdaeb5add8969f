//! An interpreter in a meeting: who needs one, whom the coordinator has booked, and who came (R114, R115).

use super::head::{below, language, page as frame};
use super::{Place, conflict};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf, seen};
use crate::frame::parts::{AskedQuery, Field, form, icon, listed, tag};
use crate::frame::{Call, Problem, Shown, Who, dates};
use crate::workbench::asking::rewrite;
use access::View;
use access::terms::{
    Arrangement, Interpreter, InterpreterGround, InterpreterNeed, Interpreting, InterpretingMode, Kind,
    Meeting, NoInterpreter, Settled, Thing, interpreter_needs, working_days_before,
};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

/// What the form says when the interpreter does not stand in the national register.
const UNLISTED: &str = "ingen";

/// Which question is asked about a meeting.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Who is to come.
    Before,
    /// Who came.
    After,
}

/// Nothing is asked about a meeting that was called off.
fn stage(call: &Call, meeting: &Meeting) -> Option<Stage> {
    match &meeting.settled {
        Some(Settled { met: true, .. }) => Some(Stage::After),
        Some(_) => None,
        None if meeting.at.date() < call.today() => Some(Stage::After),
        None => Some(Stage::Before),
    }
}

fn address(view: &View, meeting: &Thing<'_, Meeting>) -> String {
    format!("{}/mote/{}/tolk", super::base(view.family()), meeting.id())
}

/// «Amina og Omar trenger tolk i dari.»
fn needed(call: &Call, view: &View, need: &InterpreterNeed<'_>) -> String {
    let who = Who::new(call, view);
    let names: Vec<String> = need.people.iter().map(|person| who.person(*person)).collect();
    let language = language(call, need.language);
    let key = if names.is_empty() { "interpreter-needed-by-none" } else { "interpreter-needed" };
    let with = [("names", listed(call, &names).into()), ("language", language.into())];
    call.say().with(key, with).into_owned()
}

/// The last day to book for a meeting, as a sentence.
fn deadline(call: &Call, meeting: &Meeting) -> String {
    let days = call.house.gate.limits(&call.visit).interpreter_working_days;
    let last = working_days_before(meeting.at.date(), days);
    let key = if last < call.today() { "interpreter-was-due" } else { "interpreter-due" };
    call.say().with(key, [("day", dates::near(call.say(), last, call.today()).into())]).into_owned()
}

fn reason(call: &Call, prefix: &str, code: &str) -> String {
    call.say().coded(prefix, code).into_owned()
}

/// What is arranged, for whoever coordinates.
fn arranged(call: &Call, arrangement: &Arrangement) -> Markup {
    let say = call.say();
    match arrangement {
        Arrangement::Interpreter(it) => html! {
            p {
                b { bdi { (it.who) } } ", " (say.coded("interpreter-mode", it.mode.code())) "."
                @if !it.number.is_empty() { " " (say.with("interpreter-number-is", [("number", it.number.clone().into())])) }
            }
            @match (&it.level, &it.unqualified) {
                (Some(level), _) => { p.v-dus { (say.coded("interpreter-level", level)) } }
                (None, Some(why)) => { p.v-dus { (say.say("interpreter-unlisted")) ". " (reason(call, "interpreter-unqualified", why)) "." } }
                (None, None) => {}
            }
        },
        Arrangement::Nobody(it) => html! {
            p { (reason(call, "interpreter-because", &it.because)) "." }
            p { "«" (it.words) "»" }
        },
    }
}

fn line(call: &Call, view: &View, meeting: &Thing<'_, Meeting>, need: &InterpreterNeed<'_>) -> Markup {
    let say = call.say();
    let stage = stage(call, meeting.is);
    let moved = need.planned().is_some_and(|planned| need.is_for_another_time(planned));
    let (color, picture, key) = match (stage, need.planned(), need.came()) {
        (Some(Stage::After), _, Some(Arrangement::Interpreter(_))) => ("success", "hake", "interpreter-came"),
        (Some(Stage::After), _, Some(Arrangement::Nobody(_))) => ("neutral", "stopp", "interpreter-came-not"),
        (Some(Stage::After), _, None) => ("warning", "sporsmal", "interpreter-who-came"),
        (_, Some(_), _) if moved => ("warning", "varsel", "interpreter-moved"),
        (_, Some(Arrangement::Interpreter(_)), _) => ("success", "hake", "interpreter-booked"),
        (_, Some(Arrangement::Nobody(_)), _) => ("neutral", "stopp", "interpreter-without"),
        (_, None, _) => ("warning", "varsel", "interpreter-not-booked"),
    };
    let way = match (stage, need.is_arranged(), need.came()) {
        (None, ..) => None,
        (Some(Stage::Before), false, _) => Some("interpreter-book"),
        (Some(Stage::After), _, None) => Some("interpreter-tell"),
        _ => Some("interpreter-change"),
    };
    let with = [("language", language(call, need.language).into())];
    html! {
        div.v-stabel.v-stabel--tett {
            p { b { (needed(call, view, need)) } }
            div.v-rad { (tag(color, picture, &say.say(key))) }
            @if let Some(came) = need.came() { (arranged(call, came)) }
            @else if let Some(planned) = need.planned() { (arranged(call, planned)) }
            @if stage == Some(Stage::Before) && !need.is_arranged() { p.v-dus { (deadline(call, meeting.is)) } }
            @if let Some(key) = way {
                p { a.ds-button data-variant=[need.is_arranged().then_some("secondary")]
                    href={ (address(view, meeting)) "?vis=" (need.language) } { (icon("tolk")) (say.with(key, with)) } }
            }
        }
    }
}

/// The card of a meeting; nothing when nobody needs an interpreter.
pub(super) fn card(call: &Call, view: &View, meeting: &Thing<'_, Meeting>) -> Markup {
    let needs = interpreter_needs(&view.sees(), meeting.is);
    html! {
        @if !needs.is_empty() {
            section.v-kort #tolk {
                h2 { (call.t("interpreter-heading")) }
                div.v-linjer { @for need in &needs { (line(call, view, meeting, need)) } }
            }
        }
    }
}

/// The mark of a meeting ahead that lacks an interpreter.
pub fn mark(call: &Call, view: &View, meeting: &Meeting) -> Markup {
    let ahead = stage(call, meeting) == Some(Stage::Before);
    let lacks = ahead && !interpreter_needs(&view.sees(), meeting).iter().all(InterpreterNeed::is_arranged);
    html! { @if lacks { (tag("warning", "tolk", &call.t("interpreter-not-booked"))) } }
}

/// What those who take part are told, one line for each language. Nothing once the meeting is over: then it stands with
/// whoever coordinates.
pub fn told(call: &Call, view: &View, meeting: &Meeting) -> Vec<String> {
    let say = call.say();
    if stage(call, meeting) != Some(Stage::Before) {
        return Vec::new();
    }
    let lead = Who::new(call, view).lead_given();
    let needs = interpreter_needs(&view.sees(), meeting);
    needs
        .iter()
        .map(|need| {
            let language = ("language", language(call, need.language).into());
            match need.planned().filter(|planned| !need.is_for_another_time(planned)) {
                Some(Arrangement::Interpreter(it)) => {
                    let key = format!("interpreter-told-{}", it.mode.code());
                    say.with(&key, [language, ("who", it.who.clone().into())]).into_owned()
                }
                Some(Arrangement::Nobody(it)) => {
                    let why = reason(call, "interpreter-because", &it.because);
                    say.with("interpreter-told-none", [language, ("why", why.into())]).into_owned()
                }
                None => {
                    say.with("interpreter-told-open", [language, ("name", lead.clone().into())]).into_owned()
                }
            }
        })
        .collect()
}

/// Whether a meeting has an interpreter whom somebody in the family might know.
pub fn is_booked(call: &Call, view: &View, meeting: &Meeting) -> bool {
    stage(call, meeting) == Some(Stage::Before)
        && interpreter_needs(&view.sees(), meeting)
            .iter()
            .any(|need| matches!(need.planned(), Some(Arrangement::Interpreter(_))) && need.is_arranged())
}

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
        return Err(Problem::Missing);
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
