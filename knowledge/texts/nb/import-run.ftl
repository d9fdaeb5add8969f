### Import på kommandolinjen: hva som er klart, og hva som ble skrevet (veven import).

import-run-ready = Klart til å tas inn: { $families ->
    [one] én familie
   *[other] { $families } familier
} med { $people ->
    [one] én person
   *[other] { $people } personer
}. { $known ->
    [0] Ingen av familiene er her fra før.
    [one] Én familie er her fra før, og blir ikke endret.
   *[other] { $known } familier er her fra før, og blir ikke endret.
}
import-run-elsewhere = { $file }, rad { $row }: En i familien finnes allerede i en annen mappe i Veven. Familien er ikke tatt inn. Finn personen i Veven, og legg til det som er nytt der.
import-run-without-coordinator = { $families ->
    [one] Én familie er
   *[other] { $families } familier er
} merket «aktiv», men filene sier ikke hvem som er koordinator. De kommer i køen, så noen kan få familien.
import-run-across = { $relations ->
    [one] Én relasjon går
   *[other] { $relations } relasjoner går
} mellom to familier, og er ikke tatt med. Legg til personen i den andre familien hvis hen hører til begge steder.
import-run-nothing-written = Ingenting er skrevet. Kjør på nytt med --commit når det ser riktig ut.
import-run-written = { $families ->
    [one] Én familie er tatt inn.
   *[other] { $families } familier er tatt inn.
}
import-run-services = Klart til å tas inn: { $services ->
    [one] én tjeneste
   *[other] { $services } tjenester
}. Uendret fra før: { $known }.
import-run-services-written = { $services ->
    [one] Én tjeneste er tatt inn.
   *[other] { $services } tjenester er tatt inn.
}
import-run-no-sector = «{ $name }» er ikke tatt inn: filen sier ikke hvilken sektor tjenesten hører til, og sektoren bestemmer taushetsplikten. Legg til et begrep fra taksonomien «sektor», eller velg en sektor for alle slike med --sector.
import-run-not-open = «{ $name }» er lagt ned eller stengt, og er ikke tatt inn.
import-run-addresses-left-out = { $addresses ->
    [one] Én adresse er ikke tatt inn, fordi den ville vist hvor en med strengt fortrolig adresse bor.
   *[other] { $addresses } adresser er ikke tatt inn, fordi de ville vist hvor en med strengt fortrolig adresse bor.
}
