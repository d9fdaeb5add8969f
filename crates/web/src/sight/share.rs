//! The form by which a service is let see something: for the one who says yes, and for the coordinator who writes down
//! what somebody has said.

use super::groups;
use crate::frame::dates;
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::Field;
use crate::home::who_sees::{helpers_of, receivers};
use crate::plan::place::Desk;
use access::terms::{ActorId, Category, Consent, PersonId, ServiceId, after};
use maud::{Markup, html};

/// The value of a receiver in the form: a service, or one helper in it.
pub fn receiver_code(service: ServiceId, helper: Option<ActorId>) -> String {
    helper.map_or_else(|| service.to_string(), |helper| format!("{service}.{helper}"))
}

fn read_receiver(code: &str) -> Option<(ServiceId, Option<ActorId>)> {
    match code.split_once('.') {
        Some((service, helper)) => Some((service.parse().ok()?, Some(helper.parse().ok()?))),
        None => Some((code.parse().ok()?, None)),
    }
}

/// The services that take part, each with the people in it: one can say yes to all of them, or to one.
fn receiver_choices(desk: &Desk<'_>) -> Vec<(String, String)> {
    let say = desk.call.say();
    let mut choices = Vec::new();
    for (service, name) in receivers(desk) {
        choices.push((receiver_code(service, None), name.clone()));
        for helper in helpers_of(desk, service) {
            let only = say.with(
                "home-share-only",
                [("name", desk.who.helper(helper).into()), ("service", name.clone().into())],
            );
            choices.push((receiver_code(service, Some(helper)), only.into_owned()));
        }
    }
    choices
}

/// The last day that a consent of today may have.
pub fn longest(desk: &Desk<'_>) -> jiff::civil::Date {
    after(desk.call.today(), i32::from(desk.call.house.gate.limits(&desk.call.visit).consent_days))
}

/// To whom, about whom, what, why and until when.
pub fn fields(desk: &Desk<'_>, filled: &Filled, errors: &Errors, about: &[PersonId]) -> Markup {
    let say = desk.call.say();
    let people: Vec<(String, String, Option<String>)> =
        about.iter().map(|person| (person.to_string(), desk.who.person(*person), None)).collect();
    let groups: Vec<(String, String, Option<String>)> = groups::shared()
        .map(|group| (group.code.to_owned(), say.say(group.key).into_owned(), None))
        .collect();
    let last = dates::short(say, longest(desk), desk.call.today());
    html! {
        (Field::new("receiver", say.say("home-share-service")).select(desk.call, filled, errors, &say.say("home-share-choose"), &receiver_choices(desk)))
        (Field::new("subject", say.say("home-share-about")).choices(desk.call, filled, errors, "radio", &people))
        (Field::new("categories", say.say("home-share-what")).choices(desk.call, filled, errors, "checkbox", &groups))
        (Field::new("purpose", say.say("home-share-why")).hint(say.say("home-share-why-hint")).area(desk.call, filled, errors, 2))
        (Field::new("until", say.say("home-share-until")).hint(say.with("home-share-until-hint", [("day", last.into())])).day(desk.call, filled, errors))
    }
}

/// Reads the fields as a yes of nobody yet; what must be mended is in `errors`. `allowed` says for which kinds of
/// information the giver's word counts about somebody; nothing for a person whom it does not count for.
pub fn read(
    desk: &Desk<'_>,
    filled: &Filled,
    errors: &mut Errors,
    allowed: impl Fn(PersonId) -> Option<Vec<Category>>,
) -> Option<Consent> {
    let call = desk.call;
    let say = call.say();
    let known = receiver_choices(desk).iter().any(|(code, _)| code == filled.raw("receiver"));
    let receiver = read_receiver(filled.raw("receiver")).filter(|_| known);
    if receiver.is_none() {
        errors.add("receiver", say.say("home-error-service"));
    }
    let subject: Option<PersonId> = filled.parse("subject");
    let allowed = subject.and_then(allowed);
    if allowed.is_none() {
        errors.add("subject", say.say("home-error-subject"));
    }
    let mut categories = Vec::new();
    for group in groups::shared().filter(|group| filled.chose("categories", group.code)) {
        let open = |kind: &&Category| allowed.as_ref().is_none_or(|allowed| allowed.contains(kind));
        let before = categories.len();
        categories.extend(group.kinds.iter().filter(open).copied());
        if categories.len() == before && errors.at("categories").is_none() {
            // Somebody else decides: say who, so that she or he can be asked.
            let name = subject.map(|subject| desk.who.person(subject)).unwrap_or_default();
            let what = say.say(group.key).to_lowercase();
            errors.add(
                "categories",
                say.with("home-error-decides", [("name", name.into()), ("what", what.into())]),
            );
        }
    }
    if categories.is_empty() && errors.at("categories").is_none() {
        errors.add("categories", say.say("home-error-categories"));
    }
    let purpose = filled.text("purpose");
    if purpose.is_empty() {
        errors.add("purpose", say.say("home-error-purpose"));
    }
    let until = filled.day("until", call.today());
    let until = errors.take(call, "until", until);
    if errors.at("until").is_none() && !until.is_some_and(|day| call.today() <= day && day <= longest(desk)) {
        let last = dates::short(say, longest(desk), call.today());
        errors.add("until", say.with("home-error-until", [("day", last.into())]));
    }
    if !errors.is_empty() {
        return None;
    }
    let (receiver, helper) = receiver?;
    let subject = subject?;
    Some(Consent {
        subject,
        given_by: subject,
        receiver,
        categories,
        purpose,
        from: call.today(),
        until: until?,
        withdrawn: None,
        helper,
        refused: false,
        language: call.lang.code().to_owned(),
        text: call.house.gate.limits(&call.visit).consent_text,
        how: String::new(),
    })
}
