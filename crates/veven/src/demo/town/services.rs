//! The services of Lindvik: what there is, for whom, where and when. Made up, all of it.

use access::{Hours, Service};
use dossier::Sector::{self, *};
use dossier::ServiceId;
use jiff::civil::{Date, time};

/// When a service is open.
#[derive(Clone, Copy)]
enum Open {
    /// Monday to Friday, 8 to 15.30.
    Office,
    /// Monday to Friday, 7 to 16.30.
    Day,
    /// Two afternoons.
    Afternoons,
    /// Evenings of two days.
    Evenings,
    /// Always.
    Always,
    /// By agreement.
    Agreed,
}
use Open::{Afternoons, Agreed, Always, Day, Evenings, Office};

/// Who may come.
#[derive(Clone, Copy, PartialEq)]
enum For {
    /// Everybody, without referral.
    All,
    /// Somebody sends them, or they apply.
    Referred,
}
use For::{All, Referred};

type Ages = Option<(u8, u8)>;
type Row = (&'static str, &'static str, Sector, For, Ages, Open, &'static str, &'static str, &'static str);

/// Key, name, sector, for whom, ages, hours, telephone, place, and what it does in plain words.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("enhet", "Koordinerende enhet", MunicipalGeneral, All, None, Office, "400 00 121", "Rådhuset, 1. etasje", "Tar imot alle som spør om hjelp for familien, og finner en koordinator som passer."),
    ("familiehuset", "Familiens hus", MunicipalHealth, All, Some((0, 18)), Afternoons, "400 00 130", "Strandgata 4", "Råd og samtaler for foreldre og barn. Du kan komme uten timebestilling."),
    ("helsestasjon", "Helsestasjonen Sentrum", MunicipalHealth, All, Some((0, 20)), Office, "400 00 131", "Strandgata 4", "Følger barnet fra fødselen av: helse, søvn, mat, språk og samspill."),
    ("helsestasjon-fjellside", "Helsestasjonen Fjellside", MunicipalHealth, All, Some((0, 20)), Office, "400 00 132", "Fjellsidevegen 11", "Følger barnet fra fødselen av. Åpen dag for foreldre hver onsdag."),
    ("hfu", "Helsestasjon for ungdom", MunicipalHealth, All, Some((13, 25)), Evenings, "400 00 133", "Strandgata 4", "Kropp, kjærester, prevensjon og vonde tanker. Du trenger ikke time, og foreldre får ikke vite det."),
    ("skolehelse", "Skolehelsetjenesten", MunicipalHealth, All, Some((6, 19)), Day, "400 00 134", "På skolene", "Helsesykepleier på skolen. Barn kan banke på selv."),
    ("jordmor", "Jordmortjenesten", MunicipalHealth, All, None, Office, "400 00 135", "Strandgata 4", "Følger svangerskapet, og kommer hjem etter fødselen."),
    ("legesenter", "Havna legesenter", MunicipalHealth, Referred, None, Office, "400 00 136", "Kaigata 2", "Fastleger for store og små."),
    ("legesenter-fjellside", "Fjellside legekontor", MunicipalHealth, Referred, None, Office, "400 00 137", "Fjellsidevegen 9", "Fastleger for store og små."),
    ("legevakt", "Lindvik legevakt", MunicipalHealth, All, None, Always, "116 117", "Sykehusvegen 1", "Når det haster og ikke kan vente til fastlegen."),
    ("rask-hjelp", "Rask psykisk hjelp", MunicipalHealth, All, Some((16, 99)), Office, "400 00 138", "Strandgata 6", "Samtaler om uro, tristhet og søvn. Du tar kontakt selv."),
    ("familieteam", "Familieteamet", MunicipalHealth, All, Some((0, 18)), Day, "400 00 139", "Strandgata 4", "Psykolog og familieterapeut som kommer hjem når hverdagen har låst seg."),
    ("rus", "Rus og psykisk helse, voksne", MunicipalHealth, All, Some((18, 99)), Office, "400 00 140", "Brugata 8", "Oppfølging for voksne, også for foreldre som er i behandling."),
    ("fys-ergo", "Fysio- og ergoterapi for barn", MunicipalHealth, All, Some((0, 18)), Office, "400 00 141", "Brugata 8", "Bevegelse, hjelpemidler og tilrettelegging hjemme og på skolen."),
    ("avlastning", "Avlastning og støttekontakt", MunicipalHealth, Referred, Some((0, 99)), Office, "400 00 142", "Rådhuset, 2. etasje", "Avlastning i helger og ferier, støttekontakt og personlig assistanse."),
    ("boliger-unge", "Granlia avlastningsbolig", MunicipalHealth, Referred, Some((3, 18)), Always, "400 00 143", "Granlia 30", "Barn og unge er her noen døgn i måneden. Faste voksne."),
    ("omsorg-voksne", "Bolig og oppfølging for unge voksne", MunicipalHealth, Referred, Some((18, 35)), Office, "400 00 144", "Rådhuset, 2. etasje", "Egen bolig med hjelp for unge med utviklingshemming eller stort hjelpebehov."),
    ("tildeling", "Tildelingskontoret", MunicipalGeneral, All, None, Office, "400 00 145", "Rådhuset, 2. etasje", "Behandler søknader til kommunen: avlastning, omsorg, barnehage og SFO."),
    ("fritid", "Fritid med følge", MunicipalGeneral, All, Some((6, 20)), Afternoons, "400 00 146", "Kulturhuset", "Noen blir med de første gangene på trening, kor eller klubb."),
    ("klubb", "Ungdomsklubben Brygga", MunicipalGeneral, All, Some((13, 19)), Evenings, "400 00 147", "Kaigata 10", "Åpent hus med voksne som har tid. Gratis mat på onsdager."),
    ("utekontakt", "Utekontakten", MunicipalGeneral, All, Some((13, 24)), Evenings, "400 00 148", "Der ungdommene er", "Snakker med unge der de er, og blir med på møter."),
    ("los", "Ungdomslos", MunicipalGeneral, Referred, Some((13, 20)), Day, "400 00 149", "Brugata 2", "En fast voksen for unge som sliter med å komme på skolen."),
    ("kulturskole", "Lindvik kulturskole", MunicipalGeneral, All, Some((5, 20)), Afternoons, "400 00 150", "Kulturhuset", "Musikk, dans og tegning. Friplass for familier med lite penger."),
    ("bibliotek", "Lindvik bibliotek", MunicipalGeneral, All, None, Day, "400 00 151", "Torget 1", "Leksehjelp mandag og onsdag, språkkafé torsdag. Gratis."),
    ("smaafolk", "Åpen barnehage Småfolk", Kindergarten, All, Some((0, 5)), Day, "400 00 152", "Granlia 12", "Barn og voksne er her sammen. Gratis, uten søknad."),
    ("barnehage-havna", "Havna barnehage", Kindergarten, Referred, Some((1, 5)), Day, "400 00 153", "Kaigata 20", "Kommunal barnehage ved sjøen."),
    ("barnehage-granlia", "Granlia barnehage", Kindergarten, Referred, Some((1, 5)), Day, "400 00 154", "Granlia 14", "Kommunal barnehage med samisk avdeling fra 2025."),
    ("barnehage-tyttebaer", "Tyttebæret familiebarnehage", Kindergarten, Referred, Some((1, 5)), Day, "400 00 155", "Fjellsidevegen 40", "Liten, privat barnehage."),
    ("skole-sentrum", "Lindvik barneskole", School, Referred, Some((6, 13)), Day, "400 00 156", "Skolegata 1", "1. til 7. trinn, med mottaksklasse."),
    ("skole-fjellside", "Fjellside skole", School, Referred, Some((6, 13)), Day, "400 00 157", "Fjellsidevegen 20", "1. til 7. trinn."),
    ("skole-granlia", "Granlia skole", School, Referred, Some((6, 13)), Day, "400 00 158", "Granlia 22", "1. til 7. trinn, med forsterket avdeling."),
    ("ungdomsskole", "Lindvik ungdomsskole", School, Referred, Some((13, 16)), Day, "400 00 159", "Skolegata 5", "8. til 10. trinn."),
    ("vgs", "Lindvik videregående skole", School, Referred, Some((16, 21)), Day, "400 00 160", "Skolegata 12", "Studiespesialisering, yrkesfag og tilrettelagt opplæring."),
    ("voksenopplaering", "Lindvik voksenopplæring", School, All, Some((18, 99)), Day, "400 00 161", "Skolegata 7", "Norsk, grunnskole og fagbrev for voksne."),
    ("sfo-sentrum", "SFO Lindvik barneskole", AfterSchool, Referred, Some((6, 10)), Day, "400 00 162", "Skolegata 1", "Før og etter skolen. Rimeligere for familier med lav inntekt."),
    ("sfo-fjellside", "SFO Fjellside", AfterSchool, Referred, Some((6, 10)), Day, "400 00 163", "Fjellsidevegen 20", "Før og etter skolen."),
    ("ppt", "Pedagogisk-psykologisk tjeneste", EducationalPsychology, All, Some((0, 99)), Office, "400 00 164", "Brugata 2", "Hjelper barnehage og skole når læringen er vanskelig. Foreldre kan ringe selv."),
    ("ot", "Oppfølgingstjenesten", YouthFollowUp, All, Some((15, 24)), Office, "400 00 165", "Skolegata 12", "For unge som ikke er i skole eller jobb."),
    ("nav", "NAV Lindvik, økonomi og bolig", NavMunicipal, All, Some((18, 99)), Office, "400 00 166", "Torget 3", "Økonomisk hjelp, nødhjelp, gjeldsråd og kvalifiseringsprogram."),
    ("nav-stat", "NAV Lindvik, arbeid og ytelser", NavState, All, Some((16, 99)), Office, "400 00 188", "Torget 3", "Jobb, hjelpestønad, pleiepenger og arbeidsavklaring."),
    ("hjelpemidler", "NAV hjelpemiddelsentral", NavState, Referred, None, Office, "400 00 189", "Fylkeshuset", "Hjelpemidler hjemme, på skolen og på jobb, og tolk for døve."),
    ("barnevern", "Barneverntjenesten i Lindvik", ChildWelfare, All, Some((0, 24)), Office, "400 00 167", "Brugata 4", "Råd og hjelp hjemme, og hjelp når barn ikke har det trygt."),
    ("barnevernvakt", "Barnevernvakta", ChildWelfare, All, Some((0, 24)), Always, "400 00 168", "Brugata 4", "Når et barn trenger hjelp med en gang, kveld, natt og helg."),
    ("fosterhjem", "Fosterhjemstjenesten", ChildWelfare, Referred, None, Office, "400 00 169", "Fylkeshuset", "Følger opp fosterhjem og barna som bor der."),
    ("bolig", "Boligkontoret", Housing, All, Some((18, 99)), Office, "400 00 170", "Rådhuset, 1. etasje", "Kommunal bolig, startlån, bostøtte og hjelp når boligen ikke er god nok."),
    ("flyktning", "Flyktningtjenesten", Integration, All, None, Office, "400 00 171", "Torget 5", "Bosetting, introduksjonsprogram og de første årene i Lindvik."),
    ("minoritet", "Minoritetsrådgiver", Integration, All, Some((13, 24)), Day, "400 00 172", "Skolegata 12", "Snakk med meg om frihet, press og familie. Jeg har taushetsplikt."),
    ("habu", "Barnehabiliteringen", SpecialistHealth, Referred, Some((0, 18)), Office, "400 00 173", "Sykehuset, bygg C", "Utredning og oppfølging av barn med funksjonsnedsettelser."),
    ("havo", "Voksenhabiliteringen", SpecialistHealth, Referred, Some((18, 99)), Office, "400 00 174", "Sykehuset, bygg C", "Oppfølging av voksne med funksjonsnedsettelser."),
    ("bup", "BUP Lindvik", SpecialistHealth, Referred, Some((0, 18)), Office, "400 00 175", "Sykehuset, bygg B", "Utredning og behandling når barn og unge har det vondt."),
    ("dps", "Lindvik DPS", SpecialistHealth, Referred, Some((18, 99)), Office, "400 00 176", "Sykehuset, bygg B", "Behandling for voksne. Barneansvarlig for deg som er forelder."),
    ("barneavdeling", "Barneavdelingen, sykehuset", SpecialistHealth, Referred, Some((0, 18)), Always, "400 00 177", "Sykehuset, bygg A", "Når barn er alvorlig syke. Sykehusskole og lekerom."),
    ("nyfodt", "Nyfødtavdelingen, sykehuset", SpecialistHealth, Referred, Some((0, 1)), Always, "400 00 178", "Sykehuset, bygg A", "For barn som kommer for tidlig. Nyfødt hjemme når dere er klare."),
    ("tannhelse", "Tannklinikken", Dental, All, Some((0, 24)), Office, "400 00 179", "Torget 7", "Gratis for barn og unge. Vi har god tid til dem som er redde."),
    ("krisesenter", "Krisesenteret", CrisisShelter, All, None, Always, "400 00 180", "", "For deg som blir utsatt for vold. Ring, når som helst."),
    ("familievern", "Familievernkontoret", FamilyCounselling, All, None, Office, "400 00 181", "Torget 9", "Samtaler for par og foreldre, og mekling når dere går fra hverandre."),
    ("politi", "Politiet i Lindvik, forebyggende", Police, All, None, Office, "400 00 190", "Brugata 20", "Forebyggende samtaler og rådgivning om trygghet."),
    ("verge", "Vergemål", Guardian, Referred, None, Agreed, "400 00 182", "", "Oppnevnte verger for barn og voksne."),
    ("il", "Lindvik IL", Voluntary, All, Some((5, 19)), Evenings, "400 00 183", "Lindvik stadion", "Fotball, håndball og allidrett. Ingen sitter på benken på grunn av penger."),
    ("rode-kors", "Lindvik Røde Kors", Voluntary, All, None, Evenings, "400 00 184", "Brugata 12", "Leksehjelp, ferieturer og norsktrening. Gratis."),
    ("home-start", "Home-Start familiekontakten", Voluntary, All, Some((0, 6)), Agreed, "400 00 185", "Strandgata 4", "En frivillig kommer hjem noen timer i uka til familier med små barn."),
    ("frivilligsentral", "Frivilligsentralen", Voluntary, All, None, Day, "400 00 186", "Torget 2", "Kjøring, handling, utstyrslån og noen å drikke kaffe med."),
    ("pargruppe", "Foreldregruppa for nevromangfold", Voluntary, All, None, Evenings, "400 00 187", "Familiens hus", "Foreldre som skjønner det uten at du må forklare. Hver tredje torsdag."),
];

fn hours(open: Open) -> Vec<Hours> {
    let on =
        |days: &[i8], opens, closes| days.iter().map(|&weekday| Hours { weekday, opens, closes }).collect();
    match open {
        Open::Office => on(&[1, 2, 3, 4, 5], time(8, 0, 0, 0), time(15, 30, 0, 0)),
        Open::Day => on(&[1, 2, 3, 4, 5], time(7, 0, 0, 0), time(16, 30, 0, 0)),
        Open::Afternoons => on(&[2, 4], time(12, 0, 0, 0), time(18, 0, 0, 0)),
        Open::Evenings => on(&[1, 3], time(17, 0, 0, 0), time(21, 0, 0, 0)),
        Open::Always => on(&[1, 2, 3, 4, 5, 6, 7], time(0, 0, 0, 0), time(23, 59, 0, 0)),
        Open::Agreed => Vec::new(),
    }
}

/// All services, with the key by which stories name them.
pub fn services(id: impl Fn(&str) -> ServiceId, checked: Date) -> Vec<(&'static str, Service)> {
    ROWS.iter()
        .map(|&(key, name, sector, who, ages, open, phone, place, description)| {
            let service = Service {
                id: id(key),
                name: name.into(),
                sector,
                description: description.into(),
                phone: Some(phone.into()),
                // An address that leads nowhere, as the telephones do.
                url: (key == "barnevern").then(|| "https://lindvik.example/meld-til-barnevernet".into()),
                place: place.into(),
                hours: hours(open),
                open_to_all: who == For::All,
                from_age: ages.map(|(from, _)| from),
                to_age: ages.map(|(_, to)| to).filter(|&to| to < 99),
                source: None,
                checked: Some(checked),
                decides: Vec::new(),
                sets: Default::default(),
            };
            (key, service)
        })
        .collect()
}
