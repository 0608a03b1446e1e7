"""Wrong passwords, counted in the database and so for all processes: whoever guesses has to wait, nobody for ever.

From the fifth wrong password on an account waits 1 s, then twice as long each time, up to a quarter of an hour; a right
one, or a day without a wrong one, ends that. An address from which 30 came within ten minutes waits until those are
over. Addresses without an account are counted alike, so that waiting tells nobody which accounts there are.
"""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from models.database import Transaction

FREE = 4  # wrong passwords that cost no wait
FIRST_WAIT_MS = 1_000
LONGEST_WAIT_MS = 15 * 60_000
FORGOTTEN_MS = 24 * 3_600_000
MOST_OF_ADDRESS = 30
ADDRESS_WINDOW_MS = 10 * 60_000
COUNT = """
INSERT INTO login_failures (key, failures, since, blocked_until, updated_at) VALUES (?, 1, ?, 0, ?)
ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN login_failures.since <= ? THEN 1 ELSE login_failures.failures + 1 END,
    since = CASE WHEN login_failures.since <= ? THEN excluded.since ELSE login_failures.since END,
    updated_at = excluded.updated_at
RETURNING failures, since
"""


class LoginFailureState(NamedTuple):
    """How things are before a try: how long it has to wait, and whether there is anything to forget."""

    wait_ms: int
    has_failures: bool


def account_key(email: str) -> str:
    """What an account's failures are counted under, whether or not there is such an account."""
    return _key("account", email.strip(" ").lower())


def device_key(device: str) -> str:
    """What those of a known device are counted under: it can get in while others guess at the account."""
    return _key("device", device)


def address_key(address: str) -> str:
    """What those of a network address are counted under."""
    return _key("address", address)


async def read_state(tx: Transaction, who: str, address: str) -> LoginFailureState:
    """How long the next try has to wait, for an account or device from an address; 0 if it need not."""
    rows = await tx.fetch("SELECT key, failures, blocked_until FROM login_failures WHERE key IN (?, ?)", who, address)
    wait_ms = max((row["blocked_until"] - tx.now for row in rows), default=0)
    return LoginFailureState(max(0, wait_ms), any(row["key"] == who and row["failures"] for row in rows))


async def count(tx: Transaction, who: Sequence[str], address: str) -> None:
    """Note a failure of the address and of each account or device in `who`."""
    for key in who:
        failures, _ = await _count(tx, key, FORGOTTEN_MS)
        if failures > FREE:
            wait_ms = min(FIRST_WAIT_MS << min(failures - FREE - 1, 20), LONGEST_WAIT_MS)
            await tx.execute(
                "UPDATE login_failures SET since = ?, blocked_until = ? WHERE key = ?", tx.now, tx.now + wait_ms, key
            )
    failures, since = await _count(tx, address, ADDRESS_WINDOW_MS)
    if failures >= MOST_OF_ADDRESS:
        await tx.execute(
            "UPDATE login_failures SET blocked_until = ? WHERE key = ?", since + ADDRESS_WINDOW_MS, address
        )


async def forget(tx: Transaction, who: str) -> None:
    """A right password: what was wrong before does not count any more."""
    await tx.execute("DELETE FROM login_failures WHERE key = ?", who)


async def purge(tx: Transaction) -> int:
    """Delete counts that nobody has added to for a day; how many."""
    return await tx.execute("DELETE FROM login_failures WHERE updated_at <= ?", tx.now - FORGOTTEN_MS)


async def _count(tx: Transaction, key: str, window_ms: int) -> tuple[int, int]:
    """One more; how many in this window, and since when it runs."""
    over = tx.now - window_ms
    row = await tx.fetch_one(COUNT, key, tx.now, tx.now, over, over)
    assert row is not None
    return row["failures"], row["since"]


def _key(kind: str, name: str) -> str:
    return f"{kind}:{hashlib.sha256(name.encode(errors='replace')).hexdigest()}"
