"""What the server adds to Streamlit: the document's language and style sheet, security headers."""

from pathlib import Path
from urllib.parse import urlencode

from starlette.datastructures import MutableHeaders
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from frame.look import style_sheet, version
from frame.place import completed
from language import known

HEADERS = {
    # Streamlit starts itself with inline scripts, compiles expressions and draws data: images
    "Content-Security-Policy": "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval';"
    " connect-src 'self' data: blob:;"
    " frame-ancestors 'self'; base-uri 'self'; object-src 'none'; form-action 'self'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
STYLE_SHEET = "/tablero.css"


async def send_style_sheet(request: Request) -> Response:
    kept = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(style_sheet(), media_type="text/css", headers=kept)


ROUTES = [Route(STYLE_SHEET, send_style_sheet)]


PAGES = frozenset(path.stem for path in (Path(__file__).parents[1] / "pages").glob("*.py"))
HOME = "resumen"  # the page of the bare address


class Documents(BaseHTTPMiddleware):
    """Screen readers choose their voice by <html lang>, which Streamlit fixes as English."""

    async def dispatch(self, request, call_next):
        if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            elsewhere = _elsewhere(request)
            if elsewhere:
                return RedirectResponse(elsewhere, headers=HEADERS)
            # Streamlit compresses before this runs, and a compressed page cannot be changed.
            del MutableHeaders(scope=request.scope)["accept-encoding"]
        response = await call_next(request)
        response.headers.update(HEADERS)
        if response.headers.get("content-type", "").startswith("text/html"):
            code = known(request.query_params.get("idioma"))
            page = b"".join([part async for part in response.body_iterator])
            page = _document(page, code)
            response.headers["content-length"] = str(len(page))
            response.body_iterator = _parts(page)
        return response


def _elsewhere(request: Request) -> str | None:
    """Where a reader is sent before a page is drawn, so that her way back stays clear.

    An address gets what it leaves out; a page that does not exist is told on the summary.
    """
    page = request.url.path.strip("/")
    if "/" in page or "." in page or page.startswith("_"):
        return None  # files and Streamlit's own addresses
    query = dict(request.query_params)
    path = f"/{page}"
    if page == HOME:
        path = "/"
    elif page and page not in PAGES:
        path, query = "/", query | {"pagina": page}
    try:
        more = completed(query)
    except Exception:  # the page itself tells what is wrong, in words
        more = {}
    if path == request.url.path and not more:
        return None
    kept = [pair for pair in request.query_params.multi_items() if pair[0] != "pagina"]
    kept += [("pagina", page)] if "pagina" in query and page not in PAGES and page else []
    return f"{path}?{urlencode([*kept, *more.items()])}"


def _document(page: bytes, code: str) -> bytes:
    link = f'<link rel="stylesheet" href="{STYLE_SHEET}?v={version()}"></head>'
    page = page.replace(b'<html lang="en">', f'<html lang="{code}">'.encode(), 1)
    return page.replace(b"</head>", link.encode(), 1)


async def _parts(page: bytes):
    yield page
