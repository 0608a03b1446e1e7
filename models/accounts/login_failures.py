"""Wrong passwords, counted in the database and so for all processes: whoever guesses has to wait, nobody for ever.

From the fifth wrong password on an account waits 1 s, then twice as long each time, up to a quarter of an hour; a right
one, or a day without a wrong one, ends that. An address from which 30 came within ten minutes waits until those are
over. Addresses without an account are counted alike, so that waiting tells nobody which accounts there are.

Strangers' guesses keep no owner out: what comes from a browser, or from a network address, with which the account was
signed in to within a month counts apart, and whoever chose a new password by mail has such an address.
"""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from models.database import Transaction, fetch_all, fetch_first, fetch_value
from models.shared.email_addresses import kept_form

FREE = 4  # wrong passwords that cost no wait
FIRST_WAIT_MS = 1_000
LONGEST_WAIT_MS = 15 * 60_000
FORGOTTEN_MS = 24 * 3_600_000
MOST_OF_ADDRESS = 30
ADDRESS_WINDOW_MS = 10 * 60_000
KNOWN_MS = 30 * FORGOTTEN_MS  # how long an address stays known to an account
NOTED_AGAIN_MS = FORGOTTEN_MS  # how old that note may get before a login renews it
CLOCK_MS = 60_000  # a count from further ahead was made before the clock was set back, and says nothing
COUNT = """
INSERT INTO login_failures (key, failures, since, blocked_until, updated_at) VALUES (?, 1, ?, 0, ?)
ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN login_failures.since > ? AND login_failures.updated_at <= ?
        THEN login_failures.failures + 1 ELSE 1 END,
    since = CASE WHEN login_failures.since > ? AND login_failures.updated_at <= ?
        THEN login_failures.since ELSE excluded.since END,
    blocked_until = CASE WHEN login_failures.since > ? AND login_failures.updated_at <= ?
        THEN login_failures.blocked_until ELSE 0 END,
    updated_at = excluded.updated_at
RETURNING failures, since
"""
READ = """
SELECT key, failures, blocked_until FROM login_failures WHERE key IN (?, ?) AND updated_at <= ?
"""
NOTE = """
INSERT INTO login_failures (key, failures, since, blocked_until, updated_at) VALUES (?, 0, ?, 0, ?)
ON CONFLICT (key) DO UPDATE SET updated_at = excluded.updated_at
"""


class LoginFailureState(NamedTuple):
    """How things are before a try: how long it has to wait, and whether there is anything to forget."""

    wait_ms: int
    has_failures: bool


class _Count(NamedTuple):
    key: str
    failures: int
    blocked_until: int


class _Window(NamedTuple):
    failures: int
    since: int


def account_key(email: str) -> str:
    """What an account's failures are counted under, whether or not there is such an account."""
    return _key("account", kept_form(email))


def code_key(email: str) -> str:
    """What wrong codes of an account are counted under, wherever they come from; a right password forgets none."""
    return _key("code", kept_form(email))


def device_key(device: str) -> str:
    """What those of a known device are counted under: it can get in while others guess at the account."""
    return _key("device", device)


def pair_key(email: str, address: str) -> str:
    """What those of an account's known network address are counted under."""
    return _key("pair", f"{kept_form(email)}:{address}")


def address_key(address: str) -> str:
    """What those of a network address are counted under."""
    return _key("address", address)


async def read_state(tx: Transaction, who: str, address: str) -> LoginFailureState:
    """How long the next try has to wait, for an account or device from an address; 0 if it need not."""
    found = await fetch_all(tx, _Count, READ, who, address, tx.now + CLOCK_MS)
    wait_ms = max((each.blocked_until - tx.now for each in found), default=0)
    return LoginFailureState(max(0, wait_ms), any(each.key == who and each.failures for each in found))


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


async def known_for_ms(tx: Transaction, email: str, address: str) -> int | None:
    """How long ago the account was last noted to be signed in to from this network address; None if it is unknown."""
    sql = "SELECT updated_at FROM login_failures WHERE key = ?"
    noted_at = await fetch_value(tx, int, sql, _known_key(email, address))
    ago = None if noted_at is None else max(0, tx.now - noted_at)
    return ago if ago is not None and ago < KNOWN_MS else None


async def remember(tx: Transaction, email: str, address: str) -> None:
    """The owner was here: from this network address others' guesses keep them out no more."""
    await forget(tx, pair_key(email, address))
    await tx.execute(NOTE, _known_key(email, address), tx.now, tx.now)


async def _count(tx: Transaction, key: str, window_ms: int) -> _Window:
    """One more; how many in this window, and since when it runs."""
    over = tx.now - window_ms
    ahead = tx.now + CLOCK_MS
    counted = await fetch_first(tx, _Window, COUNT, key, tx.now, tx.now, *(over, ahead) * 3)
    assert counted is not None
    return counted


def _known_key(email: str, address: str) -> str:
    return _key("known", f"{kept_form(email)}:{address}")


def _key(kind: str, name: str) -> str:
    return f"{kind}:{hashlib.sha256(name.encode(errors='replace')).hexdigest()}"
