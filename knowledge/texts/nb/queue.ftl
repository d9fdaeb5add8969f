## queue: the list
queue-heading = Venteliste
queue-breadcrumb = Du er her
queue-summary = { $count ->
    [0] Ingen venter.
    [one] Én familie venter.
   *[other] { $count } familier venter.
}
queue-figure-acute = haster
queue-figure-waiting = venter i køen
queue-figure-late = over fristen
queue-figure-free = ledige plasser
queue-acute = Haster
queue-acute-none = Ingen haster nå.
queue-order = Køen
queue-empty = Køen er tom
queue-empty-text = Sjekket { $time }. Nye spørsmål om hjelp kommer hit.
queue-offered = Koordinator er spurt
queue-own = Dine familier som venter
queue-own-lead = Her er familier som du er kontakt for mens de venter, eller som du er spurt om å bli koordinator for.
queue-own-empty = Ingen venter på deg
queue-own-empty-text = Mottaket sier fra når du blir spurt.
queue-place = Nummer { $place }
queue-family = Familien { $name }
queue-waited = { $days ->
    [0] spurte i dag
    [one] har ventet én dag
   *[other] har ventet { $days } dager
}
queue-children = { $count ->
    [one] ett barn
   *[other] { $count } barn
}
queue-do-answer = Svar familien
queue-do-review = Se på saken
queue-do-open = Åpne
queue-raised = Satt først:
queue-review = Ses på igjen { $day }.
queue-review-late = { $days ->
    [one] Skulle vært sett på { $day }. Én dag over.
   *[other] Skulle vært sett på { $day }. { $days } dager over.
}
queue-contact = { $name } er kontakt imens.
queue-offer = { $name } er spurt. Svar innen { $day }.
queue-family-pending = Familien har ikke svart ennå.
queue-family-yes = Familien sa ja { $day }.
queue-family-no = Familien sa nei { $day }.
queue-coordinator-pending = Koordinatoren har ikke svart ennå.
queue-coordinator-yes = Koordinatoren sa ja { $day }.
queue-coordinator-no = Koordinatoren sa nei { $day }.
queue-reply = Svar innen { $when }. { $left } igjen.
queue-reply-late = Skulle hatt svar innen { $when }. { $left } over.
span-hours = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } t { $minutes } min
}
span-days = { $days ->
    [one] Én dag
   *[other] { $days } dager
}
queue-capacity = Kapasitet
queue-free = { $count ->
    [0] fullt
    [one] én ledig plass
   *[other] { $count } ledige plasser
}
queue-free-in-all = { $count ->
    [0] Ingen har ledig plass nå.
    [one] Det er én ledig plass.
   *[other] Det er { $count } ledige plasser.
}
queue-over = { $count ->
    [one] én over
   *[other] { $count } over
}
queue-load = { $families } av { $places } er i bruk
queue-more-rooms = { $count ->
    [one] Én koordinator til
   *[other] { $count } koordinatorer til
}
queue-asked = { $count ->
    [one] Spurt om én familie til.
   *[other] Spurt om { $count } familier til.
}
queue-no-coordinators = Ingen koordinatorer er lagt inn ennå.
## queue: one request
request-title = En familie på ventelista
request-acute = Haster
request-words = Det de spør om
request-wish = God hjelp ville vært
request-urgent = Det som haster
request-by = { $name }, { $day }
request-sent-by = Skrevet av { $name }, { $service }, { $day }
request-agreed = { $who } sa ja til dette: { $how }
request-merged = Familien har også spurt
request-merged-by = Slått sammen av { $name } { $day }: { $why }
request-people = Hvem det gjelder
request-born = { $age } år, født { $day }
request-born-unknown = Fødselsdato ikke kjent
request-interpreter = Trenger tolk
request-services = Hjelper i dag
request-services-unknown = Ikke fortalt ennå.
request-happened = Det som har skjedd
request-family-no = Familien sa nei til { $name }. { $why }
request-coordinator-no = { $name } sa nei: { $why }
request-contact = Du er kontakt imens
request-contact-text = Familien kan ringe deg mens de venter. Mottaket setter plassen og finner koordinator.
place-heading = Sett i køen
place-again = Se på plassen på nytt
place-text = Ring familien først. De får lese grunnen du skriver.
place-choose = Velg
place-ground = Hvorfor haster det?
place-ground-missing = Velg hvorfor det haster.
place-why = Begrunnelse
place-why-hint = Kort, og slik at familien kjenner seg igjen.
place-why-missing = Skriv hvorfor, slik at familien kan lese det.
place-interim = Hvem kan familien ringe imens?
place-interim-hint = Familien får navnet og nummeret.
place-interim-missing = Velg hvem familien kan ringe.
place-review = Når ser vi på plassen igjen?
place-review-missing = Velg en dag fram i tid.
place-raise = Sett familien først
place-raised = Hvorfor skal familien gå foran?
place-raised-hint = Regnes etter dem det haster for, og før alle andre. Grunnen blir stående.
place-put = Sett i køen
place-save = Lagre plassen
offer-heading = Tilby koordinator
offer-text = Både koordinatoren og familien må si ja.
offer-to = Hvem spør du?
offer-to-missing = Velg hvem du spør.
offer-note = Det koordinatoren bør vite
offer-note-hint = Spørsmålet fra familien følger med av seg selv.
offer-send = Spør koordinatoren
offered-heading = { $name } er spurt
offered-reply-by = Svar innen { $day }.
offer-family-how = Hva svarte familien, og hvordan?
offer-family-how-hint = For eksempel: «Rania sa ja på telefon i dag, med tolk».
offer-family-how-missing = Skriv hva familien svarte, og hvordan.
offer-family-yes = Familien sier ja
offer-family-no = Familien sier nei
offer-withdraw = Trekk spørsmålet tilbake
own-heading = Vil du være koordinator for denne familien?
own-yes = Ja, jeg tar den
own-no = Nei, det går ikke
own-why = Hvorfor går det ikke?
own-why-hint = Mottaket leser det og spør en annen.
own-why-missing = Skriv hvorfor det ikke går.
own-no-send = Send nei
close-heading = Avslutt uten å starte
close-text = Når familien ikke vil ha koordinator, eller har fått hjelp et annet sted.
close-words = Hva ble dere enige om?
close-words-hint = Familien får lese det.
close-words-missing = Skriv hva dere ble enige om.
close-way-back = Slik kommer familien tilbake
close-way-back-usual = Dere kan be om hjelp igjen når som helst, på nettet eller på telefon.
close-do = Avslutt
## queue: known already?
twins-heading = Ligner på noen vi kjenner
twins-text = Avgjør dette først. Familien kan ha spurt før.
twins-is-same = { $name }, { $born }: samme fødselsnummer som { $other }.
twins-is-likely = { $name }, { $born }: svært lik { $other }.
twins-is-possible = { $name }, { $born }: kan være { $other }.
twins-is-twin = { $name }, { $born }: samme fødselsdag og etternavn som { $other }, men et annet fornavn. Trolig tvilling eller søsken, ikke samme barn.
twins-born = født { $day }
twins-born-unknown = fødselsdato ikke kjent
twins-coordinator = Koordinator: { $name }.
twins-same = Det er samme familie
twins-why = Hvordan vet du det?
twins-why-hint = For eksempel: «samme telefonnummer, og Rania bekreftet det».
twins-why-missing = Skriv hvordan du vet at det er samme familie.
twins-merge = Slå sammen
twins-not = Ikke samme familie
twins-apart = Sagt å være en annen familie
twins-apart-by = { $name }, { $day }
twins-apart-undo = Angre
## queue: taken in under another family
aside-link = Slått sammen den siste måneden
aside-heading = Slått sammen
aside-lead = Spørsmål om hjelp som er lagt til en familie vi kjente fra før. Var det feil, kan du angre.
aside-empty = Ingenting er slått sammen den siste måneden
aside-empty-text = Når du slår sammen to spørsmål, står det her.
aside-on = { $reference }, slått sammen { $day } av { $name }.
aside-undo = Angre sammenslåingen
## queue: somebody else was there meanwhile
clash-heading = Noen andre endret dette mens du skrev
clash-text = Begge deler er tatt vare på. Se over, og lagre på nytt hvis det du skrev fortsatt gjelder.
clash-now = Slik står det nå
clash-by = { $name }, { $when }
clash-yours = Dette skrev du
clash-nothing = Du hadde ikke skrevet noe.
gone-heading = Familien er ikke på ventelista
gone-text = Familien har fått koordinator, saken er avsluttet eller slått sammen, eller siden finnes ikke.
gone-back = Til ventelista
done-placed = Lagret. Ring familien og fortell hvor de står og hvem de kan ringe.
done-offered = Koordinatoren er spurt. Spør familien også.
done-offer-withdrawn = Spørsmålet er trukket tilbake. Familien har plassen sin i køen.
done-family-yes = Familiens ja er skrevet ned. Nå venter vi på koordinatoren.
done-family-no = Familiens nei er skrevet ned. De beholder plassen i køen.
done-coordinator-found = Begge har sagt ja. Familien har fått koordinator.
done-own-yes = Du har sagt ja. Når familien også har sagt ja, er du koordinator.
done-own-no = Svaret er sendt. Mottaket spør en annen.
done-not-started = Avsluttet. Familien kan be om hjelp igjen når som helst.
done-merged = Slått sammen. Var det feil, kan du angre her.
done-unmerged = Angret. Spørsmålet står for seg selv igjen, med plassen det hadde.
done-not-same = Notert. Vi spør ikke om dette igjen.
done-same-again = Angret. Likheten vises igjen.
