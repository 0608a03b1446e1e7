"""Orders in lists, newest first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from models.database import Row, Transaction
from models.orders.guest_access import GOOD_FOR_MS
from models.orders.order_states import Status
from models.shared.email_addresses import kept_form
from models.shared.errors import Invalid, NotFound
from models.shared.paging import Page
from models.shared.public_ids import FIRST_NUMBER, number_of
from models.shared.sql import marks

LONGEST_SEARCH = 254
ORDER_NUMBER = re.compile(r"(?:cw-)?(\d{5,12})")
LAST_CHARACTER = "\U0010ffff"
LIST = """
SELECT o.id, o.public_id, o.status, o.cancel_reason, o.version, o.total_cents, o.currency, o.email, o.review_reason,
    o.created_at, o.updated_at
FROM orders o {where} ORDER BY o.id DESC LIMIT ? OFFSET ?
"""


@dataclass(frozen=True, slots=True)
class Summary:
    """One order in a list."""

    id: str
    number: str
    status: str
    cancel_reason: str | None
    version: int
    lines: list[Row]
    total_cents: int
    currency: str
    email: str
    under_review: bool
    created_at: int
    updated_at: int

    @property
    def units(self) -> int:
        """The total quantity of all lines."""
        return sum(line["quantity"] for line in self.lines)

    @property
    def decided(self) -> bool:
        return Status(self.status).is_decided


async def own_orders(
    tx: Transaction, user_id: int, *, status: str = "", page: int = 1, per_page: int = 20
) -> Page[Summary]:
    """The orders of one buyer. Raises Invalid for an unknown status."""
    return await _list(tx, ["o.user_id = ?"], [user_id], status, page, per_page)


async def guest_orders(
    tx: Transaction, keys: Mapping[str, str], *, status: str = "", page: int = 1, per_page: int = 20
) -> Page[Summary]:
    """A guest's orders, by the hashes of their access tokens. Raises Invalid for an unknown status."""
    where = [f"o.public_id IN ({marks(keys)})", f"o.access_token_hash IN ({marks(keys)})", "o.created_at > ?"]
    return await _list(tx, where, [*keys, *keys.values(), tx.now - GOOD_FOR_MS], status, page, per_page)


async def all_orders(
    tx: Transaction, *, status: str = "", q: str = "", page: int = 1, per_page: int = 20, with_lines: bool = True
) -> Page[Summary]:
    """All orders; `q` is an order number or the start of an e-mail address. Raises Invalid for an unknown status."""
    conditions, values = _sought(kept_form(q.strip()))
    return await _list(tx, conditions, values, status, page, per_page, with_lines=with_lines)


async def one_of_all(tx: Transaction, public_id: str) -> Summary:
    """One order as in the list. Raises NotFound."""
    found = await _list(tx, ["o.public_id = ?"], [public_id], "", 1, 1, with_lines=False)
    if not found.items:
        raise NotFound("There is no such order.")
    return found.items[0]


def _sought(text: str) -> tuple[list[str], list[object]]:
    """A search by order number, or else by the start of an e-mail address, for which there is an index."""
    if not text:
        return [], []
    if len(text) > LONGEST_SEARCH or not text.isprintable():
        words = f"Search for an order number or an e-mail address of at most {LONGEST_SEARCH} characters."
        raise Invalid.field("q", "too_long", words)
    if number := ORDER_NUMBER.fullmatch(text):
        return ["o.id = ?"], [int(number[1]) - FIRST_NUMBER]
    return ["o.email >= ?", "o.email < ?"], [text, text + LAST_CHARACTER]


async def _list(
    tx: Transaction,
    conditions: list[str],
    values: list[object],
    status: str,
    page: int,
    per_page: int,
    *,
    with_lines: bool = True,
) -> Page[Summary]:
    if status:
        conditions, values = [*conditions, "o.status = ?"], [*values, _known(status)]
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    counted = await tx.fetch_one(f"SELECT count(*) AS orders FROM orders o {where}", *values)  # noqa: S608  constants
    rows = await tx.fetch(LIST.format(where=where), *values, per_page, (page - 1) * per_page)
    lines = await _lines(tx, [row["id"] for row in rows] if with_lines else [])
    items = [
        Summary(
            row["public_id"],
            number_of(row["id"]),
            row["status"],
            row["cancel_reason"],
            row["version"],
            lines.get(row["id"], []),
            row["total_cents"],
            row["currency"],
            row["email"],
            row["review_reason"] is not None,
            row["created_at"],
            row["updated_at"],
        )
        for row in rows
    ]
    return Page(items, page, per_page, counted["orders"] if counted else 0)


async def _lines(tx: Transaction, order_ids: list[int]) -> dict[int, list[Row]]:
    """The lines of these orders, in one statement."""
    if not order_ids:
        return {}
    rows = await tx.fetch(
        f"SELECT order_id, quantity, name FROM order_line WHERE order_id IN ({marks(order_ids)}) ORDER BY id",  # noqa: S608
        *order_ids,
    )
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row["order_id"], []).append(row)
    return found


def _known(status: str) -> str:
    try:
        return Status(status).value
    except ValueError:
        words = f"There is no status {status[:20]!r}; there are {', '.join(each.value for each in Status)}."
        raise Invalid.field("status", "unknown", words) from None
