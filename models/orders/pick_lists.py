"""Pick lists for several orders: quantities by product, and the contents of each parcel."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from models.database import Transaction
from models.orders.order_states import Status
from models.shared.errors import Invalid
from models.shared.public_ids import number_of
from models.shared.sql import marks

MOST = 100
LINES = """
SELECT o.id, o.public_id, o.status, o.shipping_method, o.shipping_address, l.sku, l.name, l.quantity
FROM orders o JOIN order_line l ON l.order_id = o.id WHERE o.public_id IN ({marks}) ORDER BY o.id, l.id
"""


@dataclass(slots=True)
class Parcel:
    """One order to pack."""

    id: str
    number: str
    status: str
    shipping_method: str
    address: dict[str, str]
    lines: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class PickList:
    """`shelf` has the total of each product (SKU, name, units), sorted by SKU."""

    parcels: list[Parcel]
    shelf: list[tuple[str, str, int]]


async def pick(tx: Transaction, ids: Sequence[str]) -> PickList:
    """The parcels of these orders. Raises Invalid for none and for more than `MOST`."""
    if not 0 < len(ids) <= MOST:
        words = f"Choose 1 to {MOST} orders."
        raise Invalid.field("order", "out_of_range", words)
    rows = await tx.fetch(LINES.format(marks=marks(ids)), *ids)
    parcels: dict[str, Parcel] = {}
    units: dict[tuple[str, str], int] = {}
    for row in rows:
        address, method = json.loads(row["shipping_address"]), row["shipping_method"]
        parcel = Parcel(row["public_id"], number_of(row["id"]), row["status"], method, address)
        parcels.setdefault(row["public_id"], parcel).lines.append(
            {name: row[name] for name in ("sku", "name", "quantity")}
        )
        if row["status"] == Status.CONFIRMED:
            units[row["sku"], row["name"]] = units.get((row["sku"], row["name"]), 0) + row["quantity"]
    return PickList(list(parcels.values()), [(sku, name, count) for (sku, name), count in sorted(units.items())])
