//! Following up who looks (R38): what is unusual, the weekly sample, and the question for the reason. Leaders see
//! helpers and counts here, never a family.

use super::{ActError, Acted, Denied, Gate};
use crate::archive::{ArchiveError, Commit, Committed, Key};
use crate::follow::{FollowStep, FollowUp, Followed, Lies, Matter};
use crate::journal::{Line, Outcome};
use crate::unusual::{Facts, alarms, sample, week_of};
use crate::visit::Visit;
use dossier::*;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// Longest text, in letters.
const LONGEST: usize = 2000;

/// What a leader follows up.
#[derive(Debug, Clone)]
pub struct Watched {
    /// Unusual looks that are not done with, newest first.
    pub alarms: Vec<Followed>,
    /// The sample of the week before.
    pub sample: Vec<Followed>,
    /// The Monday of the week that the sample is from.
    pub sampled: Date,
    /// Everything that is done with, the latest first.
    pub settled: Vec<Followed>,
}

fn midnight(day: Date) -> Timestamp {
    Moment::instant(day.to_datetime(jiff::civil::Time::midnight()))
}

fn line(visit: &Visit, act: &'static str, outcome: Outcome) -> Line {
    // It is about employees: no family's log has it, since no family was looked at.
    Line { visit: *visit, act, families: Vec::new(), categories: Vec::new(), ground: "follow-up", outcome }
}

impl Gate {
    /// What the leader has to follow up, and what has been.
    ///
    /// # Errors
    /// Others have no use for it; the store or the journal is not available.
    pub async fn watch(&self, visit: &Visit) -> Result<Watched, Denied> {
        if visit.role != Role::Leader {
            return Err(Denied::NotFound);
        }
        let watched = self.watched(visit).await?;
        self.journal(line(visit, "watch", Outcome::Seen)).await?;
        Ok(watched)
    }

    async fn watched(&self, visit: &Visit) -> Result<Watched, ArchiveError> {
        let today = visit.moment.today;
        let watch = self.rules.watch(today);
        let from = midnight(week_of(after(today, -i32::from(watch.days))));
        let traces = self.archive.traces(from, visit.moment.at).await?;
        let mut opened: Vec<FamilyId> = traces.iter().filter_map(|trace| trace.family).collect();
        opened.sort_unstable();
        opened.dedup();
        let dossiers = self.archive.dossiers(&opened).await?;
        let facts: HashMap<FamilyId, Facts> =
            dossiers.iter().map(|it| (it.open().family, Facts::of(it.open()))).collect();
        let kept = Followed::gather(self.archive.follow_ups(None).await?);
        let known = |matter: Matter| {
            let before = kept.iter().find(|it| it.matter.id == matter.id);
            before.cloned().unwrap_or_else(|| Followed::new(matter))
        };
        let found = alarms(&traces, &facts, &self.archive.directory(), watch);
        let mut open: Vec<Followed> = found.into_iter().map(|alarm| known(alarm.into())).collect();
        // What somebody has begun to follow up stays until it is done with, however old it is.
        let there: HashSet<ThingId> = open.iter().map(|it| it.matter.id).collect();
        let begun = kept.iter().filter(|it| !it.matter.rules.is_empty() && !there.contains(&it.matter.id));
        open.extend(begun.cloned());
        open.retain(|it| it.lies() != Lies::Nowhere);
        open.sort_by_key(|it| (std::cmp::Reverse(it.matter.last), it.matter.id));
        let sampled = week_of(after(today, -7));
        let drawn = sample(&traces, sampled, usize::from(watch.sample));
        let mut drawn: Vec<Followed> = drawn.into_iter().map(|look| known(look.into())).collect();
        let drawn_before = |it: &&Followed| {
            it.matter.rules.is_empty()
                && it.lies() != Lies::Nowhere
                && !drawn.iter().any(|one| one.matter.id == it.matter.id)
        };
        let before: Vec<Followed> = kept.iter().filter(drawn_before).cloned().collect();
        drawn.extend(before);
        let settled = kept.into_iter().filter(|it| it.lies() == Lies::Nowhere).collect();
        Ok(Watched { alarms: open, sample: drawn, sampled, settled })
    }

    /// One matter that the leader can follow up or has followed up.
    ///
    /// # Errors
    /// There is none; or as [`Gate::watch`].
    pub async fn watched_one(&self, visit: &Visit, id: ThingId) -> Result<Followed, Denied> {
        let Watched { alarms, sample, settled, .. } = self.watch(visit).await?;
        let mut all = alarms.into_iter().chain(sample).chain(settled);
        all.find(|it| it.matter.id == id).ok_or(Denied::NotFound)
    }

    /// What an employee is asked, or was asked, about own looks.
    ///
    /// # Errors
    /// Family members are never asked; the store or the journal is not available.
    pub async fn asked_about_looks(&self, visit: &Visit) -> Result<Vec<Followed>, Denied> {
        if matches!(visit.role, Role::Citizen | Role::Visitor | Role::System) {
            return Err(Denied::NotFound);
        }
        let mut asked = Followed::gather(self.archive.follow_ups(Some(visit.actor)).await?);
        // Who was never asked has nothing to answer, and nothing to wonder about.
        asked.retain(|it| it.steps.iter().any(|step| matches!(step.step, FollowStep::Asked { .. })));
        if !asked.is_empty() {
            self.journal(line(visit, "asked-about-looks", Outcome::Seen)).await?;
        }
        Ok(asked)
    }

    /// Takes a step: a leader asks or settles, the one who looked answers.
    ///
    /// # Errors
    /// There is no such matter for this visitor; words are missing; somebody else took a step meanwhile; or the
    /// store is not available.
    pub async fn follow(
        &self,
        visit: &Visit,
        id: ThingId,
        step: FollowStep,
        key: Key,
    ) -> Result<Acted, ActError> {
        let key = Key { actor: visit.actor, ..key };
        if let Some(thing) = self.archive.done(&key).await? {
            return Ok(Acted { thing, repeated: true });
        }
        let (matter, act) = match step {
            FollowStep::Answered { .. } => {
                let asked = self.asked_about_looks(visit).await?;
                (asked.into_iter().find(|it| it.matter.id == id), "look-answered")
            }
            FollowStep::Asked { .. } => (Some(self.watched_one(visit, id).await?), "look-asked"),
            FollowStep::Settled { .. } => (Some(self.watched_one(visit, id).await?), "look-settled"),
        };
        let Followed { matter, steps } = match matter {
            Some(followed) if followed.may(visit.actor, &step) => followed,
            Some(followed) if followed.lies() == Lies::New || followed.matter.actor == visit.actor => {
                return Err(ActError::NotFound);
            }
            Some(_) => return Err(ActError::Refused(Refusal::Stale { thing: id })),
            None => return Err(ActError::NotFound),
        };
        worded(&step)?;
        let number = steps.len() as u32 + 1;
        let commit = Commit {
            lines: vec![line(visit, act, Outcome::Changed)],
            follow_ups: vec![FollowUp { matter, number, at: visit.moment.at, by: visit.actor, step }],
            key: Some((key, id)),
            ..Commit::default()
        };
        match self.archive.commit(commit).await {
            Ok(Committed::Now) => Ok(Acted { thing: id, repeated: false }),
            Ok(Committed::Before(thing)) => Ok(Acted { thing, repeated: true }),
            Err(ArchiveError::Moved) => Err(ActError::Refused(Refusal::Stale { thing: id })),
            Err(error) => Err(error.into()),
        }
    }
}

/// An answer and an outcome say something; a question may go without words, since the looks are the question.
fn worded(step: &FollowStep) -> Result<(), ActError> {
    let (words, needed) = match step {
        FollowStep::Asked { words } => (words, false),
        FollowStep::Answered { words } | FollowStep::Settled { words, .. } => (words, true),
    };
    let problem = if needed && words.trim().is_empty() {
        Problem::Empty
    } else if words.chars().count() > LONGEST {
        Problem::TooLong(LONGEST)
    } else {
        return Ok(());
    };
    Err(ActError::Refused(Refusal::Field { field: "ord", problem }))
}
