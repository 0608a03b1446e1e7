"""Secrets handed to clients: 256 random bits, of which the database keeps the SHA-256 only."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence

from models.shared.public_ids import ALPHABET


def new_secret() -> str:
    """43 characters, safe in a cookie, a header or a URL."""
    return secrets.token_urlsafe(32)


def hashed(secret: str) -> str:
    """What is stored of it. A plain hash is enough: nobody guesses 256 bits."""
    return hashlib.sha256(secret.encode(errors="replace")).hexdigest()


def mark(key: bytes, text: str) -> str:
    """26 characters (130 bits) that stand beside `text` and that only the owner of the key can make."""
    number = int.from_bytes(hmac.digest(key, text.encode(errors="replace"), hashlib.sha256))
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(0, 130, 5))


def derived(keys: Sequence[str], purpose: str) -> tuple[bytes, ...]:
    """32-byte keys for one purpose, so that what is signed for one can never serve another; the first one signs."""
    return tuple(hmac.digest(key.encode(), purpose.encode(), hashlib.sha256) for key in keys)
