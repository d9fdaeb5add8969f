# Fortell det én gang: rettigheter for en familie som er kjent, opplysninger, søknader.
menu-rights = Rettigheter
once-rights = Det dere kan ha rett til
once-open = { $count ->
    [one] Ett svar til, så vet vi mer.
   *[other] { $count } spørsmål kan fortsatt endre noe. Svar på så mange dere orker.
}
once-rests-on = Dette bygger vi på
once-rests-on-facts = { $count ->
    [one] Dette bygger på én opplysning som er kjent fra før.
   *[other] Dette bygger på { $count } opplysninger som er kjent fra før.
} Dere blir ikke spurt om dem igjen.
once-see-facts = Se og rett opplysningene
once-see-situations = Velg hva som er vanskelig på nytt
once-see-applications = Se søknadene
once-private = Er det noe du vil se på alene?
once-private-text = Vold, barnevern og noe annet er ikke med her, for det du svarer her kan andre i familien se. I den åpne veiviseren lagres ingenting.
once-private-link = Gå til den åpne veiviseren
once-help = Usikker?
once-situations = Hva er vanskelig nå?
once-situations-lead = Velg det som passer. Da spør vi bare om det som betyr noe for dere.
once-situations-kept = Valget lagres, så du kan fortsette en annen dag. Koordinatoren din kan se det.
once-whose = Sett fra { $name }.
once-whose-instead = Se fra { $name }
once-the-home = Hjemmet
once-from-family = Fra det som står om familien
once-from-municipality = Satt av kommunen
once-from-you = Fortalt { $day }
once-from-source = { $source }, { $day }
once-card-choose = Ta med i søknaden
once-card-draft = Søknaden er påbegynt
once-card-applied = Dere har søkt
once-into-plan = Skriv inn i planen
once-plan-words = Søke om «{ $name }»
done-once-planned = Skrevet inn i planen som noe du gjør. Du kan endre eller flytte det der.
once-apply = Søk om flere på én gang
once-apply-text = Kryss av for det dere vil søke om. Vi lager ett skjema og fyller ut det vi vet. Ingenting sendes før dere har sett over.
once-apply-text-work = Kryss av og gjør søknadene klare sammen med familien. Det er familien som sender.
once-apply-chosen = Lag søknad av det jeg har valgt
done-once-none-chosen = Kryss av for minst én ting dere vil søke om.
once-applications = Søknader
once-applications-yours = Søknadene deres
once-applications-none = Dere har ingen søknader ennå. Se hva dere kan ha rett til, og kryss av for det dere vil søke om.
once-to-rights = Se hva dere kan ha rett til
once-form = Felles søknad
once-form-heading = Fortell det én gang
once-form-lead = { $count ->
    [one] Én søknad. Vi har fylt ut det vi vet fra før.
   *[other] { $count } søknader, ett skjema. Vi har fylt ut det vi vet fra før.
}
once-form-empty = Ingen søknader er påbegynt.
once-part-1 = Sjekk og svar
once-part-2 = Se over
once-part-3 = Send
once-known = Dette vet vi fra før
once-known-text = Rett opp hvis noe er feil. Ingenting sendes før du trykker «Send».
once-known-none = Ingenting som disse søknadene trenger, er kjent ennå.
once-missing = { $count ->
    [one] Vi mangler ett svar
   *[other] Vi mangler { $count } svar
}
once-missing-text = Du kan lagre og fortsette senere. Du kan også sende uten, så spør de dere om det som mangler.
once-why = Hva bør de vite om dette?
once-why-hint = Skriv som du snakker. Fortell hvordan en vanlig dag er.
once-see-draft = Se søknaden
once-documents = De kan be om dette:
once-who-gets = Hvem får hva
once-gets = Får: { $what }
once-nobody-more = Ingen får mer enn de trenger.
once-want-help = Vil du ha hjelp?
once-want-help-text = { $name } kan fylle ut sammen med deg, på telefon eller når dere møtes, med tolk om du vil.
once-ask-help = Be { $name } om hjelp
once-to-review = Gå videre
once-save-later = Lagre til senere
once-save = Lagre
done-once-saved = Lagret. Dere kan fortsette når det passer.
once-review = Se over
once-review-heading = Dette sendes
once-review-lead = { $count ->
    [one] Se over før du sender. Mottakeren får dette, og ikke noe mer.
   *[other] Se over før du sender. Hver mottaker får sin søknad, og ikke noe mer.
}
once-goes-to = Går til
once-deliver-yourself = De svarer ikke her i Veven. Vi gjør søknaden klar, og viser hvordan dere leverer den.
once-automatic-soon = Alt som trengs er kjent, og reglene sier ja. Kommunen lar maskinen svare med en gang.
once-from = Fra
once-for = Gjelder
once-own-words = Med egne ord
once-without = Sendes uten:
once-send-note = Når du har sendt, kan du følge med her. Du kan trekke en søknad så lenge den ikke er besvart.
once-send = { $count ->
    [one] Send søknaden
   *[other] Send { $count } søknader
}
once-back-form = Tilbake til skjemaet
done-once-sent = Sendt. Her ser dere hvor hver søknad er, og når svaret skal komme.
once-drafts = { $count ->
    [one] En søknad er ikke sendt
   *[other] { $count } søknader er ikke sendt
}
once-go-on-form = Fortsett på skjemaet
once-late = Blir det for sent?
once-late-text = Går en frist ut, ser koordinatoren det samme dag, og spør for dere.
once-news = Er noe nytt?
once-news-text = Rett det ett sted. Da ser dere hvilke søknader det gjelder.
once-more-rights = Mer å søke om?
once-application-for = { $name } for { $child }
once-stage-draft = Ikke sendt
once-stage-deliver = Klar til å leveres
once-stage-sent = Sendt
once-stage-received = Behandles
once-stage-more = Venter på dere
once-stage-more-family = Venter på familien
once-next-more-family = Familien er spurt om noe mer, helst svar { $day }.
once-stage-complained = Klagen behandles
once-stage-settled = Klagen er besvart
once-stage-withdrawn = Trukket
once-stage-granted = Innvilget
once-stage-partly = Delvis innvilget
once-stage-refused = Ikke innvilget
once-step-sent = Sendt
once-step-received = Mottatt
once-step-considered = Behandles
once-step-answered = Svar
once-step-done = gjort
once-step-not-yet = ikke ennå
once-next-more = De venter på noe fra dere, helst { $day }.
once-next-deliver = Lever den, og si fra her når det er gjort.
once-next-late = Svaret skulle kommet { $day }. Koordinatoren følger opp.
once-next-answer = Svar innen { $day }.
once-next-no-term = Loven setter ingen fast frist. Går det lang tid, spør koordinatoren for dere.
once-next-complaint = Klagen er sendt. Den som svarer, skriver her.
once-next-may-complain = Er dere uenige, kan dere klage til og med { $day }.
once-next-until = Gjelder til { $day }.
once-home = Rettigheter og søknader
once-home-text = Se hva dere kan ha rett til, og søk om flere på én gang.
once-home-open = { $count ->
    [one] Én søknad venter på svar.
   *[other] { $count } søknader venter på svar.
}
once-answer-more = Svaret deres
once-answer-more-send = Send svaret
done-once-answered = Svaret er sendt til den som behandler søknaden.
once-delivered = Den er levert
done-once-received = Notert. Søknaden er mottatt.
once-write-answer = Skriv inn svaret dere fikk
done-once-decided = Svaret er lagret.
once-complain = Klag på svaret
once-complain-text = Dere trenger ikke kunne loven. Skriv hva som er feil, eller hva de ikke har tatt med. Koordinatoren kan hjelpe.
once-complain-why = Hva er dere uenige i?
once-complain-hint = For eksempel: «De har ikke regnet med nettene.»
once-complain-send = Send klagen
done-once-complained = Klagen er sendt.
once-complaint = Klagen
once-complaint-answer = Svar på klagen
once-complaint-answer-text = Gjør du ikke om vedtaket, sender du klagen videre til klageinstansen og skriver det her.
once-complaint-outcome = Hva ble det til?
once-complaint-changed = Vedtaket er endret
once-complaint-kept = Vedtaket står
once-complaint-words = Begrunnelse
done-once-complaint-answered = Svaret på klagen er lagret. Familien ser det.
once-drop = Ta bort søknaden
once-drop-text = Den er ikke sendt. Opplysningene dere har gitt, blir værende.
once-withdraw = Trekk søknaden
once-withdraw-text = Den som behandler den, ser at den er trukket. Dere kan søke igjen når som helst.
done-once-withdrawn = Søknaden er trukket.
once-decision = Svaret
once-from-until = Gjelder fra { $from } til { $until }.
once-from-day = Gjelder fra { $from }.
once-automatic = En maskin har svart ja etter faste regler ({ $basis }). Dere kan be om at et menneske ser på det.
once-more = Spørsmål underveis
once-what-was-sent = Dette er sendt
once-sent-on = Sendt { $day }. Kvittering { $reference }.
once-differs = Noe er endret siden dere sendte
once-differs-text = Si fra til den som behandler søknaden, hvis det betyr noe for svaret.
once-then-now = { $then } da, { $now } nå
once-about = Hva dette er
once-copies = Kopi
once-print = Skriv ut eller lagre
once-data = Last ned som data
once-pdf = Last ned PDF
once-print-how = Skriv ut fra nettleseren, eller velg «Lagre som PDF» der.
once-back-application = Tilbake til søknaden
once-paper-title = Søknad: { $name }
once-paper-note = Familien har selv sett over og sendt disse opplysningene.
once-paper-receiver = Til
once-paper-right = Søker om
once-paper-law = Etter
once-paper-sent = Sendt
once-paper-reference = Kvittering
once-paper-family = Fra familien, { $day }
once-paper-fact = Opplysning
once-paper-value = Svar
once-paper-source = Hvem sier det, og når
once-paper-would = Dette vil bli sendt
once-paper-draft = Utkast – ikke sendt
once-paper-draft-text = Dette er et utkast. Det er ikke sendt til noen, og det kan endres.
once-paper-page = Side { $page } av { $pages }
once-paper-unset = Noen tegn finnes ikke i skriften her, og står som □. I Veven står de slik de ble skrevet.
once-verdict = Hva er svaret?
once-amount = Hva gir det?
once-amount-hint = For eksempel «12 timer i uka» eller «764 kr i måneden».
once-grounds = Begrunnelse
once-grounds-hint = Kort og enkelt. Familien leser dette. Ved et nei: hva ble avgjørende, og hva kan de gjøre nå?
once-decided-on = Dato for svaret
once-from-field = Gjelder fra
once-until-field = Gjelder til
once-until-hint = Familien blir minnet på å søke igjen i god tid.
once-decision-save = Lagre svaret
once-error-verdict = Velg hva svaret er.
once-error-future = Datoen kan ikke være fram i tid.
once-error-until = Sluttdatoen må komme etter startdatoen.
once-error-grounds = Skriv en begrunnelse, så familien forstår svaret.
once-error-words = Skriv noen ord her. Det du har skrevet ellers, står fortsatt.
once-error-by = Velg en dato de kan rekke.
once-error-value = Svar, eller velg «Vet ikke».
once-facts = Dette vet vi
once-facts-lead = Hver ting står her én gang, med kilde og dato. Rett det som er feil. Det du retter, gjelder overalt.
once-not-told = Ikke besvart
once-no-answer = Vet ikke, eller vil ikke svare
once-answer-now = Svar nå
once-set = Satt av kommunen
once-set-text = Dette gjelder alle i kommunen. Dere blir ikke spurt om det.
once-change = Rett en opplysning
once-follow = Søknader som ikke er sendt: skal de følge med?
once-follow-hint = Fjern krysset hvis søknaden skal ha det som sto før.
once-already-sent = Allerede sendt med det gamle svaret
once-already-sent-text = Disse endres ikke. Si fra til dem som behandler dem, hvis det betyr noe.
once-never-mind = Avbryt
once-history = Slik har det stått
done-once-changed = Rettet. Det gjelder overalt fra nå.
once-rules = Hva reglene sier
once-rules-yes = På det som er sendt, er vilkårene oppfylt.
once-rules-judge = På det som er sendt, er grunnvilkårene oppfylt. Resten er en vurdering.
once-rules-missing = Noe mangler før reglene gir et svar.
once-rules-no = På det som er sendt, er vilkårene ikke oppfylt. Et nei avgjøres alltid av et menneske.
once-rules-note = Dette er en hjelp, ikke et vedtak. Det er du som avgjør.
once-take-in = Bekreft at den er mottatt
once-answer-it = Svar på søknaden
once-answer-from-rules = Fylt ut fra reglene. Se over, og endre det som ikke stemmer.
once-ask-more = Be om noe mer
once-ask-more-what = Hva trenger dere?
once-ask-more-hint = Spør bare om det som trengs for å avgjøre. Familien ser spørsmålet ordrett.
once-ask-more-by = Innen
once-ask-more-send = Send spørsmålet
done-once-asked-more = Spørsmålet er sendt til familien. Fristen din står stille til de har svart.
once-pass-on = Gi videre til en kollega
once-pass-on-to = Til hvem
once-pass-on-choose = Velg en kollega
done-once-passed-on = Søknaden er gitt videre.
refusal-already-sent = Den er sendt, og står slik den ble sendt. Lag en ny hvis noe er annerledes.
refusal-application-step = Det passer ikke der søknaden er nå. Se siden på nytt og prøv igjen.
refusal-too-late = Fristen er ute. Ring og spør om de likevel kan se på det.
kind-fact = opplysning som brukes om igjen
kind-interest = hva det søkes hjelp til
kind-application = søknad
act-rights = Så hva familien kan ha rett til
act-facts = Så opplysninger som brukes om igjen
act-applications = Så søknadene
act-application = Leste en søknad
act-apply = Gjorde søknader klare
workbench-reason-application = { $days ->
    [one] Svar på «{ $name }» fra { $who } skulle kommet i går.
   *[other] Svar på «{ $name }» fra { $who } skulle kommet for { $days } dager siden.
}
workbench-reason-more = { $days ->
    [0] Familien må svare på «{ $name }» i dag.
    [one] Familien må svare på «{ $name }» i morgen.
   *[other] Familien må svare på «{ $name }» om { $days } dager.
}
workbench-reason-more-late = { $days ->
    [one] Familien skulle svart på «{ $name }» i går.
   *[other] Familien skulle svart på «{ $name }» for { $days } dager siden.
}
workbench-reason-complaint = { $days ->
    [0] Siste dag for å klage på «{ $name }» er i dag.
    [one] Siste dag for å klage på «{ $name }» er i morgen.
   *[other] Fristen for å klage på «{ $name }» går ut om { $days } dager.
}
workbench-reason-renewal = { $days ->
    [0] «{ $name }» går ut i dag.
    [one] «{ $name }» går ut i morgen.
   *[other] «{ $name }» går ut om { $days } dager, og må søkes om på nytt.
}
workbench-way-application = Se søknaden
guide-show-more = { $count ->
    [one] Vis én til
   *[other] Vis { $count } til
}
guide-keep = Ta vare på svarene
guide-keep-text = Vil dere fortsette en annen dag? Da får dere en kode. Bare den som har koden, kan lese svarene.
guide-kept = Svarene er tatt vare på
guide-kept-lead = Skriv ned koden, eller ta et bilde av den. Vi kan ikke finne den igjen for dere.
guide-kept-code = Koden deres:
guide-kept-until = Den virker til og med { $day }. Da slettes svarene av seg selv.
guide-kept-who = Vi vet ikke hvem dere er. Svarene er låst med koden, og ingen i kommunen kan åpne dem.
guide-forget = Slett svarene
guide-forgotten = Svarene er slettet
guide-forgotten-text = Koden virker ikke lenger.
guide-resume = Fortsett med en kode
guide-resume-lead = Skriv koden dere fikk. Da ser dere svarene deres igjen.
guide-resume-code = Kode
guide-resume-hint = Fire ganger fire tegn. Store og små bokstaver er det samme.
guide-resume-go = Fortsett
guide-resume-missing = Skriv koden dere fikk.
guide-resume-wrong = Vi finner ingen svar med den koden. Sjekk at alle tegnene er med. Er den gammel, er svarene slettet.
guide-resume-link = Har du en kode? Fortsett der du slapp
once-rights-work = Hva familien kan ha rett til
lead-told = Fortalt én gang
lead-told-period = De siste tolv månedene
lead-told-few = For få familier har brukt det til å vise tall.
lead-told-families = Familier
lead-told-asked = Spørsmål besvart
lead-told-again = Spurt om noe som var kjent
lead-told-sent = Søknader sendt
lead-told-reused = Opplysninger brukt om igjen
lead-told-of = { $reused } av { $all } ({ $share } %)
lead-told-automatic = Svart med en gang av maskinen
lead-told-minutes = Spart tid for familiene
lead-told-spared = { $hours } t { $minutes } min
lead-told-assumed = Regnet med { $minutes } minutter for hvert spørsmål som ikke måtte stilles. Det er et anslag, ikke målt.
field-fact-name = Hva det gjelder
field-fact-of = Om hvem
field-fact-value = Svar
field-way = Hvordan det ble fortalt
field-situations = Det som er vanskelig
field-application-right = Hva det søkes om
field-applicant = Den som søker
field-application-child = For hvem
field-facts = Det som er sendt
field-application-receiver = Hvem som svarer
field-sent = Sendt
field-received = Mottatt
field-more = Spørsmål underveis
field-decision = Svaret
field-verdict = Utfall
field-complaint = Klagen
way-asked = svar på et spørsmål
way-corrected = rettet
way-carried = tatt med fra før
way-registered = fra et register eller vedtak
verdict-granted = innvilget
verdict-partly = delvis innvilget
verdict-refused = ikke innvilget
