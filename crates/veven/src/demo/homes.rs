//! Where the people of the demo live: in streets that are nowhere. Of those who are protected stands only through
//! whom they are reached.

use crate::demo::chance::Chance;
use crate::demo::story::Story;
use dossier::*;

/// Streets of Lindvik, with their postal code and place.
const STREETS: [(&str, &str, &str); 16] = [
    ("Naustbakken", "4296", "Lindvik"),
    ("Fjordgløttveien", "4296", "Lindvik"),
    ("Sildebordet", "4296", "Lindvik"),
    ("Trandamveien", "4296", "Lindvik"),
    ("Notbøterveien", "4296", "Lindvik"),
    ("Rognebærstien", "4297", "Lindvik"),
    ("Steingardsveien", "4297", "Lindvik"),
    ("Gamle Prestemoen", "4297", "Lindvik"),
    ("Kvernhusbekken", "4297", "Lindvik"),
    ("Blåmeisveien", "4297", "Lindvik"),
    ("Mosesteinvegen", "4298", "Indre Lindvik"),
    ("Seterlia", "4298", "Indre Lindvik"),
    ("Sagmesterveien", "4298", "Indre Lindvik"),
    ("Tiurleiken", "4298", "Indre Lindvik"),
    ("Myrullbakken", "4298", "Indre Lindvik"),
    ("Ospelia", "4298", "Indre Lindvik"),
];

const REACHED: &str =
    "Ring vakthavende hos politiet og spør etter kontakten for familien. Ikke legg igjen beskjed.";

impl Story<'_> {
    /// Writes down where people live, from what is known of who lives with whom. It takes no chance and no time of
    /// the story itself, so that the rest of it stays as it is.
    pub fn homes(&mut self) {
        let all = Extract::whole(self.dossier());
        let today = self.now().today;
        let closed = unlocated(&all, today);
        let people: Vec<(PersonId, Person)> =
            present(&all, today).iter().map(|it| (it.id().into(), it.is.clone())).collect();
        let homes: Vec<(PersonId, PersonId, Residence)> = all
            .all::<Relation>()
            .filter(|it| {
                it.is.holds(today) && matches!(it.is.residence, Residence::Permanent | Residence::Shared)
            })
            .map(|it| (it.is.from, it.is.to, it.is.residence))
            .collect();
        let mut chance = Chance::of(self.town.seed, &format!("homes/{}", self.family()));
        let mut known: Vec<(PersonId, Vec<Address>)> =
            all.all::<Address>().map(|home| (home.is.person, vec![home.is.clone()])).collect();
        let told: Vec<PersonId> = all.all::<ContactProcedure>().map(|it| it.is.person).collect();
        for (id, person) in people {
            if told.contains(&id) || known.iter().any(|(other, _)| *other == id) {
                continue;
            }
            if person.protection != Protection::Open {
                self.aside(&mut chance, ContactProcedure { person: id, words: REACHED.into() }.wrap(), id);
                continue;
            }
            if closed.contains(&id) {
                continue;
            }
            // Adults come first: a child lives where they do, and two who share a child's home share theirs.
            let with = |other: &PersonId| {
                let child =
                    |it: &&(PersonId, PersonId, Residence)| it.0 == *other && it.2 == Residence::Permanent;
                let both =
                    homes.iter().filter(child).any(|it| homes.contains(&(id, it.1, Residence::Permanent)));
                both || homes.iter().any(|it| it.0 == *other && it.1 == id)
            };
            let mut mine: Vec<Address> =
                known.iter().filter(|(other, _)| with(other)).flat_map(|(_, homes)| homes.clone()).collect();
            mine.dedup_by(|a, b| (&a.street, &a.place) == (&b.street, &b.place));
            if mine.is_empty() && person.generation == Generation::Child {
                // With whom the child lives is told later.
                continue;
            }
            if mine.is_empty() {
                mine.push(new(&mut chance, id));
            }
            mine.truncate(2);
            let two = mine.len() > 1;
            for home in &mut mine {
                (home.person, home.note) =
                    (id, if two { "bor her annenhver uke".into() } else { String::new() });
                self.aside(&mut chance, home.clone().wrap(), id);
            }
            known.push((id, mine));
        }
    }

    fn aside(&mut self, chance: &mut Chance, payload: Payload, about: PersonId) {
        self.writes_aside(payload, about, &mut || chance.number());
    }
}

fn new(chance: &mut Chance, person: PersonId) -> Address {
    let (street, code, place) = *chance.pick(&STREETS);
    Address {
        person,
        street: format!("{street} {}", chance.between(1, 88)),
        postal_code: code.into(),
        place: place.into(),
        from: None,
        until: None,
        note: String::new(),
    }
}
