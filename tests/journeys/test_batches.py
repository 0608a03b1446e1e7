"""Many jobs at once: what the preview says, what is fixed at the confirmation, and what becomes of each."""

from typing import Any

import pytest
import pytest_asyncio

from models import job_batches, job_finds, job_hazards
from models.audit import Actor
from models.database import read, write
from models.job_batches import Order
from models.job_search import parse
from models.refusals import IllegalTransition, Invalid
from models.seed import seed_demo
from pipelines.gateways.payment import ProviderRefused, install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys.story import books_are_clean, claim_due, drain, every, later, one, order, shopper
from workers.attempt import attempt

pytestmark = pytest.mark.asyncio
ROOT = Actor("root@example.com", 1)


class OutOfOrder(TestProvider):
    """Takes no question at all, and says so differently for some orders."""

    async def charge(self, key: str, **question: Any) -> Any:
        raise ProviderRefused("out of order")


@pytest_asyncio.fixture
async def dead(shop: str, tmp_path: Any) -> list[str]:
    """Eight orders whose jobs are dead; the ids of the jobs."""
    await write(seed_demo)
    install_provider(OutOfOrder(tmp_path / "broken.jsonl"))
    ann = await shopper()
    for number in range(8):
        await order(ann, key=f"key-{number}", SKU_0001=1)
    await write(lambda tx: tx.execute("UPDATE job SET attempt = max_attempts - 1"))
    await drain()
    rows = await every("SELECT public_id FROM job WHERE state = 'dead' ORDER BY id")
    assert len(rows) == 8
    return [row["public_id"] for row in rows]


def wanted(ids: list[str], **changes: Any) -> Order:
    return Order(**{"action": "retry", "ids": ids, "ticked": [], "reason": "the provider is back", **changes})


async def confirm(order_: Order) -> str:
    return await write(lambda tx: job_batches.confirm(tx, order_, actor=ROOT))


async def batch(batch_id: str) -> dict[str, Any]:
    return await read(lambda tx: job_batches.find_batch(tx, batch_id))


async def test_the_preview_counts_jobs_orders_money_and_what_happened(dead: list[str]) -> None:
    async def work(tx: Any) -> Any:
        ids, _ = await job_finds.find(tx, parse("", "dead"))
        return await job_hazards.preview(tx, "retry", ids)

    seen = await read(work)
    total = await one("SELECT sum(total_cents) AS cents FROM orders")
    assert (len(seen.ids), seen.orders, seen.cents) == (8, 8, total["cents"])
    assert seen.kinds == {"order.process": 8}
    assert seen.outside == {"asked the payment provider, answer unknown": 8}
    assert seen.unsafe == []


async def test_a_mail_that_may_have_gone_out_wants_a_tick(shop: str, tmp_path: Any) -> None:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await order(await shopper(), SKU_0001=1)
    await drain()
    await write(lambda tx: tx.execute("UPDATE email_message SET state = 'sending'"))
    await write(lambda tx: tx.execute("UPDATE job SET state = 'dead' WHERE kind = 'mail.order'"))
    mail = (await one("SELECT public_id FROM job WHERE kind = 'mail.order'"))["public_id"]
    with pytest.raises(Invalid, match="ticked"):
        await confirm(wanted([mail]))
    assert (await batch(await confirm(wanted([mail], ticked=[mail]))))["total"] == 1


async def test_all_are_retried_and_each_has_its_result(dead: list[str], tmp_path: Any) -> None:
    install_provider(TestProvider(tmp_path / "mended.jsonl"))
    batch_id = await confirm(wanted(dead))
    await drain()
    told = await batch(batch_id)
    assert (told["state"], told["done"], told["refused"]) == ("done", 8, 0)
    assert {item["now_state"] for item in told["items"]} == {"succeeded"}
    assert {row["status"] for row in await every("SELECT status FROM orders")} == {"confirmed"}
    await books_are_clean()


async def test_the_ids_are_those_of_the_confirmation(dead: list[str], tmp_path: Any) -> None:
    install_provider(TestProvider(tmp_path / "mended.jsonl"))
    batch_id = await confirm(wanted(dead[:3]))
    await drain()
    assert [item["job_id"] for item in (await batch(batch_id))["items"]] == dead[:3]
    assert len(await every("SELECT 1 FROM orders WHERE status = 'confirmed'")) == 3


async def test_a_job_that_changed_meanwhile_is_refused_and_the_others_are_not(dead: list[str], tmp_path: Any) -> None:
    install_provider(TestProvider(tmp_path / "mended.jsonl"))
    first, second = await confirm(wanted(dead)), await confirm(wanted(dead[:1], reason="me too"))
    await drain()
    told = {first: await batch(first), second: await batch(second)}
    assert (told[first]["done"], told[first]["refused"]) in ((8, 0), (7, 1))
    assert sum(each["done"] for each in told.values()) == 8 + (told[second]["done"] if told[first]["done"] == 8 else 0)
    assert len(await every("SELECT 1 FROM orders WHERE status = 'confirmed'")) == 8
    await books_are_clean()


async def test_canaries_that_fail_alike_stop_the_batch(dead: list[str]) -> None:
    batch_id = await confirm(wanted(dead, canaries=5))
    for _ in range(4):
        await drain()
        await later()
    told = await batch(batch_id)
    assert (told["state"], told["done"]) == ("stopped", 5)
    assert "same failure" in told["note"]
    assert [item["state"] for item in told["items"]] == ["done"] * 5 + ["waiting"] * 3


async def one_turn() -> None:
    """What is due now is worked once. Nothing more, for while it runs the next turn of a batch may become due."""
    for claim in await claim_due():
        await attempt(claim)


async def test_canaries_that_do_well_let_the_others_follow(dead: list[str], tmp_path: Any) -> None:
    install_provider(TestProvider(tmp_path / "mended.jsonl"))
    batch_id = await confirm(wanted(dead, canaries=5))
    await one_turn()
    assert (await batch(batch_id))["done"] == 5
    for _ in range(2):
        await drain()
        await later()
    await drain()
    assert (await batch(batch_id))["state"] == "done"
    assert len(await every("SELECT 1 FROM orders WHERE status = 'confirmed'")) == 8


async def test_a_pace_is_kept(dead: list[str], tmp_path: Any) -> None:
    install_provider(TestProvider(tmp_path / "mended.jsonl"))
    batch_id = await confirm(wanted(dead, per_minute=60))
    await one_turn()
    assert (await batch(batch_id))["done"] == 5
    await later()
    await drain()
    assert (await batch(batch_id))["done"] == 8


async def test_a_batch_can_be_stopped(dead: list[str]) -> None:
    batch_id = await confirm(wanted(dead))
    await write(lambda tx: job_batches.stop(tx, batch_id, actor=ROOT))
    await drain()
    assert ((await batch(batch_id))["state"], (await batch(batch_id))["done"]) == ("stopped", 0)
    with pytest.raises(IllegalTransition, match="stopped already"):
        await write(lambda tx: job_batches.stop(tx, batch_id, actor=ROOT))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reason": "  "}, "Say why"),
        ({"reason": "x" * 501}, "at most 500"),
        ({"per_minute": 7}, "no such rate"),
        ({"action": "cancel"}, "in a state for it"),
        ({"ids": ["x"] * 1001}, "At most 1,000"),
        ({"ids": ["nothing"]}, "in a state for it"),
    ],
)
async def test_a_bad_confirmation_does_nothing(dead: list[str], changes: dict[str, Any], words: str) -> None:
    with pytest.raises(Invalid, match=words):
        await confirm(wanted(**{"ids": dead, **changes}))
    assert await every("SELECT 1 FROM job_batch") == []
