//! The store as the desk uses it: notes of reports and consultations. No statement here names a family, and no
//! table of these has a column that could.

use crate::archive::{once, ready, role};
use crate::{Store, StoreError, add_lines, instant, parse, sql};
use access::{
    Archive, ArchiveError, Cabinet, Committed, Consultation, Directory, Filing, Kept, Later, ReportNote,
    Whose, Word,
};
use dossier::{ActorId, ConsultationId};
use rusqlite::{Connection, Row, params};
use std::sync::Arc;

impl Cabinet for Store {
    fn people(&self) -> Arc<Directory> {
        self.directory()
    }

    fn notes(&self, actor: ActorId) -> Later<'_, Result<Vec<ReportNote>, ArchiveError>> {
        ready(self.rows(sql::NOTES, params![self.number(), actor.to_string()], |row| {
            Ok(ReportNote {
                id: parse(&row.get::<_, String>(0)?)?,
                actor,
                to: parse(&row.get::<_, String>(1)?)?,
                reported: parse(&row.get::<_, String>(2)?)?,
                due: parse(&row.get::<_, String>(3)?)?,
                answered: row.get::<_, Option<String>>(4)?.map(|day| parse(&day)).transpose()?,
            })
        }))
    }

    fn consultation(&self, id: ConsultationId) -> Later<'_, Result<Option<Consultation>, ArchiveError>> {
        ready(self.consultations_of(sql::CONSULTATION, &id.to_string()).map(|found| found.into_iter().next()))
    }

    fn consultations(&self, whose: Whose) -> Later<'_, Result<Vec<Consultation>, ArchiveError>> {
        ready(match whose {
            Whose::AskedBy(actor) => self.consultations_of(sql::CONSULTATIONS_ASKED_BY, &actor.to_string()),
            Whose::AskedOf(service) => {
                self.consultations_of(sql::CONSULTATIONS_ASKED_OF, &service.to_string())
            }
        })
    }

    fn keep(&self, kept: Kept) -> Later<'_, Result<Committed, ArchiveError>> {
        let vault = Arc::clone(&self.vault);
        Box::pin(async move {
            let work = move |connection: &Connection, head: &mut _| keep(connection, head, &vault, &kept);
            match self.write_now(Box::new(work)).await {
                Ok(()) => Ok(Committed::Now),
                Err(StoreError::DoneBefore(thing)) => Ok(Committed::Before(thing)),
                Err(error) => Err(error.into()),
            }
        })
    }
}

impl Store {
    /// Files many at once, without journal lines: for demo data, whose lines are written with all the others.
    ///
    /// # Errors
    /// The store is not available.
    pub fn load_filings(&self, filings: Vec<Filing>) -> Result<(), StoreError> {
        let municipality: Arc<str> = Arc::from(self.number());
        self.writer.write_blocking(Box::new(move |connection, _| {
            filings.iter().try_for_each(|filing| file(connection, &municipality, filing))
        }))
    }

    fn number(&self) -> &str {
        &self.municipality
    }

    fn consultations_of(
        &self,
        statement: &'static str,
        whose: &str,
    ) -> Result<Vec<Consultation>, StoreError> {
        let mut found = self.rows(statement, params![self.number(), whose], read)?;
        for one in &mut found {
            one.words =
                self.rows(sql::CONSULTATION_WORDS, params![self.number(), one.id.to_string()], |row| {
                    Ok(Word {
                        at: parse(&row.get::<_, String>(0)?)?,
                        actor: parse(&row.get::<_, String>(1)?)?,
                        by_asker: row.get(2)?,
                        words: row.get(3)?,
                    })
                })?;
        }
        Ok(found)
    }
}

fn read(row: &Row<'_>) -> Result<Consultation, StoreError> {
    Ok(Consultation {
        id: parse(&row.get::<_, String>(0)?)?,
        asker: parse(&row.get::<_, String>(1)?)?,
        role: role(&row.get::<_, String>(2)?)?,
        service: parse(&row.get::<_, String>(3)?)?,
        named: row.get(4)?,
        receiver: parse(&row.get::<_, String>(5)?)?,
        due: parse(&row.get::<_, String>(6)?)?,
        closed: row.get::<_, Option<String>>(7)?.map(|day| parse(&day)).transpose()?,
        rests: parse(&row.get::<_, String>(8)?)?,
        words: Vec::new(),
    })
}

fn keep(
    connection: &Connection,
    head: &mut crate::writer::Head,
    vault: &crate::vault::Vault,
    kept: &Kept,
) -> Result<(), StoreError> {
    let municipality = &*vault.municipality;
    if let Some((key, thing)) = &kept.key {
        once(connection, vault, key, *thing, Some(&kept.line))?;
    }
    for (statement, from) in [
        (sql::FORGET_NOTES, kept.notes_from),
        (sql::FORGET_CONSULTATION_WORDS, kept.consultations_from),
        (sql::FORGET_CONSULTATIONS, kept.consultations_from),
    ] {
        connection.prepare_cached(statement)?.execute(params![municipality, from.to_string()])?;
    }
    if let Some(filing) = &kept.filing {
        file(connection, municipality, filing)?;
    }
    add_lines(connection, head, municipality, std::slice::from_ref(&kept.line))
}

fn file(connection: &Connection, municipality: &str, filing: &Filing) -> Result<(), StoreError> {
    let changed = |statement, row: &[&dyn rusqlite::ToSql]| -> Result<usize, StoreError> {
        Ok(connection.prepare_cached(statement)?.execute(row)?)
    };
    let open = |changed: usize| if changed == 0 { Err(StoreError::Moved) } else { Ok(()) };
    match filing {
        Filing::Note(note) => {
            connection.prepare_cached(sql::ADD_NOTE)?.execute(params![
                municipality,
                note.actor.to_string(),
                note.id.to_string(),
                note.to.to_string(),
                note.reported.to_string(),
                note.due.to_string(),
                note.answered.map(|day| day.to_string())
            ])?;
        }
        Filing::NoteAnswered(actor, id, on) => {
            let row = params![on.to_string(), municipality, actor.to_string(), id.to_string()];
            open(changed(sql::ANSWER_NOTE, row)?)?;
        }
        Filing::NoteRemoved(actor, id) => {
            changed(sql::REMOVE_NOTE, params![municipality, actor.to_string(), id.to_string()])?;
        }
        Filing::Asked(one) => {
            connection.prepare_cached(sql::ADD_CONSULTATION)?.execute(params![
                municipality,
                one.id.to_string(),
                one.asker.to_string(),
                one.role.code(),
                one.service.to_string(),
                one.named,
                one.receiver.to_string(),
                one.due.to_string(),
                one.closed.map(|day| day.to_string()),
                one.rests.to_string()
            ])?;
            one.words.iter().try_for_each(|word| add_word(connection, municipality, one.id, word))?;
        }
        Filing::Said(id, word, on) => {
            let row = params![on.to_string(), municipality, id.to_string()];
            open(changed(sql::REST_CONSULTATION, row)?)?;
            add_word(connection, municipality, *id, word)?;
        }
        Filing::Closed(id, on) => {
            let row = params![on.to_string(), municipality, id.to_string()];
            open(changed(sql::CLOSE_CONSULTATION, row)?)?;
        }
    }
    Ok(())
}

fn add_word(
    connection: &Connection,
    municipality: &str,
    id: ConsultationId,
    word: &Word,
) -> Result<(), StoreError> {
    connection.prepare_cached(sql::ADD_CONSULTATION_WORD)?.execute(params![
        municipality,
        id.to_string(),
        instant(word.at),
        word.actor.to_string(),
        word.by_asker,
        word.words
    ])?;
    Ok(())
}
