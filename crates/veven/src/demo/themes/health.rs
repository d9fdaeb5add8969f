//! Themes around health: a child who is seriously ill, an infant, a parent in treatment.

use super::By::{Helper as H, Member};
use super::Whose::{Adult, Child, Eldest, Family};
use super::{HEALTH, MONEY, SCHOOL, Theme, Thread, WELFARE};
use dossier::Area;

/// A child who is seriously ill.
pub const ILL: Theme = Theme {
    least: (1, 1),
    weight: 2,
    asks: &[
        (
            "{barn} har alvorlig hjertefeil. Vi har tolv ulike timer denne måneden, på fem steder.",
            "At timene henger sammen.",
        ),
        (
            "{barn} har diabetes og cøliaki. Barnehagen tør ikke ta imot uten opplæring.",
            "At noen lærer opp barnehagen.",
        ),
        (
            "Ventetida på svar er det verste. Ingen kan si hvem som ringer, eller når.",
            "En dato. Bare en dato.",
        ),
    ],
    acute: "Vi er på sykehuset, og det er ingen hjemme hos søsknene.",
    services: &["Barneavdelingen", "Fastlegen"],
    lacks: &[
        ("Ingen hos søsknene når vi må på sykehuset om natta", None, true, "", Family),
        ("Medisinen koster mer enn matbudsjettet", Some(Area::Economy), true, "nav-3", Adult),
        ("{barn} mister skole i lange perioder", Some(Area::School), false, "sykehusskole", Child),
        ("{voksen} sover ikke", Some(Area::MentalHealth), false, "rask-hjelp", Adult),
        ("Barnehagen tør ikke gi medisin", Some(Area::Between), false, "helsestasjon-3", Child),
    ],
    threads: &[
        Thread {
            whose: Child,
            dream: "Å sove over hos farmor uten slange.",
            goal: "{barn} har én vanlig dag i uka",
            sign: "vi har ikke snakket om sykdom fra frokost til kveld",
            note: "Lege: kan være hjemme mellom kurene.",
            acts: &[
                (
                    "Sykepleier hjem i stedet for sykehus på onsdager",
                    H("barneavdeling-2"),
                    "Virker. Halve reisen er borte.",
                ),
                ("Farmor får opplæring", H("barneavdeling"), "Hun kan det bedre enn oss."),
                ("En hel lørdag uten prøver", Member, "Vi var i akvariet."),
            ],
        },
        Thread {
            whose: Family,
            dream: "At vi fire er på samme sted til jul.",
            goal: "Søsken kan være med på sykehuset",
            sign: "eget rom for familien i en uke",
            note: "",
            acts: &[
                ("Familierom på pasienthotellet", H("barneavdeling-2"), "Bestilt 20. til 27."),
                ("Skolen gir fri med oppgaver", H("laerer-5"), ""),
                ("Leksehjelp på nett", H("rode-kors"), "To kvelder i uka."),
            ],
        },
        Thread {
            whose: Adult,
            dream: "Å jobbe litt. Bare litt.",
            goal: "{voksen} jobber en dag i uka",
            sign: "tre onsdager på kontoret",
            note: "",
            acts: &[
                ("Graderte pleiepenger", H("nav-stat"), "60 prosent fra neste måned."),
                ("Snakke med sjefen", Member, "Det gikk fint."),
            ],
        },
    ],
    strengths: &[
        "{barn} lærer oss å være modige.",
        "Menigheten lager middag hver torsdag.",
        "Vi skriver bok om alle sykepleierne.",
        "Storesøster kan alle maskinene.",
    ],
    voices: &[
        (
            Child,
            "jeg vil vite alt. også det dere sier på gangen",
            "Det er rimelig. Legen din sier ja. Vi tar det på fredag, med deg.",
        ),
        (
            Eldest,
            "jeg savner mamma mest på søndager",
            "Takk for at du sa det. Vi bytter vakt på sykehuset, så søndag blir hjemmedag.",
        ),
        (
            Adult,
            "Kan noen andre ringe kommunen? Jeg orker ikke være hyggelig lenger.",
            "Det gjør jeg. Gi meg lista.",
        ),
    ],
    questions: &[
        ("barneavdeling", "Kan timene legges på samme dag?", "De kjører sju mil hver gang."),
        ("sykehusskole", "Kan læreren få planen en uke før?", ""),
        ("home-start", "Kan du være hos søsknene på tirsdager?", "Da er begge på sykehuset."),
    ],
    team: &[
        ("barneavdeling", "Kontaktlege"),
        ("barneavdeling-2", "Barneansvarlig"),
        ("lege-2", "Fastlege"),
        ("skolehelse-2", "Ser søsknene på skolen"),
    ],
    shares: &[
        ("barneavdeling", HEALTH, "Så sykehuset vet hva kommunen gjør"),
        ("legesenter", HEALTH, "Så fastlegen er oppdatert"),
        ("skole-sentrum", SCHOOL, "Så læreren kan planlegge"),
    ],
    notes: &[
        "Prøvene var bra.",
        "Lang natt. De trenger søvn, ikke telefon.",
        "Tok imot listen over timer og ringte rundt.",
        "{barn} viste frem arret.",
    ],
};

/// An infant, too early or not yet born; or parents who need somebody in the first year.
pub const INFANT: Theme = Theme {
    least: (1, 1),
    weight: 2,
    asks: &[
        ("Babyen gråter elleve timer i døgnet. Jeg er redd for meg selv.", "At noen bærer mens jeg dusjer."),
        (
            "Jeg venter barn og har ikke familie her. Sist hadde jeg fødselsdepresjon.",
            "Noen som ser det før meg.",
        ),
        ("Tvillingene kom i uke 31. Vi er hjemme nå, og helt alene.", "Et menneske som kommer tilbake."),
        (
            "I am pregnant and we live in one room. The baby comes in January.",
            "A place where the baby can sleep.",
        ),
    ],
    acute: "{voksen} har ikke sovet på fire døgn.",
    services: &["Helsestasjonen", "Jordmor"],
    lacks: &[
        (
            "{voksen} sover ikke og er redd for å være alene",
            Some(Area::MentalHealth),
            true,
            "helsestasjon-2",
            Adult,
        ),
        ("Ingen barseng, ingen vogn", Some(Area::Economy), true, "frivillig", Adult),
        ("Amming som gjør vondt", Some(Area::Health), true, "jordmor-2", Child),
        ("Hvem er hos de store når fødselen begynner?", Some(Area::Between), false, "", Family),
        ("Rom til en til", Some(Area::Housing), false, "bolig-2", Adult),
    ],
    threads: &[
        Thread {
            whose: Adult,
            dream: "Å kjenne at jeg er glad i henne.",
            goal: "{voksen} har en time for seg selv hver dag",
            sign: "to uker uten å gråte på badet",
            note: "Helsesykepleier: EPDS følges hver tredje uke.",
            acts: &[
                ("Home-Start tirsdag og fredag", H("home-start"), "Bodil synger. Babyen sovner."),
                ("Samtaler hos rask psykisk hjelp", H("rask-hjelp"), "Seks ganger."),
                ("Ringe søster hver kveld", Member, "Hun ringer meg nå."),
            ],
        },
        Thread {
            whose: Family,
            dream: "At babyen sover i sin egen seng, i sitt eget hjørne.",
            goal: "Utstyr og plass før termin",
            sign: "senga står oppe",
            note: "",
            acts: &[
                ("Utstyrspakke fra frivilligsentralen", H("frivillig"), "Alt unntatt bilstol."),
                ("Låne bilstol", H("helsestasjon-4"), ""),
                ("Male hjørnet", Member, "Gult."),
            ],
        },
        Thread {
            whose: Adult,
            dream: "Å trille til havna med noen.",
            goal: "Barselgruppe på onsdager",
            sign: "{voksen} har vært der tre ganger",
            note: "",
            acts: &[
                ("Plass i barselgruppa", H("helsestasjon-4"), "Fem mødre og en far."),
                ("Åpen barnehage sammen første gang", H("smaafolk"), ""),
            ],
        },
    ],
    strengths: &[
        "Storebror henter bleier før vi spør.",
        "Naboen har hatt tvillinger selv.",
        "Vi sier fra til hverandre nå.",
        "Babyen ler av katten.",
    ],
    voices: &[
        (Adult, "Jeg turte å si det høyt i dag.", "Det hørte jeg. Tove kommer i morgen kl. 9."),
        (
            Eldest,
            "får jeg holde babyen alene når jeg er åtte",
            "Spør mamma. Jeg tror svaret er ja, i sofaen.",
        ),
        (Adult, "Kan dere la være å spørre om søvn først?", "Ja. Jeg har sagt det til de andre også."),
    ],
    questions: &[
        ("jordmor-2", "Kan du komme hjem i stedet?", "Bussen går ikke."),
        ("helsestasjon-2", "Kan kontrollen være på ettermiddagen?", ""),
        ("bolig-2", "Står de på lista for toroms?", "Termin er om seks uker."),
        ("home-start-2", "Har du en time til?", ""),
    ],
    team: &[
        ("helsestasjon-2", "Helsesykepleier"),
        ("jordmor-2", "Jordmor"),
        ("home-start", "Kommer hjem"),
        ("familiehuset-2", "Veileder"),
    ],
    shares: &[
        ("helsestasjon", HEALTH, "Så helsesykepleier og jordmor vet det samme"),
        ("familiehuset", HEALTH, "Så vi kan få hjelp hjemme"),
        ("bolig", super::HOME, "Så boligkontoret vet hvorfor"),
    ],
    notes: &[
        "Babyen sov tre timer i strekk!",
        "Vi gikk tur med vogna mens vi snakket.",
        "{voksen} lo i dag.",
        "Vekta er fin.",
    ],
};

/// A parent in treatment for addiction or mental illness.
pub const TREATMENT: Theme = Theme {
    least: (1, 1),
    weight: 2,
    asks: &[
        ("Jeg har fått plass på behandling. Hvem er hos ungene de tre månedene?", "At de får være hjemme."),
        (
            "Far drikker. Jeg vil ikke at ungene skal lyve for oss mer.",
            "Noen som kan si det med de rette ordene.",
        ),
        ("Eg har vore innlagt to gonger i år. Ungane har vore fire stader.", "Éin stad."),
    ],
    acute: "{voksen} legges inn på torsdag, og ingen er spurt.",
    services: &["Lindvik DPS", "Barneverntjenesten"],
    lacks: &[
        ("Hvem er hjemme mens {voksen} er i behandling?", Some(Area::Everyday), true, "barnevern", Family),
        ("Barna vet ikke hva de får si", Some(Area::MentalHealth), true, "dps", Child),
        ("Husleia under innleggelse", Some(Area::Housing), false, "nav-2", Adult),
        ("Det som skjer etter utskriving", Some(Area::Between), false, "", Adult),
    ],
    threads: &[
        Thread {
            whose: Adult,
            dream: "At de slipper å lytte etter meg på trappa.",
            goal: "{voksen} fullfører behandlingen",
            sign: "tolv uker",
            note: "TSB: tre måneder døgn, så poliklinikk.",
            acts: &[
                ("Besøk av barna hver søndag", H("dps-2"), "Eget rom med leker."),
                ("Brev hjem hver onsdag", Member, "De henger på kjøleskapet."),
                ("Plan for de første ukene hjemme", H("rus-2"), ""),
            ],
        },
        Thread {
            whose: Child,
            dream: "At noen andre også vet det.",
            goal: "{barn} har én voksen som vet",
            sign: "{barn} har ringt en gang",
            note: "",
            acts: &[
                ("Samtale med barneansvarlig", H("dps"), "Hun spurte om alt, og fikk svar."),
                ("Gruppe for barn på Familiens hus", H("familiehuset"), "Åtte ganger."),
                ("Kort med telefonnummer i sekken", Member, ""),
            ],
        },
        Thread {
            whose: Family,
            dream: "Ei helg uten planer.",
            goal: "Besøkshjem én helg i måneden",
            sign: "barna spør når neste er",
            note: "",
            acts: &[
                ("Finne besøkshjem", H("barnevern-3"), "Familien har hund."),
                ("Bli kjent på nøytral grunn", H("barnevern"), ""),
            ],
        },
    ],
    strengths: &[
        "{voksen} har bedt om hjelp selv.",
        "Besteforeldrene står klare.",
        "{barn} sier fra nå.",
        "Vi har et ord som betyr «nå er det nok».",
    ],
    voices: &[
        (Child, "er det greit å glede seg selv om mamma er borte", "Ja. Det er lov hele tiden."),
        (Adult, "Ikke send innkalling i posten. Naboen leser alt.", "Da skriver vi bare her. Det er endret."),
        (
            Eldest,
            "Kan jeg slippe å være hun som passer på?",
            "Ja. Det skal vi voksne gjøre. Vi tar det på møtet fredag.",
        ),
    ],
    questions: &[
        ("dps-2", "Kan barna komme på besøk søndag?", ""),
        ("barnevern", "Kan dere avlaste i de tre månedene?", "De vil være hjemme."),
        ("rus-2", "Hvem følger opp etter utskriving?", "Datoen er satt."),
        ("skolehelse-2", "Kan du ha en fast time med {barn}?", ""),
    ],
    team: &[
        ("dps", "Barneansvarlig"),
        ("rus-2", "Oppfølging etterpå"),
        ("barnevern", "Kontaktperson"),
        ("skolehelse-2", "Ser {barn} på skolen"),
    ],
    shares: &[
        ("dps", HEALTH, "Så behandlingen tar hensyn til barna"),
        ("barnevern", WELFARE, "Så hjelpen hjemme er klar"),
        ("nav", MONEY, "Så husleia blir betalt"),
    ],
    notes: &[
        "{voksen} ringte fra avdelingen. God stemme.",
        "Barna var på besøk. Gråt og latter.",
        "Uke seks av tolv.",
        "Vi øvde på hva de kan si på skolen.",
    ],
};
