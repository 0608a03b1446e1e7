"""Shipping several orders at once: a pick list, and shipping with a result for each order."""

from functools import partial
from typing import Any

from quart import Blueprint, Response, request

from models.audit.audit_log import Actor
from models.database import Transaction, write
from models.reports import pick_lists
from models.shared.errors import Refusal
from pipelines.orders import fulfilment
from web.admin.admin_view import admin_page
from web.forms.form_reader import form_values
from web.security.actor import actor

blueprint = Blueprint("admin_bulk_shipping", __name__)


@blueprint.get("/admin/orders/several")
async def several() -> Response:
    """The pick list to print, with the form that ships the packed orders."""
    return await _page(request.args.getlist("order"), {})


@blueprint.post("/admin/orders/shipments")
async def ship() -> Response:
    ids, by = (await request.form).getlist("order"), actor()
    given = await form_values("carrier", *map("tracking-{}".format, ids))
    carrier = given["carrier"].strip()

    async def work(tx: Transaction) -> dict[str, str]:
        await pick_lists.pick(tx, ids)
        tracking = {order_id: given[f"tracking-{order_id}"].strip() for order_id in ids}
        return {order_id: await _ship_one(tx, order_id, by, carrier, tracking[order_id]) for order_id in ids}

    return await _page(ids, await write(work))


async def _ship_one(tx: Transaction, order_id: str, by: Actor, carrier: str, tracking: str) -> str:
    """Ship one order independently of the others; empty, or the reason of the refusal."""
    one = partial(fulfilment.ship, public_id=order_id, actor=by, carrier=carrier, tracking=tracking)
    try:
        await tx.nested(one)
    except Refusal as refusal:
        return refusal.detail
    return ""


async def _page(ids: list[str], results: dict[str, str]) -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"picked": await pick_lists.pick(tx, ids)}

    return await admin_page("admin/orders/several.html", facts, results=results)
