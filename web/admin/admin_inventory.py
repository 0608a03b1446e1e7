"""Admin pages of the inventory: stock levels, restocks, recounts, thresholds, and the stock ledger."""

from functools import partial
from typing import Any

from quart import Blueprint, Response, flash, request

from models.catalog.stock_list import list_stock
from models.database import Transaction
from models.inventory import stock_adjustments
from models.shared.errors import Invalid, Refusal, VersionConflict
from web.admin.admin_view import admin_page, asks_for, errors_of, fragment, in_place, status_of, tried, whole_number
from web.forms.form_reader import form_values
from web.http.redirects import see_other
from web.rendering import page_number
from web.security.actor import actor

blueprint = Blueprint("admin_inventory", __name__)

LONGEST_SEARCH = 100
NO_REASON = "Say why the count changes."


@blueprint.get("/admin/inventory")
async def show() -> Response:
    number, text, is_low = page_number(), request.args.get("q", "").strip(), request.args.get("low") == "1"
    if len(text) > LONGEST_SEARCH or not text.isprintable():
        words = f"Search for at most {LONGEST_SEARCH} characters."
        raise Invalid.field("q", "too_long", words)

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"page": await list_stock(tx, q=text, is_low=is_low, page=number)}

    return await admin_page("admin/inventory/list.html", facts, q=text, is_low=is_low)


@blueprint.get("/admin/inventory/<product_id>")
async def one(product_id: str) -> Response:
    return await _one(product_id)


@blueprint.post("/admin/inventory/<product_id>/restock")
async def restock(product_id: str) -> Response:
    """Restock a product. For HTMX only its row is returned, with the new numbers or the error."""
    by, given = actor(), await form_values("quantity", "note")

    async def work(tx: Transaction) -> Any:
        quantity = whole_number(given["quantity"], "quantity")
        return await stock_adjustments.restock(tx, by, product_id, quantity, note=given["note"].strip()[:400])

    refusal = await tried(work)
    if not asks_for(f"stock-{product_id}"):
        return await _after(product_id, refusal, given)
    status = refusal.status if refusal else 200
    values = {"problem": refusal.detail} if refusal else {"came_in": int(given["quantity"])}
    row = await fragment("admin/inventory/_row.html", partial(_row, product_id), status=status, **given, **values)
    return in_place(row, f"stock-{product_id}")


@blueprint.post("/admin/inventory/<product_id>/count")
async def count(product_id: str) -> Response:
    by, given = actor(), await form_values("on_hand", "shown_on_hand", "low_stock_threshold", "reason", "version")

    async def work(tx: Transaction) -> Any:
        numbers = {name: whole_number(given[name], name) for name in ("on_hand", "low_stock_threshold", "version")}
        reason = given["reason"].strip()[:400]
        before = await stock_adjustments.find(tx, product_id)
        if not reason and numbers["on_hand"] != before.on_hand:
            raise Invalid.field("reason", "missing", NO_REASON)
        return await stock_adjustments.adjust(tx, by, product_id, reason=reason, **numbers)

    refusal = await tried(work)
    if isinstance(refusal, VersionConflict) and given["on_hand"] == given["shown_on_hand"]:
        del given["on_hand"]  # nobody counted: what is on hand now stands in the form
    return await _after(product_id, refusal, given)


async def _row(product_id: str, tx: Transaction) -> dict[str, Any]:
    return {"stock": await stock_adjustments.find(tx, product_id)}


async def _after(product_id: str, refusal: Refusal | None, given: dict[str, str]) -> Response:
    if refusal is not None:
        return await _one(product_id, refusal, given)
    await flash("Saved.", "good")
    return see_other(f"/admin/inventory/{product_id}")


async def _one(product_id: str, refusal: Refusal | None = None, given: dict[str, str] | None = None) -> Response:
    """The page of a product's stock, after a refusal with what was typed."""
    number, values = page_number(), {"errors": errors_of(refusal), "given": given or {}}

    async def facts(tx: Transaction) -> dict[str, Any]:
        found = await stock_adjustments.ledger(tx, product_id, page=number)
        return {"stock": await stock_adjustments.find(tx, product_id), "page": found}

    return await admin_page("admin/inventory/stock.html", facts, status=status_of(refusal), **values)
