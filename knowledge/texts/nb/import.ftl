### Import: hva som ble funnet, og hva som ville vært riktig. Nøklene kommer fra crates/exchange (Finding::message_key).

## Hva et funn betyr

import-severity-told = Til orientering
import-severity-normalised = Lest og rettet
import-severity-decide = Dere må avgjøre
import-severity-rejected = Ikke tatt inn

## Hvor

import-place-file = { $file }
import-place-field = { $file }, felt { $field }
import-place-row = { $file }, rad { $row }
import-place-row-field = { $file }, rad { $row }, felt { $field }

## Filer

import-fault-file-unknown = Vi kjenner ikke denne filen, og har ikke lest den. Familier: families.csv, persons.csv, relations.csv og services.csv. Tjenester: en JSON-fil eller CSV-filene i HSDS.
import-fault-file-missing = Filen er ikke med. Legg den ved hvis dere har den.
import-fault-file-twice = Filen er med to ganger. Bare den første er lest. Samle radene i én fil.
import-fault-file-empty = Filen er tom. Den første raden skal ha navn på kolonnene.
import-fault-file-not-read = Filen er ikke lest, fordi den viser til { $needs }, som mangler eller ikke kunne leses. Send begge filene.
import-fault-encoding = Filen er ikke lagret som UTF-8. Vi leste den som { $encoding }. Se etter at æ, ø og å er riktige.
import-fault-broken-text = Noen bokstaver er ødelagt på veien hit. Eksporter på nytt som UTF-8.
import-fault-unclosed-quote = Et anførselstegn åpner en tekst som aldri slutter. Sett " på slutten av teksten, eller ta bort det første.
import-fault-stray-quote = Et anførselstegn inne i en tekst er skrevet én gang. Skriv det to ganger ("").
import-fault-too-many-quotes = Så mange anførselstegn mangler at resten av filen ikke er lest. Eksporter filen på nytt.

## Kolonner og rader

import-fault-column-missing = Kolonnen { $field } mangler. Legg den til i den første raden.
import-fault-column-unknown = Kolonnen er ikke en del av formatet, og er ikke lest.
import-fault-column-read = Kolonnen heter «{ $read }». Vi leste den som { $field }.
import-fault-column-twice = Kolonnen er med to ganger. Bare den første er lest.
import-fault-column-address = Kolonnen ser ut som en adresse, men er ikke en av dem formatet har. Den er ikke lest. Adresser står i kolonnene adresse, postnummer og poststed.
import-fault-protected-address = Personen har strengt fortrolig adresse, og filen har en adresse. Den er ikke tatt inn. Slett den fra filen også.
import-fault-protected-district = En i familien har strengt fortrolig adresse. Tenk over om bydelen kan stå.
import-fault-cell-count = Raden har { $found } felter, og den første raden har { $expected }. Se etter et skilletegn som mangler eller er for mye.
import-fault-cells-padded = Tomme felter sist i raden er lagt til eller tatt bort ({ $times } rader).
import-fault-empty-row = Tomme rader er hoppet over ({ $times }).

## Verdier

import-fault-missing = Feltet er tomt. Fyll det ut.
import-fault-left-empty = Feltet er tomt ({ $times } rader). Radene er tatt inn uten det.
import-fault-too-long = Teksten er lengre enn { $limit } tegn. Se etter tekst i feil kolonne.
import-fault-control-characters = Linjeskift eller usynlige tegn er tatt bort ({ $times } rader).
import-fault-blanks-cut = Mellomrom eller anførselstegn rundt verdien er tatt bort ({ $times } rader).
import-fault-formula-text = Verdien ser ut som en formel. Vi beholder den som vanlig tekst.
import-fault-national-id-in-text = Her står det et fødselsnummer. Det skal bare stå i feltet fodselsnummer. Bruk en annen nøkkel eller tekst her.
import-fault-not-a-date = «{ $value }» er ikke en dato. Skriv for eksempel 2026-02-03 eller 03.02.2026.
import-fault-date-read = Datoer i en annen form enn ÅÅÅÅ-MM-DD er lest ({ $times }).
import-fault-date-future = { $value } har ikke vært ennå. Skriv en dato som har vært.
import-fault-date-too-old = { $value } er for lenge siden. Se etter en skrivefeil i året.
import-fault-end-before-start = Slutten er før starten. Bytt om datoene, eller rett den som er feil.
import-fault-not-a-choice = «{ $value }» er ikke en verdi vi kjenner. Skriv en av disse: { $choices }.
import-fault-choice-read = «{ $read }» er lest som { $kept } ({ $times }).
import-fault-not-a-language = «{ $value }» er ikke en språkkode. Skriv to eller tre bokstaver, for eksempel nb, en, so eller uk.

## Fødselsnummer

import-fault-national-id-text = Fødselsnummeret har andre tegn enn siffer. Skriv bare de 11 sifrene.
import-fault-national-id-spoiled = Et regneark har gjort fødselsnummeret om til et avrundet tall. Gjør kolonnen om til tekst i kildesystemet, og eksporter på nytt.
import-fault-national-id-length = Fødselsnummeret har { $digits } siffer. Det skal ha 11.
import-fault-national-id-date = De første seks sifrene er ikke en dato. Et D-nummer har 40 lagt til dagen, og et testnummer har 40, 65 eller 80 lagt til måneden.
import-fault-national-id-check = Kontrollsifrene stemmer ikke. Som oftest er ett siffer feil. Sammenlign med folkeregisteret.
import-fault-national-id-birth-date = Fødselsnummeret og fødselsdatoen er ikke enige om { $part ->
    [day] dagen
    [month] måneden
    [century] århundret
   *[year] året
}. Rett det som er feil.
import-fault-national-id-zero = En null først i fødselsnummeret manglet, og er satt tilbake ({ $times } rader). Kontrollsifrene og fødselsdatoen stemmer.
import-fault-birth-date-from-number = Fødselsdatoen var tom, og er lest fra fødselsnummeret ({ $times } rader).

## Rader som henger sammen

import-fault-key-twice = «{ $key }» står også i rad { $other }, med annet innhold. Den første raden gjelder. Gi hver rad sin egen nøkkel.
import-fault-row-twice = Raden er lik rad { $other }, og er tatt inn én gang.
import-fault-reference-missing = «{ $key }» finnes ikke blant radene som kunne leses. Legg til raden, eller rett nøkkelen.
import-fault-reference-rejected = «{ $key }» i rad { $other } ble ikke tatt inn. Rett den raden først, så kommer denne med.
import-fault-reference-ambiguous = To ulike personer har nøkkelen «{ $key }», så vi vet ikke hvem raden gjelder. Gi hver person sin egen nøkkel.
import-fault-family-empty = Ingen personer er knyttet til familien «{ $key }». Den er tatt inn uten personer.
import-fault-family-all-rejected = Ingen av personene i familien «{ $key }» kunne tas inn. Se radene deres.
import-fault-number-merged = «{ $key }» og «{ $kept }» (rad { $other }) har samme fødselsnummer og navn. De er tatt inn som én person, slik rad { $other } sier. Den strengeste adressebeskyttelsen gjelder.
import-fault-number-other-family = «{ $key }» har samme fødselsnummer som «{ $kept }» i en annen familie (rad { $other }). Rad { $other } er tatt inn. Avgjør hvilken familie personen hører til.
import-fault-number-other-name = «{ $key }» har samme fødselsnummer som «{ $kept }» (rad { $other }), men et annet navn. Rad { $other } er tatt inn. Finn ut hvem nummeret tilhører.
import-fault-likely-double = «{ $first }» (rad { $other }) og «{ $second }» har samme fødselsdato og nesten samme navn. Avgjør om de er samme person. Begge er tatt inn.
import-fault-many-same-birth-date = { $count } personer har samme fødselsdato. Vi har bare sammenlignet dem som har navn nær hverandre. Er datoen satt inn fordi den ekte manglet?
import-fault-relation-to-self = Raden sier at personen er i slekt med seg selv. Rett en av nøklene.
import-fault-relation-roles = Raden skal gå fra en voksen til et barn. Bytt om nøklene, eller rett rollene i persons.
import-fault-relation-across = Personene er i to ulike familier. Relasjonen er tatt inn. Se etter at det stemmer.

## Tjenestekataloger

import-fault-json-broken = Filen er ikke gyldig JSON. Lesingen stoppet på linje { $line }, tegn { $column }.
import-fault-not-recognised = Dette er ikke noe som HSDS 3.0 eller Open Referral UK 3.0 beskriver. Send en tjeneste, en liste eller en side med tjenester.
import-fault-no-services = Her er det ingen tjenester. Filen har { $what ->
    [organization] organisasjoner
    [location] steder
    [taxonomy] taksonomier
    [taxonomy_term] begreper
    [api_details] opplysninger om et API
    [nothing] ingenting
   *[other] { $what }
} ({ $count }).
import-fault-service-twice = Tjenesten «{ $key }» står også i { $other }. Den fyldigste er tatt inn. Gi hver tjeneste sin egen id.
import-fault-envelope-count = Siden sier { $says }, men innholdet sier { $found }. Vi har talt selv.
import-fault-more-pages = Dette er side { $page } av { $pages }. Hent de andre sidene også.
import-fault-field-unknown = Feltet er ikke en del av standarden ({ $times }). Det er tatt vare på ved siden av de andre.
import-fault-wrong-type = Verdien skal være { $expected ->
    [list] en liste
    [number] et tall
    [object] et objekt
   *[text] tekst
}, og er ikke tatt inn.
import-fault-type-read = Verdien skal være { $expected ->
    [list] en liste
    [number] et tall
   *[text] tekst
}, og er lest slik ({ $times }).
import-fault-not-a-link = «{ $value }» er ikke en nettadresse. Skriv hele adressen, for eksempel https://www.lindvik.example.
import-fault-link-read = Adressen er rettet til vanlig form ({ $times }).
import-fault-not-an-email = «{ $value }» er ikke en e-postadresse. Skriv for eksempel post@lindvik.example.
import-fault-not-a-time = «{ $value }» er ikke et klokkeslett. Skriv for eksempel 09:00.
import-fault-time-zone-cut = Klokkeslettet har en tidssone. Vi leste det som lokal tid ({ $times }).
import-fault-not-a-number = «{ $value }» er ikke et tall som kan stå her.
import-fault-ages-swapped = Laveste alder er over høyeste alder. Bytt dem om.
import-fault-unattached = Ingen tjenester, steder eller organisasjoner er knyttet til raden ({ $times } rader).
import-fault-too-large = Filene viser til hverandre så mange ganger at resten ikke er lest. Se etter rader med feil id.
