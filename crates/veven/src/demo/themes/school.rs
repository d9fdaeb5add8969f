//! Themes around school: a child who cannot go, a child who needs other ways, a child who grows up.

use super::By::{Helper as H, Member};
use super::Whose::{Adult, Child, Eldest, Family};
use super::{HEALTH, MONEY, SCHOOL, Theme, Thread};
use dossier::Area;

/// Autism, ADHD, noise: a child who cannot go to school.
pub const SHUT_OUT: Theme = Theme {
    least: (1, 1),
    weight: 4,
    asks: &[
        (
            "{barn} har autisme og klarer ikke å være på skolen. Vi får beskjed om å vente på utredning.",
            "At noen ser hele dagen, ikke bare timene.",
        ),
        (
            "Fraværet vokser. Skolen sier BUP, BUP sier skolen. Vi er slitne.",
            "Ett møte der alle er til stede samtidig.",
        ),
        (
            "Our son has ADHD and is sent home every second day. I have stopped working.",
            "Somebody who knows the system.",
        ),
        ("Kvar morgon er ein kamp. {barn} gøymer seg under senga.", "Ro. Og nokon som ikkje skuldar på oss."),
    ],
    acute: "Skolen vil ikke ha {barn} tilbake før det er avklart.",
    services: &["Skolen", "PPT", "BUP"],
    lacks: &[
        (
            "{barn} har ikke vært en hel dag på skolen siden vinterferien",
            Some(Area::School),
            true,
            "ppt",
            Child,
        ),
        ("Morgenene ender i gråt", Some(Area::Everyday), true, "familieteam", Child),
        ("Søsken blir glemt", Some(Area::Everyday), false, "familiehuset", Family),
        ("Ingen vet hvem som eier skoleveien", None, false, "", Child),
        ("{voksen} er sykmeldt fordi alle ringer", Some(Area::Work), false, "nav-stat", Adult),
    ],
    threads: &[
        Thread {
            whose: Child,
            dream: "Å ha én venn som ikke blir sliten av meg.",
            goal: "Én time med én venn hver uke",
            sign: "{barn} spør selv om vennen kan komme",
            note: "PPT: trenger forutsigbarhet og pauser.",
            acts: &[
                ("Spørre en i klassen om å komme hjem på lørdag", Member, "De bygde hytte i stua."),
                ("Lekegruppe med to barn, samme rom, samme tid", H("sosiallaerer"), "Fem ganger nå."),
                ("Foreldrene til vennen får vite hva som hjelper", Member, ""),
            ],
        },
        Thread {
            whose: Child,
            dream: "At det er stille når jeg trenger det.",
            goal: "{barn} er på skolen to timer om dagen",
            sign: "fire dager på rad uten å bli hentet",
            note: "",
            acts: &[
                ("Eget rom med egen nøkkel", H("laerer-4"), "Rommet heter Hulen."),
                ("Dagsplan med bilder, sendt kvelden før", H("laerer-6"), "Kommer kl. 18 hver kveld."),
                ("Skoletaxi med samme sjåfør", H("tildeling-2"), ""),
                ("Ny utredning av språk og hørsel", H("ppt"), "Normal hørsel."),
            ],
        },
        Thread {
            whose: Adult,
            dream: "Å drikke kaffen mens den er varm.",
            goal: "Én kveld fri i uka",
            sign: "{voksen} har vært på trening tre ganger",
            note: "",
            acts: &[
                ("Avlastning torsdag kveld", H("avlastning"), "Starter i neste uke."),
                (
                    "Foreldregruppa for nevromangfold",
                    H("pargruppe"),
                    "Har vært der to ganger. Lo for første gang på lenge.",
                ),
            ],
        },
    ],
    strengths: &[
        "{barn} husker alle planetene og månene deres.",
        "Storesøster leser høyt i baderommet. Der er det stille.",
        "Vi ler mye når vi er alene.",
        "Morfar henter, og han har god tid.",
    ],
    voices: &[
        (
            Child,
            "jeg vil ha den samme vikaren hver gang",
            "Det er en god idé. Rektor har sagt ja fra mandag.",
        ),
        (
            Eldest,
            "kan dere snakke om noe annet enn lillebror på møtene",
            "Ja. Første punkt neste gang er deg.",
        ),
        (
            Adult,
            "Vi har nå forklart det samme til ni mennesker.",
            "Takk for at du teller. Jeg har skrevet én side som alle får, hvis dere sier ja.",
        ),
    ],
    questions: &[
        ("ppt", "Når kan dere observere i klassen?", "Skolen venter på det før de setter inn voksen."),
        ("bup", "Kan time flyttes til etter kl. 12?", "{barn} sover ikke før kl. 4."),
        ("rektor", "Kan {barn} begynne kl. 10 i en periode?", "Morgenene er det verste."),
        ("tannhelse", "Kan {barn} få time når det er tomt på venterommet?", ""),
    ],
    team: &[
        ("ppt", "Følger saken i PPT"),
        ("bup", "Behandler"),
        ("laerer-4", "Kontaktlærer"),
        ("familieteam", "Kommer hjem annenhver uke"),
    ],
    shares: &[
        ("ppt", SCHOOL, "Så PPT og skolen ser det samme"),
        ("bup", HEALTH, "Så vi slipper å fortelle alt på nytt"),
        ("skole-fjellside", SCHOOL, "Så læreren vet hva som hjelper"),
    ],
    notes: &[
        "{barn} var på skolen to timer tirsdag.",
        "Nattevåk igjen. Vi flytter timen.",
        "Ny vikar gikk ikke bra. Jeg har ringt rektor.",
        "Fin dag på biblioteket.",
    ],
};

/// A child with a disability who needs many helpers and aids.
pub const DISABILITY: Theme = Theme {
    least: (1, 1),
    weight: 3,
    asks: &[
        (
            "{barn} har cerebral parese. Vi har søkt om det samme fire ganger, til fire kontorer.",
            "At én søknad er nok.",
        ),
        ("Vi har vedtak på assistent, men ingen assistent.", "Noen som maser for oss."),
        (
            "Stolen er for liten, rampa er for bratt, og ventetida er for lang.",
            "At ting kommer før {barn} har vokst fra dem.",
        ),
    ],
    acute: "Løfteren er i stykker, og {voksen} har vondt i ryggen.",
    services: &["Barnehabiliteringen", "Fysioterapi", "NAV hjelpemiddelsentral"],
    lacks: &[
        ("Løfteren er i stykker", Some(Area::Health), true, "hjelpemidler", Child),
        ("Fire søknader om det samme", Some(Area::Between), false, "", Child),
        ("{voksen} har vondt i ryggen", Some(Area::Health), false, "lege-2", Adult),
        ("Ingen avlastning i sommerferien", Some(Area::Everyday), true, "avlastning", Child),
        ("Bilen er for liten for stolen", Some(Area::Economy), false, "nav-stat", Adult),
    ],
    threads: &[
        Thread {
            whose: Child,
            dream: "Å komme meg opp på scenen uten at noen løfter.",
            goal: "{barn} er med i skolerevyen",
            sign: "rampa er prøvd på generalprøven",
            note: "Fysio: trapp med håndløper er mulig.",
            acts: &[
                ("Rampe til scenen", H("ergo"), "Vaktmesteren snekret den."),
                ("Trening i rulling to ganger i uka", H("fys"), "Sterkere armer nå."),
                ("Spørre musikklæreren om en rolle", Member, "Hun skal være kongen."),
            ],
        },
        Thread {
            whose: Family,
            dream: "En ferie der vi ikke må avlyse.",
            goal: "Fire dager på hytta i sommer",
            sign: "stolen passer inn i bilen",
            note: "",
            acts: &[
                ("Søke om bil", H("nav-stat"), "Søknaden er sendt."),
                ("Låne strandstol", H("hjelpemidler"), "Hentes i mai."),
                ("Bestille tilrettelagt hytte", Member, "Bestilt!"),
            ],
        },
        Thread {
            whose: Adult,
            dream: "Å sove en hel natt.",
            goal: "To netter i måneden i avlastningsboligen",
            sign: "{barn} gleder seg dit",
            note: "",
            acts: &[
                ("Besøke Granlia sammen", H("avlastningsbolig"), "Fikk velge farge på rommet."),
                ("Vedtak om avlastning", H("tildeling-2"), ""),
            ],
        },
    ],
    strengths: &[
        "{barn} får alle til å le, også legene.",
        "Besteforeldrene har lært seg løfteren.",
        "Vi kan skjemaene bedre enn saksbehandlerne.",
        "Klassen løper om kapp med stolen.",
    ],
    voices: &[
        (
            Child,
            "jeg vil at de snakker til meg og ikke til mamma",
            "Det skal jeg si først på møtet. Du kan si det selv også, hvis du vil.",
        ),
        (
            Adult,
            "Vi fikk avslag på noe vi ikke har søkt om.",
            "Jeg har brevet. Det var feil, og de sender nytt.",
        ),
        (Eldest, "Kan jeg få være med på avlastning jeg også?", "Jeg spør. Noen ganger går det."),
    ],
    questions: &[
        ("hjelpemidler", "Når kommer ny løfter?", "Den gamle er i stykker."),
        ("ergo", "Kan du måle badet denne uka?", "Vi må vite det før vi søker om tilskudd."),
        ("habu-2", "Trenger vi ny henvisning?", "Det har gått et år."),
        ("avlastning", "Er det plass i høstferien?", ""),
    ],
    team: &[
        ("habu", "Følger {barn} i barnehabiliteringen"),
        ("fys", "Fysioterapeut"),
        ("ergo", "Ergoterapeut"),
        ("laerer-6", "Spesialpedagog"),
    ],
    shares: &[
        ("habu", HEALTH, "Så sykehuset vet hva som er gjort hjemme"),
        ("fys-ergo", HEALTH, "Så treningen henger sammen"),
        ("skole-granlia", SCHOOL, "Så skolen er forberedt"),
    ],
    notes: &[
        "Stolen er justert.",
        "Avlastningen måtte avlyse. Vi finner ny dag.",
        "{barn} var med på svømming.",
        "Gikk gjennom vedtaket sammen.",
    ],
};

/// A youth on the way out of childhood.
pub const GROWING_UP: Theme = Theme {
    least: (1, 1),
    weight: 2,
    asks: &[
        (
            "{barn} er snart ferdig på ungdomsskolen og har knapt karakterer. Hva nå?",
            "At noen tenker lenger enn til juni.",
        ),
        ("Jeg er redd {barn} forsvinner når ingen lenger har plikt til å ringe.", "En voksen som blir."),
        ("Vi flytter mellom tre kontor. Alle sier «når du blir 18».", "En plan som virker før."),
    ],
    acute: "{barn} sover hos venner, og vi vet ikke hvor.",
    services: &["Lindvik videregående skole", "Ungdomslos"],
    lacks: &[
        ("Ingen vet hva som skjer etter skolen", Some(Area::School), false, "vgs", Eldest),
        ("{barn} har ikke bankkort eller konto", Some(Area::Economy), false, "", Eldest),
        ("Fastlegen er fortsatt barnelegen", Some(Area::Health), false, "lege-3", Eldest),
        ("{barn} bor litt overalt", Some(Area::Housing), true, "utekontakt", Eldest),
    ],
    threads: &[
        Thread {
            whose: Eldest,
            dream: "jobb med hendene, ikke pult",
            goal: "Lærlingplass fra høsten",
            sign: "jeg har vært på jobb en uke uten å komme for sent",
            note: "Rådgiver: praksisbrev er mulig.",
            acts: &[
                ("Prøveuke på verkstedet", H("vgs"), "sjefen sa jeg kunne komme igjen"),
                ("Skrive søknad sammen", H("los"), "Sendt før fristen."),
                ("Øve til kjøreteori", Member, "bestod!!"),
            ],
        },
        Thread {
            whose: Eldest,
            dream: "Egen nøkkel.",
            goal: "Hybel med noen i nærheten",
            sign: "jeg har vasket klær selv en måned",
            note: "",
            acts: &[
                ("Se på treningsleilighet", H("omsorg-voksne"), "den med utsikt er best"),
                ("Søke om bostøtte", H("nav-2"), ""),
                ("Lære å lage fem middager", Member, "Taco teller."),
            ],
        },
        Thread {
            whose: Adult,
            dream: "Å slippe å være redd når telefonen ringer.",
            goal: "Vi vet hvor {barn} er om natta",
            sign: "melding hver kveld i to uker",
            note: "",
            acts: &[
                ("Avtale om melding før midnatt", Member, "Det holder. Stort sett."),
                ("Samtale med utekontakten", H("utekontakt"), ""),
            ],
        },
    ],
    strengths: &[
        "{barn} reparerer alt, også det som ikke er i stykker.",
        "Vi er glade i hverandre selv om vi roper.",
        "Onkel har lovet mopeden.",
        "{barn} snakker med utekontakten når det gjelder.",
    ],
    voices: &[
        (Eldest, "dere prater om meg som om jeg ikke er her", "Du har rett. Neste møte styrer du lista."),
        (Eldest, "kan jeg få lese hva dere skriver?", "Ja. Alt som er om deg, står på siden din."),
        (
            Adult,
            "Hvem er det egentlig som bestemmer når {barn} er 17?",
            "God ting å spørre om. Vi tar det med rådgiveren på tirsdag.",
        ),
    ],
    questions: &[
        ("ot", "Kan du ta kontakt før {barn} slutter?", "Da er vi i tide denne gangen."),
        ("vgs", "Hva skjer hvis {barn} stryker i gym?", ""),
        ("nav-2", "Hva kan {barn} søke om fra 18 år?", "Bursdagen er snart."),
        ("hfu", "Kan {barn} komme uten time?", "Vil ikke sitte på venterom."),
    ],
    team: &[
        ("los", "Ungdomslos"),
        ("vgs", "Rådgiver"),
        ("utekontakt", "Møter {barn} ute"),
        ("klubb", "Ser {barn} på klubben"),
    ],
    shares: &[
        ("vgs", SCHOOL, "Så skolen og losen vil det samme"),
        ("ot", SCHOOL, "Så ingen slipper taket i sommer"),
        ("nav", MONEY, "Så overgangen til voksen går bra"),
    ],
    notes: &[
        "Møttes på kaia. Snakket om alt annet.",
        "{barn} svarte på melding med én tommel.",
        "Var med til legen, satt i gangen.",
        "To dager på verkstedet denne uka.",
    ],
};
