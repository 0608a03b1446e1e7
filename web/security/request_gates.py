"""The gates every request passes, in this order, before its route is looked at."""

import re
from urllib.parse import quote, urlsplit

from quart import Response, request

from core.settings import Settings
from models.shared.errors import PasswordChangeRequired
from web.app_context import settings
from web.http.redirects import see_other
from web.http.request_errors import CrossOrigin, UntrustedHost
from web.http.request_kind import PROBES, is_for_programs
from web.security import cors
from web.security.cross_origin import is_cross_origin
from web.security.identity import caller, current_account

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
WITHOUT_VERSION = re.compile(r"/api/(?!v\d+(/|$))")
OPEN_WHILE_PENDING = frozenset(
    {"/auth/change-password", "/auth/logout", "/api/v1/auth/password", "/api/v1/auth/me", "/api/v1/auth/logout"}
)  # /auth/me to be read, not changed


def trusted_hosts(its: Settings) -> frozenset[str]:
    """The names this shop answers to, without ports; in development its own address, too, which `up` announces."""
    if not its.is_production:
        return _named(its) | LOOPBACK | {its.host}
    names = _named(its)
    return names | LOOPBACK if names & LOOPBACK else names


def _named(its: Settings) -> frozenset[str]:
    names = {name.lower().strip("[]") for name in its.trusted_hosts} | {urlsplit(its.public_url).hostname or ""}
    return frozenset(names)


def is_ours(its: Settings, host: str) -> bool:
    """Whether this shop answers to what a Host header says."""
    try:
        return urlsplit(f"//{host}").hostname in trusted_hosts(its)
    except ValueError:
        return False


async def refuse_untrusted_host() -> None:
    """Answer to our own names only; probes come with the machine's address."""
    if request.path not in PROBES and not is_ours(settings(), request.headers.get("Host", "")):
        raise UntrustedHost("This shop does not answer to that host name.")


async def move_to_version() -> Response | None:
    """`/api/orders` is `/api/v1/orders`, whatever the method."""
    if not WITHOUT_VERSION.match(request.path):
        return None
    target = "/api/v1/" + quote(request.path.removeprefix("/api/"), safe="/:@!$&'()*+,;=~-._")
    if request.query_string:
        target += "?" + request.query_string.decode("ascii", "ignore")
    return Response("", status=308, headers={"Location": target})


async def refuse_cross_origin() -> None:
    """For the API too: browsers send Basic credentials again by themselves. Listed origins may use the API."""
    if not cors.is_listed() and is_cross_origin(request.headers, request.method, request.headers.get("Host", "")):
        raise CrossOrigin("This request was sent by another site. Nothing was done.")


async def require_new_password() -> Response | None:
    """Who has to choose a new password gets there, out, and nowhere else."""
    account = current_account()
    is_open = request.path in OPEN_WHILE_PENDING and request.method != "PATCH"
    if account is None or not account.must_change_password or is_open:
        return None
    if is_for_programs():
        raise PasswordChangeRequired("Choose a new password: POST /api/v1/auth/password.")
    return see_other("/auth/change-password")


async def signed_in_only() -> None:
    """The gate of a part that is for people with an account."""
    caller()
