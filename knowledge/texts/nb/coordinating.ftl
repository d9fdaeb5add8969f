## What the law lays on whoever coordinates
coordinator-duties = Dette skal koordinatoren sørge for
coordinator-duties-text = Loven gir en barnekoordinator fem oppgaver. De gjelder for alle som koordinerer her. Datoene følger av det du har skrevet, så du trenger ingen egen liste.
coordinator-duty-whole = Samle tjenestene til ett tilbud
coordinator-duty-whole-by = Spørsmål til hjelpere, nye i laget og møter med hjelpere.
coordinator-duty-overview = Ha oversikt, og hjelpe kommunen til å gjøre sin del
coordinator-duty-overview-by = Behov du har skrevet ned, og gjennomganger av planen.
coordinator-duty-health = Fortelle og veilede om helse og omsorg
coordinator-duty-health-by = Kontakt der du har krysset av for det.
coordinator-duty-welfare = Fortelle og veilede om andre tjenester og brukerorganisasjoner
coordinator-duty-welfare-by = Kontakt der du har krysset av for det, og søknader du har gjort klare.
coordinator-duty-plan = Holde planen i gang
coordinator-duty-plan-by = Mål og tiltak du har skrevet, og ja til planen.
coordinator-duty-last = Sist { $day }
coordinator-duty-never = Ikke skrevet ned ennå
coordinator-duties-limit = { $days ->
    [one] Står en oppgave urørt i mer enn én dag, får du en påminnelse.
   *[other] Står en oppgave urørt i mer enn { $days } dager, får du en påminnelse.
}
family-duties = Gjorde du også noe av dette?
family-duties-hint = Så ser du når det sist ble gjort.
field-duties = Koordinatorens oppgaver
workbench-reason-duty = { $days ->
    [one] Fristen gikk ut i går for oppgaven «{ $words }».
   *[other] Fristen gikk ut for { $days } dager siden for oppgaven «{ $words }».
}
workbench-way-duty = Se oppgavene
queue-duties = Koordinatorenes oppgaver
queue-duties-text = { $days ->
    [one] Her ser du hvem som har familier der en av koordinatorens fem oppgaver har stått urørt i mer enn én dag. Ta en prat, og spør hva som trengs.
   *[other] Her ser du hvem som har familier der en av koordinatorens fem oppgaver har stått urørt i mer enn { $days } dager. Ta en prat, og spør hva som trengs.
}
queue-duties-none = Ingen oppgaver har stått så lenge.
queue-duties-row = { $count ->
    [one] Én familie. Lengst siden: { $days } dager.
   *[other] { $count } familier. Lengst siden: { $days } dager.
}
limit-coordinator-duty = Dager før koordinatoren minnes om en oppgave
