"""Data: documents, dictionary, contradictions, method, downloads."""

from frame import address, blocks, filters
from readings import cocreacion, datos, indicators, method

here = address.read()
asked = here.snapshot, here.plan_id, here.language
section = filters.section(here)
if section == "documentos":
    blocks.question(datos.documents_used(*asked), here)
elif section == "contradicciones":
    blocks.question(datos.contradictions(*asked), here)
    blocks.draw(datos.published_means(*asked), here)
elif section == "contexto":
    blocks.question(indicators.of_plan(*asked), here)
    blocks.draw(cocreacion.stages(*asked), here)
    blocks.draw(cocreacion.agreements(*asked), here)
    blocks.draw(cocreacion.deadlines(*asked), here)
    blocks.draw(cocreacion.members(*asked), here)
elif section == "metodo":
    blocks.question(method.method(*asked), here)
else:
    table_name = filters.table(here)
    blocks.question(datos.dictionary(here.snapshot, table_name, here.language), here)
    blocks.whole_package(here)
