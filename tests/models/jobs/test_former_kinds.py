"""Jobs that an older release queued under a kind's former name."""

import pytest

from models.audit.audit_log import Actor
from models.database import read, write
from models.jobs.admin import queue_pauses
from models.jobs.ledger import jobs
from models.jobs.ledger.job_kinds import FORMER_NAMES, KINDS, find_kind
from models.jobs.ledger.jobs import enqueue
from tests.models.orders_at_hand import claim
from workers.job_attempt import attempt

pytestmark = pytest.mark.asyncio
ROOT = Actor("root@example.com", 1)


async def queue_as_before(name: str) -> None:
    """A job as the older release wrote it."""
    kind = find_kind(name)
    assert kind is not None
    await write(lambda tx: enqueue(tx, kind, "of-yesterday"))
    await write(lambda tx: tx.execute("UPDATE job SET kind = ?", name))


@pytest.mark.parametrize("name", FORMER_NAMES)
async def test_a_job_of_a_former_name_runs_to_its_end(shop: str, name: str) -> None:
    await queue_as_before(name)
    [claimed] = await claim(queue="maintenance")
    await attempt(claimed)
    assert [row["state"] for row in await read(lambda tx: tx.fetch("SELECT state FROM job"))] == ["succeeded"]


@pytest.mark.parametrize("name", FORMER_NAMES)
async def test_it_runs_while_another_kind_is_paused_and_waits_while_its_own_is(shop: str, name: str) -> None:
    await queue_as_before(name)
    await write(lambda tx: tx.execute("INSERT INTO paused_kind VALUES (?, '', 'root', 1)", name))
    assert await claim(queue="maintenance") == []
    assert (await read(jobs.pauses))[1] == [FORMER_NAMES[name]]
    await write(lambda tx: queue_pauses.resume_kind(tx, FORMER_NAMES[name], actor=ROOT))
    await write(lambda tx: queue_pauses.pause_kind(tx, "books.check", actor=ROOT))
    assert [each.kind for each in await claim(queue="maintenance")] == [name]


async def test_no_former_name_is_in_use() -> None:
    assert not FORMER_NAMES.keys() & KINDS.keys()
    assert set(FORMER_NAMES.values()) <= KINDS.keys()
