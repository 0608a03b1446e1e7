"""What an order costs does not grow with the years: nothing in its life walks over a table, or over all of a kind."""

import pytest

from models.database import read
from models.webhooks import webhook_deliveries
from tests.query_plans import Plans, reads_all
from tests.stack import sqlite_only
from tests.web.clients import Browser, text_of
from tests.web.placing import drain, place_by_page

pytestmark = [pytest.mark.asyncio, sqlite_only("it reads SQLite's query plans")]
OF_A_KIND = "idx_job_kind"  # leads to all jobs of a kind there ever were


async def test_no_statement_of_an_orders_life_reads_more_as_the_shop_grows(ann: Browser, plans: Plans) -> None:
    plans.clear()
    path = await place_by_page(ann)
    await text_of(await ann.get(path))
    await drain()
    await text_of(await ann.get(path))
    await text_of(await ann.get(f"{path}/status?v=0", headers={"HX-Request": "true"}))
    bad = [(" ".join(sql.split()), line) for sql, plan in plans for line in _growing(sql, plan)]
    assert len(plans) > 20
    assert bad == []


def _growing(sql: str, plan: list[str]) -> list[str]:
    """An insert's plan also names the tables that refer to its own, which are looked at for deferred keys alone."""
    of_insert = [line for line in plan if not sql.lstrip().startswith("INSERT") or line.split()[1] in sql.split()]
    return [*reads_all(sql, of_insert), *(line for line in plan if OF_A_KIND in line)]


async def test_deliveries_that_run_are_counted_along_what_runs(ann: Browser) -> None:
    plan = await read(lambda tx: tx.fetch(f"EXPLAIN QUERY PLAN {webhook_deliveries.AHEAD}", 1, 1))
    steps = [row["detail"] for row in plan]
    assert steps, "there is a plan"
    assert not any(OF_A_KIND in step for step in steps)
    assert reads_all(webhook_deliveries.AHEAD, steps) == []
