### Import på kommandolinja: kva som er klart, og kva som vart skrive (veven import).

import-run-ready = Klart til å takast inn: { $families ->
    [one] éin familie
   *[other] { $families } familiar
} med { $people ->
    [one] éin person
   *[other] { $people } personar
}. { $known ->
    [0] Ingen av familiane er her frå før.
    [one] Éin familie er her frå før, og blir ikkje endra.
   *[other] { $known } familiar er her frå før, og blir ikkje endra.
}
import-run-elsewhere = { $file }, rad { $row }: Ein i familien finst alt i ei anna mappe i Veven. Familien er ikkje teken inn. Finn personen i Veven, og legg til det som er nytt der.
import-run-without-coordinator = { $families ->
    [one] Éin familie er merkt
   *[other] { $families } familiar er merkte
} «aktiv», men filene seier ikkje kven som er koordinator. Dei kjem i køen, så nokon kan få familien.
import-run-across = { $relations ->
    [one] Éin relasjon går
   *[other] { $relations } relasjonar går
} mellom to familiar, og er ikkje teken med. Legg til personen i den andre familien viss hen høyrer til begge stader.
import-run-nothing-written = Ingenting er skrive. Køyr på nytt med --commit når det ser rett ut.
import-run-written = { $families ->
    [one] Éin familie er teken inn.
   *[other] { $families } familiar er tekne inn.
}
import-run-services = Klart til å takast inn: { $services ->
    [one] éi teneste
   *[other] { $services } tenester
}. Uendra frå før: { $known }.
import-run-services-written = { $services ->
    [one] Éi teneste er teken inn.
   *[other] { $services } tenester er tekne inn.
}
import-run-no-sector = «{ $name }» er ikkje teken inn: fila seier ikkje kva sektor tenesta høyrer til, og sektoren avgjer teieplikta. Legg til eit omgrep frå taksonomien «sektor», eller vel ein sektor for alle slike med --sector.
import-run-not-open = «{ $name }» er lagd ned eller stengd, og er ikkje teken inn.
import-run-addresses-left-out = { $addresses ->
    [one] Éi adresse er ikkje teken inn, fordi ho ville vist kvar ein med strengt fortruleg adresse bur.
   *[other] { $addresses } adresser er ikkje tekne inn, fordi dei ville vist kvar ein med strengt fortruleg adresse bur.
}
