## The coordinator's workbench
workbench-heading = Arbeidsbenk
workbench-lead = { $count ->
    [0] Ingen av familiene dine trenger noe akkurat nå.
    [one] Én av familiene dine trenger noe fra deg.
   *[other] { $number } av familiene dine trenger noe fra deg.
}
workbench-family = Familien { $name }
workbench-key-needing = { $count ->
    [one] familie trenger deg
   *[other] familier trenger deg
}
workbench-key-unowned = uten ansvarlig
workbench-key-answers = svar over fristen
workbench-key-meetings = { $count ->
    [one] møte innen en uke
   *[other] møter innen en uke
}
workbench-key-families = familier hos deg
workbench-of = av { $places }
workbench-first = Trenger deg først
workbench-why = Hvorfor denne rekkefølgen?
workbench-rules = Rekkefølgen følger fire regler:
workbench-rule-1 = Noen i familien venter på svar fra deg, eller noe haster og ingen er i gang.
workbench-rule-2 = En frist er passert, eller en hjelper har ikke svart i tide.
workbench-rule-3 = Noe mangler ansvarlig, eller det er lenger siden dere snakket sammen enn avtalt.
workbench-rule-4 = Noe planlagt kommer snart.
workbench-rules-more = Innenfor hver regel står det som har ventet lengst, først. Ingen familie får poeng. Du kan alltid velge en annen rekkefølge.
workbench-all = { $count ->
    [one] Se familien din
   *[other] Se alle { $count } familier
}
workbench-open = Åpne
workbench-nothing = Ingen trenger deg akkurat nå
workbench-nothing-text = Alt har en ansvarlig, og ingen frister er passert. Sist kontrollert { $clock }.
workbench-suggestion = Du kan bruke tiden på en familie du ikke har snakket med på en stund:
workbench-or = eller
workbench-days-ago = { $days ->
    [0] i dag
    [one] én dag siden
   *[other] { $days } dager siden
}
workbench-never = ingen kontakt ennå
workbench-no-families = Du har ingen familier ennå
workbench-no-families-text = Når mottaket spør deg om å bli koordinator for en familie, står spørsmålet her.
workbench-stand-in = Familier du er vikar for
workbench-all-stand-in = { $count ->
    [one] Se familien du er vikar for
   *[other] Se alle { $count } familier du er vikar for
}
workbench-unowned = Uten ansvarlig
workbench-unowned-text = Spør én person, eller ta det selv. Den du spør, har { $days } virkedager på å svare.
workbench-all-unowned = Se alle { $count } uten ansvarlig
workbench-col-family = Familie
workbench-col-action = Hva det gjelder
workbench-col-days = Uten ansvarlig
workbench-col-ask = Spør noen
workbench-col-why = Hvorfor
workbench-col-next = Neste steg
workbench-col-contact = Siste kontakt
workbench-col-what = Hva
workbench-col-who = Hvem
workbench-col-since = Siden
workbench-col-due = Frist
workbench-days = { $days ->
    [0] fra i dag
    [one] 1 dag
   *[other] { $days } dager
}
workbench-asked = Spurt { $who }.
workbench-answer-by = Svar innen { $day }.
workbench-ask-about = Spør noen om: { $words }
workbench-team = Laget rundt familien
workbench-somebody-else = Noen andre …
workbench-choose = Velg person
workbench-choose-somebody = Velg hvem du vil spørre.
workbench-myself = Jeg tar det selv
workbench-ask = Spør
workbench-need = Behov uten tiltak
workbench-need-acute = Haster, og ingen er i gang
workbench-question = Kan du ta ansvar for dette: { $words }?
workbench-capacity = Kapasitet
workbench-free = { $count ->
    [one] Du har plass til én familie til.
   *[other] Du har plass til { $number } familier til.
}
workbench-full = Du har ingen ledige plasser.
workbench-over = { $count ->
    [one] Du har én familie mer enn stillingen din er regnet for.
   *[other] Du har { $number } familier mer enn stillingen din er regnet for.
}
workbench-full-text = Si fra til lederen din før du sier ja til flere. Lederen ser det samme tallet.
workbench-places = { $taken } av { $places } plasser er tatt
workbench-stands-in = { $count ->
    [one] I tillegg er du vikar for én familie.
   *[other] I tillegg er du vikar for { $count } familier.
}
workbench-coming = Kommende møter
workbench-all-meetings = Se alle { $count } møter
workbench-waiting = { $count ->
    [one] Én familie venter på koordinator, og du er kontakten
   *[other] { $number } familier venter på koordinator, og du er kontakten
}
workbench-families = Familier
workbench-families-lead = Du er koordinator for { $count } av { $places } familier stillingen din er regnet for.
workbench-own = Familiene dine
workbench-show = Vis
workbench-show-all = Alle ({ $count })
workbench-show-own = Egne ({ $count })
workbench-show-needing = Trenger deg ({ $count })
workbench-more = { $count ->
    [one] og én ting til
   *[other] og { $count } ting til
}
workbench-not-now = Ikke noe nå
workbench-no-next = Ingen dato ennå
workbench-list = Min liste
workbench-list-lead = Alt som er åpent for alle familiene dine. Hver linje går rett til saken.
workbench-list-all = Alt
workbench-list-forfalt = Over fristen
workbench-list-naa = I dag
workbench-list-uke = Denne uka
workbench-list-venter = Venter på andre
workbench-list-uten = Uten ansvarlig
workbench-list-kommer = Kommer
workbench-list-svar = Svar over fristen
workbench-list-moter = Møter innen en uke
workbench-list-none = Ingenting her nå.
workbench-list-empty = Listen er tom. Ingenting er åpent akkurat nå.
workbench-row-meeting-late = Skriv hva som kom ut av møtet: { $words }
workbench-row-proposal = Forslag til familien: { $words }
workbench-row-handover = Spørsmål om å bli koordinator
workbench-row-stand-in = Spørsmål om å være vikar
workbench-the-family = Familien
workbench-search-label = Navn på en familie eller person
workbench-search = Søk
workbench-search-heading = Søk i familiene dine
workbench-search-text = Du finner bare familier du er koordinator eller vikar for.
workbench-search-none = Ingen familie med det navnet
workbench-search-none-text = Vi fant ingen blant familiene du kan se. Prøv en annen skrivemåte, eller bare begynnelsen av navnet.
workbench-search-all = Se alle familiene dine
workbench-search-found = { $count ->
    [one] Én familie
   *[other] { $count } familier
}
workbench-reason-voice = { $who } skrev { $when }: «{ $words }» Ikke besvart.
workbench-reason-asked-again = Familien ba om hjelp på nytt { $when }: «{ $words }» Ikke besvart.
workbench-reason-acute = { $days ->
    [0] Haster: { $words }. Ingen er i gang ennå.
    [one] Haster: { $words }. Meldt i går, ingen er i gang.
   *[other] Haster: { $words }. Meldt for { $days } dager siden, ingen er i gang.
}
workbench-reason-late = { $words }: { $days ->
    [one] én dag
   *[other] { $days } dager
} over fristen. { $who } har ansvaret.
workbench-reason-late-you = { $words }: { $days ->
    [one] én dag
   *[other] { $days } dager
} over fristen. Du har ansvaret.
workbench-reason-you-silent = Du har ikke sagt ja til «{ $words }». Fristen var { $when }.
workbench-reason-late-unowned = { $words }: { $days ->
    [one] én dag
   *[other] { $days } dager
} over fristen, uten ansvarlig.
workbench-reason-request-late = { $who } har ikke svart på «{ $words }» Fristen var { $when }.
workbench-reason-asked-back = { $who } spurte tilbake { $when }: «{ $words }»
workbench-reason-owner-silent = { $who } har ikke sagt ja til «{ $words }». Fristen var { $when }.
workbench-reason-offer-late = { $days ->
    [0] { $who } har ikke svart på om hun eller han tar familien. Svaret skulle kommet.
    [one] { $who } har ikke svart på om hun eller han tar familien. Fristen gikk ut i går.
   *[other] { $who } har ikke svart på om hun eller han tar familien. Fristen gikk ut for { $days } dager siden.
}
workbench-reason-need = { $days ->
    [0] Behovet «{ $words }» har ingen ansvarlig.
   *[other] Behovet «{ $words }» har ingen ansvarlig, dag { $days }.
}
workbench-reason-action = { $days ->
    [0] { $words }: mangler ansvarlig.
   *[other] { $words }: mangler ansvarlig, dag { $days }.
}
workbench-reason-action-asked = { $words }: mangler ansvarlig, dag { $days }. { $who } er spurt, svar innen { $until }.
workbench-reason-silence = Ingen kontakt på { $days } dager.
workbench-reason-no-next-step = Familien har ikke noe neste steg med dato.
workbench-reason-meeting = { $words } { $when }.
workbench-reason-meeting-open = { $words } { $when }. { $silent } av { $invited } har ikke svart.
workbench-reason-review = { $days ->
    [one] Planen skulle vært sett gjennom i går.
   *[other] Planen skulle vært sett gjennom for { $days } dager siden.
}
workbench-way-reply = Svar { $who }
workbench-way-reply-family = Svar familien
workbench-way-find-help = Finn hjelp nå
workbench-way-find-owner = Finn ansvarlig
workbench-way-see-request = Se spørsmålet
workbench-way-see-action = Se tiltaket
workbench-way-remind = Minn { $who } på det
workbench-way-see-offer = Se overleveringen
workbench-way-call = Ring { $who }
workbench-way-contact = Ta kontakt
workbench-way-plan-step = Planlegg neste steg
workbench-way-prepare = Forbered møtet
workbench-way-review = Planlegg gjennomgang
done-workbench-asked = Spørsmålet er sendt. Svaret ser du her. Går fristen ut, står det øverst.
done-workbench-taken = Du har tatt ansvaret. Familien ser at det er du som gjør det.
