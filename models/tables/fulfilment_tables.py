"""What people of the shop do to an order: parcels, internal notes, and refunds they grant."""

from tortoise import fields

from models.tables.base_record import Record
from models.tables.column_types import cents, moment, public_id, short


class Shipment(Record):
    order_id = fields.IntField(primary_key=True, generated=False)
    carrier = short(60, default="")
    tracking = short(120, default="")
    actor = short(254)
    created_at = moment()

    class Meta:
        table = "shipment"


class OrderNote(Record):
    id = fields.IntField(primary_key=True)
    order_id = fields.IntField(db_index=True)
    author = short(254)
    text = fields.TextField()
    created_at = moment()

    class Meta:
        table = "order_note"


class Refund(Record):  # granted by a person; the refund of a cancelled order is a row of `payment`
    id = fields.IntField(primary_key=True)
    public_id = public_id()
    order_id = fields.IntField(db_index=True)
    provider_key = short(120, unique=True)  # the same for every attempt
    amount_cents = cents()
    reason = short(500, default="")
    actor = short(254)
    state = short(20)  # refund_pending | refunded
    reference = short(120, default="")
    created_at = moment()
    updated_at = moment()

    class Meta:
        table = "refund"
