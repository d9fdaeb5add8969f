## What the law lays on whoever coordinates
coordinator-duties = Dette skal koordinatoren syte for
coordinator-duties-text = Lova gir ein barnekoordinator fem oppgåver. Dei gjeld for alle som koordinerer her. Datoane følgjer av det du har skrive, så du treng inga eiga liste.
coordinator-duty-whole = Samle tenestene til eitt tilbod
coordinator-duty-whole-by = Spørsmål til hjelparar, nye i laget og møte med hjelparar.
coordinator-duty-overview = Ha oversikt, og hjelpe kommunen til å gjere sin del
coordinator-duty-overview-by = Behov du har skrive ned, og gjennomgangar av planen.
coordinator-duty-health = Fortelje og rettleie om helse og omsorg
coordinator-duty-health-by = Kontakt der du har kryssa av for det.
coordinator-duty-welfare = Fortelje og rettleie om andre tenester og brukarorganisasjonar
coordinator-duty-welfare-by = Kontakt der du har kryssa av for det, og søknader du har gjort klare.
coordinator-duty-plan = Halde planen i gang
coordinator-duty-plan-by = Mål og tiltak du har skrive, og ja til planen.
coordinator-duty-last = Sist { $day }
coordinator-duty-never = Ikkje skrive ned enno
coordinator-duties-limit = { $days ->
    [one] Står ei oppgåve urørt i meir enn éin dag, får du ei påminning.
   *[other] Står ei oppgåve urørt i meir enn { $days } dagar, får du ei påminning.
}
family-duties = Gjorde du også noko av dette?
family-duties-hint = Så ser du når det sist vart gjort.
field-duties = Oppgåvene til koordinatoren
workbench-reason-duty = { $days ->
    [one] Fristen gjekk ut i går for oppgåva «{ $words }».
   *[other] Fristen gjekk ut for { $days } dagar sidan for oppgåva «{ $words }».
}
workbench-way-duty = Sjå oppgåvene
queue-duties = Oppgåvene til koordinatorane
queue-duties-text = { $days ->
    [one] Her ser du kven som har familiar der ei av dei fem oppgåvene til koordinatoren har stått urørt i meir enn éin dag. Ta ein prat, og spør kva som trengst.
   *[other] Her ser du kven som har familiar der ei av dei fem oppgåvene til koordinatoren har stått urørt i meir enn { $days } dagar. Ta ein prat, og spør kva som trengst.
}
queue-duties-none = Inga oppgåve har stått så lenge.
queue-duties-row = { $count ->
    [one] Éin familie. Lengst sidan: { $days } dagar.
   *[other] { $count } familiar. Lengst sidan: { $days } dagar.
}
limit-coordinator-duty = Dagar før koordinatoren blir mint om ei oppgåve
