# Hvem ser hva, og «se som».

sight-title = Hvem ser hva
family-tab-sight = Hvem ser hva
sight-services = Det tjenestene ser
sight-family = Det dere ser av hverandre
sight-coordinator = { $name } holder i trådene og ser alt dere deler.
sight-no-services = Ingen tjenester er med på laget ennå.
sight-ser = Ser
sight-noe = Noe
sight-loven = Ser, loven
sight-ikke = Ser ikke
sight-noe-means = betyr at de bare ser det de selv skal gjøre.
sight-loven-means = betyr at tjenesten har dette fra før for å gjøre jobben sin: det den selv har skrevet. Det kan dere ikke slå av her, men dere kan be om innsyn.
sight-as-they = Se siden slik de ser den
sight-look = Se
sight-look-as = slik { $name } ser den
sight-look-long = Se det { $name } ser
sight-as-title = Slik ser { $name } dette
sight-as-text = Her er planen slik den vises for dem, så langt du selv kan se den. Du endrer ingenting ved å se.
sight-plan-now = Planen slik den er for dem nå
sight-plan-then = Planen slik den var for dem { $day }
sight-nothing = { $name } ser ingenting av planen.
sight-another-day = Se en annen dag
sight-day = Hvilken dag?
sight-show-day = Vis den dagen
sight-may = Det de kan lese, og hvorfor
sight-line = { $what }: { $names }.
sight-own-service = Det tjenesten selv har skrevet.
sight-own-tasks = Det de selv er spurt om, skal gjøre eller er invitert til.
sight-rest = Resten ser de ikke.
sight-ground-oneself = Det gjelder en selv.
sight-ground-parental-responsibility = Har foreldreansvar.
sight-ground-opened-in-family = Noen i familien har åpnet det.
sight-ground-family-member = Er med i familien.
sight-ground-coordinator = Holder i trådene, med familiens ja.
sight-ground-stand-in = Er vikar for koordinatoren.
sight-ground-offered = Er spurt om å bli koordinator.
sight-ground-own-service = Kommer fra egen tjeneste.
sight-ground-own-task = Egen oppgave.
sight-ground-consent = Dere har sagt ja.
sight-ground-mandate = Har fullmakt eller oppdrag.
sight-ground-release = Fortalt av en fagperson, med hjemmel i loven.
sight-ground-trusted = Er en av de få som kan vite hvor personen er.
sight-ground-team-contact = Er med på laget.
sight-ground-intake = Svarer dem som ber om hjelp.
sight-ground-interim-contact = Er kontakt mens dere venter.
sight-ground-emergency = Åpnet for å redde liv eller helse.
preview-title = Dette endrer seg
preview-nothing = Ingen ser mer eller mindre enn før.
preview-opens = { $count ->
    [one] { $name } får se én ting til.
   *[other] { $name } får se { $count } ting til.
}
preview-closes = { $count ->
    [one] { $name } mister innsyn i én ting.
   *[other] { $name } mister innsyn i { $count } ting.
}
preview-others = For alle andre er det som før. Ingenting er sendt ennå.
home-group-voice = Barnas egne ord
home-group-place = Hvor dere bor
home-share-only = Bare { $name } ({ $service })
home-share-preview = Se først hva som åpnes
home-share-no = Nei, ikke del dette
home-consent-said-no = { $name } sa nei { $day }.
home-consent-disagree = Dere er uenige: { $names } sa nei
home-consent-disagree-text = Så lenge dere er uenige, er det stengt. Ingen av dere bestemmer over den andre her. { $name } kan snakke med dere om det.
home-consent-closed = Stengt
home-again-birthday = Sluttet på bursdagen. Da må dere spørres på nytt.
home-again-custody = Sluttet da det ble endret hvem barnet bor hos eller hvem som har ansvar. Da må dere spørres på nytt.
home-again-protection = Sluttet da adressen ble beskyttet. Da må dere spørres på nytt.
done-refused = Du har sagt nei. Det er stengt, og dere mister ingen hjelp.
home-share-away = Hold dette unna dem
home-kept-away = { $service } ser ikke { $what } om { $name }
home-kept-away-lift = Opphev
done-kept-away = Du har holdt det unna. De ser det ikke lenger, heller ikke det de selv har skrevet.
done-lifted = Det er opphevet. Nå gjelder det vanlige igjen.

# Det noen har sagt muntlig, skrevet ned av koordinatoren
spoken-consents = Det familien har sagt ja og nei til
spoken-consents-none = Familien har ikke delt noe med tjenestene ennå.
spoken-title = Skriv ned et ja eller nei
spoken-text = Familien kan svare selv på sin egen side. Har noen svart deg, på telefon eller i et møte, skriver du det ned her. De ser det med én gang, og kan trekke det tilbake selv.
spoken-nobody = Ingen tjenester er med på laget ennå, så det er ingen å dele med.
spoken-who = Hvem svarte?
spoken-answer = Hva ble svaret?
spoken-ja = Ja, tjenesten kan se dette
spoken-nei = Nei, tjenesten skal ikke se dette
spoken-how = Hvordan ble det sagt?
spoken-how-hint = For eksempel: «på telefon, med tolk»
spoken-language = På hvilket språk?
spoken-language-choose = Velg språk
spoken-save = Skriv det ned
spoken-error-who = Velg hvem som svarte.
spoken-error-answer = Velg om svaret var ja eller nei.
spoken-error-how = Skriv hvordan det ble sagt, så familien kjenner det igjen.
spoken-error-language = Velg språket dere snakket.
spoken-by = Skrevet ned av { $name }: { $how }.
spoken-back = Skriv ned at et ja er tatt tilbake
spoken-back-title = { $name } har ombestemt seg
spoken-back-text = Når du lagrer, stopper det med én gang.
spoken-back-save = Stopp delingen
done-written-down = Det er skrevet ned. Familien ser det på sin egen side.
