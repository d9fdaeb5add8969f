### Rettar: korleis eit svar blir sagt. Orda til rettane står i knowledge/rights.

rights-status-entitled = Det ser ut til at de fyller vilkåra
rights-status-worth_applying = Det kan løne seg å søkje
rights-status-information = Greitt å vite
rights-status-missing_info = Vi treng å vite meir
rights-status-not_entitled = Det ser ikkje ut til at dette passar no
rights-status-not_in_force = Vi kjenner ingen regel for denne dagen
rights-tell-amount = Beløp
rights-tell-why = Kvifor
rights-tell-missing = Dette vil avgjere det
rights-tell-decides = Kven avgjer
rights-tell-judged = Kva eit menneske vurderer
rights-tell-apply = Slik søkjer de
rights-tell-answer = Når kjem svaret
rights-tell-complaint = Klage
rights-tell-documents = Dette kan de måtte leggje ved
rights-tell-interacts = Verkar inn på
rights-tell-rule = Regelen
rights-tell-warnings = Ver merksam på
rights-term-working-days = { $count ->
    [one] { $count } verkedag
   *[other] { $count } verkedagar
}
rights-term-weeks = { $count ->
    [one] { $count } veke
   *[other] { $count } veker
}
rights-term-months = { $count ->
    [one] { $count } månad
   *[other] { $count } månader
}
