//! `veven rights explain`: a right in words, and what it says for a household.

use super::{Explain, day, find};
use crate::import::Language as Asked;
use crate::say::line;
use anyhow::Context;
use rights::catalogue::TermUnit;
use rights::reason::{Part, Reason};
use rights::{Answer, Answers, Catalogue, Household, Language, Moment, Words, say};
use web::{Lang, Say, Texts};

struct Teller<'a> {
    say: Say<'a>,
    language: Language,
    moment: &'a Moment<'a>,
}

pub fn run(catalogue: &Catalogue, asked: &Explain) -> anyhow::Result<bool> {
    let right = find(catalogue, &asked.right)?;
    let household = match &asked.facts {
        None => None,
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("`{}` cannot be read", path.display()))?;
            let name = path.display().to_string();
            match rights::notes::read(catalogue, &name, &text, day(asked.at)) {
                Ok(household) => Some(household),
                Err(faults) => {
                    faults.iter().for_each(line);
                    return Ok(false);
                }
            }
        }
    };
    let (language, lang) = match asked.language {
        Asked::Nb => (Language::Nb, Lang::Nb),
        Asked::Nn => (Language::Nn, Lang::Nn),
        Asked::En => (Language::En, Lang::En),
    };
    let texts = Texts::load()?;
    let moment = catalogue.on(household.as_ref().map_or_else(|| day(asked.at), |household| household.day));
    let teller = Teller { say: texts.say(lang), language, moment: &moment };
    teller.right(right);
    if let Some(household) = household {
        let answers = moment.answers_of(&household, std::iter::once(right));
        for answer in &answers.list {
            teller.answer(&household, &answers, answer);
        }
    }
    Ok(true)
}

impl Teller<'_> {
    fn text(&self, words: &Words) -> String {
        self.moment.text(words.say(self.language), self.language)
    }

    fn under(&self, key: &str, text: &str) {
        line(format_args!("{}: {text}", self.say.say(key)));
    }

    fn maybe(&self, key: &str, words: Option<&Words>) {
        if let Some(words) = words {
            self.under(key, &self.text(words));
        }
    }

    fn right(&self, right: usize) {
        let known = &self.moment.catalogue.rights[right];
        line(known.name.say(self.language));
        line(self.text(&known.explain));
        line("");
        self.maybe("rights-tell-amount", known.amount.text.as_ref());
        self.maybe("rights-tell-decides", Some(&known.authority));
        self.maybe("rights-tell-judged", Some(&known.discretion));
        self.maybe("rights-tell-apply", known.apply.as_ref());
        for document in &known.documents {
            self.maybe("rights-tell-documents", Some(document));
        }
        self.maybe("rights-tell-answer", known.answer_deadline.text.as_ref());
        self.maybe("rights-tell-complaint", known.complaint.body.as_ref());
        if let Some(term) = &known.complaint.term {
            let key = match term.of {
                TermUnit::WorkingDays => "rights-term-working-days",
                TermUnit::Weeks => "rights-term-weeks",
                TermUnit::Months => "rights-term-months",
            };
            let count = self.say.with(key, [("count", term.count.into())]);
            self.under("rights-tell-complaint", &format!("{count} ({})", term.basis));
        }
        self.maybe("rights-tell-interacts", known.interacts.as_ref());
        for warning in &known.warnings {
            self.under("rights-tell-warnings", warning);
        }
        if let Some(rule) = self.moment.rule(right) {
            self.under(
                "rights-tell-rule",
                &format!("{} ({}; {})", known.legal_basis, rule.from, known.sources.join(", ")),
            );
        }
    }

    fn answer(&self, household: &Household, answers: &Answers, answer: &Answer) {
        let known = &self.moment.catalogue.rights[answer.right];
        line("");
        line(self.say.coded("rights-status", answer.status.code()));
        if let Some(amount) = answer.amount {
            let unit = &known.amount.unit;
            let period = unit.strip_prefix("kr/").map(|period| format!("/{period}")).unwrap_or_default();
            self.under(
                "rights-tell-amount",
                &format!("{}{period}", say::quantity(amount, unit, self.language)),
            );
        }
        for wanted in &answer.missing {
            let fact = self.moment.catalogue.fact_at(wanted.fact);
            let question = fact.question.as_ref().unwrap_or(&fact.label);
            self.under("rights-tell-missing", question.say(self.language));
        }
        let Some(reason) = self.moment.reason(household, answers, answer) else { return };
        self.under("rights-tell-why", &self.moment.sentence(&reason, self.language));
        self.tree(&reason);
        if let Some(reason) = self.moment.reason_of_amount(household, answers, answer) {
            self.under("rights-tell-amount", reason.text);
            self.tree(&reason);
        }
    }

    fn tree(&self, reason: &Reason<'_>) {
        for (depth, part) in &reason.all() {
            let value = part
                .value
                .as_ref()
                .map_or_else(|| "?".to_owned(), |it| say::value(it, part.unit, self.language));
            let from = match &part.part {
                Part::Told { origin: Some(origin), .. } => format!("  ← {}", origin.who),
                Part::Rate { value: Some(value), .. } => {
                    format!("  ← {} ({})", value.from, value.sources.join(", "))
                }
                _ => String::new(),
            };
            let mark = if part.decided { "•" } else { "·" };
            line(format_args!("  {}{mark} {} = {value}{from}", "  ".repeat(*depth), part.text));
        }
    }
}
