//! Components. They carry the accessibility, so that a page cannot forget it: a field has a label, an error is
//! tied to its field, a status is icon and word.

use crate::frame::assets;
use crate::frame::call::Call;
use crate::frame::form::{Errors, Filled, hidden};
use access::Helper;
use access::terms::ActionStatus;
use axum::extract::Query;
use maud::{Markup, html};
use serde::Deserialize;

/// An icon from the sprite; decoration only, since a word stands beside it.
pub fn icon(name: &str) -> Markup {
    html! { svg.v-ikon aria-hidden="true" { use href={ (*assets::SPRITE) "#" (name) } {} } }
}

/// An icon with more classes, such as `v-snu` for arrows that turn in right-to-left languages.
pub fn icon_with(name: &str, classes: &str) -> Markup {
    html! { svg class={ "v-ikon " (classes) } aria-hidden="true" { use href={ (*assets::SPRITE) "#" (name) } {} } }
}

/// What a page was sent to with: the code of a sentence that tells what happened, and filters.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    /// Code of the sentence.
    pub gjort: Option<String>,
    /// A filter.
    pub vis: Option<String>,
    /// A day.
    pub dato: Option<String>,
}

/// The query of a page.
pub type AskedQuery = Query<Asked>;

/// The sentence that tells what happened, after an act. Only sentences that we know.
pub fn done(call: &Call, asked: &Asked) -> Markup {
    let key = asked.gjort.as_deref().map(|code| format!("done-{code}"));
    let known = key.filter(|key| call.say().has(key));
    html! {
        div #melding role="status" {
            @if let Some(key) = known {
                div.ds-alert data-color="success" { p { (call.t(&key)) } }
            }
        }
    }
}

/// A form that posts, with its hidden fields. Everything that changes anything stands in one.
pub fn form(call: &Call, action: &str, classes: &str, content: Markup) -> Markup {
    html! {
        form method="post" action=(action) class=[(!classes.is_empty()).then_some(classes)] novalidate {
            (hidden(call))
            (content)
        }
    }
}

/// A single button that posts; `fields` are hidden.
pub fn press(call: &Call, action: &str, fields: &[(&str, &str)], button: Markup) -> Markup {
    form(
        call,
        action,
        "",
        html! {
            @for (name, value) in fields {
                input type="hidden" name=(name) value=(value);
            }
            (button)
        },
    )
}

/// What a field needs to be shown.
pub struct Field<'a> {
    /// Name, and id of the input.
    pub name: &'a str,
    /// Label.
    pub label: String,
    /// Visible hint.
    pub hint: Option<String>,
    /// May be left empty; the label says so.
    pub optional: bool,
    /// What the browser may fill in by itself (WCAG 1.3.5): a token such as `tel`, or `off`.
    pub purpose: &'static str,
}

impl<'a> Field<'a> {
    /// A field that must be filled in.
    pub fn new(name: &'a str, label: impl Into<String>) -> Self {
        Self { name, label: label.into(), hint: None, optional: false, purpose: "off" }
    }

    /// With a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// May be left empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// About the one who fills in the form: the browser may help, with a token such as `name` or `tel`.
    #[must_use]
    pub fn purpose(mut self, token: &'static str) -> Self {
        self.purpose = token;
        self
    }

    fn described(&self, errors: &Errors) -> Option<String> {
        let mut ids = Vec::new();
        if errors.at(self.name).is_some() {
            ids.push(format!("{}-feil", self.name));
        }
        if self.hint.is_some() {
            ids.push(format!("{}-hint", self.name));
        }
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn around(&self, call: &Call, errors: &Errors, input: Markup) -> Markup {
        self.labelled(call, errors, &html! { (self.label) }, input)
    }

    fn labelled(&self, call: &Call, errors: &Errors, label: &Markup, input: Markup) -> Markup {
        html! {
            div.ds-field {
                label for=(self.name) {
                    (label)
                    @if self.optional { " " span.v-valgfritt { (call.t("form-optional")) } }
                }
                @if let Some(hint) = &self.hint {
                    p.v-dus id={ (self.name) "-hint" } { (hint) }
                }
                @if let Some(text) = errors.at(self.name) {
                    div.ds-validation-message id={ (self.name) "-feil" } { (text) }
                }
                (input)
            }
        }
    }

    /// One line. `kind` is the input's type: `text`, `tel`, `search`, `time`.
    pub fn line(&self, call: &Call, filled: &Filled, errors: &Errors, kind: &str) -> Markup {
        self.line_marked(call, filled, errors, kind, &html! { (self.label) })
    }

    /// The same with a label that is more than text.
    pub fn line_marked(
        &self,
        call: &Call,
        filled: &Filled,
        errors: &Errors,
        kind: &str,
        label: &Markup,
    ) -> Markup {
        let input = html! {
            input.ds-input type=(kind) id=(self.name) name=(self.name) value=(filled.raw(self.name))
                aria-describedby=[self.described(errors)] aria-invalid=[errors.at(self.name).map(|_| "true")]
                autocomplete=(self.purpose);
        };
        self.labelled(call, errors, label, input)
    }

    /// A day.
    pub fn day(&self, call: &Call, filled: &Filled, errors: &Errors) -> Markup {
        self.line(call, filled, errors, "date")
    }

    /// Several lines.
    pub fn area(&self, call: &Call, filled: &Filled, errors: &Errors, rows: u8) -> Markup {
        let input = html! {
            textarea.ds-input id=(self.name) name=(self.name) rows=(rows)
                aria-describedby=[self.described(errors)] aria-invalid=[errors.at(self.name).map(|_| "true")] {
                (filled.raw(self.name))
            }
        };
        self.around(call, errors, input)
    }

    /// One of many, in a list that folds out. The first, empty choice says what to choose.
    pub fn select(
        &self,
        call: &Call,
        filled: &Filled,
        errors: &Errors,
        none: &str,
        choices: &[(String, String)],
    ) -> Markup {
        let input = html! {
            select.ds-input id=(self.name) name=(self.name)
                aria-describedby=[self.described(errors)] aria-invalid=[errors.at(self.name).map(|_| "true")] {
                option value="" { (none) }
                @for (value, label) in choices {
                    option value=(value) selected[filled.chose(self.name, value)] { (label) }
                }
            }
        };
        self.around(call, errors, input)
    }

    /// One of few (`radio`) or any of few (`checkbox`), all in sight. Choices are value, label and hint.
    pub fn choices(
        &self,
        call: &Call,
        filled: &Filled,
        errors: &Errors,
        kind: &str,
        choices: &[(String, String, Option<String>)],
    ) -> Markup {
        let error = errors.at(self.name);
        html! {
            fieldset.ds-fieldset id=(self.name) tabindex="-1" aria-describedby=[self.described(errors)] {
                legend.ds-label {
                    (self.label)
                    @if self.optional { " " span.v-valgfritt { (call.t("form-optional")) } }
                }
                @if let Some(text) = error {
                    div.ds-validation-message id={ (self.name) "-feil" } { (text) }
                }
                @if let Some(hint) = &self.hint {
                    div.v-dus id={ (self.name) "-hint" } { (hint) }
                }
                @for (place, (value, label, hint)) in choices.iter().enumerate() {
                    div.ds-field data-variant=[hint.as_ref().map(|_| "outline")] {
                        input.ds-input type=(kind) name=(self.name) value=(value) id={ (self.name) "-" (place) }
                            checked[filled.chose(self.name, value)] aria-invalid=[error.map(|_| "true")]
                            aria-describedby=[hint.as_ref().map(|_| format!("{}-{place}-hint", self.name))];
                        label for={ (self.name) "-" (place) } { (label) }
                        @if let Some(hint) = hint {
                            p.v-dus data-field="description" id={ (self.name) "-" (place) "-hint" } { (hint) }
                        }
                    }
                }
            }
        }
    }
}

/// A status: icon and word, with a colour that says nothing by itself.
pub fn tag(color: &str, picture: &str, text: &str) -> Markup {
    html! { span.ds-tag.v-status data-color=(color) { (icon(picture)) (text) } }
}

/// The status of an action.
pub fn action_tag(call: &Call, status: ActionStatus, late: bool, owned: bool) -> Markup {
    let text = |key: &str| call.t(key).into_owned();
    if status.is_open() && !owned {
        return tag("danger", "ingenansvarlig", &text("status-no-owner"));
    }
    if late {
        return tag("danger", "klokke", &text("status-late"));
    }
    let (color, picture) = match status {
        ActionStatus::Proposed | ActionStatus::AcceptedByFamily => ("warning", "venter"),
        ActionStatus::AcceptedByOwner => ("neutral", "ikkestartet"),
        ActionStatus::Started => ("info", "igang"),
        ActionStatus::Delivered => ("info", "sporsmal"),
        ActionStatus::Done => ("success", "ferdig"),
        ActionStatus::Stopped => ("neutral", "stopp"),
    };
    tag(color, picture, &text(&format!("status-{}", status.code())))
}

/// A round mark with initials, name and role.
pub fn person(mark: &str, class: &str, name: &str, role: &str) -> Markup {
    html! {
        div.v-person {
            span class={ "v-initial " (class) } aria-hidden="true" { (mark) }
            div { b { bdi { (name) } } @if !role.is_empty() { small { (role) } } }
        }
    }
}

/// A drawn face; `classes` such as `v-ansikt--lite`.
pub fn face(number: u8, classes: &str) -> Markup {
    html! {
        svg class={ "v-ansikt " (classes) } aria-hidden="true" { use href={ (assets::url("bilder.svg")) "#ansikt-" (number) } {} }
    }
}

/// A helper, with face or initials.
pub fn helper(helper: &Helper, role: &str) -> Markup {
    html! {
        div.v-person {
            @if let Some(face) = helper.face {
                svg.v-ansikt aria-hidden="true" { use href={ (assets::url("bilder.svg")) "#ansikt-" (face) } {} }
            } @else {
                span.v-initial aria-hidden="true" { (helper.initials()) }
            }
            div { b { bdi { (helper.name) } } small { (role) } }
        }
    }
}

/// A telephone number that can be rung.
pub fn phone(number: &str) -> Markup {
    let dial: String = number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    html! { a.v-nobr href={ "tel:" (dial) } dir="ltr" { (number) } }
}

/// Address of a telephone number.
pub fn dial(number: &str) -> String {
    format!(
        "tel:{}",
        number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect::<String>()
    )
}

/// The family's own words.
pub fn own_words(words: &str, who: &str) -> Markup {
    html! {
        figure.v-ord {
            blockquote { p { "«" (words) "»" } }
            figcaption.v-hvem { (who) }
        }
    }
}

/// In the middle of a sentence.
pub fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Names with commas and «og».
pub fn listed(call: &Call, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), call.t("list-and")),
    }
}
