"""A payment provider that does not answer for an hour: nothing dies, nobody pays twice, one mail tells the admins."""

import time
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from models.alarms import admin_banner
from models.database import read, write
from models.inventory import inventory
from models.jobs.admin import job_views, wait_reasons
from models.operations import doctor
from models.payments import payment_circuit
from models.payments.payment_circuit import FAILURES_TO_OPEN, LONGEST_PROBE_SECONDS, probe_wait_seconds
from pipelines.gateways import provider_calls
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from pipelines.orders.order_process import expire
from pipelines.orders.payment_steps import growing_wait_seconds
from pipelines.payments import refund_job
from tests.journeys import story

pytestmark = pytest.mark.asyncio
MODES = ("hang", "hang_after", "fail", "refuse", "garbage")
STEP_SECONDS = 30
HOUR_SECONDS = 3600


class Counted(TestProvider):
    """Counts the questions."""

    asked = 0

    async def charge(self, key: str, **question: Any) -> Any:
        self.asked += 1
        return await super().charge(key, **question)


@pytest_asyncio.fixture
async def provider(open_shop: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Counted:
    """It can be told how to fail; what hangs is given up soon."""
    monkeypatch.setattr(provider_calls, "ANSWER_SECONDS", 0.02)
    made = Counted(tmp_path / "test-provider.jsonl")
    install_provider(made)
    return made


def tell(tmp_path: Path, mode: str) -> None:
    (tmp_path / "test-provider.mode").write_text(mode)


async def time_passes(seconds: int) -> None:
    """All times of the shop are so many seconds longer ago, and workers look after the circuit as they do."""
    columns = {
        "job": ("run_at", "created_at"),
        "circuit": ("opened_at", "probe_at", "told_at"),
        "payment": ("updated_at",),
        "orders": ("created_at",),
        "reservation": ("expires_at",),
    }
    for table, names in columns.items():
        changes = ", ".join(f"{name} = {name} - {seconds * 1000}" for name in names)
        await write(lambda tx, t=table, c=changes: tx.execute(f"UPDATE {t} SET {c}"))  # type: ignore[misc]
    if await read(payment_circuit.is_probe_due):
        await write(payment_circuit.send_probe)


async def an_hour_passes() -> None:
    for _ in range(HOUR_SECONDS // STEP_SECONDS):
        await story.drain()
        await time_passes(STEP_SECONDS)
        for order_id in await read(inventory.overdue_orders):
            await write(lambda tx, order_id=order_id: expire(tx, order_id))  # type: ignore[misc]


@pytest.mark.parametrize("mode", MODES)
async def test_after_an_hour_without_answers_every_order_is_paid_once(
    provider: Counted, tmp_path: Path, mode: str
) -> None:
    ann = await story.shopper()
    paid = await story.order(ann, key="before", SKU_0001=1)
    await story.drain()
    tell(tmp_path, mode)
    await story.cancel_by_customer(paid)
    placed = [await story.order(ann, key=f"key-{number}", SKU_0001=1) for number in range(8)]
    provider.asked = 0
    await an_hour_passes()
    jobs = await story.every("SELECT state, attempt FROM job WHERE kind IN ('order.process', 'payment.refund')")
    assert [job for job in jobs if job["state"] not in ("queued", "succeeded")] == []
    assert {job["attempt"] for job in jobs if job["state"] == "queued"} == {0}
    assert {(await story.see(each)).status for each in placed} == {"reserved"}
    assert await story.job_states("payment.alert") == {"succeeded": 1}
    assert await read(doctor.violations) == []
    probes = HOUR_SECONDS / LONGEST_PROBE_SECONDS + 6  # and those of the first minutes
    assert FAILURES_TO_OPEN <= provider.asked <= FAILURES_TO_OPEN + len(placed) + probes
    tell(tmp_path, "")
    await time_passes(2 * int(LONGEST_PROBE_SECONDS))
    await story.drain()
    assert await read(payment_circuit.outage) is None
    assert {(await story.see(each)).status for each in placed} == {"confirmed"}
    for each in placed:
        assert await story.money(provider, each) == (await story.see(each)).total_cents
    assert await story.money(provider, paid) == 0
    assert (await story.see(paid)).payment["status"] == "refunded"


async def test_pages_say_what_is_waited_for(provider: Counted, tmp_path: Path) -> None:
    tell(tmp_path, "refuse")
    ann = await story.shopper()
    placed = [await story.order(ann, key=f"key-{number}", SKU_0001=1) for number in range(FAILURES_TO_OPEN)]
    await story.drain()
    placed.append(await story.order(ann, key="late", SKU_0001=1))
    await story.drain()
    order = await story.see(placed[-1])
    assert (order.status, order.waits_for_provider) == ("reserved", True)
    assert [event["type"] for event in order.events] == ["order.placed", "order.reserved", "payment.delayed"]
    row = await story.one("SELECT public_id FROM job WHERE kind = 'order.process' AND subject_id = ?", placed[-1].id)
    job, _ = await read(lambda tx: job_views.find_job(tx, row["public_id"]))
    causes = await read(lambda tx: wait_reasons.causes(tx, job))
    assert "provider_out" in [cause.code for cause in causes]
    alarms = (await read(admin_banner.facts))["alarms"]
    assert (alarms[0].code, "6 payments wait" in alarms[0].words) == ("payments_paused", True)
    await story.cancel_by_customer(placed[-1])
    assert await story.stock("SKU-0001") == (50, FAILURES_TO_OPEN)
    tell(tmp_path, "")
    await time_passes(60)
    await story.drain()
    assert "payments_paused" not in [alarm.code for alarm in (await read(admin_banner.facts))["alarms"]]
    assert (await story.see(placed[-1])).status == "cancelled"


async def test_the_circuit_closes_on_trial_when_nothing_waits(provider: Counted, tmp_path: Path) -> None:
    tell(tmp_path, "refuse")
    ann = await story.shopper()
    placed = [await story.order(ann, key=f"key-{number}", SKU_0001=1) for number in range(FAILURES_TO_OPEN)]
    await story.drain()
    for each in placed:
        await story.cancel_by_customer(each)
    await story.later()
    tell(tmp_path, "")
    await time_passes(60)
    await story.drain()
    await time_passes(60)
    assert await read(payment_circuit.outage) is None


async def test_a_refund_that_met_the_outage_is_due_when_it_ends_in_that_moment(provider: Counted) -> None:
    ann = await story.shopper()
    paid = await story.order(ann, key="before", SKU_0001=1)
    await story.drain()
    await story.cancel_by_customer(paid)
    for _ in range(FAILURES_TO_OPEN):
        await write(lambda tx: payment_circuit.failed(tx, "no answer"))
    [claim] = [each for each in await story.claim_due() if each.kind == "payment.refund"]
    await refund_job.refund(claim)
    await write(payment_circuit.answered)
    [job] = await story.every("SELECT state, run_at FROM job WHERE kind = 'payment.refund'")
    waits_ms = job["run_at"] - time.time() * 1000
    assert (job["state"], waits_ms < 900) == ("queued", True), "put off it waits for a second or more"


async def test_waits_grow_and_are_bounded() -> None:
    assert [probe_wait_seconds(number) for number in range(5)] == [5, 10, 20, 40, 60]
    assert probe_wait_seconds(10**6) == LONGEST_PROBE_SECONDS
    assert all(1 <= growing_wait_seconds(asked) <= min(600, max(1, 2.0**asked)) for asked in range(1, 12))
    assert growing_wait_seconds(10**6) <= 600
