"""What a checkout has been told so far, kept beside the cart, so that steps can be left, repeated and gone back to.

A draft also holds the key its order will be placed under: two tabs, a double click and the back button are one order.
"""

import json
import secrets
from dataclasses import dataclass
from typing import NamedTuple

from models.carts.cart_views import CartView, Owner
from models.database import Transaction, fetch_first
from models.shared.secret_tokens import hashed

SAVE = """
INSERT INTO checkout_draft (cart_id, checkout_key, answers, updated_at)
SELECT c.id, CAST(? AS VARCHAR(100)), CAST(? AS TEXT), CAST(? AS BIGINT) FROM cart c WHERE c.{condition}
ON CONFLICT (cart_id) DO UPDATE SET answers = excluded.answers, updated_at = excluded.updated_at
"""


@dataclass(frozen=True, slots=True)
class CheckoutProgress:
    """The answers by field, all texts; an empty draft has no key yet."""

    key: str
    answers: dict[str, str]


class _Draft(NamedTuple):
    checkout_key: str
    answers: str


def key_of(cart: CartView) -> str:
    """The key of a checkout that has told nothing yet: the same in all tabs that show this cart."""
    return hashed(f"{cart.id}:{cart.version}")[:32]


async def find(tx: Transaction, owner: Owner) -> CheckoutProgress:
    """The draft of this owner's cart; an empty one if there is none."""
    draft = await fetch_first(
        *(tx, _Draft),
        "SELECT d.checkout_key, d.answers FROM checkout_draft d JOIN cart c ON c.id = d.cart_id"  # noqa: S608
        f" WHERE c.{owner.condition}",
        owner.key,
    )
    return CheckoutProgress(draft.checkout_key, json.loads(draft.answers)) if draft else CheckoutProgress("", {})


async def save(tx: Transaction, owner: Owner, answers: dict[str, str]) -> None:
    """Add these answers to what is known. Without a cart there is nothing to keep them for."""
    known = (await find(tx, owner)).answers
    sql = SAVE.format(condition=owner.condition)
    await tx.execute(sql, secrets.token_urlsafe(24), json.dumps(known | answers), tx.now, owner.key)


async def renew_key(tx: Transaction, owner: Owner) -> str:
    """Another key, because something was answered under the old one already that no longer holds."""
    key = secrets.token_urlsafe(24)
    await tx.execute(
        "UPDATE checkout_draft SET checkout_key = ? WHERE cart_id IN"  # noqa: S608
        f" (SELECT c.id FROM cart c WHERE c.{owner.condition})",
        *(key, owner.key),
    )
    return key


async def drop(tx: Transaction, cart_id: int) -> None:
    """The checkout has become an order."""
    await tx.send("DELETE FROM checkout_draft WHERE cart_id = ?", cart_id)


async def move(tx: Transaction, *, from_cart: int, to_cart: int) -> None:
    """Take a guest's answers along into the customer's cart, unless there are some already."""
    await tx.execute(
        "UPDATE checkout_draft SET cart_id = ? WHERE cart_id = ?"
        " AND NOT EXISTS (SELECT 1 FROM checkout_draft WHERE cart_id = ?)",
        *(to_cart, from_cart, to_cart),
    )
