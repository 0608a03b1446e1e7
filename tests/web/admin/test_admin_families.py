"""The grid of a family: made of a product, filled row by row, changed as a whole or not at all."""

import re

import pytest
import pytest_asyncio

from models.catalog.catalog import find_product
from models.catalog.families.family_records import find_family, list_families
from models.catalog.seed import seed_demo
from models.database import read, write
from models.inventory import stock_adjustments
from tests.models.catalog.test_families import ADMIN, product
from tests.web.shop.test_checkout_pages import text_of

pytestmark = pytest.mark.asyncio
NEW = {"name": "Dune Kimono", "option-0": "Size", "values-0": "S, M, L"}


@pytest_asyncio.fixture
async def small(root):
    """A product to make a family of."""
    await write(seed_demo)
    return await product("KIM-S")


async def make(root, product_id, **fields):
    return await root.post("/admin/families", **{"product": product_id, **NEW, **fields})


async def only():
    """The family of kimonos beside those of the demo shop."""
    found = (await read(lambda tx: list_families(tx, page=1, per_page=50))).items
    [made] = [each for each in found if "Kimono" in each.name]
    return await read(lambda tx: find_family(tx, made.id))


def fields_of(page):
    """All fields of the grid as the browser would send them."""
    found = {}
    for tag in re.findall(r"<input[^>]*>", page):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and name[1] not in ("csrf_token", "remove", "q"):
            found[name[1]] = value[1] if value else ""
    for name, inside in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', inside)
        found[name] = chosen[1] if chosen else ""
    return found


async def grid(root):
    family = await only()
    path = f"/admin/families/{family.id}"
    return path, fields_of(await text_of(await root.get(path)))


async def facts():
    return [
        (each.product.sku, each.values, each.product.price_cents, each.product.on_hand)
        for each in (await only()).members
    ]


async def test_a_family_is_made_of_a_product_and_grows_by_rows(root, small):
    assert "Make a family" in await text_of(await root.get(f"/admin/products/{small}"))
    assert (await root.get(f"/admin/families/new?product={small}")).status_code == 200
    assert (await make(root, small)).status_code == 303
    path, fields = await grid(root)
    assert fields["n-0-sku"] == fields["n-1-sku"] == ""
    free = await product("LONG-ONE", "Long Kimono", 8000, 6)
    saved = await root.post(
        path, **{**fields, "n-0-sku": "KIM-M", "n-0-price": "60", "n-0-on_hand": "4", "n-1-sku": "long-one"}
    )
    assert saved.status_code == 303
    assert await facts() == [("KIM-S", ("S",), 5000, 3), ("KIM-M", ("M",), 6000, 4), ("LONG-ONE", ("L",), 8000, 6)]
    assert (await read(lambda tx: find_product(tx, free))).family.values == ("L",)
    page = await text_of(await root.get(f"/admin/products/{free}"))
    assert path in page
    assert "Dune Kimono" in await text_of(await root.get("/admin/families"))


async def test_prices_and_stock_change_in_the_grid_and_what_was_not_touched_stays(root, small):
    await make(root, small)
    path, fields = await grid(root)
    await root.post(path, **{**fields, "n-0-sku": "KIM-M", "n-0-price": "60", "n-0-on_hand": "4"})
    path, fields = await grid(root)
    await write(lambda tx: stock_adjustments.adjust(tx, ADMIN, small, on_hand=2, reason="sold at the desk"))
    medium = next(each.product.id for each in (await only()).members if each.product.sku == "KIM-M")
    saved = await root.post(path, **{**fields, f"m-{medium}-price": "65.50", f"m-{medium}-on_hand": "9"})
    assert saved.status_code == 303
    assert await facts() == [("KIM-S", ("S",), 5000, 2), ("KIM-M", ("M",), 6550, 9)]


async def test_a_value_is_renamed_an_option_added_and_a_product_removed(root, small):
    await make(root, small)
    path, fields = await grid(root)
    await root.post(path, **{**fields, "n-0-sku": "KIM-M", "n-0-price": "60"})
    path, fields = await grid(root)
    saved = await root.post(
        path, **{**fields, "values-0": "Small, M, L", "option-1": "Colour", "values-1": "Sand, Night"}
    )
    assert saved.status_code == 303
    assert [values for _, values, _, _ in await facts()] == [("Small", "Sand"), ("M", "Sand")]
    path, fields = await grid(root)
    assert (await root.post(path, **fields, remove=small)).status_code == 303
    assert [sku for sku, *_ in await facts()] == ["KIM-M"]
    assert (await read(lambda tx: find_product(tx, small))).family is None


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": ""}, "Use 1 to 160 characters"),
        ({"values-0": "M, L"}, "Size has no value"),
        ({"values-0": "S, s"}, "is there twice"),
        ({"n-0-sku": "KIM-M"}, "A new product needs a price."),
        ({"n-0-sku": "KIM-M", "n-0-price": "x"}, "Write a price such as 12.99."),
        ({"n-0-sku": "KIM-M", "n-0-price": "5", "n-0-on_hand": "-1"}, "This has to be a whole number."),
        ({"n-0-sku": "K M", "n-0-price": "5"}, "letters, digits, dots"),
    ],
)
async def test_a_refusal_says_what_is_wrong_keeps_what_was_typed_and_changes_nothing(root, small, wrong, words):
    await make(root, small)
    path, fields = await grid(root)
    answer = await root.post(path, **{**fields, **wrong})
    page = await text_of(answer)
    assert (answer.status_code, words in page) == (422, True), page[-3000:]
    assert all(value in fields_of(page).values() for value in wrong.values())
    assert await facts() == [("KIM-S", ("S",), 5000, 3)]


async def test_two_admins_do_not_overwrite_each_other(root, small):
    await make(root, small)
    path, fields = await grid(root)
    assert (await root.post(path, **{**fields, "name": "Dusk Kimono"})).status_code == 303
    late = await root.post(path, **{**fields, "name": "Dawn Kimono"})
    assert late.status_code == 409
    assert "Somebody else has changed this family" in await text_of(late)
    assert (await only()).name == "Dusk Kimono"


async def test_bad_input_is_refused_and_never_a_fault(root, small):
    for fields in ({}, {"product": "x"}, {"product": "\x00"}, {"option-0": "", "values-0": ""}, {"values-0": ",,,"}):
        assert (await make(root, small, **fields)).status_code in (303, 404, 422)
    path, fields = await grid(root)
    for wrong in ({"version": "x"}, {"version": ""}, {"option-0": "\x00"}, {f"m-{small}-0": "XXL"}):
        assert (await root.post(path, **{**fields, **wrong})).status_code in (303, 409, 422)
    for path in (
        "/admin/families/x",
        "/admin/families/new",
        "/admin/families/new?product=x",
        "/admin/families?page=99",
    ):
        assert (await root.get(path)).status_code in (200, 404)
    assert (await root.post("/admin/families/x/dissolution")).status_code == 404


async def test_a_family_is_dissolved(root, small):
    await make(root, small)
    path, _ = await grid(root)
    assert (await root.post(f"{path}/dissolution")).status_code == 303
    assert (await root.get(path)).status_code == 404
    assert (await read(lambda tx: find_product(tx, small))).family is None
