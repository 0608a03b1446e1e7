"""What orchestrators ask of queues, by the operators' token and without any cookie."""

from dataclasses import replace

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.database import write
from models.jobs.ledger import jobs
from models.jobs.ledger.job_kinds import MAIL_ORDER
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


async def test_a_queue_that_there_is_not_is_a_404(app: Quart) -> None:
    answer = await app.test_client().post("/ops/queues/nothing/pause", headers=TOKEN)
    assert answer.status_code == 404


@pytest.mark.parametrize("headers", [{}, {"X-Ops-Token": ""}, {"X-Ops-Token": "wrong"}, {"X-Ops-Token": "é"}])
async def test_nobody_else_may(app: Quart, headers: dict[str, str]) -> None:
    answer = await app.test_client().post("/ops/queues/mail/pause", headers=headers)
    assert answer.status_code == 403
    assert answer.content_type.startswith("application/problem+json")
