"""What admins do to families: make one of products, change its options and products, dissolve it. All audited."""

import json
from collections.abc import Sequence

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.catalog import product_changes
from models.catalog.catalog import find_product
from models.catalog.families.family_records import FamilyRecord, find_family, find_row
from models.catalog.families.family_rules import FamilyToBe, MemberToBe, as_kept, refuse
from models.catalog.family_views import FamilyOption
from models.catalog.product_changes import NewProduct
from models.catalog.product_rows import find_row as find_product_row
from models.database import Transaction
from models.inventory import stock_adjustments
from models.shared.errors import FieldError, Invalid, ProductNotFound, Refusal, VersionConflict
from models.tables.catalog_tables import Product, ProductFamily, ProductImage

REASON = "with the family"
Choices = dict[int, tuple[str, ...]]  # the values of each product by its row


async def create(tx: Transaction, actor: Actor, wanted: FamilyToBe) -> FamilyRecord:
    """Make a family of products that there are, of new ones, or of both.

    Raises:
        Invalid, SkuTaken, BelowReserved: nothing was changed.
    """
    wanted = as_kept(wanted)
    refuse(wanted)
    await _refuse_taken(tx, wanted.name)
    row = await ProductFamily.create(
        name=wanted.name, options=_as_json(wanted.options), created_at=tx.now, updated_at=tx.now
    )
    await _join(tx, actor, row, wanted, {})
    made = await find_family(tx, row.public_id)
    await audit_log.record(tx, actor, "family.create", ("family", made.id), after=_shown(made))
    return made


async def change(
    tx: Transaction, actor: Actor, public_id: str, wanted: FamilyToBe, *, version: int | None = None
) -> FamilyRecord:
    """Make the family what is wanted: products that are not named leave it and stay on sale by themselves.

    Raises:
        NotFound, Invalid, SkuTaken, BelowReserved: nothing was changed.
        VersionConflict: `version` is given, and somebody else changed the family since.
    """
    wanted = as_kept(wanted)
    refuse(wanted)
    row = await find_row(public_id)
    if version is not None and row.version != version:
        raise VersionConflict("Somebody else has changed this family since you read it.", version=row.version)
    await _refuse_taken(tx, wanted.name, but=row.id)
    before = await find_family(tx, public_id)
    had = await _choices(row)
    row.name, row.options, row.version, row.updated_at = (
        wanted.name,
        _as_json(wanted.options),
        row.version + 1,
        tx.now,
    )
    await row.save()
    await _join(tx, actor, row, wanted, had)
    made = await find_family(tx, public_id)
    olds, news = _shown(before), _shown(made)
    if olds != news:
        await audit_log.record(tx, actor, "family.change", ("family", public_id), before=olds, after=news)
    return made


async def dissolve(tx: Transaction, actor: Actor, public_id: str) -> None:
    """End the family; its products stay on sale by themselves. Raises NotFound."""
    row = await find_row(public_id)
    before = await find_family(tx, public_id)
    await _settle(tx, actor, row, await _choices(row), {})
    await row.delete()
    await audit_log.record(tx, actor, "family.delete", ("family", public_id), before=_shown(before))


def as_it_is(family: FamilyRecord) -> FamilyToBe:
    """What would leave the family as it is."""
    members = tuple(MemberToBe(each.values, each.product.id) for each in family.members)
    return FamilyToBe(family.name, family.options, members)


async def _join(tx: Transaction, actor: Actor, row: ProductFamily, wanted: FamilyToBe, had: Choices) -> None:
    """Give each product its place, new ones first made, and their prices and stock with it."""
    pattern = next((each.product_id for each in wanted.members if each.product_id), "")
    choices: Choices = {}
    for place, member in enumerate(wanted.members):
        try:
            product = await _member(tx, actor, row, member, pattern)
        except ProductNotFound:
            raise Invalid.field(f"members.{place}.product_id", "unknown", "There is no such product.") from None
        except Refusal as refusal:
            raise _at(place, refusal) from None
        if product.family_id not in (None, row.id):
            words = f"{product.sku} belongs to another family. Remove it there first."
            raise Invalid.field(f"members.{place}.product_id", "in_another_family", words)
        choices[product.id] = member.values
    await _settle(tx, actor, row, had, choices)


async def _member(tx: Transaction, actor: Actor, row: ProductFamily, member: MemberToBe, pattern: str) -> Product:
    """The row of a product of the family, with the price and the stock it is to have."""
    if not member.product_id:
        return await _new_member(tx, actor, row, member, pattern)
    product = await find_product_row(member.product_id)
    changes = {"sku": member.sku or None, "price_cents": member.price_cents}
    changed = {name: value for name, value in changes.items() if value not in (None, product[name])}
    if changed:
        await product_changes.change(tx, actor, member.product_id, changed)
    if member.on_hand is not None:
        seen = await find_product(tx, member.product_id, include_retired=True)
        if seen.on_hand != member.on_hand:
            await stock_adjustments.adjust(tx, actor, member.product_id, on_hand=member.on_hand, reason=REASON)
    return await find_product_row(member.product_id)


async def _new_member(tx: Transaction, actor: Actor, row: ProductFamily, member: MemberToBe, pattern: str) -> Product:
    """A new product like the first one of the family: its category, its texts and its pictures."""
    if not pattern:
        raise Invalid.field("product_id", "missing", "A family starts with a product that there is.")
    if member.price_cents is None:
        raise Invalid.field("price", "missing", "A new product needs a price.")
    first = await find_product_row(pattern)
    like = await find_product(tx, pattern, include_retired=True)
    new = NewProduct(
        sku=member.sku,
        name=f"{row.name}, {', '.join(member.values)}"[: product_changes.LONGEST_NAME],
        price_cents=member.price_cents,
        category_id=like.category.id,
        description=first.description,
        details=first.details,
        on_hand=member.on_hand or 0,
        low_stock_threshold=like.low_stock_threshold,
    )
    made = await find_product_row((await product_changes.create(tx, actor, new)).id)
    made.picture = first.picture
    await made.save(update_fields=["picture"])
    for image in await ProductImage.filter(product_id=first.id).order_by("position", "id"):
        await ProductImage.create(product_id=made.id, path=image.path, alt=image.alt, position=image.position)
    return made


async def _settle(tx: Transaction, actor: Actor, row: ProductFamily, had: Choices, choices: Choices) -> None:
    """Write who is in the family as what. All leave first, because two may change places."""
    changed = [each for each in {*had, *choices} if had.get(each) != choices.get(each)]
    await Product.filter(id__in=[each for each in changed if each in had]).update(family_id=None, option_values=None)
    for product in await Product.filter(id__in=changed).order_by("id"):
        values = choices.get(product.id)
        product.family_id = row.id if values else None
        product.option_values = json.dumps(values, ensure_ascii=False) if values else None
        product.version, product.updated_at = product.version + 1, tx.now
        await product.save(update_fields=["family_id", "option_values", "version", "updated_at"])
        before = {"family": row.name if product.id in had else None, "options": list(had.get(product.id, ()))}
        after = {"family": row.name if values else None, "options": list(values or ())}
        subject = ("product", product.public_id)
        await audit_log.record(tx, actor, "product.change", subject, before=before, after=after)


async def _choices(row: ProductFamily) -> Choices:
    members = await Product.filter(family_id=row.id).select_for_update().order_by("id")
    return {each.id: tuple(json.loads(each.option_values or "[]")) for each in members}


async def _refuse_taken(tx: Transaction, name: str, *, but: int = 0) -> None:
    if await tx.fetch_one("SELECT 1 FROM product_family WHERE lower(name) = lower(?) AND id <> ?", name, but):
        raise Invalid.field("name", "taken", "Another family has this name.")


def _at(place: int, refusal: Refusal) -> Refusal:
    """The refusal of one product, with its fields named as those of the family."""
    refusal.errors = tuple(
        FieldError(f"members.{place}.{each.field}", each.code, each.message) for each in refusal.errors
    )
    return refusal


def _as_json(options: Sequence[FamilyOption]) -> str:
    return json.dumps([[each.name, list(each.values)] for each in options], ensure_ascii=False)


def _shown(family: FamilyRecord) -> dict[str, object]:
    return {
        "name": family.name,
        "options": {each.name: list(each.values) for each in family.options},
        "members": {each.product.sku: list(each.values) for each in family.members},
    }
