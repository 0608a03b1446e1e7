"""The Authorization header: a Bearer access token, or Basic with e-mail address and password."""

import base64
import contextlib
import hmac
import secrets
import time
from collections import OrderedDict

from quart import g, request

from models.accounts import accounts
from models.accounts.account_record import Account
from models.database import DatabaseBusy, read, write
from models.shared.errors import SecondFactorRequired, Unauthenticated
from models.sign_in import api_tokens
from web.app_context import derived_keys, settings
from web.security import access_tokens, credentials

BASIC_SECONDS = 60
BASIC_REMEMBERED = 1024
OWN_CREDENTIALS = frozenset(
    f"/api/v1/auth/{name}" for name in ("login", "register", "refresh", "password/forgot", "password/reset")
)


async def account_by_header() -> Account | None:
    """Who the header names; None without one. Routes that bring credentials of their own are not looked at.

    Raises:
        Unauthenticated: there is a header, and it does not hold.
    """
    g.family, g.token_scope = None, None
    header = request.headers.get("Authorization")
    if header is None or request.path in OWN_CREDENTIALS:
        return None
    scheme, _, value = header.partition(" ")
    if scheme.lower() == "bearer":
        return await _by_token(value.strip())
    if scheme.lower() == "basic":
        return await _by_basic(value)
    raise Unauthenticated("The Authorization header has to be Bearer or Basic.")


def access_keys() -> tuple[bytes, ...]:
    """The keys of access tokens; the first one signs."""
    return derived_keys(settings(), "access-token")


async def _by_token(token: str) -> Account:
    if token.startswith(api_tokens.BEGINNING):
        return await _by_named_token(token)
    claims = access_tokens.verify(access_keys(), token)
    account = None
    if claims is not None:
        subject, version, family = claims
        account = await read(lambda tx: accounts.find_by_token(tx, subject, version, family))
        g.family = family
    if account is None:
        raise Unauthenticated("The access token is invalid, expired or revoked.")
    return account


async def _by_named_token(token: str) -> Account:
    found = await read(lambda tx: api_tokens.find(tx, token))
    if found is None:
        raise Unauthenticated("The token is unknown, has ended or was revoked.")
    g.token_scope = found.scope
    if found.is_stale:
        with contextlib.suppress(DatabaseBusy):  # the request matters more than the note
            await write(lambda tx: api_tokens.note_use(tx, token))
    return found.account


async def _by_basic(encoded: str) -> Account:
    pair = basic_credentials(encoded)
    if pair is None:
        raise Unauthenticated("The Basic credentials cannot be read.")
    email, password = pair
    proven = REMEMBERED.get(email, password)
    if proven is not None:
        account = await read(lambda tx: accounts.find_by_email(tx, email))
        if account is not None and account.is_active and account.password_hash == proven:
            return _without_second_factor(account)
    account = _without_second_factor(await credentials.check(email, password))
    REMEMBERED.put(email, password, account.password_hash)
    return account


def _without_second_factor(account: Account) -> Account:
    """Basic has no place for a code."""
    if account.has_second_factor:
        raise SecondFactorRequired("Basic has no place for a code: log in for tokens, or use a named token.")
    return account


def basic_credentials(encoded: str) -> tuple[str, str] | None:
    """E-mail address and password out of the header, in UTF-8; None if it is not that."""
    try:
        email, colon, password = base64.b64decode(encoded.strip(), validate=True).decode().partition(":")
    except ValueError:
        return None
    return (email, password) if colon and "\x00" not in email + password else None


class Remembered:
    """Basic logins that succeeded within the last minute, so that not every request costs a hash.

    What is kept is an HMAC under a key of this process, and the stored hash it was proven against: as soon as that
    changes, the memory is worth nothing.
    """

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._known: OrderedDict[bytes, tuple[float, str]] = OrderedDict()

    def get(self, email: str, password: str) -> str | None:
        """The stored hash this pair was proven against."""
        until, proven = self._known.get(self._digest(email, password), (0.0, ""))
        return proven if until > time.monotonic() else None

    def put(self, email: str, password: str, proven: str) -> None:
        """Remember a success for a minute."""
        digest = self._digest(email, password)
        self._known[digest] = (time.monotonic() + BASIC_SECONDS, proven)
        self._known.move_to_end(digest)
        while len(self._known) > BASIC_REMEMBERED:
            self._known.popitem(last=False)

    def _digest(self, email: str, password: str) -> bytes:
        return hmac.digest(self._key, f"{len(email)}:{email}{password}".encode(), "sha256")


REMEMBERED = Remembered()
