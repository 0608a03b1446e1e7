"""Many products and their stock from a table: planned first, then done as planned and as a whole, or not at all."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from models.audit.audit_log import Actor
from models.catalog import product_changes
from models.catalog.catalog import PLAIN_COLUMNS, PRODUCT_TABLES, ProductStatus
from models.catalog.product_changes import NewProduct
from models.database import Row, Transaction
from models.inventory import stock_adjustments
from models.shared.errors import FieldError, Invalid, VersionConflict
from models.shared.rich_text import from_form

STOCK = ("on_hand", "low_stock_threshold")
TEXTS = ("name", "category_id", "price_cents", "status", "description", "details")
COLUMNS = ("sku", *TEXTS[:4], *STOCK, *TEXTS[4:])
NEEDED = {"name": "name", "category_id": "category", "price_cents": "price"}
MOST_TOLD = 100  # errors
REASON = "imported from a file"
EVERYTHING = f"SELECT {PLAIN_COLUMNS}, p.details {PRODUCT_TABLES} ORDER BY p.sort_sku, p.id"


class LineError(NamedTuple):
    """What is wrong with one cell of the table."""

    line: int
    column: str
    message: str


class ValueChange(NamedTuple):
    """One value that changes; None before: the product is new."""

    column: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row of the table: a SKU, and the values of the columns that it says something of."""

    line: int
    sku: str
    values: dict[str, object]


class ImportTable(NamedTuple):
    """A table that was read, and what was wrong with its cells then."""

    rows: Sequence[ImportRow]
    errors: Sequence[LineError]


@dataclass(frozen=True, slots=True)
class ProductRecord:
    """A product with the values of all `COLUMNS`; its category by slug."""

    id: str
    version: int
    reserved: int
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """What a row does."""

    line: int
    sku: str
    product_id: str  # empty: a new product
    name: str
    changes: list[ValueChange]


@dataclass(slots=True)
class ImportPlan:
    """What the whole table does, and what is wrong with it. `digest` names exactly this plan."""

    lines: list[PlannedLine] = field(default_factory=list)
    errors: list[LineError] = field(default_factory=list)
    digest: str = ""

    @property
    def effective(self) -> list[PlannedLine]:
        """The lines that change something."""
        return [line for line in self.lines if line.changes]

    @property
    def new_count(self) -> int:
        return sum(not line.product_id for line in self.lines)


async def all_products(tx: Transaction) -> list[ProductRecord]:
    """Every product, retired ones too, by SKU."""
    return [_record(row) for row in await tx.fetch(EVERYTHING)]


async def plan(tx: Transaction, table: ImportTable) -> ImportPlan:
    """What would be done; nothing is changed."""
    made = ImportPlan(errors=list(table.errors))
    known = {str(each.values["sku"]).lower(): each for each in await all_products(tx)}
    categories = {
        str(name).lower(): row["slug"]
        for row in await tx.fetch("SELECT slug, name FROM category ORDER BY id DESC")
        for name in (row["name"], row["slug"])
    }
    seen, versions = dict[str, int](), list[object]()
    for row in table.rows:
        first = seen.setdefault(row.sku.lower(), row.line)
        if not row.sku or first != row.line:
            words = f"This SKU stands in line {first} already." if row.sku else "Every line needs a SKU."
            made.errors.append(LineError(row.line, "sku", words))
            continue
        before = known.get(row.sku.lower())
        line, wrong = _planned(row, before, categories)
        made.lines.append(line)
        made.errors += wrong
        versions.append(before.version if before else 0)
    made.errors = sorted({(error.line, error.column): error for error in reversed(made.errors)}.values())
    told: list[Any] = [[line.sku, line.product_id, line.changes] for line in made.lines]
    made.digest = hashlib.sha256(json.dumps([told, versions]).encode()).hexdigest()[:32]
    return made


async def carry_out(tx: Transaction, actor: Actor, table: ImportTable, *, digest: str) -> ImportPlan:
    """Do what the plan of this digest says; without a digest, whatever the table says now.

    Raises:
        Invalid: a line is wrong; nothing was changed.
        VersionConflict: a product has changed since it was planned; nothing was changed.
    """
    made = await plan(tx, table)
    if made.errors:
        errors = [FieldError(f"line {line}.{column}", "invalid", words) for line, column, words in made.errors]
        raise Invalid("Some lines are wrong, so nothing was imported.", errors=errors[:MOST_TOLD])
    if digest and digest != made.digest:
        raise VersionConflict("The products or the file have changed since the preview. Nothing was imported.")
    for line in made.effective:
        await _carry_out_line(tx, actor, line)
    return made


async def _carry_out_line(tx: Transaction, actor: Actor, line: PlannedLine) -> None:
    values: dict[str, Any] = {change.column: change.after for change in line.changes}
    if not line.product_id:
        status = values.pop("status", ProductStatus.ACTIVE)
        made = await product_changes.create(tx, actor, NewProduct(sku=line.sku, **values))
        if status == ProductStatus.RETIRED:
            await product_changes.retire(tx, actor, made.id)
        return
    stock = {name: values.pop(name) for name in STOCK if name in values}
    if values:
        await product_changes.change(tx, actor, line.product_id, values)
    if stock:
        await stock_adjustments.adjust(tx, actor, line.product_id, **stock, reason=REASON)


def _planned(
    row: ImportRow, before: ProductRecord | None, categories: dict[str, str]
) -> tuple[PlannedLine, list[LineError]]:
    wrong, values = list[LineError](), dict(row.values)
    if "category_id" in values:
        name = str(values["category_id"])
        values["category_id"] = categories.get(name.lower(), "")
        if not values["category_id"]:
            wrong.append(LineError(row.line, "category", f"There is no category {name[:80]}."))
    if "details" in values:
        values["details"] = from_form(str(values["details"]))
        if before is not None and values["details"] == from_form(str(before.values["details"])):
            del values["details"]
    if before is None:
        wrong += [
            LineError(row.line, word, "A new product needs this.") for key, word in NEEDED.items() if key not in values
        ]
    wrong += [LineError(row.line, *each) for each in _refused(row.sku, values, before)]
    olds: dict[str, object] = before.values if before else {}
    changes = [ValueChange(name, olds.get(name), values[name]) for name in COLUMNS if name in values]
    name = str(values.get("name") or olds.get("name", ""))
    line = PlannedLine(
        row.line,
        str(olds.get("sku", row.sku)),
        before.id if before else "",
        name,
        [change for change in changes if before is None or change.before != change.after],
    )
    return line, wrong


def _refused(sku: str, values: dict[str, object], before: ProductRecord | None) -> list[tuple[str, str]]:
    """Column and words of each value that may not be."""
    found = list[tuple[str, str]]()
    try:
        product_changes.refuse({"sku": sku, **{name: values[name] for name in TEXTS if name in values}})
    except Invalid as refusal:
        found += [(error.field, error.message) for error in refusal.errors]
    counts: dict[str, Any] = {name: values[name] for name in STOCK if name in values}
    try:
        stock_adjustments.refuse(on_hand=counts.get("on_hand"), threshold=counts.get("low_stock_threshold"))
    except Invalid as refusal:
        found += [(error.field, error.message) for error in refusal.errors]
    if before is not None and counts.get("on_hand", before.reserved) < before.reserved:
        found.append(
            ("on_hand", f"{before.reserved:,} units are reserved for orders: the count cannot be lower than that.")
        )
    return found


def _record(row: Row) -> ProductRecord:
    values = {name: row[name] for name in COLUMNS if name != "category_id"}
    return ProductRecord(row["id"], row["version"], row["reserved"], values | {"category_id": row["category_slug"]})
