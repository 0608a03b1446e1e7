"""Products and their stock as a table: what is written into a file, and what is read out of one."""

from collections.abc import Callable, Iterable
from typing import Any

from models.catalog.product_import import COLUMNS, ImportRow, ImportTable, LineError, ProductRecord
from models.inventory.stock_adjustments import MOST_ON_HAND
from models.shared.errors import Invalid
from models.shared.plain_text import TABS_AND_LINES, plain, without_control
from web.forms.csv_files import TableRow, money_cell, read_table
from web.forms.money_input import cents_of

NAMES = {"price_cents": "price", "category_id": "category"}  # columns whose name in a file is another one
STATUSES = {"active": "active", "on sale": "active", "retired": "retired"}


def table_of(products: Iterable[ProductRecord]) -> list[list[object]]:
    """The rows of the file, its head first."""
    return [[NAMES.get(name, name) for name in COLUMNS], *map(_row, products)]


def _row(product: ProductRecord) -> list[object]:
    cells = {**product.values, "price_cents": money_cell(int(str(product.values["price_cents"])))}
    return [cells[name] for name in COLUMNS]


def parse_products(content: bytes) -> ImportTable:
    """The rows of a file of products, and what is wrong with its cells.

    Raises:
        Invalid: the file cannot be read, or its columns are not those of products.
    """
    columns, rows = read_table(content)
    named = [NAMES.get(name, name) for name in COLUMNS]
    for name in columns:
        if name not in named or columns.count(name) > 1:
            words = f"There is no column {name[:40]!r}." if name not in named else f"There are two columns {name!r}."
            raise Invalid.field("file", "unknown_column", f"{words} The columns are: {', '.join(named)}.")
    if "sku" not in columns:
        raise Invalid.field("file", "no_sku", "A column sku is needed: it says which product a line is about.")
    errors = list[LineError]()
    return ImportTable([_parsed(row, errors) for row in rows], errors)


def _parsed(row: TableRow, errors: list[LineError]) -> ImportRow:
    """The values of a row; an empty cell says nothing."""
    values = dict[str, object]()
    for column in COLUMNS:
        name = NAMES.get(column, column)
        text = plain(without_control(row.cells.get(name, ""), but=TABS_AND_LINES))
        if not text.strip():
            continue
        read, words = READERS.get(column, (str.strip, ""))
        value = read(text)
        if value is None:
            errors.append(LineError(row.line, name, words))
        else:
            values[column] = value
    return ImportRow(row.line, str(values.pop("sku", "")), values)


def _whole(text: str) -> int | None:
    """Spreadsheets may put commas between thousands."""
    digits = text.strip().replace(",", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= len(str(MOST_ON_HAND)) else None


Reader = tuple[Callable[[str], Any], str]  # the value of a cell, None if it has none, and the words for that
NUMBER: Reader = (_whole, "This has to be a whole number.")
READERS: dict[str, Reader] = {
    "price_cents": (cents_of, "Write a price such as 12.99."),
    "on_hand": NUMBER,
    "low_stock_threshold": NUMBER,
    "status": (lambda text: STATUSES.get(text.strip().lower()), "A product is active or retired."),
    "description": (str, ""),
    "details": (str, ""),
}
