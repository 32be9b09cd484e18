"""The frame of every page: address, navigation, first line. Nothing else belongs here."""

from pathlib import Path

import streamlit as st

from frame import address, blocks, errors, hall
from frame.place import NothingPublished
from language import Language, known

HERE = Path(__file__).parent
PAGES = HERE.parent / "pages"

language = Language(known(st.query_params.get("idioma")))
_ = language.gettext
pages = [
    st.Page(PAGES / "resumen.py", title=_("Summary"), default=True),
    st.Page(PAGES / "hitos.py", title=_("Milestones"), url_path="hitos"),
    st.Page(PAGES / "compromiso.py", title=_("Commitment"), url_path="compromiso"),
    st.Page(PAGES / "voces.py", title=_("Voices"), url_path="voces"),
    st.Page(PAGES / "participacion.py", title=_("Participation"), url_path="participacion"),
    st.Page(PAGES / "propuestas.py", title=_("Proposals"), url_path="propuestas"),
    st.Page(PAGES / "territorio.py", title=_("Territory"), url_path="territorio"),
    st.Page(PAGES / "reunion.py", title=_("Meeting"), url_path="reunion"),
    st.Page(PAGES / "presentar.py", title=_("Present"), url_path=hall.PAGE),
    st.Page(PAGES / "datos.py", title=_("Data"), url_path="datos"),
]
# Hidden, because Streamlit's own menu drops plan, corte and idioma from the address.
page = st.navigation(pages, position="hidden")
ours = _("Open State Dashboard")
st.set_page_config(
    page_title=f"{page.title} · {ours}",
    page_icon=str(HERE / "static" / "mark.svg"),
    layout="wide",
)
try:
    here = address.read()
except NothingPublished:
    errors.nothing_published(language)
    st.stop()
if page.url_path == hall.PAGE:  # a hall sees the slide and nothing else
    blocks.told(here)
else:
    blocks.navigation(pages, page, here)
    blocks.first_line(page, here)
page.run()
