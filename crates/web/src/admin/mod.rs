//! Set-up: services, helpers and the rules in force. An administrator runs the system without reading content
//! (R51): nothing on these pages comes from a dossier.

mod vouch;

use crate::frame::vouching::status;
use crate::frame::{Call, Map, Page, Problem, Shown, dates};
use access::terms::Role;
use maud::{Markup, html};

/// The routes of this room.
pub fn routes(map: Map) -> Map {
    map.get("/oppsett", overview)
        .get("/oppsett/tjenester", services)
        .get("/oppsett/hjelpere", helpers)
        .get("/oppsett/hjelpere/{hjelper}", vouch::page)
        .post("/oppsett/hjelpere/{hjelper}", vouch::save)
}

fn frame(call: &Call, key: &str, failed: bool, content: Markup) -> Shown {
    let say = call.say();
    let tabs = [
        ("/oppsett", "admin-rules"),
        ("/oppsett/tjenester", "admin-services"),
        ("/oppsett/hjelpere", "admin-helpers"),
    ];
    let content = html! {
        div.v-hode { div { h1 { (say.say("admin-heading")) } p.v-dus { (say.say("admin-no-content")) } } }
        nav.v-faner aria-label=(say.say("admin-heading")) {
            ul { @for (address, name) in tabs {
                li { a href=(address) aria-current=[(name == key).then_some("page")] { (say.say(name)) } }
            } }
        }
        (content)
    };
    let page = Page::new(say.say(key)).at("/oppsett");
    if failed { page.failed().show(call, content) } else { page.show(call, content) }
}

async fn overview(call: Call) -> Result<Shown, Problem> {
    call.only(&[Role::Administrator])?;
    let say = call.say();
    let limits = call.house.gate.limits(&call.visit).clone();
    let rules: [(&str, i64); 17] = [
        ("limit-door-reply", limits.door_reply_working_days.into()),
        ("limit-acute-reply", limits.acute_reply_hours.into()),
        ("limit-request", limits.request_working_days.into()),
        ("limit-offer", limits.offer_working_days.into()),
        ("limit-voice", limits.voice_working_days.into()),
        ("limit-acute-action", limits.acute_action_days.into()),
        ("limit-unowned", limits.unowned_days.into()),
        ("limit-silence", limits.silence_days.into()),
        ("limit-queue-review", limits.queue_review_days.into()),
        ("limit-plan-review", limits.plan_review_days.into()),
        ("limit-coordinator-duty", limits.coordinator_duty_days.into()),
        ("limit-consent", limits.consent_days.into()),
        ("limit-families", limits.families_for_full_time.into()),
        ("limit-report-answer", limits.report_answer_days.into()),
        ("limit-report-note", limits.report_note_days.into()),
        ("limit-consultation", limits.consultation_working_days.into()),
        ("limit-consultation-kept", limits.consultation_days.into()),
    ];
    let grounds = call.house.gate.rules().grounds(call.today());
    let content = html! {
        section.v-kort {
            h2 { (say.with("admin-in-force", [("day", dates::short(say, call.today(), call.today()).into())])) }
            table.v-tabell {
                thead { tr { th scope="col" { (say.say("admin-limit")) } th.v-tall scope="col" { (say.say("admin-value")) } } }
                tbody { @for (key, value) in rules {
                    tr { th scope="row" { (say.say(key)) } td.v-tall { (value) } }
                } }
            }
            p.v-dus { (say.say("admin-where")) }
        }
        section.v-kort {
            h2 { (say.say("admin-grounds")) }
            ol { @for ground in grounds { li { (say.say(&format!("ground-for-priority-{}", ground.code))) } } }
        }
    };
    Ok(frame(&call, "admin-rules", false, content))
}

async fn services(call: Call) -> Result<Shown, Problem> {
    call.only(&[Role::Administrator])?;
    let say = call.say();
    let directory = call.house.gate.directory();
    let content = html! {
        section.v-kort {
            h2 { (say.with("admin-services-count", [("count", directory.services().len().into())])) }
            p.v-dus { (say.say("admin-services-how")) }
            table.v-tabell.v-tabell--kort {
                thead { tr {
                    @for key in ["admin-name", "admin-sector", "admin-open-to-all", "admin-checked"] { th scope="col" { (say.say(key)) } }
                } }
                tbody { @for service in directory.services() {
                    tr {
                        th scope="row" { (service.name) }
                        td { (say.coded("sector", service.sector.code())) }
                        td { (say.say(if service.open_to_all { "admin-yes" } else { "admin-no" })) }
                        td { @match service.checked {
                            Some(day) => { (dates::short(say, day, call.today())) }
                            None => { (say.say("admin-never")) }
                        } }
                    }
                } }
            }
        }
    };
    Ok(frame(&call, "admin-services", false, content))
}

async fn helpers(call: Call) -> Result<Shown, Problem> {
    call.only(&[Role::Administrator])?;
    let say = call.say();
    let directory = call.house.gate.directory();
    let today = call.today();
    let roles =
        [Role::Coordinator, Role::Intake, Role::Leader, Role::Administrator, Role::Helper, Role::Volunteer];
    let content = html! {
        @for role in roles {
            @let held = directory.with_role(role, today);
            section.v-kort {
                h2 { (say.say(&format!("role-{}", role.code()))) " (" (held.len()) ")" }
                table.v-tabell.v-tabell--kort {
                    thead { tr {
                        @for key in ["admin-name", "admin-title", "admin-service", "admin-percent", "admin-until"] { th scope="col" { (say.say(key)) } }
                    } }
                    tbody { @for (helper, assignment) in held {
                        tr {
                            th scope="row" {
                                @if role == Role::Volunteer {
                                    a href=(vouch::address(helper.id)) { bdi { (helper.name) } }
                                    p.v-dus.v-liten { (status(&call, helper)) }
                                } @else { bdi { (helper.name) } }
                            }
                            td { (helper.title) }
                            td { (directory.service(assignment.service).map_or("", |service| service.name.as_str())) }
                            td { (assignment.percent) " %" }
                            td { @match assignment.until {
                                Some(day) => { (dates::short(say, day, today)) }
                                None => { (say.say("admin-open-ended")) }
                            } }
                        }
                    } }
                }
            }
        }
    };
    Ok(frame(&call, "admin-helpers", false, content))
}
