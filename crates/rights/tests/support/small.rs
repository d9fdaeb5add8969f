//! A small knowledge with one right, so that thousands of rules can be read in a test.

use rights::File;

const FACTS: [(&str, &str); 9] = [
    ("child.a", "bool"),
    ("child.b", "bool"),
    ("child.c", "bool"),
    ("adult.d", "bool"),
    ("adult.e", "bool"),
    ("adult.word", "choice"),
    ("child.count", "int"),
    ("adult.sum", "number"),
    ("child.born", "date"),
];

/// The files, with these conditions and this calculation.
pub fn knowledge(criteria: &str, calc: &str) -> Vec<File> {
    let three = |key: &str| format!("{key}.nb = \"Ord\"\n{key}.nn = \"Ord\"\n{key}.en = \"Word\"\n");
    let fact = |name: &str, kind: &str, more: &str| {
        let scope = name.split('.').next().unwrap_or_default();
        format!(
            "[[fact]]\nname = \"{name}\"\nscope = \"{scope}\"\ntype = \"{kind}\"\nsensitivity = 1\ncategory = \"contact\"\nwho = \"x\"\nasked = \"family\"\n{}{}{more}\n",
            three("label"),
            three("question")
        )
    };
    let words = "[[fact.option]]\ncode = \"one\"\nnb = \"en\"\nnn = \"ein\"\nen = \"one\"\n[[fact.option]]\ncode = \"two\"\nnb = \"to\"\nnn = \"to\"\nen = \"two\"\n[[fact.option]]\ncode = \"three\"\nnb = \"tre\"\nnn = \"tre\"\nen = \"three\"\n";
    let mut facts = fact("case.as_of", "date", "");
    for (name, kind) in FACTS {
        facts += &fact(name, kind, if kind == "choice" { words } else { "" });
    }
    let rate = |name: &str, value: &str| {
        format!(
            "[[rate]]\nname = \"{name}\"\nunit = \"antall\"\n{}values = [{{ from = 2020-01-01, value = {value}, sources = [\"L\"], confidence = \"high\" }}]\n",
            three("what")
        )
    };
    let formula = format!(
        "[[formula]]\nname = \"twice\"\nof = [\"x\"]\n{}sources = [\"L\"]\nis = \"x + x\"\n",
        three("what")
    );
    let texts: String = ["name", "explain", "words", "authority", "discretion"].map(three).concat();
    let right = format!(
        "id = \"one\"\nsector = \"s\"\nlegal_basis = \"l\"\nkind = \"entitlement\"\nautomation = \"C\"\nconcerns = \"child and adult\"\nobjective = true\nsources = [\"L\"]\nlaw_text_read = false\nconfidence = \"low\"\n{texts}amount.unit = \"antall\"\n[[rule]]\nfrom = 2020-01-01\nread = 2020-01-01\ncriteria = '''\n{criteria}'''\ncalc = '''\n{calc}'''\n"
    );
    [
        ("sources.toml", "L = \"Loven\"\n".to_owned()),
        ("formulas.toml", formula),
        ("facts/all.toml", facts),
        ("rates/all.toml", rate("share", "0.0625") + &rate("limit", "18")),
        ("rights/one.toml", right),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .to_vec()
}
