"""Families of products: what they may be, that each member stays a product, and that lists show a family once."""

import pytest

from models.audit import audit_log
from models.audit.audit_log import Actor, AuditQuery
from models.catalog import catalog, product_changes
from models.catalog.catalog import find_product
from models.catalog.families import family_changes
from models.catalog.families.family_records import find_family, list_families
from models.catalog.families.family_rules import FamilyToBe, MemberToBe
from models.catalog.family_views import FamilyOption
from models.catalog.product_changes import NewProduct
from models.catalog.product_lists import (
    ProductQuery,
    counts_by_category,
    featured_products,
    list_products,
    related_products,
)
from models.catalog.suggestions import suggest
from models.content.site_map import mapped_count, mapped_products
from models.database import read, write
from models.inventory import stock_adjustments
from models.shared.errors import Invalid, NotFound, SkuTaken, VersionConflict

pytestmark = pytest.mark.asyncio
ADMIN = Actor("boss@example.com", 1, "r-1", "127.0.0.1")
SIZES = (FamilyOption("Size", ("S", "M", "L")),)


async def product(sku, name="Dune Kimono", cents=5000, on_hand=3, category="clothing"):
    new = NewProduct(sku, name, cents, category, "Linen.", on_hand=on_hand, low_stock_threshold=1)
    return (await write(lambda tx: product_changes.create(tx, ADMIN, new))).id


async def make(*members, name="Dune Kimono", options=SIZES):
    wanted = FamilyToBe(name, options, members)
    return await write(lambda tx: family_changes.create(tx, ADMIN, wanted))


async def change(family, *members, name="Dune Kimono", options=SIZES, version=None):
    wanted = FamilyToBe(name, options, members)
    return await write(lambda tx: family_changes.change(tx, ADMIN, family.id, wanted, version=version))


async def kimonos():
    """A family of three: S at 50, M at 60, L at 70 that is sold out."""
    small = await product("KIM-S")
    return await make(
        MemberToBe(("S",), small), MemberToBe(("M",), "", "KIM-M", 6000, 4), MemberToBe(("L",), "", "KIM-L", 7000, 0)
    )


async def listed(**query):
    return await read(lambda tx: list_products(tx, ProductQuery(per_page=100, **query)))


def skus(page):
    return [each.sku for each in page.items]


async def test_each_member_is_a_product_with_its_own_price_and_stock(demo_shop):
    family = await kimonos()
    facts = [(each.values, each.product.sku, each.product.price_cents, each.product.on_hand) for each in family.members]
    assert facts == [(("S",), "KIM-S", 5000, 3), (("M",), "KIM-M", 6000, 4), (("L",), "KIM-L", 7000, 0)]
    small, medium, _ = (each.product for each in family.members)
    assert (medium.name, medium.category.slug, medium.description) == ("Dune Kimono, M", "clothing", "Linen.")
    its = (await read(lambda tx: find_product(tx, small.id))).family
    assert (its.id, its.chosen, its.prices, its.is_sold_out) == (family.id, [("Size", "S")], (5000, 7000), False)
    assert [(each.sku, each.stock_state) for each in its.members] == [
        ("KIM-S", "in_stock"),
        ("KIM-M", "in_stock"),
        ("KIM-L", "out"),
    ]


async def test_a_product_without_a_family_stays_as_it_is(demo_shop):
    await kimonos()
    mug = await read(lambda tx: find_product(tx, "sku:SKU-0001"))
    assert (mug.family, mug.listed_name, mug.offered, mug.shown_ids) == (None, mug.name, mug, [mug.id])


@pytest.mark.parametrize(
    "query",
    [
        {"q": "kimono"},
        {"q": "KIM-"},
        {"category": "clothing", "sort": "newest"},
        {"sort": "price"},
        {"sort": "popular"},
        {"in_stock": True},
        {"q": "kimono", "in_stock": True},
        {"min_price": 4000, "max_price": 8000},
    ],
)
async def test_lists_show_a_family_once_and_count_it_once(demo_shop, query):
    before, alone = await listed(**query), await listed(variants=True, **query)
    await kimonos()
    after = await listed(**query)
    assert [sku for sku in skus(after) if sku.startswith("KIM")] in (["KIM-S"], [])
    assert after.total == before.total + 1
    each = await listed(variants=True, **query)
    assert each.total == alone.total + (2 if query.get("in_stock") else 3)
    past = await read(lambda tx: list_products(tx, ProductQuery(per_page=100, page=9, **query)))
    assert (past.items, past.total) == ([], after.total)


async def test_the_cheapest_that_fits_stands_for_the_family(demo_shop):
    await kimonos()
    assert skus(await listed(q="kimono", min_price=5500)) == ["KIM-M"]
    assert [sku for sku in skus(await listed(min_price=6500, category="clothing")) if "KIM" in sku] == ["KIM-L"]
    assert skus(await listed(q="kim-l")) == ["KIM-L"], "the SKU that was typed"
    assert skus(await listed(q="kimono", min_price=6500, in_stock=True)) == []


async def test_categories_count_a_family_once_and_the_counts_beside_a_search_agree(demo_shop):
    def count(found):
        return next(each.product_count for each in found if each.slug == "clothing")

    before = count(await read(catalog.categories))
    await kimonos()
    shelf = await read(lambda tx: catalog.find_category(tx, "clothing"))
    assert shelf.product_count == before + 1 == count(await read(catalog.categories))
    assert (await listed(category="clothing")).total == shelf.product_count
    for query in (ProductQuery(q="kimono"), ProductQuery(min_price=1), ProductQuery(in_stock=True)):
        counts = await read(lambda tx, query=query: counts_by_category(tx, query))
        assert counts[shelf.id] == (1 if query.q else shelf.product_count)


async def test_suggestions_the_front_page_and_related_products_show_it_once_and_never_beside_itself(demo_shop):
    family = await kimonos()
    offered = await read(lambda tx: suggest(tx, "kimono"))
    assert ([each.listed_name for each in offered.products], offered.total) == (["Dune Kimono"], 1)
    newest = await read(lambda tx: featured_products(tx, 8))
    assert [each.listed_name for each in newest].count("Dune Kimono") == 1
    medium = family.members[1].product
    related = await read(lambda tx: related_products(tx, medium, 50))
    assert related
    assert not [each for each in related if each.family is not None and each.family.id == family.id]


async def test_the_site_map_names_the_first_member_alone(demo_shop):
    before = await read(mapped_count)
    family = await kimonos()
    assert await read(mapped_count) == before + 1
    mapped = [each.id for each in await read(lambda tx: mapped_products(tx, 1))]
    small, medium, _ = (each.product.id for each in family.members)
    assert (small in mapped, medium in mapped) == (True, False)
    await write(lambda tx: product_changes.retire(tx, ADMIN, small))
    its = (await read(lambda tx: find_product(tx, medium))).family
    assert its.first.id == medium
    assert medium in [each.id for each in await read(lambda tx: mapped_products(tx, 1))]


async def test_a_sold_out_member_leads_to_one_that_can_be_bought(demo_shop):
    family = await kimonos()
    small, medium, _ = (each.product for each in family.members)
    await write(lambda tx: stock_adjustments.adjust(tx, ADMIN, small.id, on_hand=0, reason="counted"))
    [card] = (await listed(q="kimono")).items
    assert (card.sku, card.offered.id, card.family.is_sold_out) == ("KIM-S", medium.id, False)


@pytest.mark.parametrize(
    ("options", "members", "field"),
    [
        ((), [("S",)], "options"),
        ((FamilyOption("Size", ()),), [("S",)], "options.0.values"),
        ((FamilyOption("", ("S",)),), [("S",)], "options.0.name"),
        ((FamilyOption("Size", ("S", "s")),), [("S",)], "options.0.values"),
        ((FamilyOption("Size", ("S",)), FamilyOption("size", ("S",))), [("S", "S")], "options"),
        (SIZES, [], "members"),
        (SIZES, [("XL",)], "members.0.values"),
        (SIZES, [("S", "M")], "members.0.values"),
        (SIZES, [("S",), ("S",)], "members.1.values"),
    ],
)
async def test_what_no_family_can_be_is_refused_by_field(demo_shop, options, members, field):
    ids = [await product(f"K-{place}") for place in range(len(members))]
    wanted = [MemberToBe(values, public_id) for values, public_id in zip(members, ids, strict=True)]
    with pytest.raises(Invalid) as refused:
        await make(*wanted, options=options)
    assert field in {each.field for each in refused.value.errors}
    found = await read(lambda tx: list_families(tx, page=1, per_page=50))
    assert "Dune Kimono" not in {each.name for each in found.items}


async def test_a_product_belongs_to_one_family_and_a_name_to_one_too(demo_shop):
    family = await kimonos()
    small, medium, _ = (each.product.id for each in family.members)
    for members, name, field in (
        ([MemberToBe(("S",), small)], "Other", "members.0.product_id"),
        ([MemberToBe(("S",), await product("FREE"))], "dune kimono", "name"),
        ([MemberToBe(("S",), "0" * 26)], "Other", "members.0.product_id"),
        ([MemberToBe(("S",), "", "ONLY-NEW", 100)], "Other", "members.0.product_id"),
    ):
        with pytest.raises(Invalid) as refused:
            await make(*members, name=name)
        assert [each.field for each in refused.value.errors] == [field]
    with pytest.raises(SkuTaken) as taken:
        await change(family, MemberToBe(("S",), small), MemberToBe(("M",), medium, "kim-s"))
    assert [each.field for each in taken.value.errors] == ["members.1.sku"]


async def test_members_change_places_options_grow_and_who_is_left_out_stays_on_sale(demo_shop):
    family = await kimonos()
    small, medium, large = (each.product.id for each in family.members)
    swapped = await change(family, MemberToBe(("M",), small), MemberToBe(("S",), medium), version=1)
    assert [(each.product.sku, each.values) for each in swapped.members] == [("KIM-M", ("S",)), ("KIM-S", ("M",))]
    assert (await read(lambda tx: find_product(tx, large))).family is None
    both = (*SIZES, FamilyOption("Colour", ("Sand", "Night")))
    grown = await change(
        family,
        MemberToBe(("S", "Sand"), small),
        MemberToBe(("S", "Night"), medium, price_cents=6500, on_hand=9),
        options=both,
    )
    assert [(each.values, each.product.price_cents, each.product.on_hand) for each in grown.members] == [
        (("S", "Sand"), 5000, 3),
        (("S", "Night"), 6500, 9),
    ]
    with pytest.raises(VersionConflict):
        await change(family, MemberToBe(("S",), small), version=1)


async def test_a_dissolved_family_leaves_its_products_and_every_change_is_audited(demo_shop):
    family = await kimonos()
    small = family.members[0].product
    before = small.version
    await write(lambda tx: family_changes.dissolve(tx, ADMIN, family.id))
    with pytest.raises(NotFound):
        await read(lambda tx: find_family(tx, family.id))
    alone = await read(lambda tx: find_product(tx, small.id))
    assert (alone.family, alone.version) == (None, before + 1)
    assert len([sku for sku in skus(await listed(q="kimono")) if sku.startswith("KIM")]) == 3
    log = (await read(lambda tx: audit_log.entries(tx, AuditQuery(object_type="family", object_id=family.id)))).items
    assert [each.action for each in log] == ["family.delete", "family.create"]
    assert log[1].after["members"] == {"KIM-S": ["S"], "KIM-M": ["M"], "KIM-L": ["L"]}
    of_product = await read(lambda tx: audit_log.entries(tx, AuditQuery(object_type="product", object_id=small.id)))
    assert [each.after for each in of_product.items][:2] == [
        {"family": None, "options": []},
        {"family": "Dune Kimono", "options": ["S"]},
    ]
