"""Shipping methods: by country, at a flat price, free from an order total on."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError
from quart import Blueprint, Response, flash

from models.database import Transaction, write
from models.shared.errors import Invalid
from models.shipping import shipping_method_changes, shipping_methods
from models.shipping.countries import find_country
from models.shipping.shipping_methods import ShippingMethodView
from web.admin.admin_view import admin_page
from web.forms.catalog_query import NoPrice, cents_of
from web.forms.form_reader import form_values, read_form
from web.forms.input_model import Input, Line, RequiredLine
from web.http.redirects import see_other
from web.security.actor import actor

blueprint = Blueprint("admin_shipping_methods", __name__)

FIELDS = ("code", "name", "promise", "countries", "price", "free_from", "position", "is_active")


def _countries(text: str) -> str:
    codes = text.upper().replace(",", " ").split()
    if any(find_country(code) is None for code in codes):
        raise PydanticCustomError("countries", "Use the two letters of each country, such as US CA.")
    return " ".join(dict.fromkeys(codes))


def _amount(text: str) -> str:
    try:
        cents_of(text.strip())
    except NoPrice:
        raise PydanticCustomError("amount", "Enter an amount such as 25 or 19.90.") from None
    return text.strip()


Amount = Annotated[str, AfterValidator(_amount)]


class MethodForm(Input):
    """The form of a shipping method."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,20}$")]
    name: Annotated[RequiredLine, StringConstraints(max_length=80)]
    promise: Annotated[Line, StringConstraints(max_length=120)] = ""
    countries: Annotated[str, AfterValidator(_countries)] = ""
    price: Amount
    free_from: Amount = ""
    position: Annotated[int, Field(ge=0, le=1000)] = 0
    is_active: Literal["", "1"] = ""
    is_new: Literal["", "1"] = ""


@blueprint.get("/admin/shipping")
async def show() -> Response:
    return await _page()


@blueprint.post("/admin/shipping")
async def save() -> Response:
    form, errors = await read_form(MethodForm)
    if form is None:
        return await _page(await form_values(*FIELDS, "is_new"), errors, status=422)
    method = _method_of(form)
    by, is_new = actor(), form.is_new == "1"
    try:
        await write(lambda tx: shipping_method_changes.save(tx, by, method, is_new=is_new))
    except Invalid as refusal:
        return await _page(
            await form_values(*FIELDS, "is_new"), {each.field: each.message for each in refusal.errors}, status=422
        )
    await flash(f"{method.name} is saved.", "success")
    return see_other("/admin/shipping")


def _method_of(form: MethodForm) -> ShippingMethodView:
    return ShippingMethodView(
        code=form.code,
        name=form.name,
        promise=form.promise,
        countries=tuple(form.countries.split()),
        price_cents=cents_of(form.price) or 0,
        free_from_cents=cents_of(form.free_from) or None,
        position=form.position,
        is_active=form.is_active == "1",
    )


async def _page(
    form: dict[str, Any] | None = None, errors: dict[str, str] | None = None, *, status: int = 200
) -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"methods": await shipping_methods.methods(tx, include_inactive=True)}

    return await admin_page("admin/shipping.html", facts, status=status, form=form, errors=errors or {})
