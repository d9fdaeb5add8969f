//! Disagreement about something that concerns a child: the form with what each means, and how it reads on the list. Nothing is
//! opened here; on some routes one thing can be told on its own page (R19, R64, R77).

use super::fields::{Choice, children, members, missing};
use super::sort::Sort;
use crate::family::told::{ground, grounds};
use crate::frame::form::{Errors, Filled};
use crate::frame::parts::{Field, listed, lower, own_words, tag};
use crate::frame::{Call, Who, dates};
use crate::sight::disagreed::{complaint, heard};
use crate::sight::groups;
use access::View;
use access::terms::{
    Category, Command, Consent, Disagreement, DisagreementOutcome, GroundFor, Heard, HeardHow, PersonId,
    Stance, ThingId, after, can_be_told,
};
use jiff::civil::Date;
use maud::{Markup, html};

/// A disagreement that is written already, and the version that was seen.
pub(super) type Before<'a> = (&'a Disagreement, (ThingId, u32));

fn key(what: &str) -> String {
    Sort::Disagreement.key(what)
}

/// The names of a field for one person.
fn own(name: &str, person: &str) -> String {
    format!("{name}-{person}")
}

/// The form as it begins from a consent that some have said yes to and others no.
pub(super) fn about(call: &Call, view: &View, consent: &Consent) -> Filled {
    let say = call.say();
    let names: Vec<String> = groups::of(&consent.categories).map(|group| lower(&say.say(group))).collect();
    let who = Who::new(call, view);
    let matter = say.with(
        &key("matter-is"),
        [
            ("service", who.service(consent.receiver).into()),
            ("what", listed(call, &names).into()),
            ("name", who.person(consent.subject).into()),
        ],
    );
    groups::shared()
        .filter(|group| group.kinds.iter().any(|kind| consent.categories.contains(kind)))
        .fold(Filled::empty(), |filled, group| filled.set("categories", group.code))
        .set("children", consent.subject)
        .set("matter", matter)
        .set("on", call.today())
}

/// Those who can be told: whose matter it is, and whoever has been told before. Until a child is chosen, everybody it could be.
fn told_choices(call: &Call, view: &View, before: Option<&Disagreement>) -> Vec<Choice> {
    let (limits, today) = (call.house.gate.limits(&call.visit), call.today());
    let fits: Vec<PersonId> = match before {
        Some(it) => can_be_told(&view.sees(), &it.children, today, limits),
        None => {
            let all = children(call, view).into_iter().filter_map(|(id, ..)| id.parse().ok());
            all.flat_map(|child| can_be_told(&view.sees(), &[child], today, limits)).collect()
        }
    };
    let already = before.map(|it| it.told.as_slice()).unwrap_or_default();
    members(view, |id, _| fits.contains(&id) || already.contains(&id))
}

/// What is asked; of one that is written already, what is new.
pub(super) fn fields(
    call: &Call,
    view: &View,
    filled: &Filled,
    errors: &Errors,
    before: Option<(&Disagreement, ThingId)>,
) -> Markup {
    let say = call.say();
    let t = |what: &str| say.say(&key(what)).into_owned();
    let field = |name: &'static str| Field::new(name, t(name));
    let kinds: Vec<Choice> = groups::shared()
        .map(|group| (group.code.to_owned(), say.say(group.key).into_owned(), None))
        .collect();
    let outcomes: Vec<Choice> = DisagreementOutcome::ALL
        .iter()
        .map(|it| (it.code().to_owned(), say.coded("disagreement-outcome", it.code()).into_owned(), None))
        .collect();
    // What is over is not written anew; one can still be told of it.
    let open = before.is_none_or(|(it, _)| it.outcome == DisagreementOutcome::Open);
    html! {
        @if before.is_none() {
            (field("children").choices(call, filled, errors, "checkbox", &children(call, view)))
            (field("matter").hint(t("matter-hint")).area(call, filled, errors, 2))
            (field("categories").optional().choices(call, filled, errors, "checkbox", &kinds))
            (field("on").day(call, filled, errors))
        }
        (views(call, view, filled, errors, before.map(|(_, thing)| thing)))
        @if open {
            (Field::new("law", t("law")).hint(t("law-hint")).choices(call, filled, errors, "radio", &grounds(call, GroundFor::Disagreement)))
            (field("best").hint(t("best-hint")).area(call, filled, errors, 3))
            (field("outcome").choices(call, filled, errors, "radio", &outcomes))
            (field("review").hint(t("review-hint")).optional().day(call, filled, errors))
            (field("result").hint(t("result-hint")).optional().area(call, filled, errors, 2))
            (field("settled").hint(t("settled-hint")).optional().day(call, filled, errors))
        }
        (field("told").hint(t("told-hint")).choices(call, filled, errors, "checkbox", &told_choices(call, view, before.map(|(it, _)| it))))
        (field("untold").hint(t("untold-hint")).optional().area(call, filled, errors, 2))
    }
}

/// What each in the family means, one after another; what stands already is told above.
fn views(call: &Call, view: &View, filled: &Filled, errors: &Errors, thing: Option<ThingId>) -> Markup {
    let say = call.say();
    let t = |what: &str| say.say(&key(what)).into_owned();
    let hows: Vec<(String, String)> = HeardHow::ALL
        .iter()
        .map(|how| (how.code().to_owned(), say.coded("heard", how.code()).into_owned()))
        .collect();
    html! {
        h2 #heard { (t("views")) }
        p.v-dus { (t(if thing.is_none() { "views-hint" } else { "views-more" })) }
        @for (id, name, _) in members(view, |_, _| true) {
            fieldset.ds-fieldset.v-kort.v-kort--dus {
                legend.ds-label { (name) }
                @if let Some(stance) = thing.and_then(|thing| stance(view, thing, &id)) {
                    (own_words(&stance.words, &heard(call, stance.how)))
                }
                (Field::new(&own("how", &id), t("how")).optional().select(call, filled, errors, &say.say("family-choose"), &hows))
                (Field::new(&own("words", &id), t("words")).optional().area(call, filled, errors, 2))
            }
        }
    }
}

/// What somebody means in a disagreement, as it stands.
fn stance<'a>(view: &'a View, thing: ThingId, person: &str) -> Option<&'a Stance> {
    let stances = view.sees().all::<Stance>().map(|it| it.is);
    stances.into_iter().find(|it| it.to == thing && it.undone.is_none() && it.who.to_string() == person)
}

/// Reads it; nothing when something must be mended.
pub(super) fn read(
    call: &Call,
    view: &View,
    filled: &Filled,
    before: Option<Before<'_>>,
    errors: &mut Errors,
) -> Option<Command> {
    let start = match before {
        Some((it, _)) => Some(it.clone()),
        None => begins(call, view, filled, errors),
    };
    let said = said(call, view, filled, errors);
    let open = before.is_none_or(|(it, _)| it.outcome == DisagreementOutcome::Open);
    let end = if open { comes_to(call, filled, errors) } else { None };
    let told = told(call, view, filled, before.map(|(it, _)| it), start.as_ref(), errors);
    enough(call, view, before, start.as_ref(), &said, errors);
    let mut it = start?;
    if open {
        it = end?.of(it);
    }
    (it.told, it.untold) = told;
    let replaces = before.map(|(_, seen)| seen);
    let command = Command::Disagree { replaces, disagreement: Box::new(it), heard: said };
    Some(command).filter(|_| errors.is_empty())
}

/// What a new one is about.
fn begins(call: &Call, view: &View, filled: &Filled, errors: &mut Errors) -> Option<Disagreement> {
    let can = children(call, view);
    let chosen: Vec<PersonId> = filled.parse_many("children");
    if chosen.is_empty() || chosen.iter().any(|child| !can.iter().any(|(id, ..)| *id == child.to_string())) {
        errors.add("children", call.t(&key("children-missing")));
    }
    let matter = filled.some_text("matter");
    if matter.is_none() {
        errors.add("matter", missing(call, Sort::Disagreement, "matter", "form-empty"));
    }
    let on = filled.day("on", call.today()).ok().flatten().filter(|day| *day <= call.today());
    if on.is_none() {
        errors.add("on", call.t(&key("on-missing")));
    }
    let categories: Vec<Category> = groups::shared()
        .filter(|group| filled.chose("categories", group.code))
        .flat_map(|group| group.kinds.iter().copied())
        .collect();
    Some(Disagreement {
        children: chosen,
        matter: matter?,
        categories,
        on: on?,
        law: String::new(),
        best: String::new(),
        outcome: DisagreementOutcome::Open,
        result: String::new(),
        settled: None,
        review: None,
        told: Vec::new(),
        untold: String::new(),
        undone: None,
    })
}

/// What each means, as far as something is written.
fn said(call: &Call, view: &View, filled: &Filled, errors: &mut Errors) -> Vec<Heard> {
    let mut found = Vec::new();
    for (id, ..) in members(view, |_, _| true) {
        let (how_name, words_name) = (own("how", &id), own("words", &id));
        let (how, words) = (HeardHow::from_code(filled.raw(&how_name)), filled.some_text(&words_name));
        match (how, words, id.parse::<PersonId>()) {
            (Some(how), Some(words), Ok(who)) => found.push(Heard { who, how, words }),
            (Some(HeardHow::NotHeard), None, _) => errors.add(&words_name, call.t(&key("not-heard-why"))),
            (Some(_), None, _) => errors.add(&words_name, call.t(&key("words-missing"))),
            (None, Some(_), _) => errors.add(&how_name, call.t(&key("how-missing"))),
            _ => {}
        }
    }
    found
}

/// Two have a view, and every child has been heard, or it is written why not (R20).
fn enough(
    call: &Call,
    view: &View,
    before: Option<Before<'_>>,
    it: Option<&Disagreement>,
    said: &[Heard],
    errors: &mut Errors,
) {
    let stands = |person: PersonId| {
        let thing = before.map(|(_, (thing, _))| thing);
        thing.is_some_and(|thing| stance(view, thing, &person.to_string()).is_some())
    };
    let has = |person: PersonId| said.iter().any(|it| it.who == person) || stands(person);
    let views = view.members().into_iter().filter(|member| has(member.id)).count();
    let begun = |name: &str| errors.at(name).is_some();
    let unheard = it.and_then(|it| {
        let mut all = it.children.iter().map(ToString::to_string);
        all.find(|child| {
            let silent = child.parse().is_ok_and(|child| !has(child));
            silent && !begun(&own("words", child)) && !begun(&own("how", child))
        })
    });
    if let Some(child) = unheard {
        errors.add(&own("how", &child), call.t(&key("child-missing")));
    } else if views < 2 && errors.is_empty() {
        errors.add("heard", call.t(&key("views-missing")));
    }
}

/// The route, what is best, and what came of it.
struct End {
    law: String,
    best: String,
    outcome: DisagreementOutcome,
    result: String,
    settled: Option<Date>,
    review: Option<Date>,
}

impl End {
    fn of(self, it: Disagreement) -> Disagreement {
        let End { law, best, outcome, result, settled, review } = self;
        Disagreement { law, best, outcome, result, settled, review, ..it }
    }
}

fn comes_to(call: &Call, filled: &Filled, errors: &mut Errors) -> Option<End> {
    let today = call.today();
    let law = ground(call, filled, GroundFor::Disagreement, errors);
    let best = filled.some_text("best");
    if best.is_none() {
        errors.add("best", call.t("vern-best-missing"));
    }
    let outcome = DisagreementOutcome::from_code(filled.raw("outcome"));
    let mut day = |name: &str| match filled.day(name, today) {
        Ok(day) => day,
        Err(problem) => {
            errors.problem(call, name, problem);
            None
        }
    };
    let (review, settled) = (day("review"), day("settled"));
    let result = filled.text("result");
    let latest = after(today, i32::from(call.house.gate.limits(&call.visit).decision_days));
    match outcome {
        None => errors.add("outcome", call.t(&key("outcome-missing"))),
        Some(DisagreementOutcome::Open) => {
            if !review.is_some_and(|day| (today..=latest).contains(&day)) && errors.at("review").is_none() {
                errors.add("review", call.t(&key("review-missing")));
            }
            if settled.is_some() {
                errors.add("settled", call.t(&key("settled-needless")));
            }
        }
        Some(_) => {
            if settled.is_none_or(|day| day > today) && errors.at("settled").is_none() {
                errors.add("settled", call.t(&key("settled-missing")));
            }
            if result.is_empty() {
                errors.add("result", call.t(&key("result-missing")));
            }
        }
    }
    let outcome = outcome?;
    // The day on which somebody would have asked again has no place in what is over.
    let review = review.filter(|_| outcome == DisagreementOutcome::Open);
    Some(End { law: law?, best: best?, outcome, result, settled, review })
}

/// Who in the family has been told, or why nobody has.
fn told(
    call: &Call,
    view: &View,
    filled: &Filled,
    before: Option<&Disagreement>,
    it: Option<&Disagreement>,
    errors: &mut Errors,
) -> (Vec<PersonId>, String) {
    let (limits, today) = (call.house.gate.limits(&call.visit), call.today());
    let told: Vec<PersonId> = filled.parse_many("told");
    let already = before.map(|it| it.told.as_slice()).unwrap_or_default();
    let fits = it.map(|it| can_be_told(&view.sees(), &it.children, today, limits)).unwrap_or_default();
    if it.is_some() && !told.iter().all(|person| fits.contains(person) || already.contains(person)) {
        errors.add("told", call.t(&key("told-wrong")));
    }
    if !already.iter().all(|person| told.contains(person)) {
        errors.add("told", call.t("vern-disclosure-told-gone"));
    }
    let untold = filled.text("untold");
    match (told.is_empty(), untold.is_empty()) {
        (true, true) => errors.add("untold", call.t("vern-disclosure-untold-missing")),
        (false, false) => errors.add("untold", call.t("vern-disclosure-untold-needless")),
        _ => {}
    }
    (told, untold)
}

/// What it says, as one sentence.
pub(super) fn sentence(call: &Call, view: &View, it: &Disagreement) -> String {
    let who = Who::new(call, view);
    let names: Vec<String> = it.children.iter().map(|child| who.person(*child)).collect();
    let names = listed(call, &names);
    call.say().with(&key("is"), [("names", names.into()), ("matter", it.matter.clone().into())]).into_owned()
}

/// What each means, the route, what is best, what came of it and who knows, as terms and words.
pub(super) fn reasons(call: &Call, view: &View, it: &Disagreement, thing: ThingId) -> Vec<(String, String)> {
    let (say, who, today) = (call.say(), Who::new(call, view), call.today());
    let fact = |term: &str, words: &str| (say.say(term).into_owned(), words.to_owned());
    let kinds: Vec<String> = groups::of(&it.categories).map(|group| lower(&say.say(group))).collect();
    let mut found = vec![fact("disagreed-kinds", &listed(call, &kinds))];
    for stance in view.sees().all::<Stance>().filter(|stance| stance.is.to == thing) {
        let name = say.with("disagreed-means", [("name", who.person(stance.is.who).into())]).into_owned();
        found.push((name, format!("{} ({})", stance.is.words, lower(&heard(call, stance.is.how)))));
    }
    found.push(fact("disagreed-route", &say.coded("law", &it.law)));
    found.push(fact("field-best", &it.best));
    found.push(fact("disagreed-result", &it.result));
    if let Some(review) = it.review {
        found.push(fact("disagreed-review", &dates::short(say, review, today)));
    }
    found.push(fact("disagreed-complain-told", &complaint(call, it).join(" ")));
    let told: Vec<String> = it.told.iter().map(|person| who.person(*person)).collect();
    found.push(match told.as_slice() {
        [] => fact("vern-disclosure-nobody", &it.untold),
        told => fact("vern-disclosure-knows", &listed(call, told)),
    });
    found
}

/// Where one thing is told, when the route leaves room for it.
pub(super) fn way(call: &Call, view: &View, it: &Disagreement) -> Markup {
    let mut routes = call.house.gate.rules().legal_grounds(GroundFor::Disagreement, call.today());
    let ground = routes.find(|route| route.code == it.law).and_then(|route| route.release.as_ref());
    html! {
        @if let Some(ground) = ground.filter(|_| it.undone.is_none()) {
            p {
                (call.say().with(&key("way"), [("law", call.say().coded("law", ground).into_owned().into())])) " "
                a href={ (crate::family::base(view.family())) "/plan" } { (call.t(&key("way-plan"))) }
            }
        }
    }
}

/// A mark for what came of it.
pub(super) fn mark(call: &Call, outcome: DisagreementOutcome) -> Markup {
    let (color, picture) = match outcome {
        DisagreementOutcome::Open => ("warning", "venter"),
        DisagreementOutcome::Agreed => ("success", "hake"),
        DisagreementOutcome::Decided => ("info", "hake"),
        DisagreementOutcome::Unchanged => ("neutral", "stopp"),
    };
    tag(color, picture, &call.say().coded("disagreement-outcome", outcome.code()))
}
