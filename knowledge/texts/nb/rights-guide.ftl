# Veiviseren: hva en familie kan ha rett til. Forsiktige ord: bare den som avgjør, kan love.

guide-heading = Hva kan dere ha rett til?
guide-lead = Velg det som ligner på hvordan dere har det. Vi spør litt, og viser hva som kan passe. Dette er veiledning. Bare den som behandler søknaden, kan avgjøre.
guide-nothing-stored = Dere trenger ikke logge inn, og vi lagrer ingenting.
guide-situations = Hvordan er det hos dere?
guide-situations-hint = Velg én eller flere.
guide-choose-one = Velg minst én ting som ligner på hvordan dere har det.
guide-own = Noe du vil se for deg selv
guide-own-text = Dette vises bare hvis du åpner det. Du kan forlate siden raskt når som helst.
guide-own-legend = Bare for deg
guide-leave-now = Forlat siden raskt
guide-private-note = Nettleseren kan huske at du har vært her. Et privat vindu husker det ikke.
guide-next = Gå videre
guide-answers-now = Vis svarene nå
guide-back-situations = Tilbake til valgene
guide-back-who = Tilbake til hvem dere er
guide-back-answers = Tilbake til svarene
guide-who = Hvem er dere?
guide-who-lead = Skriv bare det dere vil. Vi spør ikke om navn.
guide-children = Når er barna født?
guide-children-hint = Én linje for hvert barn, også barn dere venter. For eksempel 15.3.2018 eller bare mars 2018.
guide-born = Barn { $number }
guide-born-wrong = Skriv når barnet er født, med år: 15.3.2018 eller mars 2018.
guide-more-children = Vi har flere barn
guide-home = Hjemmet
guide-adults = Hvor mange voksne bor i hjemmet?
guide-adults-1 = Én
guide-adults-2 = To
guide-homes = Hvor bor barna?
guide-homes-here = Fast hos meg eller oss
guide-homes-two = I to hjem, med avtale om delt bosted
guide-homes-else = På en annen måte, eller ulikt for barna
guide-homes-note = Svarene gjelder deg som svarer, og hjemmet du bor i. En annen forelder kan svare for seg.
guide-questions = Noen få spørsmål
guide-progress = { $left ->
    [one] Det er høyst ett spørsmål igjen etter disse. Dere kan se svarene når som helst.
   *[other] Det er høyst { $left } spørsmål igjen etter disse, som oftest færre. Dere kan se svarene når som helst.
}
guide-progress-last = Dette er de siste spørsmålene.
guide-skip = Hopp over
guide-yes = Ja
guide-no = Nei
guide-dont-know = Vet ikke
guide-blank = Et anslag er nok. La feltet stå tomt hvis dere ikke vet.
guide-unit-kr = Kroner.
guide-unit-kr-month = Kroner i måneden.
guide-unit-kr-year = Kroner i året.
guide-unit-hours = Timer i uken.
guide-unit-months = Måneder.
guide-unit-years = År.
guide-unit-percent = Prosent, fra 0 til 100.
guide-too-long = Skriv kortere.
guide-number-wrong = Skriv et tall, for eksempel 12 500.
guide-number-whole = Skriv et helt tall, uten desimaler.
guide-why-asked = Svaret kan avgjøre { $rights }.
guide-why-more = { $count } til
guide-child = barn { $number }
guide-child-years = barn { $number } ({ $years } år)
guide-child-expected = barn { $number } (ventes)
guide-answers = Dette kan dere ha rett til
guide-answers-lead = Dette er veiledning ut fra det dere har svart. Bare den som behandler søknaden, kan avgjøre.
guide-dated = Svarene er fra { $day } { $year }. Regler og satser endrer seg.
guide-open-questions = Flere svar kan gjøre dette sikrere. Dere velger selv.
guide-go-on = Svar på flere spørsmål
guide-passed-questions = Noen spørsmål står åpne. Dere kan ta dem nå eller la dem være.
guide-ask-again = Ta de åpne spørsmålene
guide-group-doors = Her kan dere bare ta kontakt
guide-group-doors-text = Ingen søknad og ingen vedtak.
guide-group-entitled = Ser ut til at dere har rett til
guide-group-entitled-text = Det ser ut til at dere fyller vilkårene.
guide-group-worth = Verdt å søke
guide-group-worth-text = Det kan lønne seg å søke. Et menneske vurderer hvordan dere har det.
guide-group-missing = Vi trenger å vite mer
guide-group-missing-text = Noen svar til, så kan vi si mer.
guide-group-know = Greit å vite
guide-group-know-text = Dette gjelder dere uten at dere søker.
guide-card-why = Hvorfor vi viser dette
guide-card-apply = Slik gjør dere
guide-card-decides = Hvem avgjør
guide-card-more = Mer om { $name }
guide-card-reason = Hele begrunnelsen for { $name }
guide-why = Dere har svart { $facts }.
guide-why-age = Det følger av alder og hva dere valgte først.
guide-line-unknown = vi trenger å vite mer.
guide-line-amount-waits = Beløpet kan vi regne ut når dere har svart på mer.
guide-amount-dated = Et anslag, regnet { $day } { $year } med satsene for den dagen.
guide-per-month = { $amount } i måneden
guide-per-year = { $amount } i året
guide-per-week = { $amount } i uken
guide-per-way = { $amount } hver vei
guide-missing = Vi trenger å vite:
guide-answer-these = { $count ->
    [one] Svar på ett spørsmål
   *[other] Svar på opptil { $count } spørsmål
}
guide-ask-them = Resten vet bare den som avgjør. Spør dem.
guide-ask-them-offer = Tilbudet finnes ikke overalt. Spør kommunen om det finnes hos dere.
guide-soon-begins = Kan passe fra { $day }.
guide-soon-ends = Endrer seg snart: fra { $day } ser det ikke ut til å gjelde lenger, på grunn av alder eller nye regler.
guide-soon-amount = Endrer seg snart: { $amount } fra { $day }.
guide-more-amount = Hva det kan gi
guide-more-time = Hvor lang tid det tar
guide-more-documents = Papirer dere kan trenge
guide-more-judged = Hva som blir vurdert
guide-more-complaint = Hvis dere ikke er enige
guide-more-interacts = Henger sammen med
guide-more-help = Hvem kan hjelpe
guide-more-help-text = Koordinatoren deres, eller kommunen på
guide-reason-conditions = Slik kom vi fram til dette
guide-reason-all = Alt dette må stemme:
guide-reason-any = Ett av dette er nok:
guide-reason-not = Dette må ikke være slik:
guide-reason-yes = stemmer
guide-reason-no = stemmer ikke
guide-reason-unknown = vet vi ikke ennå
guide-reason-less = { $what }, må være under { $limit }
guide-reason-at-most = { $what }, høyst { $limit }
guide-reason-more = { $what }, må være over { $limit }
guide-reason-at-least = { $what }, minst { $limit }
guide-reason-equal = { $what }, må være { $limit }
guide-reason-other = { $what }, må ikke være { $limit }
guide-reason-rates = Satser vi har regnet med
guide-reason-rate = { $rate } (fra { $from })
guide-reason-rule = Regelen her gjelder fra { $from }. Ordlyden ble lest { $read }.
guide-not-now = Vis det som ikke passer nå
guide-not-now-text = Det kan endre seg. Spør gjerne den som avgjør, også om dette.
guide-not-now-may-change = Det kan passe senere, hvis noe av dette blir annerledes hos dere.
guide-told = Dette har dere fortalt
guide-told-text = Det ligger bare på denne siden til dere lukker den.
guide-told-situations = Hvordan dere har det
guide-told-children = { $count ->
    [0] Barna er ikke listet opp
    [one] Ett barn
   *[other] { $count } barn
}
guide-told-adults = { $count ->
    [one] én voksen
   *[other] { $count } voksne
}
guide-change = Endre
guide-onwards = Veien videre
guide-onwards-text = Dere trenger ikke gjøre dette alene. Kommunen kan hjelpe dere å søke:
guide-tell-coordinator = Si ifra til koordinatoren
guide-ask-help = Be om hjelp
guide-print = Skriv ut
guide-print-own = Skriv ut alt, også det som bare er for deg
guide-print-own-note = Utskriften har ikke med det du åpnet bare for deg, hvis du ikke ber om det.
guide-print-how = Skriv ut med nettleseren: Ctrl og P, eller Del på telefonen.
guide-over = Begynn på nytt
guide-over-text = Da blir alt borte.
guide-door = Finn ut hva dere kan ha rett til. Ingen innlogging, og ingenting blir lagret.
guide-door-go = Se hva som kan passe for dere
guide-told-show = Se og endre det dere har fortalt
guide-progress-many = Det viktigste kommer først. Stopp når dere vil: dere kan se svarene når som helst.
guide-date-hint = Skriv datoen, for eksempel 15.3.1985. La feltet stå tomt hvis dere ikke vil.
guide-you-pay = Dere betaler { $amount }
guide-told-you = Dere
