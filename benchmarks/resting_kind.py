"""P7 for claims: what a claim costs beside a long backlog of a kind that is paused, next to a short one."""

import contextlib
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from functools import partial

from benchmarks.report import Figure, median
from benchmarks.shop import Shop, empty_shop
from models.audit.audit_log import Actor
from models.database import close_database, open_database, write
from models.jobs.admin import queue_pauses
from models.jobs.ledger import jobs

BACKLOGS = (1_000, 1_000_000)
CLAIMS = 100
ROUNDS = 5
TARGET = 1.5
JOB = """
INSERT INTO job (id, public_id, kind, queue, priority, dedupe_key, state, run_at, max_attempts, created_at)
VALUES (?, ?, ?, 'mail', 20, ?, 'queued', ?, 12, 0)
"""


async def measure() -> list[Figure]:
    """Medians of claims of one job each, both shops in turn; without waiting for the disk, which is the same."""
    times: dict[int, list[float]] = {backlog: [] for backlog in BACKLOGS}
    with contextlib.ExitStack() as shops:
        opened = {backlog: shops.enter_context(empty_shop()) for backlog in BACKLOGS}
        for backlog, shop in opened.items():
            await shop.fill()
            _fill(shop, backlog)
        for _ in range(ROUNDS):
            for backlog, shop in opened.items():
                times[backlog] += await _claims(shop)
    short, long = (median(times[backlog]) for backlog in BACKLOGS)
    words = f"{long * 1e6:.0f} µs beside {BACKLOGS[1]:,} jobs, {short * 1e6:.0f} µs beside {BACKLOGS[0]:,}"
    ratio = long / short
    return [Figure("P7", "claim beside a paused kind", words, ratio, f"<= {TARGET}", ratio <= TARGET)]


async def _claims(shop: Shop) -> list[float]:
    """Seconds of each of some claims."""
    await open_database(shop.url, synchronous="OFF")
    try:
        await write(partial(queue_pauses.pause_kind, name="mail.order", actor=Actor("bench")))
        return [await claim_one() for _ in range(CLAIMS)]
    finally:
        await close_database()


async def claim_one() -> float:
    """Seconds of claiming one alert of low stock."""
    begun = time.perf_counter()
    claims = await write(partial(jobs.claim, shares=[("mail", 1)], worker="bench", lease_seconds=30))
    assert [claim.kind for claim in claims] == ["stock.alert"]
    return time.perf_counter() - begun


def _fill(shop: Shop, backlog: int) -> None:
    """The backlog is due before everything else."""
    add_due(shop, [("mail.order", 1)] * backlog + [("stock.alert", 2)] * CLAIMS * ROUNDS)


def add_due(shop: Shop, kinds: Sequence[tuple[str, int]], first: int = 1_000) -> None:
    """Jobs to be claimed from the lane of mail: the kind of each and when it is due; numbered from the first."""
    with closing(sqlite3.connect(shop.file)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        rows = ((at, f"{at:026d}", kind, str(at), run_at) for at, (kind, run_at) in enumerate(kinds, first))
        connection.executemany(JOB, rows)
