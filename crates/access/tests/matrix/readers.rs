//! Every way of standing to a family.

use crate::support::story::*;
use dossier::*;

/// Somebody who stands in one way to the family.
pub struct Reader {
    /// Name of the column.
    pub name: &'static str,
    pub who: Author,
    /// The person in the family, for family members.
    pub me: Option<PersonId>,
    pub story: Story,
    /// An action that this reader owns (or may own), one that another owns, and two questions likewise.
    pub things: Things,
}

#[derive(Clone, Copy)]
pub struct Things {
    pub own_action: ThingId,
    pub other_action: ThingId,
    pub delivered: ThingId,
    pub own_question: ThingId,
    pub other_question: ThingId,
    pub own_goal: ThingId,
    pub other_goal: ThingId,
    pub voice: ThingId,
    /// Of the reader, or else of the mother: prepared, sent to somebody who does not answer here; and of another adult.
    pub draft: ThingId,
    pub elsewhere: ThingId,
    pub other_draft: ThingId,
    /// Sent to the reader, or to another helper.
    pub with_me: ThingId,
    pub with_other: ThingId,
}

/// Kari coordinates; a handover to Jonas is offered, Randi is asked to stand in, helpers have tasks and questions.
fn busy(who: Author, me: Option<PersonId>, mut story: Story) -> (Story, Things) {
    let owner = match me {
        Some(me) => Owner::Member(me),
        None => Owner::Helper(who.actor),
    };
    let own = |owner| Action { owner: Some(owner), ..action("Noe") };
    let mine = me.into_iter().collect::<Vec<_>>();
    let own_action = story.writes_about(coordinator(KARI), own(owner), &mine);
    let other = Owner::Helper(ActorId::new(77));
    let other_action = story.writes(coordinator(KARI), own(other));
    let delivered = story.writes(coordinator(KARI), own(other));
    story.does(citizen(MOTHER), story.moves(own_action, ActionStatus::AcceptedByFamily));
    story.does(citizen(MOTHER), story.moves(delivered, ActionStatus::AcceptedByFamily));
    story.does(coordinator(KARI), story.moves(delivered, ActionStatus::Delivered));
    let service = who.service.unwrap_or(SCHOOL);
    let own_question = story.asks(who.actor, service, None);
    let other_question = story.asks(ActorId::new(77), SCHOOL, None);
    let own_goal = story.writes_about(who, goal("Eget"), &mine);
    let other_goal = story.writes(coordinator(KARI), goal("Andres"));
    let girl = story.girl;
    let voice = story.writes(citizen(GIRL), voice(girl, "Hei"));
    let (mother, father) = (story.mother, story.father);
    let applicant = me.filter(|me| *me != story.girl).unwrap_or(mother);
    let other = if applicant == mother { father } else { mother };
    let mut applies = |applicant, right: &str, sent: Option<Option<Receiver>>| {
        let draft = Draft { right: right.into(), applicant, child: None, category: Category::Economy };
        let draft = story.does(who, Command::Apply(Applying::Prepare(vec![draft])));
        if let Some(receiver) = sent {
            let (application, facts, answer_by) = ((draft, 1), Vec::new(), None);
            let sending = Sending {
                application,
                facts,
                receiver,
                phone: String::new(),
                answer_by,
                asked: 0,
                reused: 0,
                decision: None,
            };
            story.does(who, Command::Apply(Applying::Send(vec![sending])));
        }
        draft
    };
    let draft = applies(applicant, "a", None);
    let other_draft = applies(other, "b", None);
    let elsewhere = applies(applicant, "c", Some(None));
    let with_me = applies(applicant, "d", Some(Some(Receiver { service, helper: who.actor })));
    let someone = Receiver { service: SCHOOL, helper: ActorId::new(77) };
    let with_other = applies(applicant, "e", Some(Some(someone)));
    let things = Things {
        draft,
        elsewhere,
        other_draft,
        with_me,
        with_other,
        own_action,
        other_action,
        delivered,
        own_question,
        other_question,
        own_goal,
        other_goal,
        voice,
    };
    (story, things)
}

fn reader(name: &'static str, who: Author, story: Story, prepare: impl FnOnce(&mut Story)) -> Reader {
    let me = match who.actor {
        MOTHER => Some(story.mother),
        FATHER => Some(story.father),
        GIRL => Some(story.girl),
        _ => None,
    };
    let (mut story, things) = busy(who, me, story);
    prepare(&mut story);
    Reader { name, who, me, story, things }
}

fn asks_stand_in(story: &mut Story, actor: ActorId) {
    let (from, until) = (story.moment.today, after(story.moment.today, 7));
    story.does(coordinator(KARI), Command::AskStandIn { actor, from, until });
}

fn says(story: &mut Story, actor: ActorId) {
    story.does(coordinator(actor), Command::AnswerStandIn { yes: true, words: String::new() });
}

/// Every way of standing to a family.
pub fn readers() -> Vec<Reader> {
    let offered = |story: &mut Story| {
        story.does(coordinator(KARI), offer(JONAS));
    };
    let without_task = |story: &mut Story, things: &dyn Fn(&Story) -> Vec<ThingId>| {
        for thing in things(story) {
            let command = match story.dossier.latest(thing).unwrap().payload {
                Payload::Action(_) => story.moves(thing, ActionStatus::Stopped),
                _ => Command::WithdrawRequest { request: story.seen(thing), why: "Løst".into() },
            };
            story.does(coordinator(KARI), command);
        }
    };
    let open_questions = |actor| {
        move |story: &Story| {
            let asked = story.all().all::<Request>().filter(|it| it.is.to == actor).map(|it| it.id());
            let owned = story.all().all::<Action>();
            let owned = owned.filter(|it| it.is.owner == Some(Owner::Helper(actor))).map(|it| it.id());
            asked.chain(owned).collect()
        }
    };
    let service = |actor, role| Author { actor, role, service: Some(FAMILY_TEAM) };
    vec![
        reader("parent", citizen(MOTHER), Story::active(), offered),
        reader("parent without responsibility", citizen(FATHER), Story::active(), |story| {
            offered(story);
            let father = story.father;
            let of = |it: &Thing<'_, Relation>| it.is.from == father;
            let relations: Vec<_> = story.all().all::<Relation>().filter(of).map(|it| it.id()).collect();
            for relation in relations {
                story.rewrites::<Relation>(intake(), relation, |it| it.responsibility = Responsibility::None);
            }
        }),
        reader("child, 15", citizen(GIRL), Story::active(), offered),
        reader("child, 16", citizen(GIRL), Story::active(), |story| {
            offered(story.on("2026-11-20"));
        }),
        reader("coordinator", coordinator(KARI), Story::active(), offered),
        reader("stand-in", coordinator(JONAS), Story::active(), |story| {
            asks_stand_in(story, JONAS);
            says(story, JONAS);
        }),
        reader("stand-in, offered it", coordinator(JONAS), Story::active(), |story| {
            asks_stand_in(story, JONAS);
            says(story, JONAS);
            offered(story);
        }),
        reader("offered it", coordinator(JONAS), Story::active(), offered),
        reader("asked to stand in", coordinator(RANDI), Story::active(), |story| {
            offered(story);
            asks_stand_in(story, RANDI);
        }),
        reader("former coordinator", coordinator(KARI), Story::active(), |story| {
            offered(story);
            story.does(coordinator(JONAS), coordinator_says(true));
        }),
        reader("intake, waits", intake(), Story::queued(), |_| ()),
        reader("intake, offered", intake(), Story::offered(), |_| ()),
        reader("intake, active", intake(), Story::active(), |_| ()),
        reader("contact meanwhile", coordinator(RANDI), Story::queued(), |_| ()),
        reader("helper with a task", helper(TEACHER, SCHOOL), Story::active(), offered),
        reader("helper in the team", helper(TEACHER, SCHOOL), Story::active(), |story| {
            without_task(story, &open_questions(TEACHER));
            story.writes(coordinator(KARI), membership(TEACHER, SCHOOL, story.moment.today));
        }),
        reader("helper, done", helper(TEACHER, SCHOOL), Story::active(), |story| {
            without_task(story, &open_questions(TEACHER));
        }),
        reader("volunteer with a task", volunteer(NEIGHBOUR), Story::active(), offered),
        reader("leader", service(LEADER, Role::Leader), Story::active(), offered),
        reader("administrator", service(ADMIN, Role::Administrator), Story::active(), offered),
        reader("visitor", service(MOTHER, Role::Visitor), Story::active(), offered),
    ]
}
