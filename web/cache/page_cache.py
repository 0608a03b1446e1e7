"""What is the same for all strangers: catalogue pages, made once and sent to everybody until what they show changes.

What differs is left out of them. The host, the query, the count of the cart and the theme are part of a page's name,
and the token of the forms is put in anew for each visitor. Who is signed in, or is owed a note from the last page,
always gets a page of their own. Whose cart has to be counted is answered by the application, everybody else before it.
"""

import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, NamedTuple

from quart import Quart, Response, current_app, g, request, session
from werkzeug.datastructures import Headers
from werkzeug.http import dump_cookie

from core.settings import Settings
from models.catalog.catalog import ProductView
from models.database import DatabaseBusy
from web.app_context import settings
from web.cache.catalog_watch import CatalogWatch, Seen, StockShown
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
MOST_BYTES = 24 * 1024 * 1024
OK = 200
KEPT_CODINGS = ("gzip",)
NOT_FOR_STRANGERS = (b"authorization", b"hx-request", b"origin")
NOT_KEPT = ("content-length", "set-cookie")


class Kept(NamedTuple):
    """A page without its tokens: pieces between which the visitor's is put, as they are and compressed."""

    seen: Seen  # what was known of the catalogue when it was begun
    shown: StockShown | None  # its products; None if the stock of others concerns it, too
    headers: list[tuple[bytes, bytes]]
    pieces: list[bytes]
    compressed: SplicedGzip | None  # None for a page that is too small

    @property
    def size(self) -> int:
        """Bytes of the page in both forms, about."""
        return sum(map(len, self.pieces)) + (self.compressed.size if self.compressed else 0)


class PageCache:
    """The pages kept by one application."""

    def __init__(self, app: Quart, its: Settings) -> None:
        self._app, self._settings = app, its
        self._pages: OrderedDict[Any, Kept] = OrderedDict()
        self._bytes = 0
        self.watch = CatalogWatch()
        self._own = tuple(cookie_name(its, base) for base in ("sid", CART, "notes"))

    async def find(self, name: Any) -> Kept | None:
        """The page of this name, unless something that it shows was changed since."""
        kept = self._pages.get(name)
        if kept is None:
            return None
        try:
            await self.watch.look()
        except DatabaseBusy:  # whoever makes the page anew has the words for it
            return None
        if not self.watch.is_current(kept.seen, kept.shown):
            self._drop(name)
            return None
        self._pages.move_to_end(name)
        return kept

    def keep(self, name: Any, kept: Kept) -> None:
        """Show this to whoever comes next; those nobody asked for in the longest time make room."""
        self._drop(name)
        self._pages[name] = kept
        self._bytes += kept.size
        while self._bytes > MOST_BYTES:
            self._drop(next(iter(self._pages)))

    def _drop(self, name: Any) -> None:
        kept = self._pages.pop(name, None)
        self._bytes -= kept.size if kept else 0

    def wrap(self, inner: Any) -> Any:
        """An ASGI application that answers strangers with kept pages and hands on all else."""

        async def application(scope: Any, receive: Any, send: Any) -> None:
            answer = await self._answer(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
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

    async def _answer(self, scope: Any) -> tuple[list[tuple[bytes, bytes]], bytes] | None:
        given = dict(scope["headers"])
        if any(name in given for name in NOT_FOR_STRANGERS):
            return None
        sent = [value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie"]
        if any(name in header for header in sent for name in self._own):  # wherever, and whatever is around it
            return None
        cookies = parse_cookies(sent)
        theme = theme_of(cookies.get(cookie_name(self._settings, THEME)))
        host = given.get(b"host", b"").decode("latin-1")
        kept = await self.find((host, scope["path"], scope["query_string"], 0, theme))
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
    """The page `render` makes, or the one it made for somebody else since the last change of what it shows."""
    is_own = (
        current_account() is not None or session or any(name.decode() in request.headers for name in NOT_FOR_STRANGERS)
    )
    if is_own:
        return await render()
    pages: PageCache = current_app.extensions[EXTENSION]
    theme = theme_of(request.cookies.get(cookie_name(settings(), THEME)))
    name = (request.headers.get("Host", ""), request.path, request.query_string, cart_count, theme)
    if kept := await pages.find(name):
        told = Headers([(key.decode("latin-1"), value.decode("latin-1")) for key, value in kept.headers])
        return Response(_filled(kept.pieces), headers=told)
    seen = await pages.watch.look()
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
        compressed = None if is_small else SplicedGzip(pieces, csrf.TOKEN_LENGTH)
        pages.keep(name, Kept(seen, g.get("shown_products"), encoded, pieces, compressed))
    return response


def shows_only(*, counted: Iterable[ProductView] = (), labelled: Iterable[ProductView] = ()) -> None:
    """Say that the page being made tells the stock of these products alone: in numbers, or by a badge."""
    g.shown_products = StockShown(_ids(counted), _ids(labelled))


def _ids(products: Iterable[ProductView]) -> frozenset[str]:
    """With the rest of their families, whose prices and badges are told with them."""
    return frozenset(public_id for each in products for public_id in each.shown_ids)


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
