## Papira i ei sak, til nokon som har rett til dei etter lova.
papers-get = Papira
papers-title = Papira i saka
papers-least = Gi berre det kravet gjeld. Ingenting er valt på førehand.
papers-kinds = Kva slags opplysningar?
papers-kinds-missing = Vel minst eitt slag opplysningar.
papers-people = Kven gjeld det?
papers-people-hint = Det som gjeld fleire, kjem berre med når du har valt alle.
papers-people-missing = Vel minst éin person, eller familien samla.
papers-whole = Familien samla
papers-from = Skrive frå og med
papers-from-hint = Dagen det vart skrive hos oss.
papers-until = Skrive til og med
papers-fra-missing = Skriv den første dagen.
papers-til-missing = Skriv den siste dagen.
papers-til-before = Den siste dagen er før den første. Byt ein av dei.
papers-til-late = Den siste dagen kan ikkje vere seinare enn i dag.
papers-preview = Sjå kor mykje det blir
papers-kinds-chosen = Slag opplysningar
papers-people-chosen = Personar
papers-days-chosen = Skrive
papers-days = frå { $from } til { $until }
papers-count = { $count ->
    [0] Det blir ingenting
    [one] Det blir 1 ting
   *[other] Det blir { $count } ting
}
papers-none = Det er ikkje skrive noko slikt i desse dagane.
papers-none-title = Ingenting
papers-look = Les gjennom papira før du sender dei. Send dei på ein trygg måte.
papers-pdf = Last ned papira (PDF)
papers-data = Last ned for maskiner (JSON)
papers-again = Vel på nytt
papers-never = Dette kjem aldri med
papers-never-text = Kvar nokon er, det eit barn berre har sagt til koordinatoren, det som viser eit krisesenter, og andre familiar. Er nokon verna, kjem heller ikkje namn og telefon, møte og tenester med. Krev nokon dette, ring leiaren din først.
papers-file = papir
papers-to = Til
papers-about = Gjeld
papers-on = Dag
papers-case = Sak
papers-made-by = Laga av
papers-made = { $name }, { $when }
papers-note = Laga fordi lova krev det. Berre det som er valt over, er med.
act-papers = Laga papir til nokon som har rett til dei etter lova
family-saw-papers = Laga papir til nokon som har rett til dei etter lova
watch-act-papers = laga papir til nokon som har rett til dei etter lova
