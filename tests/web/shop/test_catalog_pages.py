"""The front page, the list of products and a product's page."""

import re

import pytest
import pytest_asyncio

from models.catalog.product_lists import ProductQuery, list_products
from models.catalog.seed import seed_demo
from models.database import read, write
from web.forms.catalog_query import NoPrice, cents_of

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def visit(shop, browser):
    """Load a page of the demo shop: its status, its text, its headers."""
    await write(seed_demo)

    async def load(path, **headers):
        answer = await browser.get(path, headers=headers)
        if answer.status_code == 301:
            answer = await browser.get(answer.headers["Location"], headers=headers)
        return answer.status_code, await answer.get_data(as_text=True), answer.headers

    return load


def names(text):
    return re.findall(r'<a href="/products/[0-9a-z-]+-[0-9a-z]{26}">([^<]+)</a>', text)


async def test_an_empty_shop_says_so(browser):
    answer = await browser.get("/")
    assert answer.status_code == 200
    assert "No products yet" in await answer.get_data(as_text=True)


async def test_the_front_page_has_a_tile_for_each_category_and_eight_products(visit):
    status, text, _ = await visit("/")
    assert status == 200
    assert len(set(re.findall(r'href="/products/([a-z]+)/"', text))) == 8
    assert len(names(text)) == 8


async def test_the_list_shows_24_cards_and_links_to_the_other_pages_with_every_filter(visit):
    _, text, _ = await visit("/products?sort=price&min_price=20")
    assert len(names(text)) == 24
    links = re.findall(r'href="(/products\?page=2[^"]*)"', text)
    assert links
    assert all("sort=price" in link and "min_price=20" in link for link in links)


@pytest.mark.parametrize("page", ["0", "-1", "x", "1e3", "", "%D9%A3"])
async def test_a_bad_page_is_page_one(visit, page):
    status, text, _ = await visit(f"/products?page={page}&sort=name")
    assert status == 200
    assert names(text)[0] == "Alder Stoneware Mug"


@pytest.mark.parametrize("page", ["6", "999999", "99999999999999999999"])
async def test_a_page_past_the_end_is_answered(visit, page):
    status, text, _ = await visit(f"/products?page={page}")
    assert (status, "There is no page" in text, "Go to page 5" in text) == (404, True, True)


async def test_the_way_back_from_past_the_end_keeps_what_was_looked_for(visit):
    _, text, _ = await visit("/products?q=oak&max_price=80&sort=price&page=99")
    [back] = re.findall(r'href="([^"]+)">Go to page 1<', text)
    assert back == "/products?page=1&amp;q=oak&amp;max_price=80&amp;sort=price"


async def test_filters_and_search_go_together(visit):
    _, text, _ = await visit("/products?q=LAMP&category=home&min_price=$50&max_price=100.00&in_stock=1&sort=price")
    assert names(text) == ["Nordal Table Lamp"]


@pytest.mark.parametrize("query", ["min_price=20&max_price=10", "min_price=abc", "max_price=-5", "min_price=1e9"])
async def test_prices_that_make_no_sense_are_refused_beside_the_field(visit, query):
    status, text, _ = await visit(f"/products?{query}")
    assert status == 422
    assert re.search(r'<p class="field-error" id="(min|max)_price-error">[^<]+</p>', text)
    assert names(text) == []


async def test_the_search_fragment_is_the_shelf_alone_and_moves_the_address(visit):
    status, text, headers = await visit("/products/search?q=teapot&sort=&in_stock=", **{"HX-Request": "true"})
    assert status == 200
    assert "<html" not in text
    assert names(text) == ["Kestrel Cast-Iron Teapot"]
    assert headers["HX-Push-Url"] == "/products?q=teapot"


@pytest.mark.parametrize("query", ["%25", "_", "%27", "zzz%27%20OR%201=1", "%00", "%22*%22", "%F0%9F%AB%96", "%FF%FE"])
async def test_what_matches_nothing_says_so(visit, query):
    status, text, _ = await visit(f"/products/search?q={query}")
    assert status == 200
    assert "No products found." in text


@pytest.mark.parametrize("query", ["category=%00", "sort=%00", "category=nope", "q=" + "x" * 5000, "q=a&q=b", "foo=1"])
async def test_odd_filters_never_fail(visit, query):
    status, _, _ = await visit(f"/products?{query}")
    assert status in (200, 422)


async def test_a_product_shows_price_stock_and_sku(visit):
    row = await read(lambda tx: tx.fetch_one("SELECT public_id FROM product WHERE sku = 'SKU-0001'"))
    status, text, _ = await visit(f"/products/{row['public_id']}")
    assert status == 200
    for part in ("Alder Stoneware Mug", "$18.00", "SKU-0001", "50 available", "Kitchen &amp; Table"):
        assert part in text
    assert "On hand" not in text


@pytest.mark.parametrize("name", ["{id}", "another-name-{id}", "sku:sku-0001"])
async def test_every_other_address_of_a_product_leads_to_the_one_with_its_slug(visit, browser, name):
    row = await read(lambda tx: tx.fetch_one("SELECT public_id FROM product WHERE sku = 'SKU-0001'"))
    answer = await browser.get(f"/products/{name.format(id=row['public_id'])}?from=mail&x=%C3%A9")
    where = f"/products/alder-stoneware-mug-{row['public_id']}?from=mail&x=%C3%A9"
    assert (answer.status_code, answer.headers["Location"]) == (301, where)
    assert (await browser.get(where)).status_code == 200


async def test_a_product_that_is_renamed_moves_and_its_old_address_leads_on(visit, browser):
    row = await read(lambda tx: tx.fetch_one("SELECT public_id FROM product WHERE sku = 'SKU-0001'"))
    old = f"/products/alder-stoneware-mug-{row['public_id']}"
    assert (await browser.get(old)).status_code == 200
    await write(lambda tx: tx.execute("UPDATE product SET slug = 'oak-mug' WHERE sku = 'SKU-0001'"))
    answer = await browser.get(old)
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/products/oak-mug-{row['public_id']}")
    assert "max-age" not in answer.headers["Cache-Control"]


async def test_a_category_has_a_page_with_its_own_name_title_and_description(visit):
    status, text, _ = await visit("/products/kitchen/")
    assert status == 200
    assert "<h1>Kitchen &amp; Table</h1>" in text
    assert "<title>Kitchen &amp; Table · Cartwright</title>" in text
    described = await read(lambda tx: tx.fetch_one("SELECT description FROM category WHERE slug = 'kitchen'"))
    assert f'<meta name="description" content="{described["description"]}' in text.replace("&#39;", "'")
    assert "Nordal Table Lamp" not in text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/products?category=kitchen", "/products/kitchen/"),
        ("/products?category=kitchen&q=&sort=price&in_stock=1", "/products/kitchen/?in_stock=1&sort=price"),
        ("/products?q=oak&category=home&page=2", "/products/home/?q=oak&page=2"),
        ("/products/kitchen", "/products/kitchen/"),
        ("/products/kitchen?sort=price", "/products/kitchen/?sort=price"),
    ],
)
async def test_every_other_address_of_a_category_leads_to_its_page(visit, browser, old, new):
    answer = await browser.get(old)
    assert (answer.status_code, answer.headers["Location"]) == (301, new)


async def test_a_category_called_search_has_a_page_beside_the_search(visit, browser):
    sql = "UPDATE category SET slug = 'search', name = 'Search' WHERE slug = 'kitchen'"
    await write(lambda tx: tx.execute(sql))
    assert "<h1>Search</h1>" in (await visit("/products/search/"))[1]
    assert "<html" not in (await visit("/products/search"))[1]


@pytest.mark.parametrize("slug", ["nope", "%00", "..", "%2e%2e", "x" * 200, "Kitchen"])
async def test_an_unknown_category_is_a_404_page(visit, slug):
    status, text, _ = await visit(f"/products/{slug}/")
    assert (status, 'href="/products"' in text) == (404, True)


async def test_each_category_is_counted_for_the_words_and_filters_in_use(visit):
    def counts(text):
        return {name: int(count) for name, count in re.findall(r">([^<>(]+) \((\d+)\)</option>", text)}

    everything = counts((await visit("/products"))[1])
    found = counts((await visit("/products?q=oak"))[1])
    in_one = counts((await visit("/products/home/?q=oak"))[1])
    meant = counts((await visit("/products?q=teapoot"))[1])
    cheap = counts((await visit("/products?max_price=20&in_stock=1"))[1])
    [total] = re.findall(r"(\d+) products?[<,]", (await visit("/products?q=oak"))[1])
    on_sale = (await read(lambda tx: list_products(tx, ProductQuery()))).total
    assert sum(everything.values()) == on_sale
    assert sum(found.values()) == int(total)
    assert found == in_one
    assert meant["Kitchen &amp; Table"] == sum(meant.values()) == 1
    assert 0 < sum(cheap.values()) < on_sale


async def test_best_match_is_offered_once_there_are_words(visit):
    assert "Best match" not in (await visit("/products"))[1]
    assert '<option value="" selected>Best match</option>' in (await visit("/products?q=oak"))[1]
    _, fragment, _ = await visit("/products/search?q=oak", **{"HX-Request": "true"})
    assert '<option value="" selected>Best match</option>' in fragment


async def test_suggestions_are_products_and_categories_from_the_third_letter_on(visit):
    assert not (await visit("/search/suggestions?q=ki"))[1].strip()
    _, text, headers = await visit("/search/suggestions?q=kit", **{"HX-Request": "true"})
    assert 'href="/products/kitchen/"' in text
    _, text, _ = await visit("/search/suggestions?q=teapot")
    assert re.search(r'role="option"[^>]+href="/products/kestrel-cast-iron-teapot-[0-9a-z]{26}"', text)
    assert 'href="/products?q=teapot"' in text
    assert "<html" not in text
    assert "RateLimit" in headers


@pytest.mark.parametrize(
    "query",
    ["%00%00%00", "%22%27%3C%3E", "___", "%25%25%25", "x" * 5000, "%FF%FE%FD", "%F0%9F%AB%96%F0%9F%AB%96%F0%9F%AB%96"],
)
async def test_suggestions_for_odd_words_are_empty_and_never_fail(visit, query):
    status, text, _ = await visit(f"/search/suggestions?q={query}")
    assert (status, "role=" in text) == (200, False)


async def test_what_was_typed_is_written_into_the_suggestions_as_text(visit):
    _, text, _ = await visit("/search/suggestions?q=oak%20%3Cb%3E")
    assert "<b>" not in text
    assert "oak &lt;b&gt;" in text


@pytest.mark.parametrize("name", ["nope", "1", "x" * 26, "%00", "sku:SKU-9999"])
async def test_an_unknown_product_is_a_404_page_with_a_way_back(visit, name):
    status, text, _ = await visit(f"/products/{name}")
    assert status == 404
    assert 'href="/products"' in text


async def test_a_retired_product_is_gone(visit):
    row = await read(lambda tx: tx.fetch_one("SELECT public_id FROM product WHERE sku = 'SKU-0001'"))
    await write(lambda tx: tx.execute("UPDATE product SET status = 'retired' WHERE sku = 'SKU-0001'"))
    status, _, _ = await visit(f"/products/{row['public_id']}")
    assert status == 404


async def test_dollars_are_read_as_people_write_them():
    written = {"": None, "25": 2500, "19.90": 1990, "19.9": 1990, "$5": 500, "$ 0,05": 5, "0": 0}
    assert {text: cents_of(text) for text in written} == written
    for text in ("x", "-1", "1.234", "1e3", "٣", "9" * 7, "1 000", "."):
        with pytest.raises(NoPrice):
            cents_of(text)
