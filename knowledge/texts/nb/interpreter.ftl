# Tolk i møter.

interpreter-heading = Tolk
interpreter-needed = { $names } trenger tolk i { $language }.
interpreter-needed-by-none = Tolk i { $language }.
interpreter-to-book = { $names } trenger tolk. Du bestiller når møtet er avtalt.
interpreter-not-booked = Tolk er ikke bestilt
interpreter-booked = Tolk er bestilt
interpreter-moved = Tolken er bestilt til et annet tidspunkt
interpreter-without = Uten tolk
interpreter-came = Tolken kom
interpreter-came-not = Ingen tolk
interpreter-who-came = Hvem tolket?
interpreter-book = Bestill tolk i { $language }
interpreter-change = Endre tolk i { $language }
interpreter-tell = Skriv hvem som tolket i { $language }
interpreter-due = Bestill senest { $day }.
interpreter-was-due = Tolken skulle vært bestilt { $day }. Ring i dag.
interpreter-number-is = Nummer: { $number }.

interpreter-title = Tolk i { $language }
interpreter-title-after = Hvem tolket i { $language }?
interpreter-who-comes = Tolken som er bestilt
interpreter-who-was = Tolken som kom
interpreter-who = Navnet på tolken, eller tjenesten som sender en
interpreter-who-hint = Aldri et barn. Aldri noen i familien, en nabo eller en hjelper.
interpreter-number = Telefon eller bestillingsnummer
interpreter-mode = Hvordan tolkes det?
interpreter-mode-room = i rommet
interpreter-mode-phone = på telefon
interpreter-mode-video = på video
interpreter-level = Hvilken kategori har tolken?
interpreter-level-hint = Den står på tolkebeviset og i Nasjonalt tolkeregister.
interpreter-level-a = A: autorisert av staten og bachelorgrad
interpreter-level-b = B: bachelorgrad, eller autorisert og grunnutdanning
interpreter-level-c = C: autorisert av staten
interpreter-level-d = D: grunnutdanning i tolking
interpreter-level-e = E: språktest og kurs, eller translatør med kurs
interpreter-unlisted = Står ikke i registeret
interpreter-unqualified = Hvorfor en tolk som ikke står i registeret?
interpreter-unqualified-hint = Bare når tolken ikke står der.
interpreter-unqualified-none = Velg en grunn
interpreter-unqualified-exempt = Kommunen er fritatt fra kravet ut 2026
interpreter-unqualified-cannot-wait = Det er ikke forsvarlig å vente på en annen
interpreter-unqualified-emergency = Det er en nødssituasjon
interpreter-unqualified-strong-reasons = Andre sterke grunner
interpreter-knows = Kjenner tolken familien, eller er tolken i slekt med noen av dem?
interpreter-knows-hint = Spør tolken eller tjenesten før du svarer.
interpreter-knows-no = Nei, jeg har spurt
interpreter-knows-yes = Ja
interpreter-save = Lagre tolken

interpreter-nobody = Møtet blir uten tolk
interpreter-nobody-after = Ingen tolket
interpreter-because = Hvorfor uten tolk?
interpreter-because-family-says-no = Familien vil ikke ha tolk
interpreter-because-shared-language = En hjelper snakker språket godt nok
interpreter-because-harm-in-waiting = Det er farlig å vente på tolk
interpreter-because-did-not-come = Tolken kom ikke
interpreter-because-nobody-found = Vi fant ingen tolk
interpreter-words = Forklar med egne ord
interpreter-words-hint = Har familien sagt nei, skriv hva de sa. De kan lese det.
interpreter-save-nobody = Lagre uten tolk

interpreter-law-heading = Godt å vite
interpreter-law-child = Et barn skal aldri tolke i et møte, heller ikke når foreldrene ber om det.
interpreter-law-apart = Kjenner tolken familien, så be om en annen. I små miljøer kan en tolk på telefon fra et annet sted være tryggest.
interpreter-law-remote = På telefon eller video må ingen andre kunne høre eller se.

interpreter-needs-who = Skriv navnet på tolken eller tjenesten.
interpreter-needs-mode = Velg hvordan det tolkes.
interpreter-needs-level = Velg kategori, eller at tolken ikke står i registeret.
interpreter-needs-unqualified = Velg hvorfor det er en tolk som ikke står i registeret.
interpreter-needs-knows = Spør om tolken kjenner familien, og svar.
interpreter-needs-because = Velg hvorfor møtet er uten tolk.
interpreter-needs-words = Skriv noen ord om hvorfor. Familien kan lese det.

interpreter-told-room = En tolk i { $language } er med i rommet: { $who }.
interpreter-told-phone = Det blir tolk i { $language } på telefon: { $who }.
interpreter-told-video = Det blir tolk i { $language } på video: { $who }.
interpreter-told-open = { $name } skal bestille tolk i { $language }.
interpreter-told-none = Det blir ikke tolk i { $language }. { $why }.
interpreter-told-know = Tolken har taushetsplikt. Kjenner dere tolken, så si fra til { $name }. Da spør vi en annen.

done-interpreter = Det er lagret. De som er med på møtet, ser det.

refusal-child-interprets = Dette er et barn i familien. Barn skal ikke tolke for familien sin. Ring en tolketjeneste, og bestill en voksen tolk.
refusal-kin-interprets = Dette er noen i familien eller nær den. Da kan det bli vanskelig å si alt. Bestill en tolk som ikke kjenner familien.
refusal-helper-interprets = Dette er en hjelper som er med i saken. Hjelperen kan ikke tolke i tillegg. Bestill en tolk som ikke er med fra før.
refusal-interpreter-knows-family = Tolken kan ikke tolke for noen hun eller han kjenner. Ring tjenesten og be om en annen. En tolk på telefon fra et annet sted kan være en løsning.

workbench-reason-interpreter = { $words } { $when } mangler tolk i { $languages }. Bestill senest { $last }.
workbench-reason-interpreter-late = { $words } { $when } mangler tolk i { $languages }. Den skulle vært bestilt { $last }.
workbench-way-interpreter = Bestill tolk

plan-invited = Møter du er invitert til

field-interpreting = Tolk
field-planned = Bestilt
field-came = På møtet
field-number = Nummer
field-mode = Hvordan
field-level = Kategori
field-unqualified = Hvorfor ikke i registeret
field-apart = Kjenner ikke familien
field-because = Hvorfor
