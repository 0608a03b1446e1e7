"""Who is asking: found once for each request, before anything else looks at it, with one indexed read.

Pages know people by the session cookie, programs by the Authorization header, and neither takes the other's.
"""

import contextlib
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from quart import Quart, current_app, g, request
from quart_auth import Action, AuthUser, QuartAuth
from quart_auth.extension import _AuthSerializer

from core.settings import Settings
from models.accounts import sessions
from models.accounts.account_record import Account, Role
from models.database import DatabaseBusy, Transaction, read, write
from models.reports import order_poll
from models.shared.errors import InvalidCredentials, Unauthenticated
from web.app_context import derived_keys
from web.http.cookies import cookie_name, is_secure
from web.http.envelope import request_id
from web.http.request_kind import PROBES, asks_by_itself, is_for_programs, polled_order
from web.security import authorization

log = logging.getLogger(__name__)

EXTENSION = "cartwright.cookie"
COOKIE_SECONDS = sessions.ABSOLUTE[Role.CUSTOMER] // 1000


class CookieSerializer(_AuthSerializer):
    """The signature of the session cookie, whatever the clock says: the session's row knows when it ends.

    Judged by its age, a cookie from a host whose clock is ahead would be refused, and all after a clock was set back.
    """

    def loads(self, s: str | bytes, *_: Any, **__: Any) -> Any:
        """What was signed; its age is not looked at."""
        return super().loads(s)


def install(app: Quart, settings: Settings) -> None:
    """Sign the session cookie with this application's keys."""
    first, *others = (key.hex() for key in derived_keys(settings, "session-cookie"))
    app.secret_key = first
    app.config["SECRET_KEY_FALLBACKS"] = others
    app.extensions[EXTENSION] = QuartAuth(
        app,
        cookie_name=cookie_name(settings, "sid"),
        cookie_secure=is_secure(settings),
        duration=COOKIE_SECONDS,
        salt="session",
        singleton=False,
        serializer_class=CookieSerializer,
    )


async def recognise() -> None:
    """Find out who is asking; before all routes."""
    g.account, g.session_secret, g.proven_at = None, None, 0
    if request.path in PROBES:
        return
    if is_for_programs():
        g.account = await authorization.account_by_header()
    else:
        await _recognise_by_cookie()


def current_account() -> Account | None:
    """Who is asking, if we know."""
    account: Account | None = g.get("account")
    return account


def caller() -> Account:
    """Who is asking. Raises `Unauthenticated` for a stranger."""
    account = current_account()
    if account is None:
        raise Unauthenticated("Sign in to go on.")
    return account


async def log_in(account: Account, note: Callable[[Transaction], Awaitable[None]] | None = None) -> None:
    """Start a session for this browser, under a new id, and end the one it had; `note` is written with it.

    Raises:
        InvalidCredentials: the password was changed or the account switched off in this very moment.
    """
    previous, agent = g.session_secret, request.headers.get("User-Agent", "")

    async def work(tx: Transaction) -> str | None:
        if previous:
            await sessions.end(tx, previous)
        started = await sessions.start(tx, account.id, account.role, account.password_hash, user_agent=agent)
        if started and note:
            await note(tx)
        return started

    secret = await write(work)
    if secret is None:
        raise InvalidCredentials("The e-mail address or the password is wrong.")
    log.info("request %s: signed in, account %s", request_id(), account.public_id)
    g.account, g.session_secret = account, secret
    _cookie().login_user(AuthUser(secret, Action.WRITE_PERMANENT))


async def log_out() -> None:
    """End this browser's session, here and in every other process."""
    if secret := g.session_secret:
        await write(lambda tx: sessions.end(tx, secret))
    g.account, g.session_secret = None, None
    _cookie().logout_user()


async def _recognise_by_cookie() -> None:
    secret = _cookie().load_user().auth_id
    if not isinstance(secret, str):
        return
    if (order_id := polled_order()) is not None:
        found, g.polled_version = await read(lambda tx: order_poll.poll_order(tx, secret, order_id))
    else:
        found = await read(lambda tx: sessions.find(tx, secret))
    if found is None:
        return
    g.account, g.session_secret, g.proven_at = found.account, secret, found.proven_at
    g.cart_count = found.cart_things
    if found.is_stale and not asks_by_itself():  # an admin's page left open ends by idling all the same
        with contextlib.suppress(DatabaseBusy):  # the page matters more than the note; the next request makes it
            await write(lambda tx: sessions.touch(tx, secret))


def _cookie() -> QuartAuth:
    cookie: QuartAuth = current_app.extensions[EXTENSION]
    return cookie
