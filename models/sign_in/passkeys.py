"""Passkeys (WebAuthn): the public key of each, and how often it was used. What is public needs no encryption."""

import hashlib
from dataclasses import dataclass

from models.database import Transaction, fetch_all, fetch_first
from models.shared.errors import Conflict, NotFound
from models.shared.public_ids import new_public_id

MOST_PASSKEYS = 20
LONGEST_NAME = 100
COLUMNS = "id, public_id, user_id, credential_id, public_key, sign_count, name, created_at, used_at"


@dataclass(frozen=True, slots=True)
class KnownPasskey:
    """One passkey. Its id and key are base64url."""

    id: int
    public_id: str
    user_id: int
    credential_id: str
    public_key: str
    sign_count: int
    name: str
    created_at: int
    used_at: int | None


async def of_account(tx: Transaction, user_id: int) -> list[KnownPasskey]:
    """The account's passkeys, oldest first."""
    return await fetch_all(tx, KnownPasskey, f"SELECT {COLUMNS} FROM passkey WHERE user_id = ? ORDER BY id", user_id)  # noqa: S608


async def find(tx: Transaction, credential_id: str) -> KnownPasskey | None:
    """The passkey with this credential, whoever's it is."""
    sql = f"SELECT {COLUMNS} FROM passkey WHERE credential_hash = ?"  # noqa: S608  ours
    return await fetch_first(tx, KnownPasskey, sql, _hash(credential_id))


async def add(
    tx: Transaction, user_id: int, *, credential_id: str, public_key: str, sign_count: int, name: str
) -> None:
    """Keep a new one. Raises Conflict if it is known, or the account has twenty."""
    if len(await of_account(tx, user_id)) >= MOST_PASSKEYS:
        raise Conflict(f"An account has at most {MOST_PASSKEYS} passkeys. Remove one first.")
    added = await tx.execute(
        "INSERT INTO passkey (public_id, user_id, credential_hash, credential_id, public_key, sign_count, name,"
        " created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (credential_hash) DO NOTHING",
        *(new_public_id(), user_id, _hash(credential_id), credential_id, public_key, sign_count, name[:LONGEST_NAME]),
        tx.now,
    )
    if not added:
        raise Conflict("This passkey is known already.")


async def note_use(tx: Transaction, passkey: KnownPasskey, sign_count: int) -> bool:
    """Note a use; False if another one came in between, or the passkey was removed."""
    used = await tx.execute(
        "UPDATE passkey SET sign_count = ?, used_at = ? WHERE id = ? AND sign_count = ?",
        *(sign_count, tx.now, passkey.id, passkey.sign_count),
    )
    return bool(used)


async def remove(tx: Transaction, user_id: int, public_id: str) -> None:
    """Forget one of the account's passkeys. Raises NotFound, also for somebody else's."""
    if not await tx.execute("DELETE FROM passkey WHERE user_id = ? AND public_id = ?", user_id, public_id):
        raise NotFound("There is no such passkey.")


async def remove_all(tx: Transaction, user_id: int) -> None:
    """Forget the account's passkeys."""
    await tx.execute("DELETE FROM passkey WHERE user_id = ?", user_id)


def _hash(credential_id: str) -> str:
    return hashlib.sha256(credential_id.encode(errors="replace")).hexdigest()
