"""P8: what an idle worker costs, how quickly it wakes, and how much memory worker and web hold."""

import asyncio
import os
import time
from pathlib import Path

from benchmarks.orders import place_one, seconds_to_decide
from benchmarks.report import Figure, percentile
from benchmarks.shop import empty_shop
from models.database import close_database, install_notify, open_database, read
from workers.engines.huey_engine import HueyEngine
from workers.engines.queue_engine import Notifier

IDLE_SECONDS = 20
WAKES = 100
GAP_SECONDS = 0.15


async def measure() -> list[Figure]:
    """The processor time of an idle worker over 20 s; then one job at a time, from its commit to its claim."""
    with empty_shop() as shop:
        await shop.fill()
        await open_database(shop.url)
        engine = HueyEngine(f"{shop.folder}/queue.db")
        ringer = Notifier(engine)
        install_notify(ringer)
        try:
            worker, web = shop.start("worker"), shop.start("web")
            shop.await_web()
            await seconds_to_decide((await place_one(0)).id)
            await asyncio.sleep(3)
            before = cpu_seconds(worker.pid)
            await asyncio.sleep(IDLE_SECONDS)
            share = (cpu_seconds(worker.pid) - before) / IDLE_SECONDS * 100
            wake_times = await wakes()
            memory = {"worker": _resident_mib(worker.pid), "web": _resident_mib(web.pid)}
        finally:
            install_notify(None)
            ringer.close()
            engine.close()
            await close_database()
    p50, p99 = percentile(wake_times, 50), percentile(wake_times, 99)
    return [
        Figure("P8", "idle worker", f"{share:.2f} % of a core", None, "<= 1 %", share <= 1),
        Figure("P8", "wake-up", f"p50 {p50:.1f} ms, p99 {p99:.1f} ms", None, "5 ms, 25 ms", p50 <= 5 and p99 <= 25),
        Figure("P8", "resident worker", f"{memory['worker']:.0f} MiB", None, "<= 90 MiB", memory["worker"] <= 90),
        Figure("P8", "resident web", f"{memory['web']:.0f} MiB", None, "<= 120 MiB", memory["web"] <= 120),
    ]


async def wakes() -> list[float]:
    """Milliseconds from the transaction that wrote a job to the one that claimed it, by their own clocks."""
    times = []
    for number in range(WAKES):
        await asyncio.sleep(GAP_SECONDS)
        placed = await place_one(number)
        committed = time.time() * 1000
        await seconds_to_decide(placed.id)
        row = await read(
            lambda tx, order=placed.id: tx.fetch_one(
                "SELECT e.at FROM job j JOIN job_event e ON e.job_id = j.id AND e.type = 'claimed'"
                " WHERE j.subject_type = 'order' AND j.subject_id = ? AND j.kind = 'order.process'",
                order,
            )
        )
        times.append(max(0.0, row["at"] + 0.5 - committed))
    return times


def cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident_mib(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024
