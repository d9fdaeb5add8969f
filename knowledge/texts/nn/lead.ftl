## The leader's page
lead-title = Slik går det i { $place }
lead-small-numbers = Tal under { $limit } er skjulte.
lead-hidden = skjult
lead-day = Dag
lead-show = Vis
lead-day-ahead = Vel ein dag som har vore. Vi viser i dag.
lead-briefly = Kort fortalt
lead-brief-flow = Har koordinator: { $active } familiar. Ventar på svar eller plass: { $waiting }.
lead-brief-coordinated = Ingen aktiv familie er utan koordinator.
lead-brief-uncoordinated = { $count } aktive familiar er utan koordinator. Det skal ikkje skje.
lead-brief-gaps = Utan ansvarleg: { $count } behov og tiltak. Det eldste har venta { $days } dagar.
lead-flow = Flyt
lead-phase = Steg
lead-families = Familiar
lead-by-district = Vis tala for kvar bydel
lead-district = Bydel
lead-no-district = Utan bydel
lead-load = Kapasitet
lead-free = { $count ->
    [0] Ingen ledige plassar.
    [one] Éin ledig plass.
   *[other] { $count } ledige plassar.
}
lead-of = { $has } av { $room }
lead-over = over
lead-gaps = Utan ansvarleg, etter område
lead-gaps-today-only = Kva som manglar ansvarleg, kan berre visast for i dag.
lead-gaps-by-age = Utan ansvarleg, etter alderen til barnet
lead-late = Over fristen, etter teneste
lead-area = Område
lead-age = Alder
lead-service = Teneste
lead-no-service = Familien sjølv, eller inga teneste
lead-count = Tal
lead-oldest = Eldste
lead-days = { $days ->
    [one] 1 dag
   *[other] { $days } dagar
}
lead-none = Ingen no.
age-0-5 = 0–5 år
age-6-12 = 6–12 år
age-13-15 = 13–15 år
age-16-17 = 16–17 år
age-18-24 = 18–24 år
age-none = Vaksne, eller heile familien
lead-fewer = færre enn { $limit }
