"""Participation: who took part in each process, and who is missing from it?"""

from frame import address, blocks, filters
from readings import distribution, implementation, participacion

here = address.read()
asked = here.snapshot, here.plan_id
process_id = filters.process(here, participacion.offered(*asked, here.language))
blocks.question(participacion.processes(*asked, process_id, here.language), here)
for reading in distribution.by_dimension(*asked, process_id, here.language):
    blocks.draw(reading, here)
blocks.draw(implementation.participants(*asked, here.language), here)
