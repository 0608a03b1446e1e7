"""What strangers are shown of one another's pages: everything that is the same, and nothing that is their own."""

import contextlib
import gzip
import re
import sqlite3
from types import SimpleNamespace

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.catalog.seed import seed_demo
from models.database import write
from tests.faults.shopping import set_stock
from tests.stack import sqlite_only, uses_postgres
from tests.web.clients import TOKEN, Browser, make_user, unmasked
from tests.web.http.served import answer_to, serving
from tests.web.placing import product_id, product_page
from tests.web.shop.test_checkout_pages import text_of
from web.app import create_app
from web.cache import catalog_watch, page_cache
from web.security import rate_limit_policies
from web.security.rate_limiter import Policy

pytestmark = pytest.mark.asyncio
PAGE_TOKEN = re.compile(r'"X-CSRF-Token": "([0-9a-f]{64})"')
TABLE = re.compile(r"\b(?:FROM|JOIN)\s+\"?([a-z_]+)", re.IGNORECASE)
HEADERS = {"X-Request-Id", "Content-Security-Policy", "Cache-Control", "Content-Type", "Set-Cookie"}


@pytest_asyncio.fixture
async def kept(shop: str, settings: Settings) -> Quart:
    """A shop that has something to show."""
    await write(seed_demo)
    return create_app(settings)


async def rename() -> None:
    await write(lambda tx: tx.execute("UPDATE product SET name = 'Renamed Mug' WHERE sku = 'SKU-0001'"))


async def test_the_second_stranger_is_shown_the_page_of_the_first(kept: Quart, statements: list[str]) -> None:
    path = await product_page()
    first = await text_of(await Browser(kept).get(path))
    assert statements
    statements.clear()
    second = await text_of(await Browser(kept).get(path))
    assert re.sub(r"[0-9a-f]{64}", "", second) == re.sub(r"[0-9a-f]{64}", "", first)
    assert len(statements) == (1 if uses_postgres() else 0)  # PostgreSQL is asked for the catalogue's version


async def test_a_change_shows_at_once(kept: Quart) -> None:
    path = await product_page()
    pages = (path, "/products?q=mug", "/api/v1/products?q=mug")
    before = [await text_of(await Browser(kept).get(page)) for page in pages]
    await rename()
    after = [await text_of(await Browser(kept).get(page)) for page in pages]
    assert all("Alder Stoneware Mug" in text and "Renamed Mug" not in text for text in before)
    assert all("Renamed Mug" in text for text in after)


async def sell(sku: str, *, leave: int = 1) -> None:
    """So many of this product are left."""
    product = await product_id(sku)
    await set_stock(product, leave)


@sqlite_only("on PostgreSQL stock is a second old at most")
async def test_trade_in_other_products_costs_no_kept_page_and_trade_in_its_own_shows_at_once(
    kept: Quart, statements: list[str]
) -> None:
    pages = (await product_page(), "/products?q=mug&sort=name", "/api/v1/products?q=mug&sort=name")
    for page in pages:
        await Browser(kept).get(page)
    await sell("SKU-0030")
    for page in pages:
        statements.clear()
        assert (await Browser(kept).get(page)).status_code == 200
        assert [sql for sql in statements if "price_cents" in sql] == [], page
    await sell("SKU-0001", leave=2)
    for page in pages:
        text = await text_of(await Browser(kept).get(page))
        assert ("Only 2 left" in text) or ('"available": 2' in text) or ('"available":2' in text), page


@sqlite_only("on PostgreSQL stock is a second old at most")
async def test_a_list_ends_when_a_badge_changes_and_not_with_each_thing_sold(
    kept: Quart, statements: list[str]
) -> None:
    page = "/products?q=mug&sort=name"
    for left in (30, 29):  # from the first on its badge is known
        await Browser(kept).get(page)
        await sell("SKU-0001", leave=left)
        await Browser(kept).get(page)
    await sell("SKU-0001", leave=28)
    statements.clear()
    assert (await Browser(kept).get(page)).status_code == 200
    assert [sql for sql in statements if "price_cents" in sql] == []
    for left in (3, 2):
        await sell("SKU-0001", leave=left)
        assert f"Only {left} left" in await text_of(await Browser(kept).get(page))
    await sell("SKU-0001", leave=0)
    assert "Sold out" in await text_of(await Browser(kept).get(page))


async def test_stock_is_a_second_old_at_most_where_it_is_not_known_whose_it_is(
    kept: Quart, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(catalog_watch, "time", SimpleNamespace(monotonic=lambda: now[0]))
    page = "/products?in_stock=1&q=mug"
    assert "Alder Stoneware Mug" in await text_of(await Browser(kept).get(page))
    await sell("SKU-0001", leave=0)
    now[0] += catalog_watch.STOCK_SECONDS
    assert "Alder Stoneware Mug" not in await text_of(await Browser(kept).get(page))


async def test_all_that_catalogue_pages_read_is_watched(kept: Quart, statements: list[str]) -> None:
    """A table that a page comes to show needs a trigger of its own, or the page would be kept past its changes."""
    paths = ("/", "/products?q=mug&sort=popular", await product_page(), "/api/v1/products?sort=popular")
    for path in paths:
        assert (await Browser(kept).get(path)).status_code == 200
    tables = {name.lower() for sql in statements for name in TABLE.findall(sql)}
    watched = {"product", "product_family", "category", "product_image", "inventory", "catalog_change", "stock_ledger"}
    of_search = {"search_term", "product_term", "product_search", "looks", "met", "members", "found"}
    of_sales = {"order_line", "latest"}  # what is popular: such pages are kept for a second
    assert tables >= {"product", "category", "product_image", "inventory"}
    assert tables <= watched | of_search | of_sales


async def test_kept_pages_are_bounded_by_their_size(kept: Quart, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_cache, "MOST_BYTES", 200_000)
    for price in range(30):
        assert (await Browser(kept).get(f"/products?max_price={price + 100}")).status_code == 200
    pages = kept.extensions[page_cache.EXTENSION]
    assert 1 < len(pages._pages) < 30
    assert sum(page.size for page in pages._pages.values()) == pages._bytes <= 200_000


@sqlite_only("it writes into the file")
async def test_a_change_of_another_process_shows_at_once(kept: Quart, shop: str) -> None:
    await Browser(kept).get("/products?q=mug")
    with contextlib.closing(sqlite3.connect(shop.removeprefix("sqlite:///"))) as other, other:
        other.execute("UPDATE product SET name = 'Renamed Mug' WHERE sku = 'SKU-0001'")
    assert "Renamed Mug" in await text_of(await Browser(kept).get("/products?q=mug"))


async def test_each_stranger_has_a_token_that_works_and_nobody_elses(kept: Quart) -> None:
    tokens = set()
    for _ in range(3):
        browser = Browser(kept)
        page = await (await browser.get("/products")).get_data(as_text=True)
        mine = set(TOKEN.findall(page)) | set(PAGE_TOKEN.findall(page))
        assert len(mine) == 1
        tokens |= mine
        form = {"csrf_token": mine.pop(), "product_id": await product_id(), "quantity": "1"}
        assert (await browser.client.post("/cart/items", form=form)).status_code == 303
        assert (await Browser(kept).client.post("/cart/items", form=form)).status_code == 403
    assert len(tokens) == 3


async def test_the_cart_and_the_theme_are_ones_own(kept: Quart) -> None:
    buyer, dark = Browser(kept), Browser(kept)
    await Browser(kept).get("/")
    await buyer.post("/cart/items", product_id=await product_id(), quantity="7")
    assert '>7<span class="sr-only"> in the cart' in await text_of(await buyer.get("/"))
    assert '>0<span class="sr-only"> in the cart' in await text_of(await Browser(kept).get("/"))
    await dark.post("/theme", theme="dark")
    assert '<html lang="en" data-theme="dark">' in await text_of(await dark.get("/"))
    assert '<html lang="en">' in await text_of(await Browser(kept).get("/"))


async def test_other_queries_hosts_and_fragments_are_other_pages(kept: Quart) -> None:
    await Browser(kept).get("/products")
    assert "4 products" in await text_of(await Browser(kept).get("/products?q=oak&max_price=80"))
    assert (await Browser(kept).get("/products", headers={"Host": "evil.example"})).status_code == 400
    fragment = await Browser(kept).get("/products/search?q=oak", headers={"HX-Request": "true"})
    assert "<html" not in await text_of(fragment)
    assert (await Browser(kept).get("/products?min_price=x")).status_code == 422
    assert (await Browser(kept).get("/products?min_price=x")).status_code == 422


async def test_a_kept_page_has_the_headers_of_a_new_one(kept: Quart) -> None:
    answers = [await Browser(kept).get("/") for _ in range(2)]
    new, old = ({name for name, _ in answer.headers} for answer in answers)
    assert {name.lower() for name in new} == {name.lower() for name in old}
    assert {name.lower() for name in HEADERS} <= {name.lower() for name in old}
    assert answers[0].headers["Cache-Control"] == answers[1].headers["Cache-Control"]
    assert len({answer.headers["X-Request-Id"] for answer in answers}) == 2
    lists = [await Browser(kept).get("/api/v1/products?per_page=2") for _ in range(2)]
    assert lists[0].headers["Link"] == lists[1].headers["Link"]
    assert "Set-Cookie" not in lists[1].headers


async def test_who_asks_too_often_is_refused_on_kept_pages_too(kept: Quart, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate_limit_policies, "READ", Policy("read", quota=4, window_seconds=3600, share=2, lease=1))
    browser = Browser(kept)
    answers = [await browser.get("/products") for _ in range(8)]
    statuses = [answer.status_code for answer in answers]
    assert statuses[:4] == [200] * 4
    assert statuses[-1] == 429
    assert answers[3].headers["RateLimit-Policy"] == '"read";q=4;w=3600'


ODD = (
    "prefs=b c", "foo", '{"a": 1}', '"', "=", "=x", "a==b", "a=b=c", "a b=c", "a=\\", 'a="', 'a="x', "a,b=c,d", "[x]=1",
    "\xe9=\xe9", "sid", "sid=", "path=/", "expires=0; path=/", "a=" + "x" * 4000, ";;;; ;",
)  # fmt: skip


def with_cookies(*headers: str, path: str = "/products") -> bytes:
    lines = [
        f"GET {path} HTTP/1.1",
        "Host: localhost",
        *(f"Cookie: {each}" for each in headers),
        "Connection: close",
        "",
        "",
    ]
    return "\r\n".join(lines).encode("latin-1")


def around(odd: str, own: str) -> list[tuple[str, ...]]:
    """Our cookie and an odd one, in one header and in two, in either order."""
    return [(f"{odd}; {own}",), (f"{own}; {odd}",), (f"{odd};{own}",), (odd, own), (own, odd)]


@pytest.mark.parametrize("odd", ODD)
async def test_who_is_signed_in_gets_their_own_page_whatever_else_their_browser_sends(kept: Quart, odd: str) -> None:
    await make_user(name="Ann")
    browser = Browser(kept)
    await browser.log_in("ann@example.com")
    async with serving(kept) as port:
        for _ in range(2):  # the page of strangers is made, and kept
            assert b"/auth/login" in (await answer_to(port, with_cookies())).body
        for cookies in around(odd, f"sid={browser.session}"):
            if not odd.startswith("sid"):
                answer = await answer_to(port, with_cookies(*cookies))
                assert answer.status == 200
                assert b"/auth/logout" in answer.body, cookies
                assert answer.header("set-cookie") is None, cookies


@pytest.mark.parametrize("odd", ODD)
async def test_a_strangers_token_stays_whatever_else_their_browser_sends(kept: Quart, odd: str) -> None:
    async with serving(kept) as port:
        first = await answer_to(port, with_cookies())
        visitor = str(first.header("set-cookie")).partition(";")[0]
        [token] = set(TOKEN.findall(first.body.decode())) | set(PAGE_TOKEN.findall(first.body.decode()))
        for cookies in around(odd, visitor):
            for _ in range(2):
                answer = await answer_to(port, with_cookies(*cookies))
                assert answer.status == 200
                assert answer.header("set-cookie") is None, cookies
                now = set(TOKEN.findall(answer.body.decode()))
                assert {unmasked(each) for each in now} == {unmasked(token)}, cookies


@sqlite_only("PostgreSQL is asked for the catalogue's version")
async def test_odd_cookies_alone_cost_no_kept_page(kept: Quart, statements: list[str]) -> None:
    async with serving(kept) as port:
        await answer_to(port, with_cookies())
        statements.clear()
        for odd in ("prefs=b c", "foo", '{"a": 1}'):
            assert (await answer_to(port, with_cookies(odd))).status == 200
        assert not statements


async def test_seventeen_kilobytes_of_cookies_are_431_on_kept_pages_too(kept: Quart) -> None:
    async with serving(kept) as port:
        await answer_to(port, with_cookies())
        answer = await answer_to(port, with_cookies("a=b; " * 3_400))
        assert (answer.status, answer.lacks) == (431, [])


@pytest.mark.parametrize("path", ["/", "/products", "/api/v1/products"])
async def test_a_kept_page_is_compressed_and_says_the_same(kept: Quart, path: str) -> None:
    async with serving(kept) as port:
        plain = [await answer_to(port, asking(path, "identity")) for _ in range(2)][-1]
        small = await answer_to(port, asking(path, "gzip, br"))
        assert small.header("content-encoding") == "gzip"
        assert len(small.body) * 3 < len(plain.body)
        whole = gzip.decompress(small.body)
        hidden = re.compile(rb"[0-9a-f]{64}")
        assert hidden.sub(b"", whole) == hidden.sub(b"", plain.body)
        assert "Accept-Encoding" in str(small.header("vary"))
        if path.startswith("/api/"):
            assert small.header("etag") == f'{str(plain.header("etag"))[:-1]}-gzip"'


async def test_no_two_answers_hold_the_same_token(kept: Quart) -> None:
    browser = Browser(kept)
    pages = [await (await browser.get(path)).get_data(as_text=True) for path in ("/products", "/products", "/cart")]
    tokens = [set(TOKEN.findall(page)) | set(PAGE_TOKEN.findall(page)) for page in pages]
    assert [len(each) for each in tokens] == [1, 1, 1]
    assert len(set.union(*tokens)) == 3
    assert len({unmasked(token) for each in tokens for token in each}) == 1


async def test_what_is_compressed_does_not_depend_on_the_token(kept: Quart) -> None:
    """The size of an answer is the same for every token, so it tells nothing about it."""
    async with serving(kept) as port:
        await answer_to(port, asking("/products", "gzip"))
        sizes = {len((await answer_to(port, asking("/products", "gzip"))).body) for _ in range(20)}
        assert len(sizes) == 1


def asking(path: str, coding: str) -> bytes:
    head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {coding}\r\nConnection: close\r\n\r\n"
    return head.encode()
