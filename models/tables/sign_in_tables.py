"""What people sign in with beside a password, and the tokens of their programs."""

from tortoise import fields

from models.tables.base_record import Record
from models.tables.column_types import moment, public_id, short


class Authenticator(Record):
    """An app that shows codes (TOTP). At most one for each account."""

    id = fields.IntField(primary_key=True)
    user_id = fields.IntField(unique=True)
    sealed = short(400)  # its secret, encrypted with a key derived from the shop's
    confirmed_at = moment(null=True)  # None until a first code was typed
    last_step = fields.BigIntField(default=0)  # the period of the last code that was taken; none before it is
    created_at = moment()

    class Meta:
        table = "authenticator"


class RecoveryCode(Record):
    id = fields.IntField(primary_key=True)
    user_id = fields.IntField(db_index=True)
    code_hash = short(64)
    used_at = moment(null=True)

    class Meta:
        table = "recovery_code"


class Passkey(Record):
    id = fields.IntField(primary_key=True)
    public_id = public_id()
    user_id = fields.IntField(db_index=True)
    credential_hash = short(64, unique=True)  # SHA-256 of the credential's id
    credential_id = fields.TextField()  # base64url
    public_key = fields.TextField()  # base64url of the COSE key
    sign_count = fields.BigIntField(default=0)
    name = short(100)
    created_at = moment()
    used_at = moment(null=True)

    class Meta:
        table = "passkey"


class SignInStep(Record):
    """A sign-in, or a proof of who is there, that is half done."""

    id = fields.IntField(primary_key=True)
    token_hash = short(64, unique=True)  # SHA-256 of the secret in the browser's cookie
    user_id = fields.IntField(null=True)  # None before a passkey has named the account
    purpose = short(10)  # password | passkey | register
    challenge = short(100, default="")  # base64url, of a passkey
    created_at = moment()
    expires_at = moment(db_index=True)

    class Meta:
        table = "sign_in_step"


class ApiToken(Record):
    """A token with a name, made by a person for one of their programs."""

    id = fields.IntField(primary_key=True)
    public_id = public_id()
    user_id = fields.IntField(db_index=True)
    name = short(100)
    token_hash = short(64, unique=True)
    scope = short(20)  # read | shop | staff
    created_at = moment()
    expires_at = moment(db_index=True)
    used_at = moment(null=True)

    class Meta:
        table = "api_token"
