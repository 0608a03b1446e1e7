"""Admin pages of families: the list, a new one made of a product, and the grid of one."""

from typing import Any

from quart import Blueprint, Response, flash, request

from models.catalog import catalog
from models.catalog.families import family_changes
from models.catalog.families.family_records import FamilyRecord, find_family, list_families
from models.catalog.families.family_rules import MOST_OPTIONS, FamilyToBe, MemberToBe
from models.database import Transaction, write
from models.shared.errors import NotFound, Refusal
from web.admin.admin_view import admin_page, errors_of, status_of, whole_number
from web.admin.products import family_form
from web.http.redirects import see_other
from web.rendering import page_number
from web.security.actor import actor

blueprint = Blueprint("admin_families", __name__)

PER_PAGE = 20
PATH = "/admin/families"


@blueprint.get(PATH)
async def show() -> Response:
    number = page_number()

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"page": await list_families(tx, page=number, per_page=PER_PAGE)}

    return await admin_page("admin/families/list.html", facts)


@blueprint.get(f"{PATH}/new")
async def new() -> Response:
    return await _new_page(request.args.get("product", ""), {})


@blueprint.post(PATH)
async def create() -> Response:
    """Make a family of one product, as the first value of each option; the grid has room for the others."""
    by, typed = actor(), family_form.typed_in(await request.form)
    options = family_form.options_in(typed)
    first = MemberToBe(tuple(next(iter(each.values), "") for each in options), typed.get("product", ""))
    wanted = FamilyToBe(typed.get("name", ""), options, (first,))
    try:
        made = await write(lambda tx: family_changes.create(tx, by, wanted))
    except NotFound:
        raise
    except Refusal as refusal:
        return await _new_page(typed.get("product", ""), typed, refusal)
    await flash(f"{made.name} is a family. Add its other products here.", "good")
    return see_other(f"{PATH}/{made.id}")


@blueprint.get(f"{PATH}/<family_id>")
async def one(family_id: str) -> Response:
    return await _grid(family_id)


@blueprint.post(f"{PATH}/<family_id>")
async def change(family_id: str) -> Response:
    by, form = actor(), await request.form
    typed, prefixes = family_form.typed_in(form), list[str]()

    async def work(tx: Transaction) -> FamilyRecord:
        family = await find_family(tx, family_id)
        wanted, rows = await family_form.wanted_of(tx, family, typed, form.getlist("remove"))
        prefixes.extend(rows)
        version = whole_number(typed.get("version", ""), "version")
        return await family_changes.change(tx, by, family_id, wanted, version=version)

    try:
        await write(work)
    except NotFound:
        raise
    except Refusal as refusal:
        return await _grid(family_id, typed, refusal, prefixes)
    await flash("Saved.", "good")
    return see_other(f"{PATH}/{family_id}")


@blueprint.post(f"{PATH}/<family_id>/dissolution")
async def dissolve(family_id: str) -> Response:
    by = actor()
    await write(lambda tx: family_changes.dissolve(tx, by, family_id))
    await flash("The family is dissolved. Its products stay on sale by themselves.", "good")
    return see_other(PATH)


async def _new_page(product_id: str, typed: dict[str, str], refusal: Refusal | None = None) -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        product = await catalog.find_product(tx, product_id, include_retired=True)
        return {"product": product, "given": {"name": product.name, **typed}}

    errors = family_form.beside(errors_of(refusal), [])
    shown = {"errors": errors, "option_places": range(MOST_OPTIONS)}
    return await admin_page("admin/families/new.html", facts, status=status_of(refusal), **shown)


async def _grid(
    family_id: str,
    typed: dict[str, str] | None = None,
    refusal: Refusal | None = None,
    prefixes: list[str] | None = None,
) -> Response:
    """The grid; after a refusal with what was typed, and each sentence beside its row."""

    async def facts(tx: Transaction) -> dict[str, Any]:
        family = await find_family(tx, family_id)
        now = family_form.fields_of(family)
        return {
            "family": family,
            "now": now,
            "given": {**now, **(typed or {})},
            "rows": family_form.grid_rows(family),
            "products": {each.product.id: each.product for each in family.members},
        }

    errors = family_form.beside(errors_of(refusal), prefixes or [])
    shown = {"errors": errors, "option_places": range(MOST_OPTIONS), "removed": (await request.form).getlist("remove")}
    return await admin_page("admin/families/family.html", facts, status=status_of(refusal), **shown)
