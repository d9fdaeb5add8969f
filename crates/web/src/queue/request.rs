//! One request: what was asked in the family's words, who it is about, who helps today, what has happened, and
//! what those who answer can do now.

use crate::frame::form::{Errors, Filled};
use crate::frame::parts::{AskedQuery, done, icon, own_words, phone, tag};
use crate::frame::who::Who;
use crate::frame::{Call, Page, Problem, Shown, dates};
use crate::queue::capacity::{self, Room};
use crate::queue::forms::{self, Form};
use crate::queue::list::{family_name, reply};
use crate::queue::{PATH, aside, clash, twins};
use access::terms::{
    Answer, Coordination, Course, FamilyId, Generation, HelpRequest, Merge, Moment, Payload, Person, Phase,
    Role, SentBy, ServiceLink, Thing, course_periods, present,
};
use access::{Denied, Similar, View};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

/// Everything that the page is made from.
pub struct Case {
    /// What the reader sees of the family.
    pub view: View,
    /// Who may be known already; for those who answer requests.
    pub similar: Vec<Similar>,
    /// Coordinators with room.
    pub rooms: Vec<Room>,
}

impl Case {
    /// Reads it; nothing for a reader without ground, as when there is no such family.
    ///
    /// # Errors
    /// The store or the journal is not available.
    pub async fn read(call: &Call, family: &str) -> Result<Option<Self>, Problem> {
        call.only(&[Role::Intake, Role::Coordinator])?;
        let Ok(family) = family.parse::<FamilyId>() else { return Ok(None) };
        let view = match call.house.gate.view(&call.visit, family, "queue-request").await {
            Ok(view) => view,
            Err(Denied::NotFound) => return Ok(None),
            Err(other) => return Err(other.into()),
        };
        // Somebody who holds the whole has pages of her own for it.
        if view.standing().holds.is_some() {
            return Ok(None);
        }
        let case = Self { view, similar: Vec::new(), rooms: Vec::new() };
        if call.visit.role != Role::Intake {
            return Ok(Some(case));
        }
        let waits = matches!(case.phase(), Some(Phase::Received | Phase::Waiting { .. }));
        let similar = async {
            if waits { call.house.gate.similar(&call.visit, &case.view).await } else { Ok(Vec::new()) }
        };
        let (similar, rooms) = tokio::join!(similar, capacity::rooms(call));
        let (similar, rooms) = (similar?, rooms?);
        Ok(Some(Self { similar, rooms, ..case }))
    }

    /// The course.
    pub fn course(&self) -> Option<Thing<'_, Course>> {
        self.view.sees().only::<Course>()
    }

    /// The phase.
    pub fn phase(&self) -> Option<&Phase> {
        self.course().map(|course| &course.is.phase)
    }

    /// The offer that is not settled.
    pub fn offer(&self) -> Option<&access::terms::Offer> {
        self.view.sees().only::<Coordination>().and_then(|it| it.is.offer.as_ref())
    }
}

pub async fn show(
    call: Call,
    Path(family): Path<String>,
    Query(asked): AskedQuery,
) -> Result<Response, Problem> {
    let Some(case) = Case::read(&call, &family).await? else {
        return clash::gone(&call, None);
    };
    let page = Sheet::new(&call, &case).told(done(&call, &asked)).show();
    Ok(page.into_response())
}

/// The page, with a form that must be mended or that met somebody else's change.
pub struct Sheet<'a> {
    call: &'a Call,
    case: &'a Case,
    told: Markup,
    which: Option<Form>,
    filled: Filled,
    errors: Errors,
    clash: bool,
}

impl<'a> Sheet<'a> {
    /// The page as it stands.
    pub fn new(call: &'a Call, case: &'a Case) -> Self {
        let (filled, errors) = (Filled::empty(), Errors::none());
        Self { call, case, told: html! {}, which: None, filled, errors, clash: false }
    }

    fn told(mut self, told: Markup) -> Self {
        self.told = told;
        self
    }

    /// With a form to mend: what was typed stands in it.
    pub fn mend(mut self, which: Form, filled: Filled, errors: Errors) -> Response {
        (self.which, self.filled, self.errors) = (Some(which), filled, errors);
        (StatusCode::UNPROCESSABLE_ENTITY, self.show()).into_response()
    }

    /// With what somebody else changed beside what was typed.
    pub fn clash(mut self, which: Form, filled: Filled) -> Response {
        (self.which, self.filled, self.clash) = (Some(which), filled, true);
        (StatusCode::CONFLICT, self.show()).into_response()
    }

    fn show(&self) -> Shown {
        let (call, case) = (self.call, self.case);
        let intake = call.visit.role == Role::Intake;
        let name = family_name(call, &case.view);
        let content = html! {
            nav.ds-breadcrumbs aria-label=(call.t("queue-breadcrumb")) {
                a href=(PATH) { (call.t("queue-heading")) }
                ol { li { a href=(PATH) { (call.t("queue-heading")) } } li { a href={ (PATH) "/" (case.view.family()) } aria-current="page" { (name) } } }
            }
            (self.told)
            (self.errors.summary(call))
            @if self.clash && let Some(which) = self.which { (clash::card(call, case, which, &self.filled)) }
            (head(call, case, &name))
            (twins::panel(call, case, &self.filled, &self.errors))
            div.v-to {
                div.v-stabel {
                    (words(call, case))
                    (merged(call, case, intake))
                    (people(call, case))
                    (happened(call, case))
                    (twins::told_apart(call, case))
                }
                div.v-stabel { (forms::all(call, case, self.which, &self.filled, &self.errors)) }
            }
        };
        // No name of a family in a title: it stands in the browser's history.
        let page = Page::new(call.t("request-title")).at(PATH);
        if self.errors.is_empty() && !self.clash { page } else { page.failed() }.show(call, content)
    }
}

fn head(call: &Call, case: &Case, name: &str) -> Markup {
    let sees = case.view.sees();
    let request = sees.only::<HelpRequest>();
    html! {
        div.v-hode { div {
            h1 { (name) }
            div.v-rad {
                @if let Some(course) = case.course() {
                    @if course.is.acute { (tag("danger", "utrop", &call.t("request-acute"))) }
                    (phase_tag(call, course.is.phase.code()))
                }
                @if let Some(request) = &request { span.v-dus { (request.is.reference) } }
            }
            @if let (Some(request), Some(Phase::Received)) = (&request, case.phase()) {
                p { b { (reply(call, request.is, request.is.acute)) } }
            }
        } }
    }
}

fn phase_tag(call: &Call, phase: &str) -> Markup {
    let (color, picture) = match phase {
        "received" => ("warning", "klokke"),
        "waiting" => ("info", "venter"),
        _ => ("info", "igang"),
    };
    tag(color, picture, &call.t(&format!("phase-{phase}")))
}

/// The family's own words have a surface of their own; what a professional wrote stands on ordinary paper.
fn words(call: &Call, case: &Case) -> Markup {
    let Some(request) = case.view.sees().only::<HelpRequest>() else { return html! {} };
    let (say, today) = (call.say(), call.today());
    let on = dates::near(say, Moment::day_of(request.entry.at), today);
    let asker = request.entry.subjects.first().and_then(|person| case.view.sees().person(*person));
    let who = asker.map_or_else(|| call.t("who-somebody").into_owned(), Person::full_name);
    let is = request.is;
    let who = match &is.sent_by {
        Some(by) => sender(call, by, &on),
        None => say.with("request-by", [("name", who.into()), ("day", on.into())]).into_owned(),
    };
    html! {
        section.v-kort.v-kort--lyng[is.sent_by.is_none()] {
            h2 { (call.t("request-words")) }
            (own_words(&is.words, &who))
            @if !is.wish.is_empty() { h3 { (call.t("request-wish")) } (quote(&is.wish)) }
            @if !is.acute_words.is_empty() { h3 { (call.t("request-urgent")) } (quote(&is.acute_words)) }
            @if let Some(by) = &is.sent_by {
                p.v-dus { (say.with("request-agreed", [("who", by.agreed_by.clone().into()), ("how", by.how.clone().into())])) }
            }
        }
    }
}

fn quote(words: &str) -> Markup {
    html! { div.v-ord.v-ord--liten { p { "«" (words) "»" } } }
}

fn sender(call: &Call, by: &SentBy, on: &str) -> String {
    let directory = call.house.gate.directory();
    let name = directory.helper(by.helper).map(|helper| helper.name.clone()).unwrap_or_default();
    let service = directory.service(by.service).map(|service| service.name.clone()).unwrap_or_default();
    call.say()
        .with(
            "request-sent-by",
            [("name", name.into()), ("service", service.into()), ("day", on.to_owned().into())],
        )
        .into_owned()
}

/// What the same family asked another time, and the way back.
fn merged(call: &Call, case: &Case, intake: bool) -> Markup {
    let (say, today) = (call.say(), call.today());
    let directory = call.house.gate.directory();
    html! {
        @for merge in case.view.sees().all::<Merge>() {
            section.v-kort.v-kort--lyng {
                h2 { (call.t("request-merged")) }
                (quote(&merge.is.words))
                p.v-dus {
                    (say.with("request-merged-by", [
                        ("name", directory.helper(merge.entry.author.actor).map(|helper| helper.name.clone()).unwrap_or_default().into()),
                        ("day", dates::near(say, Moment::day_of(merge.entry.at), today).into()),
                        ("why", merge.is.why.clone().into()),
                    ]))
                }
                @if intake { (aside::undo_button(call, case.view.family(), merge.is.from)) }
            }
        }
    }
}

fn people(call: &Call, case: &Case) -> Markup {
    let sees = case.view.sees();
    let services = sees.only::<HelpRequest>().map(|request| request.is.services.clone()).unwrap_or_default();
    html! {
        section.v-kort {
            h2 { (call.t("request-people")) }
            div.v-linjer {
                @for one in present(&sees, call.today()) {
                    div {
                        (person(call, one.is))
                        @let helped: Vec<String> = sees.all::<ServiceLink>().filter(|link| link.is.person == one.id().into()).map(|link| link.is.service.clone()).collect();
                        @if !helped.is_empty() { p.v-dus { (helped.join(", ")) } }
                    }
                }
            }
        }
        section.v-kort {
            h2 { (call.t("request-services")) }
            @if services.is_empty() { p.v-dus { (call.t("request-services-unknown")) } }
            @else { ul { @for service in &services { li { (service) } } } }
        }
    }
}

fn person(call: &Call, is: &Person) -> Markup {
    let (say, today) = (call.say(), call.today());
    let child = is.generation == Generation::Child;
    let known = is.born.map(|born| {
        say.with(
            "request-born",
            [
                ("age", i64::from(is.age(today).unwrap_or(0)).into()),
                ("day", dates::short(say, born, today).into()),
            ],
        )
    });
    html! {
        h3 { bdi { (is.full_name()) } }
        @match known {
            Some(text) => p.v-dus { (text) },
            None if child => p.v-dus { (call.t("request-born-unknown")) },
            None => {}
        }
        @if let Some(number) = &is.phone { p { (icon("telefon")) " " (phone(number)) } }
        @if let Some(reach) = &is.reach { p { (reach) } }
        @if is.language != "nb" || is.interpreter {
            p.v-dus {
                (crate::door::language_name(call, &is.language))
                @if is.interpreter { " · " (call.t("request-interpreter")) }
            }
        }
    }
}

/// The way so far, and who said no to what.
fn happened(call: &Call, case: &Case) -> Markup {
    let (sees, say, today) = (case.view.sees(), call.say(), call.today());
    let who = Who::new(call, &case.view);
    let mut steps: Vec<(jiff::civil::Date, u64, String)> = course_periods(&sees)
        .iter()
        .map(|period| (period.from, 0, call.t(&format!("phase-{}", period.course.phase.code())).into_owned()))
        .collect();
    if let Some(coordination) = sees.only::<Coordination>() {
        for entry in sees.versions(coordination.id()) {
            let Payload::Coordination(Coordination { offer: Some(offer), .. }) = &entry.payload else {
                continue;
            };
            for (answer, key) in
                [(&offer.family, "request-family-no"), (&offer.coordinator, "request-coordinator-no")]
            {
                if let Answer::No { on, why } = answer {
                    let text =
                        say.with(key, [("name", who.helper(offer.to).into()), ("why", why.clone().into())]);
                    steps.push((*on, entry.seq, text.into_owned()));
                }
            }
        }
    }
    steps.sort_by_key(|(day, seq, _)| (*day, *seq));
    html! {
        section.v-kort.v-kort--dus {
            h2 { (call.t("request-happened")) }
            ol.v-traad {
                @for (day, _, text) in &steps {
                    li.v-knute data-naar="gjort" {
                        span.v-prikk aria-hidden="true" { (icon("hake")) }
                        p.v-tid { time datetime=(day) { (dates::sentence(&dates::near(say, *day, today))) } }
                        p { (text) }
                    }
                }
            }
        }
    }
}
