"""Many jobs at once: what the preview says, what is fixed at the confirmation, and what becomes of each."""

import random
from functools import partial
from typing import Any

import pytest
import pytest_asyncio

from models.audit.audit_log import Actor
from models.catalog.seed import seed_demo
from models.database import read, write
from models.jobs.admin import batch_execution, bulk_preview, job_batches, job_query, job_views, live_failures
from models.jobs.admin.job_batches import BatchRequest
from models.jobs.admin.job_search import JobQuery, parse
from models.jobs.ledger import rescue
from models.shared.errors import IllegalTransition, Invalid
from pipelines.gateways.payment_provider import ProviderRejected, install_provider
from pipelines.gateways.test_provider import TestProvider
from pipelines.maintenance import run_job_batch
from tests.journeys.story import books_are_clean, claim_due, drain, every, later, one, order, shopper
from workers.job_attempt import attempt

pytestmark = pytest.mark.asyncio
ROOT = Actor("root@example.com", 1)


class OutOfOrder(TestProvider):
    """Takes no question at all, and says so differently for some orders."""

    async def charge(self, key: str, **question: Any) -> Any:
        raise ProviderRejected("out of order")


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


def wanted(ids: list[str], **changes: Any) -> BatchRequest:
    return BatchRequest(**{"action": "retry", "ids": ids, "ticked": [], "reason": "the provider is back", **changes})


async def confirm(order_: BatchRequest) -> str:
    return await write(lambda tx: job_batches.confirm(tx, order_, actor=ROOT))


async def batch(batch_id: str) -> dict[str, Any]:
    return await read(lambda tx: job_batches.find_batch(tx, batch_id))


async def test_the_preview_counts_jobs_orders_money_and_what_happened(dead: list[str]) -> None:
    async def work(tx: Any) -> Any:
        ids, _ = await job_query.find(tx, parse("", "dead"))
        return await bulk_preview.preview(tx, "retry", ids)

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


async def test_many_are_discarded_with_one_reason_and_taken_back_together(dead: list[str], tmp_path: Any) -> None:
    batch_id = await confirm(wanted(dead[:5], action="discard", reason="paid by hand"))
    await drain()
    told = await batch(batch_id)
    assert (told["state"], told["done"]) == ("done", 5)
    assert {item["now_state"] for item in told["items"]} == {"cancelled"}
    assert (await read(job_views.counts))["dead"] == 3
    assert sum(group.orders for group in await read(live_failures.live)) == 3
    assert len(await every("SELECT 1 FROM orders WHERE review_reason IS NOT NULL")) == 8
    reasons = await every("SELECT error_message FROM job_event WHERE type = 'discarded'")
    assert [row["error_message"] for row in reasons] == ["by root@example.com: paid by hand"] * 5
    install_provider(TestProvider(tmp_path / "mended.jsonl"))
    await confirm(all_found(f"batch:{batch_id}", await now(), reason="not paid after all"))
    await drain()
    assert (await read(job_views.counts))["cancelled"] == 0
    assert len(await every("SELECT 1 FROM orders WHERE status = 'confirmed'")) == 5
    await books_are_clean()


DEAD = """
INSERT INTO job (public_id, kind, queue, priority, dedupe_key, payload, state, run_at, attempt, max_attempts,
    error_type, error_message, failure, created_at, finished_at)
VALUES (?, ?, ?, 40, ?, ?, 'dead', 0, 3, 3, 'Oops', ?, '0123456789abcdef', 1, 1)
"""


async def add_dead_letters(
    count: int, *, kind: str = "reservations.expire", queue: str = "maintenance", payload: str = "{}"
) -> None:
    """So many dead jobs that can be done, unless the payload is unreadable: such a one dies again at once."""
    last = (await one("SELECT coalesce(max(id), 0) AS id FROM job"))["id"]
    ids = [f"{number:026d}" for number in range(last + 1, last + count + 1)]
    rows = [(id_, kind, queue, id_, payload, f"number {int(id_)}") for id_ in ids]
    await write(lambda tx: tx.execute_many(DEAD, rows))


def all_found(text: str, as_of: int, **changes: Any) -> BatchRequest:
    return wanted([], **{"query": parse(text, changes.pop("state", "")), "as_of": as_of, **changes})


async def now() -> int:
    async def look(tx: Any) -> int:
        return int(tx.now)

    return await read(look)


async def deaths() -> int:
    return int((await one("SELECT count(*) AS jobs FROM job WHERE state = 'dead'"))["jobs"])


async def test_a_batch_over_2500_dead_jobs_goes_on_until_none_is_left_that_was_dead_when_it_began(shop: str) -> None:
    await add_dead_letters(1200)
    await add_dead_letters(100, kind="mail.order", queue="mail", payload="[1]")
    await add_dead_letters(1200)
    seen, choice = await read(lambda tx: job_batches.preview(tx, all_found("", tx.now, state="dead")))
    assert (len(seen.ids), choice.is_cut, len(choice.first), seen.kinds["mail.order"]) == (2500, False, 1000, 100)
    batch_id = await confirm(all_found("", await now(), state="dead"))
    told = await batch(batch_id)
    assert (told["total"], told["page"].total, len(told["items"])) == (2500, 1000, 50)
    await drain(2000)
    told = await batch(batch_id)
    assert (told["state"], told["done"], told["refused"], told["total"]) == ("done", 2500, 0, 2500)
    assert (told["goes_on_after"], told["page"].total) == (None, 2500)
    assert await deaths() == 100  # they died again while the batch ran, and were not taken twice
    rows = await every("SELECT job_id FROM job_event WHERE type = 'retried'")
    assert len(rows) == len({row["job_id"] for row in rows}) == 2500


async def test_what_dies_while_a_batch_runs_is_not_meant(shop: str) -> None:
    await add_dead_letters(1500)
    batch_id = await confirm(all_found("", await now(), state="dead", action="discard"))
    await add_dead_letters(3)
    await write(lambda tx: tx.execute("UPDATE job SET finished_at = ? WHERE id > 1500", tx.now + 1))
    await drain(500)
    told = await batch(batch_id)
    assert (told["state"], told["done"], await deaths()) == ("done", 1500, 3)


async def test_a_search_by_words_continues_after_the_rows_of_one_scan(
    shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_query, "MAX_SCANNED", 300)
    monkeypatch.setattr(job_batches, "MOST", 10)
    await add_dead_letters(1000)
    batch_id = await confirm(all_found('"number 9"', await now(), state="dead", action="discard"))
    await drain(500)
    assert (await batch(batch_id))["done"] == 111  # 9, 90 to 99 and 900 to 999
    assert await deaths() == 889


async def test_a_slice_takes_each_job_of_any_search_once(shop: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_batches, "MOST", 4)
    monkeypatch.setattr(job_query, "MAX_SCANNED", 7)
    await add_dead_letters(20)
    await add_dead_letters(20, kind="mail.order", queue="mail")
    await write(lambda tx: tx.execute("UPDATE job SET state = 'queued', run_at = id, finished_at = NULL WHERE id > 30"))
    await write(lambda tx: tx.execute("UPDATE job SET run_at = 9000000000000 WHERE id > 35"))
    await write(lambda tx: tx.execute("UPDATE job SET failure = '' WHERE id > 38"))
    await write(lambda tx: tx.execute("UPDATE job SET state = 'cancelled' WHERE id < 6"))
    cases = {
        ("retry", "", ""): range(1, 31),
        ("retry", "dead", ""): range(6, 31),
        ("retry", "cancelled", ""): range(1, 6),
        ("discard", "", "kind:mail.order"): range(21, 31),
        ("discard", "dead", "failure:0123456789abcdef"): range(6, 31),
        ("cancel", "queued", ""): range(31, 36),
        ("cancel", "retrying", "queue:mail"): range(36, 39),
        ("cancel", "scheduled", "queue:mail"): range(39, 41),
        ("cancel", "", ""): range(31, 41),
        ("cancel", "dead", ""): range(0),
    }
    for (action, state, text), expected in cases.items():
        order_ = all_found(text, await now(), state=state, action=action)
        choice = await read(lambda tx, order_=order_: job_batches.choose(tx, order_))  # type: ignore[misc]
        assert choice.ids == list(expected), (action, state, text)


async def test_a_worker_that_is_killed_in_the_middle_of_a_batch_costs_no_job(shop: str) -> None:
    await add_dead_letters(1200)
    batch_id = await confirm(all_found("", await now(), state="dead", action="discard"))
    (lost,) = [claim for claim in await claim_due() if claim.kind == "jobs.batch"]
    for _ in range(3):
        assert lost.subject_id is not None
        await write(partial(batch_execution.run_next_items, batch_id=lost.subject_id))
    assert (await batch(batch_id))["done"] == 75
    await write(lambda tx: tx.execute("UPDATE job SET lease_until = 1 WHERE id = ?", lost.id))
    await write(partial(rescue.rescue, wait_seconds=1, draw=random.Random(1)))
    await later()
    await drain(500)
    told = await batch(batch_id)
    assert (told["state"], told["done"], await deaths()) == ("done", 1200, 0)
    assert len(await every("SELECT 1 FROM job_event WHERE type = 'discarded'")) == 1200


async def test_a_batch_in_slices_can_be_stopped_on_the_way(shop: str) -> None:
    await add_dead_letters(1500)
    batch_id = await confirm(all_found("", await now(), state="dead", action="discard", per_minute=300))
    await one_turn()
    assert 0 < (await batch(batch_id))["done"] < 1000
    await write(lambda tx: job_batches.stop(tx, batch_id, actor=ROOT))
    await later()
    await drain(500)
    told = await batch(batch_id)
    assert (told["state"], told["total"], await deaths()) == ("stopped", 1500, 1500 - told["done"])
    with pytest.raises(IllegalTransition) as late_:
        await write(lambda tx: job_batches.stop(tx, batch_id, actor=ROOT))
    assert late_.value.title == "The batch has already ended"


async def test_an_unsafe_job_of_a_later_slice_is_left_out_and_listed(
    dead: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(job_batches, "MOST", 3)
    await write(lambda tx: tx.execute("UPDATE job SET state = 'queued', run_at = 9000000000000, finished_at = NULL"))
    query = JobQuery(state="retrying", kind="order.process")
    order_ = wanted([], action="cancel", query=query, as_of=await now())
    seen, _ = await read(lambda tx: job_batches.preview(tx, order_))
    assert ([job.id for job in seen.unsafe], seen.unsafe_later) == (dead[:3], 5)
    batch_id = await confirm(wanted([], action="cancel", query=query, as_of=await now(), ticked=dead[:3]))
    await drain()
    told = await batch(batch_id)
    assert (told["state"], told["done"], told["refused"]) == ("done", 3, 5)
    assert all("Not safe" in item["result"] for item in told["items"] if item["state"] == "refused")
    again = await confirm(wanted([], action="cancel", query=query, as_of=await now(), takes_unsafe=True))
    await drain()
    assert (await batch(again))["done"] == 5


async def test_a_turn_of_a_batch_ends_before_its_time_limit(shop: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_job_batch, "TURN_SECONDS", 0.0)
    await add_dead_letters(100)
    batch_id = await confirm(all_found("", await now(), state="dead", action="discard"))
    await one_turn()
    assert (await batch(batch_id))["done"] == 25
    job = await one("SELECT state, attempt, deferrals FROM job WHERE kind = 'jobs.batch'")
    assert (job["state"], job["attempt"], job["deferrals"]) == ("queued", 0, 1)
    await drain()
    assert (await batch(batch_id))["done"] == 100


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reason": "  "}, "Say why"),
        ({"reason": "x" * 501}, "at most 500"),
        ({"per_minute": 7}, "no such rate"),
        ({"action": "cancel"}, "in a state for it"),
        ({"ids": ["x"] * 1001}, "At most 1,000"),
        ({"ids": ["nothing"]}, "in a state for it"),
        ({"action": "discard", "reason": ""}, "Say why"),
        ({"ids": [], "query": parse("nosuchword", "dead"), "as_of": 2**52}, "in a state for it"),
    ],
)
async def test_a_bad_confirmation_does_nothing(dead: list[str], changes: dict[str, Any], words: str) -> None:
    with pytest.raises(Invalid, match=words):
        await confirm(wanted(**{"ids": dead, **changes}))
    assert await every("SELECT 1 FROM job_batch") == []
