# Kven ser kva, og «sjå som».

sight-title = Kven ser kva
family-tab-sight = Kven ser kva
sight-services = Det tenestene ser
sight-family = Det de ser av kvarandre
sight-coordinator = { $name } held i trådane og ser alt de deler.
sight-no-services = Ingen tenester er med på laget enno.
sight-ser = Ser
sight-noe = Noko
sight-loven = Ser, lova
sight-ikke = Ser ikkje
sight-noe-means = tyder at dei berre ser det dei sjølve skal gjere.
sight-loven-means = tyder at tenesta har dette frå før for å gjere jobben sin: det ho sjølv har skrive. Det kan de ikkje slå av her, men de kan be om innsyn.
sight-as-they = Sjå sida slik dei ser henne
sight-look = Sjå
sight-look-as = slik { $name } ser henne
sight-look-long = Sjå det { $name } ser
sight-as-title = Slik ser { $name } dette
sight-as-text = Her er planen slik han blir vist for dei, så langt du sjølv kan sjå han. Du endrar ingenting ved å sjå.
sight-plan-now = Planen slik han er for dei no
sight-plan-then = Planen slik han var for dei { $day }
sight-nothing = { $name } ser ingenting av planen.
sight-another-day = Sjå ein annan dag
sight-day = Kva dag?
sight-show-day = Vis den dagen
sight-may = Det dei kan lese, og kvifor
sight-line = { $what }: { $names }.
sight-own-service = Det tenesta sjølv har skrive.
sight-own-tasks = Det dei sjølve er spurde om, skal gjere eller er inviterte til.
sight-rest = Resten ser dei ikkje.
sight-ground-oneself = Det gjeld ein sjølv.
sight-ground-parental-responsibility = Har foreldreansvar.
sight-ground-opened-in-family = Nokon i familien har opna det.
sight-ground-family-member = Er med i familien.
sight-ground-coordinator = Held i trådane, med familien sitt ja.
sight-ground-stand-in = Er vikar for koordinatoren.
sight-ground-offered = Er spurd om å bli koordinator.
sight-ground-own-service = Kjem frå eiga teneste.
sight-ground-own-task = Eiga oppgåve.
sight-ground-consent = De har sagt ja.
sight-ground-mandate = Har fullmakt eller oppdrag.
sight-ground-release = Fortalt av ein fagperson, med heimel i lova.
sight-ground-trusted = Er ein av dei få som kan vite kvar personen er.
sight-ground-team-contact = Er med på laget.
sight-ground-intake = Svarar dei som ber om hjelp.
sight-ground-interim-contact = Er kontakt medan de ventar.
sight-ground-emergency = Opna for å redde liv eller helse.
preview-title = Dette endrar seg
preview-nothing = Ingen ser meir eller mindre enn før.
preview-opens = { $count ->
    [one] { $name } får sjå éin ting til.
   *[other] { $name } får sjå { $count } ting til.
}
preview-closes = { $count ->
    [one] { $name } mister innsyn i éin ting.
   *[other] { $name } mister innsyn i { $count } ting.
}
preview-others = For alle andre er det som før. Ingenting er sendt enno.
home-group-voice = Barna sine eigne ord
home-group-place = Kvar de bur
home-share-only = Berre { $name } ({ $service })
home-share-preview = Sjå først kva som blir opna
home-share-no = Nei, ikkje del dette
home-consent-said-no = { $name } sa nei { $day }.
home-consent-disagree = De er usamde: { $names } sa nei
home-consent-disagree-text = Så lenge de er usamde, er det stengt. Ingen av dykk bestemmer over den andre her. { $name } kan snakke med dykk om det.
home-consent-closed = Stengt
home-again-birthday = Slutta på bursdagen. Då må de spørjast på nytt.
home-again-custody = Slutta då det vart endra kven barnet bur hos eller kven som har ansvar. Då må de spørjast på nytt.
home-again-protection = Slutta då adressa vart verna. Då må de spørjast på nytt.
done-refused = Du har sagt nei. Det er stengt, og de mister inga hjelp.
home-share-away = Hald dette unna dei
home-kept-away = { $service } ser ikkje { $what } om { $name }
home-kept-away-lift = Opphev
done-kept-away = Du har halde det unna. Dei ser det ikkje lenger, heller ikkje det dei sjølve har skrive.
done-lifted = Det er oppheva. No gjeld det vanlege igjen.

# Det nokon har sagt munnleg, skrive ned av koordinatoren
spoken-consents = Det familien har sagt ja og nei til
spoken-consents-none = Familien har ikkje delt noko med tenestene enno.
spoken-title = Skriv ned eit ja eller nei
spoken-text = Familien kan svare sjølv på si eiga side. Har nokon svart deg, på telefon eller i eit møte, skriv du det ned her. Dei ser det med ein gong, og kan trekkje det tilbake sjølve.
spoken-nobody = Ingen tenester er med på laget enno, så det er ingen å dele med.
spoken-who = Kven svarte?
spoken-answer = Kva vart svaret?
spoken-ja = Ja, tenesta kan sjå dette
spoken-nei = Nei, tenesta skal ikkje sjå dette
spoken-how = Korleis vart det sagt?
spoken-how-hint = Til dømes: «på telefon, med tolk»
spoken-language = På kva språk?
spoken-language-choose = Vel språk
spoken-save = Skriv det ned
spoken-error-who = Vel kven som svarte.
spoken-error-answer = Vel om svaret var ja eller nei.
spoken-error-how = Skriv korleis det vart sagt, så familien kjenner det att.
spoken-error-language = Vel språket de snakka.
spoken-by = Skrive ned av { $name }: { $how }.
spoken-back = Skriv ned at eit ja er teke tilbake
spoken-back-title = { $name } har ombestemt seg
spoken-back-text = Når du lagrar, stoppar det med ein gong.
spoken-back-save = Stopp delinga
done-written-down = Det er skrive ned. Familien ser det på si eiga side.
