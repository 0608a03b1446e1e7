"""A catalogue in a CSV file: read as a whole, and put on sale in one transaction or not at all."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from models.audit.audit_log import Actor
from models.catalog import category_changes, product_changes
from models.catalog.product_changes import NewProduct
from models.database import Transaction
from models.shared.errors import Invalid, Refusal

NEEDED = ("sku", "name", "price", "category")
ALLOWED = (*NEEDED, "on_hand", "low_stock_threshold", "description")


@dataclass(frozen=True, slots=True)
class CatalogueLine:
    """One line of the file: its number, the category's name, and the product without a category."""

    number: int
    category: str
    values: Mapping[str, str]


class BadCatalogue(Exception):
    """The file cannot be put on sale; the message names the line."""


def read_catalogue(path: Path) -> list[CatalogueLine]:
    """The lines of a file in UTF-8 whose first line names the columns. Raises BadCatalogue."""
    try:
        with io.StringIO(path.read_text(encoding="utf-8-sig"), newline="") as file:
            rows = csv.DictReader(file, strict=True)
            columns = [name.strip() for name in rows.fieldnames or ()]
            if missing := [name for name in NEEDED if name not in columns]:
                raise BadCatalogue(f"{path} has no column {', '.join(missing)}")
            if unknown := [name for name in columns if name not in ALLOWED]:
                raise BadCatalogue(f"{path} has columns that are not known: {', '.join(unknown)}")
            return [_line(number, columns, row) for number, row in enumerate(rows, 2)]
    except OSError as error:
        raise BadCatalogue(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeError as error:
        raise BadCatalogue(f"{path} is not text in UTF-8: save it as CSV UTF-8") from error
    except csv.Error as error:
        raise BadCatalogue(f"{path} is not a CSV file: {error}") from error


async def put_on_sale(tx: Transaction, actor: Actor, lines: list[CatalogueLine]) -> int:
    """Create all products, and the categories that are new. Raises BadCatalogue, and nothing was done."""
    known = {row["name"].casefold(): row["slug"] for row in await tx.fetch("SELECT name, slug FROM category")}
    for line in lines:
        try:
            if line.category.casefold() not in known:
                made = await category_changes.create(tx, actor, line.category)
                known[line.category.casefold()] = made.slug
            await product_changes.create(tx, actor, _product(line, known[line.category.casefold()]))
        except Refusal as refusal:
            raise BadCatalogue(f"line {line.number}: {_words(refusal)}; nothing was put on sale") from None
    return len(lines)


def _line(number: int, columns: list[str], row: Mapping[str, str | None]) -> CatalogueLine:
    if None in row or None in row.values():
        raise BadCatalogue(f"line {number} has another number of columns than the first line")
    values = {name: (value or "").strip() for name, value in zip(columns, row.values(), strict=True)}
    return CatalogueLine(number, values["category"], values)


def _product(line: CatalogueLine, category: str) -> NewProduct:
    values = line.values
    try:
        cents = Decimal(values["price"]) * 100
        on_hand, threshold = int(values.get("on_hand") or 0), int(values.get("low_stock_threshold") or 5)
        if cents != int(cents):
            raise Invalid("The price has parts of a cent.")
    except (InvalidOperation, ValueError, OverflowError):
        raise Invalid("The price or the stock is no number.") from None
    return NewProduct(
        values["sku"], values["name"], int(cents), category, values.get("description", ""), on_hand, threshold
    )


def _words(refusal: Refusal) -> str:
    errors = getattr(refusal, "errors", ())
    return "; ".join(f"{each.field}: {each.message}" for each in errors) or refusal.detail
