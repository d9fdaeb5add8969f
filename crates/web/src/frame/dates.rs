//! Days and times in words: «torsdag 19. november», «kl. 17», «i går».

use crate::frame::text::{Lang, Say};
use access::terms::Moment;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use maud::{Markup, html};

/// «19. november», with the year only when it is another one than now.
pub fn short(say: Say<'_>, day: Date, today: Date) -> String {
    let month = say.say(&format!("month-{}", day.month())).into_owned();
    let key = if day.year() == today.year() { "date-short" } else { "date-short-year" };
    say.with(
        key,
        [
            ("day", i64::from(day.day()).to_string().into()),
            ("month", month.into()),
            ("year", i64::from(day.year()).to_string().into()),
        ],
    )
    .into_owned()
}

/// «19. november 2026», for what is kept.
pub fn dated(say: Say<'_>, day: Date) -> String {
    short(say, day, Date::MIN)
}

/// «torsdag 19. november».
pub fn long(say: Say<'_>, day: Date, today: Date) -> String {
    let weekday = say.say(&format!("weekday-{}", day.weekday().to_monday_one_offset()));
    say.with("date-long", [("weekday", weekday.into()), ("date", short(say, day, today).into())]).into_owned()
}

/// «i dag», «i morgen», «i går», or the long form.
pub fn near(say: Say<'_>, day: Date, today: Date) -> String {
    match (day - today).get_days() {
        -1 => say.say("date-yesterday").into_owned(),
        0 => say.say("date-today").into_owned(),
        1 => say.say("date-tomorrow").into_owned(),
        _ => long(say, day, today),
    }
}

/// «kl. 17» or «kl. 17.30».
pub fn clock(say: Say<'_>, time: Time) -> String {
    let minutes = match say.lang {
        Lang::En => format!("{}:{:02}", time.hour(), time.minute()),
        _ if time.minute() == 0 => time.hour().to_string(),
        _ => format!("{}.{:02}", time.hour(), time.minute()),
    };
    say.with("time-clock", [("time", minutes.into())]).into_owned()
}

/// A `<time>` with the near form.
pub fn day(say: Say<'_>, day: Date, today: Date) -> Markup {
    html! { time datetime=(day) { (near(say, day, today)) } }
}

/// Sentence start: first letter in upper case.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// «i dag kl. 9.30» of an instant, on the Norwegian clock.
pub fn instant(say: Say<'_>, at: Timestamp, today: Date) -> String {
    let wall = Moment::clock_of(at);
    say.with(
        "date-with-time",
        [("date", near(say, wall.date(), today).into()), ("time", clock(say, wall.time()).into())],
    )
    .into_owned()
}
