"""Families of products over the API, for admins: made, read, changed and dissolved."""

from typing import Annotated, Any

from pydantic import Field
from quart import Blueprint, Response, jsonify

from models.catalog.families import family_changes
from models.catalog.families.family_records import FamilyMember, FamilyRecord, find_family, list_families
from models.catalog.families.family_rules import FamilyToBe, MemberToBe
from models.catalog.family_views import FamilyOption
from models.database import Transaction, read, write
from models.inventory.stock_adjustments import MOST_ON_HAND
from models.shared.errors import BelowReserved, NotFound, SkuTaken, VersionConflict
from models.shared.times import iso
from web.api.description.operation import ADMIN, Operation
from web.api.description.operation_tags import CATALOG
from web.api.documents.conditional_requests import has_moved_on, tag_of
from web.api.documents.idempotency_keys import write_once
from web.api.documents.list_pages import PageQuery, list_response
from web.api.documents.money_format import amount
from web.api.schemas import family_schemas as schemas
from web.api.schemas.common_schemas import Listed
from web.forms.input_model import Input, MoneyInput, says
from web.security.actor import actor

blueprint = Blueprint("api_families", __name__)


class OptionToBe(Input):
    """What the products of a family differ by, with its values as they are offered."""

    name: str
    values: list[str]


class MemberInput(Input):
    """A product of the family: one that there is by its id, or a new one with a SKU and a price.

    `values` has one value of each option, in their order.
    """

    values: list[str]
    product_id: str = ""
    sku: str = ""
    price: MoneyInput | None = None
    on_hand: Annotated[int | None, says(minimum=0, maximum=MOST_ON_HAND)] = None

    def wanted(self) -> MemberToBe:
        """As the models take it."""
        cents = None if self.price is None else self.price.amount
        return MemberToBe(tuple(self.values), self.product_id, self.sku, cents, self.on_hand)


class FamilyInput(Input):
    """The body that makes a family."""

    name: str
    options: list[OptionToBe]
    members: list[MemberInput]


class FamilyChange(Input):
    """Changed parts of a family; omitted ones are kept. A product that `members` does not name leaves the family."""

    name: str | None = None
    options: list[OptionToBe] | None = None
    members: list[MemberInput] | None = Field(default=None)


@blueprint.get("/admin/families")
@Operation("List the families of products", CATALOG, ADMIN, gives=Listed[schemas.FamilySummaryDocument])
async def families(query: PageQuery) -> Response:
    found = await read(lambda tx: list_families(tx, page=query.page, per_page=query.per_page))
    return list_response(
        found,
        lambda each: {
            "id": each.id,
            "name": each.name,
            "option_names": each.option_names,
            "member_count": each.member_count,
        },
    )


@blueprint.post("/admin/families")
@Operation(
    *("Make a family of products", CATALOG, ADMIN),
    gives=schemas.FamilyDocument,
    status=201,
    refuses=(SkuTaken, BelowReserved),
    answers=("Location", "ETag"),
    is_once=True,
)
async def create_family(body: FamilyInput) -> Response:
    by = actor()
    wanted = FamilyToBe(body.name, _options(body.options), tuple(each.wanted() for each in body.members))

    async def work(tx: Transaction) -> dict[str, Any]:
        return _document(await family_changes.create(tx, by, wanted))

    document = await write_once(work, body)
    response = _response(document)
    response.status_code = 201
    response.headers["Location"] = f"/api/v1/admin/families/{document['id']}"
    return response


@blueprint.get("/admin/families/<family_id>")
@Operation(
    *("Read a family with all its products", CATALOG, ADMIN),
    gives=schemas.FamilyDocument,
    refuses=(NotFound,),
    answers=("ETag",),
)
async def family(family_id: str) -> Response:
    return _response(_document(await read(lambda tx: find_family(tx, family_id))))


@blueprint.patch("/admin/families/<family_id>")
@Operation(
    *("Change the options or the products of a family", CATALOG, ADMIN),
    gives=schemas.FamilyDocument,
    refuses=(NotFound, SkuTaken, BelowReserved, VersionConflict),
    answers=("ETag",),
    asks=("If-Match",),
)
async def change_family(family_id: str, body: FamilyChange) -> Response:
    by = actor()

    async def work(tx: Transaction) -> dict[str, Any]:
        before = await find_family(tx, family_id)
        if has_moved_on(_tag(_document(before))):
            raise VersionConflict("Somebody else has changed this family since you read it.", version=before.version)
        now = family_changes.as_it_is(before)
        wanted = FamilyToBe(
            now.name if body.name is None else body.name,
            now.options if body.options is None else _options(body.options),
            now.members if body.members is None else tuple(each.wanted() for each in body.members),
        )
        return _document(await family_changes.change(tx, by, family_id, wanted, version=before.version))

    return _response(await write(work))


@blueprint.delete("/admin/families/<family_id>")
@Operation("Dissolve a family; its products stay on sale", CATALOG, ADMIN, status=204, refuses=(NotFound,))
async def dissolve_family(family_id: str) -> tuple[str, int]:
    by = actor()
    await write(lambda tx: family_changes.dissolve(tx, by, family_id))
    return "", 204


def _options(given: list[OptionToBe]) -> tuple[FamilyOption, ...]:
    return tuple(FamilyOption(each.name, tuple(each.values)) for each in given)


def _response(document: dict[str, Any]) -> Response:
    response = jsonify(document)
    response.set_etag(_tag(document))
    return response


def _tag(document: dict[str, Any]) -> str:
    return tag_of(document, document["version"])


def _document(family: FamilyRecord) -> dict[str, Any]:
    return {
        "id": family.id,
        "name": family.name,
        "options": [{"name": each.name, "values": list(each.values)} for each in family.options],
        "members": [_member(each) for each in family.members],
        "version": family.version,
        "created_at": iso(family.created_at),
        "updated_at": iso(family.updated_at),
    }


def _member(member: FamilyMember) -> dict[str, Any]:
    product = member.product
    return {
        "product_id": product.id,
        "sku": product.sku,
        "name": product.name,
        "values": list(member.values),
        "price": amount(product.price_cents),
        "status": product.status,
        "on_hand": product.on_hand,
        "available": product.available,
    }
