//! The coordinator's one list over all families: late, today, this week, waiting for others, without owner, coming.

use super::cases::{Case, sorted};
use super::reasons::Teller;
use super::rows::{Row, Section, rows};
use crate::frame::parts::{Asked, AskedQuery, done};
use crate::frame::{Call, Page, Problem, Shown, dates};
use access::View;
use access::terms::Role;
use axum::extract::Query;
use jiff::civil::Date;
use maud::{Markup, html};

/// Filters that cut across sections: the lists behind two of the workbench's figures.
const ACROSS: [&str; 2] = ["svar", "moter"];

pub(super) async fn page(call: Call, Query(asked): AskedQuery) -> Result<Shown, Problem> {
    call.only(&[Role::Coordinator])?;
    let families = call.house.gate.families(&call.visit).await?;
    let held = |view: &View| view.standing().holds.is_some();
    let views = call.house.gate.views_where(&call.visit, &families, "list", held).await?;
    let cases = sorted(&call, views);
    let page = Page::new(call.t("workbench-list")).at("/arbeid/liste");
    Ok(page.show(&call, content(&call, &asked, &cases)))
}

fn fits(row: &Row, filter: &str) -> bool {
    match filter {
        "svar" => row.late_answer,
        "moter" => row.meeting,
        "venter" => row.waits,
        other => row.section.code() == other,
    }
}

fn content(call: &Call, asked: &Asked, cases: &[Case]) -> Markup {
    let say = call.say();
    let teller = Teller::new(call);
    let all = rows(call, &teller, cases);
    let codes: Vec<&str> = Section::ALL.iter().map(|section| section.code()).chain(ACROSS).collect();
    let filter = asked.vis.as_deref().filter(|vis| codes.contains(vis));
    html! {
        (done(call, asked))
        div.v-hode { div {
            h1 { (say.say("workbench-list")) }
            p.v-dus { (say.say("workbench-list-lead")) }
        } }
        nav.v-chips aria-label=(say.say("workbench-show")) {
            a.ds-chip href="/arbeid/liste" aria-current=[filter.is_none().then_some("true")] { (say.say("workbench-list-all")) " (" (all.len()) ")" }
            @for code in &codes {
                a.ds-chip href={ "/arbeid/liste?vis=" (code) } aria-current=[(filter == Some(*code)).then_some("true")] {
                    (say.say(&format!("workbench-list-{code}"))) " (" (all.iter().filter(|row| fits(row, code)).count()) ")"
                }
            }
        }
        @match filter {
            Some(code) => {
                (section(call, code, &all.iter().filter(|row| fits(row, code)).collect::<Vec<_>>()))
            }
            None if all.is_empty() => {
                section.v-tom {
                    svg.v-ikon aria-hidden="true" { use href={ (crate::frame::assets::url("sprite.svg")) "#ro" } {} }
                    h2 { (say.say("workbench-list-empty")) }
                }
            }
            None => {
                @for part in Section::ALL {
                    @let rows: Vec<&Row> = all.iter().filter(|row| row.section == part).collect();
                    @if !rows.is_empty() { (section(call, part.code(), &rows)) }
                }
            }
        }
    }
}

fn section(call: &Call, code: &str, rows: &[&Row]) -> Markup {
    let say = call.say();
    let heading = say.say(&format!("workbench-list-{code}"));
    html! {
        section.v-kort {
            h2 { (heading) }
            @if rows.is_empty() { p.v-dus { (say.say("workbench-list-none")) } }
            @else { (table(call, &heading, rows)) }
        }
    }
}

fn table(call: &Call, caption: &str, rows: &[&Row]) -> Markup {
    let say = call.say();
    let near = |day: Option<Date>| html! { @match day { Some(day) => { (dates::day(say, day, call.today())) } None => { "–" } } };
    // A column that would be empty is left out.
    let who = rows.iter().any(|row| row.who.is_some());
    let since = rows.iter().any(|row| row.since.is_some());
    let due = rows.iter().any(|row| row.due.is_some());
    let (col_who, col_since, col_due) =
        (say.say("workbench-col-who"), say.say("workbench-col-since"), say.say("workbench-col-due"));
    html! {
        table.v-tabell.v-tabell--kort {
            caption.v-skjult { (caption) }
            thead {
                tr {
                    th.v-bredere scope="col" { (say.say("workbench-col-what")) }
                    th scope="col" { (say.say("workbench-col-family")) }
                    @if who { th scope="col" { (col_who) } }
                    @if since { th scope="col" { (col_since) } }
                    @if due { th scope="col" { (col_due) } }
                }
            }
            tbody {
                @for row in rows {
                    tr {
                        th scope="row" { a href=(row.href) { (row.words) } }
                        td data-label=(say.say("workbench-col-family")) { a href=(row.family.0) { bdi { (row.family.1) } } }
                        @if who { td data-label=(col_who) { @match &row.who { Some(who) => { bdi { (who) } } None => { "–" } } } }
                        @if since { td data-label=(col_since) { (near(row.since)) } }
                        @if due { td data-label=(col_due) { (near(row.due)) } }
                    }
                }
            }
        }
    }
}
