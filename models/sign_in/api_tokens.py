"""Named tokens: a person makes one for a program, with a scope and an end. Shown once; the hash is kept."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from models.accounts.account_record import Account
from models.database import Transaction, fetch_all, fetch_count, from_row
from models.shared.errors import Conflict, NotFound
from models.shared.public_ids import new_public_id
from models.shared.secret_tokens import hashed, new_secret
from models.shared.times import DAY_MS

BEGINNING = "cwt_"  # how a named token is told from an access token
MOST_TOKENS = 20
LONGEST_TOKEN_NAME = 100
SHORTEST_DAYS, LONGEST_DAYS = 1, 365
NOTED_AGAIN_MS = 60_000  # how stale `used_at` may get: a request seldom writes


class TokenScope(StrEnum):
    """What a token opens of what its owner may do."""

    READ = "read"  # everything to be read, nothing to be changed
    SHOP = "shop"  # what a customer does: cart, orders, addresses
    STAFF = "staff"  # what the owner's role as staff allows, too


@dataclass(frozen=True, slots=True)
class NamedToken:
    """One token, without its secret."""

    id: str
    name: str
    scope: TokenScope
    created_at: int
    expires_at: int
    used_at: int | None


class TokenMatch(NamedTuple):
    """Whose token it is, what it opens, and whether `note_token_use` is due."""

    account: Account
    scope: TokenScope
    is_stale: bool


async def of_account(tx: Transaction, user_id: int) -> list[NamedToken]:
    """The account's tokens that have not ended, newest first."""
    return await fetch_all(
        *(tx, NamedToken),
        "SELECT public_id AS id, name, scope, created_at, expires_at, used_at FROM api_token"
        " WHERE user_id = ? AND expires_at > ? ORDER BY api_token.id DESC",
        *(user_id, tx.now),
    )


async def make(tx: Transaction, user_id: int, *, name: str, scope: TokenScope, days: int) -> tuple[NamedToken, str]:
    """A new token and its secret, to be shown once. Raises Conflict where there are twenty."""
    sql = "SELECT count(*) FROM api_token WHERE user_id = ? AND expires_at > ?"
    if await fetch_count(tx, sql, user_id, tx.now) >= MOST_TOKENS:
        raise Conflict(f"An account has at most {MOST_TOKENS} tokens. Revoke one first.")
    secret = BEGINNING + new_secret()
    made = NamedToken(new_public_id(), name, scope, tx.now, tx.now + days * DAY_MS, None)
    await tx.execute(
        "INSERT INTO api_token (public_id, user_id, name, token_hash, scope, created_at, expires_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        *(made.id, user_id, name, hashed(secret), scope, made.created_at, made.expires_at),
    )
    return made, secret


async def find(tx: Transaction, secret: str) -> TokenMatch | None:
    """The token of this secret, if it has not ended and its owner is active."""
    row = await tx.fetch_one(
        "SELECT users.*, t.scope AS token_scope, t.used_at AS token_used_at FROM api_token t"
        " JOIN users ON users.id = t.user_id WHERE t.token_hash = ? AND t.expires_at > ? AND users.is_active",
        *(hashed(secret), tx.now),
    )
    if row is None:
        return None
    used_at = row["token_used_at"]
    is_stale = used_at is None or used_at + NOTED_AGAIN_MS <= tx.now
    return TokenMatch(from_row(Account, row), TokenScope(row["token_scope"]), is_stale)


async def note_use(tx: Transaction, secret: str) -> None:
    """Note that the token is in use."""
    await tx.execute("UPDATE api_token SET used_at = ? WHERE token_hash = ?", tx.now, hashed(secret))


async def revoke(tx: Transaction, user_id: int, public_id: str) -> None:
    """End one of the account's tokens at once. Raises NotFound, also for somebody else's."""
    if not await tx.execute("DELETE FROM api_token WHERE user_id = ? AND public_id = ?", user_id, public_id):
        raise NotFound("There is no such token.")


async def revoke_all(tx: Transaction, user_id: int) -> None:
    """End all of the account's tokens."""
    await tx.execute("DELETE FROM api_token WHERE user_id = ?", user_id)


async def purge(tx: Transaction) -> int:
    """Delete tokens past their time; how many."""
    return await tx.execute("DELETE FROM api_token WHERE expires_at <= ?", tx.now)
