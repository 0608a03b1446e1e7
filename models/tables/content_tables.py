"""What the owner has written on the shop's own pages."""

from tortoise import fields

from models.tables.base_record import Record
from models.tables.column_types import moment, short


class ContentPage(Record):
    slug = short(40, primary_key=True)  # one of models.content.content_pages.TITLES
    body = fields.TextField()  # HTML of a safe few elements
    asks_consent = fields.BooleanField(default=False)  # of the terms: buyers have to accept them
    version = fields.IntField(default=1)  # counts the changes
    updated_at = moment()

    class Meta:
        table = "content_page"
