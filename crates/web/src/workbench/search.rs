//! Finding one of one's own families by a name. The name is posted and never stands in an address, and what is
//! searched is what the coordinator may see anyway.

use super::cases::{Case, sorted};
use super::reasons::Teller;
use crate::family::base;
use crate::frame::form::FormOf;
use crate::frame::parts::{form, icon};
use crate::frame::{Call, Page, Problem, Shown};
use access::View;
use access::terms::{Person, Role};
use maud::{Markup, html};

/// Longest name that is searched for, in letters; the rest is left out.
const LONGEST: usize = 100;

/// The field on top of the pages.
pub(super) fn box_(call: &Call, text: &str) -> Markup {
    form(
        call,
        "/arbeid/sok",
        "v-sok",
        html! {
            div.ds-field {
                label.v-skjult for="q" { (call.t("workbench-search-label")) }
                input.ds-input id="q" name="q" type="search" value=(text) autocomplete="off";
            }
            button.ds-button data-variant="secondary" { (icon("sok")) (call.t("workbench-search")) }
        },
    )
}

/// The page before anything was searched for; also where a change of language leads.
pub(super) async fn empty(call: Call) -> Result<Shown, Problem> {
    call.only(&[Role::Coordinator])?;
    Ok(page(&call, "", None))
}

pub(super) async fn search(form: FormOf) -> Result<Shown, Problem> {
    let call = &form.call;
    call.only(&[Role::Coordinator])?;
    let text: String = form.filled.text("q").chars().take(LONGEST).collect();
    let words: Vec<String> = folded(&text).split_whitespace().map(str::to_owned).collect();
    if words.is_empty() {
        return Ok(page(call, &text, None));
    }
    let families = call.house.gate.families(&call.visit).await?;
    let found = |view: &View| view.standing().holds.is_some() && matches(view, &words);
    let views = call.house.gate.views_where(&call.visit, &families, "search", found).await?;
    Ok(page(call, &text, Some(&sorted(call, views))))
}

/// Whether each word begins a name in the family.
fn matches(view: &View, words: &[String]) -> bool {
    let people = view.sees().all::<Person>().map(|person| folded(&person.is.full_name()));
    let names: Vec<String> = view.family_name().map(folded).into_iter().chain(people).collect();
    let begins = |word: &String| {
        names.iter().any(|name| name.split([' ', '-']).any(|part| part.starts_with(word.as_str())))
    };
    words.iter().all(begins)
}

/// Names as people type them in a hurry: lower case, without accents, hyphens as spaces.
fn folded(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .map(|letter| match letter {
            'á' | 'à' | 'â' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'ï' => 'i',
            'ó' | 'ô' => 'o',
            'ú' => 'u',
            'č' | 'ç' => 'c',
            'đ' => 'd',
            'ŋ' => 'n',
            'š' => 's',
            'ŧ' => 't',
            'ž' => 'z',
            '-' => ' ',
            other => other,
        })
        .collect()
}

fn page(call: &Call, text: &str, cases: Option<&[Case]>) -> Shown {
    let say = call.say();
    let teller = Teller::new(call);
    let content = html! {
        div.v-hode {
            div { h1 { (say.say("workbench-search-heading")) } p.v-dus { (say.say("workbench-search-text")) } }
            (box_(call, text))
        }
        @match cases {
            None => {}
            Some([]) => {
                section.v-tom role="status" {
                    svg.v-ikon aria-hidden="true" { use href={ (crate::frame::assets::url("sprite.svg")) "#ro" } {} }
                    h2 { (say.say("workbench-search-none")) }
                    p { (say.say("workbench-search-none-text")) }
                    div.v-knapper { a.ds-button data-variant="secondary" href="/arbeid/familier" { (say.say("workbench-search-all")) } }
                }
            }
            Some(cases) => {
                section.v-kort role="status" {
                    h2 { (say.with("workbench-search-found", [("count", cases.len().into())])) }
                    div.v-linjer {
                        @for case in cases {
                            div {
                                h3 { a href=(base(case.view.family())) { (teller.family(&case.view)) } }
                                p.v-dus { bdi { (teller.members(&case.view)) } }
                                @if !case.needs.is_empty() { (teller.reasons(&case.view, &case.needs, 1)) }
                            }
                        }
                    }
                }
            }
        }
    };
    Page::new(say.say("workbench-search-heading")).at("/arbeid").show(call, content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_without_accents_and_hyphens() {
        assert_eq!(folded("Berg-Nilsen"), "berg nilsen");
        assert_eq!(folded("Áile Čáppa"), "aile cappa");
    }
}
