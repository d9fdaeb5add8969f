## Papirene i en sak, til noen som har rett til dem etter loven.
papers-get = Papirene
papers-title = Papirene i saken
papers-least = Gi bare det kravet gjelder. Ingenting er valgt på forhånd.
papers-kinds = Hva slags opplysninger?
papers-kinds-missing = Velg minst ett slag opplysninger.
papers-people = Hvem gjelder det?
papers-people-hint = Det som gjelder flere, kommer bare med når du har valgt alle.
papers-people-missing = Velg minst én person, eller familien samlet.
papers-whole = Familien samlet
papers-from = Skrevet fra og med
papers-from-hint = Dagen det ble skrevet hos oss.
papers-until = Skrevet til og med
papers-fra-missing = Skriv den første dagen.
papers-til-missing = Skriv den siste dagen.
papers-til-before = Den siste dagen er før den første. Bytt en av dem.
papers-til-late = Den siste dagen kan ikke være senere enn i dag.
papers-preview = Se hvor mye det blir
papers-kinds-chosen = Slag opplysninger
papers-people-chosen = Personer
papers-days-chosen = Skrevet
papers-days = fra { $from } til { $until }
papers-count = { $count ->
    [0] Det blir ingenting
    [one] Det blir 1 ting
   *[other] Det blir { $count } ting
}
papers-none = Det er ikke skrevet noe slikt i disse dagene.
papers-none-title = Ingenting
papers-look = Les gjennom papirene før du sender dem. Send dem på en trygg måte.
papers-pdf = Last ned papirene (PDF)
papers-data = Last ned for maskiner (JSON)
papers-again = Velg på nytt
papers-never = Dette kommer aldri med
papers-never-text = Hvor noen er, det et barn bare har sagt til koordinatoren, det som viser et krisesenter, og andre familier. Er noen beskyttet, kommer heller ikke navn og telefon, møter og tjenester med. Krever noen dette, ring lederen din først.
papers-file = papirer
papers-to = Til
papers-about = Gjelder
papers-on = Dag
papers-case = Sak
papers-made-by = Laget av
papers-made = { $name }, { $when }
papers-note = Laget fordi loven krever det. Bare det som er valgt over, er med.
act-papers = Laget papirer til noen som har rett til dem etter loven
family-saw-papers = Lagde papirer til noen som har rett til dem etter loven
watch-act-papers = laget papirer til noen som har rett til dem etter loven
