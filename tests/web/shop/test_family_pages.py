"""A family in the shop: one card, selectors on each product's page, and the same told to programs."""

import json
import re

import pytest
import pytest_asyncio

from models.catalog.families import family_changes
from models.catalog.families.family_rules import FamilyToBe, MemberToBe
from models.catalog.family_views import FamilyOption
from models.catalog.seed import seed_demo
from models.database import write
from models.inventory import stock_adjustments
from tests.models.catalog.test_families import ADMIN, change, product
from tests.web.shop.test_checkout_pages import text_of
from web.shop_addresses import product_path

pytestmark = pytest.mark.asyncio
OPTIONS = (FamilyOption("Size", ("S", "M", "L")), FamilyOption("Colour", ("Sand", "Night")))
CARD = re.compile(r'<li class="card product">.*?</li>', re.DOTALL)
OPTION = re.compile(r'<(?:a|span) class="(option[^"]*)"(?: href="([^"]+)")?( aria-current="true")?>([^<]+)')


@pytest_asyncio.fixture
async def family(shop):
    """S in both colours, M in Sand alone and sold out, L only wanted; 50, 60 and 70 dollars."""
    await write(seed_demo)
    first = await product("KIM-S")
    wanted = FamilyToBe(
        "Dune Kimono",
        OPTIONS,
        (
            MemberToBe(("S", "Sand"), first),
            MemberToBe(("S", "Night"), "", "KIM-SN", 6000, 4),
            MemberToBe(("M", "Sand"), "", "KIM-M", 7000, 0),
        ),
    )
    return await write(lambda tx: family_changes.create(tx, ADMIN, wanted))


def path_of(family, place):
    return product_path(family.members[place].product)


def selectors(text):
    """Each option's words with its classes, where it leads and whether it is chosen."""
    return {words: (css, path, bool(now)) for css, path, now, words in OPTION.findall(text)}


def things(text):
    [data] = re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', text, re.DOTALL)
    return {each["@type"]: each for each in json.loads(data)["@graph"]}


async def test_the_page_has_a_link_for_each_value_and_marks_what_is_sold_out_or_not_sold(browser, family):
    text = await text_of(await browser.get(path_of(family, 0)))
    found = selectors(text)
    assert found["S"] == ("option", path_of(family, 0), True)
    assert found["M"] == ("option option-out", path_of(family, 2), False)
    assert found["L"] == ("option option-out", "", False)
    assert found["Night"] == ("option", path_of(family, 1), False)
    assert 'M<span class="sr-only">, sold out</span>' in text
    assert 'role="group" aria-labelledby="option-1"' in text
    night = selectors(await text_of(await browser.get(path_of(family, 1))))
    assert night["M"] == ("option option-out option-other", path_of(family, 2), False)
    assert night["Sand"] == ("option", path_of(family, 0), False)


async def test_a_combination_that_is_not_sold_leads_to_the_nearest_and_says_so(browser, family):
    await write(lambda tx: stock_adjustments.adjust(tx, ADMIN, family.members[2].product.id, on_hand=5))
    text = await text_of(await browser.get(path_of(family, 1)))
    assert selectors(text)["M"] == ("option option-other", path_of(family, 2), False)
    assert "in another combination" in text


async def test_a_product_without_a_family_has_no_selectors(browser, family):
    text = await text_of(await browser.get("/products?q=SKU-0001"))
    path = re.findall(r'href="(/products/[0-9a-z-]+-[0-9a-z]{26})"', text)[0]
    alone = await text_of(await browser.get(path))
    assert (selectors(alone), "ProductGroup" in alone) == ({}, False)


async def test_the_card_says_from_and_leads_on_instead_of_buying(browser, family):
    for path in ("/products?q=kimono", "/products/clothing/?sort=newest", "/"):
        cards = [card for card in CARD.findall(await text_of(await browser.get(path))) if "Dune Kimono" in card]
        assert len(cards) == 1, path
        assert "from</span> $50.00" in cards[0]
        assert "3 options" in cards[0]
        assert "<form" not in cards[0]
    text = await text_of(await browser.get("/search/suggestions?q=kimono"))
    assert (text.count("Dune Kimono"), "from</span> $50.00" in text, "See the product" in text) == (1, True, True)


async def test_one_price_is_no_from_and_a_family_that_is_sold_out_says_so(browser, family):
    members = [MemberToBe(each.values, each.product.id, "", 5000, 0) for each in family.members]
    await change(family, *members, options=OPTIONS)
    [card] = CARD.findall(await text_of(await browser.get("/products?q=kimono")))
    assert ("from" in card, "$50.00" in card, "Sold out" in card) == (False, True, True)


async def test_search_engines_are_told_one_address_and_the_whole_group(browser, family):
    texts = [await text_of(await browser.get(path_of(family, place))) for place in range(3)]
    for text in texts:
        [canonical] = re.findall(r'<link rel="canonical" href="[^"]*?(/products/[^"]+)"', text)
        assert canonical == path_of(family, 0)
    group = things(texts[1])["ProductGroup"]
    assert (group["name"], group["productGroupID"]) == ("Dune Kimono", family.id)
    assert group["variesBy"] == ["https://schema.org/size", "https://schema.org/color"]
    assert [(each["sku"], each["size"], each["color"], each["offers"]["price"]) for each in group["hasVariant"]] == [
        ("KIM-SN", "S", "Night", "60.00"),
        ("KIM-S", "S", "Sand", "50.00"),
        ("KIM-M", "M", "Sand", "70.00"),
    ]
    assert group["hasVariant"][2]["offers"]["availability"] == "https://schema.org/OutOfStock"
    mapped = await text_of(await browser.get("/sitemap-1.xml"))
    assert [path_of(family, place) in mapped for place in range(3)] == [True, False, False]


async def test_kept_pages_see_a_sibling_sold_out_restocked_and_a_family_renamed(browser, family):
    paths = (path_of(family, 0), "/products?q=kimono", "/api/v1/products?q=kimono")
    for path in paths:
        await browser.get(path)
    night = family.members[0].product if family.members[0].product.sku == "KIM-SN" else family.members[1].product
    await write(lambda tx: stock_adjustments.adjust(tx, ADMIN, night.id, on_hand=0))
    assert selectors(await text_of(await browser.get(paths[0])))["Night"][0] == "option option-out"
    [its] = json.loads(await text_of(await browser.get(paths[2])))["items"]
    assert {each["sku"]: each["stock"]["state"] for each in its["family"]["siblings"]}["KIM-SN"] == "out"
    members = [MemberToBe(each.values, each.product.id) for each in family.members]
    await change(family, *members, options=OPTIONS, name="Dusk Kimono")
    assert "Dusk Kimono" in await text_of(await browser.get(paths[1]))


async def test_the_api_tells_options_and_siblings_and_lists_each_variant_when_asked(browser, family):
    found = json.loads(await text_of(await browser.get("/api/v1/products?q=kimono")))
    [its] = found["items"]
    assert (found["total"], its["sku"], its["family"]["name"]) == (1, "KIM-S", "Dune Kimono")
    assert its["family"]["options"][0] == {"name": "Size", "value": "S", "values": ["S", "M", "L"]}
    sibling = its["family"]["siblings"][1]
    assert sibling["options"] == [{"name": "Size", "value": "M"}, {"name": "Colour", "value": "Sand"}]
    assert (sibling["price"], sibling["stock"]) == (
        {"amount": 7000, "currency": "USD"},
        {"available": 0, "state": "out"},
    )
    each = json.loads(await text_of(await browser.get("/api/v1/products?q=kimono&variants=true&sort=price")))
    assert [one["sku"] for one in each["items"]] == ["KIM-S", "KIM-SN", "KIM-M"]
    alone = json.loads(await text_of(await browser.get("/api/v1/products/sku:SKU-0001")))
    assert alone["family"] is None


async def test_a_tag_changes_when_a_sibling_does(browser, family):
    path = f"/api/v1/products/{family.members[0].product.id}"
    before = (await browser.get(path)).headers["ETag"]
    other = family.members[1].product.id
    await write(lambda tx: stock_adjustments.adjust(tx, ADMIN, other, on_hand=1))
    assert (await browser.get(path)).headers["ETag"] != before
