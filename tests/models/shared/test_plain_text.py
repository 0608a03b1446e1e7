"""What people type is kept composed, without what nobody sees; and a name nobody can see is none."""

import unicodedata

import pytest

from models.audit.audit_log import Actor
from models.catalog import category_changes, product_changes
from models.catalog.product_changes import NewProduct
from models.database import Transaction, read, write
from models.shared.errors import CategoryTaken, Invalid
from models.shared.plain_text import has_control, name_key, plain

ADMIN = Actor("admin@shop.com")
EMPTY = ["\u200b", "\u200d\u200c", "\ufeff ", "\u202e", "\u2066\u2069", "\u3164", "\u115f\u1160", "\u2800", "\u0301"]
EMPTY += ["\u00ad", "\u2028", "\u180e", "\ufe0f", "\U000e0041", "\ue000", "\uffff"]
KEPT = ["नमस्ते", "می\u200cخواهم", "👩\u200d👩\u200d👧", "❤\ufe0f", "co\u00adoperate", "שלום", "Zoë", "!", "x\u0338"]
SAME = [
    ("Café", "CAFE\u0301"),
    ("Straße", "STRASSE"),
    ("ﬁne  Mugs", "fine mugs"),
    ("Ｔｅａ", "tea"),
    ("Tea\u200b", "Tea"),
    ("Te\u00ada", "Tea"),
    ("ΟΔΟΣ", "οδός".replace("ό", "ο")),
    ("한글", unicodedata.normalize("NFD", "한글")),
    ("Tea\u3164", "tea"),
    ("Tea\u00a0Pots", "Tea Pots"),
    ("Te\u034fa", "Tea"),
    ("Tea\ufe0f", "Tea"),
    ("Te\U000e0100a", "Tea"),
    ("Tea\u17b5", "Tea"),
    ("Cafe\u034f\u0301", "Café"),
]
OTHER = [("Resume", "Résumé"), ("Tea", "Teas"), ("No 1", "No 2")]


@pytest.mark.parametrize("text", EMPTY)
def test_what_nobody_can_see_is_empty(text: str) -> None:
    assert plain(text).strip() == ""


@pytest.mark.parametrize("text", KEPT)
def test_what_joins_letters_stays(text: str) -> None:
    assert plain(text) == unicodedata.normalize("NFC", text)


def test_a_text_is_composed_and_cannot_turn_what_stands_beside_it() -> None:
    assert plain("Cafe\u0301 \u202egnp.exe\u200b") == "Café gnp.exe"
    assert has_control("a\u2028b")
    assert has_control("a\x85b")
    assert not has_control("a\nb", but="\n")


@pytest.mark.parametrize(("one", "other"), SAME)
def test_names_that_look_the_same_are_the_same(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_names_that_differ_are_others(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.asyncio
@pytest.mark.parametrize(("one", "other"), SAME)
async def test_no_two_categories_have_one_name(shop: str, one: str, other: str) -> None:
    made = await write(lambda tx: category_changes.create(tx, ADMIN, one))
    second = await write(lambda tx: category_changes.create(tx, ADMIN, "Quite Another"))
    assert unicodedata.is_normalized("NFC", made.name)
    with pytest.raises(CategoryTaken):
        await write(lambda tx: category_changes.create(tx, ADMIN, other))
    with pytest.raises(CategoryTaken):
        await write(lambda tx: category_changes.change(tx, ADMIN, second.id, {"name": other}))


@pytest.mark.asyncio
@pytest.mark.parametrize("name", [*EMPTY, "", " ", "a\nb", "a\x00b", "a\u2029b"])
async def test_nothing_is_called_nothing(shop: str, name: str) -> None:
    async def product(tx: Transaction) -> None:
        category = await category_changes.create(tx, ADMIN, "Everything")
        new = NewProduct(sku="A", name=name, price_cents=1, category_id=category.id)
        await product_changes.create(tx, ADMIN, new)

    with pytest.raises(Invalid):
        await write(product)
    with pytest.raises(Invalid):
        await write(lambda tx: category_changes.create(tx, ADMIN, name))
    assert await read(lambda tx: tx.fetch("SELECT 1 FROM product UNION ALL SELECT 1 FROM category")) == []
