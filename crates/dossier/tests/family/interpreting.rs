//! Interpreters in meetings: who needs one, who may be one, and when it shows that none is booked (R114, R115, R24).

use crate::story::*;
use dossier::*;

/// Amal speaks Dari and Sami Arabic, and both need an interpreter.
fn refugees() -> Story {
    let mut story = Story::active();
    let (mother, father) = (story.mother, story.father);
    for (person, language) in [(mother, "prs"), (father, "ar")] {
        story.rewrites::<Person>(coordinator(KARI), person.thing(), |it| {
            it.language = language.into();
            it.interpreter = true;
        });
    }
    story
}

fn with_mother(story: &Story, at: &str) -> Meeting {
    Meeting { members: vec![story.mother], ..meeting(at) }
}

fn booked(story: &Story, at: &str, who: &str) -> Meeting {
    let meeting = with_mother(story, at);
    let interpreter = Arrangement::Interpreter(interpreter(who, meeting.at));
    interpreted(meeting, "prs", interpreter)
}

fn refused(story: &mut Story, meeting: Meeting) -> Refusal {
    story.refuses(coordinator(KARI), write(meeting, &[], Audience::Ordinary))
}

#[test]
fn r114_a_meeting_says_who_needs_an_interpreter_in_which_language() {
    let story = refugees();
    let (mother, father, girl) = (story.mother, story.father, story.girl);
    let all = story.all();
    let of = |members: &[PersonId]| {
        let meeting = Meeting { members: members.to_vec(), ..meeting("2026-11-20") };
        interpreter_needs(&all, &meeting)
            .iter()
            .map(|need| (need.language.to_owned(), need.people.clone()))
            .collect::<Vec<_>>()
    };
    let (dari, arabic) = (("prs".to_owned(), vec![mother]), ("ar".to_owned(), vec![father]));
    assert_eq!(of(&[girl, mother]), std::slice::from_ref(&dari));
    assert_eq!(of(&[father, mother]), [arabic, dari], "each language is booked for itself");
    assert_eq!(of(&[girl]), [], "whoever does not come needs nothing there");
}

#[test]
fn r114_two_who_speak_the_same_language_need_one_interpreter() {
    let mut story = refugees();
    let (mother, father) = (story.mother, story.father);
    story.rewrites::<Person>(coordinator(KARI), father.thing(), |it| it.language = "prs".into());
    let together = Meeting { members: vec![mother, father], ..meeting("2026-11-20") };
    let needs = interpreter_needs(&story.all(), &together).len();
    assert_eq!(needs, 1);
    assert_eq!(interpreter_needs(&story.all(), &together)[0].people, [mother, father]);
}

#[test]
fn r115_a_child_of_the_family_is_set_as_interpreter_in_no_meeting() {
    let mut story = refugees();
    for child in ["Leila", "leila haddad", "Leila Haddad", "HADDAD LEILA", "Yusuf, 8 år", "datteren Leila"] {
        let meeting = booked(&story, "2026-11-20", child);
        assert_eq!(refused(&mut story, meeting), Refusal::Rule(Rule::ChildInterprets), "{child}");
    }
    // Nor is it written afterwards that a child did, nor in a meeting that stood already.
    let at = "2026-11-02";
    let held = with_mother(&story, at);
    let came = Some(Arrangement::Interpreter(interpreter("Leila Haddad", held.at)));
    let line = Interpreting { language: "prs".into(), planned: None, came };
    let thing = story.writes(coordinator(KARI), held);
    let command = story.rewriting::<Meeting>(thing, |it| it.interpreting = vec![line]);
    assert_eq!(story.refuses(coordinator(KARI), command), Refusal::Rule(Rule::ChildInterprets));
    // A name that the child shares with somebody else is somebody else's.
    let other = booked(&story, "2026-11-20", "Leila Rahimi");
    story.writes(coordinator(KARI), other);
}

#[test]
fn r115_whoever_is_a_child_goes_by_the_day_and_without_a_birth_date_a_child_is_a_child() {
    let mut story = refugees();
    let (girl, boy) = (story.girl, story.boy);
    story.rewrites::<Person>(coordinator(KARI), boy.thing(), |it| it.born = None);
    let meeting = booked(&story, "2026-11-20", "Yusuf");
    assert_eq!(refused(&mut story, meeting), Refusal::Rule(Rule::ChildInterprets));
    story.rewrites::<Person>(coordinator(KARI), girl.thing(), |it| it.generation = Generation::Adult);
    let meeting = booked(&story, "2026-11-20", "Leila");
    assert_eq!(refused(&mut story, meeting), Refusal::Rule(Rule::ChildInterprets), "15 years old");
    story.on("2028-11-20");
    let meeting = booked(&story, "2028-11-27", "Leila");
    assert_eq!(
        refused(&mut story, meeting),
        Refusal::Rule(Rule::KinInterprets),
        "18 today, and kin all the same"
    );
}

#[test]
fn r24_nobody_of_the_family_and_nobody_who_knows_them_interprets() {
    let mut story = refugees();
    let father = story.father;
    let meeting = booked(&story, "2026-11-20", "Sami Haddad");
    assert_eq!(refused(&mut story, meeting), Refusal::Rule(Rule::KinInterprets));
    story.rewrites::<Person>(coordinator(KARI), father.thing(), |it| {
        it.phone = Some("400 00 502".into());
        it.left = Some(day("2026-11-02"));
    });
    let meeting = booked(&story, "2026-11-20", "Sami");
    assert_eq!(refused(&mut story, meeting), Refusal::Rule(Rule::KinInterprets), "who has left is kin still");
    let by_number = |number: &str| {
        let meeting = with_mother(&story, "2026-11-20");
        let somebody = Interpreter { number: number.into(), ..interpreter("S. H.", meeting.at) };
        interpreted(meeting, "prs", Arrangement::Interpreter(somebody))
    };
    let (theirs, short) = (by_number("40000502"), by_number("502"));
    assert_eq!(refused(&mut story, theirs), Refusal::Rule(Rule::KinInterprets), "the number is theirs");
    story.writes(coordinator(KARI), short);
    let meeting = with_mother(&story, "2026-11-20");
    let knows = Interpreter { apart: false, ..interpreter("Zahra Rahimi", meeting.at) };
    let meeting = interpreted(meeting, "prs", Arrangement::Interpreter(knows));
    assert_eq!(refused(&mut story, meeting), Refusal::Rule(Rule::InterpreterKnowsFamily));
}

#[test]
fn what_is_written_about_an_interpreter_is_whole() {
    let mut story = refugees();
    let field = |field, problem| Refusal::Field { field, problem };
    let meeting = booked(&story, "2026-11-20", " ");
    assert_eq!(refused(&mut story, meeting), field("who", Problem::Empty));
    let nobody = Arrangement::Nobody(NoInterpreter { because: "family-says-no".into(), words: " ".into() });
    let meeting = interpreted(with_mother(&story, "2026-11-20"), "prs", nobody);
    assert_eq!(refused(&mut story, meeting), field("words", Problem::Empty));
    let mut twice = booked(&story, "2026-11-20", "Zahra Rahimi");
    twice.interpreting.push(twice.interpreting[0].clone());
    assert_eq!(refused(&mut story, twice), field("language", Problem::Choice));
    let mut told = booked(&story, "2026-11-20", "Zahra Rahimi");
    told.interpreting[0].came = told.interpreting[0].planned.clone();
    assert_eq!(refused(&mut story, told), field("came", Problem::Date), "nobody has come yet");
}

#[test]
fn r114_a_meeting_without_an_interpreter_shows_until_one_is_booked_and_is_late_after_the_last_day() {
    let mut story = refugees();
    // Five working days before Friday 20 November lies Friday 13.
    let meeting = with_mother(&story, "2026-11-20");
    let thing = story.writes(coordinator(KARI), meeting);
    let shown = |story: &mut Story, on: &str| {
        story.on(on);
        let all = attention(&story.all(), story.moment, &story.limits());
        let found = all.into_iter().find(|item| item.reason.code() == "interpreter-missing");
        found.map(|item| (item.urgency, item.days))
    };
    assert_eq!(shown(&mut story, "2026-11-02"), Some((Urgency::Planned, 11)));
    assert_eq!(shown(&mut story, "2026-11-13"), Some((Urgency::Planned, 0)));
    assert_eq!(shown(&mut story, "2026-11-14"), Some((Urgency::Late, 1)));
    assert_eq!(shown(&mut story, "2026-11-20"), Some((Urgency::Late, 7)));
    assert_eq!(shown(&mut story, "2026-11-21"), None, "it is over");

    story.on("2026-11-09");
    let line = booked(&story, "2026-11-20", "Zahra Rahimi").interpreting;
    story.rewrites::<Meeting>(coordinator(KARI), thing, |it| it.interpreting = line);
    assert_eq!(shown(&mut story, "2026-11-16"), None, "booked");
    // Whoever was booked for one time has not said yes to another.
    story.rewrites::<Meeting>(coordinator(KARI), thing, |it| it.at = day("2026-11-23").at(12, 0, 0, 0));
    assert_eq!(shown(&mut story, "2026-11-16"), Some((Urgency::Planned, 0)));
    let nobody = Arrangement::Nobody(NoInterpreter {
        because: "family-says-no".into(),
        words: "Amal vil prøve på norsk.".into(),
    });
    story.rewrites::<Meeting>(coordinator(KARI), thing, |it| it.interpreting[0].planned = Some(nobody));
    assert_eq!(shown(&mut story, "2026-11-16"), None, "a reason is an answer, whenever the meeting is");
}

#[test]
fn a_meeting_that_was_called_off_lacks_nothing() {
    let mut story = refugees();
    let meeting = with_mother(&story, "2026-11-20");
    let thing = story.writes(coordinator(KARI), meeting);
    assert!(story.needs("interpreter-missing").is_some());
    let off = settled(story.moment.today, false);
    story.rewrites::<Meeting>(coordinator(KARI), thing, |it| it.settled = Some(off));
    assert_eq!(story.needs("interpreter-missing"), None);
}

#[test]
fn a_meeting_that_was_stored_without_a_word_of_interpreters_is_read_back() {
    let stored = r#"{"kind":"meeting","title":"Samarbeidsmøte","at":"2026-11-20T12:00:00"}"#;
    let read: Payload = serde_json::from_str(stored).unwrap();
    assert_eq!(read, meeting("2026-11-20").wrap());
    assert!(!serde_json::to_string(&read).unwrap().contains("interpreting"), "and is written as it was");
}
