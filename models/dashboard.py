"""The shop in a few figures."""

from models.database import Transaction


async def figures(tx: Transaction) -> dict[str, int]:
    """How many orders, products on sale, products at their threshold, jobs waiting and jobs dead."""
    row = await tx.fetch_one(
        "SELECT (SELECT count(*) FROM orders) AS orders,"
        " (SELECT count(*) FROM product WHERE status = 'active') AS products,"
        " (SELECT count(*) FROM inventory WHERE on_hand - reserved <= low_stock_threshold) AS low_stock,"
        " (SELECT count(*) FROM job WHERE state = 'queued') AS queued_jobs,"
        " (SELECT count(*) FROM job WHERE state = 'dead') AS dead_jobs"
    )
    return dict(row) if row else {}
