//! What the law lays on whoever coordinates (R6): when each duty was done last, and when somebody is reminded.

use crate::story::*;
use dossier::CoordinatorDuty::{Health, Overview, Plan, Welfare, Whole};
use dossier::*;
use jiff::civil::Date;

/// The days on which the five were done last, in their order.
fn done(story: &Story) -> Vec<(CoordinatorDuty, Option<Date>)> {
    duties_done(&story.all())
}

/// The duties that were done on a day.
fn on(story: &Story, text: &str) -> Vec<CoordinatorDuty> {
    let that = |(duty, last): (CoordinatorDuty, Option<Date>)| (last == Some(day(text))).then_some(duty);
    done(story).into_iter().filter_map(that).collect()
}

type Act = (&'static str, fn(&mut Story), &'static [CoordinatorDuty]);

#[test]
fn r6_when_each_duty_was_done_last_follows_from_what_the_coordinator_has_written() {
    const ON: &str = "2026-11-20";
    let acts: [Act; 13] = [
        (
            "asks a helper",
            |story| {
                story.asks(TEACHER, SCHOOL, None);
            },
            &[Whole],
        ),
        (
            "brings somebody into the team",
            |story| {
                story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, day(ON)));
            },
            &[Whole],
        ),
        (
            "writes down a need",
            |story| {
                story.writes(coordinator(KARI), need("Avlastning"));
            },
            &[Overview],
        ),
        (
            "sets a goal",
            |story| {
                story.writes(coordinator(KARI), goal("Sove"));
            },
            &[Plan],
        ),
        (
            "plans an action",
            |story| {
                story.writes(coordinator(KARI), action("Ringe"));
            },
            &[Plan],
        ),
        ("prepares an application", |story| prepares(story, coordinator(KARI)), &[Welfare]),
        ("meets helpers", |story| held(story, true, false), &[Whole]),
        ("meets the family alone", |story| held(story, false, false), &[]),
        ("reviews the plan with helpers", |story| held(story, true, true), &[Whole, Overview]),
        ("guides about health", |story| told(story, &[Health]), &[Health]),
        ("guides about the rest", |story| told(story, &[Welfare, Overview]), &[Overview, Welfare]),
        ("talks of other things", |story| told(story, &[]), &[]),
        (
            "reads the family's yes",
            |story| {
                let by = story.mother;
                let agreed = Agreement { by, on: day(ON), how: String::new() };
                story.writes(citizen(MOTHER), agreed);
            },
            &[Overview, Plan],
        ),
    ];
    for (act, does, expected) in acts {
        let mut story = Story::active();
        story.on(ON);
        does(&mut story);
        assert_eq!(on(&story, ON), expected, "the coordinator {act}");
    }
}

fn prepares(story: &mut Story, author: Author) {
    let (right, category) = ("basic_benefit".to_owned(), Category::Economy);
    let draft = Draft { right, applicant: story.mother, child: None, category };
    story.does(author, Command::Apply(Applying::Prepare(vec![draft])));
}

fn held(story: &mut Story, helpers: bool, review: bool) {
    let now = story.moment.today;
    let asked = if helpers { vec![TEACHER] } else { Vec::new() };
    let planned = Meeting { helpers: asked, review, ..meeting(&now.to_string()) };
    let thing = story.writes(coordinator(KARI), planned);
    assert_eq!(on(story, &now.to_string()), [], "a meeting that is only planned has done nothing");
    story.rewrites::<Meeting>(coordinator(KARI), thing, |it| it.settled = Some(settled(now, true)));
}

fn told(story: &mut Story, duties: &[CoordinatorDuty]) {
    let now = story.moment.today;
    let contact = Contact { duties: duties.to_vec(), ..contact(ContactKind::Call, now) };
    story.writes(coordinator(KARI), contact);
}

#[test]
fn r6_what_others_write_is_no_duty_that_the_coordinator_did() {
    let mut story = Story::active();
    story.on("2026-11-20");
    story.writes(citizen(MOTHER), goal("Sove"));
    prepares(&mut story, citizen(MOTHER));
    assert_eq!(on(&story, "2026-11-20"), []);
    let asked = story.asks(TEACHER, SCHOOL, None);
    story.on("2026-11-24");
    let yes = story.answers(asked, story.yes());
    story.does(helper(TEACHER, SCHOOL), yes);
    assert_eq!(on(&story, "2026-11-24"), [], "the answer is the teacher's");
    assert_eq!(on(&story, "2026-11-20"), [Whole], "and the question stays the coordinator's");
}

/// Everything but guidance about health is done on a day.
fn all_but_health(story: &mut Story, text: &str) {
    story.on(text);
    told(story, &[Whole, Overview, Welfare, Plan]);
}

#[test]
fn r6_a_duty_untouched_for_longer_than_the_municipality_allows_reminds_the_coordinator_and_the_coordinating_unit()
 {
    // Active from 2 November 2026; the municipality allows ninety days.
    let mut story = Story::active();
    let due = after(day("2026-11-02"), 90);
    all_but_health(&mut story, "2027-01-11");
    let around = [after(due, -1), due, after(due, 1)];
    let there: Vec<bool> =
        around.iter().map(|it| story.on(&it.to_string()).needs("duty-untouched").is_some()).collect();
    assert_eq!(there, [false, false, true]);
    let reminded = attention(&story.all(), story.moment, &story.limits());
    let reasons: Vec<Reason> = reminded.iter().map(|it| it.reason).collect();
    assert!(reasons.contains(&Reason::DutyUntouched(Health)), "{reasons:?}");

    let row = |story: &Story| {
        let all = Dossier::clone(&story.dossier);
        let items = lists(&all).items.into_iter().filter(|item| item.kind == ItemKind::Duty);
        items.map(|item| (item.owner, item.since)).collect::<Vec<_>>()
    };
    assert_eq!(row(&story), [(Some(KARI), day("2026-11-02"))], "nothing of what the duty is about");

    let now = story.moment.today;
    told(&mut story, &[Health]);
    assert_eq!(story.needs("duty-untouched"), None);
    assert_eq!(row(&story), [(Some(KARI), day("2027-01-11"))], "now others have waited longest");
    story.on(&after(now, 91).to_string());
    assert!(story.needs("duty-untouched").is_some(), "and all come again");
    story.does(coordinator(KARI), closes(CloseReason::OwnWish));
    assert_eq!(row(&story), [], "nothing is owed when the work is over");
    assert_eq!(story.needs("duty-untouched"), None);
}
