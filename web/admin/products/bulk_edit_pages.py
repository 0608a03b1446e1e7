"""Price and stock of several products at once: a form, a preview of each, and the change as it was previewed."""

from decimal import Decimal

from quart import Blueprint, Response, flash, request
from werkzeug.datastructures import MultiDict

from models.catalog import bulk_changes
from models.catalog.bulk_changes import BulkChange, PlannedProduct, ProductAsSeen
from models.database import read, write
from models.shared.errors import Invalid, NotFound, Refusal
from models.shared.plain_text import plain, without_control
from web.admin.admin_view import admin_page, errors_of, no_facts, status_of, whole_number
from web.forms.form_reader import WHOLE_FORM
from web.forms.money_input import cents_of, percent_of
from web.http.redirects import see_other
from web.security.actor import actor

blueprint = Blueprint("admin_bulk_edit", __name__)

PATH = "/admin/products/several"
FIELDS = ("price_rule", "price_value", "stock_rule", "stock_value", "low_stock_threshold", "reason")
PRICE_RULES = {
    "": "No change",
    "set": "Set to",
    "raise_percent": "Raise by percent",
    "lower_percent": "Lower by percent",
    "raise": "Raise by amount",
    "lower": "Lower by amount",
}
STOCK_RULES = {"": "No change", "set": "Set to", "add": "Add units", "remove": "Take units away"}
BESIDE = {  # beside which field of the form stands what is wrong with a change
    "price": "price_rule",
    "price_percent": "price_value",
    "on_hand": "stock_value",
    "stock_add": "stock_value",
    "change": WHOLE_FORM,
}
CHOICES: dict[str, object] = {"price_rules": PRICE_RULES, "stock_rules": STOCK_RULES}


@blueprint.get(PATH)
async def show() -> Response:
    """The form for the chosen products and, once it says what is to change, the preview."""
    return await _page(request.args.getlist("product"), _given(request.args), wants_preview="preview" in request.args)


@blueprint.post(PATH)
async def apply() -> Response:
    form, by = await request.form, actor()
    given, seen = _given(form), [_seen(each) for each in form.getlist("seen")]
    ids = [each.id for each in seen]
    try:
        change = _change(given)
        planned = await write(lambda tx: bulk_changes.carry_out(tx, by, ids, change, seen=seen))
    except NotFound:
        raise
    except Refusal as refusal:
        return await _page(ids, given, refusal, wants_preview=True)
    await flash(f"Saved: {len(planned)} {'product' if len(planned) == 1 else 'products'}.", "good")
    return see_other("/admin/products")


async def _page(
    ids: list[str], given: dict[str, str], refusal: Refusal | None = None, *, wants_preview: bool
) -> Response:
    """The page, with the preview where the change can be understood."""
    planned: list[PlannedProduct] = []
    products = await read(lambda tx: bulk_changes.chosen(tx, ids))
    if wants_preview:
        try:
            change = _change(given)
            planned = await read(lambda tx: bulk_changes.plan(tx, ids, change))
        except Invalid as invalid:
            refusal = refusal or invalid
    shown = {"given": given, "planned": planned, "products": products, "errors": _errors(refusal), **CHOICES}
    return await admin_page("admin/products/several.html", no_facts, status=status_of(refusal), **shown)


def _errors(refusal: Refusal | None) -> dict[str, str]:
    """The messages by the fields of this form; what belongs to none of them stands above it."""
    errors = {BESIDE.get(field, field): words for field, words in errors_of(refusal).items()}
    return errors if refusal is None or errors.keys() <= {*FIELDS, WHOLE_FORM} else {WHOLE_FORM: refusal.detail}


def _given(sent: MultiDict[str, str]) -> dict[str, str]:
    return {name: plain(without_control(sent.get(name, ""), but="")).strip() for name in FIELDS}


def _change(given: dict[str, str]) -> BulkChange:
    """Raises Invalid with the name of the field."""
    rule, typed = given["price_rule"], given["price_value"]
    stock_rule, threshold = given["stock_rule"], given["low_stock_threshold"]
    _refuse_unknown(rule, PRICE_RULES, "price_rule")
    _refuse_unknown(stock_rule, STOCK_RULES, "stock_rule")
    units = whole_number(given["stock_value"], "stock_value") if stock_rule else 0
    percent = _percent(typed) if rule.endswith("_percent") else None
    cents = _cents(typed) if rule in ("set", "raise", "lower") else 0
    return BulkChange(
        price_cents=cents if rule == "set" else None,
        price_percent=-percent if percent is not None and rule == "lower_percent" else percent,
        price_add_cents={"raise": cents, "lower": -cents}.get(rule),
        on_hand=units if stock_rule == "set" else None,
        stock_add={"add": units, "remove": -units}.get(stock_rule),
        low_stock_threshold=whole_number(threshold, "low_stock_threshold") if threshold else None,
        reason=given["reason"],
    )


def _refuse_unknown(rule: str, rules: dict[str, str], field: str) -> None:
    if rule not in rules:
        raise Invalid.field(field, "unknown", "Choose one of the list.")


def _cents(typed: str) -> int:
    cents = cents_of(typed)
    if cents is None:
        raise Invalid.field("price_value", "invalid", "Write an amount such as 12.99.")
    return cents


def _percent(typed: str) -> Decimal:
    percent = percent_of(typed)
    if percent is None:
        raise Invalid.field("price_value", "invalid", "Write a percentage such as 10 or 12.5.")
    return percent


def _seen(text: str) -> ProductAsSeen:
    """What the preview showed of a product: its id, version and stock."""
    product_id, _, numbers = text.partition(".")
    version, _, on_hand = numbers.partition(".")
    return ProductAsSeen(product_id, whole_number(version, "seen"), whole_number(on_hand, "seen"))
