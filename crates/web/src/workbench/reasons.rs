//! Why a family needs its coordinator, in words, and the one act that solves it.
//!
//! The order of families follows four rules that stand on the page (`workbench-rule-…`). There is no score.

use super::standing::{asked_about, asked_for, due, invited};
use crate::family::base;
use crate::family::head::language;
use crate::frame::parts::{icon, listed};
use crate::frame::{Call, Say, dates};
use access::terms::{
    Action, ActionId, Application, Attention, Coordination, Generation, Meeting, Merge, Need, NeedId, Owner,
    Person, PersonId, Reason, Request, RequestAnswer, Thing, ThingId, Urgency, Voice, interpreter_needs,
    present,
};
use access::{Directory, View};
use maud::{Markup, html};
use std::cmp::Ordering;
use std::sync::Arc;

/// Longest piece of somebody's words inside a sentence, in letters.
const EXCERPT: usize = 90;

/// What one can do about a reason: one button.
pub struct Way {
    /// Where it leads.
    pub href: String,
    /// What stands on it.
    pub label: String,
    /// Its icon.
    pub picture: &'static str,
}

/// Puts reasons into words for one reader.
pub struct Teller<'a> {
    call: &'a Call,
    say: Say<'a>,
    directory: Arc<Directory>,
}

impl<'a> Teller<'a> {
    /// For the reader of a call.
    pub fn new(call: &'a Call) -> Self {
        Self { call, say: call.say(), directory: call.house.gate.directory() }
    }

    /// Services and helpers.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// A helper's name; whoever has left the municipality is still named by what the helper did.
    pub fn helper(&self, actor: access::terms::ActorId) -> String {
        self.directory
            .helper(actor)
            .map_or_else(|| self.say.say("who-helper").into_owned(), |helper| helper.name.clone())
    }

    /// Somebody in the family, by given name.
    pub fn member(&self, view: &View, person: PersonId) -> String {
        view.name_of(person).map_or_else(|| self.say.say("who-somebody").into_owned(), str::to_owned)
    }

    /// The owner of an action or a need, by name.
    pub fn owner(&self, view: &View, owner: Owner) -> String {
        match owner {
            Owner::Helper(helper) => self.helper(helper),
            Owner::Member(member) => self.member(view, member),
        }
    }

    fn near(&self, day: jiff::civil::Date) -> String {
        dates::near(self.say, day, self.call.today())
    }

    fn ago(&self, days: i32) -> String {
        self.near(access::terms::after(self.call.today(), -days))
    }

    fn keyed<const N: usize>(&self, key: &str, with: [(&str, fluent_bundle::FluentValue<'_>); N]) -> String {
        self.say.with(key, with).into_owned()
    }

    /// The reason as one sentence, with its age.
    pub fn sentence(&self, view: &View, item: &Attention) -> String {
        let sees = view.sees();
        let days = item.days;
        match item.reason {
            Reason::VoiceUnanswered(thing) => self.voice(view, thing, days),
            Reason::AcuteNeedWithoutAction(need) => self.keyed(
                "workbench-reason-acute",
                [("words", need_words(view, need).into()), ("days", days.into())],
            ),
            Reason::ActionLate(id) => self.late(view, id, days),
            Reason::OwnerSilent(id) => {
                let action = sees.find::<Action>(id);
                let owner = action.and_then(|action| action.is.owner);
                let words = action.map_or(String::new(), |action| phrase(&action.is.words));
                let key = if self.is_me(owner) {
                    "workbench-reason-you-silent"
                } else {
                    "workbench-reason-owner-silent"
                };
                self.keyed(
                    key,
                    [
                        ("who", owner.map(|owner| self.owner(view, owner)).unwrap_or_default().into()),
                        ("words", words.into()),
                        ("when", self.ago(days).into()),
                    ],
                )
            }
            Reason::RequestLate(id) => {
                let Some(request) = sees.find::<Request>(id) else { return String::new() };
                self.keyed(
                    "workbench-reason-request-late",
                    [
                        ("who", self.helper(request.is.to).into()),
                        ("words", clip(&request.is.question).into()),
                        ("when", self.ago(days).into()),
                    ],
                )
            }
            Reason::AskedBack(id) => {
                let Some(request) = sees.find::<Request>(id) else { return String::new() };
                let words = match &request.is.answer {
                    Some(RequestAnswer::AskBack { words, .. }) => clip(words),
                    _ => String::new(),
                };
                self.keyed(
                    "workbench-reason-asked-back",
                    [
                        ("who", self.helper(request.is.to).into()),
                        ("words", words.into()),
                        ("when", self.ago(days).into()),
                    ],
                )
            }
            Reason::OfferLate => {
                let who = sees.only::<Coordination>().and_then(|coordination| asked_of(coordination.is));
                let who = who.map(|actor| self.helper(actor)).unwrap_or_default();
                self.keyed("workbench-reason-offer-late", [("who", who.into()), ("days", days.into())])
            }
            Reason::NeedWithoutOwner(need) => self.keyed(
                "workbench-reason-need",
                [("words", need_words(view, need).into()), ("days", days.into())],
            ),
            Reason::ActionWithoutOwner(id) => self.unowned(view, id, days),
            Reason::Silence => self.keyed("workbench-reason-silence", [("days", days.into())]),
            Reason::NoNextStep => self.say.say("workbench-reason-no-next-step").into_owned(),
            Reason::MeetingSoon(thing) => self.meeting(view, thing),
            Reason::InterpreterMissing(thing) => self.interpreter(view, thing, item),
            Reason::ReviewDue => self.keyed("workbench-reason-review", [("days", days.into())]),
            Reason::DutyUntouched(duty) => {
                let words = crate::family::duties::name(self.call, duty);
                self.keyed("workbench-reason-duty", [("words", words.into()), ("days", days.into())])
            }
            Reason::DisagreementDue(_) => {
                self.keyed("workbench-reason-disagreement", [("days", days.into())])
            }
            Reason::ApplicationLate(thing) => self.applied(view, thing, "workbench-reason-application", days),
            Reason::MoreNeeded(thing) if item.urgency == Urgency::Late => {
                self.applied(view, thing, "workbench-reason-more-late", days)
            }
            Reason::MoreNeeded(thing) => self.applied(view, thing, "workbench-reason-more", days),
            Reason::ComplaintSoon(thing) => self.applied(view, thing, "workbench-reason-complaint", days),
            Reason::RenewalSoon(thing) => self.applied(view, thing, "workbench-reason-renewal", days),
        }
    }

    /// Something about an application: what was applied for, with whom it lies, and days.
    fn applied(&self, view: &View, thing: ThingId, key: &str, days: i32) -> String {
        let Some(application) = view.sees().find::<Application>(thing) else { return String::new() };
        let name = crate::once::show::right_name(self.call, &application.is.right);
        let with = match application.is.receiver {
            Some(to) => self.helper(to.helper),
            None => crate::once::show::authority(self.call, &application.is.right),
        };
        self.keyed(key, [("name", name.into()), ("who", with.into()), ("days", days.into())])
    }

    fn is_me(&self, owner: Option<Owner>) -> bool {
        owner == Some(Owner::Helper(self.call.visit.actor))
    }

    fn late(&self, view: &View, id: ActionId, days: i32) -> String {
        let action = view.sees().find::<Action>(id);
        let owner = action.and_then(|action| action.is.owner);
        let key = match owner {
            None => "workbench-reason-late-unowned",
            owner if self.is_me(owner) => "workbench-reason-late-you",
            Some(_) => "workbench-reason-late",
        };
        let words = action.map_or(String::new(), |action| phrase(&action.is.words));
        let who = owner.map(|owner| self.owner(view, owner)).unwrap_or_default();
        self.keyed(key, [("words", words.into()), ("days", days.into()), ("who", who.into())])
    }

    fn voice(&self, view: &View, thing: ThingId, days: i32) -> String {
        let when = self.ago(days);
        let sees = view.sees();
        if let Some(voice) = sees.find::<Voice>(thing) {
            return self.keyed(
                "workbench-reason-voice",
                [
                    ("who", self.member(view, voice.is.who).into()),
                    ("when", when.into()),
                    ("words", clip(&voice.is.words).into()),
                ],
            );
        }
        // A second request for help that turned out to be the same family's.
        let words = sees.find::<Merge>(thing).map(|merge| clip(&merge.is.words)).unwrap_or_default();
        self.keyed("workbench-reason-asked-again", [("when", when.into()), ("words", words.into())])
    }

    fn unowned(&self, view: &View, id: ActionId, days: i32) -> String {
        let words = view.sees().find::<Action>(id).map_or(String::new(), |action| phrase(&action.is.words));
        match asked_about(view, id) {
            Some(request) => self.keyed(
                "workbench-reason-action-asked",
                [
                    ("words", words.into()),
                    ("days", days.into()),
                    ("who", self.helper(request.is.to).into()),
                    ("until", self.near(due(view, &request)).into()),
                ],
            ),
            None => self.keyed("workbench-reason-action", [("words", words.into()), ("days", days.into())]),
        }
    }

    fn meeting(&self, view: &View, thing: ThingId) -> String {
        let Some(meeting) = view.sees().find::<Meeting>(thing) else { return String::new() };
        let (invited, silent) = invited(view, &meeting);
        let when =
            format!("{} {}", self.near(meeting.is.at.date()), dates::clock(self.say, meeting.is.at.time()));
        self.keyed(
            if silent > 0 { "workbench-reason-meeting-open" } else { "workbench-reason-meeting" },
            [
                ("words", phrase(&meeting.is.title).into()),
                ("when", when.into()),
                ("silent", silent.into()),
                ("invited", invited.into()),
            ],
        )
    }

    fn interpreter(&self, view: &View, thing: ThingId, item: &Attention) -> String {
        let sees = view.sees();
        let Some(meeting) = sees.find::<Meeting>(thing) else { return String::new() };
        let languages: Vec<String> = interpreter_needs(&sees, meeting.is)
            .iter()
            .filter(|need| !need.is_arranged())
            .map(|need| language(self.call, need.language))
            .collect();
        let late = item.urgency == Urgency::Late;
        let last = access::terms::after(self.call.today(), if late { -item.days } else { item.days });
        self.keyed(
            if late { "workbench-reason-interpreter-late" } else { "workbench-reason-interpreter" },
            [
                ("words", phrase(&meeting.is.title).into()),
                ("when", self.near(meeting.is.at.date()).into()),
                ("languages", listed(self.call, &languages).into()),
                ("last", self.near(last).into()),
            ],
        )
    }

    /// The act that solves a reason.
    pub fn way(&self, view: &View, item: &Attention) -> Way {
        let base = base(view.family());
        let sees = view.sees();
        let given = |name: String| name.split(' ').next().unwrap_or_default().to_owned();
        let (href, key, who, picture) = match item.reason {
            Reason::VoiceUnanswered(thing) => {
                let who = sees.find::<Voice>(thing).map(|voice| self.member(view, voice.is.who));
                let key = if who.is_some() { "workbench-way-reply" } else { "workbench-way-reply-family" };
                (format!("{base}/svar/{thing}"), key, who, "melding")
            }
            Reason::AcuteNeedWithoutAction(need) => self.ask(view, need.thing(), "workbench-way-find-help"),
            Reason::NeedWithoutOwner(need) => self.ask(view, need.thing(), "workbench-way-find-owner"),
            Reason::ActionWithoutOwner(action) => self.ask(view, action.thing(), "workbench-way-find-owner"),
            Reason::ActionLate(action) | Reason::OwnerSilent(action) => {
                (format!("{base}/plan/tiltak/{action}"), "workbench-way-see-action", None, "plan")
            }
            Reason::RequestLate(request) => {
                let who = sees.find::<Request>(request).map(|request| given(self.helper(request.is.to)));
                (format!("{base}/spor/{request}"), "workbench-way-remind", who, "varsel")
            }
            Reason::AskedBack(request) => {
                let who = sees.find::<Request>(request).map(|request| given(self.helper(request.is.to)));
                (format!("{base}/svar/{request}"), "workbench-way-reply", who, "melding")
            }
            Reason::OfferLate => (format!("{base}/koordinator"), "workbench-way-see-offer", None, "overgang"),
            Reason::Silence => {
                let adult = present(&sees, self.call.today())
                    .into_iter()
                    .find(|person| person.is.generation == Generation::Adult)
                    .map(|person| person.is.given.clone());
                let key = if adult.is_some() { "workbench-way-call" } else { "workbench-way-contact" };
                (format!("{base}/kontakt"), key, adult, "telefon")
            }
            Reason::NoNextStep => (format!("{base}/mote"), "workbench-way-plan-step", None, "kalender"),
            Reason::MeetingSoon(thing) => {
                (format!("{base}/mote/{thing}"), "workbench-way-prepare", None, "kalender")
            }
            Reason::InterpreterMissing(thing) => {
                (format!("{base}/mote/{thing}/tolk"), "workbench-way-interpreter", None, "tolk")
            }
            Reason::ReviewDue => {
                (format!("{base}/mote?vis=gjennomgang"), "workbench-way-review", None, "kalender")
            }
            Reason::DutyUntouched(_) => {
                (format!("{base}/koordinator#oppgaver"), "workbench-way-duty", None, "hake")
            }
            Reason::DisagreementDue(thing) => {
                (format!("{base}/vern/{thing}"), "workbench-way-disagreement", None, "melding")
            }
            Reason::ApplicationLate(thing)
            | Reason::MoreNeeded(thing)
            | Reason::ComplaintSoon(thing)
            | Reason::RenewalSoon(thing) => {
                (format!("{base}/soknader/{thing}"), "workbench-way-application", None, "soknad")
            }
        };
        let label = self.keyed(key, [("who", who.unwrap_or_default().into())]);
        Way { href, label, picture }
    }

    /// Asking somebody, or seeing what somebody was asked already.
    fn ask(
        &self,
        view: &View,
        thing: ThingId,
        key: &'static str,
    ) -> (String, &'static str, Option<String>, &'static str) {
        let base = base(view.family());
        match asked_for(view, thing) {
            Some(request) => {
                (format!("{base}/spor/{}", request.id()), "workbench-way-see-request", None, "melding")
            }
            None => (format!("{base}/spor/{thing}"), key, None, "nyperson"),
        }
    }

    /// Names and ages of those who are in the family now: «Rania og Omar · Yusuf 12, Lina 5».
    pub fn members(&self, view: &View) -> String {
        let today = self.call.today();
        let (adults, children): (Vec<_>, Vec<_>) = present(&view.sees(), today)
            .into_iter()
            .partition(|person| person.is.generation == Generation::Adult);
        let adults: Vec<String> = adults.iter().map(|person| person.is.given.clone()).collect();
        let aged = |person: &Thing<'_, Person>| match person.is.age(today) {
            Some(age) => format!("{} {age}", person.is.given),
            None => person.is.given.clone(),
        };
        let children: Vec<String> = children.iter().map(aged).collect();
        [listed(self.call, &adults), children.join(", ")]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// «Familien Haddad».
    pub fn family(&self, view: &View) -> String {
        self.keyed("workbench-family", [("name", view.family_name().unwrap_or("…").to_owned().into())])
    }

    /// At most `most` reasons as a list with icons.
    pub fn reasons(&self, view: &View, needs: &[Attention], most: usize) -> Markup {
        html! {
            ul.v-grunner {
                @for item in needs.iter().take(most) {
                    li data-kant=[edge(item.urgency)] { (icon(picture(&item.reason))) span { (self.sentence(view, item)) } }
                }
            }
        }
    }
}

/// Who is asked to take over, or to stand in, and has not answered.
fn asked_of(coordination: &Coordination) -> Option<access::terms::ActorId> {
    let offered = coordination.offer.as_ref().map(|offer| offer.to);
    offered.or(coordination.stand_in.as_ref().map(|stand_in| stand_in.actor))
}

fn need_words(view: &View, need: NeedId) -> String {
    view.sees().find::<Need>(need).map_or(String::new(), |need| phrase(&need.is.words))
}

/// Somebody's words, not too long for a sentence.
pub fn clip(words: &str) -> String {
    let one_line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= EXCERPT {
        return one_line;
    }
    let cut: String = one_line.chars().take(EXCERPT).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}

/// Words as a part of a sentence: without the full stop at their end.
pub fn phrase(words: &str) -> String {
    let clipped = clip(words);
    clipped.strip_suffix('.').map_or(clipped.clone(), str::to_owned)
}

/// The edge of a card: red for what somebody waits for or a deadline that has passed, amber for what lies between,
/// grey for what is planned. It marks what the services owe, never a family.
pub const fn edge(urgency: Urgency) -> Option<&'static str> {
    match urgency {
        Urgency::Now | Urgency::Late => Some("fare"),
        Urgency::Gap => Some("varsel"),
        Urgency::Planned => None,
    }
}

/// The icon of a reason.
pub const fn picture(reason: &Reason) -> &'static str {
    match reason {
        Reason::VoiceUnanswered(_) | Reason::DisagreementDue(_) => "melding",
        Reason::AcuteNeedWithoutAction(_) => "advarsel",
        Reason::ActionLate(_) | Reason::RequestLate(_) | Reason::OwnerSilent(_) => "klokke",
        Reason::AskedBack(_) => "sporsmal",
        Reason::OfferLate => "overgang",
        Reason::NeedWithoutOwner(_) | Reason::ActionWithoutOwner(_) => "ingenansvarlig",
        Reason::Silence => "telefon",
        Reason::NoNextStep => "paasikt",
        Reason::InterpreterMissing(_) => "tolk",
        Reason::DutyUntouched(_) => "paasikt",
        Reason::MeetingSoon(_) | Reason::ReviewDue => "kalender",
        Reason::ApplicationLate(_)
        | Reason::MoreNeeded(_)
        | Reason::ComplaintSoon(_)
        | Reason::RenewalSoon(_) => "soknad",
    }
}

/// Whether a reason says that something has no owner.
pub fn is_unowned(view: &View, reason: &Reason) -> bool {
    match reason {
        Reason::NeedWithoutOwner(_) | Reason::ActionWithoutOwner(_) => true,
        Reason::AcuteNeedWithoutAction(need) => {
            view.sees().find::<Need>(*need).is_some_and(|need| need.is.owner.is_none())
        }
        _ => false,
    }
}

/// Which of two families goes first: their reasons are compared one by one, by rule and then by how long it has
/// waited. Equal so far, the one with more reasons goes first.
pub fn order(one: &[Attention], other: &[Attention]) -> Ordering {
    let pairs = one.iter().map(Attention::place).zip(other.iter().map(Attention::place));
    pairs
        .map(|(one, other)| one.cmp(&other))
        .find(|order| order.is_ne())
        .unwrap_or_else(|| other.len().cmp(&one.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(urgency: Urgency, days: i32) -> Attention {
        Attention { urgency, days, reason: Reason::Silence }
    }

    #[test]
    fn a_child_who_waits_goes_before_every_deadline_and_the_longest_wait_first() {
        let child = [item(Urgency::Now, 1)];
        let late = [item(Urgency::Late, 60), item(Urgency::Late, 50)];
        let later = [item(Urgency::Late, 60), item(Urgency::Late, 51)];
        assert_eq!(order(&child, &late), Ordering::Less);
        assert_eq!(order(&later, &late), Ordering::Less);
        assert_eq!(order(&late[..1], &late), Ordering::Greater, "more reasons go first");
        assert_eq!(order(&late, &late), Ordering::Equal);
    }

    #[test]
    fn what_is_planned_goes_by_how_soon_it_comes() {
        assert_eq!(order(&[item(Urgency::Planned, 0)], &[item(Urgency::Planned, 6)]), Ordering::Less);
    }

    #[test]
    fn long_words_are_cut_between_words_and_short_ones_stay() {
        assert_eq!(clip("kan du komme\npå skolen?"), "kan du komme på skolen?");
        let long = clip(&"æøå 👩‍👧 ".repeat(2500));
        assert!(long.chars().count() <= EXCERPT + 2 && long.ends_with('…'), "{long}");
        assert_eq!(phrase("Avlastning annenhver helg."), "Avlastning annenhver helg");
    }
}
