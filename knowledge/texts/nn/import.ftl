### Import: kva som vart funne, og kva som ville vore rett. Nøklane kjem frå crates/exchange (Finding::message_key).

## Kva eit funn betyr

import-severity-told = Til orientering
import-severity-normalised = Lesen og retta
import-severity-decide = De må avgjere
import-severity-rejected = Ikkje teken inn

## Kvar

import-place-file = { $file }
import-place-field = { $file }, felt { $field }
import-place-row = { $file }, rad { $row }
import-place-row-field = { $file }, rad { $row }, felt { $field }

## Filer

import-fault-file-unknown = Vi kjenner ikkje denne fila, og har ikkje lese ho. Familiar: families.csv, persons.csv, relations.csv og services.csv. Tenester: ei JSON-fil eller CSV-filene i HSDS.
import-fault-file-missing = Fila er ikkje med. Legg ho ved om de har ho.
import-fault-file-twice = Fila er med to gonger. Berre den første er lesen. Samle radene i éi fil.
import-fault-file-empty = Fila er tom. Den første rada skal ha namn på kolonnane.
import-fault-file-not-read = Fila er ikkje lesen, fordi ho viser til { $needs }, som manglar eller ikkje kunne lesast. Send begge filene.
import-fault-encoding = Fila er ikkje lagra som UTF-8. Vi las ho som { $encoding }. Sjå etter at æ, ø og å er rette.
import-fault-broken-text = Nokre bokstavar er øydelagde på vegen hit. Eksporter på nytt som UTF-8.
import-fault-unclosed-quote = Eit hermeteikn opnar ein tekst som aldri sluttar. Set " på slutten av teksten, eller ta bort det første.
import-fault-stray-quote = Eit hermeteikn inne i ein tekst er skrive éin gong. Skriv det to gonger ("").
import-fault-too-many-quotes = Så mange hermeteikn manglar at resten av fila ikkje er lesen. Eksporter fila på nytt.

## Kolonnar og rader

import-fault-column-missing = Kolonnen { $field } manglar. Legg han til i den første rada.
import-fault-column-unknown = Kolonnen er ikkje ein del av formatet, og er ikkje lesen.
import-fault-column-read = Kolonnen heiter «{ $read }». Vi las han som { $field }.
import-fault-column-twice = Kolonnen er med to gonger. Berre den første er lesen.
import-fault-column-address = Kolonnen ser ut som ei adresse, men er ikkje ein av dei formatet har. Han er ikkje lesen. Adresser står i kolonnane adresse, postnummer og poststed.
import-fault-protected-address = Personen har strengt fortruleg adresse, og fila har ei adresse. Ho er ikkje teken inn. Slett ho frå fila òg.
import-fault-protected-district = Nokon i familien har strengt fortruleg adresse. Tenk over om bydelen kan stå.
import-fault-cell-count = Rada har { $found } felt, og den første rada har { $expected }. Sjå etter eit skiljeteikn som manglar eller er for mykje.
import-fault-cells-padded = Tomme felt sist i rada er lagde til eller tekne bort ({ $times } rader).
import-fault-empty-row = Tomme rader er hoppa over ({ $times }).

## Verdiar

import-fault-missing = Feltet er tomt. Fyll det ut.
import-fault-left-empty = Feltet er tomt ({ $times } rader). Radene er tekne inn utan det.
import-fault-too-long = Teksten er lengre enn { $limit } teikn. Sjå etter tekst i feil kolonne.
import-fault-control-characters = Linjeskift eller usynlege teikn er tekne bort ({ $times } rader).
import-fault-blanks-cut = Mellomrom eller hermeteikn rundt verdien er tekne bort ({ $times } rader).
import-fault-formula-text = Verdien ser ut som ein formel. Vi held på han som vanleg tekst.
import-fault-national-id-in-text = Her står det eit fødselsnummer. Det skal berre stå i feltet fodselsnummer. Bruk ein annan nøkkel eller tekst her.
import-fault-not-a-date = «{ $value }» er ikkje ein dato. Skriv til dømes 2026-02-03 eller 03.02.2026.
import-fault-date-read = Datoar i ei anna form enn ÅÅÅÅ-MM-DD er lesne ({ $times }).
import-fault-date-future = { $value } har ikkje vore enno. Skriv ein dato som har vore.
import-fault-date-too-old = { $value } er for lenge sidan. Sjå etter ein skrivefeil i året.
import-fault-end-before-start = Slutten er før starten. Byt om datoane, eller rett den som er feil.
import-fault-not-a-choice = «{ $value }» er ikkje ein verdi vi kjenner. Skriv ein av desse: { $choices }.
import-fault-choice-read = «{ $read }» er lesen som { $kept } ({ $times }).
import-fault-not-a-language = «{ $value }» er ikkje ein språkkode. Skriv to eller tre bokstavar, til dømes nb, en, so eller uk.

## Fødselsnummer

import-fault-national-id-text = Fødselsnummeret har andre teikn enn siffer. Skriv berre dei 11 sifra.
import-fault-national-id-spoiled = Eit rekneark har gjort fødselsnummeret om til eit avrunda tal. Gjer kolonnen om til tekst i kjeldesystemet, og eksporter på nytt.
import-fault-national-id-length = Fødselsnummeret har { $digits } siffer. Det skal ha 11.
import-fault-national-id-date = Dei første seks sifra er ikkje ein dato. Eit D-nummer har 40 lagt til dagen, og eit testnummer har 40, 65 eller 80 lagt til månaden.
import-fault-national-id-check = Kontrollsifra stemmer ikkje. Som oftast er eitt siffer feil. Samanlikn med folkeregisteret.
import-fault-national-id-birth-date = Fødselsnummeret og fødselsdatoen er ikkje samde om { $part ->
    [day] dagen
    [month] månaden
    [century] hundreåret
   *[year] året
}. Rett det som er feil.
import-fault-national-id-zero = Ein null først i fødselsnummeret mangla, og er sett tilbake ({ $times } rader). Kontrollsifra og fødselsdatoen stemmer.
import-fault-birth-date-from-number = Fødselsdatoen var tom, og er lesen frå fødselsnummeret ({ $times } rader).

## Rader som heng saman

import-fault-key-twice = «{ $key }» står òg i rad { $other }, med anna innhald. Den første rada gjeld. Gi kvar rad sin eigen nøkkel.
import-fault-row-twice = Rada er lik rad { $other }, og er teken inn éin gong.
import-fault-reference-missing = «{ $key }» finst ikkje blant radene som kunne lesast. Legg til rada, eller rett nøkkelen.
import-fault-reference-rejected = «{ $key }» i rad { $other } vart ikkje teken inn. Rett den rada først, så kjem denne med.
import-fault-reference-ambiguous = To ulike personar har nøkkelen «{ $key }», så vi veit ikkje kven rada gjeld. Gi kvar person sin eigen nøkkel.
import-fault-family-empty = Ingen personar er knytte til familien «{ $key }». Han er teken inn utan personar.
import-fault-family-all-rejected = Ingen av personane i familien «{ $key }» kunne takast inn. Sjå radene deira.
import-fault-number-merged = «{ $key }» og «{ $kept }» (rad { $other }) har same fødselsnummer og namn. Dei er tekne inn som éin person, slik rad { $other } seier. Det strengaste adressevernet gjeld.
import-fault-number-other-family = «{ $key }» har same fødselsnummer som «{ $kept }» i ein annan familie (rad { $other }). Rad { $other } er teken inn. Avgjer kva familie personen høyrer til.
import-fault-number-other-name = «{ $key }» har same fødselsnummer som «{ $kept }» (rad { $other }), men eit anna namn. Rad { $other } er teken inn. Finn ut kven nummeret høyrer til.
import-fault-likely-double = «{ $first }» (rad { $other }) og «{ $second }» har same fødselsdato og nesten same namn. Avgjer om dei er same person. Begge er tekne inn.
import-fault-many-same-birth-date = { $count } personar har same fødselsdato. Vi har berre samanlikna dei som har namn nær kvarandre. Er datoen sett inn fordi den ekte mangla?
import-fault-relation-to-self = Rada seier at personen er i slekt med seg sjølv. Rett ein av nøklane.
import-fault-relation-roles = Rada skal gå frå ein vaksen til eit barn. Byt om nøklane, eller rett rollene i persons.
import-fault-relation-across = Personane er i to ulike familiar. Relasjonen er teken inn. Sjå etter at det stemmer.

## Tenestekatalogar

import-fault-json-broken = Fila er ikkje gyldig JSON. Lesinga stoppa på linje { $line }, teikn { $column }.
import-fault-not-recognised = Dette er ikkje noko som HSDS 3.0 eller Open Referral UK 3.0 beskriv. Send ei teneste, ei liste eller ei side med tenester.
import-fault-no-services = Her er det ingen tenester. Fila har { $what ->
    [organization] organisasjonar
    [location] stader
    [taxonomy] taksonomiar
    [taxonomy_term] omgrep
    [api_details] opplysningar om eit API
    [nothing] ingenting
   *[other] { $what }
} ({ $count }).
import-fault-service-twice = Tenesta «{ $key }» står òg i { $other }. Den fyldigaste er teken inn. Gi kvar teneste sin eigen id.
import-fault-envelope-count = Sida seier { $says }, men innhaldet seier { $found }. Vi har talt sjølve.
import-fault-more-pages = Dette er side { $page } av { $pages }. Hent dei andre sidene òg.
import-fault-field-unknown = Feltet er ikkje ein del av standarden ({ $times }). Det er teke vare på ved sida av dei andre.
import-fault-wrong-type = Verdien skal vere { $expected ->
    [list] ei liste
    [number] eit tal
    [object] eit objekt
   *[text] tekst
}, og er ikkje teken inn.
import-fault-type-read = Verdien skal vere { $expected ->
    [list] ei liste
    [number] eit tal
   *[text] tekst
}, og er lesen slik ({ $times }).
import-fault-not-a-link = «{ $value }» er ikkje ei nettadresse. Skriv heile adressa, til dømes https://www.lindvik.example.
import-fault-link-read = Adressa er retta til vanleg form ({ $times }).
import-fault-not-an-email = «{ $value }» er ikkje ei e-postadresse. Skriv til dømes post@lindvik.example.
import-fault-not-a-time = «{ $value }» er ikkje eit klokkeslett. Skriv til dømes 09:00.
import-fault-time-zone-cut = Klokkeslettet har ei tidssone. Vi las det som lokal tid ({ $times }).
import-fault-not-a-number = «{ $value }» er ikkje eit tal som kan stå her.
import-fault-ages-swapped = Lågaste alder er over høgaste alder. Byt dei om.
import-fault-unattached = Ingen tenester, stader eller organisasjonar er knytte til rada ({ $times } rader).
import-fault-too-large = Filene viser til kvarandre så mange gonger at resten ikkje er lesen. Sjå etter rader med feil id.
