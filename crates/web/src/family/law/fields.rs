//! The forms of decisions: what is asked, and what is read from what was filled in.

use super::sort::{Sort, stands};
use super::{disagreement, disclosure, insight};
use crate::frame::form::{Errors, Filled, seen};
use crate::frame::parts::{Field, form, icon};
use crate::frame::{Call, Who, dates};
use crate::sight::groups;
use crate::workbench::asking::{Whom, helper_field};
use access::View;
use access::terms::{
    ActorId, CareOrder, Conflict, Danger, Disagreement, Disclosure, Entry, Kind as _, Limits, Mandate,
    MandateBasis, Payload, Person, PersonId, Sector, ServiceId, Trusted, after, present, protected,
};
use jiff::civil::Date;
use maud::{Markup, html};

/// A choice of a field: value, label, hint.
pub(super) type Choice = (String, String, Option<String>);

fn limits(call: &Call) -> &Limits {
    call.house.gate.limits(&call.visit)
}

/// Those in the family for whom `fits` says yes, by full name as far as it is known.
pub(in crate::family) fn members(
    view: &View,
    fits: impl Fn(PersonId, Option<&Person>) -> bool,
) -> Vec<Choice> {
    let sees = view.sees();
    let found = view.members().into_iter().filter(|member| fits(member.id, sees.person(member.id)));
    let name = |id: PersonId, given: &str| sees.person(id).map_or(given.to_owned(), Person::full_name);
    found.map(|member| (member.id.to_string(), name(member.id, member.given), None)).collect()
}

/// Protected persons: by the register, or from somebody in the family.
fn guarded(call: &Call, view: &View) -> Vec<PersonId> {
    protected(&view.sees(), call.today())
}

/// Those for whom somebody can act: of age, or soon.
fn can_be_acted_for(call: &Call, person: Option<&Person>) -> bool {
    let (limits, today) = (limits(call), call.today());
    person.is_some_and(|is| {
        !is.is_minor(today, limits) || is.age(today).is_some_and(|age| age >= limits.health_majority_age)
    })
}

/// Why this decision cannot be made in this family now; nothing when it can.
pub(super) fn no_use(call: &Call, view: &View, sort: Sort) -> Option<String> {
    let none = match sort {
        Sort::Danger => present(&view.sees(), call.today()).len() < 2,
        Sort::Trusted => guarded(call, view).is_empty(),
        Sort::CareOrder | Sort::Disagreement => children(call, view).is_empty(),
        Sort::Mandate => members(view, |_, is| can_be_acted_for(call, is)).is_empty(),
        Sort::Conflict | Sort::Insight | Sort::Disclosure => false,
    };
    none.then(|| call.t(&sort.key("none")).into_owned())
}

pub(super) fn children(call: &Call, view: &View) -> Vec<Choice> {
    members(view, |_, is| is.is_some_and(|is| is.is_minor(call.today(), limits(call))))
}

fn adults(call: &Call, view: &View) -> Vec<Choice> {
    members(view, |_, is| is.is_some_and(|is| !is.is_minor(call.today(), limits(call))))
}

/// The services that can hold a care order.
fn welfare(call: &Call) -> Vec<(String, String)> {
    let directory = call.house.gate.directory();
    let services = directory.services().into_iter().filter(|service| service.sector == Sector::ChildWelfare);
    services.map(|service| (service.id.to_string(), service.name.clone())).collect()
}

/// The last day that a decision from a day may have.
pub(in crate::family) fn longest(call: &Call, from: Date) -> Date {
    after(from, i32::from(limits(call).decision_days))
}

/// What the form holds before anything is filled in.
pub(super) fn blank(call: &Call, sort: Sort) -> Filled {
    match sort {
        Sort::Danger | Sort::CareOrder | Sort::Mandate => Filled::empty().set("from", call.today()),
        Sort::Disclosure | Sort::Disagreement => Filled::empty().set("on", call.today()),
        Sort::Trusted | Sort::Conflict | Sort::Insight => Filled::empty(),
    }
}

/// The form. With `before`, only what may be changed is asked.
pub(super) fn fields(
    call: &Call,
    view: &View,
    sort: Sort,
    action: &str,
    filled: &Filled,
    errors: &Errors,
    before: Option<&Entry>,
) -> Markup {
    let say = call.say();
    let t = |what: &str| say.say(&sort.key(what)).into_owned();
    let radio = |name: &'static str, choices: &[Choice]| {
        Field::new(name, t(name)).choices(call, filled, errors, "radio", choices)
    };
    let area = |hint: bool| {
        let field = Field::new("why", t("why"));
        if hint { field.hint(t("why-hint")) } else { field }.area(call, filled, errors, 3)
    };
    let until = |from: Date| {
        let last = dates::short(say, longest(call, from), call.today());
        Field::new("until", t("until"))
            .hint(say.with("vern-longest", [("day", last.into())]))
            .day(call, filled, errors)
    };
    let new = before.is_none();
    let content = match sort {
        Sort::Danger => html! {
            @if new {
                (Field::new("protected", t("protected")).hint(t("protected-hint")).choices(call, filled, errors, "checkbox", &members(view, |_, _| true)))
                (radio("threat", &members(view, |_, _| true)))
            }
            (area(true))
            @if new { (Field::new("from", t("from")).day(call, filled, errors)) }
        },
        Sort::Trusted => {
            let guarded = guarded(call, view);
            html! {
                (radio("person", &members(view, |id, _| guarded.contains(&id))))
                (helper_field(call, &t("to"), filled, errors))
                (area(true))
                (until(call.today()))
            }
        }
        Sort::CareOrder => html! {
            @if new { (radio("child", &children(call, view))) }
            (Field::new("basis", t("basis")).hint(t("basis-hint")).line(call, filled, errors, "text"))
            (Field::new("service", t("service")).select(call, filled, errors, &say.say("family-choose"), &welfare(call)))
            @if new { (Field::new("from", t("from")).day(call, filled, errors)) }
        },
        Sort::Mandate => {
            let bases: Vec<Choice> = MandateBasis::ALL
                .iter()
                .map(|basis| (basis.code().to_owned(), say.coded("mandate", basis.code()).into_owned(), None))
                .collect();
            let groups: Vec<Choice> = groups::shared()
                .map(|group| (group.code.to_owned(), say.say(group.key).into_owned(), None))
                .collect();
            let from = filled.day("from", call.today()).ok().flatten().unwrap_or(call.today());
            html! {
                @if new {
                    (radio("person", &members(view, |_, is| can_be_acted_for(call, is))))
                    (radio("holder", &adults(call, view)))
                    (radio("basis", &bases))
                }
                (Field::new("categories", t("categories")).choices(call, filled, errors, "checkbox", &groups))
                (area(true))
                @if new { (Field::new("from", t("from")).hint(t("from-hint")).day(call, filled, errors)) }
                (until(from))
            }
        }
        Sort::Conflict => html! {
            (helper_field(call, &t("to"), filled, errors))
            (Field::new("why", t("why")).hint(t("why-hint")).line(call, filled, errors, "text"))
        },
        Sort::Insight => insight::fields(call, view, filled, errors),
        Sort::Disclosure => {
            let before = before.and_then(|before| Disclosure::of(&before.payload));
            disclosure::fields(call, view, filled, errors, before)
        }
        Sort::Disagreement => {
            let before = before.and_then(|entry| Some((Disagreement::of(&entry.payload)?, entry.thing)));
            disagreement::fields(call, view, filled, errors, before)
        }
    };
    let at_once = new && say.has(&sort.key("at-once"));
    html! {
        (form(call, action, "v-skjema", html! {
            @if let Some(before) = before { (seen(before.thing, before.version)) }
            (content)
            @if at_once { div.ds-alert data-color="warning" { p { (t("at-once")) } } }
            div.v-knapper {
                button.ds-button { (icon("hake")) @if new { (t("send")) } @else { (say.say("family-save")) } }
                a.ds-button data-variant="secondary" href={ (super::base(view)) } { (say.say("form-cancel")) }
            }
        }))
    }
}

/// Reads the form; nothing when something must be mended. What makes it this decision and no other stays as it was.
/// Several who are protected from one are a decision each.
pub(super) fn read(
    call: &Call,
    view: &View,
    sort: Sort,
    filled: &Filled,
    before: Option<&Payload>,
    errors: &mut Errors,
) -> Option<Vec<Payload>> {
    let stood = before.map(stands);
    let whose = stood.as_ref().unwrap_or(filled);
    let mut person = |name: &str| {
        let found = whose.parse::<PersonId>(name).filter(|id| view.name_of(*id).is_some());
        if found.is_none() {
            errors.add(name, missing(call, sort, name, "form-choice"));
        }
        found
    };
    match sort {
        Sort::Danger => {
            let threat = person("threat");
            let protected: Vec<PersonId> = whose.parse_many("protected");
            if protected.is_empty() || protected.iter().any(|id| view.name_of(*id).is_none()) {
                errors.add("protected", call.t("vern-danger-protected-missing"));
            }
            if threat.is_some_and(|threat| protected.contains(&threat)) {
                errors.add("threat", call.t("vern-danger-same"));
            }
            let why = sentence(call, filled, "why", errors);
            let from = whose_day(call, whose, "from", errors);
            let until = before.and_then(|before| Danger::of(before)?.until);
            let (threat, why, from) = (threat?, why?, from?);
            let one = |protected| Danger { protected, threat, why: why.clone(), from, until }.wrap();
            Some(protected.into_iter().map(one).collect())
        }
        Sort::Trusted => {
            let person = person("person");
            let whom = helper(call, filled, errors);
            let why = sentence(call, filled, "why", errors);
            let until = last_day(call, filled, call.today(), errors);
            let (helper, service) = whom?;
            let asked_by = call.visit.actor;
            let payload = Trusted {
                person: person?,
                helper,
                service,
                why: why?,
                asked_by,
                approved_by: None,
                until: until?,
                ended: None,
            };
            Some(vec![payload.wrap()])
        }
        Sort::CareOrder => {
            let child = person("child");
            let basis = sentence(call, filled, "basis", errors);
            let service = filled.parse::<ServiceId>("service");
            if service.is_none() {
                errors.add("service", call.t("form-choice"));
            }
            let from = whose_day(call, whose, "from", errors);
            let until = before.and_then(|before| CareOrder::of(before)?.until);
            let payload = CareOrder { child: child?, basis: basis?, service: service?, from: from?, until };
            Some(vec![payload.wrap()])
        }
        Sort::Mandate => {
            let (person, holder) = (person("person"), person("holder"));
            if person.is_some() && person == holder {
                errors.add("holder", call.t("vern-mandate-same"));
            }
            let basis = MandateBasis::from_code(whose.raw("basis"));
            if basis.is_none() {
                errors.add("basis", call.t("form-choice"));
            }
            let categories: Vec<_> = groups::shared()
                .filter(|group| filled.chose("categories", group.code))
                .flat_map(|group| group.kinds.iter().copied())
                .collect();
            if categories.is_empty() {
                errors.add("categories", call.t("vern-mandate-categories-missing"));
            }
            let why = sentence(call, filled, "why", errors);
            let from = whose_day(call, whose, "from", errors);
            let is = person.and_then(|person| view.sees().person(person));
            if let (Some(is), Some(day)) = (is, from)
                && is.is_minor(day, limits(call))
            {
                errors.add("from", call.t("refusal-not-of-age"));
            }
            let until = last_day(call, filled, from.unwrap_or(call.today()), errors);
            let withdrawn = before.and_then(|before| Mandate::of(before)?.withdrawn);
            let payload = Mandate {
                person: person?,
                holder: holder?,
                basis: basis?,
                categories,
                why: why?,
                from: from?,
                until: until?,
                withdrawn,
            };
            Some(vec![payload.wrap()])
        }
        Sort::Conflict => {
            let whom = helper(call, filled, errors);
            let why = sentence(call, filled, "why", errors);
            let (helper, _) = whom?;
            let said = |conflict: &Conflict| conflict.helper == helper && conflict.ended.is_none();
            if view.sees().all::<Conflict>().any(|conflict| said(conflict.is)) {
                let name = Who::new(call, view).helper(helper);
                errors.add("to", call.say().with("vern-conflict-already", [("who", name.into())]));
            }
            Some(vec![Conflict { helper, why: why?, ended: None }.wrap()])
        }
        Sort::Insight => {
            let people = (person("by"), person("whom"));
            insight::read(call, view, filled, people, errors).map(|letter| vec![letter])
        }
        Sort::Disclosure => {
            let whom = (person("whom"), before.and_then(Disclosure::of));
            disclosure::read(call, view, filled, whom, errors).map(|given| vec![given])
        }
        // It is given as a command of its own, with what each means.
        Sort::Disagreement => None,
    }
    .filter(|_| errors.is_empty())
}

/// What is said when a field of a form is empty: in its own words where it has some.
pub(super) fn missing(call: &Call, sort: Sort, name: &str, otherwise: &str) -> String {
    let own = sort.key(&format!("{name}-missing"));
    call.t(if call.say().has(&own) { &own } else { otherwise }).into_owned()
}

/// Somebody who can be asked, in the service in which that is.
fn helper(call: &Call, filled: &Filled, errors: &mut Errors) -> Option<(ActorId, ServiceId)> {
    match Whom::read(call, filled.raw("to")) {
        Some(Whom::Helper(helper, service)) => Some((helper, service)),
        _ => {
            errors.add("to", call.t("workbench-choose-somebody"));
            None
        }
    }
}

/// Words that must be there.
pub(in crate::family) fn sentence(
    call: &Call,
    filled: &Filled,
    name: &str,
    errors: &mut Errors,
) -> Option<String> {
    let text = filled.some_text(name);
    if text.is_none() {
        errors.add(name, call.t("form-empty"));
    }
    text
}

/// A day that must be there.
fn whose_day(call: &Call, filled: &Filled, name: &str, errors: &mut Errors) -> Option<Date> {
    match filled.day(name, call.today()) {
        Ok(Some(day)) => Some(day),
        _ => {
            errors.add(name, call.t("form-date"));
            None
        }
    }
}

/// The last day of a decision from a day: there, not before it, and not after the longest time.
pub(in crate::family) fn last_day(
    call: &Call,
    filled: &Filled,
    from: Date,
    errors: &mut Errors,
) -> Option<Date> {
    let until = whose_day(call, filled, "until", errors)?;
    let last = longest(call, from);
    if until < from {
        errors.add("until", call.t("vern-until-before"));
    } else if until > last {
        let last = dates::short(call.say(), last, call.today());
        errors.add("until", call.say().with("vern-until-late", [("day", last.into())]));
    }
    Some(until)
}
