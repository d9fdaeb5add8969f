## The leader's page
lead-title = Slik går det i { $place }
lead-small-numbers = Tall under { $limit } er skjult.
lead-hidden = skjult
lead-day = Dag
lead-show = Vis
lead-day-ahead = Velg en dag som har vært. Vi viser i dag.
lead-briefly = Kort fortalt
lead-brief-flow = Har koordinator: { $active } familier. Venter på svar eller plass: { $waiting }.
lead-brief-coordinated = Ingen aktiv familie er uten koordinator.
lead-brief-uncoordinated = { $count } aktive familier er uten koordinator. Det skal ikke skje.
lead-brief-gaps = Uten ansvarlig: { $count } behov og tiltak. Det eldste har ventet { $days } dager.
lead-flow = Flyt
lead-phase = Steg
lead-families = Familier
lead-by-district = Vis tallene for hver bydel
lead-district = Bydel
lead-no-district = Uten bydel
lead-load = Kapasitet
lead-free = { $count ->
    [0] Ingen ledige plasser.
    [one] Én ledig plass.
   *[other] { $count } ledige plasser.
}
lead-of = { $has } av { $room }
lead-over = over
lead-gaps = Uten ansvarlig, etter område
lead-gaps-today-only = Hva som mangler ansvarlig, kan bare vises for i dag.
lead-gaps-by-age = Uten ansvarlig, etter barnets alder
lead-late = Over fristen, etter tjeneste
lead-area = Område
lead-age = Alder
lead-service = Tjeneste
lead-no-service = Familien selv, eller ingen tjeneste
lead-count = Antall
lead-oldest = Eldste
lead-days = { $days ->
    [one] 1 dag
   *[other] { $days } dager
}
lead-none = Ingen nå.
age-0-5 = 0–5 år
age-6-12 = 6–12 år
age-13-15 = 13–15 år
age-16-17 = 16–17 år
age-18-24 = 18–24 år
age-none = Voksne, eller hele familien
lead-fewer = færre enn { $limit }
