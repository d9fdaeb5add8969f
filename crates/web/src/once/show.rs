//! How what is known is told: values, whose they are, where they are from; and where an application stands.

use super::known::{Home, Known, Source};
use crate::frame::parts::tag;
use crate::frame::{Call, dates};
use crate::guide::{State, in_words, language};
use crate::plan::place::{Base, Desk};
use access::terms::{Application, FactOf, PersonId, Role, Stage};
use jiff::civil::Date;
use maud::{Markup, html};
use rights::catalogue::{Asked, Catalogue, Right};
use rights::{Value, Wanted, Whose};

/// What a coordinator's links carry, so that the page stays with the same grown-up.
pub fn query(desk: &Desk<'_>, state: &State) -> String {
    match (&state.home, desk.base) {
        (Some(home), Base::Work(_)) => format!("?person={}", home.adult),
        _ => String::new(),
    }
}

/// For a coordinator: for whom this is, and for whom it could be instead.
pub fn whose(desk: &Desk<'_>, state: &State) -> Markup {
    let Some(home) = state.home.as_ref().filter(|_| desk.base != Base::Own) else { return html! {} };
    let others: Vec<PersonId> =
        super::grown_ups(desk).into_iter().filter(|adult| *adult != home.adult).collect();
    html! {
        p {
            (desk.call.say().with("once-whose", [("name", home.given.clone().into())]))
            @for other in others {
                " " a href={ "?person=" (other) } { (desk.call.say().with("once-whose-instead", [("name", desk.who.person(other).into())])) }
            }
        }
    }
}

/// A value in words.
pub fn value(call: &Call, catalogue: &Catalogue, fact: u16, value: &Value) -> String {
    in_words(call, catalogue.fact_at(fact), value)
}

/// A stored value in words; as it stands, when the catalogue of today does not know it.
pub fn stored(call: &Call, catalogue: &Catalogue, name: &str, text: &str) -> String {
    let Some(fact) = catalogue.fact(name) else { return text.to_owned() };
    match Value::parse(text, &catalogue.fact_at(fact).kind) {
        Some(it) => value(call, catalogue, fact, &it),
        None => text.to_owned(),
    }
}

/// What a fact is called.
pub fn label(call: &Call, catalogue: &Catalogue, name: &str) -> String {
    let known = catalogue.fact(name).map(|fact| catalogue.fact_at(fact));
    known.map_or_else(|| name.to_owned(), |known| known.label.say(language(call.lang)).to_owned())
}

/// Whom a fact is about: a child by name, the home, oneself.
pub fn about(call: &Call, home: &Home, whose: Whose) -> String {
    let child = |place: u8| home.children.get(usize::from(place)).map(|child| child.given.clone());
    match whose {
        Whose::Child(place) | Whose::Pair { child: place, .. } => child(place).unwrap_or_default(),
        Whose::Home(_) => call.t("once-the-home").into_owned(),
        Whose::Adult(_) | Whose::Case => home.given.clone(),
    }
}

/// The same for a fact as it was sent.
pub fn about_given(desk: &Desk<'_>, of: FactOf) -> String {
    match of {
        FactOf::Home { .. } => desk.call.t("once-the-home").into_owned(),
        FactOf::Pair { child, .. } => desk.who.person(child),
        other => desk.who.person(other.about()),
    }
}

/// Where a known value is from, and when it was so.
pub fn source(call: &Call, known: &Known) -> String {
    let say = call.say();
    let day = dates::short(say, known.on, call.today());
    match (known.from, known.source.is_empty()) {
        (Source::Family, _) => say.say("once-from-family").into_owned(),
        (Source::Set, _) => say.say("once-from-municipality").into_owned(),
        (Source::Told(..), true) => say.with("once-from-you", [("day", day.into())]).into_owned(),
        (Source::Told(..), false) => say
            .with("once-from-source", [("source", known.source.clone().into()), ("day", day.into())])
            .into_owned(),
    }
}

/// The facts that an application for a right needs, seen from a child or from the applicant alone: what its file says that
/// it asks for, and what the rule of the day decides by. Nothing else is sent.
pub fn needed(catalogue: &Catalogue, right: &Right, child: Option<u8>, day: Date) -> Vec<Wanted> {
    let about = rights::About { home: 0, child, adult: Some(0) };
    // Whoever answers must know which child it is.
    let born = child.and_then(|_| catalogue.fact("child.birth_date"));
    let rule = right.rules.iter().find(|rule| rule.holds(day));
    let programs = rule.into_iter().flat_map(|rule| [Some(&rule.criteria), rule.calc.as_ref()]).flatten();
    let decides = programs
        .flat_map(|program| program.facts.iter())
        .filter(|fact| matches!(catalogue.fact_at(*fact).asked, Asked::Family | Asked::FamilyMay));
    let mut facts: Vec<u16> = born.into_iter().collect();
    for fact in right.asks_for.iter().copied().chain(decides) {
        if !facts.contains(&fact) && super::terms::is_shared(catalogue, fact) {
            facts.push(fact);
        }
    }
    facts.into_iter().map(|fact| Wanted { fact, whose: about.whose(catalogue.fact_at(fact).scope) }).collect()
}

/// The name of a right.
pub fn right_name(call: &Call, id: &str) -> String {
    let catalogue = call.house.rights.catalogue;
    let found = catalogue.right(id).map(|right| &catalogue.rights[right]);
    found.map_or_else(|| id.to_owned(), |right| right.name.say(language(call.lang)).to_owned())
}

/// Name of the right, and for whom.
pub fn title(desk: &Desk<'_>, application: &Application) -> String {
    let name = right_name(desk.call, &application.right);
    match application.child {
        Some(child) => desk
            .call
            .say()
            .with("once-application-for", [("name", name.into()), ("child", desk.who.person(child).into())])
            .into_owned(),
        None => name,
    }
}

/// Who decides: the service here that answers, or whoever the catalogue names.
pub fn receiver(desk: &Desk<'_>, application: &Application) -> String {
    match application.receiver {
        Some(to) => desk.who.service(to.service),
        None => authority(desk.call, &application.right),
    }
}

/// Whoever the catalogue says decides.
pub fn authority(call: &Call, id: &str) -> String {
    let catalogue = call.house.rights.catalogue;
    let found = catalogue.right(id).map(|right| &catalogue.rights[right]);
    found.map_or_else(String::new, |right| right.authority.say(language(call.lang)).to_owned())
}

/// Where it stands: icon and words.
pub fn stage(call: &Call, application: &Application) -> Markup {
    use access::terms::DecisionKind;
    let stage = application.stage();
    let here = application.receiver.is_some();
    let verdict = application.decision.as_ref().map(|decision| decision.verdict);
    let (colour, picture, key) = match (stage, verdict) {
        (Stage::Draft, _) => ("neutral", "rediger", "once-stage-draft"),
        (Stage::Sent, _) if !here => ("warning", "send", "once-stage-deliver"),
        (Stage::Sent, _) => ("info", "venter", "once-stage-sent"),
        (Stage::Received, _) => ("info", "venter", "once-stage-received"),
        (Stage::MoreNeeded, _) if call.visit.role == Role::Citizen => {
            ("warning", "sporsmal", "once-stage-more")
        }
        (Stage::MoreNeeded, _) => ("info", "venter", "once-stage-more-family"),
        (Stage::Complained, _) => ("info", "venter", "once-stage-complained"),
        (Stage::Settled, _) => ("neutral", "hake", "once-stage-settled"),
        (Stage::Withdrawn, _) => ("neutral", "stopp", "once-stage-withdrawn"),
        (Stage::Decided, Some(DecisionKind::Granted)) => ("success", "hake", "once-stage-granted"),
        (Stage::Decided, Some(DecisionKind::Partly)) => ("success", "hake", "once-stage-partly"),
        (Stage::Decided, _) => ("neutral", "info", "once-stage-refused"),
    };
    tag(colour, picture, &call.t(key))
}

/// The four steps that an application goes, and how far it has come.
pub fn steps(call: &Call, application: &Application) -> Markup {
    let come = match application.stage() {
        Stage::Draft | Stage::Withdrawn => 0,
        // What the family is to deliver itself is nowhere yet.
        Stage::Sent => usize::from(application.receiver.is_some()),
        Stage::Received | Stage::MoreNeeded => 3,
        Stage::Decided | Stage::Complained | Stage::Settled => 4,
    };
    let names = ["once-step-sent", "once-step-received", "once-step-considered", "once-step-answered"];
    html! {
        ol.v-steglinje {
            @for (place, key) in names.iter().enumerate() {
                li aria-current=[(place + 1 == come).then_some("step")] data-naar=[(place + 1 < come).then_some("gjort")] {
                    (call.t(key))
                    span.v-skjult { ": " (call.t(if place < come { "once-step-done" } else { "once-step-not-yet" })) }
                }
            }
        }
    }
}
