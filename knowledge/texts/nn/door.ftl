## door
door-title = Treng barnet ditt hjelp frå fleire stader?
