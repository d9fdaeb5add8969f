# Søk med eigne ord.

find-label = Skriv med eigne ord kva som er vanskeleg
find-hint = Til dømes «sonen min orkar ikkje gå på skulen». Skriv slik du snakkar. Vi lagrar ikkje det du skriv.
find-go = Finn hjelp
find-empty = Skriv nokre ord om det som er vanskeleg, eller vel blant livssituasjonane under.
find-heading = Dette fann vi
find-none = Vi fann ikkje noko som liknar
find-none-text = Det kan likevel finnast hjelp. Prøv andre ord, gjerne færre. Eller vel blant livssituasjonane, eller ring oss.
find-cut = Vi las dei første { $count } teikna. Alt du skreiv, står framleis i feltet.
find-danger = Er nokon i fare no?
find-danger-text = Ring med ein gong. Du treng ikkje vere sikker.
find-situations = Er det slik hos dykk?
find-situations-hint = Kryss av for det som liknar. Så spør vi litt meir.
find-all = Sjå alle livssituasjonane
find-doors = Her kan de ta kontakt
find-doors-text = Tilbod som kan passe. Dei som er opne for alle, står først.
find-referred = Du treng tilvising eller søknad. Spør gjerne først:
find-rights = Dette kan vere verdt å sjå på
find-rights-text = Svar på nokre få spørsmål, så ser de om det kan passe.
find-only = Sjå berre på dette
find-human = Vil de heller snakke med nokon?
find-human-text = Vi hjelper dykk å finne fram. Ring
