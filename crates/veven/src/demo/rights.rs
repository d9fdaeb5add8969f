//! What happens in stories about rights: something is told once, applied for and answered.

use crate::demo::story::Story;
use crate::demo::town::Who;
use dossier::*;
use jiff::civil::Date;
use rights::catalogue::{Catalogue, Right};
use rights::{Knowledge, Value};
use web::terms::{category, counted, is_shared, most_delicate};

/// The rights that the program carries; a test keeps them sound.
fn catalogue() -> &'static Catalogue {
    match Knowledge::shipped() {
        Ok(knowledge) => knowledge.catalogue,
        Err(_) => unreachable!("the shipped rights are tested"),
    }
}

fn right(id: &str) -> &'static Right {
    let catalogue = catalogue();
    match catalogue.right(id) {
        Some(place) => &catalogue.rights[place],
        None => unreachable!("there is no right `{id}`"),
    }
}

/// A decision as stories tell it.
pub fn answer(verdict: DecisionKind, words: &str) -> Decision {
    let (words, amount) = (words.to_owned(), String::new());
    let on = Date::MIN;
    Decision {
        on,
        verdict,
        words,
        amount,
        from: None,
        until: None,
        complain_by: None,
        automatic: None,
        rule: None,
    }
}

impl Story<'_> {
    /// Somebody chooses what the guide shall look at.
    pub fn looks_for(&mut self, who: PersonId, situations: &[&str]) {
        let situations = situations.iter().map(|&id| id.to_owned()).collect();
        let interest = Interest { of: who, situations };
        self.as_member(who, |story| story.write(interest, &[who]));
    }

    /// Somebody answers a page of questions: name, whose, value.
    pub fn tells(&mut self, who: PersonId, facts: &[(&str, FactOf, &str)]) {
        let on = self.now().today;
        let fact = |&(name, of, value): &(&str, FactOf, &str)| {
            let place = catalogue().fact(name);
            let known = place.map(|place| catalogue().fact_at(place));
            let Some(known) = known.filter(|known| Value::parse(value, &known.kind).is_some()) else {
                unreachable!("`{value}` is no value of `{name}`")
            };
            Fact {
                name: name.into(),
                of,
                value: Some(value.into()),
                on,
                way: FactWay::Asked,
                source: String::new(),
                category: category(&known.category),
            }
        };
        let facts = facts.iter().map(fact).collect();
        self.as_member(who, |story| story.act(Command::Tell { facts, keep: Vec::new() }));
    }

    /// Somebody prepares applications, for a child or for oneself. The last of them are the ones that are meant.
    pub fn prepares(&mut self, applicant: PersonId, all: &[(&str, Option<PersonId>)]) -> Vec<ThingId> {
        let draft = |&(id, child): &(&str, Option<PersonId>)| {
            let category = most_delicate(catalogue(), right(id));
            Draft { right: id.into(), applicant, child, category }
        };
        self.act(Command::Apply(Applying::Prepare(all.iter().map(draft).collect())));
        let open = |id: &str, child| {
            let drafts = Extract::whole(self.dossier()).all::<Application>();
            let mut drafts = drafts.filter(|it| it.is.stage() == Stage::Draft);
            drafts.find(|it| it.is.right == id && it.is.child == child).map(|it| it.id())
        };
        all.iter().filter_map(|(id, child)| open(id, *child)).collect()
    }

    /// Somebody prepares and sends applications with what is known, `words` in each; `automatic` is the legal basis of a
    /// yes that a machine gives at once.
    pub fn applies(
        &mut self,
        applicant: PersonId,
        all: &[(&str, Option<PersonId>)],
        words: &str,
        automatic: Option<(&str, &str)>,
    ) -> Vec<ThingId> {
        self.as_member(applicant, |story| {
            let things = story.prepares(applicant, all);
            let today = story.now().today;
            let sees = Extract::whole(story.dossier());
            let phone = sees.person(applicant).and_then(|person| person.phone.clone()).unwrap_or_default();
            let mut said = Vec::new();
            for thing in &things {
                if let Some(draft) = sees.find::<Application>(*thing).filter(|_| !words.is_empty()) {
                    said.push(((*thing, draft.entry.version), words.to_owned()));
                }
            }
            if !said.is_empty() {
                story.act(Command::Apply(Applying::Fill { facts: Vec::new(), words: said }));
            }
            let sending = |thing: &ThingId| {
                let sees = Extract::whole(story.dossier());
                let draft = sees.find::<Application>(*thing)?;
                let right = right(&draft.is.right);
                let facts = given(&sees, draft.is, right);
                let reused = facts.len() as u16;
                let answered = automatic.map(|(basis, amount)| Decision {
                    on: today,
                    amount: amount.into(),
                    from: Some(today),
                    complain_by: right.complaint.term.as_ref().map(|term| counted(today, term)),
                    automatic: Some(basis.into()),
                    rule: right.rules.first().map(|rule| rule.from),
                    ..answer(DecisionKind::Granted, "")
                });
                Some(Sending {
                    application: (*thing, draft.entry.version),
                    facts,
                    receiver: story.receiver(&draft.is.right),
                    phone: phone.clone(),
                    answer_by: right.answer_deadline.term.as_ref().map(|term| counted(today, term)),
                    asked: reused.min(2),
                    reused: reused.saturating_sub(2),
                    decision: answered,
                })
            };
            let sendings = things.iter().filter_map(sending).collect();
            story.act(Command::Apply(Applying::Send(sendings)));
            things
        })
    }

    /// Who answers applications for a right in this town.
    fn receiver(&self, right: &str) -> Option<Receiver> {
        let directory = self.directory();
        let (service, helper) = directory.receiver(right, self.now().today)?;
        Some(Receiver { service: service.id, helper: helper.id })
    }

    /// The one with whom an application lies does something with it.
    fn receiver_does(&mut self, application: ThingId, act: impl FnOnce(Seen) -> Applying) {
        let lies_with = Extract::whole(self.dossier()).find::<Application>(application);
        let Some(to) = lies_with.and_then(|it| it.is.receiver) else { return };
        let author = Author { actor: to.helper, role: Role::Helper, service: Some(to.service) };
        let seen = self.seen(application);
        self.as_author(author, |story| story.act(Command::Apply(act(seen))));
    }

    /// The receiver has it.
    pub fn takes_in_application(&mut self, application: ThingId) {
        self.receiver_does(application, Applying::Receive);
    }

    /// The receiver asks for more, and has an answer by a day.
    pub fn asks_more(&mut self, application: ThingId, words: &str, by: Date) {
        let words = words.to_owned();
        self.receiver_does(application, |application| Applying::AskMore { application, words, by });
    }

    /// The family answers.
    pub fn answers_more(&mut self, who: PersonId, application: ThingId, words: &str) {
        let (application, words) = (self.seen(application), words.to_owned());
        let act = Command::Apply(Applying::AnswerMore { application, words });
        self.as_member(who, |story| story.act(act));
    }

    /// The receiver answers.
    pub fn decides(&mut self, application: ThingId, decision: Decision) {
        let found =
            Extract::whole(self.dossier()).find::<Application>(application).map(|it| it.is.right.clone());
        let on = self.now().today;
        let term = found.and_then(|id| right(&id).complaint.term.clone());
        let decision = Decision { on, complain_by: term.map(|term| counted(on, &term)), ..decision };
        self.receiver_does(application, |application| Applying::Decide { application, decision });
    }

    /// The family complains.
    pub fn complains(&mut self, who: PersonId, application: ThingId, words: &str) {
        let (application, words) = (self.seen(application), words.to_owned());
        let act = Command::Apply(Applying::Complain { application, words });
        self.as_member(who, |story| story.act(act));
    }

    /// The coordinator makes drafts ready, for the family to send.
    pub fn prepares_for(&mut self, who: Who, applicant: PersonId, all: &[(&str, Option<PersonId>)]) {
        self.as_author(who.author(), |story| story.prepares(applicant, all));
    }
}

type Seen = (ThingId, u32);

/// What goes with an application: the facts that it asks for, as far as they have been told, and which child it is.
fn given(sees: &Extract<'_>, draft: &Application, right: &Right) -> Vec<Given> {
    let shared = right.asks_for.iter().filter(|fact| is_shared(catalogue(), **fact));
    let mut all: Vec<Given> = Vec::new();
    if let Some(child) = draft.child
        && let Some((born, entry)) = sees.find::<Person>(child).and_then(|it| Some((it.is.born?, it.entry)))
    {
        let (of, on) = (FactOf::Child { child }, Moment::day_of(entry.at));
        let (name, value) = ("child.birth_date".to_owned(), born.to_string());
        all.push(Given { name, of, value, on, source: String::new() });
    }
    for fact in shared.map(|fact| catalogue().fact_at(*fact)) {
        let about = |told: &Thing<'_, Fact>| match told.is.of {
            FactOf::Child { child } => Some(child) == draft.child,
            FactOf::Pair { adult, child } => adult == draft.applicant && Some(child) == draft.child,
            FactOf::Case { adult } | FactOf::Home { adult } | FactOf::Adult { adult } => {
                adult == draft.applicant
            }
        };
        let told = sees.all::<Fact>().find(|told| told.is.name == fact.name && about(told));
        if let Some(told) = told
            && let Some(value) = &told.is.value
        {
            let (name, value, source) = (fact.name.clone(), value.clone(), told.is.source.clone());
            all.push(Given { name, of: told.is.of, value, on: told.is.on, source });
        }
    }
    all
}
