"""Rules that hold on every route there is, walked with real ids: reading changes nothing, forms need their own page's
token and origin, and each answer carries what keeps browsers and caches honest."""

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import Transaction, read, write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.house.test_routes import routes
from tests.journeys import story
from tests.web.clients import Api, Browser, make_user, unmasked
from tests.web.placing import place_by_api, product_id
from web.http.envelope import HEADERS
from web.security.rate_limit_policies import EXEMPT

pytestmark = pytest.mark.asyncio
POLICY, FRAME = "content-security-policy", "x-frame-options"
FRAMES = ("/admin/emails/<email_id>/html",)  # shown inside of a page of ours, where it may run nothing
# The same whoever asks, whatever they are: crawlers and browsers may keep them for an hour.
FOR_EVERYBODY = (
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap-<name>.xml",
    "/favicon.ico",
    "/apple-touch-icon.png",
)
LOOSER = ("/docs", "/redoc", *FRAMES)  # have a policy of their own
PEOPLE = ("visitor", "customer", "admin")
NAMES = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    "postgres": "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
}


async def books() -> str:
    """A hash of all that is in the database but the count of requests."""

    async def work(tx: Transaction) -> Any:
        tables = sorted({row["name"] for row in await tx.fetch(NAMES[tx.dialect])} - {"rate_bucket"})
        assert len(tables) > 25
        return [[tuple(row) for row in await tx.fetch(f'SELECT * FROM "{table}" ORDER BY 1')] for table in tables]

    return hashlib.sha256(repr(await read(work)).encode()).hexdigest()


class Shop:
    """Clients of everybody, and ids of the customer's own things to put into paths."""

    def __init__(self, app: Quart, ids: dict[str, str]) -> None:
        self.app, self.ids = app, ids
        self.browsers = {who: Browser(app) for who in PEOPLE}
        self.programs = {who: Api(app) for who in PEOPLE}

    def path(self, rule: str) -> str:
        """The rule with real ids in it; one nobody has when there is none."""
        parts = (self.ids.get(part[1:-1], "none") if part.startswith("<") else part for part in rule.split("/"))
        return "/".join(parts)

    async def ask(self, who: str, route: str, **options: Any) -> Any:
        method, rule = route.split()
        if not rule.startswith("/api/"):
            return await self.browsers[who].client.open(self.path(rule), method=method, **options)
        path = self.path(rule).removeprefix("/api/v1")
        return await self.programs[who].call(method, path, None if method == "GET" else {})


@pytest_asyncio.fixture
async def open_shop(app: Quart, tmp_path: Path) -> AsyncIterator[Shop]:
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await write(seed_demo)
    await make_user("customer@example.com", name="Ann")
    await make_user("admin@example.com", role="admin")
    customer = await Api(app).log_in("customer@example.com")
    order = await (await place_by_api(customer)).get_json()
    await story.drain()
    product = await product_id()
    await customer.call("POST", "/cart/items", {"product_id": product})
    address = {"name": "Ann", "line1": "1 Mill Lane", "city": "Portland", "postal_code": "97201", "country": "US"}
    saved = await (await customer.call("POST", "/addresses", address)).get_json()
    item = (await (await customer.call("GET", "/cart")).get_json())["items"][0]["id"]
    job = (await story.one("SELECT public_id FROM job ORDER BY id LIMIT 1"))["public_id"]
    email = (await story.one("SELECT public_id FROM email_message ORDER BY id LIMIT 1"))["public_id"]
    ids = {"product_id": product, "order_id": order["id"], "address_id": saved["id"], "item_id": item, "job_id": job}
    shop = Shop(app, {**ids, "email_id": email})
    for who in PEOPLE[1:]:
        await shop.browsers[who].log_in(f"{who}@example.com")
        await shop.programs[who].log_in(f"{who}@example.com")
    yield shop


def named(app: Quart, method: str, *, pages_only: bool = False) -> list[str]:
    found = sorted(route for route in routes(app) if route.startswith(f"{method} "))
    return [route for route in found if not (pages_only and "/api/" in route)]


async def test_reading_changes_nothing(open_shop: Shop) -> None:
    before, statuses = await books(), set()
    for route in named(open_shop.app, "GET"):
        for who in PEOPLE:
            statuses.add((await open_shop.ask(who, route)).status_code)
    assert await books() == before
    assert {200, 303, 401, 403} <= statuses
    assert not [status for status in statuses if status >= 500]


async def test_every_answer_carries_its_headers_and_is_kept_by_no_cache(open_shop: Shop) -> None:
    asked = 0
    for route in [*named(open_shop.app, "GET"), *named(open_shop.app, "POST")]:
        for who in PEOPLE:
            answer = await open_shop.ask(who, route)
            policy = answer.headers[POLICY]
            is_strict = policy.startswith("default-src 'none'") and "unsafe" not in policy
            assert is_strict or route.split()[1].startswith(LOOSER), route
            assert answer.headers[FRAME] == "DENY" or route.split()[1] in FRAMES, route
            sent = {name: answer.headers.get(name) for name in HEADERS}
            assert sent == {**HEADERS, POLICY: policy, FRAME: answer.headers[FRAME]}, route
            if route.split()[1] in FOR_EVERYBODY and answer.status_code < 400:
                continue
            assert answer.headers["Cache-Control"] in ("no-store", "private, no-cache"), route
            for_one = who != "visitor" and "/api/" not in route and route.split()[1] not in EXEMPT
            if for_one and "/orders" not in route:
                assert answer.headers["Cache-Control"] == "no-store", (route, who)
            assert ("RateLimit" in answer.headers) == (route.split()[1] not in EXEMPT), route
            assert not {"server", "access-control-allow-origin"} & {name.lower() for name in dict(answer.headers)}
            asked += 1
    assert asked > 150


async def test_every_form_needs_its_own_visitors_token_and_its_own_site(open_shop: Shop) -> None:
    ann, posts = open_shop.browsers["customer"], named(open_shop.app, "POST", pages_only=True)
    own, strangers = await ann.token(), await Browser(open_shop.app).token()
    anns, admins = await ann.token("/auth/profile"), await open_shop.browsers["admin"].token()
    assert unmasked(own) == unmasked(anns)
    before = await books()
    for route in posts:
        for options in (
            {"form": {}},
            {"form": {"csrf_token": strangers}},
            {"form": {"csrf_token": admins}},
            {"headers": {"X-CSRF-Token": strangers}},
            {"form": {"csrf_token": own}, "headers": {"Origin": "https://evil.example"}},
            {"form": {"csrf_token": own}, "headers": {"Sec-Fetch-Site": "cross-site"}},
            {"data": f'{{"csrf_token": "{own}"}}', "headers": {"Content-Type": "text/plain"}},
        ):
            assert (await open_shop.ask("customer", route, **options)).status_code == 403, (route, options)
    assert await books() == before
    assert len(posts) > 12


async def test_the_rules_can_fail(open_shop: Shop) -> None:
    before = await books()
    await write(lambda tx: tx.execute("UPDATE users SET name = 'Bob' WHERE name = 'Ann'"))
    assert await books() != before
    own = await open_shop.browsers["customer"].token()
    assert (await open_shop.ask("customer", "POST /cart/clearing", form={"csrf_token": own})).status_code == 303
