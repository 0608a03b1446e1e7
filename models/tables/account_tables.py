"""People and their logins."""

from tortoise import fields

from models.tables.base_record import Record
from models.tables.column_types import moment, public_id, short


class User(Record):
    id = fields.IntField(primary_key=True)
    public_id = public_id()
    email = short(254, unique=True)  # lower case
    email_verified_at = moment(null=True)  # since when it is known that mail to it reaches the owner of the account
    name = short(200, default="")
    password_hash = short(200)
    role = short(10, default="customer")  # customer | admin
    staff_role = short(10, default="")  # of an admin: owner | catalogue | orders | support | read_only
    must_change_password = fields.BooleanField(default=False)
    is_active = fields.BooleanField(default=True)
    has_second_factor = fields.BooleanField(default=False)  # an authenticator or a passkey
    token_version = fields.IntField(default=1)  # raised to end every access token
    created_at = moment()
    updated_at = moment()

    class Meta:
        table = "users"  # `user` is a reserved word of PostgreSQL


class Session(Record):
    id = fields.IntField(primary_key=True)
    token_hash = short(64, unique=True)  # SHA-256 of the cookie's secret
    user_id = fields.IntField(db_index=True)
    user_agent = short(200, default="")
    created_at = moment()
    proven_at = moment(default=0)  # when its owner last showed a password, a code or a passkey
    seen_at = moment()
    expires_at = moment(db_index=True)

    class Meta:
        table = "session"


class RefreshToken(Record):
    id = fields.IntField(primary_key=True)
    token_hash = short(64, unique=True)
    family = short(26, db_index=True)  # all tokens that came from one login
    user_id = fields.IntField(db_index=True)
    created_at = moment()
    expires_at = moment(db_index=True)
    ends_at = moment(default=0)  # when the login it came from ends, however often it was swapped
    used_at = moment(null=True)
    revoked_at = moment(null=True)

    class Meta:
        table = "refresh_token"


class PasswordReset(Record):
    id = fields.IntField(primary_key=True)
    token_hash = short(64, unique=True)
    user_id = fields.IntField(db_index=True)
    created_at = moment()
    expires_at = moment(db_index=True)

    class Meta:
        table = "password_reset"


class EmailLink(Record):
    id = fields.IntField(primary_key=True)
    token_hash = short(64, unique=True)
    user_id = fields.IntField(db_index=True)
    purpose = short(10)  # verify | change
    email = short(254)  # the address it was mailed to, and that it proves
    created_at = moment()
    expires_at = moment(db_index=True)

    class Meta:
        table = "email_link"


class LoginFailures(Record):
    key = short(80, primary_key=True)  # what is counted for: an account, a known device or an address, hashed
    failures = fields.IntField()
    since = moment()  # when counting began
    blocked_until = moment()
    updated_at = moment(db_index=True)

    class Meta:
        table = "login_failures"


class RateBucket(Record):
    key = short(80, primary_key=True)  # the policy and the caller, hashed
    full_at = moment(db_index=True)  # when the caller's bucket is full again

    class Meta:
        table = "rate_bucket"


class Address(Record):
    id = fields.IntField(primary_key=True)
    public_id = public_id()
    user_id = fields.IntField(db_index=True)
    name = short(200)
    line1 = short(200)
    line2 = short(200, default="")
    city = short(120)
    region = short(120, default="")
    postal_code = short(20)
    country = short(2)  # ISO 3166-1 alpha-2
    phone = short(40, default="")
    default_shipping = fields.BooleanField(default=False)
    default_billing = fields.BooleanField(default=False)
    created_at = moment()
    updated_at = moment()

    class Meta:
        table = "address"


class AuditEntry(Record):
    id = fields.IntField(primary_key=True)
    at = moment(db_index=True)
    actor_id = fields.IntField(null=True)
    actor = short(254)  # e-mail, or the command that did it
    action = short(60)
    object_type = short(40)
    object_id = short(64)
    before = fields.TextField(default="")  # JSON
    after = fields.TextField(default="")  # JSON
    reason = fields.TextField(default="")
    request_id = short(64, default="")
    address = short(64, default="")

    class Meta:
        table = "audit_entry"
        indexes = (("object_type", "object_id"),)
