"""What orchestrators ask of queues, by the operators' token and without any cookie."""

from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.catalog.seed import seed_demo
from models.database import Transaction, write
from models.jobs.ledger import jobs
from models.jobs.ledger.job_kinds import JOBS_BATCH, MAIL_ORDER, STOCK_ALERT
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys.story import drain, every, order, shopper
from web.app import create_app

pytestmark = pytest.mark.asyncio

TOKEN = {"X-Ops-Token": "an-operator-of-ours"}


@pytest_asyncio.fixture
async def app(shop: str, settings: Settings) -> Quart:
    return create_app(replace(settings, ops_token=TOKEN["X-Ops-Token"]))


async def _claimed() -> int:
    shares = [("mail", 5)]
    return len(await write(lambda tx: jobs.claim(tx, shares, worker="w1", lease_seconds=30)))


async def test_a_paused_queue_is_left_alone_until_it_is_resumed(app: Quart) -> None:
    client = app.test_client()
    await write(lambda tx: jobs.enqueue(tx, MAIL_ORDER, "k"))
    paused = await client.post("/ops/queues/mail/pause", headers=TOKEN)
    assert (paused.status_code, (await paused.get_json())["name"]) == (200, "mail")
    assert await _claimed() == 0
    looked = await (await client.get("/ops/queues", headers=TOKEN)).get_json()
    assert {queue["name"]: queue["paused"] for queue in looked["items"]} == {
        "orders": False,
        "mail": True,
        "webhooks": False,
        "maintenance": False,
    }
    assert (await client.post("/ops/queues/mail/resume", headers=TOKEN)).status_code == 200
    assert await _claimed() == 1


async def test_dead_jobs_of_a_queue_run_again_and_no_others(app: Quart) -> None:
    async def die(tx: Transaction) -> None:
        await jobs.enqueue(tx, STOCK_ALERT, "k1")
        await jobs.enqueue(tx, JOBS_BATCH, "k2")
        await tx.execute("UPDATE job SET state = 'dead', finished_at = ?", tx.now)

    await write(die)
    client = app.test_client()
    answer = await (await client.post("/ops/queues/mail/requeue", headers=TOKEN)).get_json()
    assert (answer["jobs"], answer["left"]) == (1, 0)
    chosen = "SELECT j.queue FROM job_batch b JOIN job_batch_item i ON i.batch_id = b.id JOIN job j ON j.id = i.job_id"
    assert [row["queue"] for row in await every(f"{chosen} WHERE b.public_id = '{answer['batch_id']}'")] == ["mail"]
    nothing = await (await client.post("/ops/queues/webhooks/requeue", headers=TOKEN)).get_json()
    assert (nothing["jobs"], nothing["batch_id"]) == (0, None)


async def test_a_message_that_may_come_twice_is_left_to_a_person(app: Quart, tmp_path: Path) -> None:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await order(await shopper(), SKU_0001=1)
    await drain()
    await write(lambda tx: tx.execute("UPDATE job SET state = 'dead' WHERE kind = 'mail.order'"))
    await write(lambda tx: tx.execute("UPDATE email_message SET state = 'sending'"))
    answer = await (await app.test_client().post("/ops/queues/mail/requeue", headers=TOKEN)).get_json()
    assert (answer["jobs"], answer["left"], answer["batch_id"]) == (0, 1, None)


@pytest.mark.parametrize("verb", ["pause", "resume", "requeue"])
async def test_a_queue_that_there_is_not_is_a_404(app: Quart, verb: str) -> None:
    answer = await app.test_client().post(f"/ops/queues/nothing/{verb}", headers=TOKEN)
    assert answer.status_code == 404


@pytest.mark.parametrize("headers", [{}, {"X-Ops-Token": ""}, {"X-Ops-Token": "wrong"}, {"X-Ops-Token": "é"}])
async def test_nobody_else_may(app: Quart, headers: dict[str, str]) -> None:
    answer = await app.test_client().post("/ops/queues/mail/pause", headers=headers)
    assert answer.status_code == 403
    assert answer.content_type.startswith("application/problem+json")
