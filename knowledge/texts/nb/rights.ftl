### Rettigheter: hvordan et svar blir sagt. Rettighetenes egne ord står i knowledge/rights.

rights-status-entitled = Det ser ut til at dere fyller vilkårene
rights-status-worth_applying = Det kan lønne seg å søke
rights-status-information = Greit å vite
rights-status-missing_info = Vi trenger å vite mer
rights-status-not_entitled = Det ser ikke ut til at dette passer nå
rights-status-not_in_force = Vi kjenner ingen regel for denne dagen
rights-tell-amount = Beløp
rights-tell-why = Hvorfor
rights-tell-missing = Dette vil avgjøre det
rights-tell-decides = Hvem avgjør
rights-tell-judged = Hva et menneske vurderer
rights-tell-apply = Slik søker dere
rights-tell-answer = Når kommer svaret
rights-tell-complaint = Klage
rights-tell-documents = Dette kan dere måtte legge ved
rights-tell-interacts = Virker inn på
rights-tell-rule = Regelen
rights-tell-warnings = Vær obs på
rights-term-working-days = { $count ->
    [one] { $count } virkedag
   *[other] { $count } virkedager
}
rights-term-weeks = { $count ->
    [one] { $count } uke
   *[other] { $count } uker
}
rights-term-months = { $count ->
    [one] { $count } måned
   *[other] { $count } måneder
}
