//! Makes policies wrong in every small way there is, as text: would anybody notice?

#![allow(dead_code)]

/// One wrong set of policies, and what is wrong with it.
pub struct Mutant {
    pub what: String,
    pub rules: String,
    /// The one act for which anything is another, when that is known.
    pub act: Option<String>,
}

/// The rules as they are read by the program alone.
pub fn without_comments(rules: &str) -> String {
    let code = rules.lines().map(|line| line.split("//").next().unwrap_or_default());
    code.collect::<Vec<_>>().join("\n")
}

/// A text in which something else stands in one place.
fn exchanged(rules: &str, what: &str, from: usize, until: usize, instead: &str) -> Mutant {
    let rule = rules[..until].rsplit("@id(\"").next().and_then(|it| it.split('"').next()).unwrap_or_default();
    let was = rules[from..until].split_whitespace().collect::<Vec<_>>().join(" ");
    Mutant {
        what: format!("{rule}: {what}: `{was}` → `{instead}`"),
        rules: format!("{}{instead}{}", &rules[..from], &rules[until..]),
        act: None,
    }
}

/// Every small fault in the conditions of rules: a part dropped, turned or exchanged, and lists of words that are shorter,
/// or longer by another word of the same vocabulary.
pub fn faults(rules: &str, vocabularies: &[Vec<String>]) -> Vec<Mutant> {
    let mut found = Vec::new();
    let mut make = |what: &str, from: usize, until: usize, instead: &str| {
        let act = instead.rsplit(", ").next().map(|it| it.trim_end_matches(']'));
        let act = act.filter(|it| what == "a kind added" && it.contains("Action::")).map(str::to_owned);
        found.push(Mutant { act, ..exchanged(rules, what, from, until, instead) });
    };
    let mut from = 0;
    for (end, _) in rules.match_indices(';') {
        make("a rule dropped", from, end + 1, "");
        from = end + 1;
    }
    for (at, sign) in rules.match_indices("&&").chain(rules.match_indices("||")) {
        make("and for or", at, at + 2, if sign == "&&" { "||" } else { "&&" });
        make("the right side dropped", at, at + 2 + operand(&rules[at + 2..]), "");
        make("the left side dropped", at - operand_before(&rules[..at]), at + 2, "");
    }
    for (at, _) in rules.match_indices('!').filter(|(at, _)| !rules[at + 1..].starts_with('=')) {
        make("not dropped", at, at + 1, "");
    }
    for (at, _) in rules.match_indices("unless") {
        if let Some(open) = rules[at..].find('{') {
            make("an exception dropped", at, at + open + closing(&rules[at + open..]) + 1, "");
        }
    }
    for (open, _) in rules.match_indices('[') {
        let close = open + closing(&rules[open..]);
        let words: Vec<&str> =
            rules[open + 1..close].split(',').map(str::trim).filter(|it| !it.is_empty()).collect();
        for word in &words {
            let left: Vec<&str> = words.iter().copied().filter(|it| it != word).collect();
            make("a word dropped", open, close + 1, &format!("[{}]", left.join(", ")));
        }
        let mut of =
            vocabularies.iter().filter(|all| words.iter().all(|it| all.iter().any(|word| word == it)));
        for word in of.next().into_iter().flatten().filter(|word| !words.contains(&word.as_str())) {
            make("a kind added", open, close + 1, &format!("[{}, {word}]", words.join(", ")));
        }
    }
    found
}

/// Every small fault in whom and what rules are about, and in what they compare: another reader, another or any act, a
/// condition turned or left out, a fact or a comparison turned.
pub fn more_faults(rules: &str, acts: &[String]) -> Vec<Mutant> {
    let mut found = Vec::new();
    for (at, sign) in rules.match_indices("action == ") {
        let end = at + rules[at..].find(',').unwrap_or_default();
        let this = &rules[at + sign.len()..end];
        for act in acts.iter().filter(|act| *act != this) {
            let added = exchanged(rules, "an act added", at, end, &format!("action in [{this}, {act}]"));
            found.push(Mutant { act: Some(act.clone()), ..added });
        }
    }
    let mut make = |what: &str, from: usize, until: usize, instead: &str| {
        found.push(exchanged(rules, what, from, until, instead));
    };
    for (at, one) in rules.match_indices("principal is Veven::Staff") {
        make("another reader", at, at + one.len(), "principal is Veven::Citizen");
        make("any reader", at, at + one.len(), "principal");
    }
    for (at, one) in rules.match_indices("principal is Veven::Citizen") {
        make("another reader", at, at + one.len(), "principal is Veven::Staff");
        make("any reader", at, at + one.len(), "principal");
    }
    for (at, word) in rules.match_indices("when {").chain(rules.match_indices("unless {")) {
        make("a condition turned", at, at + word.len(), if word == "when {" { "unless {" } else { "when {" });
        let open = at + word.len() - 1;
        let close = open + closing(&rules[open..]);
        make(
            "a condition left out",
            open,
            close + 1,
            if word == "when {" { "{ true }" } else { "{ false }" },
        );
    }
    for (at, sign) in rules.match_indices("==").filter(|(at, _)| !rules[..*at].ends_with("action ")) {
        make("a comparison turned", at, at + sign.len(), "!=");
    }
    for (at, _) in rules.match_indices("resource.").chain(rules.match_indices("principal.")) {
        if !rules[..at].ends_with('!') {
            make("a fact turned", at, at, "!");
        }
    }
    found
}

/// Where the bracket that a text begins with is closed.
fn closing(text: &str) -> usize {
    let mut depth = 0;
    for (at, sign) in text.char_indices() {
        depth += i32::from("([{".contains(sign)) - i32::from(")]}".contains(sign));
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// How long the operand is that a text begins with.
fn operand(text: &str) -> usize {
    let mut depth = 0;
    for (at, sign) in text.char_indices() {
        let ends = ")]}".contains(sign) || text[at..].starts_with("&&") || text[at..].starts_with("||");
        if depth == 0 && ends {
            return at;
        }
        depth += i32::from("([{".contains(sign)) - i32::from(")]}".contains(sign));
    }
    text.len()
}

/// How long the operand is that a text ends with.
fn operand_before(text: &str) -> usize {
    let mut depth = 0;
    for (at, sign) in text.char_indices().rev() {
        let begins = "([{".contains(sign) || text[..=at].ends_with("&&") || text[..=at].ends_with("||");
        if depth == 0 && begins {
            return text.len() - at - 1;
        }
        depth += i32::from(")]}".contains(sign)) - i32::from("([{".contains(sign));
    }
    text.len()
}
