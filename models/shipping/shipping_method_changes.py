"""Changes of the ways of shipping, by admins. Orders keep the price of their day and the code."""

from dataclasses import asdict

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction
from models.shared.errors import Invalid
from models.shipping.shipping_methods import ShippingMethodView, methods
from models.tables.order_tables import ShippingMethod


async def save(tx: Transaction, actor: Actor, method: ShippingMethodView, *, is_new: bool) -> None:
    """Offer a new way of shipping, or change the one with this code. Audited.

    Raises:
        Invalid: a new one has a code that is taken, or there is none to change.
    """
    known = {each.code: each for each in await methods(tx, include_inactive=True)}
    if (method.code in known) is is_new:
        words = "There is one with this code already." if is_new else "There is no such way of shipping."
        raise Invalid.field("code", "taken" if is_new else "unknown", words)
    columns = {**asdict(method), "countries": " ".join(method.countries), "updated_at": tx.now}
    if is_new:
        await ShippingMethod.create(**columns, created_at=tx.now)
    else:
        await ShippingMethod.filter(code=method.code).update(**columns)
    before = asdict(known[method.code]) if method.code in known else None
    await audit_log.record(tx, actor, "shipping.save", ("shipping", method.code), before=before, after=asdict(method))
