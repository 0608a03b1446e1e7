"""Admin pages of the shop's own pages: what each says, and whether buyers have to accept the terms."""

from typing import Any

from quart import Blueprint, Response, flash

from models.content import content_pages
from models.database import Transaction
from models.shared.errors import Refusal
from web.admin.admin_view import admin_page, errors_of, status_of, tried, whole_number
from web.forms.form_reader import form_values
from web.http.redirects import see_other
from web.security.actor import actor

blueprint = Blueprint("admin_pages", __name__)


@blueprint.get("/admin/pages")
async def show_all() -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"pages": await content_pages.all_pages(tx)}

    return await admin_page("admin/pages/list.html", facts)


@blueprint.get("/admin/pages/<slug>")
async def show(slug: str) -> Response:
    return await _show(slug)


@blueprint.post("/admin/pages/<slug>")
async def change(slug: str) -> Response:
    by, given = actor(), await form_values("body", "asks_consent", "version")

    async def work(tx: Transaction) -> None:
        version = whole_number(given["version"], "version")
        asks = given["asks_consent"] == "1"
        await content_pages.change(tx, by, slug, given["body"], asks_consent=asks, version=version)

    if refusal := await tried(work):
        return await _show(slug, refusal, given)
    await flash("Saved.", "good")
    return see_other(f"/admin/pages/{slug}")


async def _show(slug: str, refusal: Refusal | None = None, given: dict[str, str] | None = None) -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"written": await content_pages.find(tx, slug)}

    wrong = {"given": given, "errors": errors_of(refusal)}
    return await admin_page("admin/pages/page.html", facts, status=status_of(refusal), **wrong)
