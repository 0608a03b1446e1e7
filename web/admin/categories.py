"""Categories behind the shop: opened, renamed, ordered, and closed when they are empty."""

from typing import Any

from quart import Blueprint, Response

from models import catalog, category_changes
from models.database import Transaction
from models.refusals import Refusal
from web.actor import actor
from web.admin.view import admin_page, errors_of, tried, whole_number
from web.forms import form_values
from web.redirects import see_other

blueprint = Blueprint("admin_categories", __name__)


@blueprint.get("/admin/categories")
async def show() -> Response:
    return await _show()


@blueprint.post("/admin/categories")
async def create() -> Response:
    by, given = actor(), await form_values("name", "description")
    return await _after(
        await tried(lambda tx: category_changes.create(tx, by, given["name"], description=given["description"].strip()))
    )


@blueprint.post("/admin/categories/<category_id>")
async def change(category_id: str) -> Response:
    by, given = actor(), await form_values("name", "position")

    async def work(tx: Transaction) -> Any:
        changes = {"name": given["name"], "position": whole_number(given["position"], "position")}
        return await category_changes.change(tx, by, category_id, changes)

    return await _after(await tried(work))


@blueprint.post("/admin/categories/<category_id>/deletion")
async def delete(category_id: str) -> Response:
    by = actor()
    return await _after(await tried(lambda tx: category_changes.delete(tx, by, category_id)))


async def _after(refusal: Refusal | None) -> Response:
    return see_other("/admin/categories") if refusal is None else await _show(refusal)


async def _show(refusal: Refusal | None = None) -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"categories": await catalog.categories(tx)}

    status, errors = (refusal.status if refusal else 200), errors_of(refusal)
    problem = next(iter(errors.values()), "")
    return await admin_page("admin/categories.html", facts, status=status, problem=problem)
