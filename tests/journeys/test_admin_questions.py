"""Every question the pages behind the shop ask is answered alike by both databases."""

import itertools
from typing import Any

import pytest
import pytest_asyncio

from models.accounts.account_record import StaffRole
from models.alarms import admin_banner
from models.audit import audit_log
from models.audit.audit_log import Actor, AuditQuery
from models.catalog import admin_product_list
from models.catalog.seed import seed_demo
from models.database import read, write
from models.jobs.admin import (
    bulk_preview,
    job_batches,
    job_query,
    job_views,
    live_failures,
    queue_pauses,
    timetable,
    wait_reasons,
    worker_registry,
)
from models.jobs.admin.job_search import STATES, parse
from models.mail import mail_resends, mail_views
from models.orders import order_lists
from models.reports import admin_order_detail, analytics, capacity_advice, dashboard_figures, job_charts, job_figures
from models.shared.errors import IllegalTransition
from models.shared.times import DAY_MS
from models.staff import customers
from pipelines.gateways.payment_provider import ProviderRejected, install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys.story import books_are_clean, drain, one, order, shopper
from tests.models.orders_at_hand import roll_figures

pytestmark = pytest.mark.asyncio
ROOT = Actor("root@example.com", 1)
TERMS = ("", "kind:mail.order", "queue:mail", "CW-10001", "process:x", "Refused", "after:2026-01-01 before:2199-01-01")


class Moody(TestProvider):
    """Takes no question of the second order."""

    async def charge(self, key: str, **question: Any) -> Any:
        if question["amount_cents"] > 5000:
            raise ProviderRejected("not today")
        return await super().charge(key, **question)


@pytest_asyncio.fixture
async def busy(shop: str, tmp_path: Any) -> None:
    """One order that is done, one whose job is dead, and one that waits."""
    await write(seed_demo)
    install_provider(Moody(tmp_path / "provider.jsonl"))
    ann = await shopper()
    await write(lambda tx: tx.execute("UPDATE product SET price_cents = 1000 WHERE sku = 'SKU-0001'"))
    await order(ann, key="key-1", SKU_0001=1)
    await order(ann, key="key-2", SKU_0001=9)
    await write(lambda tx: tx.execute("UPDATE job SET attempt = max_attempts - 1 WHERE subject_id = 2"))
    await drain()
    await order(ann, key="key-3", SKU_0001=2)


async def test_jobs_are_found_by_every_state_and_term(busy: None) -> None:
    for state, text in itertools.product(("", *STATES), TERMS):
        query = parse(text, state)
        page = await read(lambda tx, query=query: job_views.list_jobs(tx, query))  # type: ignore[misc]
        assert len(page.items) == page.total
        assert all(state in ("", job.state) for job in page.items)
    counts = await read(job_views.counts)
    assert (counts["queued"], counts["dead"]) == (1, 1)
    assert counts["succeeded"] == len((await read(lambda tx: job_views.list_jobs(tx, state="succeeded"))).items)


async def test_the_job_page_is_told(busy: None) -> None:
    assert {queue["name"]: queue["depth"] for queue in await read(worker_registry.queues)}["orders"] == 1
    assert await read(worker_registry.workers) == []
    told = {alarm.code: alarm.words for alarm in (await read(admin_banner.facts))["alarms"]}
    assert "1 job waits" in told["no_worker"]
    (group,) = await read(live_failures.live)
    assert (group.dead, group.orders, group.cents) == (1, 1, 9000)
    assert (await read(worker_registry.reviews))["orders"] == 1
    for state in ("queued", "dead", "succeeded"):
        (listed, *_) = (await read(lambda tx, state=state: job_views.list_jobs(tx, state=state))).items  # type: ignore[misc]
        job, _events = await read(lambda tx, listed=listed: job_views.find_job(tx, listed.id))  # type: ignore[misc]
        causes = await read(lambda tx, job=job: wait_reasons.causes(tx, job))  # type: ignore[misc]
        assert bool(causes) == (state == "queued")
        assert await read(lambda tx, job=job: job_views.repeats(tx, job)) == []  # type: ignore[misc]


async def test_figures_are_added_up_and_drawn(busy: None) -> None:
    for table, column in (("job_event", "at"), ("job", "created_at")):
        await write(lambda tx, t=table, c=column: tx.execute(f"UPDATE {t} SET {c} = {c} - 120000"))  # type: ignore[misc]
    while await roll_figures():
        pass
    await write(job_figures.note_versions)
    charts = await read(lambda tx: job_charts.charts(tx, "24h"))
    assert charts.kinds["order.process"].succeeded == 1
    assert charts.kinds["order.process"].failed == 1
    assert (await read(capacity_advice.advice)).needed >= 1


async def test_pauses_the_timetable_and_batches_are_kept(busy: None) -> None:
    await write(lambda tx: queue_pauses.pause_kind(tx, "mail.order", actor=ROOT))
    await write(lambda tx: queue_pauses.pause_queue(tx, "orders", actor=ROOT))
    assert [pause["name"] for pause in (await read(admin_banner.facts))["paused"]] == ["mail.order", "orders"]
    assert await drain() == 0
    await write(lambda tx: queue_pauses.resume_kind(tx, "mail.order", actor=ROOT))
    await write(lambda tx: queue_pauses.resume_queue(tx, "orders", actor=ROOT))
    await write(lambda tx: timetable.run_now(tx, "reservations.expire", actor=ROOT))
    entries = {entry.kind: entry.last for entry in await read(timetable.entries)}
    assert entries["reservations.expire"]["state"] == "queued"
    ids, _ = await read(lambda tx: job_query.find(tx, parse("", "dead")))
    seen = await read(lambda tx: bulk_preview.preview(tx, "retry", ids))
    assert (seen.orders, seen.cents) == (1, 9000)
    assert (await read(job_batches.list_batches)).total == 0


async def test_orders_products_people_and_mail_are_listed(busy: None) -> None:
    assert (await read(lambda tx: order_lists.all_orders(tx, q="ANN@"))).total == 3
    assert (await read(lambda tx: order_lists.all_orders(tx, q="cw-10002"))).total == 1
    placed = await one("SELECT public_id FROM orders WHERE id = 1")
    detail = await read(lambda tx: admin_order_detail.find(tx, placed["public_id"]))
    assert [job.kind for job in detail.jobs][:1] == ["order.process"]
    assert [each.at for each in detail.timeline] == sorted(each.at for each in detail.timeline)
    assert detail.refundable_cents == detail.order.total_cents
    assert (await read(lambda tx: admin_product_list.list_all(tx, q="sku-0001", status="active"))).total == 1
    (ann,) = (await read(customers.list_customers)).items
    sold = await one("SELECT sum(total_cents) AS cents FROM orders WHERE status = 'confirmed'")
    assert (ann.orders, ann.cents) == (3, sold["cents"])
    assert (await read(lambda tx: mail_views.list_mail(tx, "recorded", "order.confirmed", "CW-10001"))).total == 1
    assert (await read(dashboard_figures.figures))["dead_jobs"] == 1


async def test_sales_are_counted(busy: None) -> None:
    at = int((await one("SELECT max(created_at) AS at FROM orders"))["at"]) // DAY_MS * DAY_MS
    report = await read(lambda tx: analytics.report(tx, at - 6 * DAY_MS, at + DAY_MS))
    assert (report.total.placed, report.total.new_customers, report.products[0]["cents"]) == (
        3,
        1,
        1000,
    )  # the others are not sold yet
    assert [f"{day.revenue_cents:d}" for day in report.slots][-1] == str(
        report.total.revenue_cents
    )  # a whole number, not a decimal


async def test_the_last_admin_stays_and_mail_goes_again(busy: None) -> None:
    ann = await one("SELECT public_id FROM users")
    await write(lambda tx: customers.set_role(tx, ann["public_id"], StaffRole.OWNER, actor=ROOT))
    with pytest.raises(IllegalTransition):
        await write(lambda tx: customers.set_active(tx, ann["public_id"], is_active=False, actor=ROOT))
    await write(lambda tx: tx.execute("UPDATE email_message SET state = 'undeliverable'"))
    mail = await one("SELECT public_id FROM email_message ORDER BY id LIMIT 1")
    await write(lambda tx: mail_resends.resend(tx, mail["public_id"], actor=ROOT, recipient="new@example.com"))
    await drain()
    sent = await one("SELECT recipient, state FROM email_message ORDER BY id LIMIT 1")
    assert (sent["recipient"], sent["state"]) == ("new@example.com", "recorded")
    assert (await read(lambda tx: audit_log.entries(tx, AuditQuery()))).total == 2
    await books_are_clean()
