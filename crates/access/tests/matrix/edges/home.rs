//! In the family: what is said in one's own name, about whom, and who has a say about it.

use super::{address, allowed};
use crate::support::story::*;
use crate::support::*;
use dossier::*;

/// Every test of this file that asks who may give a command.
pub const ALL: &[fn()] = &[
    what_another_said_is_for_that_one_to_take_back,
    r74_r75_that_somebody_else_decides_for_one_is_for_nobody_to_say_of_oneself,
    what_another_wrote_about_another_is_not_put_right_by_making_it_ones_own,
    r58_ones_own_yes_is_always_taken_back_and_anothers_is_not,
    what_one_has_written_oneself_is_ones_own_to_put_right_also_about_somebody_one_no_longer_decides_for,
    r20_what_is_kept_to_oneself_is_about_nobody_else,
    r58_a_yes_is_taken_back_by_whoever_gave_it_however_it_was_written_down_and_whatever_the_word_would_count_now,
    a_yes_of_ones_own_page_says_nothing_about_how_it_was_told_to_somebody,
    r94_a_thing_is_closed_by_whose_word_counts_about_it_and_opened_again_by_whoever_closed_it,
    r67_whoever_is_not_of_the_family_as_a_whole_still_says_what_is_ones_own,
    nothing_is_said_in_anothers_name_by_saying_that_it_is_about_oneself,
    an_action_is_moved_by_whom_it_concerns_each_in_ones_own_name,
    what_a_helper_says_is_done_is_confirmed_by_whom_it_concerns,
    r82_a_child_apart_from_somebody_protected_still_says_what_is_its_own,
    r34_r66_who_was_told_of_the_whole_familys_action_neither_agrees_to_it_nor_stops_it,
];

fn without_responsibility(story: &mut Story, parent: PersonId) {
    let of = |it: &Thing<'_, Relation>| it.is.from == parent;
    let relations: Vec<_> = story.all().all::<Relation>().filter(of).map(|it| it.id()).collect();
    for relation in relations {
        story.rewrites::<Relation>(intake(), relation, |it| it.responsibility = Responsibility::None);
    }
}

#[test]
fn what_another_wrote_about_another_is_not_put_right_by_making_it_ones_own() {
    let mut story = Story::active();
    let (mother, father) = (story.mother, story.father);
    let sees_all = Audience::Members(vec![mother, father]);
    let his = story.writes_for(citizen(FATHER), goal("Ro"), &[father], sees_all.clone());
    let hers = story.writes_for(citizen(MOTHER), goal("Søvn"), &[mother], sees_all.clone());
    let over = |thing| Command::Write {
        replaces: Some(story.seen(thing)),
        payload: Payload::Goal(goal("Noe annet")),
        subjects: vec![mother],
        audience: sees_all.clone(),
    };
    assert!(allowed(citizen(MOTHER), &story, &over(hers)));
    assert!(sees(citizen(MOTHER), &story, his), "she reads it");
    assert!(!allowed(citizen(MOTHER), &story, &over(his)), "and it stays his");
    // What the coordinator wrote about her is hers to put right.
    let about_her = story.writes_about(coordinator(KARI), goal("Tid"), &[mother]);
    let mends = Command::Write {
        replaces: Some(story.seen(about_her)),
        payload: Payload::Goal(goal("Tid til meg")),
        subjects: vec![mother],
        audience: Audience::Ordinary,
    };
    assert!(allowed(citizen(MOTHER), &story, &mends));
}

#[test]
fn r58_ones_own_yes_is_always_taken_back_and_anothers_is_not() {
    let mut story = Story::active();
    let (mother, father) = (story.mother, story.father);
    let kinds = [Category::HealthSomatic];
    let hers = consent(mother, mother, &kinds, story.moment.today);
    let thing = story.writes_about(citizen(MOTHER), hers, &[mother]);
    let back = story.rewriting::<Consent>(thing, |it| it.withdrawn = Some(day("2026-11-05")));
    assert!(allowed(citizen(MOTHER), &story, &back));
    assert!(!allowed(citizen(FATHER), &story, &back), "{father:?} has no say about her");
}

#[test]
fn what_one_has_written_oneself_is_ones_own_to_put_right_also_about_somebody_one_no_longer_decides_for() {
    let mut story = Story::active();
    let (mother, boy) = (story.mother, story.boy);
    let for_her = Audience::Members(vec![mother]);
    let hers = story.writes_for(citizen(MOTHER), goal("Ro"), &[boy], for_her.clone());
    without_responsibility(&mut story, mother);
    let over = |subjects: &[PersonId]| Command::Write {
        replaces: Some(story.seen(hers)),
        payload: goal("Ro").wrap(),
        subjects: subjects.to_vec(),
        audience: for_her.clone(),
    };
    assert!(allowed(citizen(MOTHER), &story, &over(&[mother])));
    assert!(!allowed(citizen(MOTHER), &story, &over(&[boy])));
}

#[test]
fn r34_r66_who_was_told_of_the_whole_familys_action_neither_agrees_to_it_nor_stops_it() {
    let mut story = Story::active();
    let (father, mother) = (story.father, story.mother);
    let whole = story.writes(coordinator(KARI), action("Søke om støtte"));
    let can = |story: &Story, who: Author, by: PersonId| {
        let to = |to, words: &str| Command::MoveAction {
            action: story.seen(whole),
            to,
            accepted_by: (to == ActionStatus::AcceptedByFamily).then_some(by),
            words: words.into(),
        };
        let yes = allowed(who, story, &to(ActionStatus::AcceptedByFamily, ""));
        (yes, allowed(who, story, &to(ActionStatus::Stopped, "Nei")))
    };
    assert_eq!(can(&story, citizen(MOTHER), mother), (true, true));
    assert_eq!(can(&story, citizen(FATHER), father), (true, true));
    without_responsibility(&mut story, father);
    let told = Release {
        thing: whole,
        to: Recipient::Member(father),
        law: "request-parent".into(),
        purpose: "Han spør".into(),
        need: "Han spør".into(),
        asked: "Mor er enig".into(),
        best: "At han vet det".into(),
        until: after(story.moment.today, 30),
        ended: None,
    };
    story.writes(coordinator(KARI), told);
    assert!(sees(citizen(FATHER), &story, whole), "he is told of it");
    assert_eq!(can(&story, citizen(FATHER), father), (false, false));
    assert_eq!(can(&story, citizen(MOTHER), mother), (true, true));
}

#[test]
fn r20_what_is_kept_to_oneself_is_about_nobody_else() {
    let story = Story::active();
    let (mother, boy) = (story.mother, story.boy);
    let keeps = |subjects: &[PersonId]| write(goal("Ro"), subjects, Audience::Oneself);
    assert!(allowed(citizen(MOTHER), &story, &keeps(&[mother])));
    assert!(!allowed(citizen(MOTHER), &story, &keeps(&[boy])));
    assert!(!allowed(citizen(MOTHER), &story, &keeps(&[mother, boy])));
}

#[test]
fn r58_a_yes_is_taken_back_by_whoever_gave_it_however_it_was_written_down_and_whatever_the_word_would_count_now()
 {
    let mut story = Story::active();
    let (mother, father, girl, boy) = (story.mother, story.father, story.girl, story.boy);
    let (today, health) = (story.moment.today, [Category::HealthSomatic]);
    let told = Consent { how: "på telefon".into(), ..consent(mother, mother, &health, today) };
    let about_girl = story.writes_about(citizen(MOTHER), consent(girl, mother, &health, today), &[girl]);
    let of_father = story.writes_about(citizen(FATHER), consent(boy, father, &health, today), &[boy]);
    let written_down = story.writes_about(coordinator(KARI), told.clone(), &[mother]);
    let back = |story: &Story, thing| story.rewriting::<Consent>(thing, |it| it.withdrawn = Some(today));
    assert!(!allowed(citizen(MOTHER), &story, &write(told, &[mother], Audience::Ordinary)), "nor says it so");
    assert!(allowed(citizen(MOTHER), &story, &back(&story, written_down)));
    assert!(!allowed(citizen(MOTHER), &story, &back(&story, of_father)));
    assert!(!allowed(citizen(GIRL), &story, &back(&story, about_girl)));
    story.on("2026-11-20");
    let anew = consent(girl, mother, &health, story.moment.today);
    assert!(!allowed(citizen(MOTHER), &story, &write(anew, &[girl], Audience::Ordinary)), "she is sixteen");
    assert!(allowed(citizen(MOTHER), &story, &back(&story, about_girl)));
    let for_him = Audience::Members(vec![father]);
    let shown_to_him =
        story.writes_for(citizen(FATHER), consent(boy, father, &health, today), &[boy], for_him);
    without_responsibility(&mut story, father);
    assert!(sees(citizen(FATHER), &story, shown_to_him), "he reads it");
    let payload = Consent { withdrawn: Some(today), ..consent(boy, father, &health, today) }.wrap();
    let replaces = Some(story.seen(shown_to_him));
    let his = Command::Write { replaces, payload, subjects: vec![father], audience: Audience::Ordinary };
    assert!(!allowed(citizen(FATHER), &story, &his), "and the boy's matters are not his any longer");
}

#[test]
fn a_yes_of_ones_own_page_says_nothing_about_how_it_was_told_to_somebody() {
    let story = Story::active();
    let agrees = |how: &str| {
        let by = Agreement { by: story.mother, on: story.moment.today, how: how.into() };
        write(by, &[], Audience::Ordinary)
    };
    assert!(allowed(citizen(MOTHER), &story, &agrees("")));
    assert!(!allowed(citizen(MOTHER), &story, &agrees("på telefon")));
    assert!(allowed(coordinator(KARI), &story, &agrees("på telefon")));
    assert!(!allowed(coordinator(KARI), &story, &agrees(" ")));
}

#[test]
fn r94_a_thing_is_closed_by_whose_word_counts_about_it_and_opened_again_by_whoever_closed_it() {
    let mut story = Story::active();
    let (mother, father, girl) = (story.mother, story.father, story.girl);
    let today = story.moment.today;
    let block = |thing, given_by, lifted| {
        write(Block { thing, given_by, from: today, lifted }, &[], Audience::Ordinary)
    };
    let whole = story.writes_for(coordinator(KARI), goal("Tid"), &[], Audience::Members(vec![father]));
    let about_father =
        story.writes_for(coordinator(KARI), goal("Ro"), &[father], Audience::Members(vec![mother, girl]));
    assert!(allowed(citizen(MOTHER), &story, &block(whole, mother, None)));
    assert!(allowed(citizen(FATHER), &story, &block(about_father, father, None)));
    assert!(!allowed(citizen(MOTHER), &story, &block(about_father, mother, None)), "it is his");
    assert!(!allowed(citizen(GIRL), &story, &block(whole, girl, None)), "she is no grown member");
    assert!(allowed(citizen(GIRL), &story, &block(whole, girl, Some(today))));
    assert!(!allowed(citizen(GIRL), &story, &block(whole, mother, Some(today))), "not another's");
    assert!(!allowed(citizen(GIRL), &story, &block(ThingId::new(424_242), girl, Some(today))));
    without_responsibility(&mut story, father);
    assert!(sees(citizen(FATHER), &story, whole), "it is opened for him");
    assert!(!allowed(citizen(FATHER), &story, &block(whole, father, None)), "and he is not of the whole");
}

#[test]
fn r67_whoever_is_not_of_the_family_as_a_whole_still_says_what_is_ones_own() {
    let mut story = Story::active();
    let (father, today) = (story.father, story.moment.today);
    without_responsibility(&mut story, father);
    let says = |payload: Payload| Command::Write {
        replaces: None,
        payload,
        subjects: Vec::new(),
        audience: Audience::Ordinary,
    };
    for own in [
        voice(father, "x").wrap(),
        dream(father, "x").wrap(),
        consent(father, father, &[Category::PlanCore], today).wrap(),
    ] {
        assert!(allowed(citizen(FATHER), &story, &says(own)));
    }
    let by = Agreement { by: father, on: today, how: String::new() };
    let interest = Interest { of: father, situations: vec![] };
    for shared in [
        goal("x").wrap(),
        need("x").wrap(),
        Strength { words: "x".into() }.wrap(),
        by.wrap(),
        interest.wrap(),
        mandate(father, father, MandateBasis::OwnWish).wrap(),
    ] {
        assert!(!allowed(citizen(FATHER), &story, &says(shared)));
    }
}

fn mandate(person: PersonId, holder: PersonId, basis: MandateBasis) -> Mandate {
    Mandate {
        person,
        holder,
        basis,
        categories: vec![Category::PlanCore],
        why: "x".into(),
        from: day("2026-11-02"),
        until: day("2026-12-02"),
        withdrawn: None,
    }
}

#[test]
fn r74_r75_that_somebody_else_decides_for_one_is_for_nobody_to_say_of_oneself() {
    let story = Story::active();
    let (mother, father) = (story.mother, story.father);
    for (basis, expected) in [
        (MandateBasis::OwnWish, true),
        (MandateBasis::PowerOfAttorney, true),
        (MandateBasis::Guardian, false),
        (MandateBasis::CannotDecide, false),
    ] {
        let says = write(mandate(mother, father, basis), &[mother], Audience::Ordinary);
        assert_eq!(allowed(citizen(MOTHER), &story, &says), expected, "{basis:?}");
    }
}

#[test]
fn nothing_is_said_in_anothers_name_by_saying_that_it_is_about_oneself() {
    let story = Story::active();
    let (mother, father, today) = (story.mother, story.father, story.moment.today);
    let no = |given_by| Objection {
        subject: mother,
        given_by,
        service: SCHOOL,
        helper: None,
        categories: vec![Category::PlanCore],
        from: today,
        lifted: None,
    };
    let choice =
        |given_by| ResearchChoice { subject: mother, given_by, yes: true, from: today, withdrawn: None };
    for (name, expected) in [(mother, true), (father, false)] {
        for said in [
            voice(name, "x").wrap(),
            dream(name, "x").wrap(),
            Interest { of: name, situations: vec![] }.wrap(),
            mandate(name, father, MandateBasis::OwnWish).wrap(),
            mandate(name, father, MandateBasis::PowerOfAttorney).wrap(),
            no(name).wrap(),
            choice(name).wrap(),
            consent(mother, name, &[Category::PlanCore], today).wrap(),
        ] {
            let told = said.code();
            let command = Command::Write {
                replaces: None,
                payload: said,
                subjects: vec![mother],
                audience: Audience::Ordinary,
            };
            assert_eq!(allowed(citizen(MOTHER), &story, &command), expected, "{told}");
        }
    }
}

#[test]
fn an_action_is_moved_by_whom_it_concerns_each_in_ones_own_name() {
    let mut story = Story::active();
    let (mother, father, girl) = (story.mother, story.father, story.girl);
    let everybody = Audience::Members(vec![mother, father, girl]);
    let owned = |owner| Action { owner: Some(owner), ..action("Noe") };
    let by_helper = owned(Owner::Helper(TEACHER));
    let his = story.writes_for(coordinator(KARI), by_helper.clone(), &[father], everybody.clone());
    let hers = story.writes_for(coordinator(KARI), by_helper, &[mother], everybody.clone());
    let girls = story.writes_for(coordinator(KARI), owned(Owner::Member(girl)), &[mother], everybody);
    for thing in [his, hers] {
        let by = if thing == his { father } else { mother };
        let action = story.seen(thing);
        let to = ActionStatus::AcceptedByFamily;
        let who = if thing == his { FATHER } else { MOTHER };
        let yes = Command::MoveAction { action, to, accepted_by: Some(by), words: String::new() };
        story.does(citizen(who), yes);
    }
    let moves = |thing, to, accepted_by| Command::MoveAction {
        action: story.seen(thing),
        to,
        accepted_by,
        words: String::new(),
    };
    let yes = ActionStatus::AcceptedByFamily;
    for (who, thing, by, expected) in [
        (MOTHER, hers, Some(mother), true),
        (MOTHER, hers, Some(father), false),
        (MOTHER, hers, None, false),
        (MOTHER, his, Some(mother), false),
        (MOTHER, girls, Some(mother), true),
        (GIRL, girls, Some(girl), false),
        (GIRL, hers, Some(girl), false),
    ] {
        assert_eq!(allowed(citizen(who), &story, &moves(thing, yes, by)), expected, "{who:?}, {by:?}");
    }
    assert!(allowed(citizen(GIRL), &story, &moves(girls, ActionStatus::Started, None)), "it is hers to do");
    for to in ActionStatus::ALL.iter().copied().filter(|to| *to != yes) {
        let stops = to == ActionStatus::Stopped;
        assert_eq!(allowed(citizen(MOTHER), &story, &moves(hers, to, Some(mother))), stops, "{to:?}");
        assert!(!allowed(citizen(MOTHER), &story, &moves(his, to, Some(mother))), "{to:?}");
        assert!(!allowed(citizen(GIRL), &story, &moves(hers, to, Some(girl))), "{to:?}");
    }
}

#[test]
fn what_a_helper_says_is_done_is_confirmed_by_whom_it_concerns() {
    let mut story = Story::active();
    let (mother, father) = (story.mother, story.father);
    let both = Audience::Members(vec![mother, father]);
    let task = Action { owner: Some(Owner::Helper(TEACHER)), ..action("Noe") };
    let done = story.writes_for(coordinator(KARI), task, &[mother], both);
    story.does(citizen(MOTHER), story.moves(done, ActionStatus::AcceptedByFamily));
    let confirms = |story: &Story, who| allowed(citizen(who), story, &story.moves(done, ActionStatus::Done));
    assert!(!confirms(&story, MOTHER), "he has not said so yet");
    story.does(coordinator(KARI), story.moves(done, ActionStatus::Delivered));
    assert!(confirms(&story, MOTHER));
    assert!(!confirms(&story, FATHER));
    for to in ActionStatus::ALL.iter().copied().filter(|to| *to != ActionStatus::Done) {
        let mother_may = [ActionStatus::Stopped, ActionStatus::AcceptedByFamily].contains(&to);
        assert_eq!(allowed(citizen(MOTHER), &story, &story.moves(done, to)), mother_may, "{to:?}");
    }
}

#[test]
fn r82_a_child_apart_from_somebody_protected_still_says_what_is_its_own() {
    let mut story = Story::active();
    let (mother, girl) = (story.mother, story.girl);
    story
        .rewrites::<Person>(coordinator(KARI), mother.thing(), |it| it.protection = Protection::Confidential);
    let says = |who| write(voice(who, "Hei"), &[who], Audience::Ordinary);
    assert!(allowed(citizen(GIRL), &story, &says(girl)));
    assert!(allowed(citizen(MOTHER), &story, &address(mother)), "where one lives is one's own to write");
    assert!(view(citizen(FATHER), &story).is_none(), "a grown person apart finds no case");
}

#[test]
fn what_another_said_is_for_that_one_to_take_back() {
    let mut story = Story::active();
    let karis = story.writes(coordinator(KARI), Strength { words: "Humor".into() });
    let hers = story.writes(citizen(MOTHER), Strength { words: "Ro".into() });
    assert!(!allowed(citizen(MOTHER), &story, &story.undoes(karis)));
    assert!(allowed(citizen(MOTHER), &story, &story.undoes(hers)));
}
