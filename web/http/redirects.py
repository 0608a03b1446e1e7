"""Redirects that stay in the house: `next` is a path of this shop or nothing, and HTMX is told in its own way."""

import re
from urllib.parse import quote, urlsplit

from quart import Response, request

from web.http.request_kind import is_from_htmx

OWN_PATH = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")  # browsers drop tabs and line breaks, and read \ as /
LONGEST_PATH = 2000


def own_path(text: str | None, default: str) -> str:
    """`text` if it is a path of this shop, else `default`."""
    if text and len(text) <= LONGEST_PATH and OWN_PATH.fullmatch(text):
        return text
    return default


def see_other(path: str) -> Response:
    """Send the browser to a page after a POST; for HTMX as a whole new page, not as something to swap in."""
    path = quote(path, safe="/:?#[]@!$&'()*+,;=%~-._")
    if is_from_htmx():
        return Response("", status=200, headers={"HX-Redirect": path})
    return Response("", status=303, headers={"Location": path})


def moved_for_good(path: str, *, with_query: bool = True) -> Response:
    """Send whoever asks to the address that this page has now, with the query they asked with."""
    path = quote(path, safe="/:?#[]@!$&'()*+,;=%~-._")
    if with_query and request.query_string:
        path += "?" + quote(request.query_string.decode("latin-1"), safe="/:?#[]@!$&'()*+,;=%~-._")
    return Response("", status=301, headers={"Location": path})


def login_path() -> str:
    """The login page, with the way back to what was asked for."""
    if is_from_htmx():
        back = path_of(request.headers.get("HX-Current-URL", ""))
    else:
        back = request.full_path.rstrip("?") if request.method in ("GET", "HEAD") else ""
    back = own_path(back, "")
    return f"/auth/login?next={quote(back, safe='/')}" if back else "/auth/login"


def path_of(url: str) -> str:
    """Path and query of an address that a browser sent; nothing if it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")
