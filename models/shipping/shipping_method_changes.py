"""Changes of the ways of shipping, by admins. Orders keep the price of their day and the code."""

from dataclasses import asdict

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction
from models.shared.errors import Invalid
from models.shipping.shipping_methods import ShippingMethodView, methods

SAVE = """
INSERT INTO shipping_method (code, name, promise, countries, price_cents, free_from_cents, position, is_active,
    created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, promise = excluded.promise, countries = excluded.countries,
    price_cents = excluded.price_cents, free_from_cents = excluded.free_from_cents, position = excluded.position,
    is_active = excluded.is_active, updated_at = excluded.updated_at
"""


async def save(tx: Transaction, actor: Actor, method: ShippingMethodView, *, is_new: bool) -> None:
    """Offer a new way of shipping, or change the one with this code. Audited.

    Raises:
        Invalid: a new one has a code that is taken, or there is none to change.
    """
    known = {each.code: each for each in await methods(tx, include_inactive=True)}
    if (method.code in known) is is_new:
        words = "There is one with this code already." if is_new else "There is no such way of shipping."
        raise Invalid.field("code", "taken" if is_new else "unknown", words)
    plain = (method.code, method.name, method.promise, " ".join(method.countries))
    money = (method.price_cents, method.free_from_cents)
    await tx.execute(SAVE, *plain, *money, method.position, method.is_active, tx.now, tx.now)
    before = asdict(known[method.code]) if method.code in known else None
    await audit_log.record(tx, actor, "shipping.save", ("shipping", method.code), before=before, after=asdict(method))
