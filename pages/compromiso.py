"""Everything about one commitment, or how a plan without any is being made."""

from frame import address, blocks, filters
from readings import cocreacion, commitment_story, compromiso, hitos, indicators, resumen
from readings.choices import Choices
from readings.datos import contradictions_of

here = address.read()
number = filters.commitment(here)
asked = here.snapshot, here.plan_id
if number is None:
    blocks.question(resumen.plan_progress(*asked, here.language), here)
    blocks.draw(cocreacion.stages(*asked, here.language), here)
    blocks.draw(cocreacion.tables(*asked, here.language), here)
else:
    about = *asked, number, here.language
    blocks.question(compromiso.fiche(*about), here)
    blocks.way_to_the_hall(here)
    blocks.draw(compromiso.standing(*about), here)
    blocks.draw(hitos.schedule(*asked, here.language, Choices(compromiso=(str(number),))), here)
    blocks.draw(compromiso.voices(*about), here)
    blocks.draw(commitment_story.told(*about, commitment_story.WHY), here)
    blocks.draw(commitment_story.told(*about, commitment_story.WHAT), here)
    blocks.draw(indicators.of_commitment(*about), here)
    blocks.draw(commitment_story.assessments(*about), here)
    blocks.draw(commitment_story.told(*about, commitment_story.NEXT), here)
    blocks.draw(contradictions_of(*about), here)
    blocks.draw(commitment_story.history(*about), here)
