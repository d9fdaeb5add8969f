# Personer å være i demoen.

persona-rania = Mor i familien Haddad. Se planen deres, svar på møtet, og se hvem som vet hva.
persona-omar = Far i familien Haddad. Ser det familien har delt med ham.
persona-yusuf = 12 år. Har egne ord, egne folk og egne hemmeligheter.
persona-ungdom = 15 år. Bestemmer selv hvem som får lese det hen skriver.
persona-far = Far med barn i to hjem. Ser det som gjelder barnet, ikke mors egne ting.
persona-hemmelig = Mor med adresse som ingen skal vite. Se at stedet ikke står noe sted.
persona-ingrid = Familiekoordinator for tretten familier. Se hvem som trenger henne først.
persona-mats = Familiekoordinator. En overlevering og en ny familie venter på svar.
persona-samira = Familiekoordinator for et barn med to hjem. Se papirene til den som fører tilsyn.
persona-marit = Lærer. Ett spørsmål venter på svar.
persona-nav = Veileder i NAV. Ser bare det hun er spurt om.
persona-tildeling = Saksbehandler på Tildelingskontoret. Svarer på søknader, og ser bare det som er sendt.
persona-tove = Helsesykepleier i to familier. Ser det de har sagt ja til.
persona-tommy = Fotballtrener, frivillig. Ser oppgaven sin, og ikke mer.
persona-inntak = Tar imot dem som spør om hjelp, og holder køen i orden.
persona-leder = Leder. Ser tall og mellomrom, aldri hva familiene har sagt.
persona-drift = Systemansvarlig. Setter opp tjenester og hjelpere, og ser ingen familier.
persona-last = Koordinator med førti familier. For måling.
