"""Present: one slide a screen, for a hall."""

from frame import address, hall

here = address.read()
deck = hall.deck(here)
number = hall.number(here, len(deck.slides))
hall.draw(deck.slides[number - 1], deck.footer, here)
hall.controls(deck, number, here)
