"""Meeting: what changed since the last one, what is due, what is open?"""

from frame import address, blocks, meeting
from readings import informe

here = address.read()
changes = meeting.changes(here)
blocks.question(meeting.opening(here, changes), here)
meeting.documents(here, changes)
if changes:
    for reading in informe.part(meeting.part(here), changes, here.language):
        blocks.draw(reading, here)
