## For kva ei mappe blir opna (R38).
opening-heading = Kva skal du gjere?
opening-text = Du opnar det ein familie har delt. Vel det som passar best, så opnar sida seg. Familien kan lese i loggen sin kven som opna, når og kvifor.
opening-kept = Det du skreiv, er teke vare på. Det blir sendt når du har valt.
opening-once = Du blir spurd éin gong for kvar familie, til du loggar ut. Passar ingenting av dette, treng du nok ikkje å opne no.
opening-back = Gå tilbake utan å opne
purpose-follow-up = Følgje opp familien og planen
purpose-meeting = Førebu eller følgje opp eit møte
purpose-answer = Svare på noko eg er spurd om
purpose-write = Skrive ned eller rette noko
purpose-task = Gjere det eg har sagt ja til
purpose-assess = Vurdere ein førespurnad
act-open-to-follow-up = Opna for å følgje opp dykk og planen
act-open-for-meeting = Opna for å førebu eller følgje opp eit møte
act-open-to-answer = Opna for å svare på eit spørsmål
act-open-to-write = Opna for å skrive ned eller rette noko
act-open-for-task = Opna for å gjere noko dei har sagt ja til
act-open-to-assess = Opna for å vurdere ein førespurnad
