//! Every command that there is, as each reader would give it.

use crate::readers::Reader;
use crate::support::story::*;
use dossier::*;

/// The commands of one row, as this reader would give them.
pub fn rows(reader: &Reader) -> Vec<(String, Command)> {
    let (story, things) = (&reader.story, reader.things);
    let me = reader.me.unwrap_or(story.mother);
    let today = story.moment.today;
    let mut rows: Vec<(String, Command)> = Vec::new();
    let mut row = |name: &str, command: Command| rows.push((name.to_owned(), command));
    let words = |text: &str| text.to_owned();

    let person = |change: fn(&mut Person)| {
        let mut person = Person::named("Nora", "Haddad", Generation::Child);
        change(&mut person);
        person
    };
    let new = |payload: Payload, subjects: &[PersonId]| Command::Write {
        replaces: None,
        payload,
        subjects: subjects.to_vec(),
        audience: Audience::Ordinary,
    };
    let (boy, father, mother) = (story.boy, story.father, story.mother);
    let other = if me == mother { father } else { mother };
    let course = story.all().only::<Course>().unwrap().is.clone();
    let asked = story.all().only::<HelpRequest>().unwrap().is.clone();
    let merge =
        Merge { from: FamilyId::new(8), words: words(""), why: words("x"), asked: today, reach: words("") };
    let link = ServiceLink { person: boy, service: words("PPT"), from: None, until: None };
    let owned = |owner| Action { owner: Some(owner), ..action("x") };
    let agreement = |by, how: &str| Agreement { by, on: today, how: words(how) };
    row("write family", new(Family { name: words("Berg"), district: None, source: None }.wrap(), &[]));
    row("write person", new(person(|_| ()).wrap(), &[]));
    row("write relation", new(parent_of(mother, boy, Responsibility::Joint).wrap(), &[]));
    row("write help-request", new(asked.wrap(), &[]));
    row("write course", new(course.wrap(), &[]));
    row("write coordination", new(Coordination::default().wrap(), &[]));
    row("write membership", new(membership(NURSE, HEALTH_STATION, today).wrap(), &[]));
    row("write service-link", new(link.wrap(), &[]));
    row("write need", new(need("x").wrap(), &[]));
    row("write need, for a helper", new(Need { owner: Some(Owner::Helper(NURSE)), ..need("x") }.wrap(), &[]));
    row(
        "write need, for another at home",
        new(Need { owner: Some(Owner::Member(other)), ..need("x") }.wrap(), &[]),
    );
    row("write dream, own", new(dream(me, "x").wrap(), &[]));
    row("write dream, the boy's", new(dream(boy, "x").wrap(), &[]));
    row("write dream, another adult's", new(dream(other, "x").wrap(), &[]));
    row("write goal", new(goal("x").wrap(), &[]));
    row("write goal, about another adult", new(goal("x").wrap(), &[other]));
    row("write goal, with a professional note", new(Goal { note: words("x"), ..goal("x") }.wrap(), &[]));
    row("write action", new(action("x").wrap(), &[]));
    row("write action, one's own", new(owned(Owner::Member(me)).wrap(), &[]));
    row("write action, for another at home", new(owned(Owner::Member(other)).wrap(), &[]));
    row("write action, for a helper", new(owned(Owner::Helper(NURSE)).wrap(), &[]));
    row("write request", new(request(NURSE, HEALTH_STATION, None, today).wrap(), &[]));
    row("write contact", new(contact(ContactKind::Call, today).wrap(), &[]));
    row("write meeting", new(meeting("2026-12-01").wrap(), &[]));
    row("write voice, own", new(voice(me, "x").wrap(), &[me]));
    row("write voice, another's", new(voice(other, "x").wrap(), &[other]));
    row("write reply", new(reply(things.own_goal, "x").wrap(), &[]));
    row("write reply, to the girl's voice", new(reply(things.voice, "x").wrap(), &[]));
    row("write strength", new(Strength { words: words("x") }.wrap(), &[]));
    row("write agreement, own", new(agreement(me, "").wrap(), &[]));
    row("write agreement, of another, with how", new(agreement(other, "på telefon").wrap(), &[]));
    row("write agreement, of another, without", new(agreement(other, "").wrap(), &[]));
    let plan = [Category::PlanCore];
    row("write consent, about oneself", new(consent(me, me, &plan, today).wrap(), &[me]));
    row("write consent, about the boy", new(consent(boy, me, &plan, today).wrap(), &[boy]));
    row("write consent, in another's name", new(consent(boy, other, &plan, today).wrap(), &[boy]));
    let said = |how: &str| Consent { how: words(how), ..consent(boy, mother, &plan, today) };
    row("write consent, told by a parent, with how", new(said("på telefon").wrap(), &[boy]));
    let danger = Danger { protected: boy, threat: father, why: words("x"), from: today, until: None };
    row("write danger", new(danger.wrap(), &[]));
    let until = after(today, 90);
    let trusted = Trusted {
        person: boy,
        helper: NURSE,
        service: HEALTH_STATION,
        why: words("x"),
        asked_by: reader.who.actor,
        approved_by: None,
        until,
        ended: None,
    };
    row("write trusted", new(trusted.wrap(), &[]));
    let order = CareOrder { child: boy, basis: words("x"), service: SCHOOL, from: today, until: None };
    row("write care-order", new(order.wrap(), &[]));
    let mandate = |person, holder, basis| Mandate {
        person,
        holder,
        basis,
        categories: vec![Category::PlanCore],
        why: words("x"),
        from: today,
        until,
        withdrawn: None,
    };
    row("write mandate, given by oneself", new(mandate(me, other, MandateBasis::OwnWish).wrap(), &[]));
    row("write mandate, taken over another", new(mandate(other, me, MandateBasis::OwnWish).wrap(), &[]));
    row("write mandate, by decision", new(mandate(mother, father, MandateBasis::Guardian).wrap(), &[]));
    let kept = Withholding {
        thing: things.other_goal,
        from: vec![father],
        law: words("young-wish"),
        why: words("x"),
        best: words("x"),
        lifted: None,
    };
    row("write withholding", new(kept.wrap(), &[]));
    let told = Release {
        thing: things.other_goal,
        to: Recipient::Helper(NURSE),
        law: words("same-purpose"),
        purpose: words("x"),
        need: words("x"),
        asked: words("x"),
        best: words("x"),
        until,
        ended: None,
    };
    row("write release", new(told.wrap(), &[]));
    let no = |subject, given_by| Objection {
        subject,
        given_by,
        service: SCHOOL,
        helper: None,
        categories: vec![Category::PlanCore],
        from: today,
        lifted: None,
    };
    row("write objection, about oneself", new(no(me, me).wrap(), &[]));
    row("write objection, about the boy", new(no(boy, me).wrap(), &[]));
    row("write objection, in another's name", new(no(boy, other).wrap(), &[]));
    let block = |thing, given_by| Block { thing, given_by, from: today, lifted: None };
    row("write block, of the family's", new(block(things.other_goal, me).wrap(), &[]));
    row("write block, of one's own", new(block(things.own_goal, me).wrap(), &[]));
    row("write block, in another's name", new(block(things.own_goal, other).wrap(), &[]));
    let choice =
        |subject, given_by, yes| ResearchChoice { subject, given_by, yes, from: today, withdrawn: None };
    row("write research choice, a no about oneself", new(choice(me, me, false).wrap(), &[]));
    row("write research choice, a yes about oneself", new(choice(me, me, true).wrap(), &[]));
    row("write research choice, a yes about the boy", new(choice(boy, me, true).wrap(), &[]));
    row("write research choice, in another's name", new(choice(boy, other, false).wrap(), &[]));
    let emergency = Emergency {
        helper: reader.who.actor,
        service: SCHOOL,
        why: words("x"),
        until: story.moment.at,
        untold: None,
        checked: None,
    };
    row("write emergency", new(emergency.wrap(), &[]));
    let conflict = |helper| Conflict { helper, why: words("x"), ended: None };
    row("write conflict, one's own", new(conflict(reader.who.actor).wrap(), &[]));
    row("write conflict, another's", new(conflict(NURSE).wrap(), &[]));
    let answered = Insight {
        by: me,
        about: me,
        asked: words("x"),
        on: today,
        outcome: InsightOutcome::Given,
        answer: words("x"),
        law: None,
        why: words(""),
        reversed: None,
    };
    row("write insight", new(answered.wrap(), &[]));
    let disclosed = Disclosure {
        about: me,
        to: words("x"),
        law: words("disclose-order"),
        demand: words("x"),
        on: today,
        given: words("x"),
        told: vec![me],
        untold: words(""),
        undone: None,
    };
    row("write disclosure", new(disclosed.wrap(), &[]));
    let disagreement = Disagreement {
        children: vec![boy],
        matter: words("x"),
        categories: vec![Category::PlanCore],
        on: today,
        law: words("disagree-ask-again"),
        best: words("x"),
        outcome: DisagreementOutcome::Open,
        result: words(""),
        settled: None,
        review: Some(today),
        told: vec![mother],
        untold: words(""),
        undone: None,
    };
    let heard = |who| Heard { who, how: HeardHow::Spoken, words: words("x") };
    let disagrees = |children: Vec<PersonId>| Command::Disagree {
        replaces: None,
        disagreement: Box::new(Disagreement { children, ..disagreement.clone() }),
        heard: vec![heard(boy), heard(mother)],
    };
    row("disagreement, about the boy", disagrees(vec![boy]));
    row("disagreement, about nobody there is", disagrees(vec![PersonId::new(999)]));
    row("write disagreement", new(disagreement.clone().wrap(), &[]));
    let stance =
        |who| Stance { to: things.other_goal, who, how: HeardHow::Spoken, words: words("x"), undone: None };
    row("write stance, one's own", new(stance(me).wrap(), &[]));
    row("write stance, the boy's", new(stance(boy).wrap(), &[]));
    row("write rhythm", new(Rhythm { days: 7 }.wrap(), &[]));
    let home = |person| Address {
        person,
        street: words("Fjordveien 7"),
        postal_code: words(""),
        place: words("Lindvik"),
        from: None,
        until: None,
        note: words(""),
    };
    row("write address, own", new(home(me).wrap(), &[me]));
    row("write address, another's", new(home(other).wrap(), &[other]));
    row("write address, the boy's", new(home(boy).wrap(), &[boy]));
    row("write contact-procedure", new(ContactProcedure { person: me, words: words("x") }.wrap(), &[me]));
    row("write merge", new(merge.wrap(), &[]));
    row("write not-same", new(NotSame { other: FamilyId::new(8) }.wrap(), &[]));
    let aside = NotSame { other: FamilyId::new(8) };
    row("write not-same, read by the coordinator alone", write(aside, &[], Audience::Coordinator));
    row("write removed", new(Removed { was: words("goal"), why: words("") }.wrap(), &[]));
    row("write over one's own goal", story.rewriting::<Goal>(things.own_goal, |it| it.sign = words("x")));
    row("write over another's goal", story.rewriting::<Goal>(things.other_goal, |it| it.sign = words("x")));

    let told = |of| fact("child.resident_in_norway", of, "true", today);
    row("write fact", new(told(FactOf::Child { child: boy }).wrap(), &[]));
    row("write interest, own", new(Interest { of: me, situations: vec![] }.wrap(), &[me]));
    row("write interest, another's", new(Interest { of: other, situations: vec![] }.wrap(), &[other]));
    row("write application", new(application(me, "a").wrap(), &[]));
    let tell = |of| Command::Tell { facts: vec![told(of)], keep: vec![] };
    row("tell, of oneself", tell(FactOf::Adult { adult: me }));
    row("tell, of one's home", tell(FactOf::Home { adult: me }));
    row("tell, of another adult", tell(FactOf::Adult { adult: other }));
    row("tell, of the boy", tell(FactOf::Child { child: boy }));
    let draft = |applicant, child| Draft { right: words("x"), applicant, child, category: Category::Economy };
    let prepare = |draft| Command::Apply(Applying::Prepare(vec![draft]));
    row("prepare-application, one's own", prepare(draft(me, None)));
    row("prepare-application, for the boy", prepare(draft(me, Some(boy))));
    row("prepare-application, another's", prepare(draft(other, None)));
    let send = |thing| {
        let (application, facts) = (story.seen(thing), Vec::new());
        Command::Apply(Applying::Send(vec![Sending {
            application,
            facts,
            receiver: None,
            phone: words(""),
            answer_by: None,
            asked: 0,
            reused: 0,
            decision: None,
        }]))
    };
    row("send-application, the applicant's", send(things.draft));
    row("send-application, another's", send(things.other_draft));
    for (of, thing) in [
        ("the applicant's draft", things.draft),
        ("another's draft", things.other_draft),
        ("answered elsewhere", things.elsewhere),
        ("lies with the reader", things.with_me),
        ("lies with another", things.with_other),
    ] {
        let application = story.seen(thing);
        let words = || words("x");
        for act in [
            Applying::Fill { facts: Vec::new(), words: vec![(application, words())] },
            Applying::Receive(application),
            Applying::AskMore { application, words: words(), by: today },
            Applying::AnswerMore { application, words: words() },
            Applying::Decide { application, decision: decision(DecisionKind::Granted, today) },
            Applying::Complain { application, words: words() },
            Applying::AnswerComplaint { application, changed: false, words: words() },
            Applying::PassOn { application, to: NURSE },
            Applying::Withdraw(application),
        ] {
            let command = Command::Apply(act);
            row(&format!("{}, {of}", command.code()), command);
        }
    }
    row("undo one's own", story.undoes(things.own_goal));
    row("undo another's", story.undoes(things.other_goal));
    let opening = Opening {
        family: Family { name: words("Berg"), district: None, source: None },
        people: vec![],
        request: story.all().only::<HelpRequest>().unwrap().is.clone(),
    };
    row("open", Command::Open(Box::new(opening)));
    row("queue", story.queue("load"));
    row("offer", offer(RANDI));
    row("answer-offer-as-family", Command::AnswerOfferAsFamily { yes: true, words: words("") });
    row("answer-offer-as-family, with how", family_says(true));
    row("answer-offer", coordinator_says(true));
    row("withdraw-offer", Command::WithdrawOffer);
    row("ask-stand-in", Command::AskStandIn { actor: RANDI, from: today, until: today });
    row("answer-stand-in", Command::AnswerStandIn { yes: true, words: words("") });
    row("step-down", Command::StepDown);
    row("close", closes(CloseReason::GoalsReached));
    row("close, not started", closes(CloseReason::NotStarted));
    for to in ActionStatus::ALL {
        for (whose, action) in [("own", things.own_action), ("another's", things.other_action)] {
            let name = format!("move-action to {}, {whose}", to.code());
            let accepted_by = (*to == ActionStatus::AcceptedByFamily).then_some(me);
            let moves = |words: &str| Command::MoveAction {
                action: story.seen(action),
                to: *to,
                accepted_by,
                words: words.into(),
            };
            row(&name, moves(""));
            if matches!(to, ActionStatus::AcceptedByFamily | ActionStatus::AcceptedByOwner) {
                row(&format!("{name}, with how"), moves("på telefon"));
            }
        }
    }
    row("move-action to done, delivered by a helper", story.moves(things.delivered, ActionStatus::Done));
    row("ask", Command::Ask(request(NURSE, HEALTH_STATION, None, today)));
    row("answer-request, asked oneself", story.answers(things.own_question, story.yes()));
    row("answer-request, asked of another", story.answers(things.other_question, story.yes()));
    let withdraw = Command::WithdrawRequest { request: story.seen(things.other_question), why: words("x") };
    row("withdraw-request", withdraw);
    row("open-in-emergency", Command::OpenInEmergency { why: words("x"), untold: None });
    let emergency = (things.own_goal, 1);
    let check = Command::CheckEmergency { emergency, right: true, words: words("x"), tell: false };
    row("check-emergency", check);
    rows
}
