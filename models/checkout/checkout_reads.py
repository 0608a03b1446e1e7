"""What a checkout has to know, found in one statement: the cart, what it holds, and what came of its key before."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.carts.cart_views import Owner
from models.content.content_pages import ASKED as TERMS_ASKED
from models.database import Row, Transaction, next_id
from models.orders.order_progress import AT_THE_END, PACE, OrderProgress, alive_since, progress_at_the_end
from models.shared import idempotency
from models.shared.errors import AlreadyOrdered, CartEmpty
from models.shared.idempotency import StoredAnswer
from models.shipping.shipping_methods import BESIDE, cost_cents, method_beside
from models.webhooks.webhook_events import LISTENERS

SCOPE = "CASE WHEN c.user_id IS NULL THEN 'cart:' || c.id ELSE 'user:' || c.user_id END"
FACTS = f"""
SELECT c.id AS cart_id, c.version AS cart_version, {SCOPE} AS scope, {{order_id}} AS order_id,
    o.public_id AS ordered_as,
    k.fingerprint, k.status AS answer_status, k.body AS answer_body, k.order_id AS answer_order_id,
    n.product_id, p.sku, p.name, n.quantity, p.price_cents, i.on_hand - i.reserved AS available, p.status,
    n.unit_price_cents AS added_at_cents, p.public_id, p.slug, p.picture, {LISTENERS},
    {BESIDE}, {AT_THE_END}, ({TERMS_ASKED}) AS terms_version
FROM cart c
LEFT JOIN orders o ON o.placed_by = {SCOPE} AND o.checkout_key = ?
LEFT JOIN idempotency_key k ON k.scope = {SCOPE} || ? AND k.key = ?
LEFT JOIN cart_item n ON n.cart_id = c.id
LEFT JOIN product p ON p.id = n.product_id
LEFT JOIN inventory i ON i.product_id = p.id
LEFT JOIN shipping_method m ON m.code = ? AND m.is_active
{PACE}
WHERE c.{{condition}} ORDER BY n.product_id
"""  # noqa: S608  one of two conditions, both ours


@dataclass(frozen=True, slots=True)
class Facts:
    """Read behind the lock of the cart's row.

    Attributes:
        scope: keeps one buyer's keys apart from another's.
        order_id: the id of the order that may be placed now.
        ordered_as: the public id of the order that the key has become before.
        answer: what was answered to this key on this route before.
        lines: what the cart holds, in product order.
        listeners: how many webhook endpoints may want to hear of it.
    """

    cart_id: int
    scope: str
    order_id: int
    ordered_as: str | None
    answer: Row | None
    lines: list[Row]
    listeners: int
    asked: Row  # what is the same for all lines

    def known_answer(self, fingerprint: str) -> StoredAnswer | None:
        """The answer given to this request before. Raises IdempotencyKeyReused."""
        return idempotency.known(self.answer, fingerprint)

    def shipping_cents(self, country: str, subtotal_cents: int) -> int:
        """What sending it there costs. Raises Invalid if the method asked for does not go there."""
        return cost_cents(method_beside(self.asked), country, subtotal_cents)

    def progress(self) -> OrderProgress:
        """Where the order stands when it is placed."""
        return progress_at_the_end(self.asked)

    def ordered_lines(self) -> list[Row]:
        """What is to be ordered.

        Raises:
            AlreadyOrdered: a key makes one order for ever, also after its stored answer was purged.
            CartEmpty: there is nothing.
        """
        if self.ordered_as is not None:
            raise AlreadyOrdered("This checkout has become an order already.", order_id=self.ordered_as)
        if not self.lines:
            raise CartEmpty("There is nothing in the cart.")
        return self.lines


async def lock_cart(tx: Transaction, owner: Owner) -> None:
    """Nobody else changes the cart, or orders it, before this transaction has ended."""
    await tx.send(f"UPDATE cart SET updated_at = ? WHERE {owner.condition}", tx.now, owner.key)  # noqa: S608


async def read_facts(tx: Transaction, owner: Owner, key: str, route: str = "", *, shipping_method: str) -> Facts:
    """Everything about the owner's cart, this key and this way of shipping. Raises CartEmpty if there is no cart."""
    sql = FACTS.format(order_id=next_id(tx.dialect, "orders"), condition=owner.condition)
    rows = await tx.fetch(sql, alive_since(tx.now), key, f" {route}", key, shipping_method, owner.key)
    if not rows:
        raise CartEmpty("There is nothing in the cart.")
    first = rows[0]
    return Facts(
        first["cart_id"],
        first["scope"],
        first["order_id"],
        first["ordered_as"],
        first if first["fingerprint"] is not None else None,
        [row for row in rows if row["product_id"] is not None],
        first["listeners"],
        first,
    )


PLACED_BY_KEY = f"""
SELECT o.public_id FROM cart c JOIN orders o ON o.placed_by = {SCOPE} AND o.checkout_key = ? WHERE c.{{condition}}
"""  # noqa: S608  one of two conditions, both ours
LAST_THING_DONE = f"""
SELECT o.public_id FROM cart c JOIN orders o ON o.placed_by = {SCOPE} AND o.created_at = c.updated_at
WHERE c.{{condition}} ORDER BY o.id DESC LIMIT 1
"""  # noqa: S608  one of two conditions, both ours


async def ordered_under(tx: Transaction, owner: Owner, key: str) -> str | None:
    """The public id of the order that this owner placed under this key."""
    row = await tx.fetch_one(PLACED_BY_KEY.format(condition=owner.condition), key, owner.key)
    return None if row is None else str(row["public_id"])


async def just_ordered(tx: Transaction, owner: Owner) -> str | None:
    """The public id of the order that emptied this owner's cart, if nothing was done with the cart since."""
    row = await tx.fetch_one(LAST_THING_DONE.format(condition=owner.condition), owner.key)
    return None if row is None else str(row["public_id"])


async def names_of(tx: Transaction, product_ids: Sequence[str]) -> dict[str, str]:
    """The names of these products by public id, retired ones included."""
    if not product_ids:
        return {}
    marks = ", ".join("?" * len(product_ids))
    rows = await tx.fetch(f"SELECT public_id, name FROM product WHERE public_id IN ({marks})", *product_ids)  # noqa: S608
    return {row["public_id"]: row["name"] for row in rows}
