//! What was given to somebody outside who had a right to it by law, for those in the family who have been told (R43).

use crate::frame::dates;
use crate::plan::place::Desk;
use access::terms::Disclosure;
use maud::{Markup, html};

/// A card with each of them; nothing when there is none.
pub fn section(desk: &Desk<'_>) -> Markup {
    let say = desk.call.say();
    let given: Vec<_> = desk.view.sees().all::<Disclosure>().filter(|it| it.is.undone.is_none()).collect();
    html! {
        @if !given.is_empty() {
            section.v-kort {
                h2 { (say.say("disclosed-title")) }
                p.v-dus { (say.with("disclosed-text", [("name", desk.who.lead_given().into())])) }
                ul.v-linjer.v-linjer--tett {
                    @for it in given.iter().rev() {
                        li {
                            h3 { (say.with("vern-disclosure-is", [
                                ("about", desk.who.person(it.is.about).into()), ("to", it.is.to.clone().into())])) }
                            dl.v-fakta {
                                dt { (say.say("vern-disclosure-gave")) } dd { (it.is.given) }
                                dt { (say.say("vern-disclosure-when")) } dd { (dates::short(say, it.is.on, desk.call.today())) }
                                dt { (say.say("vern-law")) } dd { (say.coded("law", &it.is.law)) }
                                dt { (say.say("vern-disclosure-demanded")) } dd { (it.is.demand) }
                            }
                        }
                    }
                }
            }
        }
    }
}
