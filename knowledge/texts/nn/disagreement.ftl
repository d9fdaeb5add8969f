# Når nokon i familien er usamde om noko som gjeld eit barn: det koordinatoren skriv ned, og det familien les.

kind-disagreement = ei usemje
kind-stance = det nokon meiner i ei usemje
field-children = Barn det gjeld
field-matter = Kva dei er usamde om
field-best = Best for barnet
field-result = Kva som kom ut av det
field-disagreement-on = Kjent frå
field-disagreement-law = Vegen lova gir
field-disagreement-told = Kven som veit det
field-disagreement-untold = Kvifor ingen veit det
field-stance-to = Usemja
field-stance-words = Det personen meiner
field-undone = Skrive ved ein feil

law-one-parent-home = Den forelderen barnet bur fast hos, bestemmer dette i det daglege (barnelova § 37)
law-one-parent-contact = Den forelderen barnet er hos, bestemmer om omsorga så lenge samværet varer (barnelova § 42)
law-one-parent-daily-health = Dagleg og ordinær helsehjelp: det held at éin av foreldra seier ja (pbrl § 4-4 andre ledd)
law-one-parent-needed-health = Helsehjelp som fagfolk meiner er nødvendig for at barnet ikkje skal ta skade: det held at éin av foreldra seier ja (pbrl § 4-4 tredje ledd)
law-disagree-ask-again = Foreldra bestemmer saman. Dei blir spurde igjen, og familievernkontoret kan hjelpe dei å snakke saman (barnelova § 30, familievernkontorlova § 1)
law-disagree-mediation = Foreldra møter ein meklar (barnelova § 51)
law-disagree-court = Ein av foreldra ber retten avgjere det (barnelova § 56)
law-disagree-home = Den forelderen barnet bur fast hos, bestemmer dette i det daglege (barnelova § 37)
law-disagree-contact = Den forelderen barnet er hos, bestemmer om omsorga så lenge samværet varer (barnelova § 42)
law-disagree-daily-health = Dagleg og ordinær helsehjelp: det held at éin av foreldra seier ja (pasient- og brukarrettslova § 4-4 andre ledd)
law-disagree-needed-health = Helsehjelp som fagfolk meiner er nødvendig for at barnet ikkje skal ta skade: det held at éin seier ja, når begge har fått seie kva dei meiner (pasient- og brukarrettslova § 4-4 tredje ledd)
law-disagree-young-health = Den unge er 16 år eller meir og bestemmer sjølv om eiga helse (pasient- og brukarrettslova § 4-3)
law-disagree-young-alone = Den unge er mellom 12 og 16 år og vil ikkje at foreldra skal vite det, av grunnar som bør respekterast (pasient- og brukarrettslova § 3-4)
law-disagree-young-school = Den unge er 15 år eller meir og bestemmer sjølv om skulen (opplæringslova § 24-5)
law-disagree-welfare = Barnevernet ser på saka og avgjer det som er barnevernet sitt (barnevernslova §§ 2-2 og 3-1)
law-disagree-governor = Statsforvaltaren bestemmer at opplysningane skal vere hemmelege sjølv om foreldra seier ja (helse- og omsorgstenestelova § 12-1, sosialtenestelova § 44)
complain-over-statsforvalter = Statsforvaltaren bestemte dette. Du kan klage. Send klaga til Statsforvaltaren. I brevet derifrå står det kven som avgjer klaga.

heard-spoken = Sa det sjølv
heard-written = Skreiv, teikna eller viste det
heard-through = Sa det til nokon personen stoler på
heard-not-heard = Er ikkje høyrd
disagreement-outcome-open = Dei er usamde enno
disagreement-outcome-agreed = Dei er samde no
disagreement-outcome-decided = Det er bestemt etter lova
disagreement-outcome-unchanged = Det blir som før

vern-best = Kva er best for barnet?
vern-best-hint = Kva barnet meiner, kva som taler for og imot, og kva du la mest vekt på.
vern-best-missing = Skriv kva som er best for barnet, og kvifor.

vern-disagreement-heading = Usemje om noko som gjeld eit barn
vern-disagreement-about = Foreldre kan vere usamde med kvarandre, og barn med foreldra. Her skriv du kva kvar av dei meiner, kva veg lova gir, og kva som er best for barnet. Ingenting blir delt av at du skriv det ned.
vern-disagreement-none = Det er ingen barn under 18 år i denne familien.
vern-disagreement-is = Usemje som gjeld { $names }: { $matter }
vern-disagreement-matter-is = Om { $service } kan sjå { $what } om { $name }.
vern-disagreement-children = Kva barn gjeld det?
vern-disagreement-children-missing = Vel kva barn det gjeld.
vern-disagreement-matter = Kva er dei usamde om?
vern-disagreement-matter-hint = Utan å ta side. Alle som får vite om usemja, les dette.
vern-disagreement-matter-missing = Skriv kva dei er usamde om.
vern-disagreement-categories = Gjeld det å dele opplysningar?
vern-disagreement-on = Når vart du kjend med det?
vern-disagreement-on-missing = Skriv kva dag du vart kjend med det, i dag eller før.
vern-disagreement-views = Kva meiner kvar av dei?
vern-disagreement-views-hint = Med eigne ord, så langt du kan. Kvar les berre sitt. Det barnet meiner, les ikkje foreldra. Minst to må stå her, og alle barna det gjeld.
vern-disagreement-views-more = Skriv berre for dei som meiner noko nytt. Det som stod, blir ståande i historikken.
vern-disagreement-views-missing = Skriv kva minst to av dei meiner.
vern-disagreement-how = Korleis veit du det?
vern-disagreement-how-missing = Vel korleis du veit det.
vern-disagreement-words = Kva meiner personen, eller kvifor er personen ikkje høyrd?
vern-disagreement-words-missing = Skriv kva personen meiner.
vern-disagreement-not-heard-why = Skriv kvifor personen ikkje er høyrd.
vern-disagreement-child-missing = Vel korleis barnet er høyrd, og skriv kva barnet meiner. Er barnet ikkje høyrd, skriv kvifor.
vern-disagreement-law = Kva veg gir lova?
vern-disagreement-law-hint = Er du usikker, vel den første og spør leiaren din.
vern-disagreement-best = Kva er best for barnet?
vern-disagreement-best-hint = Kva som taler for og imot, og kva du la mest vekt på. Alle som får vite om usemja, les dette. Skriv ikkje kva barnet har sagt om barnet ikkje vil det.
vern-disagreement-outcome = Kvar står det?
vern-disagreement-outcome-missing = Vel kvar det står.
vern-disagreement-review = Om dei er usamde enno: når spør du igjen?
vern-disagreement-review-hint = Då står det på lista di.
vern-disagreement-review-missing = Vel ein dag då du spør igjen, frå i dag til om eit år.
vern-disagreement-result = Om det er over: kva kom ut av det?
vern-disagreement-result-hint = Alle som får vite om usemja, les dette.
vern-disagreement-result-missing = Skriv kva som kom ut av det.
vern-disagreement-settled = Om det er over: når?
vern-disagreement-settled-hint = Etter det blir det ikkje skrive om.
vern-disagreement-settled-missing = Skriv kva dag det var over, i dag eller før.
vern-disagreement-settled-needless = Dei er usamde enno. Ta bort dagen, eller vel kva som kom ut av det.
vern-disagreement-told = Kven i familien får lese dette?
vern-disagreement-told-hint = Dei les kva usemja gjeld, vegen lova gir, kva som er best for barnet, kva som kom ut av det, og korleis dei kan klage. Dei les ikkje kva dei andre meiner.
vern-disagreement-told-wrong = Berre barnet det gjeld og dei som bestemmer for det, kan stå her. Gjeld det fleire barn, står berre dei vaksne her. Ta bort krysset for dei andre.
vern-disagreement-untold = Om ingen får lese det enno: kvifor?
vern-disagreement-untold-hint = Berre den som er koordinator, les dette.
vern-disagreement-send = Lagre
vern-disagreement-way = Skal éin ting forteljast vidare likevel, finn du heimelen der: { $law }.
vern-disagreement-way-plan = Opne tingen i planen, og vel «Kven ser dette?»
done-vern-disagreement-done = Usemja er skriven ned. Ingenting er delt av det.
done-vern-disagreement-back = Det står no som skrive ved ein feil.

disagreed-title = Når de er usamde
disagreed-text = Her står det vi har skrive om noko de er usamde om. Ingenting er delt av at det står her. Det kvar av dykk meiner, les berre den som meiner det, og koordinatoren.
disagreed-write = Skriv ned usemja
disagreed-kinds = Opplysningar det gjeld
disagreed-means = { $name } meiner
disagreed-route = Vegen lova gir
disagreed-best-children = Best for barna
disagreed-stands = Slik står det
disagreed-result = Kva som kom ut av det
disagreed-review = Spør igjen
disagreed-complain = Om du vil klage
disagreed-complain-told = Om klage les dei
disagreed-complain-none = Kommunen har ikkje bestemt noko her, så det er ikkje noko vedtak å klage på. Meiner du at vi har gjort noko gale, kan du skrive til kommunen eller til Statsforvaltaren når som helst.
disagreed-complain-by = Klagefristen er { $weeks } veker frå du fekk vite det.
disagreed-you-mean = Dette har vi skrive at du meiner.
workbench-reason-disagreement = { $days ->
    [0] Nokon er usamde. I dag spør du igjen.
    [one] Nokon er usamde. Du skulle spurt igjen i går.
   *[other] Nokon er usamde. Du skulle spurt igjen for { $days } dagar sidan.
}
workbench-way-disagreement = Opne usemja
