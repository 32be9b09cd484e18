"""The server: the router as an app, with what no page can set for itself."""

import streamlit as st
from starlette.middleware import Middleware

from frame.errors import tell
from frame.server import ROUTES, Documents

app = st.App(
    "frame/router.py", middleware=[Middleware(Documents)], routes=ROUTES, on_script_error=tell
)
