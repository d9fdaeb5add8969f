//! Reads `rates/<area>.toml`.

use super::{Loader, confidence, periods};
use crate::catalogue::{Rate, RateValue};
use crate::sheet::{Sheet, Table};
use std::collections::{BTreeMap, BTreeSet};

impl Loader<'_> {
    pub(super) fn rates(&self, sources: &BTreeMap<String, String>) -> Vec<Rate> {
        let mut rates = Vec::new();
        let mut seen = BTreeSet::new();
        for (name, text) in self.under("rates/") {
            let (sheet, table) = Sheet::open(name, text, self.faults);
            for entry in table.tables("rate") {
                let called = entry.text("name");
                if let Some(called) = &called
                    && !seen.insert(called.value.clone())
                {
                    sheet.say(called.at, format!("the rate `{}` is there already", called.value));
                    continue;
                }
                rates.extend(read(&sheet, &entry, sources));
            }
            table.finish();
        }
        rates
    }
}

fn read(sheet: &Sheet<'_>, table: &Table<'_>, sources: &BTreeMap<String, String>) -> Option<Rate> {
    let (name, unit, what) = (table.text("name"), table.text("unit"), table.words("what"));
    let warning = table.maybe_text("warning").map(|it| it.value);
    let (mut values, mut spans) = (Vec::new(), Vec::new());
    for value in table.tables("values") {
        let (from, until) = (value.date("from"), value.maybe_date("until"));
        let (number, sure) = (value.number("value"), confidence(&value));
        let keys = value.texts("sources");
        if keys.is_empty() {
            value.say("a value needs its source: `sources = [\"…\"]`, with a key of sources.toml");
        }
        for key in keys.iter().filter(|key| !sources.contains_key(&key.value)) {
            sheet.say(key.at, format!("there is no source `{}` in sources.toml: add it there", key.value));
        }
        value.finish();
        let (Some(from), Some(number), Some(confidence)) = (from, number, sure) else { continue };
        let until = until.map(|until| until.value);
        values.push(RateValue {
            from: from.value,
            until,
            value: number.value,
            sources: keys.into_iter().map(|key| key.value).collect(),
            confidence,
        });
        spans.push((from, until));
    }
    periods(sheet, &spans);
    if values.is_empty() {
        table.say("a rate needs `values`: at least one { from, value, sources, confidence }");
    }
    table.finish();
    Some(Rate { name: name?.value, unit: unit?.value, what: what?, warning, values })
}
