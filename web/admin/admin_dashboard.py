"""The admin dashboard."""

import json
from typing import Any

from quart import Blueprint, Response

from models.catalog.stock_list import list_stock
from models.database import Transaction
from models.jobs.admin.job_query import MAX_MATCHES
from models.orders import order_lists
from models.reports import analytics, dashboard_figures
from web.admin.admin_analytics import drawn
from web.admin.admin_view import admin_page
from web.forms.date_ranges import span_of

blueprint = Blueprint("admin_dashboard", __name__)

LATEST = 5
LOWEST = 8
DAYS = 30


@blueprint.get("/admin")
async def show() -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        latest = await order_lists.all_orders(tx, per_page=LATEST, with_lines=False)
        low = await list_stock(tx, is_low=True, per_page=LOWEST)
        report = await analytics.report(tx, *span_of("", "", days=DAYS))
        return {
            "counts": await dashboard_figures.figures(tx),
            "latest_orders": latest.items,
            "low": low.items,
            "sold": report.total,
            "drawn": json.dumps(drawn(report.slots)),
        }

    return await admin_page("admin/dashboard.html", facts, most=MAX_MATCHES)
