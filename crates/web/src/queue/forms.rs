//! What those who answer can do with a request now: put it in the queue, offer a coordinator, write down the
//! family's answer, close it. Each form carries the version of the course that it was made from.

use crate::frame::form::{Errors, Filled, seen};
use crate::frame::parts::{Field, form, icon};
use crate::frame::who::Who;
use crate::frame::{Call, dates};
use crate::queue::PATH;
use crate::queue::list::answer;
use crate::queue::request::Case;
use access::terms::{Answer, Offer, Phase, Role, after};
use maud::{Markup, html};

/// Which form was sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// A place in the queue, or another look at it.
    Place,
    /// A coordinator is asked.
    Offer,
    /// The family's answer, written down.
    FamilyAnswer,
    /// The asked coordinator's own answer.
    OwnAnswer,
    /// The offer is taken back.
    Withdraw,
    /// Help is not started.
    Close,
    /// Taken in under another family, or told apart from it.
    Twin,
}

impl Form {
    /// The fields in which text is typed, with the keys of their labels.
    pub const fn texts(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Form::Place => &[("why", "place-why"), ("raised", "place-raised")],
            Form::Offer => &[("note", "offer-note")],
            Form::FamilyAnswer => &[("family-how", "offer-family-how")],
            Form::OwnAnswer => &[("own-why", "own-why")],
            Form::Close => &[("words", "close-words"), ("way-back", "close-way-back")],
            Form::Withdraw | Form::Twin => &[],
        }
    }
}

/// What a form needs to be shown.
struct Shown<'a> {
    call: &'a Call,
    case: &'a Case,
    filled: &'a Filled,
    errors: &'a Errors,
}

impl Shown<'_> {
    fn form(&self, path: &str, content: Markup) -> Markup {
        let action = format!("{PATH}/{}/{path}", self.case.view.family());
        form(
            self.call,
            &action,
            "v-skjema v-skjema--tett",
            html! {
                @if let Some(course) = self.case.course() { (seen(course.id(), course.entry.version)) }
                (content)
            },
        )
    }

    fn area(&self, field: Field<'_>, rows: u8) -> Markup {
        field.area(self.call, self.filled, self.errors, rows)
    }

    fn t(&self, key: &str) -> String {
        self.call.t(key).into_owned()
    }
}

/// The forms that fit where the family stands, for this reader.
pub fn all(call: &Call, case: &Case, which: Option<Form>, filled: &Filled, errors: &Errors) -> Markup {
    let (fresh, none) = (Filled::empty(), Errors::none());
    // What was typed belongs to the form that was sent; the others are as they were.
    let shown = |form: Form| {
        let sent = which == Some(form);
        Shown {
            call,
            case,
            filled: if sent { filled } else { &fresh },
            errors: if sent { errors } else { &none },
        }
    };
    let open = |form: Form| which == Some(form);
    let offer = case.offer();
    if call.visit.role != Role::Intake {
        return html! {
            @match offer.filter(|offer| offer.to == call.visit.actor && offer.coordinator == Answer::Pending) {
                Some(offer) => (own_answer(&shown(Form::OwnAnswer), offer, open(Form::OwnAnswer))),
                None => section.v-kort.v-kort--dus { h2 { (call.t("request-contact")) } p { (call.t("request-contact-text")) } },
            }
        };
    }
    html! {
        @if let (Some(Phase::Offered), Some(offer)) = (case.phase(), offer) {
            (offered(&shown(Form::FamilyAnswer), offer))
        } @else {
            (place(&shown(Form::Place)))
            (ask(&shown(Form::Offer)))
        }
        (close(&shown(Form::Close), open(Form::Close)))
    }
}

fn place(shown: &Shown<'_>) -> Markup {
    let (call, case) = (shown.call, shown.case);
    let limits = call.house.gate.limits(&call.visit);
    let usual = after(call.today(), i32::from(limits.queue_review_days));
    let waiting = match case.phase() {
        Some(Phase::Waiting { ground, why, interim, raised, .. }) => Some(
            Filled::empty()
                .set("ground", ground)
                .set("why", why)
                .set("interim", interim)
                .set_some("raised", raised.as_ref()),
        ),
        _ => None,
    };
    let again = waiting.is_some();
    // The next look is always chosen anew; the rest stands as it was.
    let stands =
        waiting.unwrap_or_else(|| Filled::empty().set("interim", call.visit.actor)).set("review", usual);
    let filled = if shown.filled.is_empty() { &stands } else { shown.filled };
    let grounds: Vec<(String, String)> = call
        .house
        .gate
        .rules()
        .grounds(call.today())
        .iter()
        .map(|ground| (ground.code.clone(), crate::door::ground_text(call, &ground.code)))
        .collect();
    let directory = call.house.gate.directory();
    let contacts: Vec<(String, String)> = [Role::Intake, Role::Coordinator]
        .into_iter()
        .flat_map(|role| directory.with_role(role, call.today()))
        .map(|(helper, _)| (helper.id.to_string(), format!("{}, {}", helper.name, helper.title)))
        .collect();
    let Shown { errors, .. } = shown;
    html! {
        section.v-kort #plass {
            h2 { (call.t(if again { "place-again" } else { "place-heading" })) }
            p.v-dus { (call.t("place-text")) }
            (shown.form("ko", html! {
                (Field::new("ground", shown.t("place-ground")).select(call, filled, errors, &call.t("place-choose"), &grounds))
                (Field::new("why", shown.t("place-why")).hint(shown.t("place-why-hint")).area(call, filled, errors, 3))
                (Field::new("interim", shown.t("place-interim")).hint(shown.t("place-interim-hint")).select(call, filled, errors, &call.t("place-choose"), &contacts))
                (Field::new("review", shown.t("place-review")).day(call, filled, errors))
                details.v-mer open[!filled.raw("raised").is_empty() || errors.at("raised").is_some()] {
                    summary { (call.t("place-raise")) }
                    (Field::new("raised", shown.t("place-raised")).hint(shown.t("place-raised-hint")).optional().area(call, filled, errors, 2))
                }
                button.ds-button { (icon("hake")) (call.t(if again { "place-save" } else { "place-put" })) }
            }))
        }
    }
}

fn ask(shown: &Shown<'_>) -> Markup {
    let (call, case) = (shown.call, shown.case);
    let rooms: Vec<(String, String)> = case
        .rooms
        .iter()
        .map(|room| (room.actor.to_string(), format!("{}, {}", room.name, room.text(call))))
        .collect();
    html! {
        section.v-kort #tilby {
            h2 { (call.t("offer-heading")) }
            p.v-dus { (call.t("offer-text")) }
            @if rooms.is_empty() {
                p { (call.t("queue-no-coordinators")) }
            } @else {
                (shown.form("tilby", html! {
                    (Field::new("to", shown.t("offer-to")).select(call, shown.filled, shown.errors, &call.t("place-choose"), &rooms))
                    (shown.area(Field::new("note", shown.t("offer-note")).hint(shown.t("offer-note-hint")).optional(), 2))
                    button.ds-button data-variant="secondary" { (icon("send")) (call.t("offer-send")) }
                }))
            }
        }
    }
}

fn offered(shown: &Shown<'_>, offer: &Offer) -> Markup {
    let (call, case) = (shown.call, shown.case);
    let (say, today) = (call.say(), call.today());
    let who = Who::new(call, &case.view);
    html! {
        section.v-kort.v-kort--venstre data-kant="lyng" #tilbud {
            h2 { (say.with("offered-heading", [("name", who.helper(offer.to).into())])) }
            p { (say.with("offered-reply-by", [("day", dates::near(say, offer.reply_by, today).into())])) }
            ul.v-ikonliste {
                li { (icon(if offer.coordinator.is_yes() { "hake" } else { "venter" })) span { (answer(call, "queue-coordinator", &offer.coordinator)) } }
                li { (icon(if offer.family.is_yes() { "hake" } else { "venter" })) span { (answer(call, "queue-family", &offer.family)) } }
            }
            @if !offer.note.is_empty() { p.v-dus { (call.t("offer-note")) ": " (offer.note) } }
            @if offer.family == Answer::Pending {
                (shown.form("svar", html! {
                    (shown.area(Field::new("family-how", shown.t("offer-family-how")).hint(shown.t("offer-family-how-hint")), 2))
                    div.v-knapper {
                        button.ds-button name="svar" value="ja" { (icon("hake")) (call.t("offer-family-yes")) }
                        button.ds-button data-variant="secondary" name="svar" value="nei" { (call.t("offer-family-no")) }
                    }
                }))
            }
            (shown.form("trekk", html! {
                button.ds-button data-variant="tertiary" { (icon("angre")) (call.t("offer-withdraw")) }
            }))
        }
    }
}

fn close(shown: &Shown<'_>, open: bool) -> Markup {
    let call = shown.call;
    let stands = Filled::empty().set("way-back", call.t("close-way-back-usual"));
    let filled = if shown.filled.is_empty() { &stands } else { shown.filled };
    html! {
        details.ds-details.v-boks open[open] {
            summary { (call.t("close-heading")) }
            div.v-stabel.v-stabel--tett {
                p.v-dus { (call.t("close-text")) }
                (shown.form("avslutt", html! {
                    (Field::new("words", shown.t("close-words")).hint(shown.t("close-words-hint")).area(call, filled, shown.errors, 3))
                    (Field::new("way-back", shown.t("close-way-back")).area(call, filled, shown.errors, 2))
                    button.ds-button data-color="danger" data-variant="secondary" { (call.t("close-do")) }
                }))
            }
        }
    }
}

/// The asked coordinator answers here, beside what she must know to answer.
fn own_answer(shown: &Shown<'_>, offer: &Offer, open: bool) -> Markup {
    let call = shown.call;
    let say = call.say();
    html! {
        section.v-kort.v-kort--venstre data-kant="lyng" {
            h2 { (call.t("own-heading")) }
            p { (say.with("offered-reply-by", [("day", dates::near(say, offer.reply_by, call.today()).into())])) }
            p { (answer(call, "queue-family", &offer.family)) }
            @if !offer.note.is_empty() { p { (offer.note) } }
            div.v-svarboks {
                (shown.form("mitt-svar", html! {
                    button.ds-button data-fullwidth name="svar" value="ja" { (icon("hake")) (call.t("own-yes")) }
                }))
                details.ds-details.v-boks open[open] {
                    summary { (call.t("own-no")) }
                    (shown.form("mitt-svar", html! {
                        (shown.area(Field::new("own-why", shown.t("own-why")).hint(shown.t("own-why-hint")), 2))
                        button.ds-button data-variant="secondary" name="svar" value="nei" { (call.t("own-no-send")) }
                    }))
                }
            }
        }
    }
}
