"""Voices: who disagrees, who is silent; and the page of one institution."""

from frame import address, blocks, filters
from readings import institucion, open_points, voces

here = address.read()
asked = here.snapshot, here.plan_id, here.language
institution_id = filters.institution(here)
if institution_id:
    about = here.snapshot, institution_id, here.language
    blocks.question(institucion.who(*about), here)
    blocks.draw(institucion.commitments(*about, here.link("compromiso")), here)
    blocks.draw(institucion.open_points(*asked[:2], institution_id, here.language), here)
    blocks.draw(institucion.reports(*about), here)
else:
    blocks.question(voces.agreement(*asked), here)
    group = filters.voices(here)
    blocks.draw(voces.matrix(*asked, group), here)
    blocks.draw(open_points.unmet(*asked), here)
    blocks.draw(open_points.tasks(*asked, here.link("voces")), here)
