"""Every page of the admin as each role, in a shop where much goes on: it offers only what the role may do."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest
import pytest_asyncio
from quart import Quart
from werkzeug.routing import MapAdapter

from core.settings import Settings
from models.accounts.account_record import Role, StaffRole
from models.catalog.seed import seed_demo
from models.database import write
from models.staff.staff_roles import GRANTS, NAMES, Permission
from pipelines.gateways.payment_provider import ProviderRejected, install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys.story import drain
from tests.web.clients import PASSWORD, Browser, make_user, text_of
from tests.web.placing import place_by_page, product_id
from web.app import create_app
from web.staff.staff_routes import PERMISSIONS

pytestmark = pytest.mark.asyncio
# Lists of what is in one state each, so that pages of every state are looked at.
FIRST = (
    *("/admin", "/admin/jobs?state=dead", "/admin/jobs?state=queued"),
    *(f"/admin/orders?status={status}" for status in ("confirmed", "shipped", "pending", "reserved")),
)
EACH = 3  # pages of one kind that are looked at from each of these, and from all others together
# What this shop is in no state for.
NOT_STAGED = {
    "POST /admin/orders/shipments",
    "POST /admin/doctor/differences/<difference_id>/refund",
    "POST /admin/doctor/unmatched/<charge_id>/refund",
    "POST /admin/customers/<account_id>/enabling",
    "POST /admin/products/several",
    "POST /admin/jobs/batches/<batch_id>/stop",
    "POST /admin/jobs/<job_id>/run",
}


class OutOfOrder(TestProvider):
    """Takes no question."""

    async def charge(self, key: str, **question: object) -> None:  # type: ignore[override]
        raise ProviderRejected("not today")


class Offer(NamedTuple):
    """A link, a form, or what scripts send."""

    method: str
    address: str
    is_link: bool = False


class Offers(HTMLParser):
    """What a page offers."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[Offer] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in given:
            self.found.add(Offer("GET", given["href"], is_link=True))
        if tag == "form":
            self.found.add(Offer(given.get("method", "get").upper(), given.get("action", "")))
        for method in ("get", "post"):
            if f"hx-{method}" in given:
                self.found.add(Offer(method.upper(), given[f"hx-{method}"]))


class Desk:
    """The admin of this shop, seen by one role."""

    def __init__(self, app: Quart, role: StaffRole) -> None:
        self.app, self.role, self.browser = app, role, Browser(app)
        self.routes: MapAdapter = app.url_map.bind("localhost")

    def route(self, offer: Offer) -> str | None:
        """The route behind an address of the admin; None for any other."""
        path = re.split(r"[?#]", offer.address)[0]
        if not path.startswith("/admin"):
            return None
        rule, _ = self.routes.match(path, method=offer.method, return_rule=True)
        return f"{offer.method} {rule.rule}"

    def is_allowed(self, offer: Offer) -> bool:
        """Whether the role may do that."""
        return PERMISSIONS[str(self.route(offer))] in GRANTS[self.role]

    async def offers(self, path: str) -> set[Offer]:
        """What the page there offers; nothing if it is a file. The role gets in."""
        answer = await self.browser.get(path)
        assert answer.status_code == 200, (self.role, path, answer.status_code)
        if not answer.headers["Content-Type"].startswith("text/html"):
            return set()
        page = Offers()
        page.feed(await answer.get_data(as_text=True))
        return {offer for offer in page.found if self.route(offer)}

    async def walk(self) -> dict[str, set[Offer]]:
        """Every page that links lead to from the first ones, some of each kind, with what it offers."""
        seen: dict[str, set[Offer]] = {}
        ahead = [path for path in FIRST if self.is_allowed(Offer("GET", path))]
        of_kind: Counter[tuple[str, str]] = Counter()
        while ahead:
            path = ahead.pop(0)
            start = path if path in FIRST else ""
            seen[path] = await self.offers(path)
            for offer in sorted(each for each in seen[path] if each.is_link and self.is_allowed(each)):
                route, plain = str(self.route(offer)), offer.address.partition("#")[0]
                if plain not in seen and plain not in ahead and of_kind[start, route] < EACH:
                    of_kind[start, route] += 1
                    ahead.append(plain)
        return seen


async def desk(app: Quart, role: StaffRole) -> Desk:
    seen = Desk(app, role)
    await make_user(f"{role}@example.com", role=Role.ADMIN, staff_role=role)
    await seen.browser.log_in(f"{role}@example.com")
    return seen


async def much_goes_on(app: Quart, folder: Path) -> None:
    """Orders in several states, jobs that died and wait, a batch, a webhook, a pause, mail, low stock, bad books."""
    await write(seed_demo)
    await make_user("ann@example.com")
    ann, owner = Browser(app), Browser(app)
    await make_user("boss@example.com", role=Role.ADMIN)
    for browser, email in ((ann, "ann@example.com"), (owner, "boss@example.com")):
        await browser.log_in(email, PASSWORD)
    hook = await owner.post("/admin/webhooks", url="https://example.com/hook", events="*")
    assert hook.status_code in (200, 303)
    install_provider(TestProvider(folder / "provider.jsonl"))
    done = [await place_by_page(ann), await place_by_page(ann)]
    await drain()
    await owner.post(f"/admin/orders/{done[0].split('/')[2].partition('?')[0]}/shipment", carrier="UPS", tracking="1Z9")
    install_provider(OutOfOrder(folder / "broken.jsonl"))
    await place_by_page(ann)
    await write(lambda tx: tx.execute("UPDATE job SET attempt = max_attempts - 1 WHERE state = 'queued'"))
    await drain()
    await place_by_page(ann)
    await owner.post("/admin/jobs/kinds/mail.order/pause", reason="looking")
    await owner.post("/admin/queues/webhooks/pause")
    await owner.post("/admin/jobs/batches", action="retry", scope="all", state="dead", q="", reason="again")
    family = {"product": await product_id("SKU-0010"), "name": "Lamps", "option-0": "Size", "values-0": "S, M"}
    assert (await owner.post("/admin/families", **family, **{"value-0": "S"})).status_code == 303
    await write(lambda tx: tx.execute("UPDATE inventory SET low_stock_threshold = on_hand WHERE product_id < 4"))


@pytest_asyncio.fixture
async def busy(shop: str, settings: Settings, tmp_path: Path) -> AsyncIterator[Quart]:
    app = create_app(replace(settings, rate_limit=False))
    await much_goes_on(app, tmp_path)
    yield app


@pytest.mark.parametrize("role", [each for each in NAMES if each is not StaffRole.OWNER])
async def test_no_page_offers_what_the_role_is_refused(busy: Quart, role: StaffRole) -> None:
    owner = await (await desk(busy, StaffRole.OWNER)).walk()
    own = await desk(busy, role)
    allowed = [path for path in owner if own.is_allowed(Offer("GET", path))]
    seen = await own.walk() | {path: await own.offers(path) for path in allowed}
    refused = {
        f"{offer.method} {offer.address} on {path}"
        for path, offers in seen.items()
        for offer in offers
        if not own.is_allowed(offer)
    }
    assert sorted(refused) == []


async def test_an_owner_is_offered_everything_there_is(busy: Quart) -> None:
    owner = await desk(busy, StaffRole.OWNER)
    offered = {owner.route(offer) for offers in (await owner.walk()).values() for offer in offers}
    posts = {route for route in PERMISSIONS if route.startswith("POST /admin")}
    assert posts - offered <= NOT_STAGED


async def test_who_may_only_look_at_products_and_settings_still_reads_what_they_say(busy: Quart) -> None:
    reader = await desk(busy, StaffRole.READ_ONLY)
    assert Permission.CHANGE_CATALOGUE not in GRANTS[StaffRole.READ_ONLY]
    pages = await reader.walk()
    product = next(path for path in pages if re.fullmatch(r"/admin/products/\w{20,}", path))
    page = await text_of(await reader.browser.get(product))
    for words in ("SKU-00", "On hand", "Category"):
        assert words in page
    assert "<textarea" not in page
    assert "<p>" in await text_of(await reader.browser.get("/admin/pages/terms"))
