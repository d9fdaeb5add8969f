## family
