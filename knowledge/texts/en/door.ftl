## door
door-title = Does your child need help from several places?
