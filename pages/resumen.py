"""Summary: how is the plan doing?"""

from frame import address, blocks, meeting
from readings import bridge, cocreacion, commitments, resumen, rounds

here = address.read()
asked = here.snapshot, here.plan_id, here.language
printed_elsewhere = bridge.later_note(*asked)
blocks.question(resumen.plan_progress(*asked, printed_elsewhere), here)
if here.plan["commitments"]:
    blocks.draw(commitments.first_looks(*asked), here)
    blocks.draw(rounds.rounds(*asked), here)
    meeting.latest(here)
    blocks.draw(commitments.commitments(*asked, here.link("compromiso")), here)
    blocks.draw(bridge.printed_figures(*asked), here)
    blocks.draw(cocreacion.recommendations(*asked), here)
else:
    meeting.latest(here)
    blocks.draw(cocreacion.stages(*asked), here)
    blocks.draw(cocreacion.tables(*asked), here)
    blocks.draw(cocreacion.agreements(*asked), here)
    blocks.draw(cocreacion.deadlines(*asked), here)
    blocks.draw(cocreacion.members(*asked), here)
