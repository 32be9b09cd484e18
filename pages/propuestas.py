"""Proposals: what became of them?"""

from frame import address, blocks, filters
from readings import propuestas

here = address.read()
asked = here.snapshot, here.plan_id, here.language
blocks.question(propuestas.funnel(*asked), here)
text, category_nos, code = filters.proposals(here)
blocks.draw(propuestas.found(*asked, text, category_nos, code, here.link("compromiso")), here)
