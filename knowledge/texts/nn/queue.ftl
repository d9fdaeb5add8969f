## queue: the list
queue-heading = Venteliste
queue-breadcrumb = Du er her
queue-summary = { $count ->
    [0] Ingen ventar.
    [one] Éin familie ventar.
   *[other] { $count } familiar ventar.
}
queue-figure-acute = hastar
queue-figure-waiting = ventar i køen
queue-figure-late = over fristen
queue-figure-free = ledige plassar
queue-acute = Hastar
queue-acute-none = Ingen hastar no.
queue-order = Køen
queue-empty = Køen er tom
queue-empty-text = Sjekka { $time }. Nye spørsmål om hjelp kjem hit.
queue-offered = Koordinator er spurd
queue-own = Familiane dine som ventar
queue-own-lead = Her er familiar som du er kontakt for medan dei ventar, eller som du er spurd om å bli koordinator for.
queue-own-empty = Ingen ventar på deg
queue-own-empty-text = Mottaket seier frå når du blir spurd.
queue-place = Nummer { $place }
queue-family = Familien { $name }
queue-waited = { $days ->
    [0] spurde i dag
    [one] har venta éin dag
   *[other] har venta { $days } dagar
}
queue-children = { $count ->
    [one] eitt barn
   *[other] { $count } barn
}
queue-do-answer = Svar familien
queue-do-review = Sjå på saka
queue-do-open = Opne
queue-raised = Sett først:
queue-review = Blir sett på igjen { $day }.
queue-review-late = { $days ->
    [one] Skulle vore sett på { $day }. Éin dag over.
   *[other] Skulle vore sett på { $day }. { $days } dagar over.
}
queue-contact = { $name } er kontakt så lenge.
queue-offer = { $name } er spurd. Svar innan { $day }.
queue-family-pending = Familien har ikkje svara enno.
queue-family-yes = Familien sa ja { $day }.
queue-family-no = Familien sa nei { $day }.
queue-coordinator-pending = Koordinatoren har ikkje svara enno.
queue-coordinator-yes = Koordinatoren sa ja { $day }.
queue-coordinator-no = Koordinatoren sa nei { $day }.
queue-reply = Svar innan { $when }. { $left } igjen.
queue-reply-late = Skulle hatt svar innan { $when }. { $left } over.
span-hours = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } t { $minutes } min
}
span-days = { $days ->
    [one] Éin dag
   *[other] { $days } dagar
}
queue-capacity = Kapasitet
queue-free = { $count ->
    [0] fullt
    [one] éin ledig plass
   *[other] { $count } ledige plassar
}
queue-free-in-all = { $count ->
    [0] Ingen har ledig plass no.
    [one] Det er éin ledig plass.
   *[other] Det er { $count } ledige plassar.
}
queue-over = { $count ->
    [one] éin over
   *[other] { $count } over
}
queue-load = { $families } av { $places } er i bruk
queue-more-rooms = { $count ->
    [one] Éin koordinator til
   *[other] { $count } koordinatorar til
}
queue-asked = { $count ->
    [one] Spurd om éin familie til.
   *[other] Spurd om { $count } familiar til.
}
queue-no-coordinators = Ingen koordinatorar er lagde inn enno.
## queue: one request
request-title = Ein familie på ventelista
request-acute = Hastar
request-words = Det dei spør om
request-wish = God hjelp ville vore
request-urgent = Det som hastar
request-by = { $name }, { $day }
request-sent-by = Skrive av { $name }, { $service }, { $day }
request-agreed = { $who } sa ja til dette: { $how }
request-merged = Familien har òg spurt
request-merged-by = Slått saman av { $name } { $day }: { $why }
request-people = Kven det gjeld
request-born = { $age } år, fødd { $day }
request-born-unknown = Fødselsdato ikkje kjend
request-interpreter = Treng tolk
request-services = Hjelper i dag
request-services-unknown = Ikkje fortalt enno.
request-happened = Det som har skjedd
request-family-no = Familien sa nei til { $name }. { $why }
request-coordinator-no = { $name } sa nei: { $why }
request-contact = Du er kontakt så lenge
request-contact-text = Familien kan ringje deg medan dei ventar. Mottaket set plassen og finn koordinator.
place-heading = Set i køen
place-again = Sjå på plassen på nytt
place-text = Ring familien først. Dei får lese grunnen du skriv.
place-choose = Vel
place-ground = Kvifor hastar det?
place-ground-missing = Vel kvifor det hastar.
place-why = Grunngiving
place-why-hint = Kort, og slik at familien kjenner seg igjen.
place-why-missing = Skriv kvifor, slik at familien kan lese det.
place-interim = Kven kan familien ringje så lenge?
place-interim-hint = Familien får namnet og nummeret.
place-interim-missing = Vel kven familien kan ringje.
place-review = Når ser vi på plassen igjen?
place-review-missing = Vel ein dag fram i tid.
place-raise = Set familien først
place-raised = Kvifor skal familien gå føre?
place-raised-hint = Kjem etter dei det hastar for, og før alle andre. Grunnen blir ståande.
place-put = Set i køen
place-save = Lagre plassen
offer-heading = Tilby koordinator
offer-text = Både koordinatoren og familien må seie ja.
offer-to = Kven spør du?
offer-to-missing = Vel kven du spør.
offer-note = Det koordinatoren bør vite
offer-note-hint = Spørsmålet frå familien følgjer med av seg sjølv.
offer-send = Spør koordinatoren
offered-heading = { $name } er spurd
offered-reply-by = Svar innan { $day }.
offer-family-how = Kva svara familien, og korleis?
offer-family-how-hint = Til dømes: «Rania sa ja på telefon i dag, med tolk».
offer-family-how-missing = Skriv kva familien svara, og korleis.
offer-family-yes = Familien seier ja
offer-family-no = Familien seier nei
offer-withdraw = Trekk spørsmålet tilbake
own-heading = Vil du vere koordinator for denne familien?
own-yes = Ja, eg tek han
own-no = Nei, det går ikkje
own-why = Kvifor går det ikkje?
own-why-hint = Mottaket les det og spør ein annan.
own-why-missing = Skriv kvifor det ikkje går.
own-no-send = Send nei
close-heading = Avslutt utan å starte
close-text = Når familien ikkje vil ha koordinator, eller har fått hjelp ein annan stad.
close-words = Kva vart de samde om?
close-words-hint = Familien får lese det.
close-words-missing = Skriv kva de vart samde om.
close-way-back = Slik kjem familien tilbake
close-way-back-usual = De kan be om hjelp igjen når som helst, på nettet eller på telefon.
close-do = Avslutt
## queue: known already?
twins-heading = Liknar på nokon vi kjenner
twins-text = Avgjer dette først. Familien kan ha spurt før.
twins-is-same = { $name }, { $born }: same fødselsnummer som { $other }.
twins-is-likely = { $name }, { $born }: svært lik { $other }.
twins-is-possible = { $name }, { $born }: kan vere { $other }.
twins-is-twin = { $name }, { $born }: same fødselsdag og etternamn som { $other }, men eit anna førenamn. Truleg tvilling eller sysken, ikkje same barn.
twins-born = fødd { $day }
twins-born-unknown = fødselsdato ikkje kjend
twins-coordinator = Koordinator: { $name }.
twins-same = Det er same familie
twins-why = Korleis veit du det?
twins-why-hint = Til dømes: «same telefonnummer, og Rania stadfesta det».
twins-why-missing = Skriv korleis du veit at det er same familie.
twins-merge = Slå saman
twins-not = Ikkje same familie
twins-apart = Sagt å vere ein annan familie
twins-apart-by = { $name }, { $day }
twins-apart-undo = Angre
## queue: taken in under another family
aside-link = Slått saman den siste månaden
aside-heading = Slått saman
aside-lead = Spørsmål om hjelp som er lagde til ein familie vi kjende frå før. Var det feil, kan du angre.
aside-empty = Ingenting er slått saman den siste månaden
aside-empty-text = Når du slår saman to spørsmål, står det her.
aside-on = { $reference }, slått saman { $day } av { $name }.
aside-undo = Angre samanslåinga
## queue: somebody else was there meanwhile
clash-heading = Nokon andre endra dette medan du skreiv
clash-text = Begge delar er tekne vare på. Sjå over, og lagre på nytt om det du skreiv framleis gjeld.
clash-now = Slik står det no
clash-by = { $name }, { $when }
clash-yours = Dette skreiv du
clash-nothing = Du hadde ikkje skrive noko.
gone-heading = Familien er ikkje på ventelista
gone-text = Familien har fått koordinator, saka er avslutta eller slått saman, eller sida finst ikkje.
gone-back = Til ventelista
done-placed = Lagra. Ring familien og fortel kvar dei står og kven dei kan ringje.
done-offered = Koordinatoren er spurd. Spør familien òg.
done-offer-withdrawn = Spørsmålet er trekt tilbake. Familien har plassen sin i køen.
done-family-yes = Ja-et frå familien er skrive ned. No ventar vi på koordinatoren.
done-family-no = Nei-et frå familien er skrive ned. Dei held på plassen i køen.
done-coordinator-found = Begge har sagt ja. Familien har fått koordinator.
done-own-yes = Du har sagt ja. Når familien òg har sagt ja, er du koordinator.
done-own-no = Svaret er sendt. Mottaket spør ein annan.
done-not-started = Avslutta. Familien kan be om hjelp igjen når som helst.
done-merged = Slått saman. Var det feil, kan du angre her.
done-unmerged = Angra. Spørsmålet står for seg sjølv igjen, med plassen det hadde.
done-not-same = Notert. Vi spør ikkje om dette igjen.
done-same-again = Angra. Likskapen blir vist igjen.
