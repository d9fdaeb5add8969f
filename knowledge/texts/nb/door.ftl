## door
door-title = Trenger barnet ditt hjelp fra flere steder?
