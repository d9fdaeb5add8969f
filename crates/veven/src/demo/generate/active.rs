//! A life with help: from the first talk, through the plan and what was done for it, until today or the end.
//!
//! Each strand (needs, actions, questions, voices, meetings) plans its own moments; then they are told in the order
//! of time.

use super::cast::Cast;
use super::roster::Place;
use crate::demo::chance::Chance;
use crate::demo::story::Story;
use crate::demo::themes::{self, Act, By, Thread, Whose};
use crate::demo::verbs::doing;
use dossier::*;
use jiff::civil::time;

type Event = Box<dyn FnOnce(&mut Story<'_>, &mut Cast)>;

/// What happens when: days back, and the hour.
pub(super) struct Course {
    events: Vec<(i32, i8, Event)>,
    /// The day on which the coordinator began.
    begun: i32,
    /// The day on which the plan was made.
    planned: i32,
    /// Nothing is told after this day.
    last: i32,
    /// Help has ended, so nothing stays open.
    closed: bool,
}

impl Course {
    /// The first and the last day on which something can happen, in days back.
    pub(super) const fn span(&self) -> (i32, i32) {
        (self.begun, self.last)
    }

    /// Plans an event for a day.
    pub(super) fn at(
        &mut self,
        back: i32,
        hour: i8,
        event: impl FnOnce(&mut Story<'_>, &mut Cast) + 'static,
    ) {
        self.events.push((back.clamp(self.last, self.begun), hour, Box::new(event)));
    }

    /// Some day between two; the first is the earlier.
    fn between(&self, chance: &mut Chance, from: i32, until: i32) -> i32 {
        let (from, until) = (from.clamp(self.last, self.begun), until.clamp(self.last, self.begun));
        chance.between(until.min(from), from.max(until))
    }

    fn play(mut self, story: &mut Story<'_>, cast: &mut Cast) {
        // The order in which strands planned decides on one day.
        self.events.sort_by_key(|(back, ..)| -back);
        for (back, hour, event) in self.events {
            let minute = story.chance.between(0, 59) as i8;
            story.by(cast.lead);
            story.on(back, hour, minute);
            story.by(cast.lead);
            event(story, cast);
        }
        if !self.closed {
            story.by(cast.lead);
            story.talk_until(1);
        }
    }
}

/// Tells it; when help has ended, with the reason.
pub fn tell(story: &mut Story<'_>, cast: &mut Cast, ended: Option<CloseReason>) {
    let chance = &mut story.chance;
    let asked = if ended.is_some() { chance.between(200, 640) } else { chance.between(48, 430) };
    let last = if ended.is_some() { chance.between(4, asked - 120) } else { 1 };
    let begun = asked - chance.between(5, 24);
    let planned = begun - chance.between(6, 15);
    let mut course = Course { events: Vec::new(), begun, planned, last, closed: ended.is_some() };

    story.on(asked, 13, 30);
    cast.ask(story, &Place::Active);
    if ended == Some(CloseReason::NotStarted) {
        let intake = story.town.who("inntak");
        story.by(intake);
        story.on(asked - 2, 10, 0);
        story.close(
            CloseReason::NotStarted,
            "Familien fikk hjelp fra besteforeldrene og ville ikke ha mer nå.",
        );
        return;
    }
    let first = handed_over(story, cast, &mut course);
    story.gets(first, begun);
    introduce(story, cast);
    plan(story, cast, &mut course);
    needs(story, cast, &mut course);
    for number in 0..cast.theme.threads.len() {
        thread(story, cast, &mut course, number);
    }
    questions(story, cast, &mut course);
    voices(story, cast, &mut course);
    meetings(story, cast, &mut course);
    turns(story, cast, &mut course);
    super::once::plan(story, &mut course);
    course.play(story, cast);
    if let Some(reason) = ended {
        end(story, cast, reason, last);
    }
}

/// Sometimes somebody else was the coordinator before.
fn handed_over(story: &mut Story<'_>, cast: &mut Cast, course: &mut Course) -> crate::demo::town::Who {
    let lead = cast.lead;
    let before = *story.chance.pick(story.town.coordinators());
    if !story.chance.once_in(8) || before.actor == lead.actor || course.begun < 80 {
        return lead;
    }
    let day = course.between(&mut story.chance, course.begun - 30, course.last + 20);
    cast.lead = before;
    course.at(day, 9, move |story, cast| {
        story.offer(lead, "Familien er vant til korte telefoner og fast dag.");
        story.on((day - 1).max(1), 11, 0);
        story.coordinator_answers(lead, true, "");
        cast.lead = lead;
        story.by(lead);
        story.contact(
            ContactKind::Visit,
            &[cast.adult()],
            "Vi kom begge to, den gamle og den nye koordinatoren.",
        );
    });
    before
}

/// Who is who, and who helps.
fn introduce(story: &mut Story<'_>, cast: &mut Cast) {
    let (adults, children) = (cast.adults.clone(), cast.children.clone());
    match (cast.kind, adults.as_slice()) {
        (themes::FOSTER, _) => {
            let since = story.day(900);
            for &adult in &adults {
                story.related(
                    adult,
                    cast.child(),
                    RelationKind::FosterParent,
                    Responsibility::None,
                    Residence::Permanent,
                    None,
                    Some(since),
                );
                for &own in children.iter().filter(|child| **child != cast.child()) {
                    story.related(
                        adult,
                        own,
                        RelationKind::Parent,
                        Responsibility::Joint,
                        Residence::Permanent,
                        None,
                        None,
                    );
                }
            }
        }
        (themes::TWO_HOMES, [first, second]) => {
            for &child in &children {
                for parent in [*first, *second] {
                    story.related(
                        parent,
                        child,
                        RelationKind::Parent,
                        Responsibility::Joint,
                        Residence::Shared,
                        Some(50),
                        None,
                    );
                }
            }
        }
        (themes::GRANDPARENT, [grandparent, rest @ ..]) => {
            for &child in &children {
                story.related(
                    *grandparent,
                    child,
                    RelationKind::Guardian,
                    Responsibility::None,
                    Residence::Permanent,
                    None,
                    None,
                );
                for &parent in rest {
                    story.related(
                        parent,
                        child,
                        RelationKind::Parent,
                        Responsibility::Mother,
                        Residence::Contact,
                        Some(10),
                        None,
                    );
                }
            }
        }
        _ => story.parents(&adults, &children),
    }
    story.homes();
    for (key, task) in cast.theme.team {
        let (who, task) = (cast.helper(story, key), cast.fill(task));
        story.joins_as(who, &task);
    }
    let since = story.day(700);
    for service in cast.theme.services {
        story.link(cast.child(), service, since);
    }
    cast.every = (story.town.moment.days_since(story.now().today) / 13).clamp(7, 20);
    let with = [cast.adult()];
    let notes = if story.chance.once_in(2) { super::super::heroes::EVERYDAY } else { cast.theme.notes };
    let names: Vec<String> = notes.iter().map(|note| cast.fill(note)).collect();
    story.talks_in(cast.every, &with, names);
}

/// The plan is made around a table.
fn plan(story: &mut Story<'_>, cast: &mut Cast, course: &mut Course) {
    let day = course.planned;
    let threads = cast.theme.threads;
    let where_ = if cast.hidden {
        ""
    } else {
        *story.chance.pick(&["Hjemme hos dere", "Familiens hus", "Rådhuset, rom 214", "Video"])
    };
    let hour = story.chance.between(10, 16) as i8;
    course.at(day + 2, 9, move |story, cast| {
        let at = story.day(day).to_datetime(time(hour, 0, 0, 0));
        let (helpers, members) = (vec![cast.lead.actor], cast.adults.clone());
        let meeting = story.meeting_of("Vi lager planen sammen", at, where_, helpers, &members);
        cast.things.push(meeting);
    });
    course.at(day, hour, move |story, cast| {
        let meeting = cast.things.pop();
        for Thread { whose, dream, goal, sign, note, .. } in threads {
            let of = match whose {
                Whose::Family => cast.adults.clone(),
                other => cast.about(*other),
            };
            let dream = story.dream(&of, Some(&cast.fill(dream)));
            let horizon = if story.chance.once_in(3) { Horizon::LongTerm } else { Horizon::Acute };
            let goal =
                story.goal(Some(dream), &cast.fill(goal), &cast.fill(sign), horizon, &cast.about(*whose));
            if !note.is_empty() {
                let note = cast.fill(note);
                story.change::<Goal>(goal, |goal| goal.note = note);
            }
            cast.goals.push(goal);
        }
        // Some did not want to say.
        if let Some(&other) = cast.children.iter().find(|child| **child != cast.child())
            && story.chance.once_in(2)
        {
            story.dream(&[other], None);
        }
        let strengths: Vec<&str> = story.chance.some(cast.theme.strengths, 3).into_iter().copied().collect();
        for strength in strengths {
            story.strength(&cast.fill(strength), &[]);
        }
        for adult in cast.adults.clone() {
            story.as_member(adult, |story| story.agrees(adult, ""));
        }
        if let Some(meeting) = meeting {
            story.held(meeting, "Planen er laget. Alle fikk sagt sitt.");
        }
        story.rhythm(match cast.every {
            ..9 => 11,
            9..13 => 14,
            _ => 24,
        });
        let shares = cast.theme.shares;
        for (key, categories, purpose) in shares {
            let (service, purpose) = (story.town.service(key), cast.fill(purpose));
            // About the child, all who decide; about money, the one whose it is.
            let (givers, about) =
                if categories.contains(&Category::Economy) || categories.contains(&Category::Housing) {
                    (vec![cast.adult()], cast.adult())
                } else {
                    (cast.adults.clone(), cast.child())
                };
            let days = story.chance.between(60, 365);
            let given = story.consents(&givers, about, service, categories, &purpose, days);
            cast.things.extend(given.first());
        }
    });
}

fn needs(story: &mut Story<'_>, cast: &mut Cast, course: &mut Course) {
    let wanted = story.chance.between(2, 4) as usize;
    for lack in story.chance.some(cast.theme.lacks, wanted) {
        let (words, area, acute, key, whose) = *lack;
        let horizon = if acute { Horizon::Acute } else { Horizon::LongTerm };
        let closed = course.closed;
        // What nobody owns is seldom old: it shows, and somebody takes it.
        let nobodys = !closed && (key.is_empty() || story.chance.once_in(14)) && story.chance.once_in(3);
        let settles = closed || !nobodys && (acute && !story.chance.once_in(6) || story.chance.once_in(3));
        let day = match (nobodys, acute && !settles) {
            (true, _) => course.between(&mut story.chance, 24, 2),
            // What is acute and still open is new.
            (false, true) => course.between(&mut story.chance, 13, 1),
            (false, false) => course.between(&mut story.chance, course.begun - 1, course.planned),
        };
        let number = cast.needs.len();
        cast.needs.push(NeedId::from(ThingId::new(0)));
        course.at(day, 10, move |story, cast| {
            let owner = match (nobodys, key) {
                (true, _) => None,
                (false, "") => Some(cast.lead),
                (false, key) => Some(cast.helper(story, key)),
            };
            let about = if whose == Whose::Family { vec![cast.child()] } else { cast.about(whose) };
            cast.needs[number] = story.need(&cast.fill(words), area, horizon, owner, &about);
            if acute && !nobodys {
                // Something acute gets somebody at work on it the same week.
                let who = owner.unwrap_or(cast.lead);
                let due = after(story.now().today, 9);
                let help =
                    doing("Ta tak i det som haster").meets(cast.needs[number]).by(who).due(due).about(&about);
                let action = story.action(help);
                let adult = cast.adult();
                story.agreed(action, adult);
                story.goes_on(action, ActionStatus::Started, "");
            }
        });
        if settles {
            let met = course.between(&mut story.chance, day - 8, day - 30);
            course.at(met.min(day - 1), 13, move |story, cast| {
                let need = cast.needs[number];
                let done: Vec<ActionId> = Extract::whole(story.dossier())
                    .all::<Action>()
                    .filter(|action| action.is.need == Some(need) && action.is.status.is_open())
                    .map(|action| action.id().into())
                    .collect();
                for action in done {
                    story.goes_on(action, ActionStatus::Delivered, "Ordnet.");
                    let adult = cast.adult();
                    story.done(action, adult, "");
                }
                story.met(need, "Dette er på plass nå.");
            });
        }
    }
}

/// How an action went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Done,
    Delivered,
    UnderWay,
    Late,
    Owned,
    Asked,
    Nobodys,
    Stopped,
    Proposed,
    GivenBack,
}

fn fate(chance: &mut Chance, closed: bool) -> Fate {
    if closed {
        return if chance.once_in(5) { Fate::Stopped } else { Fate::Done };
    }
    match chance.below(100) {
        0..40 => Fate::Done,
        40..47 => Fate::Delivered,
        47..70 => Fate::UnderWay,
        70..73 => Fate::Late,
        73..82 => Fate::Owned,
        82..85 => Fate::Asked,
        85..87 => Fate::Nobodys,
        87..91 => Fate::Stopped,
        91..99 => Fate::Proposed,
        _ => Fate::GivenBack,
    }
}

fn thread(story: &mut Story<'_>, cast: &mut Cast, course: &mut Course, number: usize) {
    let thread = &cast.theme.threads[number];
    for act in thread.acts {
        let fate = fate(&mut story.chance, course.closed);
        action(story, course, number, thread.whose, act, fate);
    }
}

fn action(
    story: &mut Story<'_>,
    course: &mut Course,
    goal: usize,
    whose: Whose,
    act: &'static Act,
    fate: Fate,
) {
    let (words, by, outcome) = *act;
    let chance = &mut story.chance;
    let proposed = match fate {
        Fate::Proposed => course.between(chance, 6, 1),
        Fate::Asked => course.between(chance, 11, 2),
        Fate::Owned | Fate::Nobodys => course.between(chance, 30, 3),
        Fate::UnderWay | Fate::Late => course.between(chance, 70, 12),
        _ => course.between(chance, course.planned - 1, course.last + 25),
    }
    .min(course.planned);
    let asks = matches!(by, By::Helper(_)) && chance.once_in(2);
    let due = match fate {
        Fate::Late => -chance.between(2, 11),
        Fate::Done | Fate::Delivered | Fate::Stopped => -(proposed - chance.between(10, 40)),
        _ => chance.between(3, 70),
    };
    let id: std::rc::Rc<std::cell::Cell<ActionId>> =
        std::rc::Rc::new(std::cell::Cell::new(ActionId::from(ThingId::new(0))));
    let slot = std::rc::Rc::clone(&id);
    course.at(proposed, 11, move |story, cast| {
        let about = cast.about(whose);
        let member = cast.speaker(story, whose);
        let mut what = doing("").serves(cast.goals[goal]).due(story.day(-due)).about(&about);
        let owner = match by {
            By::Helper(key) => Some(cast.helper(story, key)),
            By::Member => None,
        };
        let words = cast.fill(words);
        what = what.says(&words);
        let nobodys = fate == Fate::Nobodys;
        what = match (owner, nobodys) {
            (_, true) => what,
            (Some(owner), _) if !asks && fate != Fate::GivenBack && fate != Fate::Asked => what.by(owner),
            (Some(_), _) => what,
            (None, _) => what.by_member(member),
        };
        slot.set(story.action(what));
        if fate == Fate::Proposed {
            return;
        }
        story.agreed(slot.get(), member);
        let Some(owner) =
            owner.filter(|_| asks || matches!(fate, Fate::GivenBack | Fate::Asked)).filter(|_| !nobodys)
        else {
            return;
        };
        let question = format!("Kan du ta dette: «{words}»?");
        let days = story.town.rules.limits(story.now().today).request_working_days;
        let reply_by = working_days_after(story.now().today, days);
        let asked = story.ask_by(owner, &question, "Familien har sagt ja.", Some(slot.get()), reply_by);
        if fate != Fate::Asked {
            let next = story.town.moment.days_since(story.now().today) - 1;
            story.on(next.max(1), 14, 20);
            story.answered(asked, |on| RequestAnswer::Yes { on });
            if fate == Fate::GivenBack {
                cast.things.push(asked.thing());
            }
        }
    });
    let slot = std::rc::Rc::clone(&id);
    match fate {
        Fate::Proposed | Fate::Asked | Fate::Nobodys | Fate::Owned => {}
        Fate::GivenBack => {
            let day = course.between(&mut story.chance, (proposed - 4).min(20), 2);
            course.at(day.min(proposed - 3), 9, move |story, _| {
                let owner_said_yes = Extract::whole(story.dossier()).all::<Request>().find(|request| {
                    request.is.action == Some(slot.get())
                        && matches!(request.is.answer, Some(RequestAnswer::Yes { .. }))
                });
                if let Some(request) = owner_said_yes.map(|request| RequestId::from(request.id())) {
                    story.answered(request, |on| RequestAnswer::No {
                        on,
                        reason: DeclineReason::Capacity,
                        words: "Vi har mistet en kollega, og jeg rekker det ikke.".into(),
                    });
                }
            });
        }
        Fate::Stopped => {
            course.at(proposed - 9, 13, move |story, _| {
                story.goes_on(
                    slot.get(),
                    ActionStatus::Stopped,
                    "Det passet ikke likevel. Vi prøver noe annet.",
                );
            });
        }
        Fate::UnderWay | Fate::Late | Fate::Delivered | Fate::Done => {
            let starts = proposed - 4;
            let begin = std::rc::Rc::clone(&id);
            course.at(starts, 12, move |story, _| move_on(story, begin.get(), ActionStatus::Started, ""));
            if matches!(fate, Fate::UnderWay | Fate::Late) {
                return;
            }
            // What is delivered waits for the family's yes, and that is not for long.
            let ready = match fate {
                Fate::Delivered => course.between(&mut story.chance, (starts - 1).min(9), 1),
                _ => course.between(&mut story.chance, starts - 6, starts - 40),
            };
            let deliver = std::rc::Rc::clone(&id);
            course.at(ready, 13, move |story, cast| {
                let outcome = cast.fill(outcome);
                move_on(story, deliver.get(), ActionStatus::Delivered, &outcome);
            });
            if fate == Fate::Done {
                course.at(ready - 1, 19, move |story, cast| {
                    let member = cast.speaker(story, whose);
                    story.done(slot.get(), member, "");
                });
            }
        }
    }
}

/// An action goes on, if it has not come further already.
fn move_on(story: &mut Story<'_>, action: ActionId, to: ActionStatus, words: &str) {
    let now = Extract::whole(story.dossier())
        .find::<Action>(action)
        .map(|it| (it.is.status, it.is.owner.is_some()));
    if now.is_some_and(|(status, owned)| owned && status.is_open() && status < to) {
        story.goes_on(action, to, words);
    }
}

fn questions(story: &mut Story<'_>, cast: &mut Cast, course: &mut Course) {
    let wanted = story.chance.between(2, 3) as usize;
    for &(key, question, why) in story.chance.some(cast.theme.questions, wanted) {
        let how = if course.closed { 1 + story.chance.below(6) } else { story.chance.below(14) };
        let day = match how {
            0 => course.between(&mut story.chance, 3, 1),
            13 => course.between(&mut story.chance, 14, 6),
            _ => course.between(&mut story.chance, course.planned, course.last + 8),
        };
        course.at(day, 9, move |story, cast| {
            let (who, question, why) = (cast.helper(story, key), cast.fill(question), cast.fill(why));
            let days = story.town.rules.limits(story.now().today).request_working_days;
            let reply_by = working_days_after(story.now().today, days);
            let asked = story.ask_by(who, &question, &why, None, reply_by);
            let next = (story.town.moment.days_since(story.now().today) - 1).max(1);
            match how {
                // Waits, or is late.
                0 | 13 => {}
                1..=6 => {
                    story.on(next, 13, 30);
                    story.answered(asked, |on| RequestAnswer::Yes { on });
                }
                7 | 8 => {
                    story.on(next, 14, 10);
                    let words = "Ja, men først neste måned.".into();
                    story.answered(asked, |on| RequestAnswer::YesBut { on, words });
                }
                9 | 10 => {
                    story.on(next, 10, 45);
                    let (reason, words) = *story.chance.pick(&[
                        (DeclineReason::Capacity, "Vi har ingen ledige timer før påske."),
                        (DeclineReason::NotOurs, "Dette ligger hos et annet kontor."),
                        (DeclineReason::Law, "Jeg er usikker på om jeg har lov til å si noe om dette."),
                        (DeclineReason::WrongPerson, "Spør heller kollegaen min."),
                    ]);
                    story.answered(asked, |on| RequestAnswer::No { on, reason, words: words.into() });
                }
                11 => {
                    story.on(next, 15, 0);
                    let words = "Hva er det viktigste for dem akkurat nå?".into();
                    story.answered(asked, |on| RequestAnswer::AskBack { on, words });
                    // Who asked back long ago has got an answer.
                    if next > 9 || !story.chance.once_in(3) {
                        story.on((next - 1).max(1), 9, 0);
                        story.replies(asked, "At det skjer før ferien.", Outcome::Answered);
                        story.on((next - 1).max(1), 13, 0);
                        story.answered(asked, |on| RequestAnswer::Yes { on });
                    }
                }
                _ => {
                    story.on(next, 12, 0);
                    story.withdraw(asked, "Det løste seg på en annen måte.");
                }
            }
        });
    }
}

fn voices(story: &mut Story<'_>, cast: &mut Cast, course: &mut Course) {
    let wanted = story.chance.between(1, 3) as usize;
    for &(whose, words, reply) in story.chance.some(cast.theme.voices, wanted) {
        let waits = !course.closed && story.chance.once_in(12);
        let day = if waits {
            course.between(&mut story.chance, 4, 1)
        } else {
            course.between(&mut story.chance, course.planned, course.last + 5)
        };
        let hour = story.chance.between(15, 22) as i8;
        course.at(day, hour, move |story, cast| {
            let who = cast.speaker(story, whose);
            let audience = match story.chance.below(3) {
                0 => Audience::Coordinator,
                1 => Audience::Members(cast.adults.clone()),
                _ => Audience::Ordinary,
            };
            let said = story.says(who, &cast.fill(words), audience);
            if !waits {
                let next = story.town.moment.days_since(story.now().today) - 1;
                story.on(next.max(1), 9, 30);
                let outcome = *story.chance.pick(&[Outcome::Answered, Outcome::Planned, Outcome::Yes]);
                story.replies(said, &cast.fill(reply), outcome);
            }
        });
    }
}

/// Who sends an interpreter.
const INTERPRETERS: &str = "Lindvik tolketjeneste";

fn meetings(story: &mut Story<'_>, cast: &mut Cast, course: &mut Course) {
    let hidden = cast.hidden;
    let place = |chance: &mut Chance| {
        if hidden { "" } else { *chance.pick(&["Familiens hus", "Skolen", "Hjemme hos dere", "Video"]) }
    };
    let held = story.chance.between(1, 3);
    for number in 0..held {
        let day = course.between(&mut story.chance, course.planned - 20, course.last + 6);
        let (where_, hour) = (place(&mut story.chance), story.chance.between(9, 17) as i8);
        let called_off = story.chance.once_in(6);
        course.at(day + 3, 10, move |story, cast| {
            let title = if number == 0 { "Gjennomgang av planen" } else { "Møte i laget" };
            let at = story.day(day).to_datetime(time(hour, 0, 0, 0));
            let helpers = team_of(story, cast);
            let members = cast.adults.clone();
            let meeting = story.meeting_of(title, at, where_, helpers, &members);
            story.change::<Meeting>(meeting, |meeting| meeting.review = number == 0);
            story.books_interpreter(meeting, INTERPRETERS, InterpretingMode::Phone, "d");
            cast.things.push(meeting);
            story.on(day.max(1), hour, 50);
            if called_off {
                let on = story.now().today;
                story.change::<Meeting>(meeting, |meeting| {
                    meeting.settled =
                        Some(Settled { on, met: false, words: "Avlyst, sykdom i familien.".into() });
                });
            } else {
                story.held(meeting, "Alle kom. Vi gikk gjennom hvem som gjør hva.");
            }
        });
    }
    if !course.closed && !story.chance.once_in(4) {
        let day = course.between(&mut story.chance, 12, 2);
        let (ahead, hour) = (story.chance.between(1, 24), story.chance.between(9, 17) as i8);
        let where_ = place(&mut story.chance);
        course.at(day, 10, move |story, cast| {
            let at = story.working_day(ahead).to_datetime(time(hour, 0, 0, 0));
            let (helpers, members) = (team_of(story, cast), cast.adults.clone());
            let meeting = story.meeting_of("Møte i laget", at, where_, helpers, &members);
            // Of three meetings that are far enough ahead, one has no interpreter yet.
            if ahead < 12 || ahead % 3 != 0 {
                story.books_interpreter(meeting, INTERPRETERS, InterpretingMode::Phone, "e");
            }
            if story.chance.once_in(2) {
                let adult = cast.adult();
                story.as_member(adult, |story| story.replies(meeting, "", Outcome::Yes));
            }
        });
    }
}

fn team_of(story: &Story<'_>, cast: &Cast) -> Vec<ActorId> {
    let now = story.now().today;
    let team = team(&Extract::whole(story.dossier()), now);
    std::iter::once(cast.lead.actor).chain(team.iter().map(|member| member.helper)).take(4).collect()
}

/// Turns that lives take: somebody moves, a helper leaves, a yes is taken back, it falls silent.
fn turns(story: &mut Story<'_>, cast: &mut Cast, course: &mut Course) {
    let day = course.between(&mut story.chance, course.planned - 10, course.last + 4);
    match story.chance.below(9) {
        0 if cast.adults.len() > 1 => course.at(day, 9, |story, cast| {
            let today = story.now().today;
            let second = cast.adults[1];
            story.change::<Person>(second, |person| person.left = Some(today));
            cast.adults.truncate(1);
        }),
        1 => course.at(day, 14, |story, cast| {
            let member = Extract::whole(story.dossier()).all::<Membership>().map(|member| member.id()).next();
            if let Some(member) = member {
                story.leaves(member);
            }
            let adult = cast.adult();
            story.contact(
                ContactKind::Call,
                &[adult],
                "Fortalte at en hjelper har sluttet, og hvem som tar over.",
            );
        }),
        2 => course.at(day, 18, |story, cast| {
            let consent =
                Extract::whole(story.dossier()).all::<Consent>().map(|it| (it.id(), it.is.given_by)).next();
            if let Some((consent, by)) = consent {
                let gone = !cast.adults.contains(&by);
                if !gone {
                    story.withdraws(consent, by);
                }
            }
        }),
        3 => course.at(day, 15, |story, cast| {
            let adult = cast.adult();
            story.contact(ContactKind::Call, &[adult], "Feil familie, beklager.");
            let wrong = story.last_thing();
            story.undo(wrong);
        }),
        4 => course.at(day, 12, |story, cast| {
            let phone = format!("400 09 {:03}", story.chance.between(100, 999));
            let adult = cast.adult();
            story.change::<Person>(adult, |person| person.phone = Some(phone));
        }),
        _ => {}
    }
    if course.closed {
        return;
    }
    match story.chance.below(24) {
        0 | 1 => {
            let silent = story.chance.between(19, 34);
            course.at(silent + 1, 10, |story, _| story.quiet());
        }
        2 => course.at(3, 9, |story, cast| stand_in(story, cast, 2, 16, Some(true))),
        3 => course.at(2, 9, |story, cast| stand_in(story, cast, 4, 11, None)),
        4 => course.at(2, 11, |story, cast| {
            let other = *story.chance.pick(story.town.coordinators());
            if other.actor != cast.lead.actor {
                story.offer(other, "Jeg går ned i stilling, og familien kjenner deg fra før.");
            }
        }),
        _ => {}
    }
}

fn stand_in(story: &mut Story<'_>, cast: &Cast, from: i32, days: i32, answer: Option<bool>) {
    let other = *story.chance.pick(story.town.coordinators());
    if other.actor == cast.lead.actor {
        return;
    }
    let from = story.day(-from.min(2) + 2);
    story.act(Command::AskStandIn { actor: other.actor, from, until: after(from, days) });
    if let Some(yes) = answer {
        story.as_author(other.author(), |story| {
            story.act(Command::AnswerStandIn { yes, words: String::new() });
        });
    }
}

fn end(story: &mut Story<'_>, cast: &mut Cast, reason: CloseReason, back: i32) {
    story.quiet();
    story.by(cast.lead);
    story.on((back - 1).max(1), 14, 0);
    let words = match reason {
        CloseReason::OwnWish => "Dere klarer dere selv nå, og det er dere som sier det.",
        CloseReason::GoalsReached => "Målene er nådd. Takk for at vi fikk være med.",
        CloseReason::Moved => "Dere har flyttet, og den nye kommunen har tatt imot.",
        CloseReason::HandedOver => "Barnehabiliteringen har tatt over, og har sagt ja til det.",
        CloseReason::NotStarted => "Hjelpen ble ikke startet.",
    };
    story.close(reason, words);
}
