//! Names of people who do not exist.

use crate::demo::chance::Chance;

const GIVEN: &[&str] = &[
    "Anne", "Bjørg", "Camilla", "Dagny", "Elin", "Frida", "Guri", "Hanne", "Ida", "Jorunn", "Kaja", "Lise",
    "Maria", "Nina", "Oda", "Pia", "Randi", "Siv", "Tone", "Unni", "Vilde", "Amal", "Fatima", "Khadija",
    "Olena", "Selam", "Thuy", "Asbjørn", "Christer", "Dag", "Egil", "Frode", "Geir", "Halvor", "Ivar", "Jan",
    "Kåre", "Leif", "Morten", "Nils", "Odd", "Petter", "Roar", "Svein", "Trygve", "Ali", "Dawit", "Hassan",
    "Jakub", "Tariq",
];
const SURNAMES: &[&str] = &[
    "Aasland",
    "Berge",
    "Brekke",
    "Dahlen",
    "Engebretsen",
    "Fosse",
    "Grande",
    "Hagen",
    "Isaksen",
    "Johnsen",
    "Kleven",
    "Lunde",
    "Mathisen",
    "Nordby",
    "Opheim",
    "Paulsen",
    "Rønning",
    "Sandberg",
    "Thorsen",
    "Ulvestad",
    "Vatne",
    "Wiik",
    "Ødegård",
    "Ali",
    "Ahmed",
    "Berhane",
    "Chaudhry",
    "Kovalenko",
    "Mohamud",
    "Pham",
    "Nowicki",
];

/// The name of a helper.
pub fn helper(chance: &mut Chance) -> String {
    format!("{} {}", chance.pick(GIVEN), chance.pick(SURNAMES))
}
