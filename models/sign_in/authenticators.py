"""Authenticator apps (TOTP, RFC 6238): the secret is encrypted at rest, and no code is taken twice.

A code holds for its period of 30 s and one before and after it, because clocks differ.
"""

import hmac
import secrets
from base64 import b32encode, urlsafe_b64encode
from collections.abc import Sequence

import pyotp
from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from models.database import Transaction, fetch_value
from models.shared.errors import Conflict

PURPOSE = "authenticator"  # what the shop's keys are derived for
SECRET_BYTES = 20
PERIOD_SECONDS = 30
SKEW = 1  # periods


def seal(keys: Sequence[bytes], secret: str) -> str:
    """The secret as it is kept: encrypted with the first key."""
    return _cipher(keys).encrypt(secret.encode()).decode()


def unseal(keys: Sequence[bytes], sealed: str) -> str | None:
    """The secret again; None if it was sealed with a key that the shop has no more."""
    try:
        return _cipher(keys).decrypt(sealed.encode()).decode()
    except InvalidToken:
        return None


def new_authenticator_secret() -> str:
    """160 random bits in base 32, as authenticator apps take them."""
    return b32encode(secrets.token_bytes(SECRET_BYTES)).decode()


def address_of(secret: str, email: str) -> str:
    """What the QR code says: an otpauth address."""
    return pyotp.TOTP(secret, interval=PERIOD_SECONDS).provisioning_uri(name=email, issuer_name="Cartwright")


def period_of(secret: str, code: str, now_ms: int) -> int | None:
    """The number of the period whose code this is, at most one before or after now; None if it is none of these."""
    now = now_ms // 1000 // PERIOD_SECONDS
    totp = pyotp.TOTP(secret, interval=PERIOD_SECONDS)
    periods = range(now - SKEW, now + SKEW + 1)
    matching = [each for each in periods if hmac.compare_digest(totp.generate_otp(each), code)]
    return matching[-1] if matching else None


async def begin(tx: Transaction, user_id: int, sealed: str) -> None:
    """Keep a secret that no code has confirmed yet, in place of one before it. Raises Conflict for a confirmed one."""
    begun = await tx.execute(
        "INSERT INTO authenticator (user_id, sealed, last_step, created_at) VALUES (?, ?, 0, ?)"
        " ON CONFLICT (user_id) DO UPDATE SET sealed = excluded.sealed, created_at = excluded.created_at"
        " WHERE authenticator.confirmed_at IS NULL",
        *(user_id, sealed, tx.now),
    )
    if not begun:
        raise Conflict("There is an authenticator app already. Remove it first.")


async def sealed_secret(tx: Transaction, user_id: int, *, is_confirmed: bool) -> str | None:
    """The account's sealed secret, confirmed or waiting for its first code."""
    state = "IS NOT NULL" if is_confirmed else "IS NULL"
    sql = f"SELECT sealed FROM authenticator WHERE user_id = ? AND confirmed_at {state}"  # noqa: S608  ours
    return await fetch_value(tx, str, sql, user_id)


async def take_code(tx: Transaction, keys: Sequence[bytes], user_id: int, code: str, *, is_confirmed: bool) -> bool:
    """Use a code up; False if it is wrong or was taken before. The first one confirms the app."""
    sealed = await sealed_secret(tx, user_id, is_confirmed=is_confirmed)
    secret = unseal(keys, sealed) if sealed else None
    period = period_of(secret, code, tx.now) if secret else None
    if period is None:
        return False
    taken = await tx.execute(
        "UPDATE authenticator SET last_step = ?, confirmed_at = COALESCE(confirmed_at, ?)"
        " WHERE user_id = ? AND last_step < ?",
        *(period, tx.now, user_id, period),
    )
    return bool(taken)


async def remove(tx: Transaction, user_id: int) -> None:
    """Forget the account's app."""
    await tx.execute("DELETE FROM authenticator WHERE user_id = ?", user_id)


def _cipher(keys: Sequence[bytes]) -> MultiFernet:
    return MultiFernet([Fernet(urlsafe_b64encode(key)) for key in keys])
