"""Tables as files that spreadsheets open and save: letters, money and names stay what they are."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from quart import Response

from models.shared.errors import Invalid

# How a text begins that a spreadsheet works out, in the widths of East Asian keyboards too.
FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
RISKY = re.compile(rf"'*+[ \u00a0]*+[{re.escape(FORMULA)}]")
DEFUSED = re.compile(rf"'{RISKY.pattern}")
SEPARATORS = ",;\t"
MOST_LINES = 2000
LARGEST_CELL = 100_000  # characters
NOT_UTF8 = "Save the file as CSV UTF-8: its letters cannot be read."


class TableRow(NamedTuple):
    """One row of a file: the line it begins on, the head being line 1, and its cells by the names of their columns."""

    line: int
    cells: dict[str, str]


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


def read_table(content: bytes) -> tuple[list[str], list[TableRow]]:
    """The columns and the rows of a file as spreadsheets save it: comma, semicolon or tab between its cells.

    Names of columns are in small letters. Empty rows are left out, and what `csv_response` put before a formula is
    taken away.

    Raises:
        Invalid: naming `file`: it cannot be read, has no rows or too many.
    """
    text = _text(content)
    head = text.partition("\n")[0]
    csv.field_size_limit(LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(SEPARATORS, key=head.count))
    rows = list[TableRow]()
    try:
        columns = [name.strip().lower() for name in next(reader, [])]
        begins = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(TableRow(begins, dict(zip(columns, map(_typed, cells), strict=False))))
            begins = reader.line_num + 1
    except csv.Error:
        raise _unreadable(f"Line {reader.line_num} cannot be read: is a quotation mark missing?") from None
    if not rows:
        raise _unreadable("There is nothing below the first line, which names the columns.")
    if len(rows) > MOST_LINES:
        raise _unreadable(f"A file has at most {MOST_LINES:,} lines: split it.")
    return columns, rows


def _text(content: bytes) -> str:
    """Spreadsheets write UTF-8, with or without its mark, or UTF-16 with one."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable(NOT_UTF8) from None
    if "\x00" in text:
        raise _unreadable("This is not a CSV file.")
    return text


def _unreadable(words: str) -> Invalid:
    return Invalid.field("file", "unreadable", words)


def _plain(cell: object) -> object:
    """Put an apostrophe before text that a spreadsheet would run as a formula; `_typed` takes it away."""
    return f"'{cell}" if isinstance(cell, str) and RISKY.match(cell) else cell


def _typed(cell: str) -> str:
    return cell[1:] if DEFUSED.match(cell) else cell
