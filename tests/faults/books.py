"""What must be true when the faults are over: everything is decided, and three sets of books agree.

The shop's own (doctor), the payment provider's (a file of its own), and what the test was promised with a 202.
"""

import json
import time
from collections import defaultdict
from collections.abc import Collection
from typing import Any

from models.audit.audit_log import command
from models.database import Transaction, read, write
from models.jobs.admin import job_actions
from tests.faults.processes import PATIENCE_SECONDS, Shop, until

OPEN_JOBS = """
SELECT id, kind, state, subject_id, attempt, crashes, error_message FROM job
WHERE state IN ('queued', 'running') AND queue IN ('orders', 'mail') AND kind <> 'stock.alert' LIMIT 5
"""
UNDECIDED = """
SELECT id, status FROM orders WHERE status IN ('pending', 'reserved') AND review_reason IS NULL LIMIT 5
"""


async def rows(sql: str, *values: Any) -> list[dict[str, Any]]:
    """What a query finds in the shop's database."""
    found = await read(lambda tx: tx.fetch(sql, *values))
    return [dict(row) for row in found]


async def settled(*, within: float = PATIENCE_SECONDS) -> None:
    """The quiet phase: every order is decided and every job has ended, or a person was told."""
    left: list[Any] = []

    async def nothing_left() -> bool:
        left[:] = await rows(UNDECIDED) + await rows(OPEN_JOBS)
        return not left

    try:
        await until(nothing_left, within=within, what="all orders decided and all jobs ended")
    except AssertionError as late:
        raise AssertionError(f"{late}: {left}") from None


async def is_anything_due() -> bool:
    """Whether a job waits that a worker may take now."""
    now = int(time.time() * 1000)
    return bool(await rows("SELECT 1 FROM job WHERE state = 'queued' AND run_at < ? LIMIT 1", now))


async def run_dead_jobs_again() -> int:
    """What a person does with jobs that died because their workers were killed three times; how many there were."""
    dead = await rows("SELECT public_id, error_type, error_message FROM job WHERE state = 'dead'")
    assert {job["error_type"] for job in dead} <= {"WorkerLost"}, dead
    for job in dead:

        async def again(tx: Transaction, public_id: str = job["public_id"]) -> None:
            await job_actions.run_again(tx, public_id, actor=command("test"))

        await write(again)
    return len(dead)


async def in_order(shop: Shop, *, promised: Collection[str] = (), expect_busy: bool = False) -> None:
    """All books agree, and every order that was promised is there."""
    doctor = await shop.run("doctor")
    wrong = await disagreements_with_provider(shop)
    assert doctor.code == 0, f"{doctor.said}\n{wrong}"
    known = {row["public_id"] for row in await rows("SELECT public_id FROM orders")}
    assert set(promised) <= known, f"promised and not there: {set(promised) - known}"
    assert not wrong, wrong
    if not expect_busy:
        assert not shop.count_said("database is locked"), "a writer met another one inside a transaction"


async def disagreements_with_provider(shop: Shop) -> list[str]:
    """Orders for which the provider's books say another sum than ours."""
    net: dict[str, int] = defaultdict(int)
    charges: dict[str, int] = defaultdict(int)
    for entry in provider_entries(shop):
        order = entry["key"].split(":")[0]
        if entry["state"] == "captured":
            net[order] += entry["amount_cents"]
            charges[order] += 1
        elif entry["state"] == "refunded":
            net[order] -= entry["amount_cents"]
    wrong = []
    for order in await rows("SELECT public_id, status, total_cents, review_reason FROM orders"):
        name, is_due = order["public_id"], order["status"] in ("confirmed", "shipped", "delivered")
        due = order["total_cents"] if is_due else 0
        if charges[name] > 1 or (net[name] != due and order["review_reason"] is None):
            wrong.append(f"{name} is {order['status']}: {charges[name]} charges, {net[name]} net, {due} due")
    return wrong


def provider_entries(shop: Shop) -> list[dict[str, Any]]:
    """What the provider's book holds, a line each."""
    file = shop.folder / "test-provider.jsonl"
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []
