//! Who lives in the home: when the children were born, how many grown-ups, one home or two. Names are not asked for.

use super::state::{CHILDREN, Homes, State, dotted};
use super::{ANSWERS, QUESTIONS, answer, arrive, framed, safe};
use crate::frame::parts::{Field, form, icon_with};
use crate::frame::{Call, Errors, Filled, FormOf};
use axum::response::Response;
use jiff::civil::Date;
use maud::{Markup, html};
use rights::Whose;

/// Rows for children that are in sight at once; the rest fold out.
const ROWS: usize = 3;
/// Nobody that the guide is about is older.
const OLDEST: i16 = 30;

pub async fn show(mut form: FormOf) -> Response {
    match arrive(&mut form) {
        Err(mend) => answer(&form, true, mend),
        Ok(state) => {
            let mut filled = Filled::empty()
                .set_some("voksne", state.adults)
                .set("hjem", if state.born.is_empty() { "" } else { state.homes.code() });
            for (place, born) in state.born.iter().enumerate() {
                filled = filled.set(&row(place), dotted(*born));
            }
            answer(&form, false, page(&form.call, &state, &filled, &Errors::none()))
        }
    }
}

fn row(place: usize) -> String {
    format!("barn-{place}")
}

/// Takes in what was written on this page.
pub fn take(form: &FormOf, mut state: State) -> Result<State, Markup> {
    let (call, filled) = (&form.call, &form.filled);
    let (mut errors, mut born) = (Errors::none(), Vec::new());
    for place in 0..CHILDREN {
        let name = row(place);
        let text = filled.text(&name);
        if text.is_empty() {
            continue;
        }
        match read_born(call, &text) {
            Some(day) => born.push(day),
            None => errors.add(&name, call.t("guide-born-wrong")),
        }
    }
    if !errors.is_empty() {
        return Err(page(call, &state, filled, &errors));
    }
    // Answers about a child follow the child; where another one stands in its place, they are forgotten.
    let same = |child: u8| {
        let place = usize::from(child);
        state.born.is_empty() || born.get(place) == state.born.get(place)
    };
    let stays = |whose: Whose| match whose {
        Whose::Child(child) | Whose::Pair { child, .. } => same(child),
        _ => true,
    };
    let (told, passed) = (std::mem::take(&mut state.told), std::mem::take(&mut state.passed));
    let told = told.into_iter().filter(|(wanted, _)| stays(wanted.whose)).collect();
    let passed = passed.into_iter().filter(|wanted| stays(wanted.whose)).collect();
    let read = State::read(state.knowledge, filled);
    Ok(State { told, passed, born, adults: read.adults, homes: read.homes, ..state })
}

/// A day, or a month, in which a child was born or will be: «15.3.2018», «3.2018», «mars 2018», «2018-03-15».
fn read_born(call: &Call, text: &str) -> Option<Date> {
    let lower = text.to_lowercase();
    let numbers = |text: &str| -> Option<Vec<i16>> {
        let parts = text.split(['.', '/', '-', ' ']).filter(|part| !part.is_empty());
        parts.map(|part| part.parse().ok()).collect()
    };
    let named = (1..=12).find_map(|month: i16| {
        let name = call.t(&format!("month-{month}")).to_lowercase();
        lower.contains(&name).then(|| lower.replace(&name, &format!(" {month} ")))
    });
    let parts = numbers(named.as_deref().unwrap_or(&lower))?;
    let full = |year: i16| if (0..100).contains(&year) { 2000 + year } else { year };
    let (day, month, year) = match parts.as_slice() {
        [year, month, day] if *year > 31 => (*day, *month, *year),
        [day, month, year] => (*day, *month, full(*year)),
        [year, month] if *year > 31 => (1, *month, *year),
        // Without a four-digit year it could be a day and a month.
        [month, year] if *year > 31 => (1, *month, *year),
        _ => return None,
    };
    let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    let today = call.today();
    // A child that is expected comes within the year.
    (date.year() >= today.year() - OLDEST && (date - today).get_days() <= 300).then_some(date)
}

fn page(call: &Call, state: &State, filled: &Filled, errors: &Errors) -> Markup {
    let child = |place: usize| {
        let label = call.say().with("guide-born", [("number", (place + 1).into())]).into_owned();
        html! { div.v-kort-felt { (Field::new(&row(place), label).line(call, filled, errors, "text")) } }
    };
    let late = (ROWS..CHILDREN).any(|place| !filled.raw(&row(place)).is_empty());
    let choice = |value: &str, key: &str| (value.to_owned(), call.t(key).into_owned(), None);
    let content = html! {
        (errors.summary(call))
        div.v-hode { div {
            h1 { (call.t("guide-who")) }
            p.v-ingress { (call.t("guide-who-lead")) }
            (safe(call, state))
        } }
        (form(call, QUESTIONS, "v-skjema", html! {
            input type="hidden" name="steg" value="hvem";
            (state.hidden_situations())
            // What was told before, to see which child is still in its place.
            @for born in &state.born { input type="hidden" name="fodt" value=(born); }
            (state.hidden_told())
            section.v-kort { div.v-stabel {
                h2 { (call.t("guide-children")) }
                p.v-dus { (call.t("guide-children-hint")) }
                @for place in 0..ROWS { (child(place)) }
                details.v-mer open[late] {
                    summary { (call.t("guide-more-children")) }
                    div.v-stabel { @for place in ROWS..CHILDREN { (child(place)) } }
                }
            } }
            section.v-kort { div.v-stabel {
                h2 { (call.t("guide-home")) }
                (Field::new("voksne", call.t("guide-adults")).optional().choices(call, filled, errors, "radio",
                    &[choice("1", "guide-adults-1"), choice("2", "guide-adults-2")]))
                (Field::new("hjem", call.t("guide-homes")).optional().choices(call, filled, errors, "radio", &[
                    choice(Homes::Here.code(), "guide-homes-here"),
                    choice(Homes::Two.code(), "guide-homes-two"),
                    choice(Homes::Else.code(), "guide-homes-else"),
                ]))
                p.v-dus { (call.t("guide-homes-note")) }
            } }
            div.v-knapper {
                button.ds-button { (call.t("guide-next")) (icon_with("neste", "v-snu")) }
                button.ds-button data-variant="secondary" formaction=(ANSWERS) { (call.t("guide-answers-now")) }
                button.ds-button data-variant="tertiary" formaction=(super::PATH) { (call.t("guide-back-situations")) }
            }
        }))
    };
    framed(call, "guide-who", state, !errors.is_empty(), content)
}
