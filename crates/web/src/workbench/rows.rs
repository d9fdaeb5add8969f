//! The rows of the coordinator's one list: everything open over all families, each with where it leads.

use super::cases::{Case, mine};
use super::reasons::{Teller, is_unowned, phrase};
use super::standing::{Standing, due, standing};
use crate::family::base;
use crate::frame::{Call, dates};
use access::View;
use access::terms::{
    Action, ActionStatus, Answer, Attention, Coordination, Meeting, Moment, Owner, Reason, Request, Role,
    StepOf, StepState, Thing, Urgency, timeline,
};
use jiff::civil::Date;

/// Days ahead that «this week» reaches.
const WEEK: i32 = 7;

/// Where in the list a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Past its time.
    Late,
    /// To be done now, or today.
    Today,
    /// Within a week.
    Week,
    /// Others have the word.
    Waiting,
    /// Nobody owns it.
    Unowned,
    /// After that.
    Coming,
}

impl Section {
    /// All, in the order of the page.
    pub const ALL: [Section; 6] =
        [Section::Late, Section::Today, Section::Week, Section::Waiting, Section::Unowned, Section::Coming];

    /// The code in the address.
    pub const fn code(self) -> &'static str {
        match self {
            Section::Late => "forfalt",
            Section::Today => "naa",
            Section::Week => "uke",
            Section::Waiting => "venter",
            Section::Unowned => "uten",
            Section::Coming => "kommer",
        }
    }
}

/// A row.
pub struct Row {
    /// Where it stands.
    pub section: Section,
    /// Others have the word as well as it being late.
    pub waits: bool,
    /// A helper's answer that is late.
    pub late_answer: bool,
    /// A meeting within a week.
    pub meeting: bool,
    /// What it is, as a sentence.
    pub words: String,
    /// Where it leads.
    pub href: String,
    /// Who has the word, or does it.
    pub who: Option<String>,
    /// Since when others have had the word.
    pub since: Option<Date>,
    /// When it is due, or was.
    pub due: Option<Date>,
    /// Which family: address and name.
    pub family: (String, String),
}

impl Row {
    fn sort_key(&self) -> (Section, Option<Date>) {
        (self.section, self.due.or(self.since))
    }
}

/// All rows, in the order of the page.
pub fn rows(call: &Call, teller: &Teller<'_>, cases: &[Case]) -> Vec<Row> {
    let mut all = Vec::new();
    for case in cases.iter().filter(|case| mine(&case.view).is_some()) {
        let from = Maker { call, teller, view: &case.view };
        all.extend(case.needs.iter().map(|item| from.need(item)));
        from.steps(&mut all);
        from.waiting(&mut all);
    }
    all.sort_by_key(Row::sort_key);
    all
}

struct Maker<'a> {
    call: &'a Call,
    teller: &'a Teller<'a>,
    view: &'a View,
}

impl Maker<'_> {
    fn row(&self, section: Section, words: String, href: String) -> Row {
        let family = base(self.view.family());
        Row {
            section,
            waits: false,
            late_answer: false,
            meeting: false,
            words,
            href,
            who: None,
            since: None,
            due: None,
            family: (family, self.view.family_name().unwrap_or("…").to_owned()),
        }
    }

    /// A row for what the family needs its coordinator for.
    fn need(&self, item: &Attention) -> Row {
        let today = self.call.today();
        let then = access::terms::after(today, -item.days);
        let section = match item.reason {
            Reason::ActionLate(_) | Reason::RequestLate(_) | Reason::OwnerSilent(_) | Reason::OfferLate => {
                Section::Late
            }
            Reason::InterpreterMissing(_) if item.urgency == Urgency::Late => Section::Late,
            Reason::InterpreterMissing(_) => match item.days {
                ..=0 => Section::Today,
                1..=WEEK => Section::Week,
                _ => Section::Coming,
            },
            Reason::MeetingSoon(_) if item.days > 0 => Section::Week,
            reason if is_unowned(self.view, &reason) => Section::Unowned,
            _ => Section::Today,
        };
        let mut row =
            self.row(section, self.teller.sentence(self.view, item), self.teller.way(self.view, item).href);
        let sees = self.view.sees();
        match item.reason {
            Reason::ActionLate(id) | Reason::OwnerSilent(id) => {
                let owner = sees.find::<Action>(id).and_then(|action| action.is.owner);
                row.who = owner.map(|owner| self.teller.owner(self.view, owner));
                row.due = Some(then);
            }
            Reason::RequestLate(id) => {
                let request = sees.find::<Request>(id);
                row.who = request.as_ref().map(|request| self.teller.helper(request.is.to));
                row.since = request.map(|request| first_day(self.view, &request));
                row.due = Some(then);
                row.waits = true;
                row.late_answer = true;
            }
            Reason::OfferLate => {
                row.due = Some(then);
                row.waits = true;
            }
            Reason::InterpreterMissing(_) => {
                let last = if item.urgency == Urgency::Late { -item.days } else { item.days };
                row.due = Some(access::terms::after(today, last));
            }
            Reason::MeetingSoon(_) => {
                row.due = Some(access::terms::after(today, item.days));
                row.meeting = true;
            }
            _ => row.since = Some(then),
        }
        row
    }

    /// Rows for what comes, and for meetings that nobody has told the outcome of.
    fn steps(&self, all: &mut Vec<Row>) {
        let base = base(self.view.family());
        let moment = self.view.moment();
        for step in timeline(&self.view.sees(), moment, 0) {
            let days = moment.days_until(step.on);
            let section = match days {
                ..=0 => Section::Today,
                1..=WEEK => Section::Week,
                _ => Section::Coming,
            };
            match step.of {
                StepOf::Action(action) if matches!(step.state, StepState::Next | StepState::Later) => {
                    let href = format!("{base}/plan/tiltak/{}", action.id());
                    let mut row = self.row(section, phrase(&action.is.words), href);
                    row.who = action.is.owner.map(|owner| self.teller.owner(self.view, owner));
                    row.due = Some(step.on);
                    all.push(row);
                }
                StepOf::Meeting(meeting) if step.state == StepState::Late => {
                    let words = self
                        .call
                        .say()
                        .with("workbench-row-meeting-late", [("words", phrase(&meeting.is.title).into())]);
                    let mut row =
                        self.row(Section::Late, words.into_owned(), format!("{base}/mote/{}", meeting.id()));
                    row.due = Some(step.on);
                    all.push(row);
                }
                StepOf::Meeting(meeting) if days > WEEK => {
                    let mut row = self.meeting(&meeting, &base);
                    row.due = Some(step.on);
                    all.push(row);
                }
                _ => {}
            }
        }
    }

    fn meeting(&self, meeting: &Thing<'_, Meeting>, base: &str) -> Row {
        let clock = dates::clock(self.call.say(), meeting.is.at.time());
        let words = format!("{} {clock}", phrase(&meeting.is.title));
        self.row(Section::Coming, words, format!("{base}/mote/{}", meeting.id()))
    }

    /// Rows for what others have the word about, within their time.
    fn waiting(&self, all: &mut Vec<Row>) {
        let (say, today, sees) = (self.call.say(), self.call.today(), self.view.sees());
        let base = base(self.view.family());
        let mut push = |words: String, href: String, who: String, since: Date, due: Option<Date>| {
            let row = self.row(Section::Waiting, words, href);
            all.push(Row { waits: true, who: Some(who), since: Some(since), due, ..row });
        };
        for request in sees.all::<Request>() {
            if standing(self.view, &request) == Standing::WithHelper && due(self.view, &request) >= today {
                push(
                    phrase(&request.is.question),
                    format!("{base}/spor/{}", request.id()),
                    self.teller.helper(request.is.to),
                    first_day(self.view, &request),
                    Some(due(self.view, &request)),
                );
            }
        }
        for action in sees.all::<Action>() {
            if action.is.status == ActionStatus::Proposed && action.entry.author.role != Role::Citizen {
                push(
                    say.with("workbench-row-proposal", [("words", phrase(&action.is.words).into())])
                        .into_owned(),
                    format!("{base}/plan/tiltak/{}", action.id()),
                    say.say("workbench-the-family").into_owned(),
                    first_day(self.view, &action),
                    None,
                );
            }
            if action.is.status == ActionStatus::AcceptedByFamily
                && let Some(Owner::Helper(helper)) = action.is.owner.filter(|_| action.is.due.is_none())
            {
                push(
                    phrase(&action.is.words),
                    format!("{base}/plan/tiltak/{}", action.id()),
                    self.teller.helper(helper),
                    Moment::day_of(action.entry.at),
                    None,
                );
            }
        }
        let Some(coordination) = sees.only::<Coordination>() else { return };
        let since = Moment::day_of(coordination.entry.at);
        let offer = coordination.is.offer.as_ref().filter(|offer| offer.reply_by >= today);
        if let Some(offer) = offer {
            let words = say.say("workbench-row-handover").into_owned();
            push(
                words,
                format!("{base}/koordinator"),
                self.teller.helper(offer.to),
                since,
                Some(offer.reply_by),
            );
        }
        let stand_in = coordination.is.stand_in.as_ref();
        if let Some(stand_in) = stand_in.filter(|it| it.answer == Answer::Pending && it.from > today) {
            let words = say.say("workbench-row-stand-in").into_owned();
            push(
                words,
                format!("{base}/koordinator"),
                self.teller.helper(stand_in.actor),
                since,
                Some(stand_in.from),
            );
        }
    }
}

/// The day on which a thing was first written down.
fn first_day<K>(view: &View, thing: &Thing<'_, K>) -> Date {
    let first = view.sees().versions(thing.id()).first().map_or(thing.entry.at, |entry| entry.at);
    Moment::day_of(first)
}
