//! Interpreters in meetings, where dated data and the directory decide (R24, R114), and who sees them.

use crate::support::story::*;
use crate::support::*;
use access::*;
use dossier::*;

fn with(interpreting: Arrangement, at: &str) -> Meeting {
    interpreted(Meeting { helpers: vec![NURSE], ..meeting(at) }, "prs", interpreting)
}

fn by(who: &str, at: &str) -> Interpreter {
    interpreter(who, meeting(at).at)
}

fn outcome(story: &Story, meeting: Meeting) -> Result<(), Refusal> {
    let command = write(meeting, &[], Audience::Ordinary);
    match House::of(&[story]).acts(coordinator(KARI), story, command) {
        Ok(_) => Ok(()),
        Err(ActError::Refused(refusal)) => Err(refusal),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn r114_who_is_not_in_the_register_has_a_reason_that_holds_on_the_day_of_the_meeting() {
    let story = Story::active();
    let field = |field, problem| Err(Refusal::Field { field, problem });
    let unlisted = |why: Option<&str>, at: &str| {
        let somebody =
            Interpreter { level: None, unqualified: why.map(str::to_owned), ..by("Zahra Rahimi", at) };
        outcome(&story, with(Arrangement::Interpreter(somebody), at))
    };
    assert_eq!(unlisted(None, "2026-12-31"), field("unqualified", Problem::Empty));
    assert_eq!(unlisted(Some("exempt"), "2026-12-31"), Ok(()));
    assert_eq!(unlisted(Some("exempt"), "2027-01-01"), field("unqualified", Problem::Choice), "it has ended");
    assert_eq!(unlisted(Some("cannot-wait"), "2027-01-01"), Ok(()));
    assert_eq!(unlisted(Some("cheaper"), "2026-12-31"), field("unqualified", Problem::Choice));

    let at = "2026-11-20";
    for (level, fits) in [("a", true), ("e", true), ("f", false)] {
        let somebody = Interpreter { level: Some(level.into()), ..by("Zahra Rahimi", at) };
        let expected = if fits { Ok(()) } else { field("level", Problem::Choice) };
        assert_eq!(outcome(&story, with(Arrangement::Interpreter(somebody), at)), expected, "{level}");
    }
    let both = Interpreter { unqualified: Some("exempt".into()), ..by("Zahra Rahimi", at) };
    assert_eq!(outcome(&story, with(Arrangement::Interpreter(both), at)), field("level", Problem::Choice));
}

#[test]
fn r114_nobody_interprets_only_for_a_reason_that_the_data_knows() {
    let story = Story::active();
    let nobody = |because: &str| {
        Arrangement::Nobody(NoInterpreter { because: because.into(), words: "Amal ville ikke.".into() })
    };
    let refused = Err(Refusal::Field { field: "because", problem: Problem::Choice });
    assert_eq!(outcome(&story, with(nobody("family-says-no"), "2026-11-20")), Ok(()));
    assert_eq!(outcome(&story, with(nobody("too-dear"), "2026-11-20")), refused);
    assert_eq!(
        outcome(&story, with(nobody("did-not-come"), "2026-11-20")),
        refused,
        "nobody knows it before"
    );
    let mut told = with(nobody("family-says-no"), "2026-11-02");
    told.interpreting[0].came = Some(nobody("did-not-come"));
    assert_eq!(outcome(&story, told), Ok(()));
}

#[test]
fn r24_a_helper_in_the_case_and_whoever_is_called_kin_do_not_interpret() {
    let mut story = Story::active();
    let from = story.moment.today;
    story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, from));
    let house = House::of(&[&story]);
    let directory = house.gate.directory();
    let name = |actor| directory.helper(actor).unwrap().name.clone();
    let at = "2026-11-20";
    let tried = |who: &str| outcome(&story, with(Arrangement::Interpreter(by(who, at)), at));
    let helps = Err(Refusal::Rule(Rule::HelperInterprets));
    for actor in [KARI, NURSE, TEACHER] {
        assert_eq!(
            tried(&name(actor).to_uppercase()),
            helps,
            "the coordinator, who is invited, who is in the team"
        );
    }
    assert_eq!(tried(&name(JONAS)), Ok(()), "who takes no part in the case");
    for kin in ["datteren i huset", "Nabo Zahra", "søsteren til Amal"] {
        assert_eq!(tried(kin), Err(Refusal::Rule(Rule::KinInterprets)), "{kin}");
    }
    assert_eq!(tried("Lindvik tolketjeneste"), Ok(()));
}

#[test]
fn an_interpreter_is_read_with_the_meeting_and_by_nobody_who_does_not_see_it() {
    let mut story = Story::active();
    let at = "2026-11-20";
    let thing = story.writes(coordinator(KARI), with(Arrangement::Interpreter(by("Zahra Rahimi", at)), at));
    let reads = |who: Author| {
        let view = view(who, &story)?;
        let meeting = view.sees().find::<Meeting>(thing)?.is.clone();
        Some(meeting.interpreting.len())
    };
    assert_eq!(reads(coordinator(KARI)), Some(1));
    assert_eq!(reads(citizen(MOTHER)), Some(1));
    assert_eq!(reads(helper(NURSE, HEALTH_STATION)), Some(1), "who is invited");
    assert_eq!(reads(helper(TEACHER, SCHOOL)), None);
    assert_eq!(reads(coordinator(JONAS)), None);
}
