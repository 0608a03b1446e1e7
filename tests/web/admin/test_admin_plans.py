"""No page behind the shop walks over a table that grows with the years, and lists cost the same at any size."""

from pathlib import Path

import pytest

from tests.browser import stage
from tests.query_plans import Plans, reads_all
from tests.stack import sqlite_only
from tests.web.clients import Browser, text_of
from tests.web.placing import drain, place_by_page

pytestmark = [pytest.mark.asyncio, sqlite_only("it reads SQLite's query plans")]
WHOLE = {"integrity"}  # it asks whether all of the books are right
FILTERED = (
    "/admin/orders?status=confirmed",
    "/admin/orders?q=buyer7",
    "/admin/orders?q=CW-10003&status=shipped",
    "/admin/customers?q=ann",
    "/admin/emails?state=sent",
    "/admin/emails?kind=order.confirmed",
    "/admin/emails?order=CW-10001",
    "/admin/webhooks/stagedendpoint000000000001?state=dead",
    "/admin/audit?actor=root@example.com",
    "/admin/audit?action=job_kind.pause",
    "/admin/audit?object_type=product&object_id=x",
    "/admin/audit?since=2026-01-01&until=2026-02-01",
    "/admin/jobs?q=process:shop-2",
    "/admin/jobs?q=relay",
    "/admin/jobs?q=after:2026-11-01&state=dead",
    "/admin/analytics/files/customers?days=90",
)
LISTS = (("/admin/inventory", 8), ("/admin/orders", 8), ("/admin/inventory?low=1&q=a", 8))


async def stand(root: Browser, ann: Browser, folder: Path) -> None:
    """A shop with a past, and two orders by the program itself."""
    await place_by_page(ann)
    await drain()
    await place_by_page(ann)
    stage.set_up(folder)
    await root.post("/admin/jobs/kinds/mail.order/pause", reason="so that there is an audit entry")
    await root.post("/admin/jobs/kinds/mail.order/resume")


async def test_no_page_of_the_admin_reads_a_whole_table(
    root: Browser, ann: Browser, tmp_path: Path, plans: Plans
) -> None:
    await stand(root, ann, tmp_path)
    paths = {**stage.paths(tmp_path), **dict(zip(FILTERED, FILTERED, strict=True))}
    bad = {}
    for name in paths.keys() - WHOLE:
        plans.clear()
        await text_of(await root.get(paths[name]), 422 if name == "jobs-bad-term" else 200)
        assert plans
        for sql, plan in plans:
            if found := reads_all(sql, plan):
                bad[name, " ".join(sql.split())[:200]] = found
    assert bad == {}


async def test_the_look_can_fail(root: Browser, ann: Browser, tmp_path: Path, plans: Plans) -> None:
    await stand(root, ann, tmp_path)
    plans.clear()
    await root.get("/admin/doctor")
    assert any(reads_all(sql, plan) for sql, plan in plans)


@pytest.mark.parametrize(("path", "most"), LISTS)
async def test_lists_cost_few_statements_at_any_size(
    root: Browser, ann: Browser, tmp_path: Path, statements: list[str], path: str, most: int
) -> None:
    costs = []
    await root.get(path)
    for is_large in (False, True):
        if is_large:
            await stand(root, ann, tmp_path)
        statements.clear()
        await text_of(await root.get(path))
        costs.append([sql for sql in statements if sql.lstrip().startswith(("SELECT", "WITH"))])
    assert len(costs[0]) <= len(costs[1])
    assert len(costs[1]) <= most, "\n".join(costs[1])
