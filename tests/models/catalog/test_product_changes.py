"""Products and categories under an admin's hands: every change is complete, audited, or refused whole."""

import pytest

from models.audit import audit_log
from models.audit.audit_log import Actor, AuditQuery
from models.catalog import category_changes, product_changes
from models.catalog.catalog import categories, find_product
from models.catalog.product_changes import NewProduct
from models.database import read, write
from models.shared.errors import CategoryNotEmpty, CategoryTaken, Invalid, ProductNotFound, SkuTaken, VersionConflict
from tests.models.orders_at_hand import row

pytestmark = pytest.mark.asyncio
ADMIN = Actor("boss@example.com", 1, "r-1", "127.0.0.1")
LAMP = NewProduct("LAMP-1", "Brass Lamp", 4900, "home", "Warm.", on_hand=3, low_stock_threshold=1)


async def create(new=LAMP):
    return await write(lambda tx: product_changes.create(tx, ADMIN, new))


async def change(product_id, version=None, **changes):
    return await write(lambda tx: product_changes.change(tx, ADMIN, product_id, changes, version=version))


async def audited(action):
    return (await read(lambda tx: audit_log.entries(tx, AuditQuery(action=action)))).items


async def test_a_new_product_is_on_the_shelf_with_its_first_stock(demo_shop):
    lamp = await create()
    assert (lamp.sku, lamp.available, lamp.low_stock_threshold, lamp.status) == ("LAMP-1", 3, 1, "active")
    assert lamp.category.slug == "home"
    ledger = await row("SELECT kind, d_on_hand, on_hand, actor FROM stock_ledger ORDER BY id DESC LIMIT 1")
    assert ledger == ("initial", 3, 3, "boss@example.com")
    [entry] = await audited("product.create")
    assert (entry.actor, entry.object_id, entry.after["sku"], entry.address) == (
        *("boss@example.com", lamp.id, "LAMP-1", "127.0.0.1"),
    )


@pytest.mark.parametrize("sku", ["SKU-0001", "sku-0001"])
async def test_a_sku_is_one_whatever_its_case(demo_shop, sku):
    with pytest.raises(SkuTaken):
        await create(NewProduct(sku, "Twin", 100, "home"))
    assert await row("SELECT count(*) FROM product WHERE name = 'Twin'") == (0,)
    lamp = await create()
    with pytest.raises(SkuTaken):
        await change(lamp.id, sku=sku, name="Renamed")
    assert (await read(lambda tx: find_product(tx, lamp.id))).name == "Brass Lamp"


async def test_any_subset_is_changed_and_only_what_differs_is_audited(demo_shop):
    lamp = await create()
    changed = await change(lamp.id, name="Copper Lamp", price_cents=4900, category_id="desk")
    assert (changed.name, changed.slug, changed.category.slug, changed.version) == (
        *("Copper Lamp", "copper-lamp", "desk", 2),
    )
    [entry] = await audited("product.change")
    assert entry.before["name"] == "Brass Lamp"
    assert "price_cents" not in entry.after
    assert (await change(lamp.id, name="Copper Lamp")).version == 2
    assert len(await audited("product.change")) == 1


async def test_who_read_an_older_version_changes_nothing(demo_shop):
    lamp = await create()
    await change(lamp.id, version=1, name="First")
    with pytest.raises(VersionConflict):
        await change(lamp.id, version=1, name="Second")
    assert (await read(lambda tx: find_product(tx, lamp.id))).name == "First"


async def test_a_retired_product_leaves_the_shelf_and_comes_back(demo_shop):
    lamp = await create()
    await write(lambda tx: product_changes.retire(tx, ADMIN, lamp.id))
    with pytest.raises(ProductNotFound):
        await read(lambda tx: find_product(tx, lamp.id))
    await write(lambda tx: product_changes.retire(tx, ADMIN, lamp.id))
    assert len(await audited("product.retire")) == 1
    await write(lambda tx: product_changes.restore(tx, ADMIN, lamp.id))
    assert (await read(lambda tx: find_product(tx, lamp.id))).status == "active"
    with pytest.raises(ProductNotFound):
        await write(lambda tx: product_changes.retire(tx, ADMIN, "n" * 26))


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("sku", {"sku": ""}),
        ("sku", {"sku": "a b"}),
        ("name", {"name": " "}),
        ("name", {"name": "x" * 201}),
        ("price", {"price_cents": 0}),
        ("price", {"price_cents": 100_000_000}),
        ("category_id", {"category_id": "attic"}),
        ("on_hand", {"on_hand": -1}),
        ("low_stock_threshold", {"low_stock_threshold": 100_001}),
    ],
)
async def test_a_wrong_field_is_named_and_nothing_is_done(demo_shop, field, fields):
    plain = {"sku": "X-1", "name": "X", "price_cents": 100, "category_id": "home"}
    before = await row("SELECT count(*) FROM product")
    with pytest.raises(Invalid) as refusal:
        await create(NewProduct(**{**plain, **fields}))
    assert [error.field for error in refusal.value.errors] == [field]
    assert await row("SELECT count(*) FROM product") == before


async def test_categories_are_opened_renamed_ordered_and_closed_when_empty(demo_shop):
    attic = await write(lambda tx: category_changes.create(tx, ADMIN, "Attic & Co"))
    assert (await read(categories))[-1].id == attic.id
    await write(lambda tx: category_changes.change(tx, ADMIN, attic.id, {"name": "Loft", "position": 0}))
    assert [each.slug for each in await read(categories) if each.name == "Loft"] == ["attic-co"]
    await create(NewProduct("X-1", "X", 100, attic.id))
    with pytest.raises(CategoryNotEmpty) as refusal:
        await write(lambda tx: category_changes.delete(tx, ADMIN, attic.id))
    assert refusal.value.extra == {"product_count": 1}
    bare = await write(lambda tx: category_changes.create(tx, ADMIN, "Attic Co"))
    assert bare.slug == "attic-co-2"
    await write(lambda tx: category_changes.delete(tx, ADMIN, bare.id))
    assert bare.id not in [each.id for each in await read(categories)]


@pytest.mark.parametrize("name", ["home & light", "HOME & LIGHT", "ÄRMEL"])
async def test_a_category_is_one_whatever_its_case(demo_shop, name):
    await write(lambda tx: category_changes.create(tx, ADMIN, "Ärmel"))
    with pytest.raises(CategoryTaken):
        await write(lambda tx: category_changes.create(tx, ADMIN, name))


async def test_the_audit_log_is_listed_by_person_object_and_date_and_not_edited(demo_shop):
    lamp = await create()
    await write(lambda tx: product_changes.retire(tx, audit_log.command("tidy"), lamp.id))

    async def found(**query):
        return [entry.action for entry in (await read(lambda tx: audit_log.entries(tx, AuditQuery(**query)))).items]

    assert await found() == ["product.retire", "product.create"]
    assert await found(actor="boss@example.com") == ["product.create"]
    assert await found(actor="cartwright tidy") == ["product.retire"]
    assert await found(object_type="product", object_id=lamp.id) == ["product.retire", "product.create"]
    assert await found(until=1) == []
    for sql in ("UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry"):
        with pytest.raises(Exception, match="append-only"):
            await write(lambda tx, sql=sql: tx.execute(sql))
