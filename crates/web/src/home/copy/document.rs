//! The copy for people: one page that needs nothing beside itself, and prints well.

use super::Copy;
use crate::frame::dates;
use crate::plan::bits;
use crate::sight::contents::values::{Said, fields};
use crate::sight::contents::{Item, author, kinds, name, written};
use access::terms::{Audience, Removed};
use access::{Look, terms::Kind as _};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// It is read from a folder, without the house around it: so it brings its own few lines of style.
const STYLE: &str = "body{font:1.05rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;\
background:#fff}article{border-top:1px solid #bbb;padding:.75rem 0;break-inside:avoid}h2{margin-top:2.5rem;\
break-after:avoid}h3{margin:0 0 .25rem;break-after:avoid}dl{margin:.25rem 0}dt{font-weight:600}dd{margin:0 0 .4rem;\
white-space:pre-wrap}p,li{overflow-wrap:anywhere}.dus{color:#555;font-size:.95rem}table{border-collapse:collapse;width:100%}\
th,td{border-top:1px solid #bbb;padding:.3rem .5rem .3rem 0;text-align:start;vertical-align:top}";

/// The page.
pub fn of(copy: &Copy<'_, '_>) -> Markup {
    let desk = copy.desk;
    let say = desk.call.say();
    let me = desk.view.me().map(|me| desk.who.person(me)).unwrap_or_default();
    let kinds = kinds(&copy.items);
    html! {
        (DOCTYPE)
        html lang=(desk.call.lang.code()) dir=(desk.call.lang.dir()) {
            head {
                meta charset="utf-8";
                title { (say.say("copy-title")) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (say.say("copy-title")) }
                    p { (say.with("copy-made", [
                        ("name", me.into()),
                        ("place", desk.call.house.municipality.name.clone().into()),
                        ("when", written(desk.call, desk.call.visit.moment.at).into()),
                    ])) }
                    p { (say.say("copy-how-to-read")) }
                    @if kinds.is_empty() { p { (say.say("copy-empty")) } }
                    @for (kind, items) in &kinds {
                        section {
                            h2 { (dates::sentence(&say.say(&format!("kind-{kind}")))) }
                            @for item in items { (one(copy, item)) }
                        }
                    }
                    (looks(copy))
                }
            }
        }
    }
}

fn one(copy: &Copy<'_, '_>, item: &Item<'_>) -> Markup {
    let desk = copy.desk;
    let say = desk.call.say();
    let Some(now) = item.last() else { return html! {} };
    let ground = desk.view.ground_of_thing(now.thing).map(|ground| ground.code());
    html! {
        article {
            h3 { (name(desk.call, item)) }
            (said(&fields(desk, None, &now.payload)))
            p.dus {
                (say.with("copy-about", [("names", desk.who.people(&now.subjects).into())])) " "
                (say.with("copy-category", [("what", say.say(&format!("category-{}", now.category.code())).into())])) " "
                @if let Some(ground) = ground { (say.say(&format!("ground-{ground}"))) " " }
                @if now.audience != Audience::Ordinary { (bits::audience(desk, now)) }
            }
            @if item.len() == 1 { p.dus { (author(desk, now)) } }
            @else {
                p.dus { (say.say("copy-versions")) }
                ol {
                    @for (place, version) in item.iter().enumerate() {
                        @let before = place.checked_sub(1).map(|at| &item[at].payload);
                        li {
                            p.dus { (author(desk, version)) }
                            @if Removed::of(&version.payload).is_some() { p { (say.say("plan-removed")) } }
                            @if let Some(before) = before { (changed(copy, &fields(desk, Some(before), &version.payload))) }
                            @else { (said(&fields(desk, None, &version.payload))) }
                        }
                    }
                }
            }
        }
    }
}

fn said(fields: &[Said]) -> Markup {
    html! {
        @if !fields.is_empty() {
            dl { @for field in fields { dt { (field.name) } dd { (field.now) } } }
        }
    }
}

fn changed(copy: &Copy<'_, '_>, fields: &[Said]) -> Markup {
    let say = copy.desk.call.say();
    html! {
        @if !fields.is_empty() {
            dl {
                @for field in fields {
                    dt { (field.name) }
                    dd {
                        @if !field.before.is_empty() { div { (say.say("plan-before")) " " (field.before) } }
                        div { @if field.now.is_empty() { (say.say("plan-taken-out")) } @else { (say.say("plan-after")) " " (field.now) } }
                    }
                }
            }
        }
    }
}

/// Who has looked, as far as the reader may know it.
fn looks(copy: &Copy<'_, '_>) -> Markup {
    let say = copy.desk.call.say();
    html! {
        @if !copy.looks.is_empty() {
            section {
                h2 { (say.say("home-looks")) }
                table {
                    thead { tr { @for key in ["when", "who", "what", "why"] { th scope="col" { (say.say(&format!("home-look-{key}"))) } } } }
                    tbody { @for look in &copy.looks { (look_line(copy, look)) } }
                }
            }
        }
    }
}

fn look_line(copy: &Copy<'_, '_>, look: &Look) -> Markup {
    let desk = copy.desk;
    let say = desk.call.say();
    let in_words = |prefix: &str, code: &str| {
        let key = format!("{prefix}-{code}");
        say.say(if say.has(&key) { key } else { format!("{prefix}-other") }.as_str()).into_owned()
    };
    let service = look.service.map(|service| desk.who.service(service)).unwrap_or_default();
    html! {
        tr {
            td { (written(desk.call, look.at)) }
            td { (desk.who.helper(look.actor)) @if !service.is_empty() { ", " (service) } }
            td { (in_words("act", &look.act)) }
            td { (in_words("why", &look.ground)) }
        }
    }
}
