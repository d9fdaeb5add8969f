## For hva en mappe åpnes (R38).
opening-heading = Hva skal du gjøre?
opening-text = Du åpner det en familie har delt. Velg det som passer best, så åpnes siden. Familien kan lese i loggen sin hvem som åpnet, når og hvorfor.
opening-kept = Det du skrev, er tatt vare på. Det sendes når du har valgt.
opening-once = Du blir spurt én gang for hver familie, til du logger ut. Passer ingenting av dette, trenger du nok ikke å åpne nå.
opening-back = Gå tilbake uten å åpne
purpose-follow-up = Følge opp familien og planen
purpose-meeting = Forberede eller følge opp et møte
purpose-answer = Svare på noe jeg er spurt om
purpose-write = Skrive ned eller rette noe
purpose-task = Gjøre det jeg har sagt ja til
purpose-assess = Vurdere en henvendelse
act-open-to-follow-up = Åpnet for å følge opp dere og planen
act-open-for-meeting = Åpnet for å forberede eller følge opp et møte
act-open-to-answer = Åpnet for å svare på et spørsmål
act-open-to-write = Åpnet for å skrive ned eller rette noe
act-open-for-task = Åpnet for å gjøre noe de har sagt ja til
act-open-to-assess = Åpnet for å vurdere en henvendelse
