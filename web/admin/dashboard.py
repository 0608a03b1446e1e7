"""The admin's front page."""

from typing import Any

from quart import Blueprint, Response

from models import dashboard, order_lists
from models.database import Transaction
from web.admin.view import admin_page

blueprint = Blueprint("admin_dashboard", __name__)

LATEST = 5


@blueprint.get("/admin")
async def show() -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        latest = await order_lists.all_orders(tx, per_page=LATEST)
        return {"counts": await dashboard.figures(tx), "latest_orders": latest.items}

    return await admin_page("admin/dashboard.html", facts)
