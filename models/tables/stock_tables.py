"""Stock on hand, what of it is reserved, and every movement."""

from tortoise import fields

from models.tables.base_record import Record
from models.tables.column_types import moment, short


class Inventory(Record):
    product_id = fields.IntField(primary_key=True, generated=False)
    on_hand = fields.IntField(default=0)
    reserved = fields.IntField(default=0)
    low_stock_threshold = fields.IntField(default=5)
    low_crossing = fields.IntField(default=0)  # how often available fell to the threshold
    is_low = fields.BooleanField(default=False)  # told already; re-armed when stock rises above the threshold
    is_depleted = fields.BooleanField(default=False)
    version = fields.IntField(default=1)
    updated_at = moment()

    class Meta:
        table = "inventory"


class StockLedger(Record):
    id = fields.BigIntField(primary_key=True)
    product_id = fields.IntField()
    order_id = fields.IntField(null=True)
    attempt = fields.IntField(default=1)  # of the order: one that is paid by another card holds its stock again
    kind = short(20)  # initial | restock | adjust | hold | release | ship | return
    d_on_hand = fields.IntField(default=0)
    d_reserved = fields.IntField(default=0)
    on_hand = fields.IntField()  # balances after the movement
    reserved = fields.IntField()
    actor = short(254, default="")
    note = short(500, default="")
    at = moment()

    class Meta:
        table = "stock_ledger"
        unique_together = (("order_id", "product_id", "kind", "attempt"),)
        indexes = (("product_id", "id"),)


class Reservation(Record):
    id = fields.IntField(primary_key=True)
    order_id = fields.IntField()
    product_id = fields.IntField()
    quantity = fields.IntField()
    state = short(10)  # held | committed | consumed | released
    expires_at = moment()
    created_at = moment()
    updated_at = moment()

    class Meta:
        table = "reservation"
        unique_together = (("order_id", "product_id"),)
        indexes = (("product_id", "state"),)
