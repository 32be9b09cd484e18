"""What the server adds to Streamlit: the document's language and style sheet, security headers."""

from starlette.datastructures import MutableHeaders
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from frame.look import style_sheet, version
from language import known

HEADERS = {
    # Streamlit starts itself with inline scripts, compiles expressions and draws data: images
    "Content-Security-Policy": "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval';"
    " connect-src 'self' ws: wss: data: blob:;"
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


class Documents(BaseHTTPMiddleware):
    """Screen readers choose their voice by <html lang>, which Streamlit fixes as English."""

    async def dispatch(self, request, call_next):
        if "text/html" in request.headers.get("accept", ""):
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


def _document(page: bytes, code: str) -> bytes:
    link = f'<link rel="stylesheet" href="{STYLE_SHEET}?v={version()}"></head>'
    page = page.replace(b'<html lang="en">', f'<html lang="{code}">'.encode(), 1)
    return page.replace(b"</head>", link.encode(), 1)


async def _parts(page: bytes):
    yield page
