"""What somebody is about to order."""

from tortoise import fields

from models.tables.base_record import Record
from models.tables.column_types import cents, moment, public_id, short


class Cart(Record):
    id = fields.IntField(primary_key=True)
    public_id = public_id()
    user_id = fields.IntField(null=True, unique=True)
    token_hash = short(64, null=True, unique=True)  # SHA-256 of a guest's secret
    version = fields.IntField(default=1)
    created_at = moment()
    updated_at = moment(db_index=True)

    class Meta:
        table = "cart"


class CartItem(Record):
    id = fields.IntField(primary_key=True)
    public_id = public_id()
    cart_id = fields.IntField()
    product_id = fields.IntField(db_index=True)
    quantity = fields.IntField()
    unit_price_cents = cents()  # of the day it was added; the cart shows when today's differs
    created_at = moment()

    class Meta:
        table = "cart_item"
        unique_together = (("cart_id", "product_id"),)


class CheckoutDraft(Record):
    cart_id = fields.IntField(primary_key=True, generated=False)
    checkout_key = short(100)  # the order that comes of it is placed under this key
    answers = fields.TextField(default="{}")  # JSON: what the steps of the checkout have been told so far
    updated_at = moment()

    class Meta:
        table = "checkout_draft"
