"""A token in every form that only this visitor's own pages can know.

It is an HMAC over the session's secret or, before login, over a random cookie of the visitor: a token of one session is
worth nothing in another. It comes back as a form field or as a header; the API, which takes no cookie, needs none.
"""

import hashlib
import hmac
import secrets

from quart import Response, g, request

from core.settings import Settings
from web.app_context import derived_keys, settings
from web.http.cookies import read_cookie, set_cookie
from web.http.request_errors import BadCsrfToken
from web.http.request_kind import is_for_programs
from web.security.cross_origin import SAFE

FIELD = "csrf_token"
HEADER = "X-CSRF-Token"
VISITOR_COOKIE = "visitor"


def csrf_token() -> str:
    """The token for this visitor's next form; or, while a page for many is rendered, what stands in for theirs."""
    if (stand_in := g.get("csrf_stand_in")) is not None:
        return str(stand_in)
    return token_for(settings(), _bound_to() or _new_visitor())


async def refuse_without_token() -> None:
    """Before all routes: an unsafe request of a page has to bring the visitor's token."""
    if request.method in SAFE or is_for_programs() or request.routing_exception is not None:
        return
    given = request.headers.get(HEADER) or (await request.form).get(FIELD, "")
    bound = _bound_to()
    if bound is None or not any(
        hmac.compare_digest(_token(key, bound).encode(), given.encode(errors="replace"))
        for key in derived_keys(settings(), "csrf")
    ):
        raise BadCsrfToken("This page has been open for too long, or cookies are off. Load it again and repeat.")


async def keep_visitor(response: Response) -> Response:
    """After all routes: give a new visitor the cookie that the token was made for."""
    if (visitor := g.get("new_visitor")) is not None:
        set_cookie(response, VISITOR_COOKIE, visitor)
    return response


def _bound_to() -> str | None:
    bound: str | None = g.get("session_secret") or g.get("new_visitor") or read_cookie(VISITOR_COOKIE)
    return bound


def _new_visitor() -> str:
    g.new_visitor = new_visitor_secret()
    return str(g.new_visitor)


def new_visitor_secret() -> str:
    """What a token is bound to before login."""
    return secrets.token_urlsafe(16)


def token_for(its: Settings, bound_to: str) -> str:
    """The token of whoever has this secret."""
    return _token(derived_keys(its, "csrf")[0], bound_to)


def _token(key: bytes, bound_to: str) -> str:
    return hmac.new(key, bound_to.encode(errors="replace"), hashlib.sha256).hexdigest()
