"""Pick lists for several orders: quantities by product, and the contents of each parcel."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from models.database import Transaction
from models.orders.order_states import Status
from models.shared.errors import Invalid
from models.shared.letters import code_key
from models.shared.public_ids import number_of
from models.shared.sql import marks

MOST = 100
LINES = """
SELECT o.id, o.public_id, o.status, CASE WHEN o.total_cents <= (SELECT coalesce(sum(g.amount_cents), 0) FROM refund g
    WHERE g.order_id = o.id) THEN 1 ELSE 0 END AS is_refunded, coalesce(w.name, o.shipping_method) AS shipping_name,
    o.shipping_address, l.sku, l.name, l.quantity
FROM orders o JOIN order_line l ON l.order_id = o.id LEFT JOIN shipping_method w ON w.code = o.shipping_method
WHERE o.public_id IN ({marks}) ORDER BY o.id, l.id
"""


@dataclass(slots=True)
class Parcel:
    """One order to pack."""

    id: str
    number: str
    status: str
    shipping_name: str
    address: dict[str, str]
    is_refunded: bool = False
    lines: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_to_ship(self) -> bool:
        """Whether it is packed now: what was given back is not."""
        return self.status == Status.CONFIRMED and not self.is_refunded


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
        address, method = json.loads(row["shipping_address"]), row["shipping_name"]
        refunded = bool(row["is_refunded"])
        parcel = Parcel(row["public_id"], number_of(row["id"]), row["status"], method, address, refunded)
        parcels.setdefault(row["public_id"], parcel).lines.append(
            {name: row[name] for name in ("sku", "name", "quantity")}
        )
        if parcel.is_to_ship:
            units[row["sku"], row["name"]] = units.get((row["sku"], row["name"]), 0) + row["quantity"]
    shelf = sorted(units.items(), key=lambda each: code_key(each[0][0]))
    return PickList(list(parcels.values()), [(sku, name, count) for (sku, name), count in shelf])
