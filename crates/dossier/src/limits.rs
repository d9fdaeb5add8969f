//! Limits, ages and grounds that law or the municipality sets. They are dated data, never code:
//! `knowledge/services/rules.json`, checked when the program starts.

use crate::vocabulary::{Role, Sector};
use jiff::civil::Date;
use serde::Deserialize;

/// A value with the period in which it holds, and where it comes from.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dated<T> {
    /// First day.
    pub from: Date,
    /// Last day; empty while it holds.
    #[serde(default)]
    pub until: Option<Date>,
    /// Law or decision.
    pub source: String,
    /// The value.
    pub value: T,
}

/// Limits in force on one day. Days are calendar days unless the name says otherwise.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Working days until somebody has answered a request for help.
    pub door_reply_working_days: u16,
    /// Hours until somebody has answered an acute request.
    pub acute_reply_hours: u16,
    /// Working days until a helper has answered a request.
    pub request_working_days: u16,
    /// Working days until a coordinator has answered an offer or a handover.
    pub offer_working_days: u16,
    /// Working days until own words have an answer.
    pub voice_working_days: u16,
    /// Days after which an acute need without action stands on top.
    pub acute_action_days: u16,
    /// Days after which something without an owner stands on the leader's list.
    pub unowned_days: u16,
    /// Days of silence when nothing else is agreed.
    pub silence_days: u16,
    /// Days between looks at a place in the queue.
    pub queue_review_days: u16,
    /// Days between reviews of the plan.
    pub plan_review_days: u16,
    /// Days after which a duty of the coordinator's that nobody has touched is told to the coordinator, and counted for
    /// those who guide coordinators.
    pub coordinator_duty_days: u16,
    /// Days ahead that a meeting is shown as coming.
    pub meeting_ahead_days: u16,
    /// Working days before a meeting in which an interpreter is booked at the latest.
    pub interpreter_working_days: u16,
    /// Days until somebody asks what has become of an application, where law sets no time for its answer.
    pub application_days: u16,
    /// Days ahead that something which a family must send is shown.
    pub more_days: u16,
    /// Days ahead that the end of the time for a complaint is shown.
    pub complaint_days: u16,
    /// Days ahead that the end of what was granted is shown, so that it can be applied for anew.
    pub renewal_days: u16,
    /// Days that the open guide's answers are kept for whoever has the code.
    pub kept_answers_days: u16,
    /// Minutes that answering one question of a form takes.
    pub question_minutes: u16,
    /// Longest a consent may last, in days.
    pub consent_days: u16,
    /// Version of the text that is read before somebody consents.
    pub consent_text: u16,
    /// Ages at which consents about a child end and are asked for again.
    pub consent_again_ages: Vec<i16>,
    /// Hours that an emergency access lasts.
    pub emergency_hours: u16,
    /// Working days until somebody has looked at an emergency access.
    pub emergency_check_working_days: u16,
    /// Longest that a mandate, a release or a place among those who may know an address lasts before it is decided
    /// anew, in days.
    pub decision_days: u16,
    /// Families that a full-time coordinator carries.
    pub families_for_full_time: u16,
    /// Days until child welfare has looked through a report.
    pub report_review_days: u16,
    /// Days until whoever has reported has an answer.
    pub report_answer_days: u16,
    /// Months that looking into it may take after that.
    pub report_inquiry_months: u16,
    /// The same in special cases.
    pub report_inquiry_longest_months: u16,
    /// Days after which the reporter's own note of a report is removed.
    pub report_note_days: u16,
    /// Working days until a service has answered a consultation without names.
    pub consultation_working_days: u16,
    /// Days after which a consultation that is closed, or at rest, is removed.
    pub consultation_days: u16,
    /// Age from which a child signs in and reads its own part.
    pub own_access_age: i16,
    /// Age from which a young person reads who has looked at what is the young person's own.
    pub own_log_age: i16,
    /// Age from which the young person decides alone about sharing what the school knows.
    pub education_majority_age: i16,
    /// Age from which child welfare shares only with the young person's own yes as well.
    pub child_welfare_party_age: i16,
    /// Age from which the young person decides about health information alone.
    pub health_majority_age: i16,
    /// Age at which parental responsibility ends.
    pub majority_age: i16,
}

/// When a look into a dossier counts as unusual, so that somebody asks for the reason. It says nothing of whether
/// there was one.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Watch {
    /// Days of journal that are looked through.
    pub days: u16,
    /// Days after the end of a task in which its helper may still open the family, to finish.
    pub after_task_days: u16,
    /// Tries, by somebody whose task has ended, at that family in a week.
    pub refused_after_task: u16,
    /// Families that somebody was refused in a week.
    pub refused_families: u16,
    /// Pages of a family with the same surname that were opened in a week, without anything written.
    pub same_name_looks: u16,
    /// A surname that more families than this in a thousand have tells nothing.
    pub common_name_per_thousand: u16,
    /// Pages of a family in one's own district that were opened in a week, on several days, without anything written.
    pub neighbour_looks: u16,
    /// Families that were opened in a week without anything written in any of them.
    pub unwritten_families: u16,
    /// How many times what colleagues in the same role open unwritten that must be.
    pub unwritten_times_colleagues: u16,
    /// Days before and after a look in which something written counts as the work that it was for.
    pub writing_days: u16,
    /// The hour at which the night begins.
    pub night_from_hour: i8,
    /// The hour at which it ends.
    pub night_until_hour: i8,
    /// Pages opened at night in a week by somebody who does not work at night.
    pub night_looks: u16,
    /// Of a hundred pages that somebody opens, so many at night are a night worker's.
    pub night_worker_per_cent: u16,
    /// Days in which the same person's same look at the same family is not told again.
    pub told_days: u16,
    /// Looks that are drawn each week for the question whether they had a reason.
    pub sample: u16,
}

/// How coarse what research is given must be, so that no row is one family's alone.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResearchRules {
    /// Families that must share age band, siblings and homes before a row stands as it is; and rows that must share a
    /// sector before it is named.
    pub smallest_group: u16,
    /// The first year of each age band, from the youngest.
    pub age_bands: Vec<u16>,
    /// Siblings that are counted; more are told as so many or more.
    pub most_siblings: u16,
    /// Adults in the child's homes that are counted.
    pub most_adults: u16,
    /// Services with tasks that are counted.
    pub most_services: u16,
    /// The first week of each band of waiting.
    pub wait_weeks: Vec<u16>,
    /// The first number of each band of actions.
    pub action_bands: Vec<u16>,
}

impl ResearchRules {
    /// Whether the bands begin at nothing and rise, and the group is one that hides anybody.
    fn hold(&self) -> bool {
        let rises = |bands: &[u16]| bands.first() == Some(&0) && bands.windows(2).all(|two| two[0] < two[1]);
        self.smallest_group > 1
            && [&self.age_bands, &self.wait_weeks, &self.action_bands].into_iter().all(|it| rises(it))
    }
}

/// A ground for priority in the queue; a lower rank goes first.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriorityGround {
    /// Code, as in the texts `ground-…`.
    pub code: String,
    /// Rank; 1 goes first.
    pub rank: u8,
}

crate::vocabulary::coded! {
    /// What a legal ground is for.
    GroundFor {
        /// Keeping something from somebody in the family who would else read it.
        Withholding = "withholding",
        /// Telling somebody without consent.
        Release = "release",
        /// Saying no to somebody who asks to see what is written.
        Refusal = "refusal",
        /// Giving something to somebody outside whom a law gives the right to it.
        Disclosure = "disclosure",
        /// The route that the law gives when people in a family disagree.
        Disagreement = "disagreement",
    }
}

/// A ground in law that a professional names when something is withheld or released.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalGround {
    /// Code, as in the texts `law-…`.
    pub code: String,
    /// What it is for.
    pub used_for: GroundFor,
    /// The section, as it is cited.
    pub law: String,
    /// How a no on this ground can be complained about.
    #[serde(default)]
    pub complaint: Option<ComplaintRoute>,
    /// For a route in disagreement: code of the ground on which one thing can be told to somebody on it.
    #[serde(default)]
    pub release: Option<String>,
}

/// Where, and how long, somebody can complain about a decision.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ComplaintRoute {
    /// Code of whoever decides the complaint, as in the texts `complain-…`.
    pub to: String,
    /// Weeks, from when the answer reached whoever asked, in which it must be sent; any time when there is no such limit.
    #[serde(default)]
    pub weeks: Option<u16>,
}

/// What somebody who helps without being employed must have before being asked, in a sector (R50).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vouching {
    /// As what.
    pub role: Role,
    /// In a service of which sector.
    pub sector: Sector,
    /// A signed declaration of confidentiality: the section that demands it, as it is cited.
    #[serde(default)]
    pub declaration: Option<String>,
    /// That a police certificate has been seen: the section that demands it.
    #[serde(default)]
    pub certificate: Option<String>,
}

/// A reason that tolkeloven leaves room for, with where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterpreterGround {
    /// Code, as in the texts `interpreter-unqualified-…` and `interpreter-because-…`.
    pub code: String,
    /// The section, as it is cited.
    pub law: String,
    /// It can only be known after the meeting.
    #[serde(default)]
    pub after: bool,
}

/// What is asked of an interpreter, and when there may be none (R114, R115).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterpreterRules {
    /// Codes of the categories in the national register, the highest first.
    pub levels: Vec<String>,
    /// When somebody who does not stand in the register may interpret.
    pub unqualified: Vec<InterpreterGround>,
    /// When nobody interprets although somebody needs it.
    pub without: Vec<InterpreterGround>,
    /// Words that say that somebody is kin or a neighbour, in lower case.
    pub kin_words: Vec<String>,
}

/// All dated rules of the municipality.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    limits: Vec<Dated<Limits>>,
    priority_grounds: Vec<Dated<Vec<PriorityGround>>>,
    legal_grounds: Vec<Dated<Vec<LegalGround>>>,
    vouching: Vec<Dated<Vec<Vouching>>>,
    interpreting: Vec<Dated<InterpreterRules>>,
    watch: Vec<Dated<Watch>>,
    research: Vec<Dated<ResearchRules>>,
}

/// A rules file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RulesFault {
    /// It is not the JSON that it should be.
    #[error("line {line}: {problem}")]
    Unreadable {
        /// Line in the file.
        line: usize,
        /// What the reader said.
        problem: String,
    },
    /// Something has no source.
    #[error("`{list}` from {from} has no source")]
    NoSource {
        /// Which list.
        list: &'static str,
        /// Which value.
        from: Date,
    },
    /// Two values hold on the same day.
    #[error("`{list}`: the value from {from} begins before the one before it ends")]
    Overlap {
        /// Which list.
        list: &'static str,
        /// Which value.
        from: Date,
    },
    /// Something is used without a basis in law, or kept and used for nothing.
    #[error(
        "`{what}` from {from} has no basis: what information is used for, and the law that allows it, must stand there"
    )]
    NoBasis {
        /// A use, or a kind of information.
        what: String,
        /// Which value.
        from: Date,
    },
    /// Bands that do not rise from nothing, or a group of one.
    #[error("`research` from {0}: bands begin with 0 and rise, and the smallest group is 2 or more")]
    Bands(Date),
    /// Nothing at all.
    #[error("`{0}` is empty")]
    Empty(&'static str),
}

pub(crate) fn check<T>(list: &'static str, values: &[Dated<T>]) -> Result<(), RulesFault> {
    if values.is_empty() {
        return Err(RulesFault::Empty(list));
    }
    for (index, value) in values.iter().enumerate() {
        if value.source.trim().is_empty() {
            return Err(RulesFault::NoSource { list, from: value.from });
        }
        let before = index.checked_sub(1).map(|at| &values[at]);
        if before.is_some_and(|before| before.until.is_none_or(|until| until >= value.from)) {
            return Err(RulesFault::Overlap { list, from: value.from });
        }
    }
    Ok(())
}

pub(crate) fn on<T>(values: &[Dated<T>], day: Date) -> &T {
    let at = values.iter().rposition(|value| value.from <= day).unwrap_or(0);
    &values[at].value
}

impl Rules {
    /// Reads and checks a rules file.
    ///
    /// # Errors
    /// Unknown or missing fields, a value without source, periods that overlap: with the line.
    pub fn parse(text: &str) -> Result<Self, RulesFault> {
        let rules: Self = serde_json::from_str(text)
            .map_err(|fault| RulesFault::Unreadable { line: fault.line(), problem: fault.to_string() })?;
        check("limits", &rules.limits)?;
        check("priority_grounds", &rules.priority_grounds)?;
        check("legal_grounds", &rules.legal_grounds)?;
        check("vouching", &rules.vouching)?;
        check("interpreting", &rules.interpreting)?;
        check("watch", &rules.watch)?;
        check("research", &rules.research)?;
        if let Some(wrong) = rules.research.iter().find(|rules| !rules.value.hold()) {
            return Err(RulesFault::Bands(wrong.from));
        }
        Ok(rules)
    }

    /// The limits on a day; before the first period, the first.
    pub fn limits(&self, day: Date) -> &Limits {
        on(&self.limits, day)
    }

    /// When a look is unusual, on a day.
    pub fn watch(&self, day: Date) -> &Watch {
        on(&self.watch, day)
    }

    /// How coarse what research is given must be, on a day.
    pub fn research(&self, day: Date) -> &ResearchRules {
        on(&self.research, day)
    }

    /// The grounds for priority on a day, first rank first.
    pub fn grounds(&self, day: Date) -> &[PriorityGround] {
        on::<Vec<PriorityGround>>(&self.priority_grounds, day)
    }

    /// The grounds in law that hold on a day, for one use.
    pub fn legal_grounds(&self, used_for: GroundFor, day: Date) -> impl Iterator<Item = &LegalGround> {
        on::<Vec<LegalGround>>(&self.legal_grounds, day)
            .iter()
            .filter(move |ground| ground.used_for == used_for)
    }

    /// What is demanded of somebody in a role in a sector on a day; nothing when no law demands anything.
    pub fn vouching(&self, role: Role, sector: Sector, day: Date) -> Option<&Vouching> {
        let all = on::<Vec<Vouching>>(&self.vouching, day);
        all.iter().find(|demand| demand.role == role && demand.sector == sector)
    }

    /// What is asked of an interpreter in a meeting on a day.
    pub fn interpreting(&self, day: Date) -> &InterpreterRules {
        on(&self.interpreting, day)
    }

    /// The rank of a ground on a day; an unknown ground goes last.
    pub fn rank(&self, ground: &str, day: Date) -> u8 {
        self.grounds(day).iter().find(|known| known.code == ground).map_or(u8::MAX, |known| known.rank)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &str = include_str!("../../../knowledge/services/rules.json");

    #[test]
    fn the_shipped_rules_hold() {
        let rules = Rules::parse(SHIPPED).unwrap();
        let day = "2026-11-19".parse().unwrap();
        assert_eq!(rules.limits(day).majority_age, 18);
        assert!(rules.grounds(day).len() >= 4);
    }

    #[test]
    fn a_rule_without_source_or_with_two_values_on_a_day_is_refused() {
        let no_source = SHIPPED.replacen("\"source\": \"", "\"source\": \" \", \"x\": \"", 1);
        assert!(matches!(Rules::parse(&no_source), Err(RulesFault::Unreadable { .. })), "unknown field");
        let mut value: serde_json::Value = serde_json::from_str(SHIPPED).unwrap();
        value["limits"][0]["source"] = "".into();
        assert!(matches!(Rules::parse(&value.to_string()), Err(RulesFault::NoSource { .. })));
        let mut value: serde_json::Value = serde_json::from_str(SHIPPED).unwrap();
        let first = value["limits"][0].clone();
        value["limits"].as_array_mut().unwrap().push(first);
        assert!(matches!(Rules::parse(&value.to_string()), Err(RulesFault::Overlap { .. })));
    }

    #[test]
    fn r114_the_exemption_from_a_qualified_interpreter_ends_with_2026() {
        let rules = Rules::parse(SHIPPED).unwrap();
        let exempt = |day: &str| {
            let rules = rules.interpreting(day.parse().unwrap());
            rules.unqualified.iter().any(|ground| ground.code == "exempt")
        };
        assert!(exempt("2026-12-31"));
        assert!(!exempt("2027-01-01"));
        let later = rules.interpreting("2027-01-01".parse().unwrap());
        assert_eq!(later.levels, ["a", "b", "c", "d", "e"]);
        assert!(!later.without.is_empty());
    }

    #[test]
    fn r52_bands_that_do_not_rise_and_a_group_of_one_are_refused() {
        let shipped: serde_json::Value = serde_json::from_str(SHIPPED).unwrap();
        for (field, wrong) in [
            ("smallest_group", serde_json::json!(1)),
            ("age_bands", serde_json::json!([0, 6, 6])),
            ("wait_weeks", serde_json::json!([2, 4])),
            ("action_bands", serde_json::json!([])),
        ] {
            let mut value = shipped.clone();
            value["research"][0]["value"][field] = wrong;
            assert!(matches!(Rules::parse(&value.to_string()), Err(RulesFault::Bands(_))), "{field}");
        }
    }
}
