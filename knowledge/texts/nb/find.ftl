# Søk med egne ord.

find-label = Skriv med egne ord hva som er vanskelig
find-hint = For eksempel «sønnen min orker ikke gå på skolen». Skriv slik du snakker. Vi lagrer ikke det du skriver.
find-go = Finn hjelp
find-empty = Skriv noen ord om det som er vanskelig, eller velg blant livssituasjonene under.
find-heading = Dette fant vi
find-none = Vi fant ikke noe som ligner
find-none-text = Det kan likevel finnes hjelp. Prøv andre ord, gjerne færre. Eller velg blant livssituasjonene, eller ring oss.
find-cut = Vi leste de første { $count } tegnene. Alt du skrev, står fortsatt i feltet.
find-danger = Er noen i fare nå?
find-danger-text = Ring med en gang. Du trenger ikke være sikker.
find-situations = Er det slik hos dere?
find-situations-hint = Kryss av for det som ligner. Så spør vi litt mer.
find-all = Se alle livssituasjonene
find-doors = Her kan dere ta kontakt
find-doors-text = Tilbud som kan passe. De som er åpne for alle, står først.
find-referred = Du trenger henvisning eller søknad. Spør gjerne først:
find-rights = Dette kan være verdt å se på
find-rights-text = Svar på noen få spørsmål, så ser dere om det kan passe.
find-only = Se bare på dette
find-human = Vil dere heller snakke med noen?
find-human-text = Vi hjelper dere å finne fram. Ring
