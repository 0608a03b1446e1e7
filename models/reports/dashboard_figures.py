"""The shop in a few figures."""

from models.database import Transaction
from models.jobs.admin import job_views

FIGURES = """
SELECT (SELECT count(*) FROM orders) AS orders, (SELECT count(*) FROM product WHERE status = 'active') AS products,
    (SELECT count(*) FROM inventory i JOIN product p ON p.id = i.product_id
    WHERE p.status = 'active' AND i.on_hand - i.reserved <= i.low_stock_threshold) AS low_stock
"""


async def figures(tx: Transaction) -> dict[str, int]:
    """How many orders, products on sale, of these at their threshold, jobs due and jobs dead.

    Jobs are counted up to one more than `job_finds.MOST_FOUND`.
    """
    row = await tx.fetch_one(FIGURES)
    assert row is not None
    jobs = await job_views.counts(tx)
    return {**dict(row), "queued_jobs": jobs["queued"], "dead_jobs": jobs["dead"]}
