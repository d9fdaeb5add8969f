//! The judged questions, and how a ranking is measured.

use std::collections::HashSet;

/// A question with what answers it.
#[derive(Debug, Clone)]
pub struct Question {
    /// As somebody writes it.
    pub ask: String,
    /// bokmål, nynorsk or English.
    pub language: String,
    /// What is hard about it.
    pub kind: String,
    /// Ids that answer it.
    pub best: Vec<String>,
    /// Ids that clearly help.
    pub good: Vec<String>,
    /// Ids that are worth a look.
    pub fair: Vec<String>,
}

impl Question {
    /// 3, 2, 1 or 0.
    pub fn grade(&self, id: &str) -> u8 {
        let grades = [(3, &self.best), (2, &self.good), (1, &self.fair)];
        grades.into_iter().find(|(_, ids)| ids.iter().any(|it| it == id)).map_or(0, |(grade, _)| grade)
    }
}

fn read(text: &str) -> Vec<Question> {
    let table: toml::Table = text.parse().unwrap();
    let all = table["question"].as_array().unwrap();
    all.iter()
        .map(|it| {
            let text = |key: &str| it.get(key).map_or("nb", |value| value.as_str().unwrap()).to_owned();
            let ids = |key: &str| {
                it[key].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
            };
            Question {
                ask: text("ask"),
                language: text("lang"),
                kind: text("kind"),
                best: ids("best"),
                good: ids("good"),
                fair: ids("fair"),
            }
        })
        .collect()
}

/// The part that may be tuned on.
pub fn tune() -> Vec<Question> {
    read(include_str!("../judged/tune.toml"))
}

/// The part that is never tuned on.
pub fn held_out() -> Vec<Question> {
    read(include_str!("../judged/held_out.toml"))
}

/// MRR@10 (the place of the first that answers or clearly helps is what counts) and nDCG@5 (grades 3, 2, 1 as gains
/// 7, 3, 1) of a ranking, over questions.
pub fn measure(questions: &[Question], rank: impl Fn(&str) -> Vec<String>) -> (f64, f64) {
    let (mut mrr, mut ndcg) = (0.0, 0.0);
    for question in questions {
        let ranked = rank(&question.ask);
        let once: HashSet<&String> = ranked.iter().collect();
        assert_eq!(once.len(), ranked.len(), "a ranking names each thing once");
        let first = ranked.iter().take(10).position(|id| question.grade(id) >= 2);
        mrr += first.map_or(0.0, |place| 1.0 / (place as f64 + 1.0));
        let gain = |grades: &[u8]| -> f64 {
            let gains = grades.iter().take(5).enumerate();
            gains.map(|(place, grade)| (f64::from(1_u32 << grade) - 1.0) / (place as f64 + 2.0).log2()).sum()
        };
        let mut ideal: Vec<u8> = [(3, &question.best), (2, &question.good), (1, &question.fair)]
            .iter()
            .flat_map(|(grade, ids)| std::iter::repeat_n(*grade, ids.len()))
            .collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        let found: Vec<u8> = ranked.iter().map(|id| question.grade(id)).collect();
        ndcg += gain(&found) / gain(&ideal);
    }
    let count = questions.len() as f64;
    (mrr / count, ndcg / count)
}
