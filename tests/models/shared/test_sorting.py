"""Lists are in the order in which people look for things, whatever the script and whatever the database."""

import random

import pytest

from models.audit.audit_log import Actor
from models.catalog import product_changes
from models.catalog.admin_product_list import list_all
from models.catalog.product_changes import NewProduct
from models.catalog.product_lists import ProductQuery, list_products
from models.catalog.stock_list import list_stock
from models.database import read, write
from models.shared.letters import LONGEST_KEY, code_key, sort_key
from models.shipping.countries import countries

ADMIN = Actor("boss@example.com", 1)
IN_ORDER = [
    "",
    "0.25 l Jar",
    "0.5 l Jar",
    "2 cm Nail",
    "10 cm Nail",
    "10.5 cm Nail",
    "100 cm Nail",
    "٢٠٠ cm Nail",  # 200
    "apple",
    "Äpple pie",
    "“Banana”",
    "banana split",
    "Bånd",
    "Éclair",
    "eclipse",
    "Łódź Blanket",
    "Loft Lamp",
    "Mug 2",
    "Mug 10",
    "Øl glass",
    "Oma",
    "straße",
    "STRASSEN",
    "zebra",
    "ＺＥＢＲＡ 2",
    "Άλφα",
    "βήτα",
    "Γάμμα",
    "Ёлка",
    "Ель",
    "Исток",
    "Йод",
    "Кот",
    "かき",
    "ガス",
    "きく",
    "가방",
    "나무",
]
MIXED = random.Random(7).sample(IN_ORDER, len(IN_ORDER))


def test_names_are_in_the_order_of_people() -> None:
    assert sorted(MIXED, key=sort_key) == IN_ORDER


def test_codes_count_between_their_dots() -> None:
    codes = ["A-1.9", "a-1.10", "A-1.10.1", "SKU-2", "sku-10", "SKU-0100"]
    assert sorted(set(codes), key=code_key) == codes


@pytest.mark.parametrize("text", ["ß" * 5000, "9" * 5000, "1." * 3000, "\u0301" * 100, "…", "﷽" * 200])
def test_keys_are_short_and_of_one_form(text: str) -> None:
    assert len(sort_key(text)) <= LONGEST_KEY
    assert sort_key(text) == sort_key(text.upper() if text.upper().casefold() == text.casefold() else text)


def test_countries_are_in_the_order_of_their_names() -> None:
    names = [each.name for each in countries().values()]
    assert names.index("Åland Islands") < names.index("Albania") < names.index("Zimbabwe")
    assert names.index("Côte d’Ivoire") < names.index("Croatia")


@pytest.mark.asyncio
async def test_the_shops_lists_are_in_that_order_on_every_database(demo_shop: None) -> None:
    names = [name for name in IN_ORDER if name]
    for place, name in enumerate(reversed(names)):
        new = NewProduct(f"Z-{len(names) - place}", name, 100, "home", on_hand=1)
        await write(lambda tx, new=new: product_changes.create(tx, ADMIN, new))  # type: ignore[misc]
    skus = [f"Z-{place + 1}" for place in range(len(names))]
    for sort, expected in (("name", names), ("-name", names[::-1])):
        query = ProductQuery(category="home", sort=sort, per_page=100)
        found = [each.name for each in (await read(lambda tx, q=query: list_products(tx, q))).items]  # type: ignore[misc]
        assert [name for name in found if name in names] == expected
    assert [each.sku for each in (await read(lambda tx: list_all(tx, q="z-", per_page=100))).items] == skus
    assert [each.sku for each in (await read(lambda tx: list_stock(tx, q="z-", per_page=100))).items] == skus
    renamed = (await read(lambda tx: list_all(tx, q="z-1", per_page=1))).items[0]
    await write(lambda tx: product_changes.change(tx, ADMIN, renamed.id, {"name": "Zzz"}))
    query = ProductQuery(category="home", sort="name", per_page=100)
    assert (
        next(
            each.name
            for each in reversed((await read(lambda tx: list_products(tx, query))).items)
            if each.name.isascii()
        )
        == "Zzz"
    )
