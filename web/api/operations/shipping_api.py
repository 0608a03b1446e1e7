"""Before buying, over the API: the countries, the ways of shipping with their prices, and what an order would cost."""

from dataclasses import dataclass
from typing import Any

from quart import Blueprint, Response, jsonify

from models.accounts import address_book
from models.carts import carts
from models.carts.cart_views import CartView
from models.checkout.quotes import offered, quote
from models.database import Transaction, read
from models.shared.errors import CartEmpty, FieldError, Invalid, NotFound
from models.shipping import shipping_methods
from models.shipping.countries import Country, countries
from models.shipping.shipping_methods import ShippingMethodView
from web.api.description.operation import EVERYBODY, Operation
from web.api.description.operation_tags import ORDERS
from web.api.documents.list_pages import ListQuery
from web.api.documents.money_format import amount
from web.api.operations.cart_api import cart_document
from web.api.schemas import shipping_schemas as schemas
from web.checkout.checkout_input import Method
from web.checkout.guest_cart import HEADER as CART_HEADER
from web.checkout.guest_cart import cart_owner
from web.forms.address_input import CountryCode
from web.forms.input_model import Input
from web.security.identity import caller

blueprint = Blueprint("api_shipping", __name__)


class ShippingQuery(ListQuery):
    """Where to; without a country all ways are told."""

    country: CountryCode | None = None


class QuoteRequest(Input):
    """Where an order would go, by country or by a saved address, and how."""

    country: CountryCode | None = None
    address_id: str | None = None
    shipping_method: Method = "standard"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a quote is made of, read at one moment."""

    cart: CartView
    methods: list[ShippingMethodView]
    country: str


@blueprint.get("/countries")
@Operation("List the countries and what an address needs in each", ORDERS, EVERYBODY, gives=schemas.CountryList)
async def list_countries() -> Response:
    return jsonify({"items": [_country(each) for each in countries().values()]})


@blueprint.get("/shipping-methods")
@Operation(
    *("List the ways of shipping, with their prices for the caller's cart", ORDERS, EVERYBODY),
    gives=schemas.ShippingMethodList,
    asks=(CART_HEADER,),
)
async def list_methods(query: ShippingQuery) -> Response:
    basis = await _basis(query.country or "", None)
    subtotal = basis.cart.subtotal_cents
    return _private({"items": [_method(each, subtotal) for each in offered(basis.methods, basis.country)]})


@blueprint.post("/orders/quote")
@Operation(
    *("Tell what an order of the cart would cost; nothing is placed", ORDERS, EVERYBODY),
    gives=schemas.QuoteDocument,
    refuses=(CartEmpty, NotFound),
    asks=(CART_HEADER,),
)
async def dry_run(body: QuoteRequest) -> Response:
    if (body.country is None) == (body.address_id is None):
        code, words = (
            ("missing", "Say where to.") if body.country is None else ("ambiguous", "There is an address_id too.")
        )
        raise Invalid("Send either country or address_id.", errors=[FieldError("country", code, words)])
    basis = await _basis(body.country or "", body.address_id)
    if not basis.cart.items:
        raise CartEmpty("There is nothing in the cart.")
    told = quote(basis.cart, basis.methods, basis.country, body.shipping_method)
    if told.method is None or told.method.code != body.shipping_method:
        words = f"There is no such way of shipping to {basis.country}."
        raise Invalid.field("shipping_method", "unavailable", words)
    cart = cart_document(told.cart)
    return _private(
        {
            "country": basis.country,
            "shipping_method": told.method.code,
            "items": cart["items"],
            "subtotal": cart["subtotal"],
            "shipping": amount(told.shipping_cents),
            "total": amount(told.total_cents),
            "can_be_ordered": told.cart.can_be_ordered,
            "warnings": cart["warnings"],
            "shipping_methods": [_method(each, told.cart.subtotal_cents) for each in told.methods],
        }
    )


async def _basis(country: str, address_id: str | None) -> Basis:
    """The caller's cart, the ways of shipping and the country, in one read. Raises NotFound for no such address."""
    owner, user = cart_owner(), caller().id if address_id is not None else 0

    async def work(tx: Transaction) -> Basis:
        where = (await address_book.find(tx, user, address_id)).country if address_id is not None else country
        return Basis(await carts.view(tx, owner), await shipping_methods.methods(tx), where)

    return await read(work)


def _private(document: dict[str, Any]) -> Response:
    response = jsonify(document)
    response.headers["Cache-Control"] = "no-store"
    return response


def _country(country: Country) -> dict[str, Any]:
    return {
        "code": country.code,
        "name": country.name,
        "order": list(country.order),
        "used": sorted(country.used),
        "needed": sorted(country.needed),
        "labels": dict(country.labels),
        "needs_city_or_region": country.needs_city_or_region,
        "postal_code_pattern": country.postal_code_pattern,
        "postal_code_example": country.postal_code_example,
    }


def _method(method: ShippingMethodView, subtotal_cents: int) -> dict[str, Any]:
    """A way of shipping; `cost` is what it comes to for goods of this sum."""
    return {
        "code": method.code,
        "name": method.name,
        "promise": method.promise,
        "countries": list(method.countries),
        "price": amount(method.price_cents),
        "free_from": None if method.free_from_cents is None else amount(method.free_from_cents),
        "cost": amount(method.cost_cents(subtotal_cents)),
    }
