"""What is the same for all strangers: catalogue pages, made once and sent to everybody until the database changes.

What differs is left out of them. The host, the query, the count of the cart and the theme are part of a page's name,
and the token of the forms is put in anew for each visitor. Who is signed in, or is owed a note from the last page,
always gets a page of their own. Whose cart has to be counted is answered by the application, everybody else before it.
"""

import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from quart import Quart, Response, current_app, g, request, session
from werkzeug.datastructures import Headers
from werkzeug.http import dump_cookie

from core.settings import Settings
from models.database import changes
from web.app_context import settings
from web.checkout.guest_cart import COOKIE as CART
from web.http.cookies import cookie_name, is_secure, parse_cookies
from web.http.request_kind import is_for_programs
from web.representations.answer_layer import JSON, vary
from web.representations.content_codings import SMALLEST_COMPRESSED, best_coding
from web.representations.preconditions import coded_tag, tag_of_body
from web.representations.spliced_gzip import SplicedGzip
from web.security import csrf, rate_limit_policies
from web.security.identity import current_account
from web.theme import COOKIE as THEME
from web.theme import theme_of

EXTENSION = "cartwright.page_cache"
MOST = 64  # pages of some 50 kB
OK = 200
KEPT_CODINGS = ("gzip",)
NOT_FOR_STRANGERS = (b"authorization", b"hx-request", b"origin")
NOT_KEPT = ("content-length", "set-cookie")


class Kept(NamedTuple):
    """A page without its tokens: pieces between which the visitor's is put, as they are and compressed."""

    changes: int  # where the database stood when it was begun
    headers: list[tuple[bytes, bytes]]
    pieces: list[bytes]
    compressed: SplicedGzip | None  # None for a page that is too small


class PageCache:
    """The pages kept by one application."""

    def __init__(self, app: Quart, its: Settings) -> None:
        self._app, self._settings = app, its
        self._pages: OrderedDict[Any, Kept] = OrderedDict()
        self._own = tuple(cookie_name(its, base) for base in ("sid", CART, "notes"))

    def find(self, name: Any) -> Kept | None:
        """The page of this name, unless anything was committed since."""
        kept = self._pages.get(name)
        return kept if kept is not None and kept.changes == changes() else None

    def keep(self, name: Any, kept: Kept) -> None:
        """Show this to whoever comes next."""
        self._pages[name] = kept
        self._pages.move_to_end(name)
        while len(self._pages) > MOST:
            self._pages.popitem(last=False)

    def wrap(self, inner: Any) -> Any:
        """An ASGI application that answers strangers with kept pages and hands on all else."""

        async def application(scope: Any, receive: Any, send: Any) -> None:
            answer = self._answer(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
            limit = (
                await rate_limit_policies.admit_reader(self._app, self._settings, scope) if answer is not None else None
            )
            if answer is None or limit is None:
                await inner(scope, receive, send)
                return
            headers, body = answer
            headers += limit
            await send({"type": "http.response.start", "status": OK, "headers": headers})
            await send({"type": "http.response.body", "body": body, "more_body": False})

        return application

    def _answer(self, scope: Any) -> tuple[list[tuple[bytes, bytes]], bytes] | None:
        given = dict(scope["headers"])
        if any(name in given for name in NOT_FOR_STRANGERS):
            return None
        sent = [value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie"]
        if any(name in header for header in sent for name in self._own):  # wherever, and whatever is around it
            return None
        cookies = parse_cookies(sent)
        theme = theme_of(cookies.get(cookie_name(self._settings, THEME)))
        host = given.get(b"host", b"").decode("latin-1")
        kept = self.find((host, scope["path"], scope["query_string"], 0, theme))
        if kept is None:
            return None
        accepted = b", ".join(value for name, value in scope["headers"] if name == b"accept-encoding")
        return self._told(kept, cookies, best_coding(accepted.decode("latin-1"), KEPT_CODINGS))

    def _told(self, kept: Kept, cookies: dict[str, str], coding: str) -> tuple[list[tuple[bytes, bytes]], bytes]:
        """The page with this visitor's token in it, and the cookie for a new one."""
        headers, token = list(kept.headers), ""
        if len(kept.pieces) > 1:
            name = cookie_name(self._settings, csrf.VISITOR_COOKIE)
            visitor = cookies.get(name, "")
            if not visitor:
                visitor = csrf.new_visitor_secret()
                secure = is_secure(self._settings)
                cookie = dump_cookie(name, visitor, path="/", httponly=True, secure=secure, samesite="Lax")
                headers.append((b"set-cookie", cookie.encode("latin-1")))
            token = csrf.token_for(self._settings, visitor)
        if coding and kept.compressed is not None:
            headers = [
                (name, coded_tag(value.decode(), coding).encode() if name == b"etag" else value)
                for name, value in headers
            ]
            headers.append((b"content-encoding", coding.encode()))
            body = kept.compressed.filled(token.encode())
        else:
            body = token.encode().join(kept.pieces)
        return [*headers, (b"content-length", b"%d" % len(body))], body


def install(app: Quart, its: Settings) -> PageCache:
    """Give the application its kept pages."""
    pages = app.extensions[EXTENSION] = PageCache(app, its)
    return pages


async def shared(cart_count: int, render: Callable[[], Awaitable[Response]]) -> Response:
    """The page `render` makes, or the one it made for somebody else since the last change."""
    now = changes()
    is_own = (
        current_account() is not None or session or any(name.decode() in request.headers for name in NOT_FOR_STRANGERS)
    )
    if now is None or is_own:
        return await render()
    pages: PageCache = current_app.extensions[EXTENSION]
    theme = theme_of(request.cookies.get(cookie_name(settings(), THEME)))
    name = (request.headers.get("Host", ""), request.path, request.query_string, cart_count, theme)
    if kept := pages.find(name):
        told = Headers([(key.decode("latin-1"), value.decode("latin-1")) for key, value in kept.headers])
        return Response(_filled(kept.pieces), headers=told)
    response, pieces = await _rendered(render)
    if response.status_code == OK:
        response.headers.setdefault("Cache-Control", "private, no-cache")
        vary(
            response.headers,
            *(("Authorization",) if is_for_programs() else ("Cookie", "HX-Request")),
            "Accept-Encoding",
        )
        headers = [each for each in response.headers if each[0].lower() not in NOT_KEPT]
        encoded = [(key.lower().encode("latin-1"), value.encode("latin-1")) for key, value in headers]
        if response.headers.get("Content-Type") == JSON:
            encoded.append((b"etag", tag_of_body(b"".join(pieces)).encode()))
        is_small = sum(map(len, pieces)) < SMALLEST_COMPRESSED
        pages.keep(name, Kept(now, encoded, pieces, None if is_small else SplicedGzip(pieces, csrf.TOKEN_LENGTH)))
    return response


def _filled(pieces: list[bytes]) -> bytes:
    return csrf.csrf_token().encode().join(pieces) if len(pieces) > 1 else pieces[0]


async def _rendered(render: Callable[[], Awaitable[Response]]) -> tuple[Response, list[bytes]]:
    stand_in = g.csrf_stand_in = secrets.token_hex(csrf.TOKEN_LENGTH // 2)
    try:
        response = await render()
    finally:
        g.pop("csrf_stand_in")
    pieces = (await response.get_data(as_text=False)).split(stand_in.encode())
    response.set_data(_filled(pieces))
    return response, pieces
