## Following up who looks
menu-looks = Oppslag
watch-title = Oppslag å følgje opp
watch-text = Nokre oppslag er uvanlege. Det tyder ikkje at dei er gale. Spør, og skriv ned kva du fann ut. Du ser tilsette og tal, aldri kva familie det gjeld.
watch-unusual = Uvanlege oppslag
watch-unusual-none = Ingen uvanlege oppslag å følgje opp no.
watch-sample = Hadde desse oppslaga ein grunn?
watch-sample-text = { $count } oppslag frå veka som byrja { $day }. Dei er trekte tilfeldig.
watch-sample-none = Ingen opna noko den veka.
watch-settled = Følgt opp
watch-settled-none = Ingenting er følgt opp enno.
watch-who = Kven
watch-when = Når
watch-what = Kva
watch-ground = Grunn i loggen
watch-status = Kvar det står
watch-one = Følg opp eit oppslag
watch-why = Kva vi la merke til
watch-drawn = Trekt tilfeldig i stikkprøva for veka.
watch-no-family = Kven familien er, står ikkje her. Blir saka teken vidare, finn personvernombodet linjene i loggen.
watch-said = Kva som er sagt
watch-from-to = { $first } til { $last }
watch-count = { $looks ->
    [one] Eitt oppslag
   *[other] { $looks } oppslag
} i { $families ->
    [one] éin familie.
   *[other] { $families } familiar.
}
watch-act-plan = opna planen
watch-act-action = las eit tiltak
watch-act-plan-history = såg kva som er endra i planen
watch-act-plan-as-of = såg ein tidlegare plan
watch-act-plan-print = skreiv ut planen
watch-act-family = opna oversikta
watch-act-people = såg på kven som er i familien
watch-act-question = las eit spørsmål
watch-act-standing = såg kvar ei sak står
watch-act-other = opna ei side om familien
watch-lies-new = Ikkje spurt enno
watch-lies-helper = Ventar på svar
watch-lies-leader = Svar å lese
watch-had-reason = Hadde ein grunn
watch-had-reason-hint = Oppslaget var ein del av jobben.
watch-taken-further = Blir teke vidare
watch-taken-further-hint = Grunnen held ikkje. Då blir personvernombodet og familien varsla, slik rutinen er hos dykk.
watch-asked = Kva var grunnen?
watch-ask = Spør om grunnen
watch-ask-words = Vil du skrive noko?
watch-ask-hint = { $name } ser spørsmålet og kva vi la merke til. Skriv ikkje namn på nokon i familien.
watch-ask-send = Send spørsmålet
watch-own = Dette er dine eigne oppslag. Ein annan leiar følgjer dei opp.
watch-settle = Avslutt oppfølginga
watch-outcome = Kva fann du ut?
watch-settle-words = Kvifor?
watch-settle-hint = Ei setning er nok. Ho kan ikkje slettast.
watch-settle-save = Lagre
watch-card = Leiaren spør om eit oppslag
watch-card-text = Det høyrer med å bli spurd. Fortel kva oppslaget var til.
watch-card-over = Spørsmål du har fått om oppslag
watch-question = Kva var grunnen?
watch-question-text = Nokre oppslag blir følgde opp. Det er ikkje ei skulding. Fortel kva du skulle gjere.
watch-answer-words = Kva var grunnen til at du opna dette?
watch-answer-hint = Leiaren les svaret. Skriv ikkje namn eller noko om familien.
watch-answer-send = Send svaret
done-watch-asked = Spørsmålet er sendt. Svaret kjem her.
done-watch-settled = Lagra. Det står under «Følgt opp».
done-watch-answered = Svaret er sendt.
unusual-own-family = Den tilsette er sjølv med i familien.
unusual-role-ended = Rolla var avslutta.
unusual-no-task = Den tilsette hadde inga oppgåve i familien.
unusual-after-task = Oppgåva i familien var avslutta.
unusual-same-name = Same sjeldne etternamn, og ingenting vart skrive.
unusual-neighbour = Familien bur i same bydel, og vart opna fleire dagar utan at noko vart skrive.
unusual-unwritten = Mange familiar vart opna utan at noko vart skrive.
unusual-at-night = Opna om natta av ein som elles ikkje jobbar då.
unusual-refused = Prøvde å opne fleire familiar og slapp ikkje inn.
