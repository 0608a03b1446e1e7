"""Tables as files that spreadsheets open: letters, money and names stay what they are."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from quart import Response

# How a text begins that a spreadsheet works out, in the widths of East Asian keyboards too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", *"\uff1d\uff0b\uff0d\uff20")


def csv_response(name: str, rows: Iterable[Sequence[object]]) -> Response:
    """A file to be saved under this name, the first row being its head."""
    file = io.StringIO()
    csv.writer(file).writerows([[_plain(cell) for cell in row] for row in rows])
    text = file.getvalue().encode("utf-8-sig")  # spreadsheets know UTF-8 by its mark alone
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, content_type="text/csv; charset=utf-8", headers=headers)


def money_cell(cents: int) -> Decimal:
    """1299 is 12.99, a number to a spreadsheet."""
    return Decimal(cents).scaleb(-2)


def _plain(cell: object) -> object:
    """Escape text that a spreadsheet would run as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" \u00a0").startswith(FORMULA) else cell
