## Following up who looks
menu-looks = Oppslag
watch-title = Oppslag å følge opp
watch-text = Noen oppslag er uvanlige. Det betyr ikke at de er gale. Spør, og skriv ned hva du fant ut. Du ser ansatte og antall, aldri hvilken familie det gjelder.
watch-unusual = Uvanlige oppslag
watch-unusual-none = Ingen uvanlige oppslag å følge opp nå.
watch-sample = Hadde disse oppslagene en grunn?
watch-sample-text = { $count } oppslag fra uken som begynte { $day }. De er trukket tilfeldig.
watch-sample-none = Ingen åpnet noe den uken.
watch-settled = Fulgt opp
watch-settled-none = Ingenting er fulgt opp ennå.
watch-who = Hvem
watch-when = Når
watch-what = Hva
watch-ground = Grunn i loggen
watch-status = Hvor det står
watch-one = Følg opp et oppslag
watch-why = Hva vi la merke til
watch-drawn = Trukket tilfeldig i ukens stikkprøve.
watch-no-family = Hvem familien er, står ikke her. Tas saken videre, finner personvernombudet linjene i loggen.
watch-said = Hva som er sagt
watch-from-to = { $first } til { $last }
watch-count = { $looks ->
    [one] Ett oppslag
   *[other] { $looks } oppslag
} i { $families ->
    [one] én familie.
   *[other] { $families } familier.
}
watch-act-plan = åpnet planen
watch-act-action = leste et tiltak
watch-act-plan-history = så hva som er endret i planen
watch-act-plan-as-of = så en tidligere plan
watch-act-plan-print = skrev ut planen
watch-act-family = åpnet oversikten
watch-act-people = så på hvem som er i familien
watch-act-question = leste et spørsmål
watch-act-standing = så hvor en sak står
watch-act-other = åpnet en side om familien
watch-lies-new = Ikke spurt ennå
watch-lies-helper = Venter på svar
watch-lies-leader = Svar å lese
watch-had-reason = Hadde en grunn
watch-had-reason-hint = Oppslaget var en del av jobben.
watch-taken-further = Tas videre
watch-taken-further-hint = Grunnen holder ikke. Da varsles personvernombudet og familien, slik rutinen er hos dere.
watch-asked = Hva var grunnen?
watch-ask = Spør om grunnen
watch-ask-words = Vil du skrive noe?
watch-ask-hint = { $name } ser spørsmålet og hva vi la merke til. Skriv ikke navn på noen i familien.
watch-ask-send = Send spørsmålet
watch-own = Dette er dine egne oppslag. En annen leder følger dem opp.
watch-settle = Avslutt oppfølgingen
watch-outcome = Hva fant du ut?
watch-settle-words = Hvorfor?
watch-settle-hint = En setning er nok. Den kan ikke slettes.
watch-settle-save = Lagre
watch-card = Lederen spør om et oppslag
watch-card-text = Det hører med å bli spurt. Fortell hva oppslaget var til.
watch-card-over = Spørsmål du har fått om oppslag
watch-question = Hva var grunnen?
watch-question-text = Noen oppslag blir fulgt opp. Det er ikke en anklage. Fortell hva du skulle gjøre.
watch-answer-words = Hva var grunnen til at du åpnet dette?
watch-answer-hint = Lederen leser svaret. Skriv ikke navn eller noe om familien.
watch-answer-send = Send svaret
done-watch-asked = Spørsmålet er sendt. Svaret kommer her.
done-watch-settled = Lagret. Det står under «Fulgt opp».
done-watch-answered = Svaret er sendt.
unusual-own-family = Den ansatte er selv med i familien.
unusual-role-ended = Rollen var avsluttet.
unusual-no-task = Den ansatte hadde ingen oppgave i familien.
unusual-after-task = Oppgaven i familien var avsluttet.
unusual-same-name = Samme sjeldne etternavn, og ingenting ble skrevet.
unusual-neighbour = Familien bor i samme bydel, og ble åpnet flere dager uten at noe ble skrevet.
unusual-unwritten = Mange familier ble åpnet uten at noe ble skrevet.
unusual-at-night = Åpnet om natten av en som ellers ikke jobber da.
unusual-refused = Prøvde å åpne flere familier og slapp ikke inn.
