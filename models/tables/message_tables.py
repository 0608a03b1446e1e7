"""What goes out: mail and webhooks, each a row before it is sent."""

from tortoise import fields

from models.tables.base_record import Record
from models.tables.column_types import moment, public_id, short


class EmailMessage(Record):
    id = fields.IntField(primary_key=True)
    public_id = public_id()
    message_id = short(200, unique=True)  # the Message-ID header, the same for every attempt
    kind = short(40)
    subject_type = short(20)
    subject_id = short(64)
    order_id = fields.IntField(null=True, db_index=True)
    recipient = short(254)
    subject = short(300)
    text = fields.TextField()
    html = fields.TextField()  # of messages that an earlier release wrote; see packed
    packed = fields.BinaryField(null=True)  # the HTML, compressed by zlib
    state = short(15)  # queued | sending | sent | undeliverable | dead | recorded | withdrawn | held
    attempts = fields.IntField(default=0)
    maybe_duplicate = fields.IntField(default=0)  # hand-overs whose answer was lost
    is_readdressed = fields.IntField(default=0)  # 1: an admin chose the recipient
    last_error = fields.TextField(default="")
    created_at = moment()
    updated_at = moment()
    sent_at = moment(null=True)

    class Meta:
        table = "email_message"
        indexes = (("state", "id"),)


class MailSwitch(Record):
    """A kind of mail that is switched off."""

    kind = short(40, primary_key=True)
    switched_by = short(254)
    switched_at = moment()

    class Meta:
        table = "mail_switch"


class WebhookEndpoint(Record):
    id = fields.IntField(primary_key=True)
    public_id = public_id()
    url = short(2000)
    events = fields.TextField()  # JSON list
    note = short(500, default="")
    secret = short(120)
    previous_secret = short(120, default="")
    state = short(10, default="active")  # active | failing | disabled
    previous_until = moment(null=True)  # how long the previous secret still signs
    failing_since = moment(null=True)
    failures = fields.IntField(default=0)  # in a row
    rests_until = fields.BigIntField(default=0)  # after many failures in a row nothing is sent for a while
    disabled_reason = short(200, default="")
    created_at = moment()
    updated_at = moment()

    class Meta:
        table = "webhook_endpoint"


class WebhookDelivery(Record):
    id = fields.IntField(primary_key=True)
    webhook_id = short(60, unique=True)
    endpoint_id = fields.IntField(db_index=True)
    type = short(40)
    order_id = fields.IntField(null=True)
    body = fields.TextField()
    state = short(10)  # queued | delivered | failed | dead
    attempts = fields.IntField(default=0)
    last_status = fields.IntField(null=True)
    last_answer = fields.TextField(default="")
    duration_ms = fields.IntField(null=True)
    created_at = moment()
    updated_at = moment()

    class Meta:
        table = "webhook_delivery"


class WebhookAttempt(Record):
    id = fields.BigIntField(primary_key=True)
    delivery_id = fields.IntField(db_index=True)
    number = fields.IntField()
    at = moment()
    status = fields.IntField(null=True)  # what the receiver answered; none when it did not
    duration_ms = fields.IntField()
    answer = fields.TextField(default="")  # the first KiB
    error = short(300, default="")

    class Meta:
        table = "webhook_attempt"
