"""The admin dashboard."""

import json
from typing import Any

from quart import Blueprint, Response

from models.catalog.stock_list import list_stock
from models.database import Transaction
from models.jobs.admin.job_query import MAX_MATCHES
from models.orders import order_lists
from models.reports import analytics, dashboard_figures
from models.reports.analytics import Day
from models.shared.times import DAY_MS
from web.admin.admin_view import admin_page

blueprint = Blueprint("admin_dashboard", __name__)

LATEST = 5
LOWEST = 8
DAYS = 30


@blueprint.get("/admin")
async def show() -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        latest = await order_lists.all_orders(tx, per_page=LATEST, with_lines=False)
        low = await list_stock(tx, is_low=True, per_page=LOWEST)
        tomorrow = (tx.now // DAY_MS + 1) * DAY_MS
        days = await analytics.by_day(tx, tomorrow - DAYS * DAY_MS, tomorrow)
        return {
            "counts": await dashboard_figures.figures(tx),
            "latest_orders": latest.items,
            "low": low.items,
            "days": days,
            "drawn": json.dumps(_drawn(days)),
        }

    return await admin_page("admin/dashboard.html", facts, most=MAX_MATCHES)


def _drawn(days: list[Day]) -> dict[str, Any]:
    points = {
        "revenue": [day.cents for day in days],
        "orders": [day.placed for day in days],
        "cancelled": [day.cancelled for day in days],
    }
    return {"times": [day.at for day in days], "points": points, "is_daily": True}
