"""The figures on the admin's front page."""

from models.database import Transaction
from models.jobs.admin import job_views

FIGURES = """
SELECT (SELECT count(*) FROM orders) AS orders, (SELECT count(*) FROM product WHERE status = 'active') AS products,
    (SELECT count(*) FROM inventory i JOIN product p ON p.id = i.product_id
    WHERE p.status = 'active' AND i.on_hand - i.reserved <= i.low_stock_threshold) AS low_stock
"""


async def figures(tx: Transaction) -> dict[str, int]:
    """The numbers of orders, products on sale, products with low stock, due jobs, retrying and dead jobs.

    Jobs are counted up to `MAX_MATCHES` + 1.
    """
    row = await tx.fetch_one(FIGURES)
    assert row is not None
    jobs = await job_views.counts(tx)
    return {**dict(row), "queued_jobs": jobs["queued"], "dead_jobs": jobs["dead"], "retrying_jobs": jobs["retrying"]}
