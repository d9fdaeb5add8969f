# Vegvisaren: kva ein familie kan ha rett til. Varsame ord: berre den som avgjer, kan love.

guide-heading = Kva kan de ha rett til?
guide-lead = Vel det som liknar på korleis de har det. Vi spør litt, og viser kva som kan passe. Dette er rettleiing. Berre den som behandlar søknaden, kan avgjere.
guide-nothing-stored = De treng ikkje logge inn, og vi lagrar ingenting.
guide-situations = Korleis er det hos dykk?
guide-situations-hint = Vel éin eller fleire.
guide-choose-one = Vel minst éin ting som liknar på korleis de har det.
guide-own = Noko du vil sjå for deg sjølv
guide-own-text = Dette blir vist berre om du opnar det. Du kan forlate sida raskt når som helst.
guide-own-legend = Berre for deg
guide-leave-now = Forlat sida raskt
guide-private-note = Nettlesaren kan hugse at du har vore her. Eit privat vindauge hugsar det ikkje.
guide-next = Gå vidare
guide-answers-now = Vis svara no
guide-back-situations = Tilbake til vala
guide-back-who = Tilbake til kven de er
guide-back-answers = Tilbake til svara
guide-who = Kven er de?
guide-who-lead = Skriv berre det de vil. Vi spør ikkje om namn.
guide-children = Når er barna fødde?
guide-children-hint = Éi linje for kvart barn, òg barn de ventar. Til dømes 15.3.2018 eller berre mars 2018.
guide-born = Barn { $number }
guide-born-wrong = Skriv når barnet er fødd, med år: 15.3.2018 eller mars 2018.
guide-more-children = Vi har fleire barn
guide-home = Heimen
guide-adults = Kor mange vaksne bur i heimen?
guide-adults-1 = Éin
guide-adults-2 = To
guide-homes = Kvar bur barna?
guide-homes-here = Fast hos meg eller oss
guide-homes-two = I to heimar, med avtale om delt bustad
guide-homes-else = På ein annan måte, eller ulikt for barna
guide-homes-note = Svara gjeld deg som svarer, og heimen du bur i. Ein annan forelder kan svare for seg.
guide-questions = Nokre få spørsmål
guide-progress = { $left ->
    [one] Det er høgst eitt spørsmål igjen etter desse. De kan sjå svara når som helst.
   *[other] Det er høgst { $left } spørsmål igjen etter desse, som oftast færre. De kan sjå svara når som helst.
}
guide-progress-last = Dette er dei siste spørsmåla.
guide-skip = Hopp over
guide-yes = Ja
guide-no = Nei
guide-dont-know = Veit ikkje
guide-blank = Eit anslag er nok. La feltet stå tomt om de ikkje veit.
guide-unit-kr = Kroner.
guide-unit-kr-month = Kroner i månaden.
guide-unit-kr-year = Kroner i året.
guide-unit-hours = Timar i veka.
guide-unit-months = Månader.
guide-unit-years = År.
guide-unit-percent = Prosent, frå 0 til 100.
guide-too-long = Skriv kortare.
guide-number-wrong = Skriv eit tal, til dømes 12 500.
guide-number-whole = Skriv eit heilt tal, utan desimalar.
guide-why-asked = Svaret kan avgjere { $rights }.
guide-why-more = { $count } til
guide-child = barn { $number }
guide-child-years = barn { $number } ({ $years } år)
guide-child-expected = barn { $number } (blir venta)
guide-answers = Dette kan de ha rett til
guide-answers-lead = Dette er rettleiing ut frå det de har svart. Berre den som behandlar søknaden, kan avgjere.
guide-dated = Svara er frå { $day } { $year }. Reglar og satsar endrar seg.
guide-open-questions = Fleire svar kan gjere dette sikrare. De vel sjølve.
guide-go-on = Svar på fleire spørsmål
guide-passed-questions = Nokre spørsmål står opne. De kan ta dei no eller la dei vere.
guide-ask-again = Ta dei opne spørsmåla
guide-group-doors = Her kan de berre ta kontakt
guide-group-doors-text = Ingen søknad og ingen vedtak.
guide-group-entitled = Ser ut til at de har rett til
guide-group-entitled-text = Det ser ut til at de fyller vilkåra.
guide-group-worth = Verdt å søkje
guide-group-worth-text = Det kan løne seg å søkje. Eit menneske vurderer korleis de har det.
guide-group-missing = Vi treng å vite meir
guide-group-missing-text = Nokre svar til, så kan vi seie meir.
guide-group-know = Greitt å vite
guide-group-know-text = Dette gjeld dykk utan at de søkjer.
guide-card-why = Kvifor vi viser dette
guide-card-apply = Slik gjer de
guide-card-decides = Kven avgjer
guide-card-more = Meir om { $name }
guide-card-reason = Heile grunngivinga for { $name }
guide-why = De har svart { $facts }.
guide-why-age = Det følgjer av alder og kva de valde først.
guide-line-unknown = vi treng å vite meir.
guide-line-amount-waits = Beløpet kan vi rekne ut når de har svart på meir.
guide-amount-dated = Eit anslag, rekna { $day } { $year } med satsane for den dagen.
guide-per-month = { $amount } i månaden
guide-per-year = { $amount } i året
guide-per-week = { $amount } i veka
guide-per-way = { $amount } kvar veg
guide-missing = Vi treng å vite:
guide-answer-these = { $count ->
    [one] Svar på eitt spørsmål
   *[other] Svar på opptil { $count } spørsmål
}
guide-ask-them = Resten veit berre den som avgjer. Spør dei.
guide-ask-them-offer = Tilbodet finst ikkje overalt. Spør kommunen om det finst hos dykk.
guide-soon-begins = Kan passe frå { $day }.
guide-soon-ends = Endrar seg snart: frå { $day } ser det ikkje ut til å gjelde lenger, på grunn av alder eller nye reglar.
guide-soon-amount = Endrar seg snart: { $amount } frå { $day }.
guide-more-amount = Kva det kan gi
guide-more-time = Kor lang tid det tek
guide-more-documents = Papir de kan trenge
guide-more-judged = Kva som blir vurdert
guide-more-complaint = Om de ikkje er samde
guide-more-interacts = Heng saman med
guide-more-help = Kven kan hjelpe
guide-more-help-text = Koordinatoren dykkar, eller kommunen på
guide-reason-conditions = Slik kom vi fram til dette
guide-reason-all = Alt dette må stemme:
guide-reason-any = Eitt av dette er nok:
guide-reason-not = Dette må ikkje vere slik:
guide-reason-yes = stemmer
guide-reason-no = stemmer ikkje
guide-reason-unknown = veit vi ikkje enno
guide-reason-less = { $what }, må vere under { $limit }
guide-reason-at-most = { $what }, høgst { $limit }
guide-reason-more = { $what }, må vere over { $limit }
guide-reason-at-least = { $what }, minst { $limit }
guide-reason-equal = { $what }, må vere { $limit }
guide-reason-other = { $what }, må ikkje vere { $limit }
guide-reason-rates = Satsar vi har rekna med
guide-reason-rate = { $rate } (frå { $from })
guide-reason-rule = Regelen her gjeld frå { $from }. Ordlyden blei lesen { $read }.
guide-not-now = Vis det som ikkje passar no
guide-not-now-text = Det kan endre seg. Spør gjerne den som avgjer, òg om dette.
guide-not-now-may-change = Det kan passe seinare, om noko av dette blir annleis hos dykk.
guide-told = Dette har de fortalt
guide-told-text = Det ligg berre på denne sida til de lukkar ho.
guide-told-situations = Korleis de har det
guide-told-children = { $count ->
    [0] Barna er ikkje lista opp
    [one] Eitt barn
   *[other] { $count } barn
}
guide-told-adults = { $count ->
    [one] éin vaksen
   *[other] { $count } vaksne
}
guide-change = Endre
guide-onwards = Vegen vidare
guide-onwards-text = De treng ikkje gjere dette åleine. Kommunen kan hjelpe dykk å søkje:
guide-tell-coordinator = Sei frå til koordinatoren
guide-ask-help = Be om hjelp
guide-print = Skriv ut
guide-print-own = Skriv ut alt, òg det som berre er for deg
guide-print-own-note = Utskrifta har ikkje med det du opna berre for deg, om du ikkje ber om det.
guide-print-how = Skriv ut med nettlesaren: Ctrl og P, eller Del på telefonen.
guide-over = Byrj på nytt
guide-over-text = Då blir alt borte.
guide-door = Finn ut kva de kan ha rett til. Inga innlogging, og ingenting blir lagra.
guide-door-go = Sjå kva som kan passe for dykk
guide-told-show = Sjå og endre det de har fortalt
guide-progress-many = Det viktigaste kjem først. Stopp når de vil: de kan sjå svara når som helst.
guide-date-hint = Skriv datoen, til dømes 15.3.1985. La feltet stå tomt om de ikkje vil.
guide-you-pay = De betaler { $amount }
guide-told-you = De
