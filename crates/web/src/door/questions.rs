//! The five questions of somebody who asks for help: on one calm page, in the family's own words.

use crate::door::front::help_line;
use crate::door::told::{
    CHILDREN, LANGUAGES, NO_SERVICE, OTHER_LANGUAGE, SERVICES, born_field, child_field, reply_by,
};
use crate::frame::parts::Field;
use crate::frame::{Call, Errors, Filled, dates};
use maud::{Markup, html};

/// Rows for children that are in sight at once; the rest fold out.
const ROWS: usize = 3;

/// Who answers: the family itself, or a professional with its yes. The texts differ in whom they speak to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// Somebody in the family.
    Family,
    /// Somebody who helps it.
    Professional,
}

impl Asker {
    fn text(self, call: &Call, key: &str) -> String {
        match self {
            Asker::Family => call.t(&format!("ask-{key}")).into_owned(),
            Asker::Professional => call.t(&format!("report-{key}")).into_owned(),
        }
    }
}

/// The five questions.
pub fn five(call: &Call, filled: &Filled, errors: &Errors, asker: Asker) -> Markup {
    html! {
        (hard(call, filled, errors, asker))
        (urgent(call, filled, errors, asker))
        (who(call, filled, errors, asker))
        (services(call, filled, errors, asker))
        (reach(call, filled, errors, asker))
    }
}

fn card(heading: String, content: Markup) -> Markup {
    html! { section.v-kort { h2 { (heading) } div.v-stabel { (content) } } }
}

fn hard(call: &Call, filled: &Filled, errors: &Errors, asker: Asker) -> Markup {
    card(
        asker.text(call, "1"),
        html! {
            (Field::new("words", call.t("ask-words")).hint(asker.text(call, "words-hint")).area(call, filled, errors, 5))
            (Field::new("wish", asker.text(call, "wish")).optional().area(call, filled, errors, 3))
        },
    )
}

fn urgent(call: &Call, filled: &Filled, errors: &Errors, asker: Asker) -> Markup {
    let say = call.say();
    let by = |acute| reply_by(call, acute);
    let day = dates::near(say, access::terms::Moment::day_of(by(false)), call.today());
    let hour = dates::instant(say, by(true), call.today());
    let choices = [
        (
            "no".to_owned(),
            call.t("ask-acute-no").into_owned(),
            Some(say.with("ask-acute-no-hint", [("day", day.into())]).into_owned()),
        ),
        (
            "yes".to_owned(),
            call.t("ask-acute-yes").into_owned(),
            Some(say.with("ask-acute-yes-hint", [("time", hour.into())]).into_owned()),
        ),
    ];
    card(
        call.t("ask-2").into_owned(),
        html! {
            (Field::new("acute", asker.text(call, "acute")).choices(call, filled, errors, "radio", &choices))
            (Field::new("acute_words", call.t("ask-acute-words")).hint(call.t("ask-acute-words-hint")).optional().area(call, filled, errors, 2))
            (help_line(call, false))
        },
    )
}

fn who(call: &Call, filled: &Filled, errors: &Errors, asker: Asker) -> Markup {
    let folded = ROWS..CHILDREN;
    let more = folded.clone().any(|row| {
        let (name, born) = (child_field(row), born_field(row));
        !filled.raw(&name).is_empty() || !filled.raw(&born).is_empty() || errors.at(&born).is_some()
    });
    card(
        asker.text(call, "3"),
        html! {
            p.v-dus { (call.t("ask-who-hint")) " " (call.t("ask-child-born-hint")) }
            (Field::new("family", call.t("ask-family")).optional().line(call, filled, errors, "text"))
            @for row in 0..ROWS { (child(call, filled, errors, row)) }
            details.v-mer open[more] {
                summary { (call.t("ask-more-children")) }
                div.v-stabel { @for row in folded { (child(call, filled, errors, row)) } }
            }
        },
    )
}

fn child(call: &Call, filled: &Filled, errors: &Errors, row: usize) -> Markup {
    let (name, born) = (child_field(row), born_field(row));
    html! {
        fieldset.ds-fieldset {
            legend.ds-label { (call.say().with("ask-child", [("number", (row + 1).into())])) " " span.v-valgfritt { (call.t("form-optional")) } }
            div.v-rutenett {
                (Field::new(&name, call.t("ask-child-name")).line(call, filled, errors, "text"))
                (Field::new(&born, call.t("ask-child-born")).line(call, filled, errors, "text"))
            }
        }
    }
}

fn services(call: &Call, filled: &Filled, errors: &Errors, asker: Asker) -> Markup {
    card(
        asker.text(call, "4"),
        html! {
            fieldset.ds-fieldset {
                legend.ds-label { (call.t("ask-services")) " " span.v-valgfritt { (call.t("form-optional")) } }
                div.v-rutenett {
                    @for kind in SERVICES.iter().chain(std::iter::once(&NO_SERVICE)) {
                        div.ds-field {
                            input.ds-input type="checkbox" name="services" value=(kind) id={ "services-" (kind) } checked[filled.chose("services", kind)];
                            label for={ "services-" (kind) } { (call.t(&format!("service-kind-{kind}"))) }
                        }
                    }
                }
            }
            (Field::new("services-other", call.t("ask-services-other")).optional().line(call, filled, errors, "text"))
        },
    )
}

fn reach(call: &Call, filled: &Filled, errors: &Errors, asker: Asker) -> Markup {
    let mut languages: Vec<(String, String)> =
        LANGUAGES.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect();
    languages.push((OTHER_LANGUAGE.to_owned(), call.t("ask-language-other").into_owned()));
    let family = asker == Asker::Family;
    let name = Field::new("name", asker.text(call, "name"));
    let name = if family { name.purpose("name") } else { name.hint(call.t("report-name-hint")).optional() };
    let phone = Field::new("phone", asker.text(call, "phone"));
    let phone = if family { phone.purpose("tel") } else { phone };
    card(
        asker.text(call, "5"),
        html! {
            (name.line(call, filled, errors, "text"))
            (phone.line(call, filled, errors, "tel"))
            (Field::new("reach", asker.text(call, "reach")).hint(call.t("ask-reach-hint")).optional().line(call, filled, errors, "text"))
            (Field::new("language", asker.text(call, "language")).optional().select(call, filled, errors, &call.t("ask-language-none"), &languages))
            div.ds-field {
                input.ds-input type="checkbox" name="interpreter" value="1" id="interpreter" checked[filled.has("interpreter")];
                label for="interpreter" { (asker.text(call, "interpreter")) }
            }
        },
    )
}
