"""A process's part in the limits: a share of its own for each caller, and beyond it leases from the database.

Most callers never leave the share, and cost the database nothing. Who does is counted exactly from there on, a lease of
several requests at a time. So with n processes a caller gets at most the quota and n shares.
"""

import asyncio
import logging
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from models.database import DatabaseBusy, write
from models.shared import rate_limit_counters
from models.shared.rate_limit_counters import Taken

MOST_REMEMBERED = 20_000  # callers; the ones longest unseen are forgotten first
BLIND_SECONDS = 1.0  # how long a database that is too busy to ask is not asked again

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Policy:
    """So many requests of a caller in a window: `share` each process gives by itself, the rest in leases of `lease`."""

    name: str
    quota: int
    window_seconds: int
    share: int
    lease: int


class Verdict(NamedTuple):
    """Whether the request may pass, how many more may, and in how many seconds the bucket is full again."""

    passes: bool
    left: int
    reset_seconds: float


@dataclass(slots=True)
class _Caller:
    """What this process knows of a caller; times are monotonic seconds."""

    left_elsewhere: int
    share_full_at: float = 0.0
    leased: int = 0
    leased_until: float = 0.0
    shut_until: float = 0.0
    asking: asyncio.Lock = field(default_factory=asyncio.Lock)


class RateLimiter:
    """What each caller has left under each policy, as far as this process knows."""

    def __init__(self) -> None:
        self._callers: OrderedDict[tuple[str, str], _Caller] = OrderedDict()

    async def spend(self, policy: Policy, name: str) -> Verdict:
        """Count one request of the caller called `name`."""
        caller = self._caller(policy, name)
        now = time.monotonic()
        if caller.shut_until > now:
            return Verdict(False, 0, caller.shut_until - now)
        if _spend_here(policy, caller, now):
            return _passed(policy, caller, now)
        async with caller.asking:
            now = time.monotonic()
            if not _spend_here(policy, caller, now):
                await self._lease(policy, caller, name)
                if caller.shut_until > now:
                    return Verdict(False, 0, caller.shut_until - now)
        return _passed(policy, caller, now)

    async def _lease(self, policy: Policy, caller: _Caller, name: str) -> None:
        """Ask the database for more, and spend one of it; a database that cannot be asked keeps nobody out."""
        key = f"{policy.name}:{sha256(name.encode(errors='replace')).hexdigest()}"
        window_ms = policy.window_seconds * 1000
        try:
            taken = await write(
                lambda tx: rate_limit_counters.take(tx, key, policy.lease, quota=policy.quota, window_ms=window_ms)
            )
            seconds = float(policy.window_seconds)
        except DatabaseBusy:
            log.warning("the limit %s could not be counted: the database is busy", policy.name)
            taken, seconds = Taken(policy.lease, caller.left_elsewhere, 0), BLIND_SECONDS
        now = time.monotonic()
        if taken.granted:
            caller.leased, caller.leased_until = taken.granted - 1, now + seconds
            caller.left_elsewhere = taken.left
        else:
            caller.shut_until, caller.left_elsewhere = now + taken.wait_ms / 1000, 0

    def _caller(self, policy: Policy, name: str) -> _Caller:
        key = (policy.name, name)
        caller = self._callers.get(key)
        if caller is None:
            caller = self._callers[key] = _Caller(policy.quota - policy.share)
            if len(self._callers) > MOST_REMEMBERED:
                self._callers.popitem(last=False)
        else:
            self._callers.move_to_end(key)
        return caller


def _spend_here(policy: Policy, caller: _Caller, now: float) -> bool:
    """Whether the process's own share or a lease has one left; if so it is spent."""
    if policy.share:
        full_at = max(caller.share_full_at, now) + policy.window_seconds / policy.share
        if full_at - now <= policy.window_seconds:
            caller.share_full_at = full_at
            return True
    if caller.leased and caller.leased_until > now:
        caller.leased -= 1
        return True
    return False


def _passed(policy: Policy, caller: _Caller, now: float) -> Verdict:
    spent = max(0.0, caller.share_full_at - now) / policy.window_seconds * policy.share
    leased = caller.leased if caller.leased_until > now else 0
    left = min(policy.quota - 1, max(0, policy.share - round(spent)) + leased + caller.left_elsewhere)
    return Verdict(True, left, (policy.quota - left) * policy.window_seconds / policy.quota)
