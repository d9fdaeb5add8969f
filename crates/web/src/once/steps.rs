//! Acts with one application: answering what was asked, noting down an answer that came by letter, complaining, taking
//! it back.

use super::terms::counted;
use super::{menu, one, show};
use crate::frame::act::{Done, done_url};
use crate::frame::form::{Errors, Filled, FormOf};
use crate::frame::parts::{Asked, Field};
use crate::frame::{Call, Problem};
use crate::plan::place::{Answered, Desk, Place};
use access::terms::{Application, Applying, Command, Decision, DecisionKind};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use jiff::civil::Date;
use maud::{Markup, html};

/// A decision with nothing in it yet: to know whether the reader may write one.
pub fn blank(call: &Call) -> Decision {
    Decision {
        on: call.today(),
        verdict: DecisionKind::Granted,
        words: String::new(),
        amount: String::new(),
        from: None,
        until: None,
        complain_by: None,
        automatic: None,
        rule: None,
    }
}

/// What the rules say, to begin from.
pub struct Proposal {
    /// What the answer would be worth, in words.
    pub amount: String,
    /// Why, in one sentence.
    pub why: String,
}

/// The fields of an answer.
pub fn decision_fields(call: &Call, filled: &Filled, errors: &Errors, proposal: Option<&Proposal>) -> Markup {
    let say = call.say();
    let choices: Vec<(String, String, Option<String>)> = [
        (DecisionKind::Granted, "once-stage-granted"),
        (DecisionKind::Partly, "once-stage-partly"),
        (DecisionKind::Refused, "once-stage-refused"),
    ]
    .into_iter()
    .map(|(verdict, key)| (verdict.code().to_owned(), say.say(key).into_owned(), None))
    .collect();
    let shown = match proposal {
        Some(proposal) if !filled.has("utfall") => filled
            .clone()
            .set("utfall", DecisionKind::Granted.code())
            .set("belop", &proposal.amount)
            .set("grunn", &proposal.why),
        _ => filled.clone(),
    };
    html! {
        (Field::new("utfall", say.say("once-verdict")).choices(call, &shown, errors, "radio", &choices))
        (Field::new("belop", say.say("once-amount")).hint(say.say("once-amount-hint")).optional().line(call, &shown, errors, "text"))
        (Field::new("grunn", say.say("once-grounds")).hint(say.say("once-grounds-hint")).area(call, &shown, errors, 3))
        (Field::new("dato", say.say("once-decided-on")).optional().day(call, &shown, errors))
        (Field::new("fra", say.say("once-from-field")).optional().day(call, &shown, errors))
        (Field::new("til", say.say("once-until-field")).hint(say.say("once-until-hint")).optional().day(call, &shown, errors))
        div.v-knapper { button.ds-button { (say.say("once-decision-save")) } }
    }
}

/// The fields of an answer to a complaint.
pub fn complaint_fields(call: &Call, filled: &Filled, errors: &Errors) -> Markup {
    let say = call.say();
    let choices = [
        ("ja".to_owned(), say.say("once-complaint-changed").into_owned(), None),
        ("nei".to_owned(), say.say("once-complaint-kept").into_owned(), None),
    ];
    html! {
        (Field::new("endret", say.say("once-complaint-outcome")).choices(call, filled, errors, "radio", &choices))
        (Field::new("svar", say.say("once-complaint-words")).area(call, filled, errors, 3))
        div.v-knapper { button.ds-button { (say.say("once-decision-save")) } }
    }
}

/// The answer that a form says. The last day for a complaint follows from the day and the right's own time for it.
pub fn read_decision(
    call: &Call,
    filled: &Filled,
    application: &Application,
    errors: &mut Errors,
) -> Option<Decision> {
    let today = call.today();
    let verdict = DecisionKind::from_code(filled.raw("utfall"));
    if verdict.is_none() {
        errors.add("utfall", call.t("once-error-verdict"));
    }
    let day = |name: &str, errors: &mut Errors| errors.take(call, name, filled.day(name, today));
    let on: Option<Date> = day("dato", errors);
    let from: Option<Date> = day("fra", errors);
    let until: Option<Date> = day("til", errors);
    let on = on.unwrap_or(today);
    if on > today {
        errors.add("dato", call.t("once-error-future"));
    }
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        errors.add("til", call.t("once-error-until"));
    }
    let words = filled.text("grunn");
    if words.is_empty() && verdict.is_some_and(|verdict| verdict != DecisionKind::Granted) {
        errors.add("grunn", call.t("once-error-grounds"));
    }
    let catalogue = call.house.rights.catalogue;
    let right = catalogue.right(&application.right).map(|right| &catalogue.rights[right]);
    let term = right.and_then(|right| right.complaint.term.as_ref());
    let rule = right.and_then(|right| right.rules.iter().find(|rule| rule.holds(on))).map(|rule| rule.from);
    errors.is_empty().then_some(())?;
    Some(Decision {
        on,
        verdict: verdict?,
        words,
        amount: filled.text("belop"),
        from,
        until,
        complain_by: term.map(|term| counted(on, term)),
        automatic: None,
        rule,
    })
}

/// The act that a form asks for.
pub fn read(
    call: &Call,
    filled: &Filled,
    application: &Application,
    errors: &mut Errors,
) -> Option<(Applying, &'static str)> {
    let seen = filled.seen()?;
    let mut words = |field: &str, key: &str| {
        let words = filled.text(field);
        if words.is_empty() {
            errors.add(field, call.t(key));
        }
        words
    };
    Some(match filled.raw("steg") {
        "svar" => {
            let words = words("ord", "once-error-words");
            (Applying::AnswerMore { application: seen, words }, "once-answered")
        }
        "mottatt" => (Applying::Receive(seen), "once-received"),
        "vedtak" => {
            let decision = read_decision(call, filled, application, errors)?;
            (Applying::Decide { application: seen, decision }, "once-decided")
        }
        "klage" => {
            let words = words("klage", "once-error-words");
            (Applying::Complain { application: seen, words }, "once-complained")
        }
        "klagesvar" => {
            let words = words("svar", "once-error-words");
            if !["ja", "nei"].contains(&filled.raw("endret")) {
                errors.add("endret", call.t("once-error-verdict"));
            }
            let changed = filled.raw("endret") == "ja";
            (Applying::AnswerComplaint { application: seen, changed, words }, "once-complaint-answered")
        }
        "trekk" => (Applying::Withdraw(seen), "once-withdrawn"),
        _ => return None,
    })
}

/// Takes one step.
pub async fn step(place: Place, sent: FormOf) -> Answered {
    let view = place.view_of_form(&sent, "application").await?;
    let desk = Desk::new(&sent.call, place.base, &view);
    let one = view.sees().find::<Application>(place.thing()?).ok_or(Problem::Missing)?;
    let mut errors = Errors::none();
    let act = read(&sent.call, &sent.filled, one.is, &mut errors);
    match act {
        None if errors.is_empty() => return Err(Problem::Unreadable.into()),
        Some((act, told)) if errors.is_empty() => {
            if act.things() != [one.id()] {
                return Err(Problem::Missing.into());
            }
            match sent.act(view.family(), Command::Apply(act)).await? {
                Done::Yes(_) => {
                    let back = format!("{}/soknader/{}", desk.base.path(), one.id());
                    return Ok(Redirect::to(&done_url(&back, told)).into_response());
                }
                Done::Mend(found) => errors = found,
                Done::Stale => errors.add("", sent.call.t("refusal-stale")),
            }
        }
        _ => {}
    }
    let content = one::page(&desk, &Asked::default(), &one, &sent.filled, &errors);
    let page = desk.page(show::title(&desk, one.is)).at(menu(&sent.call)).failed();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page.show(&sent.call, content)).into_response())
}
