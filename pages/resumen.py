"""Summary: how is the plan doing?"""

from frame import address, blocks
from readings import bridge, commitments, resumen, rounds

here = address.read()
asked = here.snapshot, here.plan_id, here.language
printed_elsewhere = bridge.later_note(*asked)
blocks.question(resumen.plan_progress(*asked, printed_elsewhere), here)
blocks.draw(commitments.first_looks(*asked), here)
blocks.draw(rounds.rounds(*asked), here)
blocks.draw(commitments.commitments(*asked), here)
blocks.draw(bridge.printed_figures(*asked), here)
