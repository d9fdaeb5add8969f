//! The store as `access` uses it.

use crate::writer::{Then, Work};
use crate::{Store, StoreError, add_lines, follow, instant, lists, numbered, parse, research, sql, vault};
use access::follow::FollowUp;
use access::research::ResearchExport;
use access::unusual::Trace;
use access::{
    Archive, ArchiveError, Batch, Commit, Committed, Directory, FigureRow, Figures, Helper, Key, Later, Line,
    Look, Purpose, Sealed, Session, SessionKey, ToldOnce,
};
use dossier::{ActorId, Area, Category, Dossier, FamilyId, ItemKind, Lists, PersonId, Role, ThingId};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::str::FromStr;
use std::sync::Arc;

impl From<StoreError> for ArchiveError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Moved => ArchiveError::Moved,
            StoreError::KeyReused => ArchiveError::KeyReused,
            other => ArchiveError::Unavailable(other.to_string()),
        }
    }
}

/// A batch that is ready to be written, with the dossier that comes of it.
struct Ready {
    family: FamilyId,
    id: String,
    read: u64,
    dossier: Arc<Dossier>,
    before: Arc<Derived>,
    after: Arc<Derived>,
    /// Somebody in it must not be located: what told where is erased, so what is in memory is read anew.
    closes: bool,
}

/// The lists of a family at a version. Who writes in a family often writes again, and then they tell what stands.
#[derive(Default)]
pub(crate) struct Derived {
    version: u64,
    lists: Lists,
}

impl Derived {
    fn of(dossier: &Dossier) -> Arc<Self> {
        Arc::new(Self { version: dossier.version(), lists: dossier::lists(dossier) })
    }

    fn after(&self, dossier: &Dossier) -> Arc<Self> {
        let lists = dossier::lists_after(&self.lists, self.version, dossier);
        Arc::new(Self { version: dossier.version(), lists })
    }
}

impl Store {
    fn ready(&self, batch: Batch) -> Result<Ready, StoreError> {
        let known = if batch.read == 0 {
            None
        } else {
            Some(
                self.load(batch.family)?
                    .filter(|known| known.version() == batch.read)
                    .ok_or(StoreError::Moved)?,
            )
        };
        let entries = numbered(batch.read, batch.entries);
        let (before, dossier) = match known {
            Some(known) => (
                match self.lists.get(&batch.family).filter(|lists| lists.version == batch.read) {
                    Some(lists) => lists,
                    None => Derived::of(&known),
                },
                Dossier::clone(&known).with(entries.into_iter().map(Arc::new)),
            ),
            None => (Arc::default(), Dossier::fold(batch.family, entries)),
        };
        Ok(Ready {
            closes: !vault::closed_by(&dossier, batch.read).is_empty(),
            family: batch.family,
            id: batch.family.to_string(),
            read: batch.read,
            after: before.after(&dossier),
            dossier: Arc::new(dossier),
            before,
        })
    }

    async fn commit_now(&self, commit: Commit) -> Result<Committed, StoreError> {
        let ready: Arc<Vec<Ready>> =
            Arc::new(commit.batches.into_iter().map(|batch| self.ready(batch)).collect::<Result<_, _>>()?);
        let (municipality, lines, key) = (Arc::clone(&self.municipality), commit.lines, commit.key);
        let follow_ups = commit.follow_ups;
        let (writes, vault) = (Arc::clone(&ready), Arc::clone(&self.vault));
        let (moved, versions, reach) =
            (Arc::clone(&ready), Arc::clone(&self.versions), Arc::clone(&self.reach));
        let then: Then = Box::new(move |written| {
            if moved.iter().any(|batch| batch.before.lists.reach != batch.after.lists.reach) {
                reach.changed();
            }
            for batch in moved.iter() {
                match written {
                    Ok(()) => versions.note(batch.family, batch.dossier.version()),
                    Err(StoreError::DoneBefore(_) | StoreError::KeyReused) => {}
                    Err(_) => versions.doubt(batch.family),
                }
            }
        });
        let work: Work = Box::new(move |connection, head| {
            if let Some((key, thing)) = &key {
                once(connection, &vault, key, *thing, lines.first())?;
            }
            for batch in writes.iter() {
                write_batch(connection, &vault, batch)?;
            }
            follow::add(connection, &municipality, &follow_ups)?;
            add_lines(connection, head, &municipality, &lines)
        });
        match self.writer.write(work, Some(then)).await {
            Ok(()) => {
                for batch in ready.iter() {
                    if batch.closes {
                        self.dossiers.remove(&batch.family);
                    } else {
                        self.dossiers.insert(batch.family, Arc::clone(&batch.dossier));
                        self.lists.insert(batch.family, Arc::clone(&batch.after));
                    }
                }
                if ready.iter().any(|batch| batch.closes)
                    && let Err(error) = self.sweep()
                {
                    // It is erased in the file; the log is emptied at the next stop at the latest.
                    tracing::warn!(%error, "what was erased still stands in the log beside the store");
                }
                Ok(Committed::Now)
            }
            Err(StoreError::DoneBefore(thing)) => Ok(Committed::Before(thing)),
            Err(error) => Err(error),
        }
    }

    /// The journal line and the new version in one transaction; then everybody sees it.
    async fn save_helper_now(&self, helper: Helper, line: Line) -> Result<(), StoreError> {
        let body = serde_json::to_string(&helper).map_err(|_| StoreError::Damaged("directory".into()))?;
        let (municipality, at) = (Arc::clone(&self.municipality), instant(line.visit.moment.at));
        let work: Work = Box::new(move |connection, head| {
            let row = params![&*municipality, helper.id.to_string(), at, body];
            connection.prepare_cached(sql::ADD_HELPER)?.execute(row)?;
            add_lines(connection, head, &municipality, std::slice::from_ref(&line))
        });
        self.writer.write(work, None).await?;
        self.read_directory_again()
    }

    pub(crate) fn rows<T>(
        &self,
        statement: &'static str,
        parameters: impl rusqlite::Params,
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(statement)?;
            let mut rows = statement.query(parameters)?;
            let mut all = Vec::new();
            while let Some(row) = rows.next()? {
                all.push(read(row)?);
            }
            Ok(all)
        })
    }

    /// Ids in the first column.
    fn ids<T: FromStr>(
        &self,
        statement: &'static str,
        parameters: impl rusqlite::Params,
    ) -> Result<Vec<T>, StoreError> {
        self.rows(statement, parameters, |row| parse(&row.get::<_, String>(0)?))
    }

    fn count<K>(
        &self,
        statement: &'static str,
        parameters: impl rusqlite::Params,
        today: Date,
        key: impl Fn(Option<String>) -> Result<K, StoreError>,
    ) -> Result<Vec<FigureRow<K>>, StoreError> {
        self.rows(statement, parameters, |row| {
            let oldest: Option<String> = row.get(2)?;
            let oldest = oldest
                .and_then(|day| day.parse::<Date>().ok())
                .map_or(0, |day| (today - day).get_days().max(0));
            Ok(FigureRow { of: key(row.get(0)?)?, count: row.get(1)?, oldest })
        })
    }

    fn load_now(&self, day: Date) -> Result<Vec<FigureRow<ActorId>>, StoreError> {
        self.count(sql::COUNT_LOAD, params![&*self.municipality, day.to_string()], day, |text| {
            parse(&text.ok_or_else(|| StoreError::Damaged("figure".into()))?)
        })
    }

    fn untouched_now(&self, before: Date, today: Date) -> Result<Vec<FigureRow<ActorId>>, StoreError> {
        self.count(sql::COUNT_UNTOUCHED, params![&*self.municipality, before.to_string()], today, |text| {
            parse(&text.ok_or_else(|| StoreError::Damaged("figure".into()))?)
        })
    }

    /// The latest lines about a family, alone or as one of several.
    fn looks_at(&self, family: FamilyId, most: u32, by_helpers: bool) -> Result<Vec<Look>, StoreError> {
        let id = family.to_string();
        let mut keys: Vec<String> =
            self.rows(sql::FAMILY_SETS_OF, params![&*self.municipality, id], |row| Ok(row.get(0)?))?;
        keys.push(id);
        let statements: &[&str] = if by_helpers { &[sql::LOOKS] } else { &[sql::LOOKS, sql::OTHER_LOOKS] };
        let mut looks: Vec<(i64, Look)> = Vec::new();
        for (key, statement) in keys.iter().flat_map(|key| statements.iter().map(move |it| (key, *it))) {
            looks.extend(self.rows(statement, params![&*self.municipality, key, most], |row| {
                let look = Look {
                    actor: parse(&row.get::<_, String>(1)?)?,
                    role: role(&row.get::<_, String>(2)?)?,
                    service: service(row.get(3)?)?,
                    at: parse(&row.get::<_, String>(4)?)?,
                    act: row.get(5)?,
                    outcome: row.get(6)?,
                    ground: row.get(7)?,
                    categories: categories(&row.get::<_, String>(8)?),
                    in_list: key.starts_with(crate::journal::SET),
                };
                Ok((row.get(0)?, look))
            })?);
        }
        looks.sort_by_key(|(seq, _)| std::cmp::Reverse(*seq));
        Ok(looks.into_iter().take(most as usize).map(|(_, look)| look).collect())
    }

    fn figures_now(&self, day: Date, today: Date) -> Result<Figures, StoreError> {
        let (here, on) = (&*self.municipality, day.to_string());
        let id = |text: Option<String>| text.map(|text| parse(&text)).transpose();
        let present = |text: Option<String>| text.ok_or_else(|| StoreError::Damaged("figure".into()));
        let mut figures = Figures {
            phases: self.count(sql::COUNT_PHASES, params![here, on], day, present)?,
            districts: self.rows(sql::COUNT_DISTRICTS, params![here, on], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?,
            load: self.load_now(day)?,
            without_coordinator: self
                .rows(sql::COUNT_UNCOORDINATED, params![here, on], |row| Ok(row.get(0)?))?
                .first()
                .copied()
                .unwrap_or(0),
            told: self.told_now(day)?,
            ..Figures::default()
        };
        if day == today {
            figures.gaps_by_area = self.count(sql::COUNT_GAPS_BY_AREA, params![here], today, |text| {
                Ok(text.as_deref().and_then(Area::from_code))
            })?;
            figures.gaps_by_birth_year =
                self.count(sql::COUNT_GAPS_BY_BIRTH_YEAR, params![here], today, |text| {
                    text.map(|text| parse(&text)).transpose()
                })?;
            figures.late_by_service = self.count(sql::COUNT_LATE_BY_SERVICE, params![here, on], today, id)?;
        }
        Ok(figures)
    }

    /// In the twelve months up to a day.
    fn told_now(&self, day: Date) -> Result<ToldOnce, StoreError> {
        let from = day.saturating_sub(jiff::Span::new().years(1)).to_string();
        let sums =
            self.rows(sql::COUNT_TOLD, params![&*self.municipality, from, day.to_string()], |row| {
                Ok(ToldOnce {
                    families: row.get(0)?,
                    asked: row.get(1)?,
                    again: row.get(2)?,
                    sent: row.get(3)?,
                    reused: row.get(4)?,
                    needed: row.get(5)?,
                    automatic: row.get(6)?,
                })
            })?;
        Ok(sums.first().copied().unwrap_or_default())
    }
}

fn write_batch(connection: &Connection, vault: &vault::Vault, batch: &Ready) -> Result<(), StoreError> {
    let municipality = &*vault.municipality;
    if batch.read == 0
        && connection.prepare_cached(sql::NEW_FAMILY)?.execute(params![municipality, batch.id])? == 0
    {
        return Err(StoreError::Moved);
    }
    let rows = vault.rows(Some(connection), &batch.id, &batch.dossier, batch.read)?;
    vault.write(connection, &batch.id, &rows)?;
    lists::write(connection, municipality, &batch.id, &batch.before.lists, &batch.after.lists)
}

/// Remembers that a form was sent and what it makes.
///
/// # Errors
/// It was sent before, or its key was used for something else; or the store is not available.
pub(crate) fn once(
    connection: &Connection,
    vault: &vault::Vault,
    key: &Key,
    thing: ThingId,
    line: Option<&Line>,
) -> Result<(), StoreError> {
    let at = line.map(|line| instant(line.visit.moment.at)).unwrap_or_default();
    let form = vault.keys.active().form_of(&key.body);
    let row = params![&*vault.municipality, key.actor.to_string(), key.key, form, thing.to_string(), at];
    if connection.prepare_cached(sql::ADD_DONE)?.execute(row)? > 0 {
        return Ok(());
    }
    Err(done(connection, vault, key)?.map_or(StoreError::KeyReused, StoreError::DoneBefore))
}

/// What was made under a key before.
pub(crate) fn done(
    connection: &Connection,
    vault: &vault::Vault,
    key: &Key,
) -> Result<Option<ThingId>, StoreError> {
    let found: Option<(String, String)> = connection
        .prepare_cached(sql::DONE)?
        .query_row(params![&*vault.municipality, key.actor.to_string(), key.key], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    match found {
        None => Ok(None),
        Some((body, _)) if vault.keys.all().all(|keys| keys.form_of(&key.body) != body) => {
            Err(StoreError::KeyReused)
        }
        Some((_, thing)) => parse(&thing).map(Some),
    }
}

pub(crate) fn role(code: &str) -> Result<Role, StoreError> {
    Role::from_code(code).ok_or_else(|| StoreError::Damaged("role".into()))
}

/// Kinds of information as a line has them; one that a newer program knows is left out.
fn categories(codes: &str) -> Vec<Category> {
    codes.split(' ').filter_map(Category::from_code).collect()
}

pub(crate) fn service<T: FromStr>(text: Option<String>) -> Result<Option<T>, StoreError> {
    text.map(|text| parse(&text)).transpose()
}

/// Reads are short and come from the page cache, so they are done where they are asked for.
pub(crate) fn ready<'a, T: Send + 'a>(answer: Result<T, StoreError>) -> Later<'a, Result<T, ArchiveError>> {
    Box::pin(std::future::ready(answer.map_err(ArchiveError::from)))
}

impl Archive for Store {
    fn dossier(&self, family: FamilyId) -> Later<'_, Result<Option<Sealed<Dossier>>, ArchiveError>> {
        ready(self.load(family).map(|found| found.map(Sealed::new)))
    }

    fn dossiers<'a>(
        &'a self,
        families: &'a [FamilyId],
    ) -> Later<'a, Result<Vec<Sealed<Dossier>>, ArchiveError>> {
        let known: Vec<_> = families.iter().map(|family| self.remembered(*family)).collect();
        if let Some(known) = known.iter().cloned().collect::<Option<Vec<_>>>() {
            return ready(Ok(known.into_iter().map(Sealed::new).collect()));
        }
        ready(self.read(|connection| {
            // One snapshot, which is also cheaper than one for each.
            let snapshot = connection.unchecked_transaction()?;
            let found = families.iter().zip(known).map(|(family, known)| match known {
                Some(known) => Ok(Some(known)),
                None => self.load_on(&snapshot, *family),
            });
            found.filter_map(Result::transpose).map(|dossier| dossier.map(Sealed::new)).collect()
        }))
    }

    fn commit(&self, commit: Commit) -> Later<'_, Result<Committed, ArchiveError>> {
        Box::pin(async move { Ok(self.commit_now(commit).await?) })
    }

    fn done<'a>(&'a self, key: &'a Key) -> Later<'a, Result<Option<ThingId>, ArchiveError>> {
        ready(self.read(|connection| done(connection, &self.vault, key)))
    }

    fn note(&self, lines: Vec<Line>) {
        let municipality = Arc::clone(&self.municipality);
        self.writer.write_later(Box::new(move |connection, head| {
            add_lines(connection, head, &municipality, &lines)
        }));
    }

    fn reach(&self, actor: ActorId, role: Role, day: Date) -> Later<'_, Result<Vec<FamilyId>, ArchiveError>> {
        let reader = (actor, role, day);
        let changes = match self.reach.find(&reader) {
            Ok(families) => return ready(Ok(families.to_vec())),
            Err(changes) => changes,
        };
        let row = params![&*self.municipality, actor.to_string(), role.code(), day.to_string()];
        let found = self.ids(sql::REACH, row);
        if let Ok(families) = &found {
            self.reach.note(reader, families, changes);
        }
        ready(found)
    }

    fn in_phases<'a>(&'a self, phases: &'a [&'static str]) -> Later<'a, Result<Vec<FamilyId>, ArchiveError>> {
        let found: Result<Vec<Vec<FamilyId>>, StoreError> =
            phases.iter().map(|phase| self.ids(sql::IN_PHASE, params![&*self.municipality, phase])).collect();
        ready(found.map(|found| found.into_iter().flatten().collect()))
    }

    fn with_items(&self, kind: ItemKind) -> Later<'_, Result<Vec<FamilyId>, ArchiveError>> {
        ready(self.ids(sql::WITH_ITEM, params![&*self.municipality, kind.code()]))
    }

    fn by_reference<'a>(&'a self, reference: &'a str) -> Later<'a, Result<Option<FamilyId>, ArchiveError>> {
        ready(
            self.ids(sql::BY_REFERENCE, params![&*self.municipality, reference])
                .map(|found| found.first().copied()),
        )
    }

    fn by_names<'a>(
        &'a self,
        keys: &'a [String],
    ) -> Later<'a, Result<Vec<(FamilyId, PersonId)>, ArchiveError>> {
        let pairs = |key: &String| {
            self.rows(sql::BY_NAME, params![&*self.municipality, key], |row| {
                Ok((parse(&row.get::<_, String>(0)?)?, parse(&row.get::<_, String>(1)?)?))
            })
        };
        let found: Result<Vec<Vec<_>>, StoreError> = keys.iter().map(pairs).collect();
        ready(found.map(|found| found.into_iter().flatten().collect()))
    }

    fn marks(&self, family: FamilyId) -> Later<'_, Result<Vec<(PersonId, String)>, ArchiveError>> {
        ready(self.read(|connection| self.vault.marks(connection, &family.to_string())))
    }

    fn same_numbers(&self, family: FamilyId) -> Later<'_, Result<Vec<FamilyId>, ArchiveError>> {
        ready(self.read(|connection| self.vault.same_numbers(connection, &family.to_string())))
    }

    fn figures(&self, day: Date, today: Date) -> Later<'_, Result<Figures, ArchiveError>> {
        ready(self.figures_now(day, today))
    }

    fn load_of_coordinators(&self, day: Date) -> Later<'_, Result<Vec<FigureRow<ActorId>>, ArchiveError>> {
        ready(self.load_now(day))
    }

    fn untouched_duties(
        &self,
        before: Date,
        today: Date,
    ) -> Later<'_, Result<Vec<FigureRow<ActorId>>, ArchiveError>> {
        ready(self.untouched_now(before, today))
    }

    fn looks(
        &self,
        family: FamilyId,
        most: u32,
        by_helpers: bool,
    ) -> Later<'_, Result<Vec<Look>, ArchiveError>> {
        ready(self.looks_at(family, most, by_helpers))
    }

    fn traces(&self, from: Timestamp, until: Timestamp) -> Later<'_, Result<Vec<Trace>, ArchiveError>> {
        ready(self.read(|connection| follow::traces(connection, &self.municipality, from, until)))
    }

    fn follow_ups(&self, about: Option<ActorId>) -> Later<'_, Result<Vec<FollowUp>, ArchiveError>> {
        ready(self.read(|connection| follow::steps(connection, &self.municipality, about)))
    }

    fn exports(
        &self,
        family: Option<FamilyId>,
    ) -> Later<'_, Result<Vec<(ResearchExport, bool)>, ArchiveError>> {
        ready(self.read(|connection| research::exports(connection, &self.municipality, family)))
    }

    fn directory(&self) -> Arc<Directory> {
        self.directory
            .read()
            .map_or_else(|poisoned| Arc::clone(&poisoned.into_inner()), |held| Arc::clone(&held))
    }

    fn save_helper(&self, helper: Helper, line: Line) -> Later<'_, Result<(), ArchiveError>> {
        Box::pin(async move { Ok(self.save_helper_now(helper, line).await?) })
    }

    fn start(&self, session: Session) -> Later<'_, Result<(), ArchiveError>> {
        let municipality = Arc::clone(&self.municipality);
        // What is forgotten: sessions that nobody can use any longer, and keys of forms of last week.
        let forget = |hours| {
            session.started.checked_sub(jiff::Span::new().hours(hours)).map(instant).unwrap_or_default()
        };
        let (day_ago, week_ago) = (forget(24), forget(24 * 7));
        if let Ok(day_ago) = parse(&day_ago) {
            self.sessions.forget(day_ago);
            self.purposes.forget(day_ago);
        }
        Box::pin(async move {
            let begun = session.clone();
            self.write_now(Box::new(move |connection, _| {
                connection.prepare_cached(sql::FORGET_SESSIONS)?.execute(params![&*municipality, day_ago])?;
                connection.prepare_cached(sql::FORGET_PURPOSES)?.execute(params![&*municipality, day_ago])?;
                connection.prepare_cached(sql::FORGET_DONE)?.execute(params![&*municipality, week_ago])?;
                connection.prepare_cached(sql::ADD_SESSION)?.execute(params![
                    &*municipality,
                    session.hash,
                    session.actor.to_string(),
                    session.role.code(),
                    session.service.map(|service| service.to_string()),
                    session.csrf,
                    instant(session.started),
                    instant(session.seen)
                ])?;
                Ok(())
            }))
            .await?;
            self.sessions.note(begun);
            Ok(())
        })
    }

    fn session<'a>(&'a self, hash: &'a str) -> Later<'a, Result<Option<Session>, ArchiveError>> {
        if let Some(known) = self.sessions.find(hash) {
            return ready(Ok(known));
        }
        let found = self.rows(sql::SESSION, params![&*self.municipality, hash], |row| {
            Ok(Session {
                hash: hash.to_owned(),
                actor: parse(&row.get::<_, String>(0)?)?,
                role: role(&row.get::<_, String>(1)?)?,
                service: service(row.get(2)?)?,
                csrf: row.get(3)?,
                started: parse(&row.get::<_, String>(4)?)?,
                seen: parse(&row.get::<_, String>(5)?)?,
            })
        });
        ready(found.map(|found| found.into_iter().next().and_then(|session| self.sessions.note(session))))
    }

    fn touch<'a>(&'a self, hash: &'a str, at: Timestamp) -> Later<'a, Result<(), ArchiveError>> {
        self.sessions.touch(hash, at);
        let (municipality, hash) = (Arc::clone(&self.municipality), hash.to_owned());
        self.writer.write_later(Box::new(move |connection, _| {
            let row = params![instant(at), &*municipality, hash];
            connection.prepare_cached(sql::TOUCH_SESSION)?.execute(row)?;
            Ok(())
        }));
        ready(Ok(()))
    }

    fn note_purpose(
        &self,
        session: SessionKey,
        family: FamilyId,
        purpose: Purpose,
        at: Timestamp,
    ) -> Later<'_, Result<(), ArchiveError>> {
        let municipality = Arc::clone(&self.municipality);
        Box::pin(async move {
            self.write_now(Box::new(move |connection, _| {
                connection.prepare_cached(sql::SET_PURPOSE)?.execute(params![
                    &*municipality,
                    session.to_string(),
                    family.to_string(),
                    purpose.code(),
                    instant(at)
                ])?;
                Ok(())
            }))
            .await?;
            self.purposes.note(session, family, purpose, at);
            Ok(())
        })
    }

    fn purpose(
        &self,
        session: SessionKey,
        family: FamilyId,
    ) -> Later<'_, Result<Option<Purpose>, ArchiveError>> {
        if let Some(known) = self.purposes.find(session, family) {
            return ready(Ok(Some(known)));
        }
        let row = params![&*self.municipality, session.to_string(), family.to_string()];
        let found = self.rows(sql::PURPOSE, row, |row| Ok(Purpose::from_code(&row.get::<_, String>(0)?)));
        ready(found.map(|found| found.into_iter().next().flatten()))
    }

    fn end<'a>(&'a self, hash: &'a str) -> Later<'a, Result<(), ArchiveError>> {
        self.sessions.end(hash);
        let opened = SessionKey::of(hash);
        opened.into_iter().for_each(|session| self.purposes.end(session));
        let (municipality, hash) = (Arc::clone(&self.municipality), hash.to_owned());
        Box::pin(async move {
            self.write_now(Box::new(move |connection, _| {
                connection.prepare_cached(sql::END_SESSION)?.execute(params![&*municipality, hash])?;
                if let Some(session) = opened {
                    let row = params![&*municipality, session.to_string()];
                    connection.prepare_cached(sql::END_PURPOSES)?.execute(row)?;
                }
                Ok(())
            }))
            .await?;
            Ok(())
        })
    }
}
