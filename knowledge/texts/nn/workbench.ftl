## The coordinator's workbench
workbench-heading = Arbeidsbenk
workbench-lead = { $count ->
    [0] Ingen av familiane dine treng noko akkurat no.
    [one] Éin av familiane dine treng noko frå deg.
   *[other] { $number } av familiane dine treng noko frå deg.
}
workbench-family = Familien { $name }
workbench-key-needing = { $count ->
    [one] familie treng deg
   *[other] familiar treng deg
}
workbench-key-unowned = utan ansvarleg
workbench-key-answers = svar over fristen
workbench-key-meetings = { $count ->
    [one] møte innan ei veke
   *[other] møte innan ei veke
}
workbench-key-families = familiar hos deg
workbench-of = av { $places }
workbench-first = Treng deg først
workbench-why = Kvifor denne rekkjefølgja?
workbench-rules = Rekkjefølgja følgjer fire reglar:
workbench-rule-1 = Nokon i familien ventar på svar frå deg, eller noko hastar og ingen er i gang.
workbench-rule-2 = Ein frist er gått ut, eller ein hjelpar har ikkje svart i tide.
workbench-rule-3 = Noko manglar ansvarleg, eller det er lenger sidan de snakka saman enn avtalt.
workbench-rule-4 = Noko planlagt kjem snart.
workbench-rules-more = Innanfor kvar regel står det som har venta lengst, først. Ingen familie får poeng. Du kan alltid velje ei anna rekkjefølgje.
workbench-all = { $count ->
    [one] Sjå familien din
   *[other] Sjå alle { $count } familiane
}
workbench-open = Opne
workbench-nothing = Ingen treng deg akkurat no
workbench-nothing-text = Alt har ein ansvarleg, og ingen fristar er gått ut. Sist kontrollert { $clock }.
workbench-suggestion = Du kan bruke tida på ein familie du ikkje har snakka med på ei stund:
workbench-or = eller
workbench-days-ago = { $days ->
    [0] i dag
    [one] éin dag sidan
   *[other] { $days } dagar sidan
}
workbench-never = ingen kontakt enno
workbench-no-families = Du har ingen familiar enno
workbench-no-families-text = Når mottaket spør deg om å bli koordinator for ein familie, står spørsmålet her.
workbench-stand-in = Familiar du er vikar for
workbench-all-stand-in = { $count ->
    [one] Sjå familien du er vikar for
   *[other] Sjå alle { $count } familiane du er vikar for
}
workbench-unowned = Utan ansvarleg
workbench-unowned-text = Spør éin person, eller ta det sjølv. Den du spør, har { $days } vyrkedagar på å svare.
workbench-all-unowned = Sjå alle { $count } utan ansvarleg
workbench-col-family = Familie
workbench-col-action = Kva det gjeld
workbench-col-days = Utan ansvarleg
workbench-col-ask = Spør nokon
workbench-col-why = Kvifor
workbench-col-next = Neste steg
workbench-col-contact = Siste kontakt
workbench-col-what = Kva
workbench-col-who = Kven
workbench-col-since = Sidan
workbench-col-due = Frist
workbench-days = { $days ->
    [0] frå i dag
    [one] 1 dag
   *[other] { $days } dagar
}
workbench-asked = Spurt { $who }.
workbench-answer-by = Svar innan { $day }.
workbench-ask-about = Spør nokon om: { $words }
workbench-team = Laget rundt familien
workbench-somebody-else = Nokon andre …
workbench-choose = Vel person
workbench-choose-somebody = Vel kven du vil spørje.
workbench-myself = Eg tek det sjølv
workbench-ask = Spør
workbench-need = Behov utan tiltak
workbench-need-acute = Hastar, og ingen er i gang
workbench-question = Kan du ta ansvar for dette: { $words }?
workbench-capacity = Kapasitet
workbench-free = { $count ->
    [one] Du har plass til éin familie til.
   *[other] Du har plass til { $number } familiar til.
}
workbench-full = Du har ingen ledige plassar.
workbench-over = { $count ->
    [one] Du har éin familie meir enn stillinga di er rekna for.
   *[other] Du har { $number } familiar meir enn stillinga di er rekna for.
}
workbench-full-text = Sei frå til leiaren din før du seier ja til fleire. Leiaren ser det same talet.
workbench-places = { $taken } av { $places } plassar er tekne
workbench-stands-in = { $count ->
    [one] I tillegg er du vikar for éin familie.
   *[other] I tillegg er du vikar for { $count } familiar.
}
workbench-coming = Kommande møte
workbench-all-meetings = Sjå alle { $count } møta
workbench-waiting = { $count ->
    [one] Éin familie ventar på koordinator, og du er kontakten
   *[other] { $number } familiar ventar på koordinator, og du er kontakten
}
workbench-families = Familiar
workbench-families-lead = Du er koordinator for { $count } av { $places } familiar stillinga di er rekna for.
workbench-own = Familiane dine
workbench-show = Vis
workbench-show-all = Alle ({ $count })
workbench-show-own = Eigne ({ $count })
workbench-show-needing = Treng deg ({ $count })
workbench-more = { $count ->
    [one] og éin ting til
   *[other] og { $count } ting til
}
workbench-not-now = Ikkje noko no
workbench-no-next = Ingen dato enno
workbench-list = Mi liste
workbench-list-lead = Alt som er ope for alle familiane dine. Kvar linje går rett til saka.
workbench-list-all = Alt
workbench-list-forfalt = Over fristen
workbench-list-naa = I dag
workbench-list-uke = Denne veka
workbench-list-venter = Ventar på andre
workbench-list-uten = Utan ansvarleg
workbench-list-kommer = Kjem
workbench-list-svar = Svar over fristen
workbench-list-moter = Møte innan ei veke
workbench-list-none = Ingenting her no.
workbench-list-empty = Lista er tom. Ingenting er ope akkurat no.
workbench-row-meeting-late = Skriv kva som kom ut av møtet: { $words }
workbench-row-proposal = Forslag til familien: { $words }
workbench-row-handover = Spørsmål om å bli koordinator
workbench-row-stand-in = Spørsmål om å vere vikar
workbench-the-family = Familien
workbench-search-label = Namn på ein familie eller person
workbench-search = Søk
workbench-search-heading = Søk i familiane dine
workbench-search-text = Du finn berre familiar du er koordinator eller vikar for.
workbench-search-none = Ingen familie med det namnet
workbench-search-none-text = Vi fann ingen blant familiane du kan sjå. Prøv ein annan skrivemåte, eller berre starten av namnet.
workbench-search-all = Sjå alle familiane dine
workbench-search-found = { $count ->
    [one] Éin familie
   *[other] { $count } familiar
}
workbench-reason-voice = { $who } skreiv { $when }: «{ $words }» Ikkje svart på.
workbench-reason-asked-again = Familien bad om hjelp på nytt { $when }: «{ $words }» Ikkje svart på.
workbench-reason-acute = { $days ->
    [0] Hastar: { $words }. Ingen er i gang enno.
    [one] Hastar: { $words }. Meldt i går, ingen er i gang.
   *[other] Hastar: { $words }. Meldt for { $days } dagar sidan, ingen er i gang.
}
workbench-reason-late = { $words }: { $days ->
    [one] éin dag
   *[other] { $days } dagar
} over fristen. { $who } har ansvaret.
workbench-reason-late-you = { $words }: { $days ->
    [one] éin dag
   *[other] { $days } dagar
} over fristen. Du har ansvaret.
workbench-reason-you-silent = Du har ikkje sagt ja til «{ $words }». Fristen var { $when }.
workbench-reason-late-unowned = { $words }: { $days ->
    [one] éin dag
   *[other] { $days } dagar
} over fristen, utan ansvarleg.
workbench-reason-request-late = { $who } har ikkje svart på «{ $words }» Fristen var { $when }.
workbench-reason-asked-back = { $who } spurde tilbake { $when }: «{ $words }»
workbench-reason-owner-silent = { $who } har ikkje sagt ja til «{ $words }». Fristen var { $when }.
workbench-reason-offer-late = { $days ->
    [0] { $who } har ikkje svart på om ho eller han tek familien. Svaret skulle kome.
    [one] { $who } har ikkje svart på om ho eller han tek familien. Fristen gjekk ut i går.
   *[other] { $who } har ikkje svart på om ho eller han tek familien. Fristen gjekk ut for { $days } dagar sidan.
}
workbench-reason-need = { $days ->
    [0] Behovet «{ $words }» har ingen ansvarleg.
   *[other] Behovet «{ $words }» har ingen ansvarleg, dag { $days }.
}
workbench-reason-action = { $days ->
    [0] { $words }: manglar ansvarleg.
   *[other] { $words }: manglar ansvarleg, dag { $days }.
}
workbench-reason-action-asked = { $words }: manglar ansvarleg, dag { $days }. { $who } er spurt, svar innan { $until }.
workbench-reason-silence = Ingen kontakt på { $days } dagar.
workbench-reason-no-next-step = Familien har ikkje noko neste steg med dato.
workbench-reason-meeting = { $words } { $when }.
workbench-reason-meeting-open = { $words } { $when }. { $silent } av { $invited } har ikkje svart.
workbench-reason-review = { $days ->
    [one] Planen skulle vore sett gjennom i går.
   *[other] Planen skulle vore sett gjennom for { $days } dagar sidan.
}
workbench-way-reply = Svar { $who }
workbench-way-reply-family = Svar familien
workbench-way-find-help = Finn hjelp no
workbench-way-find-owner = Finn ansvarleg
workbench-way-see-request = Sjå spørsmålet
workbench-way-see-action = Sjå tiltaket
workbench-way-remind = Minn { $who } på det
workbench-way-see-offer = Sjå overleveringa
workbench-way-call = Ring { $who }
workbench-way-contact = Ta kontakt
workbench-way-plan-step = Planlegg neste steg
workbench-way-prepare = Førebu møtet
workbench-way-review = Planlegg gjennomgang
done-workbench-asked = Spørsmålet er sendt. Svaret ser du her. Går fristen ut, står det øvst.
done-workbench-taken = Du har teke ansvaret. Familien ser at det er du som gjer det.
