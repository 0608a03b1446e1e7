"""What a violation is about, as links: its words name orders and jobs by their row, products by their row or SKU."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from models.database import Transaction
from models.shared.public_ids import number_of
from models.shared.sql import marks

NAMED = re.compile(
    r"\b(order|job|product) (\d{1,9})\b|^(?:I\d+: )?([A-Za-z0-9][A-Za-z0-9._-]{0,63})(?=: -?\d+ (?:on hand|reserved))"
)
PAGES = {"order": "/admin/orders/", "job": "/admin/jobs/", "product": "/admin/inventory/"}
ROWS = {
    "order": "SELECT CAST(id AS VARCHAR(12)) AS name, public_id FROM orders WHERE id IN ({marks})",
    "job": "SELECT CAST(id AS VARCHAR(12)) AS name, public_id FROM job WHERE id IN ({marks})",
    "product": "SELECT CAST(id AS VARCHAR(12)) AS name, public_id FROM product WHERE id IN ({marks})",
    "sku": "SELECT sku AS name, public_id FROM product WHERE sku IN ({marks})",
}


class LinkedWords(NamedTuple):
    """A piece of a violation's words; `href` is empty where it names nothing."""

    words: str
    href: str = ""


async def linked(tx: Transaction, texts: Sequence[str]) -> list[list[LinkedWords]]:
    """The words of each violation in parts."""
    ids: dict[str, dict[str, str]] = {}
    for kind, sql in ROWS.items():
        names = sorted({name for text in texts for its, name in _named(text) if its == kind})
        values: list[object] = list(names) if kind == "sku" else [int(name) for name in names]
        rows = await tx.fetch(sql.format(marks=marks(values)), *values) if values else []
        ids[kind] = {row["name"]: row["public_id"] for row in rows}
    return [_parts(text, ids) for text in texts]


def _named(text: str) -> list[tuple[str, str]]:
    return [("sku", found[3]) if found[3] else (found[1], found[2]) for found in NAMED.finditer(text)]


def _parts(text: str, ids: dict[str, dict[str, str]]) -> list[LinkedWords]:
    parts, at = list[LinkedWords](), 0
    for found in NAMED.finditer(text):
        kind, name = ("sku", found[3]) if found[3] else (found[1], found[2])
        start, end = found.span(3) if found[3] else found.span(0)
        public_id = ids[kind].get(name)
        if public_id is None:
            continue
        words = f"order {number_of(int(name))}" if kind == "order" else text[start:end]
        parts += [
            LinkedWords(text[at:start]),
            LinkedWords(words, PAGES["product" if kind == "sku" else kind] + public_id),
        ]
        at = end
    return [*parts, LinkedWords(text[at:])]
