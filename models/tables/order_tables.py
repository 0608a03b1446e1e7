"""Orders, their diaries, their payments, and the answers promised to whoever repeats a request."""

from tortoise import fields

from models.tables.base_record import Record
from models.tables.column_types import cents, moment, public_id, short


class Order(Record):
    id = fields.IntField(primary_key=True)  # the number shown is CW-<10000 + id>
    public_id = public_id()
    user_id = fields.IntField(null=True)
    placed_by = short(60)  # user:<id> or cart:<id>: whose checkout keys these are
    checkout_key = short(300)
    email = short(254)
    access_token_hash = short(64, null=True)  # a guest's key to the order
    status = short(10)  # pending | reserved | confirmed | shipped | delivered | cancelled
    cancel_reason = short(20, null=True)
    version = fields.IntField(default=1)  # the sequence of the last event
    subtotal_cents = cents()
    shipping_cents = cents()
    total_cents = cents()
    currency = short(3)
    shipping_method = short(20)
    shipping_address = fields.TextField()  # JSON
    billing_address = fields.TextField(default="")  # JSON; empty when it is the same
    note = short(1000, default="")
    review_reason = short(200, null=True)  # set when a person has to look
    review_since = moment(null=True)
    created_at = moment()
    updated_at = moment()
    decided_at = moment(null=True)
    attempt = fields.IntField(default=1)  # 2 once another card is tried after a decline
    retried_at = moment(null=True)  # when the present attempt began, if it is not the first

    class Meta:
        table = "orders"  # `order` is a reserved word
        unique_together = (("placed_by", "checkout_key"),)
        indexes = (("user_id", "id"), ("status", "id"), ("email",))


class OrderLine(Record):
    id = fields.IntField(primary_key=True)
    order_id = fields.IntField()
    product_id = fields.IntField(db_index=True)
    sku = short(64)
    name = short(200)
    quantity = fields.IntField()
    unit_price_cents = cents()
    line_total_cents = cents()

    class Meta:
        table = "order_line"
        unique_together = (("order_id", "product_id"),)


class OrderEvent(Record):
    id = fields.BigIntField(primary_key=True)
    order_id = fields.IntField()
    sequence = fields.IntField()
    type = short(40)
    status = short(10)
    detail = short(500, default="")
    actor = short(254, default="")
    job_id = fields.BigIntField(null=True)
    fence = fields.IntField(null=True)
    at = moment()

    class Meta:
        table = "order_event"
        unique_together = (("order_id", "sequence"),)


class IdempotencyKey(Record):
    id = fields.IntField(primary_key=True)
    scope = short(120)  # who, and which route
    key = short(255)
    fingerprint = short(64)  # SHA-256 of the canonical request
    order_id = fields.IntField(null=True)
    status = fields.IntField()
    body = fields.TextField()
    created_at = moment()
    expires_at = moment(db_index=True)

    class Meta:
        table = "idempotency_key"
        unique_together = (("scope", "key"),)


class ShippingMethod(Record):
    id = fields.IntField(primary_key=True)
    code = short(20, unique=True)  # what an order keeps
    name = short(80)
    promise = short(120, default="")  # when it arrives, in words
    countries = fields.TextField(default="")  # two letters each, separated by blanks; empty is everywhere
    price_cents = cents()
    free_from_cents = cents(null=True)  # goods for that much travel free
    position = fields.IntField(default=0)
    is_active = fields.BooleanField(default=True)
    created_at = moment()
    updated_at = moment()

    class Meta:
        table = "shipping_method"


class Payment(Record):
    id = fields.IntField(primary_key=True)
    order_id = fields.IntField()
    purpose = short(10)  # charge | refund
    provider = short(20)
    method = short(20)
    token = short(200, default="")
    provider_key = short(120, unique=True)  # the same for every attempt
    amount_cents = cents()
    state = short(20)  # intent | submitted | captured | declined | unknown | refund_pending | refunded
    reference = short(120, default="")
    asked = fields.IntField(default=0)  # how often the provider was asked
    detail = short(500, default="")
    created_at = moment()
    updated_at = moment()

    class Meta:
        table = "payment"
        unique_together = (("order_id", "purpose"),)


class PaymentDiscrepancy(Record):
    """A difference between our payment and the provider's book."""

    id = fields.IntField(primary_key=True)
    public_id = public_id()
    order_id = fields.IntField()
    provider_key = short(120)
    code = short(30)
    words = short(500)
    refund_cents = cents()  # what should be refunded; 0: a person has to decide
    state = short(10)  # open | refunding | refunded
    reference = short(120, default="")
    found_at = moment()
    seen_at = moment()

    class Meta:
        table = "payment_discrepancy"
        unique_together = (("provider_key", "code"),)


class UnmatchedCharge(Record):
    """Money that the provider's book holds for an order we do not have: lost with a database, or never ours."""

    id = fields.IntField(primary_key=True)
    public_id = public_id()
    provider_key = short(120, unique=True)
    number = short(20, default="")  # of the order, as the provider's book has it
    amount_cents = cents()  # what the provider still holds of it
    currency = short(3, default="")
    charged_at = moment(null=True)  # by the provider's clock
    state = short(10)  # open | refunding | refunded
    reference = short(120, default="")  # of the refund
    found_at = moment()
    seen_at = moment()

    class Meta:
        table = "unmatched_charge"
