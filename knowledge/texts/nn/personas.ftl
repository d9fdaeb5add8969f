# Personar å vere i demoen.

persona-rania = Mor i familien Haddad. Sjå planen dykkar, svar på møtet, og sjå kven som veit kva.
persona-omar = Far i familien Haddad. Ser det familien har delt med han.
persona-yusuf = 12 år. Har eigne ord, eigne folk og eigne løyndommar.
persona-ungdom = 15 år. Bestemmer sjølv kven som får lese det hen skriv.
persona-far = Far med barn i to heimar. Ser det som gjeld barnet, ikkje mor sine eigne ting.
persona-hemmelig = Mor med adresse som ingen skal vite. Sjå at staden ikkje står nokon stad.
persona-ingrid = Familiekoordinator for tretten familiar. Sjå kven som treng henne først.
persona-mats = Familiekoordinator. Ei overlevering og ein ny familie ventar på svar.
persona-samira = Familiekoordinator for eit barn med to heimar. Sjå papira til den som fører tilsyn.
persona-marit = Lærar. Eitt spørsmål ventar på svar.
persona-nav = Rettleiar i NAV. Ser berre det ho er spurd om.
persona-tildeling = Saksbehandlar på Tildelingskontoret. Svarer på søknader, og ser berre det som er sendt.
persona-tove = Helsesjukepleiar i to familiar. Ser det dei har sagt ja til.
persona-tommy = Fotballtrenar, frivillig. Ser oppgåva si, og ikkje meir.
persona-inntak = Tek imot dei som spør om hjelp, og held køen i orden.
persona-leder = Leiar. Ser tal og mellomrom, aldri kva familiane har sagt.
persona-drift = Systemansvarleg. Set opp tenester og hjelparar, og ser ingen familiar.
persona-last = Koordinator med førti familiar. For måling.
