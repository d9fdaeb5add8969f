# Når noen i familien er uenige om noe som gjelder et barn: det koordinatoren skriver ned, og det familien leser.

kind-disagreement = en uenighet
kind-stance = det noen mener i en uenighet
field-children = Barn det gjelder
field-matter = Hva de er uenige om
field-best = Best for barnet
field-result = Hva som kom ut av det
field-disagreement-on = Kjent fra
field-disagreement-law = Veien loven gir
field-disagreement-told = Hvem som vet det
field-disagreement-untold = Hvorfor ingen vet det
field-stance-to = Uenigheten
field-stance-words = Det personen mener
field-undone = Skrevet ved en feil

law-one-parent-home = Den forelderen barnet bor fast hos, bestemmer dette i det daglige (barnelova § 37)
law-one-parent-contact = Den forelderen barnet er hos, bestemmer om omsorgen så lenge samværet varer (barnelova § 42)
law-one-parent-daily-health = Daglig og ordinær helsehjelp: det holder at én av foreldrene sier ja (pbrl § 4-4 annet ledd)
law-one-parent-needed-health = Helsehjelp som fagfolk mener er nødvendig for at barnet ikke skal ta skade: det holder at én av foreldrene sier ja (pbrl § 4-4 tredje ledd)
law-disagree-ask-again = Foreldrene bestemmer sammen. De blir spurt igjen, og familievernkontoret kan hjelpe dem å snakke sammen (barnelova § 30, familievernkontorloven § 1)
law-disagree-mediation = Foreldrene møter en mekler (barnelova § 51)
law-disagree-court = En av foreldrene ber retten avgjøre det (barnelova § 56)
law-disagree-home = Den forelderen barnet bor fast hos, bestemmer dette i det daglige (barnelova § 37)
law-disagree-contact = Den forelderen barnet er hos, bestemmer om omsorgen så lenge samværet varer (barnelova § 42)
law-disagree-daily-health = Daglig og ordinær helsehjelp: det holder at én av foreldrene sier ja (pasient- og brukerrettighetsloven § 4-4 annet ledd)
law-disagree-needed-health = Helsehjelp som fagfolk mener er nødvendig for at barnet ikke skal ta skade: det holder at én sier ja, når begge har fått si hva de mener (pasient- og brukerrettighetsloven § 4-4 tredje ledd)
law-disagree-young-health = Den unge er 16 år eller mer og bestemmer selv om egen helse (pasient- og brukerrettighetsloven § 4-3)
law-disagree-young-alone = Den unge er mellom 12 og 16 år og vil ikke at foreldrene skal vite det, av grunner som bør respekteres (pasient- og brukerrettighetsloven § 3-4)
law-disagree-young-school = Den unge er 15 år eller mer og bestemmer selv om skolen (opplæringslova § 24-5)
law-disagree-welfare = Barnevernet ser på saken og avgjør det som er barnevernets (barnevernsloven §§ 2-2 og 3-1)
law-disagree-governor = Statsforvalteren bestemmer at opplysningene skal være hemmelige selv om foreldrene sier ja (helse- og omsorgstjenesteloven § 12-1, sosialtjenesteloven § 44)
complain-over-statsforvalter = Statsforvalteren bestemte dette. Du kan klage. Send klagen til Statsforvalteren. I brevet derfra står det hvem som avgjør klagen.

heard-spoken = Sa det selv
heard-written = Skrev, tegnet eller viste det
heard-through = Sa det til noen personen stoler på
heard-not-heard = Er ikke hørt
disagreement-outcome-open = De er uenige ennå
disagreement-outcome-agreed = De er enige nå
disagreement-outcome-decided = Det er bestemt etter loven
disagreement-outcome-unchanged = Det blir som før

vern-best = Hva er best for barnet?
vern-best-hint = Hva barnet mener, hva som taler for og imot, og hva du la mest vekt på.
vern-best-missing = Skriv hva som er best for barnet, og hvorfor.

vern-disagreement-heading = Uenighet om noe som gjelder et barn
vern-disagreement-about = Foreldre kan være uenige med hverandre, og barn med foreldrene. Her skriver du hva hver av dem mener, hvilken vei loven gir, og hva som er best for barnet. Ingenting blir delt av at du skriver det ned.
vern-disagreement-none = Det er ingen barn under 18 år i denne familien.
vern-disagreement-is = Uenighet som gjelder { $names }: { $matter }
vern-disagreement-matter-is = Om { $service } kan se { $what } om { $name }.
vern-disagreement-children = Hvilke barn gjelder det?
vern-disagreement-children-missing = Velg hvilke barn det gjelder.
vern-disagreement-matter = Hva er de uenige om?
vern-disagreement-matter-hint = Uten å ta side. Alle som får vite om uenigheten, leser dette.
vern-disagreement-matter-missing = Skriv hva de er uenige om.
vern-disagreement-categories = Gjelder det å dele opplysninger?
vern-disagreement-on = Når ble du kjent med det?
vern-disagreement-on-missing = Skriv hvilken dag du ble kjent med det, i dag eller før.
vern-disagreement-views = Hva mener hver av dem?
vern-disagreement-views-hint = Med egne ord, så langt du kan. Hver leser bare sitt. Det barnet mener, leser ikke foreldrene. Minst to må stå her, og alle barna det gjelder.
vern-disagreement-views-more = Skriv bare for dem som mener noe nytt. Det som sto, blir stående i historikken.
vern-disagreement-views-missing = Skriv hva minst to av dem mener.
vern-disagreement-how = Hvordan vet du det?
vern-disagreement-how-missing = Velg hvordan du vet det.
vern-disagreement-words = Hva mener personen, eller hvorfor er personen ikke hørt?
vern-disagreement-words-missing = Skriv hva personen mener.
vern-disagreement-not-heard-why = Skriv hvorfor personen ikke er hørt.
vern-disagreement-child-missing = Velg hvordan barnet er hørt, og skriv hva barnet mener. Er barnet ikke hørt, skriv hvorfor.
vern-disagreement-law = Hvilken vei gir loven?
vern-disagreement-law-hint = Er du usikker, velg den første og spør lederen din.
vern-disagreement-best = Hva er best for barnet?
vern-disagreement-best-hint = Hva som taler for og imot, og hva du la mest vekt på. Alle som får vite om uenigheten, leser dette. Skriv ikke hva barnet har sagt hvis barnet ikke vil det.
vern-disagreement-outcome = Hvor står det?
vern-disagreement-outcome-missing = Velg hvor det står.
vern-disagreement-review = Hvis de er uenige ennå: når spør du igjen?
vern-disagreement-review-hint = Da står det på listen din.
vern-disagreement-review-missing = Velg en dag da du spør igjen, fra i dag til om et år.
vern-disagreement-result = Hvis det er over: hva kom ut av det?
vern-disagreement-result-hint = Alle som får vite om uenigheten, leser dette.
vern-disagreement-result-missing = Skriv hva som kom ut av det.
vern-disagreement-settled = Hvis det er over: når?
vern-disagreement-settled-hint = Etter det blir det ikke skrevet om.
vern-disagreement-settled-missing = Skriv hvilken dag det var over, i dag eller før.
vern-disagreement-settled-needless = De er uenige ennå. Ta bort dagen, eller velg hva som kom ut av det.
vern-disagreement-told = Hvem i familien får lese dette?
vern-disagreement-told-hint = De leser hva uenigheten gjelder, veien loven gir, hva som er best for barnet, hva som kom ut av det, og hvordan de kan klage. De leser ikke hva de andre mener.
vern-disagreement-told-wrong = Bare barnet det gjelder og de som bestemmer for det, kan stå her. Gjelder det flere barn, står bare de voksne her. Ta bort krysset for de andre.
vern-disagreement-untold = Hvis ingen får lese det ennå: hvorfor?
vern-disagreement-untold-hint = Bare den som er koordinator, leser dette.
vern-disagreement-send = Lagre
vern-disagreement-way = Skal én ting fortelles videre likevel, finner du hjemmelen der: { $law }.
vern-disagreement-way-plan = Åpne tingen i planen, og velg «Hvem ser dette?»
done-vern-disagreement-done = Uenigheten er skrevet ned. Ingenting er delt av det.
done-vern-disagreement-back = Det står nå som skrevet ved en feil.

disagreed-title = Når dere er uenige
disagreed-text = Her står det vi har skrevet om noe dere er uenige om. Ingenting er delt av at det står her. Det hver av dere mener, leser bare den som mener det, og koordinatoren.
disagreed-write = Skriv ned uenigheten
disagreed-kinds = Opplysninger det gjelder
disagreed-means = { $name } mener
disagreed-route = Veien loven gir
disagreed-best-children = Best for barna
disagreed-stands = Slik står det
disagreed-result = Hva som kom ut av det
disagreed-review = Spør igjen
disagreed-complain = Hvis du vil klage
disagreed-complain-told = Om klage leser de
disagreed-complain-none = Kommunen har ikke bestemt noe her, så det er ikke noe vedtak å klage på. Mener du at vi har gjort noe galt, kan du skrive til kommunen eller til Statsforvalteren når som helst.
disagreed-complain-by = Klagefristen er { $weeks } uker fra du fikk vite det.
disagreed-you-mean = Dette har vi skrevet at du mener.
workbench-reason-disagreement = { $days ->
    [0] Noen er uenige. I dag spør du igjen.
    [one] Noen er uenige. Du skulle spurt igjen i går.
   *[other] Noen er uenige. Du skulle spurt igjen for { $days } dager siden.
}
workbench-way-disagreement = Åpne uenigheten
