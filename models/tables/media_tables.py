"""Pictures that admins uploaded, kept with all else: a backup has them, and any web process can serve them."""

from tortoise import fields

from models.tables.base_record import Record
from models.tables.column_types import moment, short


class Media(Record):
    name = short(80, primary_key=True)  # the start of its hash, and .webp
    content = fields.BinaryField()
    width = fields.IntField()
    height = fields.IntField()
    created_at = moment()

    class Meta:
        table = "media"
