"""Categories behind the shop: opened, renamed, ordered, and closed when they are empty."""

from typing import Any

from quart import Blueprint, Response

from models.catalog import catalog, category_changes
from models.database import Transaction
from models.shared.errors import Refusal
from web.admin.admin_view import admin_page, errors_of, status_of, tried, whole_number
from web.forms.form_reader import form_values
from web.http.redirects import see_other
from web.security.actor import actor

blueprint = Blueprint("admin_categories", __name__)


@blueprint.get("/admin/categories")
async def show() -> Response:
    return await _show()


@blueprint.post("/admin/categories")
async def create() -> Response:
    by, given = actor(), await form_values("name", "description")
    refusal = await tried(
        lambda tx: category_changes.create(tx, by, given["name"], description=given["description"].strip())
    )
    return await _after(refusal, "new", given)


@blueprint.post("/admin/categories/<category_id>")
async def change(category_id: str) -> Response:
    by, given = actor(), await form_values("name", "place")

    async def work(tx: Transaction) -> None:
        place = whole_number(given["place"], "place")
        await category_changes.rename_and_place(tx, by, category_id, given["name"], place)

    return await _after(await tried(work), category_id, given)


@blueprint.post("/admin/categories/<category_id>/deletion")
async def delete(category_id: str) -> Response:
    by = actor()
    return await _after(await tried(lambda tx: category_changes.delete(tx, by, category_id)), category_id, {})


async def _after(refusal: Refusal | None, form: str, given: dict[str, str]) -> Response:
    return see_other("/admin/categories") if refusal is None else await _show(refusal, form, given)


async def _show(refusal: Refusal | None = None, form: str = "", given: dict[str, str] | None = None) -> Response:
    """The page, with what was refused and typed in one of its forms: a category's id, or `new`."""

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"categories": await catalog.categories(tx)}

    wrong = {"form": form, "given": given or {}, "errors": errors_of(refusal)}
    return await admin_page("admin/categories.html", facts, status=status_of(refusal), wrong=wrong)
