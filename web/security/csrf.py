"""A token in every form that only this visitor's own pages can know.

It is an HMAC over the session's secret or, before login, over a random cookie of the visitor: a token of one session is
worth nothing in another. It comes back as a form field or as a header; the API, which takes no cookie, needs none. Each
answer masks it anew, so that the size of compressed answers tells nothing about it (BREACH).
"""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

from quart import Response, g, request

from core.settings import Settings
from web.app_context import derived_keys, settings
from web.http.cookies import read_cookie, set_cookie
from web.http.redirects import own_path, path_of
from web.http.request_errors import BadCsrfToken
from web.http.request_kind import is_for_programs
from web.security.cross_origin import SAFE

FIELD = "csrf_token"
TOKEN_BYTES = 16
TOKEN_LENGTH = 4 * TOKEN_BYTES  # hexadecimal digits of mask and masked token
HEXADECIMAL = re.compile(r"[0-9a-f]{64}")
HEADER = "X-CSRF-Token"
VISITOR_COOKIE = "visitor"
SESSION_COOKIE = "sid"
LOGGED_IN = "You have logged in since this page was opened, perhaps in another tab. Nothing was done yet."
OTHER_LOGIN = "You have logged in anew since this page was opened. Nothing was done yet."
LOGIN_ENDED = "Your login has ended since this page was opened. Nothing was done yet; log in to go on."
OPEN_TOO_LONG = "This page was opened before you logged out or closed the browser. Nothing was done yet."
OWN_LOGIN = ("/auth/login", "/auth/register", "/auth/forgot-password", "/auth/reset-password")
NO_COOKIES = "Cookies are off, or were deleted since this page was opened. Nothing was done yet."


@dataclass(frozen=True, slots=True)
class ExpiredForm:
    """The way on from a form that came too late: back to its page, or the same once more with what was typed."""

    page: str  # a path of this shop; empty when it is not known
    fields: list[tuple[str, str]]
    is_complete: bool  # there were no secrets and no files, which are not sent back
    is_login_over: bool  # so that the login comes first


def csrf_token() -> str:
    """The token for this visitor's next form; or, while a page for many is rendered, what stands in for theirs."""
    if (stand_in := g.get("csrf_stand_in")) is not None:
        return str(stand_in)
    bound = _bound_to() or _new_visitor()
    masked: dict[str, str] = g.setdefault("csrf_masked", {})  # one for all forms of an answer
    if bound not in masked:
        masked[bound] = token_for(settings(), bound)
    return masked[bound]


async def refuse_without_token() -> None:
    """Before all routes: an unsafe request of a page has to bring the visitor's token."""
    if request.method in SAFE or is_for_programs() or request.routing_exception is not None:
        return
    given = request.headers.get(HEADER) or (await request.form).get(FIELD, "")
    bound = _bound_to()
    if bound is None or not _is_token_of(given, bound):
        reason, fields, is_complete = _reason(given), *await _typed()
        raise BadCsrfToken(reason, expired=ExpiredForm(_page_of(), fields, is_complete, _needs_login(reason)))


async def keep_visitor(response: Response) -> Response:
    """After all routes: give a new visitor the cookie that the token was made for."""
    if (visitor := g.get("new_visitor")) is not None:
        set_cookie(response, VISITOR_COOKIE, visitor)
    return response


def _reason(given: str) -> str:
    """What happened since the page was opened, as far as it can be told."""
    visitor = read_cookie(VISITOR_COOKIE)
    if g.get("session_secret"):
        is_visitors = visitor is not None and _is_token_of(given, visitor)
        return LOGGED_IN if is_visitors else OTHER_LOGIN
    if read_cookie(SESSION_COOKIE):
        return LOGIN_ENDED
    return OPEN_TOO_LONG if visitor else NO_COOKIES


def _page_of() -> str:
    """The page that the form stands on, to go back to."""
    url = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    return own_path(path_of(url), "")


def _needs_login(reason: str) -> bool:
    """Whether the way on begins with a login; where the form is one, it begins with the form."""
    return reason in (LOGIN_ENDED, OPEN_TOO_LONG) and not request.path.startswith(OWN_LOGIN)


async def _typed() -> tuple[list[tuple[str, str]], bool]:
    """What was typed, and whether that is all of it: no secrets are shown again, and nothing of another site."""
    is_own = "Origin" in request.headers or request.headers.get("Sec-Fetch-Site") == "same-origin"
    fields = [(name, text) for name, text in (await request.form).items(multi=True) if name != FIELD]
    if not is_own:
        return [], False
    open_ones = [(name, text) for name, text in fields if "password" not in name and name != "token"]
    has_file = any(file.filename for file in (await request.files).values())
    return open_ones, len(open_ones) == len(fields) and not has_file


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
    """The token of whoever has this secret, masked anew: TOKEN_LENGTH hexadecimal digits, the mask first."""
    mask = secrets.token_bytes(TOKEN_BYTES)
    return (mask + _xor(mask, _token(derived_keys(its, "csrf")[0], bound_to))).hex()


def _is_token_of(given: str, bound_to: str) -> bool:
    if len(given) != TOKEN_LENGTH or not HEXADECIMAL.fullmatch(given):
        return False
    sent = bytes.fromhex(given)
    token = _xor(sent[:TOKEN_BYTES], sent[TOKEN_BYTES:])
    return any(hmac.compare_digest(_token(key, bound_to), token) for key in derived_keys(settings(), "csrf"))


def _token(key: bytes, bound_to: str) -> bytes:
    return hmac.new(key, bound_to.encode(errors="replace"), hashlib.sha256).digest()[:TOKEN_BYTES]


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
