"""The admin's front page."""

from typing import Any

from quart import Blueprint, Response

from models import dashboard, job_views, order_lists
from models.database import Transaction, read
from web.pages import page

blueprint = Blueprint("admin_dashboard", __name__)

LATEST = 5


@blueprint.get("/admin")
async def show() -> Response:
    async def work(tx: Transaction) -> dict[str, Any]:
        latest = await order_lists.all_orders(tx, per_page=LATEST)
        return {
            "counts": await dashboard.figures(tx),
            "latest_orders": latest.items,
            "no_worker_warning": await job_views.idle_warning(tx),
        }

    return await page("admin/dashboard.html", **await read(work))
