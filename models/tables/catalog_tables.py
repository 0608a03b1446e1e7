"""What the shop sells."""

from typing import cast

from tortoise import fields

from models.tables.base_record import Record
from models.tables.column_types import cents, moment, public_id, short


class Category(Record):
    id = fields.IntField(primary_key=True)
    public_id = public_id()
    slug = short(80, unique=True)
    name = short(80)
    description = fields.TextField(default="")
    position = fields.IntField(default=0)
    created_at = moment()

    class Meta:
        table = "category"


class Product(Record):
    id = fields.IntField(primary_key=True)
    public_id = public_id()
    sku = short(64)  # unique whatever the case, by an index of the migration
    slug = short(200)
    name = short(200)
    description = fields.TextField(default="")
    details = fields.TextField(default="")  # HTML of a safe few elements; the description is plain
    price_cents = cents()
    category_id = fields.IntField()
    status = short(10, default="active")  # active | retired
    picture = short(200, default="")  # a name under web/static/products
    version = fields.IntField(default=1)
    sort_name = short(300, default="")  # what the name is sorted by, the same on every database
    sort_sku = short(200, default="")
    family_id = fields.IntField(null=True)
    option_values = cast(
        str | None, fields.TextField(null=True)
    )  # JSON: its value of each option of the family, in their order
    created_at = moment()
    updated_at = moment()

    class Meta:
        table = "product"
        indexes = (("category_id", "status", "price_cents"), ("status", "created_at"))


class ProductFamily(Record):
    """Products that differ by options alone, such as sizes; each stays a product of its own."""

    id = fields.IntField(primary_key=True)
    public_id = public_id()
    name = short(200)
    options = fields.TextField()  # JSON: [[name, [value, …]], …], in the order in which they are offered
    version = fields.IntField(default=1)
    created_at = moment()
    updated_at = moment()

    class Meta:
        table = "product_family"


class ProductImage(Record):
    id = fields.IntField(primary_key=True)
    product_id = fields.IntField(db_index=True)
    path = short(200)
    alt = short(200, default="")
    position = fields.IntField(default=0)

    class Meta:
        table = "product_image"


class CatalogChange(Record):
    """A change of what catalogue pages show; kept pages are as good as the newest."""

    id = fields.BigIntField(primary_key=True)

    class Meta:
        table = "catalog_change"
