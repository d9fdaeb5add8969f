//! How well everyday questions are answered and what that costs: `cargo bench -p search`. In one run and on the same
//! texts: this search, PostgreSQL's Norwegian full-text search, and tantivy as it comes. Prints the table of
//! docs/search.md; asserts nothing about time.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "../tests/support/judge.rs"]
mod judge;
#[allow(dead_code)]
#[path = "../../store/tests/stories/postgres.rs"]
mod postgres_cluster;

use judge::{Question, held_out, measure, tune};
use postgres_cluster::Cluster;
use rights::Knowledge;
use search::{Search, What};
use std::collections::BTreeMap;
use std::fmt::Write;
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::tokenizer::{Language, LowerCaser, RemoveLongFilter, SimpleTokenizer, Stemmer, TextAnalyzer};
use tantivy::{Index, TantivyDocument, doc};

/// How often each question is asked while the cost is taken.
const ROUNDS: usize = 20;

/// Seconds that a thread or process has computed: other programs on the machine do not count.
fn seconds(of: &str) -> f64 {
    let spent = std::fs::read_to_string(format!("/proc/{of}/schedstat")).unwrap();
    spent.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9
}

/// What everybody searches in: id, names, everyday words, plain sentences; Norwegian and English.
struct Text {
    id: String,
    norwegian: [String; 3],
    english: [String; 3],
}

fn texts() -> Vec<Text> {
    let knowledge = Knowledge::shipped().unwrap();
    let everyday: toml::Table = include_str!("../../../knowledge/search/everyday.toml").parse().unwrap();
    let everyday: BTreeMap<&str, &toml::Value> =
        everyday["everyday"].as_array().unwrap().iter().map(|it| (it["for"].as_str().unwrap(), it)).collect();
    let more = |id: &str, language: &str| {
        everyday.get(id).map_or("", |it| it[language].as_str().unwrap()).to_owned()
    };
    let text = |id: &str, name: &rights::Words, words: Option<&rights::Words>, about: &rights::Words| {
        let none = rights::Words::default();
        let words = words.unwrap_or(&none);
        Text {
            id: id.to_owned(),
            norwegian: [
                format!("{} {}", name.nb, name.nn),
                format!("{} {} {} {}", words.nb, words.nn, more(id, "nb"), more(id, "nn")),
                format!("{} {}", about.nb, about.nn),
            ],
            english: [name.en.clone(), format!("{} {}", words.en, more(id, "en")), about.en.clone()],
        }
    };
    let situations = knowledge.situations.iter().map(|it| text(&it.id, &it.name, None, &it.explain));
    let rights =
        knowledge.catalogue.rights.iter().map(|it| text(&it.id, &it.name, Some(&it.words), &it.explain));
    situations.chain(rights).collect()
}

/// A search: the ids that it finds, the best first.
type Find<'a> = Box<dyn Fn(&str) -> Vec<String> + 'a>;

fn line(name: &str, of: &str, find: &Find<'_>) -> f64 {
    let (tuned, held) = (tune(), held_out());
    let both: Vec<Question> = tuned.iter().chain(&held).cloned().collect();
    let started = seconds(of);
    let mut found = 0;
    for _ in 0..ROUNDS {
        found += both.iter().map(|it| find(&it.ask).len()).sum::<usize>();
    }
    let spent = (seconds(of) - started) * 1e3 / (ROUNDS * both.len()) as f64;
    assert!(found > 0, "{name} finds something");
    let mut text = format!("| {name} |");
    for questions in [&held, &tuned, &both] {
        let (mrr, ndcg) = measure(questions, find);
        write!(text, " {mrr:.2} / {ndcg:.2} |").unwrap();
    }
    println!("{text} {spent:.3} ms |");
    measure(&held, find).0
}

fn main() {
    let knowledge = Knowledge::shipped().unwrap();
    let started = seconds("thread-self");
    let search = Search::shipped().unwrap();
    println!(
        "Reading words and building the index: {:.1} ms CPU\n",
        (seconds("thread-self") - started) * 1e3
    );
    println!("{} questions held out, {} tuned on\n", held_out().len(), tune().len());
    println!("| MRR@10 / nDCG@5 | held out | tuned on | all | CPU for a question |");
    println!("| --- | --: | --: | --: | --: |");
    let id = |what| match what {
        What::Situation(place) => knowledge.situations[place].id.clone(),
        What::Right(place) => knowledge.catalogue.rights[place].id.clone(),
    };
    let ours: Find<'_> = Box::new(|text| search.ask(text).hits.iter().map(|hit| id(hit.what)).collect());
    line("this search", "thread-self", &ours);
    line("tantivy with its Norwegian stemmer", "thread-self", &plain(&texts()));
    kinds("this search", &ours);
    databases(&texts());
}

/// How it goes with each kind of question.
fn kinds(name: &str, find: &Find<'_>) {
    let mut all: BTreeMap<String, Vec<Question>> = BTreeMap::new();
    for question in tune().into_iter().chain(held_out()) {
        all.entry(question.language.clone()).or_default().push(question.clone());
        all.entry(question.kind.clone()).or_default().push(question);
    }
    let mut text = format!("<!-- {name}, MRR@10 by kind:");
    for (kind, questions) in all {
        write!(text, " {kind} {:.2} ({}),", measure(&questions, find).0, questions.len()).unwrap();
    }
    println!("{} -->", text.trim_end_matches(','));
}

fn plain(texts: &[Text]) -> Find<'static> {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("norwegian")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let options = TextOptions::default().set_indexing_options(indexing);
    let id = schema.add_text_field("id", STRING | STORED);
    let fields = ["name", "words", "about"].map(|name| schema.add_text_field(name, options.clone()));
    let index = Index::create_in_ram(schema.build());
    let analyzer = TextAnalyzer::builder(SimpleTokenizer::default())
        .filter(RemoveLongFilter::limit(40))
        .filter(LowerCaser)
        .filter(Stemmer::new(Language::Norwegian))
        .build();
    index.tokenizers().register("norwegian", analyzer);
    let mut writer = index.writer_with_num_threads(1, 15_000_000).unwrap();
    for text in texts {
        let both = |place: usize| format!("{} {}", text.norwegian[place], text.english[place]);
        let added =
            doc!(id => text.id.clone(), fields[0] => both(0), fields[1] => both(1), fields[2] => both(2));
        writer.add_document(added).unwrap();
    }
    writer.commit().unwrap();
    let searcher = index.reader().unwrap().searcher();
    let parser = QueryParser::for_index(&index, fields.to_vec());
    Box::new(move |text| {
        let (query, _) = parser.parse_query_lenient(text);
        let found = searcher.search(&query, &TopDocs::with_limit(24).order_by_score()).unwrap();
        found
            .into_iter()
            .map(|(_, address)| {
                let found: TantivyDocument = searcher.doc(address).unwrap();
                found.get_first(id).unwrap().as_str().unwrap().to_owned()
            })
            .collect()
    })
}

/// Several ways of asking PostgreSQL; the best of them is the one to compare with.
fn databases(texts: &[Text]) {
    let Some(cluster) = Cluster::start() else { return };
    let mut client = cluster.connect();
    client
        .batch_execute(
            "CREATE TABLE t (id text, norwegian tsvector, every tsvector);
             CREATE INDEX ON t USING gin (norwegian); CREATE INDEX ON t USING gin (every)",
        )
        .unwrap();
    let weighed = |language: &str, from: usize| {
        let part = |place: usize, letter: char| {
            format!("setweight(to_tsvector('{language}', ${}), '{letter}')", from + place)
        };
        format!("{} || {} || {}", part(0, 'A'), part(1, 'B'), part(2, 'C'))
    };
    let (norwegian, english) = (weighed("norwegian", 2), weighed("english", 5));
    let insert = format!("INSERT INTO t VALUES ($1, {norwegian}, {norwegian} || {english})");
    let insert = client.prepare_typed(&insert, &vec![postgres::types::Type::TEXT; 7]).unwrap();
    for text in texts {
        let [a, b, c] = &text.norwegian;
        let [d, e, f] = &text.english;
        client.execute(&insert, &[&text.id, a, b, c, d, e, f]).unwrap();
    }
    client.batch_execute("ANALYZE t").unwrap();
    let pid: i32 = client.query_one("SELECT pg_backend_pid()", &[]).unwrap().get(0);
    let or = |language: &str| format!("replace(plainto_tsquery('{language}', $1)::text, '&', '|')::tsquery");
    let ways = [
        (
            "all words, ts_rank_cd",
            "norwegian",
            "websearch_to_tsquery('norwegian', $1)".to_owned(),
            "ts_rank_cd",
        ),
        ("any word, ts_rank_cd", "norwegian", or("norwegian"), "ts_rank_cd"),
        ("any word, ts_rank", "norwegian", or("norwegian"), "ts_rank"),
        (
            "any word, also English, ts_rank",
            "every",
            format!("({} || {})", or("norwegian"), or("english")),
            "ts_rank",
        ),
    ];
    let client = std::cell::RefCell::new(client);
    for (name, column, query, rank) in ways {
        let sql = format!(
            "SELECT id FROM t, (SELECT {query} AS q) AS asked WHERE {column} @@ q
             ORDER BY {rank}({column}, q) DESC, id LIMIT 24"
        );
        let sql = client.borrow_mut().prepare_typed(&sql, &[postgres::types::Type::TEXT]).unwrap();
        let find: Find<'_> = Box::new(|text| {
            let rows = client.borrow_mut().query(&sql, &[&text]).unwrap();
            rows.iter().map(|row| row.get(0)).collect()
        });
        line(&format!("PostgreSQL, {name}"), &pid.to_string(), &find);
    }
}
