"""Which kinds of mail are switched off. What somebody asked for, or must know for their safety, cannot be."""

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction, fetch_column
from models.shared.errors import Invalid

OPTIONAL = (
    "order.confirmed",
    "order.cancelled",
    "order.shipped",
    "order.delivered",
    "order.refunded",
    "stock.low",
    "stock.depleted",
    "payments.paused",
    "webhook.disabled",
)
OFF = "This kind of mail is switched off."
ADD = """
INSERT INTO mail_switch (kind, switched_by, switched_at) VALUES (?, ?, ?) ON CONFLICT (kind) DO NOTHING
"""


async def switched_off(tx: Transaction) -> set[str]:
    """The kinds that are not sent."""
    return set(await fetch_column(tx, str, "SELECT kind FROM mail_switch"))


async def is_off(tx: Transaction, kind: str) -> bool:
    """Whether mail of this kind is not sent."""
    return kind in OPTIONAL and bool(await tx.fetch_one("SELECT 1 FROM mail_switch WHERE kind = ?", kind))


async def switch(tx: Transaction, actor: Actor, kind: str, *, is_on: bool) -> None:
    """Send mail of this kind, or do not; what is on its way already is not touched. Raises Invalid."""
    if kind not in OPTIONAL:
        raise Invalid.field("kind", "not_optional", "This kind of mail cannot be switched off.")
    if is_on:
        changed = await tx.execute("DELETE FROM mail_switch WHERE kind = ?", kind)
    else:
        changed = await tx.execute(ADD, kind, actor.name, tx.now)
    if changed:
        sides = [{"is_on": not is_on}, {"is_on": is_on}]
        await audit_log.record(tx, actor, "mail.switch", ("mail_kind", kind), before=sides[0], after=sides[1])
