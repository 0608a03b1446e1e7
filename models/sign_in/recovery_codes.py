"""Recovery codes: ten, each good once, for whoever lost their phone. Only marks of the shop's key are kept of them."""

import secrets
from collections.abc import Sequence

from models.database import Transaction, fetch_count
from models.shared.public_ids import ALPHABET
from models.shared.secret_tokens import mark

PURPOSE = "recovery-code"  # what the shop's keys are derived for
NUMBER = 10
LENGTH = 10  # characters of 5 bits


def plain_code(text: str) -> str:
    """A typed code without the dash, blanks and capitals."""
    return "".join(text.split()).replace("-", "").lower()


async def issue_new(tx: Transaction, keys: Sequence[bytes], user_id: int) -> list[str]:
    """Ten new codes, to be shown once; those before them end."""
    codes = ["".join(secrets.choice(ALPHABET) for _ in range(LENGTH)).lower() for _ in range(NUMBER)]
    await remove_all(tx, user_id)
    for code in codes:
        sql = "INSERT INTO recovery_code (user_id, code_hash) VALUES (?, ?)"
        await tx.execute(sql, user_id, mark(keys[0], code))
    return [f"{code[:5]}-{code[5:]}" for code in codes]


async def take(tx: Transaction, keys: Sequence[bytes], user_id: int, text: str) -> bool:
    """Use a code up; False if it is none of the account's, or was used before."""
    code = plain_code(text)
    for key in keys:
        sql = "UPDATE recovery_code SET used_at = ? WHERE user_id = ? AND code_hash = ? AND used_at IS NULL"
        if await tx.execute(sql, tx.now, user_id, mark(key, code)):
            return True
    return False


async def left(tx: Transaction, user_id: int) -> int:
    """How many are not used yet."""
    return await fetch_count(tx, "SELECT count(*) FROM recovery_code WHERE user_id = ? AND used_at IS NULL", user_id)


async def remove_all(tx: Transaction, user_id: int) -> None:
    """Forget the account's codes."""
    await tx.execute("DELETE FROM recovery_code WHERE user_id = ?", user_id)
