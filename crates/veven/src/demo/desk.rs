//! What people in Lindvik have asked each other without names, and reported. It belongs to no family: two
//! consultations, and two notes that only those who wrote them see.

use crate::demo::chance::Chance;
use crate::demo::town::{Town, Who};
use access::{Consultation, Filing, Line, LineOutcome, ReportNote, ReportedTo, Visit, Word, desk_line};
use dossier::{ConsultationId, Moment, NoteId, after, working_days_after};
use jiff::SignedDuration;
use jiff::civil::Date;

/// What was filed, and the journal lines of it.
pub fn tell(town: &Town) -> (Vec<Filing>, Vec<Line>) {
    let mut told =
        Telling { town, ids: Chance::of(town.seed, "desk"), filings: Vec::new(), lines: Vec::new() };
    let (marit, tove, ingrid) = (town.who("marit"), town.who("tove"), town.who("ingrid"));
    told.consultation(marit, tove, 9, ANSWERED, Some((tove, 6, ANSWER)));
    told.consultation(ingrid, tove, 2, OPEN, None);
    told.note(marit, "barnevern", 6);
    told.note(tove, "barnevern", 30);
    (told.filings, told.lines)
}

/// The words of all consultations, for the test that looks at them as the desk does.
#[cfg(test)]
pub const WORDS: [&str; 3] = [ANSWERED, ANSWER, OPEN];

const ANSWERED: &str = "Et barn på mellomtrinnet har begynt å sovne i timene. Barnet sier at det er våkent om natta \
    og passer på småsøsken. Foreldrene er vennlige, men kommer ikke til samtaler. Hva bør vi gjøre først?";
const ANSWER: &str = "Snakk med barnet på et rolig sted, og spør hvordan nettene er. Be foreldrene til en kort prat \
    om søvn, gjerne på telefon. Vi har time på dagen for slike samtaler. Blir det ikke bedre på to uker, eller er \
    barnet redd, har du grunn til å tenke på meldeplikten.";
const OPEN: &str = "En mor til et lite barn svarer ikke lenger på meldinger etter at avlastningen falt bort. Hun har \
    sagt at hun er utslitt. Kan dere komme hjem på kort varsel, uten at hun må be om det selv?";

struct Telling<'t> {
    town: &'t Town,
    ids: Chance,
    filings: Vec<Filing>,
    lines: Vec<Line>,
}

impl Telling<'_> {
    fn day(&self, back: i32) -> Date {
        after(self.town.moment.today, -back)
    }

    /// Somebody does something so many days ago.
    fn does(&mut self, who: Who, back: i32, act: &'static str) -> Visit {
        let at = self.town.moment.at - SignedDuration::from_hours(24 * i64::from(back));
        let visit = Visit {
            actor: who.actor,
            role: who.role,
            service: Some(who.service),
            moment: Moment::of(at),
            request: self.ids.number(),
            session: None,
        };
        self.lines.push(desk_line(&visit, act, LineOutcome::Changed));
        visit
    }

    fn consultation(&mut self, by: Who, to: Who, back: i32, words: &str, answer: Option<(Who, i32, &str)>) {
        let visit = self.does(by, back, "consultation-asked");
        let limits = self.town.rules.limits(visit.moment.today);
        let due = working_days_after(visit.moment.today, limits.consultation_working_days);
        let id = ConsultationId::new(self.ids.number());
        let word = |visit: Visit, by_asker, words: &str| Word {
            at: visit.moment.at,
            actor: visit.actor,
            by_asker,
            words: words.to_owned(),
        };
        self.filings.push(Filing::Asked(Consultation {
            id,
            asker: by.actor,
            role: by.role,
            service: by.service,
            named: false,
            receiver: to.service,
            due,
            closed: None,
            rests: visit.moment.today,
            words: vec![word(visit, true, words)],
        }));
        if let Some((who, back, words)) = answer {
            let visit = self.does(who, back, "consultation-answered");
            self.filings.push(Filing::Said(id, word(visit, false, words), self.day(back)));
        }
    }

    fn note(&mut self, by: Who, to: &str, back: i32) {
        let visit = self.does(by, back, "report-note");
        let reported = self.day(back);
        let days = self.town.rules.limits(visit.moment.today).report_answer_days;
        self.filings.push(Filing::Note(ReportNote {
            id: NoteId::new(self.ids.number()),
            actor: by.actor,
            to: ReportedTo::Service(self.town.service(to)),
            reported,
            due: after(reported, i32::from(days)),
            answered: None,
        }));
    }
}
