"""Territory: where were events held, and where is none registered? The sheet of one event."""

from frame import address, blocks, territory
from readings import event_outcome, eventos, mapa, provincia, taller, territorio, zonas

here = address.read()
asked = here.snapshot, here.plan_id, here.language
event_id = territory.event(here)
if event_id:
    about = here.snapshot, event_id, here.language
    blocks.question(taller.sheet(*about), here)
    blocks.way_to_the_hall(here)
    blocks.draw(taller.origins(*about), here)
    blocks.draw(taller.findings(*about), here)
    blocks.draw(event_outcome.outcome(*about, here.link("compromiso")), here)
    blocks.draw(event_outcome.proposals(*about), here)
    blocks.draw(eventos.of_series(*about, here.link("territorio")), here)
else:
    blocks.question(territorio.where(*asked), here)
    measure, kinds, period, province_code = territory.choices(here)
    territory.draw(mapa.drawing(*asked, measure, kinds, period, province_code), here)
    blocks.draw(provincia.sheet(*asked, province_code, kinds, period), here)
    only = [province_code] if province_code else []
    blocks.draw(eventos.listed(*asked, kinds, period, only, here.link("territorio")), here)
    blocks.draw(territorio.provinces(*asked, kinds, period, here.link("territorio")), here)
    blocks.draw(zonas.regions(*asked, kinds, period), here)
    blocks.draw(zonas.zones(*asked, kinds, period), here)
