"""The one form of a product: its texts, its price, its pictures, and whether it is on sale."""

from dataclasses import dataclass
from typing import Any

from quart import request

from models.audit.audit_log import Actor
from models.catalog import product_changes, product_pictures
from models.catalog.catalog import ProductView
from models.catalog.product_changes import NewProduct
from models.catalog.product_pictures import Arrangement, Upload
from models.database import Transaction, read
from models.shared.errors import Invalid
from pipelines.gateways.picture_files import LARGEST_BYTES, decode
from web.admin.admin_view import whole_number
from web.forms.form_reader import form_values
from web.forms.money_input import cents_of

FIELDS = ("sku", "name", "description", "price", "category_id", "version", "first", "alt")
STOCK = ("on_hand", "low_stock_threshold")
MAY_LACK = ("details", "status")  # a form without them leaves them as they are
ALT = "alt-"


@dataclass(frozen=True)
class SentProduct:
    """What was typed, by field, and the picture that came with it."""

    given: dict[str, str]
    removed: frozenset[str]
    picture: bytes

    def changes(self) -> dict[str, Any]:
        """The columns to change. Raises Invalid for a malformed price."""
        cents = cents_of(self.given["price"])
        if cents is None:
            words = "Write a price such as 12.99."
            raise Invalid.field("price", "invalid", words)
        plain = {name: self.given[name].strip() for name in ("sku", "name", "description")}
        more = {name: self.given[name] for name in MAY_LACK if name in self.given}
        return {**plain, **more, "price_cents": cents, "category_id": self.given["category_id"]}

    def arrangement(self) -> Arrangement:
        """What is wanted of the pictures that are there."""
        alts = {name: text for name, text in self.given.items() if name.startswith(ALT)}
        first = self.given["first"]
        return Arrangement(
            alts={whole_number(name.removeprefix(ALT), "picture"): text for name, text in alts.items()},
            removed=frozenset(whole_number(each, "picture") for each in self.removed),
            first=whole_number(first, "picture") if first else None,
        )


async def read_product_form() -> SentProduct:
    """The form that was sent."""
    form, file = await request.form, (await request.files).get("picture")
    alts = [name for name in form if name.startswith(ALT)]
    given = await form_values(*FIELDS, *STOCK, *alts, *(name for name in MAY_LACK if name in form))
    content = file.read(LARGEST_BYTES + 1) if file is not None and file.filename else b""
    return SentProduct(given, frozenset(form.getlist("remove")), content)


async def upload_of(sent: SentProduct, product_id: str = "") -> Upload | None:
    """The picture, decoded; None without one. Raises Invalid, NotAllowedNow if the product has no place for it."""
    if not sent.picture:
        return None
    if product_id:
        removed = sent.arrangement().removed
        await read(lambda tx: product_pictures.refuse_full(tx, product_id, removed))
    return await decode(sent.picture)


async def save_new(tx: Transaction, by: Actor, sent: SentProduct, upload: Upload | None) -> ProductView:
    """Put the product on sale. Raises Invalid, SkuTaken."""
    columns = {name: value for name, value in sent.changes().items() if name != "status"}
    numbers: dict[str, Any] = {name: whole_number(sent.given[name], name) for name in STOCK}
    made = await product_changes.create(tx, by, NewProduct(**columns, **numbers))
    if upload is not None:
        await product_pictures.add(tx, by, made.id, upload, sent.given["alt"])
    return made


async def save(tx: Transaction, by: Actor, product_id: str, sent: SentProduct, upload: Upload | None) -> None:
    """Save all of the form, or nothing. Raises ProductNotFound, Invalid, SkuTaken, VersionConflict, NotAllowedNow."""
    version = whole_number(sent.given["version"], "version")
    await product_changes.change(tx, by, product_id, sent.changes(), version=version)
    await product_pictures.arrange(tx, by, product_id, sent.arrangement())
    if upload is not None:
        await product_pictures.add(tx, by, product_id, upload, sent.given["alt"])
