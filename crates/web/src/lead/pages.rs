//! What the leader sees.

use crate::frame::form::{Errors, Filled};
use crate::frame::parts::{Field, icon};
use crate::frame::{Call, dates};
use crate::home::research::facts;
use access::research::ResearchExport;
use access::terms::{Area, Role};
use access::{FigureRow, Figures};
use jiff::civil::Date;
use maud::{Markup, html};

/// Counts of families below this are not shown: somebody could be recognised.
pub const HIDDEN_BELOW: u32 = 5;

/// A count, or that it is hidden.
fn count(call: &Call, count: u32) -> Markup {
    html! {
        @if count > 0 && count < HIDDEN_BELOW {
            span.v-dus { (call.t("lead-hidden")) }
        } @else {
            (count)
        }
    }
}

/// The width of a bar, as a share of the longest one. A hidden count has no bar.
fn bar(count: u32, most: u32, series: &str) -> Markup {
    let share = if (1..HIDDEN_BELOW).contains(&count) { 0 } else { count * 100 / most.max(1) };
    html! {
        svg.v-soyle aria-hidden="true" { rect class=(series) width={ (share) "%" } height="100%" rx="2" {} }
    }
}

/// A count in a sentence: small ones are told as «fewer than five».
pub fn told(call: &Call, count: u32) -> String {
    if (1..HIDDEN_BELOW).contains(&count) {
        call.say().with("lead-fewer", [("limit", HIDDEN_BELOW.into())]).into_owned()
    } else {
        count.to_string()
    }
}

fn phase(figures: &Figures, code: &str) -> u32 {
    figures.phases.iter().find(|row| row.of == code).map_or(0, |row| row.count)
}

/// The whole page.
pub fn overview(
    call: &Call,
    title: &str,
    figures: &Figures,
    day: Date,
    typed: &str,
    fault: Option<&'static str>,
    exports: &[ResearchExport],
) -> Markup {
    let say = call.say();
    let today = call.today();
    let mut errors = Errors::none();
    if let Some(key) = fault {
        errors.add("dato", say.say(key));
    }
    let filled =
        Filled::empty().set("dato", if typed.is_empty() { day.to_string() } else { typed.to_owned() });
    html! {
        (errors.summary(call))
        div.v-hode {
            div {
                h1 { (title) }
                p.v-dus { (dates::sentence(&dates::long(say, day, today))) ". " (say.with("lead-small-numbers", [("limit", HIDDEN_BELOW.into())])) }
            }
            form.v-sok method="get" action="/styring" {
                (Field::new("dato", say.say("lead-day")).day(call, &filled, &errors))
                button.ds-button data-variant="secondary" { (say.say("lead-show")) }
            }
        }
        p { a href=(super::follow_up::PATH) { (icon("varsel")) (say.say("follow-title")) } }
        (briefly(call, figures))
        div.v-to.v-to--jevn {
            div.v-stabel { (flow(call, figures)) (load(call, figures)) (research(call, exports)) }
            div.v-stabel {
                (super::told::card(call, figures, day))
                @if day == today {
                    (gaps(call, figures))
                } @else {
                    section.v-kort.v-kort--dus { h2 { (say.say("lead-gaps")) } p { (say.say("lead-gaps-today-only")) } }
                }
            }
        }
    }
}

/// What research has been given: the decision, the day and how much, and nothing of whom it is about (R52).
fn research(call: &Call, exports: &[ResearchExport]) -> Markup {
    let say = call.say();
    html! {
        section.v-kort #forskning {
            h2 { (say.say("research-lead")) }
            @if exports.is_empty() { p { (say.say("research-given-none")) } }
            ul.v-linjer.v-linjer--tett {
                @for export in exports {
                    li {
                        h3 { (export.institution) }
                        p { (export.purpose) }
                        p.v-dus { (say.with("research-rows", [("count", export.rows.into())])) }
                        (facts(call, export))
                    }
                }
            }
        }
    }
}

/// Three sentences made from the figures.
fn briefly(call: &Call, figures: &Figures) -> Markup {
    let say = call.say();
    let waiting = phase(figures, "waiting") + phase(figures, "received");
    let gaps: u32 = figures.gaps_by_area.iter().map(|row| row.count).sum();
    let oldest = figures.gaps_by_area.iter().map(|row| row.oldest).max().unwrap_or(0);
    html! {
        section.v-kort.v-kort--venstre data-kant="petrol" {
            h2 { (say.say("lead-briefly")) }
            ul {
                li {
                    (say.with("lead-brief-flow", [("active", told(call, phase(figures, "active")).into()), ("waiting", told(call, waiting).into())]))
                }
                li {
                    @if figures.without_coordinator == 0 {
                        (say.say("lead-brief-coordinated"))
                    } @else {
                        (say.with("lead-brief-uncoordinated", [("count", figures.without_coordinator.into())]))
                    }
                }
                @if gaps > 0 {
                    li { (say.with("lead-brief-gaps", [("count", told(call, gaps).into()), ("days", oldest.into())])) }
                }
            }
        }
    }
}

fn flow(call: &Call, figures: &Figures) -> Markup {
    let say = call.say();
    let phases = ["received", "waiting", "offered", "active", "closed"];
    let most = phases.iter().map(|code| phase(figures, code)).max().unwrap_or(0);
    let mut districts: Vec<&str> = figures.districts.iter().map(|(district, ..)| district.as_str()).collect();
    districts.dedup();
    let in_district = |district: &str, code: &str| {
        figures
            .districts
            .iter()
            .find(|(name, phase, _)| name == district && phase == code)
            .map_or(0, |(.., count)| *count)
    };
    html! {
        section.v-kort {
            h2 { (say.say("lead-flow")) }
            table.v-tabell.v-tabell--tett {
                thead { tr {
                    th scope="col" { (say.say("lead-phase")) }
                    th.v-tall scope="col" { (say.say("lead-families")) }
                    td.v-figurkolonne {}
                } }
                tbody {
                    @for code in phases {
                        @let number = phase(figures, code);
                        tr {
                            th scope="row" { (say.say(&format!("phase-{code}"))) }
                            td.v-tall { (count(call, number)) }
                            td { (bar(number, most, "s-1")) }
                        }
                    }
                }
            }
            @if districts.len() > 1 {
                details.v-mer {
                    summary { (say.say("lead-by-district")) }
                    section.v-rulle tabindex="0" aria-label=(say.say("lead-by-district")) {
                        table.v-tabell.v-tabell--tett {
                            thead { tr {
                                th scope="col" { (say.say("lead-district")) }
                                @for code in ["waiting", "active", "closed"] {
                                    th.v-tall scope="col" { (say.say(&format!("phase-{code}"))) }
                                }
                            } }
                            tbody {
                                @for district in &districts {
                                    tr {
                                        th scope="row" {
                                            @if district.is_empty() { (say.say("lead-no-district")) } @else { (district) }
                                        }
                                        @for code in ["waiting", "active", "closed"] {
                                            td.v-tall { (count(call, in_district(district, code))) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn load(call: &Call, figures: &Figures) -> Markup {
    let say = call.say();
    let directory = call.house.gate.directory();
    let full = u32::from(call.house.gate.limits(&call.visit).families_for_full_time);
    let mut rows: Vec<(String, u32, u32)> = directory
        .with_role(Role::Coordinator, call.today())
        .into_iter()
        .map(|(helper, held)| {
            let has = figures.load.iter().find(|row| row.of == helper.id).map_or(0, |row| row.count);
            (helper.name.clone(), has, full * u32::from(held.percent) / 100)
        })
        .collect();
    rows.sort_by(|a, b| (b.1 * 100 / b.2.max(1)).cmp(&(a.1 * 100 / a.2.max(1))).then(a.0.cmp(&b.0)));
    let free: u32 = rows.iter().map(|(_, has, room)| room.saturating_sub(*has)).sum();
    let most = rows.iter().map(|(_, has, room)| *has.max(room)).max().unwrap_or(0);
    html! {
        section.v-kort {
            h2 { (say.say("lead-load")) }
            p.v-dus { (say.with("lead-free", [("count", free.into())])) }
            table.v-tabell.v-tabell--tett {
                thead { tr {
                    th scope="col" { (say.say("role-coordinator")) }
                    th.v-tall scope="col" { (say.say("lead-families")) }
                    td.v-figurkolonne {}
                } }
                tbody {
                    @for (name, has, room) in &rows {
                        tr {
                            th scope="row" { bdi { (name) } }
                            // How many families a colleague carries says nothing of any family.
                            td.v-tall {
                                (say.with("lead-of", [("has", (*has).into()), ("room", (*room).into())]))
                                @if has > room { " " span.v-nobr { (icon("advarsel")) (say.say("lead-over")) } }
                            }
                            td { svg.v-soyle aria-hidden="true" {
                                rect class=(if has > room { "s-2" } else { "s-1" }) width={ (has * 100 / most.max(1)) "%" } height="100%" rx="2" {}
                            } }
                        }
                    }
                }
            }
        }
    }
}

fn gap_table<K>(
    call: &Call,
    heading: &str,
    column: &str,
    rows: &[FigureRow<K>],
    name: impl Fn(&K) -> String,
) -> Markup {
    let say = call.say();
    let most = rows.iter().map(|row| row.count).max().unwrap_or(0);
    html! {
        section.v-kort {
            h2 { (say.say(heading)) }
            @if rows.is_empty() {
                p { (say.say("lead-none")) }
            } @else {
                table.v-tabell.v-tabell--tett {
                    thead { tr {
                        th scope="col" { (say.say(column)) }
                        th.v-tall scope="col" { (say.say("lead-count")) }
                        th.v-tall scope="col" { (say.say("lead-oldest")) }
                        td.v-figurkolonne {}
                    } }
                    tbody {
                        @for row in rows {
                            tr {
                                th scope="row" { (name(&row.of)) }
                                td.v-tall { (count(call, row.count)) }
                                td.v-tall { (say.with("lead-days", [("days", row.oldest.into())])) }
                                td { (bar(row.count, most, "s-3")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn gaps(call: &Call, figures: &Figures) -> Markup {
    let say = call.say();
    let directory = call.house.gate.directory();
    let area = |area: &Option<Area>| match area {
        Some(area) => say.say(&format!("area-{}", area.code())).into_owned(),
        None => say.say("area-none").into_owned(),
    };
    let service = |id: &Option<access::terms::ServiceId>| {
        id.and_then(|id| directory.service(id))
            .map_or_else(|| say.say("lead-no-service").into_owned(), |service| service.name.clone())
    };
    let ages = by_age(&figures.gaps_by_birth_year, call.today().year());
    html! {
        (gap_table(call, "lead-gaps", "lead-area", &figures.gaps_by_area, area))
        (gap_table(call, "lead-gaps-by-age", "lead-age", &ages, |band| say.say(band).into_owned()))
        (gap_table(call, "lead-late", "lead-service", &figures.late_by_service, service))
    }
}

/// Birth years gathered into bands of age, as the transitions of childhood go.
fn by_age(rows: &[FigureRow<Option<i16>>], year: i16) -> Vec<FigureRow<&'static str>> {
    const BANDS: &[(i16, i16, &str)] = &[
        (0, 5, "age-0-5"),
        (6, 12, "age-6-12"),
        (13, 15, "age-13-15"),
        (16, 17, "age-16-17"),
        (18, 24, "age-18-24"),
    ];
    let mut bands: Vec<FigureRow<&'static str>> = BANDS
        .iter()
        .map(|(from, to, name)| {
            (
                *name,
                rows.iter()
                    .filter(|row| row.of.is_some_and(|born| (*from..=*to).contains(&(year - born))))
                    .collect::<Vec<_>>(),
            )
        })
        .chain([(
            "age-none",
            rows.iter().filter(|row| row.of.is_none_or(|born| !(0..=24).contains(&(year - born)))).collect(),
        )])
        .map(|(name, rows)| FigureRow {
            of: name,
            count: rows.iter().map(|row| row.count).sum(),
            oldest: rows.iter().map(|row| row.oldest).max().unwrap_or(0),
        })
        .collect();
    bands.retain(|band| band.count > 0);
    bands
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn birth_years_fall_into_one_band_each_and_nothing_is_lost() {
        let rows: Vec<FigureRow<Option<i16>>> =
            (1990..=2026).map(Some).chain([None]).map(|of| FigureRow { of, count: 2, oldest: 3 }).collect();
        let total: u32 = rows.iter().map(|row| row.count).sum();
        assert_eq!(by_age(&rows, 2026).iter().map(|band| band.count).sum::<u32>(), total);
    }
}
