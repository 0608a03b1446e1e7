"""Doctor beside 1,000,000 finished jobs: what has changed since the last clean check, and everything.

`BENCH_JOBS` asks for another number of rows.
"""

import time

from benchmarks import job_page
from benchmarks.report import Figure, percentile
from benchmarks.shop import empty_shop
from models.database import close_database, open_database, read_long, write
from models.operations import doctor

ROUNDS = 20
TARGET_MS = 1_000
FINISHED = (("succeeded", 99), ("cancelled", 1))


async def measure() -> list[Figure]:
    """The p95 of a check that looks at what has changed, and one check of everything."""
    with empty_shop() as shop:
        await shop.fill()
        job_page.fill(shop, states=FINISHED)
        await open_database(shop.url)
        try:
            full = await _seconds(full=True)
            times = [await _seconds(full=False) for _ in range(ROUNDS)]
        finally:
            await close_database()
    p95 = percentile(times, 95) * 1000
    rows = f"{job_page.ROWS:,} jobs"
    recent = f"p50 {percentile(times, 50) * 1000:.0f} ms, p95 {p95:.0f} ms, {rows}"
    return [
        Figure("OPS-Y", "doctor, what has changed", recent, None, f"p95 < {TARGET_MS} ms", p95 < TARGET_MS),
        Figure("OPS-Y", "doctor, everything", f"{full:.1f} s, {rows}", None, "told", True),
    ]


async def _seconds(*, full: bool) -> float:
    begun = time.perf_counter()
    checked = await read_long(lambda tx: doctor.check(tx, full=full), snapshot=True)
    seconds = time.perf_counter() - begun
    assert checked.is_full == full
    checked.violations.clear()  # the jobs that were written by hand belong to no order
    await write(lambda tx: doctor.remember(tx, checked))
    return seconds
