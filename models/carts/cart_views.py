"""A cart as it is shown: today's prices, what is left of each product, and what is wrong with a line."""

from dataclasses import dataclass, field
from typing import NamedTuple

from models.catalog.catalog import UNPICTURED, ProductStatus
from models.database import Transaction, fetch_all, fetch_count
from models.shared.secret_tokens import hashed

CART = """
SELECT c.public_id AS cart_id, c.version, n.public_id AS id, n.quantity, n.unit_price_cents AS added_at_cents,
    p.public_id AS product_id, p.slug, p.sku, p.name, p.picture, p.status, p.price_cents,
    i.on_hand - i.reserved AS available
FROM cart c
LEFT JOIN cart_item n ON n.cart_id = c.id
LEFT JOIN product p ON p.id = n.product_id
LEFT JOIN inventory i ON i.product_id = p.id
"""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose cart: a customer's, or that of the guest who holds its secret; without either, of a guest yet to come."""

    user_id: int | None = None
    token: str | None = None

    @property
    def condition(self) -> str:
        """SQL that is true of this owner's cart; its one value is `key`."""
        return "user_id = ?" if self.user_id is not None else "token_hash = ?"

    @property
    def key(self) -> int | str:
        """The value of `condition`. No cart has the hash of the empty text."""
        return self.user_id if self.user_id is not None else hashed(self.token or "")


@dataclass(frozen=True, slots=True)
class CartLine:
    """One product in a cart; ids are public, prices are today's."""

    id: str
    product_id: str
    slug: str
    sku: str
    name: str
    picture: str
    quantity: int
    unit_price_cents: int
    available: int
    previous_price_cents: int | None  # the price it was added at, when that was another
    is_retired: bool

    @property
    def line_total_cents(self) -> int:
        return self.quantity * self.unit_price_cents

    @property
    def problem_code(self) -> str | None:
        """The same as `problem`, for programs: no_longer_sold, sold_out or not_enough."""
        if self.is_retired:
            return "no_longer_sold"
        if self.available <= 0:
            return "sold_out"
        return "not_enough" if self.available < self.quantity else None

    @property
    def problem(self) -> str | None:
        """Why this line cannot be ordered as it is."""
        if self.is_retired:
            return "No longer sold"
        if self.available <= 0:
            return "Sold out"
        return f"Only {self.available} left" if self.available < self.quantity else None


@dataclass(frozen=True, slots=True)
class CartView:
    """A cart with its lines. `token` is the secret of a guest's cart, and only in the answer that made the cart."""

    id: str | None = None  # None until something was put in
    version: int = 0
    items: list[CartLine] = field(default_factory=list)
    token: str | None = None

    @property
    def subtotal_cents(self) -> int:
        """What can be ordered of it, at today's prices; a line with a problem does not count."""
        return sum(line.line_total_cents for line in self.items if line.problem is None)

    @property
    def count(self) -> int:
        """How many things are in it, all lines together."""
        return sum(line.quantity for line in self.items)

    @property
    def warnings(self) -> list[str]:
        """One sentence for each thing the buyer should know before ordering."""
        short = [f"{line.name}: {line.problem[:1].lower()}{line.problem[1:]}." for line in self.items if line.problem]
        moved = [f"{line.name}: the price has changed." for line in self.items if line.previous_price_cents is not None]
        return short + moved

    @property
    def can_be_ordered(self) -> bool:
        return bool(self.items) and all(line.problem is None for line in self.items)


class _CartRow(NamedTuple):
    """A cart beside one of its lines; without lines all else is None."""

    cart_id: str
    version: int
    id: str | None
    quantity: int
    added_at_cents: int
    product_id: str
    slug: str
    sku: str
    name: str
    picture: str
    status: str
    price_cents: int
    available: int


async def view(tx: Transaction, owner: Owner, *, new_token: str | None = None) -> CartView:
    """The owner's cart, in one statement; an empty one if there is none."""
    rows = await fetch_all(tx, _CartRow, f"{CART} WHERE c.{owner.condition} ORDER BY n.id", owner.key)
    if not rows:
        return CartView()
    lines = [_line(row.id, row) for row in rows if row.id is not None]
    return CartView(rows[0].cart_id, rows[0].version, lines, new_token)


async def count(tx: Transaction, owner: Owner) -> int:
    """How many things are in the owner's cart."""
    return await fetch_count(
        tx,
        "SELECT COALESCE(sum(n.quantity), 0) FROM cart c JOIN cart_item n ON n.cart_id = c.id"  # noqa: S608
        f" WHERE c.{owner.condition}",
        owner.key,
    )


def _line(item_id: str, row: _CartRow) -> CartLine:
    return CartLine(
        id=item_id,
        product_id=row.product_id,
        slug=row.slug,
        sku=row.sku,
        name=row.name,
        picture=row.picture or UNPICTURED,
        quantity=row.quantity,
        unit_price_cents=row.price_cents,
        available=row.available,
        previous_price_cents=row.added_at_cents if row.added_at_cents != row.price_cents else None,
        is_retired=row.status != ProductStatus.ACTIVE,
    )
