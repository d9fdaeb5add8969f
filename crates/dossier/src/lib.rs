//! A family's dossier: entries that are never overwritten, and everything that follows from them.
//!
//! This room is pure. It takes no clock, no randomness, no environment and no database: they are
//! arguments. What one reader may see of a dossier is decided in `access`; how entries are kept is
//! decided in `store`.
//!
//! ```text
//! entries ──► Dossier ──► Extract (all of it, or what one reader may see) ──► plan, gaps, attention …
//!    ▲                                                                            
//!    └──────────── decide(Extract, Command) ──► new entries
//! ```

mod attention;
mod compare;
mod course;
mod decide;
mod duties;
mod entry;
mod extract;
mod gaps;
mod guide;
mod ids;
mod interpreting;
mod likeness;
mod limits;
mod lists;
mod moment;
mod payload;
mod people;
mod plan;
mod processing;
mod timeline;
mod vocabulary;
mod workdays;

pub use attention::{Attention, Reason, Urgency, answer_due, attention};
pub use compare::{FieldChange, changes};
pub use course::{CoursePeriod, QueuePlace, course_periods, interim_contact, queue_order};
pub use decide::{
    Applying, Change, Command, Decided, Draft, Heard, NewEntry, Newcomer, Opening, Problem, Refusal, Rule,
    Scribe, Sending, can_be_told, decide, is_about_child, merge, say, told, unmerge,
};
pub use duties::{duties_done, longest_untouched};
pub use entry::{Audience, Author, Class, Dossier, Entry};
pub use extract::{Extract, Open, Shown, Thing};
pub use gaps::{Gap, gaps};
pub use guide::{Averting, Duty, EmergencyNumber, Guide, Identifying};
pub use ids::*;
pub use interpreting::{InterpreterNeed, interpreter_needs, is_named};
pub use likeness::{Likeness, NameKey, likeness, name_keys};
pub use limits::{
    ComplaintRoute, Dated, GroundFor, InterpreterGround, InterpreterRules, LegalGround, Limits,
    PriorityGround, ResearchRules, Rules, RulesFault, Vouching, Watch,
};
pub use lists::{
    CoordinationRow, CourseRow, ItemKind, ItemRow, Lists, NameRow, ReachRow, ToldRow, lists, lists_after,
};
pub use moment::Moment;
pub use payload::*;
pub use people::{
    Helping, age_on, coordinator_periods, parties, present, protected, responsible_for, team, unlocated,
};
pub use plan::{ActionLine, DreamThread, GoalThread, Plan, plan};
pub use processing::{Activity, Paragraph, Processing};
pub use timeline::{NextStep, Step, StepOf, StepState, next_step, timeline};
pub use vocabulary::*;
pub use workdays::{after, is_holiday, is_working_day, working_days_after, working_days_before};
