"""What a person has to look at: a dead order job puts the order under review, and running it again brings it home."""

import pytest

from models.audit.audit_log import command
from models.database import write
from models.jobs.admin import job_actions
from models.orders import order_reviews
from models.shared.errors import IllegalTransition, NotFound
from pipelines.gateways.payment_provider import ProviderRejected, install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story
from workers.job_attempt import RELEASE_WAITS

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("open_shop")]


class OutOfOrder(TestProvider):
    """Takes no question at all."""

    async def charge(self, key, **question):  # type: ignore[no-untyped-def]
        raise ProviderRejected("out of order")


async def _dead(tmp_path) -> tuple[object, str]:  # type: ignore[no-untyped-def]
    install_provider(OutOfOrder(tmp_path / "out-of-order.jsonl"))
    placed = await story.order(await story.shopper(), SKU_0001=1)
    for _ in range(12):
        await story.drain()
        await story.later()
    job = await story.one("SELECT public_id, state, attempt, error_message FROM job WHERE kind = 'order.process'")
    assert (job["state"], job["attempt"], job["error_message"]) == ("dead", 12, "out of order")
    return placed, job["public_id"]


async def test_a_dead_order_job_asks_for_a_person_and_can_be_run_again(provider: TestProvider, tmp_path) -> None:  # type: ignore[no-untyped-def]
    placed, job_id = await _dead(tmp_path)
    order = await story.see(placed)  # type: ignore[arg-type]
    assert (order.status, order.under_review) == ("reserved", True)
    install_provider(provider)
    await write(lambda tx: job_actions.run_again(tx, job_id, actor=command("test")))
    with pytest.raises(IllegalTransition):
        await write(lambda tx: job_actions.run_again(tx, job_id, actor=command("test")))
    await story.drain()
    order = await story.see(placed)  # type: ignore[arg-type]
    assert (order.status, order.under_review, order.is_settled) == ("confirmed", False, True)
    assert await story.money(provider, placed) == order.total_cents  # type: ignore[arg-type]
    jobs = await story.every("SELECT public_id, state FROM job WHERE kind = 'order.process'")
    assert [(job["public_id"], job["state"]) for job in jobs] == [(job_id, "succeeded")]


async def test_a_buyer_may_cancel_what_is_under_review(provider: TestProvider, tmp_path) -> None:  # type: ignore[no-untyped-def]
    placed, job_id = await _dead(tmp_path)
    install_provider(provider)
    await story.cancel_by_customer(placed)  # type: ignore[arg-type]
    await write(lambda tx: job_actions.run_again(tx, job_id, actor=command("test")))
    await story.drain()
    assert (await story.see(placed)).status == "cancelled"  # type: ignore[arg-type]
    assert await story.money(provider, placed) == 0  # type: ignore[arg-type]
    assert await story.stock("SKU-0001") == (50, 0)


async def test_only_dead_jobs_are_run_again() -> None:
    await story.order(await story.shopper(), SKU_0001=1)
    job = await story.one("SELECT public_id FROM job")
    with pytest.raises(IllegalTransition):
        await write(lambda tx: job_actions.run_again(tx, job["public_id"], actor=command("test")))
    with pytest.raises(NotFound):
        await write(lambda tx: job_actions.run_again(tx, "nothing", actor=command("test")))


UNKNOWN = f"kind = 'no.such.kind', deferrals = {RELEASE_WAITS}"


@pytest.mark.parametrize("damage", ["payload = '[1]'", "payload = '{'", UNKNOWN, "subject_id = NULL"])
async def test_what_no_worker_understands_is_dead_at_once(damage: str) -> None:
    await story.order(await story.shopper(), SKU_0001=1)
    await write(lambda tx: tx.execute(f"UPDATE job SET {damage}"))
    await story.drain()
    job = await story.one("SELECT state, attempt, error_type FROM job")
    assert (job["state"], job["attempt"], job["error_type"]) == ("dead", 1, "Unreadable")
    if damage.startswith("payload"):  # of the others nobody can tell whom they concern
        assert (await story.one("SELECT review_reason AS r FROM orders"))["r"]


async def test_a_kind_of_a_newer_release_waits_for_its_worker() -> None:
    await story.order(await story.shopper(), SKU_0001=1)
    await write(lambda tx: tx.execute("UPDATE job SET kind = 'of.tomorrow'"))
    await story.drain()
    job = await story.one("SELECT state, attempt, deferrals, error_message FROM job")
    assert (job["state"], job["attempt"], job["deferrals"]) == ("queued", 0, 1)
    assert "newer" in job["error_message"]


async def test_a_cancelled_order_that_was_never_charged_needs_nobody() -> None:
    placed = await story.order(await story.shopper(), SKU_0001=1)
    await write(lambda tx: order_reviews.flag(tx, placed.id, "its job died"))
    await story.cancel_by_customer(placed)
    order = await story.see(placed)
    assert (order.status, order.under_review) == ("cancelled", False)
