//! What generated families tell once, apply for, and get an answer to.

use super::active::Course;
use crate::demo::chance::Chance;
use crate::demo::rights::answer;
use crate::demo::story::Story;
use dossier::*;

/// What is applied for, and why.
const APPLIED: &[(&str, &str)] = &[
    ("respite_care", "Vi har ikke hatt en hel natts søvn på lenge."),
    ("support_contact", "Han vil så gjerne være med, men tør ikke gå alene."),
    ("companion_card", "En av oss må alltid være med."),
    ("carer_allowance", "Jeg har sagt opp jobben for å være hjemme."),
];

/// The application that the family has sent, if it has.
fn applied(story: &Story<'_>) -> Option<ThingId> {
    Extract::whole(story.dossier()).all::<Application>().map(|it| it.id()).next()
}

/// Plans it for one family in three, with chance of its own: other strands draw what they drew before.
pub(super) fn plan(story: &Story<'_>, course: &mut Course) {
    let mut chance = Chance::of(story.town.seed, &format!("once/{}", story.family()));
    let (begun, last) = course.span();
    if begun - last < 40 || !chance.once_in(3) {
        return;
    }
    let back = chance.between(last + 14, begun - 12);
    let (hours, years, money) = (chance.between(2, 30), chance.between(1, 12), chance.between(180, 620));
    let (right, words) = *chance.pick(APPLIED);
    course.at(back, 20, move |story, cast| {
        let (adult, child) = (cast.adult(), cast.child());
        let of = FactOf::Child { child };
        story.looks_for(adult, &["daily_help", "money"]);
        story.tells(
            adult,
            &[
                ("need.extra_care_hours_week", of, &hours.to_string()),
                ("child.condition_duration_years", of, &years.to_string()),
                ("child.nis_member", of, "true"),
                ("child.participates_in_leisure", of, "false"),
                ("household.income_year_nok", FactOf::Home { adult }, &(money * 1000).to_string()),
                ("adult.heavy_care_burden", FactOf::Adult { adult }, "true"),
            ],
        );
        story.applies(adult, &[(right, Some(child))], words, None);
    });
    course.at(back - 3, 9, |story, _| {
        if let Some(application) = applied(story) {
            story.takes_in_application(application);
        }
    });
    if chance.once_in(3) {
        return;
    }
    let verdict = *chance.pick(&[
        DecisionKind::Granted,
        DecisionKind::Granted,
        DecisionKind::Partly,
        DecisionKind::Refused,
    ]);
    let lasts = chance.between(150, 700);
    course.at(back - 11, 13, move |story, _| {
        let words = match verdict {
            DecisionKind::Granted => "Dere fyller vilkårene.",
            DecisionKind::Partly => "Vi ser behovet, men ikke så mange timer som dere har søkt om.",
            DecisionKind::Refused => "Vi mener at dette dekkes av det dere får fra før. Ring oss gjerne.",
        };
        let until = (verdict != DecisionKind::Refused).then(|| after(story.now().today, lasts));
        if let Some(application) = applied(story) {
            story.decides(application, Decision { until, ..answer(verdict, words) });
        }
    });
}
