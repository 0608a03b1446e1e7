"""A cookie of the browsers somebody has signed in with before, so that others' guesses do not keep its owner out.

It opens nothing. A try that brings one is counted for that device instead of the account (OWASP, "Device cookies").
"""

import hashlib
import hmac
import secrets

from quart import Response

from models.shared.email_addresses import kept_form
from web.app_context import derived_keys, settings
from web.http.cookies import read_cookie, set_cookie

COOKIE = "device"
COOKIE_SECONDS = 180 * 24 * 3600


def known_device(email: str) -> str | None:
    """The name of this browser, if this account was signed in to with it before."""
    name, _, given = (read_cookie(COOKIE) or "").partition(".")
    expected = (_signature(key, name, email) for key in derived_keys(settings(), "known-device"))
    is_known = any(hmac.compare_digest(each.encode(), given.encode(errors="replace")) for each in expected)
    return name if is_known else None


def remember_device(response: Response, email: str) -> None:
    """Called when somebody has signed in: know this browser again."""
    if known_device(email) is None:
        name = secrets.token_urlsafe(16)
        signature = _signature(derived_keys(settings(), "known-device")[0], name, email)
        set_cookie(response, COOKIE, f"{name}.{signature}", max_age_seconds=COOKIE_SECONDS)


def _signature(key: bytes, name: str, email: str) -> str:
    message = f"{name}:{kept_form(email)}".encode(errors="replace")
    return hmac.new(key, message, hashlib.sha256).hexdigest()


def is_known_to_somebody() -> bool:
    """Whether anybody has signed in with this browser before, whoever it was."""
    return read_cookie(COOKIE) is not None
