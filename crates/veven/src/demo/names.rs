//! Names of people who do not exist, from where people in Norway come from.

use crate::demo::chance::Chance;

/// Names that go together.
pub struct Origin {
    /// How common it is.
    weight: usize,
    /// Language, BCP 47.
    pub language: &'static str,
    surnames: &'static [&'static str],
    women: &'static [&'static str],
    men: &'static [&'static str],
    girls: &'static [&'static str],
    boys: &'static [&'static str],
}

/// Families that have lived here long come first; `NEW` begins with those who have fled.
pub const NORWEGIAN: &[Origin] = &[
    Origin {
        weight: 24,
        language: "nb",
        surnames: &[
            "Hansen",
            "Johansen",
            "Larsen",
            "Andreassen",
            "Kristiansen",
            "Bakken",
            "Haugland",
            "Moen",
            "Lie",
            "Solberg",
            "Strand",
            "Eide",
            "Berg",
            "Nygaard",
            "Fjeld",
            "Hagen",
            "Myhre",
            "Sunde",
            "Tangen",
            "Viken",
            "Åsheim",
            "Østby",
            "Rønning",
            "Sæther",
            "Brekke",
            "Holte",
            "Kvamme",
            "Lervik",
            "Nes",
            "Opdal",
            "Ruud",
            "Skogen",
            "Tveit",
            "Ulven",
            "Vang",
            "Wold",
            "Ødegaard",
            "Aune",
            "Dalen",
            "Foss",
        ],
        women: &[
            "Kari",
            "Anne",
            "Marianne",
            "Hilde",
            "Silje",
            "Ingrid",
            "Camilla",
            "Ida",
            "Maria",
            "Linda",
            "Stine",
            "Monica",
            "Elin",
            "Kristine",
            "Ragnhild",
            "Maren",
            "Tonje",
            "Synnøve",
            "Guro",
            "Veslemøy",
        ],
        men: &[
            "Lars", "Thomas", "Øyvind", "Morten", "Kristian", "Håkon", "Stian", "Espen", "Tor", "Andreas",
            "Magnus", "Jan Erik", "Sindre", "Frode", "Geir", "Åsmund", "Kjetil", "Eirik", "Rune", "Trond",
        ],
        girls: &[
            "Emma", "Nora", "Olivia", "Ella", "Sofie", "Frida", "Ingeborg", "Maja", "Astrid", "Tiril",
            "Selma", "Hedda", "Mathilde", "Live", "Vilde", "Oda", "Ronja", "Signe", "Eline", "Thea", "Alma",
            "Iben",
        ],
        boys: &[
            "Noah", "Oliver", "Jakob", "Lucas", "Emil", "Filip", "Oskar", "Aksel", "Henrik", "Theodor",
            "Sander", "Mikkel", "Jonas", "Tobias", "Ulrik", "Sverre", "Iver", "Leon", "Mads", "Odin",
            "Håvard", "Even",
        ],
    },
    Origin {
        weight: 2,
        language: "se",
        surnames: &["Eira", "Sara", "Utsi", "Gaup", "Buljo", "Nutti"],
        women: &["Elle", "Máret", "Inga", "Risten"],
        men: &["Áslat", "Mikkel", "Nils", "Johan"],
        girls: &["Sunná", "Biret", "Elle", "Láilá"],
        boys: &["Ánte", "Issát", "Mihkkal", "Jovnna"],
    },
    Origin {
        weight: 3,
        language: "pl",
        surnames: &["Nowak", "Wiśniewski", "Zieliński", "Wójcik", "Mazur", "Lewandowski"],
        women: &["Agnieszka", "Katarzyna", "Ewa", "Joanna"],
        men: &["Piotr", "Marcin", "Paweł", "Krzysztof"],
        girls: &["Zuzanna", "Maja", "Lena", "Oliwia"],
        boys: &["Jakub", "Antoni", "Szymon", "Filip"],
    },
    Origin {
        weight: 3,
        language: "ur",
        surnames: &["Khan", "Malik", "Hussain", "Butt", "Chaudhry", "Iqbal"],
        women: &["Saima", "Nadia", "Amina", "Rubina"],
        men: &["Imran", "Tariq", "Usman", "Kashif"],
        girls: &["Aisha", "Zara", "Maryam", "Hina"],
        boys: &["Hamza", "Bilal", "Adam", "Zain"],
    },
    Origin {
        weight: 2,
        language: "vi",
        surnames: &["Nguyen", "Tran", "Le", "Pham"],
        women: &["Thuy", "Lan", "Mai"],
        men: &["Minh", "Tuan", "Duc"],
        girls: &["Linh", "Anh", "Emilie"],
        boys: &["Kevin", "Bao", "Daniel"],
    },
    Origin {
        weight: 2,
        language: "tr",
        surnames: &["Yılmaz", "Demir", "Çelik", "Aydın"],
        women: &["Elif", "Fatma", "Zeynep"],
        men: &["Mehmet", "Mustafa", "Emre"],
        girls: &["Defne", "Ela", "Azra"],
        boys: &["Yusuf", "Eren", "Deniz"],
    },
];

/// Those who have fled, with the languages that interpreters are needed for.
pub const NEW: &[Origin] = &[
    Origin {
        weight: 4,
        language: "ar",
        surnames: &["Al-Masri", "Darwish", "Khalil", "Nasser", "Saleh", "Ibrahim", "Mansour", "Suleiman"],
        women: &["Hanan", "Fatima", "Mona", "Huda", "Layla", "Samar"],
        men: &["Ahmad", "Khaled", "Mahmoud", "Bassam", "Ziad"],
        girls: &["Noor", "Sara", "Jana", "Lamar", "Yasmin", "Hala"],
        boys: &["Omar", "Ali", "Karim", "Adam", "Hassan", "Tarek"],
    },
    Origin {
        weight: 3,
        language: "ti",
        surnames: &["Gebremariam", "Habte", "Tekle", "Kidane", "Ghebre", "Weldu"],
        women: &["Selam", "Mehret", "Saba", "Letensea"],
        men: &["Dawit", "Filmon", "Tesfalem", "Yohannes"],
        girls: &["Bethlehem", "Ruta", "Winta", "Hermon"],
        boys: &["Abel", "Natnael", "Yonatan", "Essey"],
    },
    Origin {
        weight: 4,
        language: "uk",
        surnames: &["Kovalenko", "Shevchenko", "Bondarenko", "Melnyk", "Tkachenko", "Lysenko", "Kravets"],
        women: &["Oksana", "Iryna", "Nataliia", "Svitlana", "Olena"],
        men: &["Andrii", "Serhii", "Oleksandr", "Mykola"],
        girls: &["Sofiia", "Anastasiia", "Polina", "Solomiia", "Zlata"],
        boys: &["Maksym", "Artem", "Danylo", "Matvii", "Nazar"],
    },
    Origin {
        weight: 3,
        language: "so",
        surnames: &["Abdi", "Mohamed", "Farah", "Hassan", "Jama", "Osman", "Ali"],
        women: &["Sahra", "Faduma", "Ifrah", "Halima"],
        men: &["Abdirahman", "Mohamed", "Yusuf", "Liban"],
        girls: &["Sumaya", "Ikram", "Hafsa", "Amal"],
        boys: &["Abdullahi", "Ilyas", "Zakaria", "Mahad"],
    },
    Origin {
        weight: 2,
        language: "fa",
        surnames: &["Ahmadi", "Hosseini", "Rezai", "Karimi", "Haidari"],
        women: &["Zahra", "Masoumeh", "Parwin"],
        men: &["Reza", "Hossein", "Ali"],
        girls: &["Setayesh", "Fatemeh", "Elina"],
        boys: &["Mahdi", "Amir", "Mohammad"],
    },
];

/// One of them, as common as they are.
pub fn origin(chance: &mut Chance, of: &'static [Origin]) -> &'static Origin {
    let mut left = chance.below(of.iter().map(|origin| origin.weight).sum());
    for origin in of {
        if left < origin.weight {
            return origin;
        }
        left -= origin.weight;
    }
    &of[0]
}

impl Origin {
    /// A family name.
    pub fn surname(&self, chance: &mut Chance) -> &'static str {
        self.surnames[chance.below(self.surnames.len())]
    }

    /// A given name that nobody in the family has yet.
    pub fn given(&self, chance: &mut Chance, woman: bool, child: bool, taken: &[&str]) -> &'static str {
        let names = match (woman, child) {
            (true, false) => self.women,
            (false, false) => self.men,
            (true, true) => self.girls,
            (false, true) => self.boys,
        };
        let first = chance.below(names.len());
        let free = (0..names.len()).map(|step| names[(first + step) % names.len()]);
        free.clone().find(|name| !taken.contains(name)).unwrap_or(names[first])
    }
}

/// The name of a helper.
pub fn helper(chance: &mut Chance) -> String {
    let (norwegian, woman) = (!chance.once_in(4), chance.once_in(2));
    let origin = origin(chance, if norwegian { NORWEGIAN } else { NEW });
    let (given, surname) = (origin.given(chance, woman, false, &[]), origin.surname(chance));
    format!("{given} {surname}")
}
