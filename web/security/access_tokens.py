"""Access tokens of the API: signed, ten minutes long, each naming the login it came from."""

import hashlib
import secrets
import time
from collections.abc import Sequence
from typing import Any, NamedTuple

import jwt

ISSUER, AUDIENCE, TYPE = "cartwright", "cartwright-api", "access"
LIFE_SECONDS = 600
CLOCK_SECONDS = 10  # by which the clocks of two hosts may differ
ALGORITHM = "HS256"
REQUIRED = ["exp", "iat", "iss", "aud", "sub", "jti"]


class Claims(NamedTuple):
    """What a token that holds says: whose it is, at which version of the account, and from which login."""

    subject: str
    version: int
    family: str


def issue(keys: Sequence[bytes], claims: Claims) -> str:
    """A token signed with the first key."""
    now = int(time.time())
    payload = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "typ": TYPE,
        "sub": claims.subject,
        "ver": claims.version,
        "fam": claims.family,
        "iat": now,
        "exp": now + LIFE_SECONDS + CLOCK_SECONDS,
        "jti": secrets.token_urlsafe(12),
    }
    return jwt.encode(payload, keys[0], algorithm=ALGORITHM, headers={"kid": _name(keys[0]), "typ": "at+jwt"})


def verify(keys: Sequence[bytes], token: str) -> Claims | None:
    """What the token says, or None if it is not one of ours, not an access token, or too old.

    Its end alone is held against the clock: one issued where the clock is ahead holds at once.
    """
    try:
        key = {_name(key): key for key in keys}[jwt.get_unverified_header(token)["kid"]]
        payload: dict[str, Any] = jwt.decode(
            *(token, key),
            algorithms=[ALGORITHM],
            audience=AUDIENCE,
            issuer=ISSUER,
            options={"require": REQUIRED, "verify_iat": False},  # hosts' clocks differ, and may be set back
        )
        claims = Claims(payload["sub"], payload["ver"], payload["fam"])
    except (jwt.InvalidTokenError, KeyError, TypeError, ValueError):
        return None
    return claims if payload.get("typ") == TYPE and type(claims.version) is int else None


def _name(key: bytes) -> str:
    """How a token says which key signed it, without telling the key."""
    return hashlib.sha256(b"kid" + key).hexdigest()[:8]
