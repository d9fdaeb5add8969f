//! Themes around home: money, a new country, two homes, foster care, grandparents, being alone.

use super::By::{Helper as H, Member};
use super::Whose::{Adult, Child, Eldest, Family};
use super::{HEALTH, HOME, MONEY, SCHOOL, Theme, Thread, WELFARE};
use dossier::Area;

/// Debt and a bad home.
pub const DEBT: Theme = Theme {
    least: (1, 1),
    weight: 4,
    asks: &[
        ("Vi har fått varsel om utkastelse. Ungene vet det ikke.", "At vi får bli."),
        ("Inkasso på inkasso. Jeg åpner ikke brevene lenger.", "Noen som åpner dem sammen med meg."),
        ("Leiligheten er kald og full av mugg. {barn} har astma.", "Et tørt soverom."),
        (
            "Jeg har to jobber og likevel er det tomt den tjuende.",
            "At ungene kan være med på det de andre er med på.",
        ),
    ],
    acute: "Namsmannen kommer på mandag.",
    services: &["NAV", "Boligkontoret"],
    lacks: &[
        ("Utkastelse er varslet", Some(Area::Housing), true, "bolig-2", Adult),
        ("Strømregning fra i vinter", Some(Area::Economy), true, "gjeld", Adult),
        ("Mat de siste ti dagene i måneden", Some(Area::Economy), true, "nav-2", Adult),
        ("{barn} hoster hele natta", Some(Area::Health), false, "lege-3", Child),
        ("Ingen har råd til bursdag", None, false, "", Child),
    ],
    threads: &[
        Thread {
            whose: Adult,
            dream: "Å åpne postkassa uten å holde pusten.",
            goal: "Alle regninger er på én liste",
            sign: "{voksen} har åpnet tre brev alene",
            note: "Gjeldsråd: frivillig ordning er mulig.",
            acts: &[
                ("Åpne brevene sammen", H("gjeld"), "41 brev. En perm."),
                ("Avtale med strømselskapet", H("gjeld"), "Nedbetaling i tolv måneder."),
                ("Føre opp hva vi bruker i en uke", Member, "Det var mindre enn vi trodde."),
                ("Søke gjeldsordning", H("nav-2"), ""),
            ],
        },
        Thread {
            whose: Family,
            dream: "Et rom som er varmt og tørt.",
            goal: "Ny leilighet før vinteren",
            sign: "vi har fått nøkkel",
            note: "",
            acts: &[
                ("Søke kommunal bolig", H("bolig-2"), "Står på lista."),
                ("Legeerklæring om astma", H("lege-3"), "Sendt til boligkontoret."),
                ("Se på to leiligheter", Member, "Den i Havna er fin."),
            ],
        },
        Thread {
            whose: Child,
            dream: "Håndball. Med ordentlige sko.",
            goal: "{barn} er med på laget",
            sign: "har spilt tre kamper",
            note: "",
            acts: &[
                ("Fritidskort og utstyr", H("fritid"), "Sko i riktig størrelse."),
                ("Snakke med treneren om avgiften", H("trener-2"), "Ingen avgift i år."),
            ],
        },
    ],
    strengths: &[
        "{voksen} lager suppe av alt.",
        "Vi hjelper naboen, og naboen hjelper oss.",
        "{barn} klager aldri, og det er vi ikke sikre på om er bra.",
        "Storebror har fått sommerjobb.",
    ],
    voices: &[
        (
            Adult,
            "Takk for at dere ikke spurte hvorfor vi ikke har spart.",
            "Det er ikke der det klemmer. Vi tar husleia først.",
        ),
        (Child, "kan jeg få ha bursdag i år", "Ja! Frivilligsentralen låner oss lokalet."),
        (Adult, "NAV ber om de samme papirene igjen.", "Jeg har sendt dem for deg, og bedt dem lete først."),
    ],
    questions: &[
        ("bolig-2", "Kan utkastelsen utsettes?", "Det er barn i hjemmet."),
        ("gjeld", "Når har du tid til å se på lista?", "Fristen er fredag."),
        ("nav", "Er det svar på søknaden om nødhjelp?", ""),
        ("lege-3", "Kan du skrive om astmaen?", "Boligkontoret trenger det."),
    ],
    team: &[
        ("gjeld", "Gjeldsrådgiver"),
        ("nav-2", "Veileder i NAV"),
        ("bolig-2", "Boligkonsulent"),
        ("fritid", "Fritid for barna"),
    ],
    shares: &[
        ("nav", MONEY, "Så NAV ser hele regnestykket"),
        ("bolig", HOME, "Så det haster av riktig grunn"),
        ("il", SCHOOL, "Så treneren vet nok, og ikke mer"),
    ],
    notes: &[
        "Betalte to regninger sammen i nettbanken.",
        "Namsmannen har gitt utsettelse.",
        "{voksen} åpnet brevet selv.",
        "Snakket om jul på lite penger.",
    ],
};

/// New in the country.
pub const REFUGE: Theme = Theme {
    least: (1, 1),
    weight: 4,
    asks: &[
        (
            "Vi kom i fjor. Vi forstår ikke brevene, og barna oversetter for oss.",
            "Tolk. Og noen som forklarer hvorfor.",
        ),
        (
            "My wife is still in Sudan. The children ask every night.",
            "Help with the papers. Somebody who listens.",
        ),
        ("Programmet er slutt om to måneder. Jeg har ikke jobb.", "Arbeid."),
        ("{barn} snakker norsk nå, men ikke med oss. Vi mister hverandre.", "At vi lærer i samme fart."),
    ],
    acute: "Oppholdstillatelsen går ut, og papirene er hos advokaten.",
    services: &["Flyktningtjenesten", "Lindvik voksenopplæring"],
    lacks: &[
        ("Familie som er igjen, og ingen svar", Some(Area::Between), true, "flyktning", Adult),
        ("Barna er tolk hos legen", Some(Area::Health), true, "lege", Child),
        ("Ingen arbeidsgiver svarer", Some(Area::Work), false, "nav-stat", Adult),
        ("{barn} drømmer om båten", Some(Area::MentalHealth), false, "bup-2", Child),
        ("Tenner som gjør vondt", Some(Area::Health), false, "tannhelse", Child),
    ],
    threads: &[
        Thread {
            whose: Adult,
            dream: "Å bruke yrket mitt. Jeg var snekker.",
            goal: "{voksen} er i jobb før sommeren",
            sign: "første lønn",
            note: "NAV: arbeidstrening i byggfirma.",
            acts: &[
                ("Arbeidstrening tre dager i uka", H("nav-stat"), "Sjefen vil beholde meg."),
                ("Norskprøve", H("voksen"), "Bestått A2."),
                ("Skrive CV sammen", H("rode-kors-2"), "To sider."),
            ],
        },
        Thread {
            whose: Child,
            dream: "Å ha med noen hjem og ikke skamme meg.",
            goal: "{barn} har besøk",
            sign: "en venn har spist middag her",
            note: "",
            acts: &[
                ("Leksehjelp på biblioteket", H("bibliotek"), "Mandager og onsdager."),
                ("Invitere to fra klassen", Member, "De ble til kl. 20."),
                ("Gratis svømmekurs", H("fritid"), "Kan svømme 25 meter."),
            ],
        },
        Thread {
            whose: Family,
            dream: "At vi er fem rundt bordet igjen.",
            goal: "Søknaden om gjenforening er sendt",
            sign: "kvittering fra UDI",
            note: "",
            acts: &[
                ("Hjelp med papirene", H("flyktning"), "Sendt. Venter."),
                ("Telefon hjem hver søndag, med bilde", Member, ""),
            ],
        },
    ],
    strengths: &[
        "{barn} lærer oss fem ord hver dag.",
        "Vi har laget mat for hele oppgangen.",
        "{voksen} synger i koret.",
        "Vi vet hva det vil si å begynne på nytt.",
    ],
    voices: &[
        (
            Child,
            "I want to stop translating for my father",
            "Det skal du slippe. Tolken er bestilt til alt fra nå av.",
        ),
        (
            Adult,
            "Vi vil bidra, ikke bare få.",
            "Da spør jeg frivilligsentralen. De mangler sjåfør på lørdager.",
        ),
        (Eldest, "kan jeg gå på fest i helgen? pappa sier nei", "Skal jeg være med når dere snakker om det?"),
    ],
    questions: &[
        ("flyktning-2", "Kan programmet forlenges?", "Hun er nesten i mål."),
        ("bup-2", "Har dere tolk i tigrinja?", "{barn} drømmer om båten."),
        ("tannhelse", "Kan alle tre komme samme dag?", ""),
        ("voksen", "Finnes det kveldskurs?", "{voksen} har fått jobb om dagen."),
    ],
    team: &[
        ("flyktning", "Programrådgiver"),
        ("voksen", "Norsklærer"),
        ("rode-kors-2", "Norsktrening"),
        ("laerer-2", "Kontaktlærer"),
    ],
    shares: &[
        ("flyktning", MONEY, "Så programmet passer med resten"),
        ("voksenopplaering", SCHOOL, "Så norsklæreren vet om permisjonen"),
        ("skole-sentrum", SCHOOL, "Så skolen ringer riktig person"),
    ],
    notes: &[
        "Snakket med telefontolk, {voksen} og jeg.",
        "Norskprøven gikk bra.",
        "Vi leste brevet fra UDI sammen.",
        "{barn} viste meg veien til svømmehallen.",
    ],
};

/// Children with two homes.
pub const TWO_HOMES: Theme = Theme {
    least: (2, 1),
    weight: 3,
    asks: &[
        ("Vi er skilt. {barn} pakker sekk hver fredag og glemmer medisinen.", "Samme regler begge steder."),
        ("Vi snakker bare gjennom advokat. Skolen vet ikke hvem de skal ringe.", "Én plan, to hus."),
        ("Annenhver uke starter alt på nytt.", "At kommunen ser begge hjem."),
    ],
    acute: "{barn} vil ikke gå ut av bilen på fredag.",
    services: &["Familievernkontoret", "Skolen"],
    lacks: &[
        ("Medisinen er i det andre huset", Some(Area::Health), true, "skolehelse", Child),
        ("Skolen ringer feil forelder", Some(Area::School), false, "laerer-8", Child),
        ("Reisevei på en time annenhver uke", Some(Area::Between), false, "", Child),
        ("{voksen} har ikke råd til to sett utstyr", Some(Area::Economy), false, "nav", Adult),
    ],
    threads: &[
        Thread {
            whose: Child,
            dream: "Å ha den samme lampa begge steder.",
            goal: "Ett sett av alt i hvert hus",
            sign: "{barn} går fra skolen uten sekk på fredag",
            note: "",
            acts: &[
                ("Liste over hva som må være to av", Member, "Nitten ting."),
                ("Ekstra medisin på resept", H("lege"), "Hentet."),
                ("Hjelpemiddel nummer to", H("hjelpemidler"), "Avslag, klage sendt."),
            ],
        },
        Thread {
            whose: Family,
            dream: "At bursdagen er én dag, ikke to.",
            goal: "Vi snakker sammen én gang i uka om {barn}",
            sign: "fire uker på rad",
            note: "Familievern: mekling fullført.",
            acts: &[
                ("Søndagstelefon kl. 19", Member, "Går fint så lenge vi har liste."),
                ("Foreldresamtaler", H("familievern"), "Fem av seks."),
                ("Felles kalender for skole og lege", H("laerer-8"), ""),
            ],
        },
    ],
    strengths: &[
        "{barn} har bestevenn i begge gatene.",
        "Bonusmamma er god på matte.",
        "Vi klarer å le av det samme.",
        "{barn} sier fra hvilket hus det gjelder.",
    ],
    voices: &[
        (
            Child,
            "jeg vil bestemme selv hvor jeg er i vinterferien",
            "Du skal få si det til begge. Jeg sitter ved siden av.",
        ),
        (
            Adult,
            "Hun leser alt jeg skriver, gjør hun ikke?",
            "Nei. Det du skriver om deg selv, ser bare du og jeg.",
        ),
        (Eldest, "Kan vi ha møter uten at de sitter overfor hverandre?", "Ja. Rundt bord fra nå."),
    ],
    questions: &[
        ("familievern", "Kan dere ta en samtale før jul?", "De er uenige om julaften."),
        ("laerer-8", "Kan ukeplan sendes til begge?", ""),
        ("skolehelse", "Kan medisinen ligge på skolen?", "Da trenger den ikke reise."),
    ],
    team: &[
        ("familievern", "Samtaler med foreldrene"),
        ("laerer-8", "Kontaktlærer"),
        ("skolehelse", "Helsesykepleier"),
    ],
    shares: &[
        ("skole-granlia", SCHOOL, "Så skolen vet hvor {barn} er når"),
        ("skolehelse", HEALTH, "Så medisinen er der {barn} er"),
    ],
    notes: &[
        "Snakket med begge, hver for seg.",
        "Byttet på fredag gikk rolig.",
        "De ble enige om vinterferien.",
        "{barn} tegnet begge husene.",
    ],
};

/// Foster care.
pub const FOSTER: Theme = Theme {
    least: (2, 1),
    weight: 2,
    asks: &[
        ("Vi er fosterforeldre. {barn} har hatt fire skoler på tre år.", "At denne skolen får vite nok."),
        ("Samværene river opp alt, og ingen spør {barn}.", "Ro rundt samværene."),
    ],
    acute: "{barn} har stukket av to ganger denne uka.",
    services: &["Fosterhjemstjenesten", "Skolen"],
    lacks: &[
        ("{barn} stikker av når det blir krav", Some(Area::MentalHealth), true, "bup-3", Child),
        ("Fire skoler på tre år", Some(Area::School), false, "ppt-2", Child),
        ("Hvem har {barn} sin helsehistorie?", Some(Area::Between), false, "", Child),
        ("Pass til ferie, hvem signerer?", None, false, "fosterhjem", Child),
    ],
    threads: &[
        Thread {
            whose: Child,
            dream: "Å få være her til jeg er voksen.",
            goal: "{barn} blir på denne skolen ut året",
            sign: "bursdag med noen fra klassen",
            note: "",
            acts: &[
                ("Fast voksen på skolen", H("laerer-7"), "Hun heter Kine og har kjeks."),
                ("Overføring av papirer fra forrige skole", H("ppt-2"), "Kom etter sju uker."),
                ("Bursdag i gymsalen", Member, "Ti kom."),
            ],
        },
        Thread {
            whose: Family,
            dream: "Et samvær der ingen gråter i bilen etterpå.",
            goal: "Samvær på nøytral grunn",
            sign: "{barn} sover natta etter",
            note: "Fosterhjem: tilsyn på samvær.",
            acts: &[
                ("Samvær på Familiens hus", H("familiehuset"), "Bedre. Kortere."),
                ("{barn} får si hvor ofte", H("barnevern-3"), "Hver sjette uke."),
            ],
        },
        Thread {
            whose: Adult,
            dream: "Å bli spurt før vedtaket, ikke etter.",
            goal: "Fast kontakt i fosterhjemstjenesten",
            sign: "svar innen tre dager",
            note: "",
            acts: &[("Ett telefonnummer", H("fosterhjem"), "Gerd svarer.")],
        },
    ],
    strengths: &[
        "{barn} finner alltid katten.",
        "Vi har gjort dette før, og vi er ikke redde.",
        "{barn} kaller hytta «vår».",
        "Bestefar lærer bort snekring.",
    ],
    voices: &[
        (
            Child,
            "kan noen si til meg når det er møte FØR møtet",
            "Ja. Jeg skriver til deg to dager før, hver gang.",
        ),
        (
            Child,
            "jeg vil ikke ha samvær i adventstida",
            "Det er notert, og dommen gir rom for det. Jeg sier fra i dag.",
        ),
        (Adult, "Vi trenger helsekortet, ikke en ny samtale.", "Skjønner. Jeg henter det."),
    ],
    questions: &[
        ("fosterhjem", "Hvem signerer passet?", "Ferien er bestilt."),
        ("bup-3", "Kan dere begynne nå, uten ny henvisning?", "Den gamle er fra forrige kommune."),
        ("laerer-7", "Kan {barn} ha samme plass i klasserommet?", ""),
    ],
    team: &[
        ("fosterhjem", "Veileder"),
        ("barnevern-3", "Følger samvær"),
        ("laerer-7", "Skolen"),
        ("bup-3", "Behandler"),
    ],
    shares: &[
        ("skole-granlia", SCHOOL, "Så skolen vet nok"),
        ("barnevern", WELFARE, "Så samværene følger planen"),
    ],
    notes: &[
        "Stille uke. Det er bra.",
        "Samværet ble avlyst av mor. {barn} sa «ok».",
        "Skolen ringte for å si noe fint.",
        "{barn} sov over hos en venn!",
    ],
};

/// Grandparents who step in. In nynorsk, as they speak.
pub const GRANDPARENT: Theme = Theme {
    least: (1, 1),
    weight: 2,
    asks: &[
        (
            "Eg er mormor og har to born i hus. Eg får ikkje vite noko, for eg er «berre» mormor.",
            "Å få rett til å spørje.",
        ),
        ("Vi er 70 begge to. Borna er 6 og 9. Vi klarer det, men ikkje åleine.", "Nokon som kan springe."),
    ],
    acute: "Mormor skal på sjukehuset på onsdag.",
    services: &["Barneverntenesta", "Skulen"],
    lacks: &[
        ("Mormor kan ikkje signere på skulen", Some(Area::School), true, "rektor", Child),
        ("Pensjonen strekk ikkje til", Some(Area::Economy), true, "nav-3", Adult),
        ("Ingen som kan springe etter minstemann", Some(Area::Leisure), false, "fritid", Child),
        ("Kva skjer om vi blir sjuke?", None, false, "", Family),
    ],
    threads: &[
        Thread {
            whose: Child,
            dream: "Å gå på fotball med nokon som kan springe.",
            goal: "{barn} er på trening kvar onsdag",
            sign: "har eigen drakt",
            note: "",
            acts: &[
                ("Følgje til trening", H("fritid"), "Ayan blir med."),
                ("Skyss heim", H("frivillig"), "Harald køyrer."),
            ],
        },
        Thread {
            whose: Adult,
            dream: "Å vere bestemor att. Berre bestemor.",
            goal: "Avlasting éi helg i månaden",
            sign: "tre helgar på rad",
            note: "",
            acts: &[
                ("Søknad om avlasting", H("tildeling-2"), "Godkjend."),
                ("Besøke avlastingsheimen", Member, "Fin hage."),
                ("Avtale om vergemål", H("verge"), ""),
            ],
        },
        Thread {
            whose: Child,
            dream: "At mamma ringer når ho har sagt det.",
            goal: "Telefon kvar sundag klokka fem",
            sign: "fem sundagar på rad",
            note: "",
            acts: &[("Avtale med mor om sundagar", H("barnevern-2"), "Fire av fem.")],
        },
    ],
    strengths: &[
        "Mormor kan alle songane.",
        "Garden har plass til alle.",
        "{barn} les for oss om kvelden.",
        "Vi har tid.",
    ],
    voices: &[
        (
            Child,
            "kan mormor bestemme over meg på ordentleg",
            "Vi har spurt. Svaret kjem før jul, og du får vite det først.",
        ),
        (
            Adult,
            "Eg vil ikkje ha medlidenskap. Eg vil ha bleier.",
            "Bleier kjem i morgon. Medlidenskap held eg att.",
        ),
    ],
    questions: &[
        ("rektor", "Kan mormor få melding på lik linje?", ""),
        ("barnevern-2", "Når er neste samvær?", "{barn} spør kvar dag."),
        ("nav-3", "Kva stønad har besteforeldre krav på?", "Dei betaler alt sjølve."),
    ],
    team: &[("barnevern-2", "Kontaktperson"), ("laerer-5", "Lærar"), ("fritid", "Følgje til trening")],
    shares: &[
        ("skole-fjellside", SCHOOL, "Så skulen kan ringe mormor"),
        ("barnevern", WELFARE, "Så samværet blir føreseieleg"),
    ],
    notes: &[
        "Snakka på trappa. God prat.",
        "{barn} har fått plass på laget.",
        "Mormor er trøytt, men vil ikkje seie det.",
        "Sundagstelefonen kom.",
    ],
};

/// A parent alone, after the other has left.
pub const ALONE: Theme = Theme {
    least: (1, 1),
    weight: 3,
    asks: &[
        ("Jeg er alene med tre. Når jeg er syk, er det ingen plan B.", "En plan B."),
        ("Han dro i mai. Nå er det bare oss, og ungene spør ikke engang.", "At noen spør dem."),
        ("Jeg jobber natt. Det går ikke opp.", "At tallene og timene går opp."),
    ],
    acute: "{voksen} er innlagt fra i dag, og det er ingen hos barna.",
    services: &["Helsestasjonen", "NAV"],
    lacks: &[
        ("Ingen plan B når {voksen} er syk", Some(Area::Everyday), true, "frivillig", Family),
        ("Nattarbeid og barn alene til kl. 7", Some(Area::Everyday), true, "barnevern-3", Child),
        ("Bidraget kommer ikke", Some(Area::Economy), false, "nav-2", Adult),
        ("{barn} har slutta å gå ut", Some(Area::Leisure), false, "klubb", Eldest),
        ("Hvem henter når bussen er forsinka?", None, false, "", Child),
    ],
    threads: &[
        Thread {
            whose: Adult,
            dream: "Én voksen til å le sammen med.",
            goal: "{voksen} har noen å ringe",
            sign: "har ringt, og noen svarte",
            note: "",
            acts: &[
                ("Familiekontakt fra Home-Start", H("home-start-2"), "Kommer hver onsdag."),
                ("Fredagsmiddag på Familiens hus", H("familiehuset-2"), "Syv familier."),
                ("Bytte telefonnummer med to i klassen", Member, "Ett gikk bra."),
            ],
        },
        Thread {
            whose: Adult,
            dream: "Dagskift.",
            goal: "Ny turnus før påske",
            sign: "sovet når barna sover",
            note: "",
            acts: &[
                ("Snakke med sjefen om turnus", Member, "Fikk ja fra mars."),
                ("Karriereveiledning", H("karriere"), ""),
                ("Regne på kvalifiseringsprogram", H("nav-2"), "Det lønner seg ikke."),
            ],
        },
        Thread {
            whose: Eldest,
            dream: "Å være på klubben til den stenger.",
            goal: "{barn} slipper å passe småsøsken på torsdager",
            sign: "fire torsdager på klubben",
            note: "",
            acts: &[
                ("Noen hos de små på torsdager", H("home-start"), "Bodil tar det."),
                ("Første gang på klubben, med Magnus", H("klubb"), "han ble til ti"),
            ],
        },
    ],
    strengths: &[
        "Vi er et lag.",
        "{barn} vekker de små og lager matpakker.",
        "{voksen} har aldri vært redd for å spørre.",
        "Nabokona har nøkkel.",
    ],
    voices: &[
        (Eldest, "jeg vil bare være søsken en dag", "Det skal du. Fra neste torsdag."),
        (
            Adult,
            "Jeg hater å be om hjelp. Dette er meg som ber.",
            "Jeg hører det. Det holder å si det én gang, resten tar jeg.",
        ),
        (
            Child,
            "kan pappa komme på forestillinga",
            "Jeg har spurt ham. Han sa kanskje. Jeg sier fra så fort jeg vet.",
        ),
    ],
    questions: &[
        ("nav-2", "Kan bidraget gå gjennom dere?", "Det kommer ikke."),
        ("sfo", "Er det plass på morgenen?", "{voksen} begynner kl. 7."),
        ("home-start-2", "Kan du ta en ekstra dag i vinter?", ""),
        ("stottekontakt", "Har du tid på lørdager?", "{barn} vil på skøytebanen."),
    ],
    team: &[
        ("helsestasjon-4", "Helsesykepleier"),
        ("home-start-2", "Familiekontakt"),
        ("nav-2", "Veileder"),
        ("laerer-3", "Kontaktlærer"),
    ],
    shares: &[
        ("helsestasjon-fjellside", HEALTH, "Så Julie kan følge med"),
        ("nav", MONEY, "Så tallene går opp"),
        ("skole-sentrum", SCHOOL, "Så læreren vet om nattarbeidet"),
    ],
    notes: &[
        "Kaffe på trappa mens de små sov.",
        "{voksen} har byttet to vakter.",
        "De små har fått plass på SFO.",
        "Stille, men fint.",
    ],
};
