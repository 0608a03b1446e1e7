"""What search engines and previews need of the shop's pages, under the name the shop is known by."""

import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.catalog.seed import seed_demo
from models.content import site_map
from models.database import write
from tests.web.clients import Browser, text_of
from tests.web.placing import product_page
from web.app import create_app

pytestmark = pytest.mark.asyncio
SHOP = "https://shop.example"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
PAGES = ("/", "/products", "/products?page=2", "/products/kitchen/", "/products/home/", "PRODUCT")
AVAILABILITY = {"InStock", "OutOfStock", "LimitedAvailability"}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, public_url=SHOP, trusted_hosts=("localhost",))


@pytest_asyncio.fixture
async def reader(shop: str, app: Quart) -> Browser:
    await write(seed_demo)
    return Browser(app)


async def page_of(reader: Browser, path: str) -> str:
    return await text_of(await reader.get(await product_page() if path == "PRODUCT" else path))


def meta(text: str, name: str) -> list[str]:
    return re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)">', text)


def data_of(text: str) -> dict[str, Any]:
    """The things that a page describes, by their type."""
    [found] = DATA.findall(text)
    document = json.loads(found)
    assert document["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in document["@graph"]}


def hold_whole(url: str) -> None:
    parts = urlsplit(url)
    assert (parts.scheme, parts.netloc) == ("https", "shop.example"), url


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_names_its_own_address_whatever_host_it_was_asked_by(reader: Browser, path: str) -> None:
    text = await page_of(reader, path)
    wanted = await product_page() if path == "PRODUCT" else path
    assert re.findall(r'<link rel="canonical" href="([^"]*)">', text) == [SHOP + wanted]
    assert meta(text, "og:url") == [SHOP + wanted]
    [picture] = meta(text, "og:image")
    hold_whole(picture)
    assert (await reader.get(urlsplit(picture).path)).status_code == 200


@pytest.mark.parametrize("path", ["/products?sort=price", "/products?in_stock=1&min_price=5"])
async def test_a_list_that_is_filtered_or_sorted_stands_for_the_whole_one(reader: Browser, path: str) -> None:
    assert f'<link rel="canonical" href="{SHOP}/products">' in await page_of(reader, path)


async def test_what_was_searched_for_is_not_to_be_indexed(reader: Browser) -> None:
    text = await page_of(reader, "/products?q=oak")
    assert meta(text, "robots") == ["noindex"]
    assert "canonical" not in text


async def test_titles_and_descriptions_are_of_one_page_each(reader: Browser) -> None:
    mug, lamp = await product_page(), await product_page("SKU-0014")
    paths = [*PAGES[:-1], mug, lamp, "/products?q=oak", "/products?q=teapot", "/products/home/?q=oak"]
    titles, descriptions = list[str](), list[str]()
    for path in paths:
        text = await page_of(reader, path)
        titles += re.findall(r"<title>(.*?)</title>", text)
        descriptions += meta(text, "description")
        assert meta(text, "og:title") in ([], titles[-1:])
    assert len(set(titles)) == len(set(descriptions)) == len(paths)
    assert all(0 < len(each) <= 200 for each in titles + descriptions)


async def test_a_product_describes_itself_and_its_offer(reader: Browser) -> None:
    text, url = await page_of(reader, "PRODUCT"), SHOP + await product_page()
    its = data_of(text)["Product"]
    assert (its["name"], its["sku"], its["url"]) == ("Alder Stoneware Mug", "SKU-0001", url)
    assert its["description"]
    for picture in its["image"]:
        hold_whole(picture)
    offer = its["offers"]
    assert (offer["@type"], offer["url"], offer["price"], offer["priceCurrency"]) == ("Offer", url, "18.00", "USD")
    assert offer["availability"].removeprefix("https://schema.org/") in AVAILABILITY


@pytest.mark.parametrize(("on_hand", "word"), [(0, "OutOfStock"), (3, "LimitedAvailability"), (50, "InStock")])
async def test_an_offer_says_whether_it_is_to_be_had(reader: Browser, on_hand: int, word: str) -> None:
    await write(lambda tx: tx.execute("UPDATE inventory SET on_hand = ?", on_hand))
    offer = data_of(await page_of(reader, "PRODUCT"))["Product"]["offers"]
    assert offer["availability"] == f"https://schema.org/{word}"


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/products", ["Products"]),
        ("/products/kitchen/", ["Products", "Kitchen & Table"]),
        ("PRODUCT", ["Products", "Kitchen & Table", "Alder Stoneware Mug"]),
    ],
)
async def test_breadcrumbs_count_from_one_and_lead_to_pages(reader: Browser, path: str, names: list[str]) -> None:
    items = data_of(await page_of(reader, path))["BreadcrumbList"]["itemListElement"]
    assert [item["name"] for item in items] == names
    assert [item["position"] for item in items] == list(range(1, len(names) + 1))
    for item in items:
        assert item["@type"] == "ListItem"
        hold_whole(item["item"])
        assert (await reader.get(urlsplit(item["item"]).path)).status_code == 200


async def test_a_name_cannot_break_out_of_the_data(reader: Browser) -> None:
    evil = "</script><script>alert(1)</script>&<!--"
    await write(lambda tx: tx.execute("UPDATE product SET name = ? WHERE sku = 'SKU-0001'", evil))
    text = await page_of(reader, "PRODUCT")
    assert "<script>alert" not in text
    assert data_of(text)["Product"]["name"] == evil


async def test_robots_are_kept_out_of_what_is_private_and_shown_the_map(reader: Browser) -> None:
    text = await (await reader.get("/robots.txt")).get_data(as_text=True)
    lines = text.splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /cart", "Disallow: /checkout", "Disallow: /admin", "Disallow: /orders"} <= set(lines)
    assert f"Sitemap: {SHOP}/sitemap.xml" in lines
    assert "Disallow: /products" not in lines


async def addresses(reader: Browser, path: str) -> list[str]:
    answer = await reader.get(path)
    assert answer.headers["Content-Type"].startswith("application/xml")
    root = ElementTree.fromstring(await text_of(answer))
    return [str(each.text) for each in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


async def test_the_site_map_lists_every_page_once_in_files(reader: Browser, monkeypatch: Any) -> None:
    for module in ("models.content.site_map", "web.shop.search_engine_pages"):
        monkeypatch.setattr(f"{module}.PER_FILE", 40)
    files = await addresses(reader, "/sitemap.xml")
    assert files == [f"{SHOP}/sitemap-{number}.xml" for number in (1, 2, 3)]
    listed = [url for file in files for url in await addresses(reader, urlsplit(file).path)]
    assert len(set(listed)) == len(listed) == 100 + 8 + 2 + 6
    assert {SHOP + "/", SHOP + "/products/kitchen/", SHOP + await product_page()} <= set(listed)
    assert (await reader.get("/sitemap-4.xml")).status_code == 404
    assert (await reader.get("/sitemap-0.xml")).status_code == 404
    assert (await reader.get("/sitemap-99999999999.xml")).status_code == 404


async def test_a_product_off_sale_leaves_the_site_map(reader: Browser) -> None:
    await write(lambda tx: tx.execute("UPDATE product SET status = 'retired' WHERE sku = 'SKU-0001'"))
    assert SHOP + await product_page() not in await addresses(reader, "/sitemap-1.xml")
    assert site_map.PER_FILE <= 50_000


async def test_the_icons_are_where_browsers_look_for_them(reader: Browser) -> None:
    for path in ("/favicon.ico", "/apple-touch-icon.png"):
        answer = await reader.get(path, follow_redirects=True)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("image/")


async def test_a_shop_behind_another_host_name_still_names_itself(shop: str, settings: Settings) -> None:
    await write(seed_demo)
    other = create_app(replace(settings, trusted_hosts=("other.example",)))
    for path in ("/", "/robots.txt", "/sitemap.xml"):
        text = await text_of(await Browser(other).get(path, headers={"Host": "other.example"}))
        assert "other.example" not in text
