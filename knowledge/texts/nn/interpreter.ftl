# Tolk i møte.

interpreter-heading = Tolk
interpreter-needed = { $names } treng tolk i { $language }.
interpreter-needed-by-none = Tolk i { $language }.
interpreter-to-book = { $names } treng tolk. Du tingar når møtet er avtalt.
interpreter-not-booked = Tolk er ikkje tinga
interpreter-booked = Tolk er tinga
interpreter-moved = Tolken er tinga til eit anna tidspunkt
interpreter-without = Utan tolk
interpreter-came = Tolken kom
interpreter-came-not = Ingen tolk
interpreter-who-came = Kven tolka?
interpreter-book = Ting tolk i { $language }
interpreter-change = Endre tolk i { $language }
interpreter-tell = Skriv kven som tolka i { $language }
interpreter-due = Ting seinast { $day }.
interpreter-was-due = Tolken skulle vore tinga { $day }. Ring i dag.
interpreter-number-is = Nummer: { $number }.

interpreter-title = Tolk i { $language }
interpreter-title-after = Kven tolka i { $language }?
interpreter-who-comes = Tolken som er tinga
interpreter-who-was = Tolken som kom
interpreter-who = Namnet på tolken, eller tenesta som sender ein
interpreter-who-hint = Aldri eit barn. Aldri nokon i familien, ein nabo eller ein hjelpar.
interpreter-number = Telefon eller tingingsnummer
interpreter-mode = Korleis blir det tolka?
interpreter-mode-room = i rommet
interpreter-mode-phone = på telefon
interpreter-mode-video = på video
interpreter-level = Kva kategori har tolken?
interpreter-level-hint = Han står på tolkebeviset og i Nasjonalt tolkeregister.
interpreter-level-a = A: autorisert av staten og bachelorgrad
interpreter-level-b = B: bachelorgrad, eller autorisert og grunnutdanning
interpreter-level-c = C: autorisert av staten
interpreter-level-d = D: grunnutdanning i tolking
interpreter-level-e = E: språktest og kurs, eller translatør med kurs
interpreter-unlisted = Står ikkje i registeret
interpreter-unqualified = Kvifor ein tolk som ikkje står i registeret?
interpreter-unqualified-hint = Berre når tolken ikkje står der.
interpreter-unqualified-none = Vel ein grunn
interpreter-unqualified-exempt = Kommunen er friteken frå kravet ut 2026
interpreter-unqualified-cannot-wait = Det er ikkje forsvarleg å vente på ein annan
interpreter-unqualified-emergency = Det er ein naudssituasjon
interpreter-unqualified-strong-reasons = Andre sterke grunnar
interpreter-knows = Kjenner tolken familien, eller er tolken i slekt med nokon av dei?
interpreter-knows-hint = Spør tolken eller tenesta før du svarer.
interpreter-knows-no = Nei, eg har spurt
interpreter-knows-yes = Ja
interpreter-save = Lagre tolken

interpreter-nobody = Møtet blir utan tolk
interpreter-nobody-after = Ingen tolka
interpreter-because = Kvifor utan tolk?
interpreter-because-family-says-no = Familien vil ikkje ha tolk
interpreter-because-shared-language = Ein hjelpar snakkar språket godt nok
interpreter-because-harm-in-waiting = Det er farleg å vente på tolk
interpreter-because-did-not-come = Tolken kom ikkje
interpreter-because-nobody-found = Vi fann ingen tolk
interpreter-words = Forklar med eigne ord
interpreter-words-hint = Har familien sagt nei, skriv kva dei sa. Dei kan lese det.
interpreter-save-nobody = Lagre utan tolk

interpreter-law-heading = Godt å vite
interpreter-law-child = Eit barn skal aldri tolke i eit møte, heller ikkje når foreldra ber om det.
interpreter-law-apart = Kjenner tolken familien, så be om ein annan. I små miljø kan ein tolk på telefon frå ein annan stad vere tryggast.
interpreter-law-remote = På telefon eller video må ingen andre kunne høyre eller sjå.

interpreter-needs-who = Skriv namnet på tolken eller tenesta.
interpreter-needs-mode = Vel korleis det blir tolka.
interpreter-needs-level = Vel kategori, eller at tolken ikkje står i registeret.
interpreter-needs-unqualified = Vel kvifor det er ein tolk som ikkje står i registeret.
interpreter-needs-knows = Spør om tolken kjenner familien, og svar.
interpreter-needs-because = Vel kvifor møtet er utan tolk.
interpreter-needs-words = Skriv nokre ord om kvifor. Familien kan lese det.

interpreter-told-room = Ein tolk i { $language } er med i rommet: { $who }.
interpreter-told-phone = Det blir tolk i { $language } på telefon: { $who }.
interpreter-told-video = Det blir tolk i { $language } på video: { $who }.
interpreter-told-open = { $name } skal tinge tolk i { $language }.
interpreter-told-none = Det blir ikkje tolk i { $language }. { $why }.
interpreter-told-know = Tolken har teieplikt. Kjenner de tolken, så sei frå til { $name }. Då spør vi ein annan.

done-interpreter = Det er lagra. Dei som er med på møtet, ser det.

refusal-child-interprets = Dette er eit barn i familien. Barn skal ikkje tolke for familien sin. Ring ei tolketeneste, og ting ein vaksen tolk.
refusal-kin-interprets = Dette er nokon i familien eller nær han. Då kan det bli vanskeleg å seie alt. Ting ein tolk som ikkje kjenner familien.
refusal-helper-interprets = Dette er ein hjelpar som er med i saka. Hjelparen kan ikkje tolke i tillegg. Ting ein tolk som ikkje er med frå før.
refusal-interpreter-knows-family = Tolken kan ikkje tolke for nokon ho eller han kjenner. Ring tenesta og be om ein annan. Ein tolk på telefon frå ein annan stad kan vere ei løysing.

workbench-reason-interpreter = { $words } { $when } manglar tolk i { $languages }. Ting seinast { $last }.
workbench-reason-interpreter-late = { $words } { $when } manglar tolk i { $languages }. Han skulle vore tinga { $last }.
workbench-way-interpreter = Ting tolk

plan-invited = Møte du er invitert til

field-interpreting = Tolk
field-planned = Tinga
field-came = På møtet
field-number = Nummer
field-mode = Korleis
field-level = Kategori
field-unqualified = Kvifor ikkje i registeret
field-apart = Kjenner ikkje familien
field-because = Kvifor
