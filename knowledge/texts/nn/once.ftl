# Fortel det éin gong: rettar for ein familie som er kjend, opplysningar, søknader.
menu-rights = Rettar
once-rights = Det de kan ha rett til
once-open = { $count ->
    [one] Eitt svar til, så veit vi meir.
   *[other] { $count } spørsmål kan framleis endre noko. Svar på så mange de orkar.
}
once-rests-on = Dette byggjer vi på
once-rests-on-facts = { $count ->
    [one] Dette byggjer på éi opplysning som er kjend frå før.
   *[other] Dette byggjer på { $count } opplysningar som er kjende frå før.
} De blir ikkje spurde om dei igjen.
once-see-facts = Sjå og rett opplysningane
once-see-situations = Vel på nytt kva som er vanskeleg
once-see-applications = Sjå søknadene
once-private = Er det noko du vil sjå på åleine?
once-private-text = Vald, barnevern og noko anna er ikkje med her, for det du svarer her, kan andre i familien sjå. I den opne rettleiaren blir ingenting lagra.
once-private-link = Gå til den opne rettleiaren
once-help = Usikker?
once-situations = Kva er vanskeleg no?
once-situations-lead = Vel det som passar. Då spør vi berre om det som har noko å seie for dykk.
once-situations-kept = Valet blir lagra, så du kan halde fram ein annan dag. Koordinatoren din kan sjå det.
once-whose = Sett frå { $name }.
once-whose-instead = Sjå frå { $name }
once-the-home = Heimen
once-from-family = Frå det som står om familien
once-from-municipality = Sett av kommunen
once-from-you = Fortalt { $day }
once-from-source = { $source }, { $day }
once-card-choose = Ta med i søknaden
once-card-draft = Søknaden er påbyrja
once-card-applied = De har søkt
once-into-plan = Skriv inn i planen
once-plan-words = Søkje om «{ $name }»
done-once-planned = Skrive inn i planen som noko du gjer. Du kan endre eller flytte det der.
once-apply = Søk om fleire på éin gong
once-apply-text = Kryss av for det de vil søkje om. Vi lagar eitt skjema og fyller ut det vi veit. Ingenting blir sendt før de har sett over.
once-apply-text-work = Kryss av og gjer søknadene klare saman med familien. Det er familien som sender.
once-apply-chosen = Lag søknad av det eg har valt
done-once-none-chosen = Kryss av for minst éin ting de vil søkje om.
once-applications = Søknader
once-applications-yours = Søknadene dykkar
once-applications-none = De har ingen søknader enno. Sjå kva de kan ha rett til, og kryss av for det de vil søkje om.
once-to-rights = Sjå kva de kan ha rett til
once-form = Felles søknad
once-form-heading = Fortel det éin gong
once-form-lead = { $count ->
    [one] Éin søknad. Vi har fylt ut det vi veit frå før.
   *[other] { $count } søknader, eitt skjema. Vi har fylt ut det vi veit frå før.
}
once-form-empty = Ingen søknader er påbyrja.
once-part-1 = Sjekk og svar
once-part-2 = Sjå over
once-part-3 = Send
once-known = Dette veit vi frå før
once-known-text = Rett opp om noko er feil. Ingenting blir sendt før du trykkjer «Send».
once-known-none = Ingenting som desse søknadene treng, er kjent enno.
once-missing = { $count ->
    [one] Vi manglar eitt svar
   *[other] Vi manglar { $count } svar
}
once-missing-text = Du kan lagre og halde fram seinare. Du kan òg sende utan, så spør dei dykk om det som manglar.
once-why = Kva bør dei vite om dette?
once-why-hint = Skriv som du snakkar. Fortel korleis ein vanleg dag er.
once-see-draft = Sjå søknaden
once-documents = Dei kan be om dette:
once-who-gets = Kven får kva
once-gets = Får: { $what }
once-nobody-more = Ingen får meir enn dei treng.
once-want-help = Vil du ha hjelp?
once-want-help-text = { $name } kan fylle ut saman med deg, på telefon eller når de møtest, med tolk om du vil.
once-ask-help = Be { $name } om hjelp
once-to-review = Gå vidare
once-save-later = Lagre til seinare
once-save = Lagre
done-once-saved = Lagra. De kan halde fram når det passar.
once-review = Sjå over
once-review-heading = Dette blir sendt
once-review-lead = { $count ->
    [one] Sjå over før du sender. Mottakaren får dette, og ikkje noko meir.
   *[other] Sjå over før du sender. Kvar mottakar får sin søknad, og ikkje noko meir.
}
once-goes-to = Går til
once-deliver-yourself = Dei svarer ikkje her i Veven. Vi gjer søknaden klar, og viser korleis de leverer han.
once-automatic-soon = Alt som trengst, er kjent, og reglane seier ja. Kommunen lèt maskina svare med ein gong.
once-from = Frå
once-for = Gjeld
once-own-words = Med eigne ord
once-without = Blir sendt utan:
once-send-note = Når du har sendt, kan du følgje med her. Du kan trekkje ein søknad så lenge han ikkje er svara på.
once-send = { $count ->
    [one] Send søknaden
   *[other] Send { $count } søknader
}
once-back-form = Tilbake til skjemaet
done-once-sent = Sendt. Her ser de kvar kvar søknad er, og når svaret skal kome.
once-drafts = { $count ->
    [one] Ein søknad er ikkje send
   *[other] { $count } søknader er ikkje sende
}
once-go-on-form = Hald fram på skjemaet
once-late = Blir det for seint?
once-late-text = Går ein frist ut, ser koordinatoren det same dag, og spør for dykk.
once-news = Er noko nytt?
once-news-text = Rett det éin stad. Då ser de kva søknader det gjeld.
once-more-rights = Meir å søkje om?
once-application-for = { $name } for { $child }
once-stage-draft = Ikkje send
once-stage-deliver = Klar til å leverast
once-stage-sent = Send
once-stage-received = Blir behandla
once-stage-more = Ventar på dykk
once-stage-more-family = Ventar på familien
once-next-more-family = Familien er spurd om noko meir, helst svar { $day }.
once-stage-complained = Klaga blir behandla
once-stage-settled = Klaga er svara på
once-stage-withdrawn = Trekt
once-stage-granted = Innvilga
once-stage-partly = Delvis innvilga
once-stage-refused = Ikkje innvilga
once-step-sent = Send
once-step-received = Motteken
once-step-considered = Blir behandla
once-step-answered = Svar
once-step-done = gjort
once-step-not-yet = ikkje enno
once-next-more = Dei ventar på noko frå dykk, helst { $day }.
once-next-deliver = Lever han, og sei frå her når det er gjort.
once-next-late = Svaret skulle ha kome { $day }. Koordinatoren følgjer opp.
once-next-answer = Svar innan { $day }.
once-next-no-term = Lova set ingen fast frist. Går det lang tid, spør koordinatoren for dykk.
once-next-complaint = Klaga er send. Den som svarer, skriv her.
once-next-may-complain = Er de usamde, kan de klage til og med { $day }.
once-next-until = Gjeld til { $day }.
once-home = Rettar og søknader
once-home-text = Sjå kva de kan ha rett til, og søk om fleire på éin gong.
once-home-open = { $count ->
    [one] Éin søknad ventar på svar.
   *[other] { $count } søknader ventar på svar.
}
once-answer-more = Svaret dykkar
once-answer-more-send = Send svaret
done-once-answered = Svaret er sendt til den som behandlar søknaden.
once-delivered = Han er levert
done-once-received = Notert. Søknaden er motteken.
once-write-answer = Skriv inn svaret de fekk
done-once-decided = Svaret er lagra.
once-complain = Klag på svaret
once-complain-text = De treng ikkje kunne lova. Skriv kva som er feil, eller kva dei ikkje har teke med. Koordinatoren kan hjelpe.
once-complain-why = Kva er de usamde i?
once-complain-hint = Til dømes: «Dei har ikkje rekna med nettene.»
once-complain-send = Send klaga
done-once-complained = Klaga er send.
once-complaint = Klaga
once-complaint-answer = Svar på klaga
once-complaint-answer-text = Gjer du ikkje om vedtaket, sender du klaga vidare til klageinstansen og skriv det her.
once-complaint-outcome = Kva vart det til?
once-complaint-changed = Vedtaket er endra
once-complaint-kept = Vedtaket står
once-complaint-words = Grunngiving
done-once-complaint-answered = Svaret på klaga er lagra. Familien ser det.
once-drop = Ta bort søknaden
once-drop-text = Han er ikkje send. Opplysningane de har gitt, blir verande.
once-withdraw = Trekk søknaden
once-withdraw-text = Den som behandlar han, ser at han er trekt. De kan søkje igjen når som helst.
done-once-withdrawn = Søknaden er trekt.
once-decision = Svaret
once-from-until = Gjeld frå { $from } til { $until }.
once-from-day = Gjeld frå { $from }.
once-automatic = Ei maskin har svara ja etter faste reglar ({ $basis }). De kan be om at eit menneske ser på det.
once-more = Spørsmål undervegs
once-what-was-sent = Dette er sendt
once-sent-on = Sendt { $day }. Kvittering { $reference }.
once-differs = Noko er endra sidan de sende
once-differs-text = Sei frå til den som behandlar søknaden, om det har noko å seie for svaret.
once-then-now = { $then } då, { $now } no
once-about = Kva dette er
once-copies = Kopi
once-print = Skriv ut eller lagre
once-data = Last ned som data
once-pdf = Last ned PDF
once-print-how = Skriv ut frå nettlesaren, eller vel «Lagre som PDF» der.
once-back-application = Tilbake til søknaden
once-paper-title = Søknad: { $name }
once-paper-note = Familien har sjølv sett over og sendt desse opplysningane.
once-paper-receiver = Til
once-paper-right = Søkjer om
once-paper-law = Etter
once-paper-sent = Send
once-paper-reference = Kvittering
once-paper-family = Frå familien, { $day }
once-paper-fact = Opplysning
once-paper-value = Svar
once-paper-source = Kven seier det, og når
once-paper-would = Dette vil bli sendt
once-paper-draft = Utkast – ikkje sendt
once-paper-draft-text = Dette er eit utkast. Det er ikkje sendt til nokon, og det kan endrast.
once-paper-page = Side { $page } av { $pages }
once-paper-unset = Nokre teikn finst ikkje i skrifta her, og står som □. I Veven står dei slik dei blei skrivne.
once-verdict = Kva er svaret?
once-amount = Kva gir det?
once-amount-hint = Til dømes «12 timar i veka» eller «764 kr i månaden».
once-grounds = Grunngiving
once-grounds-hint = Kort og enkelt. Familien les dette. Ved eit nei: kva vart avgjerande, og kva kan dei gjere no?
once-decided-on = Dato for svaret
once-from-field = Gjeld frå
once-until-field = Gjeld til
once-until-hint = Familien blir mint på å søkje igjen i god tid.
once-decision-save = Lagre svaret
once-error-verdict = Vel kva svaret er.
once-error-future = Datoen kan ikkje vere fram i tid.
once-error-until = Sluttdatoen må kome etter startdatoen.
once-error-grounds = Skriv ei grunngiving, så familien forstår svaret.
once-error-words = Skriv nokre ord her. Det du elles har skrive, står framleis.
once-error-by = Vel ein dato dei kan rekkje.
once-error-value = Svar, eller vel «Veit ikkje».
once-facts = Dette veit vi
once-facts-lead = Kvar ting står her éin gong, med kjelde og dato. Rett det som er feil. Det du rettar, gjeld overalt.
once-not-told = Ikkje svara på
once-no-answer = Veit ikkje, eller vil ikkje svare
once-answer-now = Svar no
once-set = Sett av kommunen
once-set-text = Dette gjeld alle i kommunen. De blir ikkje spurde om det.
once-change = Rett ei opplysning
once-follow = Søknader som ikkje er sende: skal dei følgje med?
once-follow-hint = Fjern krysset om søknaden skal ha det som stod før.
once-already-sent = Alt sendt med det gamle svaret
once-already-sent-text = Desse blir ikkje endra. Sei frå til dei som behandlar dei, om det har noko å seie.
once-never-mind = Avbryt
once-history = Slik har det stått
done-once-changed = Retta. Det gjeld overalt frå no.
once-rules = Kva reglane seier
once-rules-yes = På det som er sendt, er vilkåra oppfylte.
once-rules-judge = På det som er sendt, er grunnvilkåra oppfylte. Resten er ei vurdering.
once-rules-missing = Noko manglar før reglane gir eit svar.
once-rules-no = På det som er sendt, er vilkåra ikkje oppfylte. Eit nei blir alltid avgjort av eit menneske.
once-rules-note = Dette er ei hjelp, ikkje eit vedtak. Det er du som avgjer.
once-take-in = Stadfest at han er motteken
once-answer-it = Svar på søknaden
once-answer-from-rules = Fylt ut frå reglane. Sjå over, og endre det som ikkje stemmer.
once-ask-more = Be om noko meir
once-ask-more-what = Kva treng de?
once-ask-more-hint = Spør berre om det som trengst for å avgjere. Familien ser spørsmålet ordrett.
once-ask-more-by = Innan
once-ask-more-send = Send spørsmålet
done-once-asked-more = Spørsmålet er sendt til familien. Fristen din står stille til dei har svara.
once-pass-on = Gi vidare til ein kollega
once-pass-on-to = Til kven
once-pass-on-choose = Vel ein kollega
done-once-passed-on = Søknaden er gitt vidare.
refusal-already-sent = Han er send, og står slik han vart send. Lag ein ny om noko er annleis.
refusal-application-step = Det passar ikkje der søknaden er no. Sjå sida på nytt og prøv igjen.
refusal-too-late = Fristen er ute. Ring og spør om dei likevel kan sjå på det.
kind-fact = opplysning som blir brukt om igjen
kind-interest = kva det blir søkt hjelp til
kind-application = søknad
act-rights = Såg kva familien kan ha rett til
act-facts = Såg opplysningar som blir brukte om igjen
act-applications = Såg søknadene
act-application = Las ein søknad
act-apply = Gjorde søknader klare
workbench-reason-application = { $days ->
    [one] Svar på «{ $name }» frå { $who } skulle ha kome i går.
   *[other] Svar på «{ $name }» frå { $who } skulle ha kome for { $days } dagar sidan.
}
workbench-reason-more = { $days ->
    [0] Familien må svare på «{ $name }» i dag.
    [one] Familien må svare på «{ $name }» i morgon.
   *[other] Familien må svare på «{ $name }» om { $days } dagar.
}
workbench-reason-more-late = { $days ->
    [one] Familien skulle ha svara på «{ $name }» i går.
   *[other] Familien skulle ha svara på «{ $name }» for { $days } dagar sidan.
}
workbench-reason-complaint = { $days ->
    [0] Siste dag for å klage på «{ $name }» er i dag.
    [one] Siste dag for å klage på «{ $name }» er i morgon.
   *[other] Fristen for å klage på «{ $name }» går ut om { $days } dagar.
}
workbench-reason-renewal = { $days ->
    [0] «{ $name }» går ut i dag.
    [one] «{ $name }» går ut i morgon.
   *[other] «{ $name }» går ut om { $days } dagar, og må søkjast om på nytt.
}
workbench-way-application = Sjå søknaden
guide-show-more = { $count ->
    [one] Vis éin til
   *[other] Vis { $count } til
}
guide-keep = Ta vare på svara
guide-keep-text = Vil de halde fram ein annan dag? Då får de ein kode. Berre den som har koden, kan lese svara.
guide-kept = Svara er tekne vare på
guide-kept-lead = Skriv ned koden, eller ta eit bilete av han. Vi kan ikkje finne han att for dykk.
guide-kept-code = Koden dykkar:
guide-kept-until = Han verkar til og med { $day }. Då blir svara sletta av seg sjølv.
guide-kept-who = Vi veit ikkje kven de er. Svara er låste med koden, og ingen i kommunen kan opne dei.
guide-forget = Slett svara
guide-forgotten = Svara er sletta
guide-forgotten-text = Koden verkar ikkje lenger.
guide-resume = Hald fram med ein kode
guide-resume-lead = Skriv koden de fekk. Då ser de svara dykkar igjen.
guide-resume-code = Kode
guide-resume-hint = Fire gonger fire teikn. Store og små bokstavar er det same.
guide-resume-go = Hald fram
guide-resume-missing = Skriv koden de fekk.
guide-resume-wrong = Vi finn ingen svar med den koden. Sjekk at alle teikna er med. Er han gammal, er svara sletta.
guide-resume-link = Har du ein kode? Hald fram der du slapp
once-rights-work = Kva familien kan ha rett til
lead-told = Fortalt éin gong
lead-told-period = Dei siste tolv månadene
lead-told-few = For få familiar har brukt det til å vise tal.
lead-told-families = Familiar
lead-told-asked = Spørsmål svara på
lead-told-again = Spurt om noko som var kjent
lead-told-sent = Søknader sende
lead-told-reused = Opplysningar brukte om igjen
lead-told-of = { $reused } av { $all } ({ $share } %)
lead-told-automatic = Svart med ein gong av maskina
lead-told-minutes = Spart tid for familiane
lead-told-spared = { $hours } t { $minutes } min
lead-told-assumed = Rekna med { $minutes } minutt for kvart spørsmål som ikkje måtte stillast. Det er eit overslag, ikkje målt.
field-fact-name = Kva det gjeld
field-fact-of = Om kven
field-fact-value = Svar
field-way = Korleis det vart fortalt
field-situations = Det som er vanskeleg
field-application-right = Kva det blir søkt om
field-applicant = Den som søkjer
field-application-child = For kven
field-facts = Det som er sendt
field-application-receiver = Kven som svarer
field-sent = Sendt
field-received = Motteke
field-more = Spørsmål undervegs
field-decision = Svaret
field-verdict = Utfall
field-complaint = Klaga
way-asked = svar på eit spørsmål
way-corrected = retta
way-carried = teke med frå før
way-registered = frå eit register eller vedtak
verdict-granted = innvilga
verdict-partly = delvis innvilga
verdict-refused = ikkje innvilga
