"""Milestones: which are late, due soon or without report, whose are they, and why?"""

from frame import address, blocks, filters
from readings import choices, hitos, slips

here = address.read()
asked = here.snapshot, here.plan_id, here.language
blocks.question(hitos.lateness(*asked), here)
chosen = filters.milestones(choices.offered(*asked), here)
filters.drawn(hitos.schedule(*asked, chosen), here)
blocks.draw(slips.slips(*asked, chosen), here)
blocks.draw(hitos.by_institution(*asked), here)
