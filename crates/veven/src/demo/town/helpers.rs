//! Those who help in Lindvik: names, tasks, services and shares of a position. Nobody here exists.

use access::vouching::{Certificate, Vouched};
use access::{Assignment, Helper};
use dossier::Role::{
    self, Administrator as A, Coordinator as C, Helper as H, Intake as I, Leader as L, Volunteer as V,
};
use dossier::{ActorId, ServiceId};
use jiff::civil::Date;

type Row = (&'static str, &'static str, &'static str, &'static [(Role, &'static str, u8)], Option<u8>);

/// Key, name, title, roles with service and share of a position, and which drawn face.
///
/// The first fourteen are the coordinators, in the order of `LOADS`.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("ingrid", "Ingrid Solheim", "familiekoordinator", &[(C, "enhet", 100)], Some(1)),
    ("mats", "Mats Aune", "familiekoordinator", &[(C, "enhet", 100)], Some(4)),
    ("samira", "Samira Yusuf Ali", "familiekoordinator", &[(C, "enhet", 100)], None),
    ("ragnhild", "Ragnhild Kvåle", "barnekoordinator", &[(C, "enhet", 100)], None),
    ("jonas", "Jonas Eide", "barnekoordinator", &[(C, "enhet", 90)], None),
    ("linh", "Linh Nguyen", "familiekoordinator", &[(C, "enhet", 80)], None),
    ("kari-anne", "Kari-Anne Sæther", "barnekoordinator", &[(C, "enhet", 80)], None),
    ("piotr", "Piotr Nowak", "familiekoordinator", &[(C, "enhet", 80)], None),
    ("elle", "Elle Márjá Somby", "familiekoordinator", &[(C, "enhet", 80)], None),
    ("torbjorn", "Torbjørn Lien", "barnekoordinator", &[(C, "enhet", 70)], None),
    ("aisha", "Aisha Malik", "familiekoordinator og helsesykepleier", &[(C, "enhet", 60), (H, "helsestasjon-fjellside", 40)], None),
    ("bente", "Bente Rognli", "familiekoordinator og barnevernspedagog", &[(C, "enhet", 60), (H, "familiehuset", 40)], None),
    ("henning", "Henning Falk", "barnekoordinator", &[(C, "enhet", 50)], None),
    ("mariam", "Mariam Tesfay", "familiekoordinator, ny", &[(C, "enhet", 100)], None),
    ("inntak", "Solveig Moen", "tar imot henvendelser", &[(I, "enhet", 100)], None),
    ("inntak-2", "Arif Rahman", "tar imot henvendelser", &[(I, "enhet", 80)], None),
    ("inntak-3", "Gro Haugland", "tar imot henvendelser", &[(I, "enhet", 50), (H, "tildeling", 50)], None),
    ("leder", "Torunn Haugen", "leder, koordinerende enhet", &[(L, "enhet", 100)], None),
    ("leder-2", "Kjell Arne Vik", "kommunalsjef for oppvekst", &[(L, "enhet", 100)], None),
    ("drift", "Daniel Strand", "systemansvarlig", &[(A, "enhet", 100)], None),
    ("marit", "Marit Aasen", "kontaktlærer 7B", &[(H, "skole-sentrum", 100)], None),
    ("siri", "Siri Abebe", "rådgiver", &[(H, "ungdomsskole", 100)], None),
    ("tove", "Tove Lund", "helsesykepleier", &[(H, "helsestasjon", 100)], None),
    ("tommy", "Tommy Berg", "fotballtrener G12", &[(V, "il", 0)], Some(2)),
    ("nav", "Hege Rustad", "veileder", &[(H, "nav", 100), (H, "nav-stat", 0)], None),
    ("bjorn", "Bjørn Nes", "saksbehandler", &[(H, "bolig", 100)], None),
    ("anne-lise", "Anne Lise Bråten", "saksbehandler", &[(H, "tildeling", 100)], None),
    ("lege", "Vegard Holm", "fastlege", &[(H, "legesenter", 100)], None),
    ("ppt", "Signe Tveit", "PP-rådgiver", &[(H, "ppt", 100)], None),
    ("ppt-2", "Ahmed Warsama", "PP-rådgiver", &[(H, "ppt", 100)], None),
    ("ppt-3", "Live Hovland", "logoped", &[(H, "ppt", 80)], None),
    ("habu", "Kristin Østby", "vernepleier", &[(H, "habu", 100)], None),
    ("habu-2", "Ole Martin Gran", "barnelege", &[(H, "habu", 100)], None),
    ("havo", "Randi Fossum", "koordinator", &[(H, "havo", 100)], None),
    ("bup", "Nora Lindgren", "psykolog", &[(H, "bup", 100)], None),
    ("bup-2", "Farid Karimi", "familieterapeut", &[(H, "bup", 100)], None),
    ("bup-3", "Silje Aarnes", "overlege", &[(H, "bup", 50)], None),
    ("dps", "Lars Petter Dahl", "barneansvarlig", &[(H, "dps", 100)], None),
    ("dps-2", "Zeynep Kaya", "psykolog", &[(H, "dps", 100)], None),
    ("barneavdeling", "Astrid Nygård", "kontaktlege", &[(H, "barneavdeling", 100)], None),
    ("barneavdeling-2", "Henrik Wold", "sykepleier, barneansvarlig", &[(H, "barneavdeling", 100)], None),
    ("sykehusskole", "Tuva Bakken", "lærer på sykehusskolen", &[(H, "barneavdeling", 60)], None),
    ("nyfodt", "Mona Sletten", "sykepleier, nyfødt hjemme", &[(H, "nyfodt", 100)], None),
    ("nyfodt-2", "Adrian Sunde", "barnelege", &[(H, "nyfodt", 100)], None),
    ("helsestasjon-2", "Fatuma Hassan", "helsesykepleier", &[(H, "helsestasjon", 100)], None),
    ("helsestasjon-3", "Berit Skår", "helsesykepleier", &[(H, "helsestasjon-fjellside", 100)], None),
    ("helsestasjon-4", "Julie Engen", "helsesykepleier", &[(H, "helsestasjon-fjellside", 80)], None),
    ("hfu", "Camilla Roth", "helsesykepleier", &[(H, "hfu", 40), (H, "skolehelse", 60)], None),
    ("skolehelse", "Gunn Eriksen", "helsesykepleier", &[(H, "skolehelse", 100)], None),
    ("skolehelse-2", "Sara Jakobsen", "helsesykepleier", &[(H, "skolehelse", 100)], None),
    ("jordmor", "Eli Rustøen", "jordmor", &[(H, "jordmor", 100)], None),
    ("jordmor-2", "Hanna Kidane", "jordmor", &[(H, "jordmor", 80)], None),
    ("lege-2", "Ingvild Myhre", "fastlege", &[(H, "legesenter", 100)], None),
    ("lege-3", "Rajesh Patel", "fastlege", &[(H, "legesenter-fjellside", 100)], None),
    ("rask-hjelp", "Ida Marie Ness", "psykolog", &[(H, "rask-hjelp", 100)], None),
    ("familieteam", "Per Olav Stene", "familieterapeut", &[(H, "familieteam", 100)], None),
    ("familieteam-2", "Oksana Melnyk", "psykolog", &[(H, "familieteam", 100)], None),
    ("familiehuset", "Wenche Aas", "miljøterapeut", &[(H, "familiehuset", 100)], None),
    ("familiehuset-2", "Miriam Goldberg", "familieveileder", &[(H, "familiehuset", 60)], None),
    ("rus", "Stian Hauge", "ruskonsulent", &[(H, "rus", 100)], None),
    ("rus-2", "Liv Torill Ask", "psykiatrisk sykepleier", &[(H, "rus", 100)], None),
    ("fys", "Guro Vestby", "barnefysioterapeut", &[(H, "fys-ergo", 100)], None),
    ("ergo", "Emil Krog", "ergoterapeut", &[(H, "fys-ergo", 100)], None),
    ("avlastning", "Unni Brekke", "leder av avlastningen", &[(H, "avlastning", 100)], None),
    ("stottekontakt", "Kevin Osei", "støttekontakt", &[(H, "avlastning", 20)], None),
    ("avlastningsbolig", "Marte Lillevik", "miljøterapeut", &[(H, "boliger-unge", 100)], None),
    ("omsorg-voksne", "Trond Hellum", "teamleder", &[(H, "omsorg-voksne", 100)], None),
    ("tildeling-2", "Nina Bergersen", "saksbehandler", &[(H, "tildeling", 100)], None),
    ("fritid", "Ayan Farah", "fritidskontakt", &[(H, "fritid", 100)], None),
    ("klubb", "Magnus Tveter", "klubbleder", &[(H, "klubb", 80)], None),
    ("utekontakt", "Leyla Demir", "utekontakt", &[(H, "utekontakt", 100)], None),
    ("los", "Sondre Fjeld", "ungdomslos", &[(H, "los", 100)], None),
    ("los-2", "Emma Sofie Lie", "ungdomslos", &[(H, "los", 100)], None),
    ("kulturskole", "Jørgen Moe Hansen", "musikklærer", &[(H, "kulturskole", 60)], None),
    ("bibliotek", "Anita Sørlie", "bibliotekar", &[(H, "bibliotek", 100)], None),
    ("smaafolk", "Birgit Ruud", "pedagogisk leder", &[(H, "smaafolk", 100)], None),
    ("barnehage", "Hilde Kroken", "pedagogisk leder", &[(H, "barnehage-havna", 100)], None),
    ("barnehage-2", "Sunna Eira", "pedagogisk leder", &[(H, "barnehage-granlia", 100)], None),
    ("barnehage-3", "Cecilie Dale", "styrer", &[(H, "barnehage-granlia", 100)], None),
    ("barnehage-4", "Robert Lindahl", "pedagogisk leder", &[(H, "barnehage-tyttebaer", 100)], None),
    ("barnehage-5", "Selam Gebre", "spesialpedagog", &[(H, "barnehage-havna", 100)], None),
    ("laerer-2", "Øystein Bø", "kontaktlærer 3A", &[(H, "skole-sentrum", 100)], None),
    ("laerer-3", "Ragna Vold", "kontaktlærer 1B", &[(H, "skole-sentrum", 100)], None),
    ("rektor", "Geir Holte", "rektor", &[(H, "skole-sentrum", 100)], None),
    ("laerer-4", "Therese Bjerke", "kontaktlærer 5A", &[(H, "skole-fjellside", 100)], None),
    ("laerer-5", "Amund Skog", "kontaktlærer 2A", &[(H, "skole-fjellside", 100)], None),
    ("sosiallaerer", "Yasmin Haidari", "sosiallærer", &[(H, "skole-fjellside", 100)], None),
    ("laerer-6", "Kine Amundsen", "spesialpedagog", &[(H, "skole-granlia", 100)], None),
    ("laerer-7", "Dag Roar Iversen", "avdelingsleder", &[(H, "skole-granlia", 100)], None),
    ("laerer-8", "Ronja Pedersen", "kontaktlærer 4B", &[(H, "skole-granlia", 100)], None),
    ("ungdom-laerer", "Martin Hegg", "kontaktlærer 9C", &[(H, "ungdomsskole", 100)], None),
    ("ungdom-laerer-2", "Ingeborg Tangen", "kontaktlærer 8A", &[(H, "ungdomsskole", 100)], None),
    ("ungdom-laerer-3", "Jan Erik Solli", "kontaktlærer 10B", &[(H, "ungdomsskole", 100)], None),
    ("vgs", "Vibeke Fredheim", "rådgiver", &[(H, "vgs", 100)], None),
    ("vgs-2", "Mohamed Abdi", "miljøveileder", &[(H, "vgs", 100)], None),
    ("voksen", "Elin Sandvik", "lærer i norsk", &[(H, "voksenopplaering", 100)], None),
    ("sfo", "Tor Inge Ask", "SFO-leder", &[(H, "sfo-sentrum", 100)], None),
    ("sfo-2", "Maja Lind", "SFO-leder", &[(H, "sfo-fjellside", 100)], None),
    ("ot", "Christian Bakke", "veileder", &[(H, "ot", 100)], None),
    ("nav-2", "Jeanette Moen", "veileder", &[(H, "nav", 100)], None),
    ("gjeld", "Odd Roger Nilsen", "gjeldsrådgiver", &[(H, "nav", 100)], None),
    ("nav-3", "Parisa Ahmadi", "veileder", &[(H, "nav", 100)], None),
    ("karriere", "Beate Myklebust", "karriereveileder", &[(H, "nav-stat", 100)], None),
    ("nav-stat", "Terje Bolstad", "veileder", &[(H, "nav-stat", 100)], None),
    ("hjelpemidler", "Inger Lise Haug", "rådgiver", &[(H, "hjelpemidler", 100)], None),
    ("barnevern", "Monica Sand", "kontaktperson", &[(H, "barnevern", 100)], None),
    ("barnevern-2", "Thomas Riise", "kontaktperson", &[(H, "barnevern", 100)], None),
    ("barnevern-3", "Hodan Nur", "familieveileder", &[(H, "barnevern", 100)], None),
    ("barnevernvakt", "Rune Myrvang", "vaktleder", &[(H, "barnevernvakt", 100)], None),
    ("fosterhjem", "Gerd Ulriksen", "veileder", &[(H, "fosterhjem", 100)], None),
    ("bolig-2", "Lena Kristoffersen", "boligkonsulent", &[(H, "bolig", 100)], None),
    ("flyktning", "Abel Haile", "programrådgiver", &[(H, "flyktning", 100)], None),
    ("flyktning-2", "Iryna Bondar", "programrådgiver", &[(H, "flyktning", 100)], None),
    ("minoritet", "Nasrin Omid", "minoritetsrådgiver", &[(H, "minoritet", 100)], None),
    ("tannhelse", "Eirik Stokke", "tannlege", &[(H, "tannhelse", 100)], None),
    ("krisesenter", "Kari Vangen", "miljøterapeut", &[(H, "krisesenter", 100)], None),
    ("familievern", "Anders Lome", "familieterapeut", &[(H, "familievern", 100)], None),
    ("politi", "Hanne Bruvik", "forebyggende kontakt", &[(H, "politi", 100)], None),
    ("verge", "Reidar Opdahl", "oppnevnt verge", &[(H, "verge", 0)], None),
    ("trener-2", "Malin Storli", "håndballtrener J10", &[(V, "il", 0)], None),
    ("trener-3", "Isak Teigen", "allidrettstrener", &[(V, "il", 0)], None),
    ("rode-kors", "Turid Evensen", "leksehjelper", &[(V, "rode-kors", 0)], None),
    ("rode-kors-2", "Samuel Okafor", "norsktrener", &[(V, "rode-kors", 0)], None),
    ("home-start", "Bodil Sveen", "familiekontakt", &[(V, "home-start", 0)], None),
    ("home-start-2", "Ruth Aamodt", "familiekontakt", &[(V, "home-start", 0)], None),
    ("frivillig", "Harald Munkvold", "sjåfør", &[(V, "frivilligsentral", 0)], None),
    ("pargruppe", "Trine Lise Foss", "leder av foreldregruppa", &[(V, "pargruppe", 0)], None),
];

/// How many families each coordinator has in the ordinary demo; the sum is the number of active families.
pub const LOADS: [u16; 14] = [13, 15, 15, 14, 13, 12, 12, 11, 11, 10, 9, 8, 7, 2];

/// Keys of the coordinators, in the order of [`LOADS`].
pub fn coordinators() -> impl Iterator<Item = &'static str> {
    ROWS.iter().filter(|row| row.3.iter().any(|held| held.0 == C)).map(|row| row.0)
}

/// All helpers, with the key by which stories name them.
pub fn helpers(
    id: impl Fn(&str) -> ActorId,
    service: impl Fn(&str) -> ServiceId,
    from: Date,
) -> Vec<(&'static str, Helper)> {
    ROWS.iter()
        .enumerate()
        .map(|(place, &(key, name, title, roles, face))| {
            let assignments = roles
                .iter()
                .map(|&(role, of, percent)| Assignment {
                    role,
                    service: service(of),
                    from,
                    until: None,
                    percent,
                })
                .collect();
            // 400 00 123 is Ingrid's, as in the pictures.
            let phone = if place == 0 { "400 00 123".into() } else { format!("400 00 {:03}", 300 + place) };
            (
                key,
                Helper {
                    id: id(key),
                    name: name.into(),
                    title: title.into(),
                    phone: Some(phone),
                    face,
                    district: None,
                    vouched: if roles.iter().any(|(role, ..)| *role == V) {
                        in_order(from)
                    } else {
                        Vouched::default()
                    },
                    assignments,
                },
            )
        })
        .collect()
}

/// A volunteer who has signed, and has shown the certificate, since that day.
const fn in_order(day: Date) -> Vouched {
    Vouched { declared: Some(day), certificate: Some(Certificate { seen: true, on: day }) }
}

/// A volunteer who came last week, and has not signed yet: nobody can ask her.
pub fn newcomer(id: ActorId, service: ServiceId, from: Date) -> Helper {
    Helper {
        id,
        name: "Nora Fjeld".into(),
        title: "aktivitetsvenn, ny".into(),
        phone: Some("400 00 299".into()),
        face: None,
        district: None,
        vouched: Vouched::default(),
        assignments: vec![Assignment { role: V, service, from, until: None, percent: 0 }],
    }
}
