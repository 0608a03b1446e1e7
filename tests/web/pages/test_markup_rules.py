"""What the HTML standard asks and browsers forgive: no blocks inside a span, and no select that answers by itself."""

from html.parser import HTMLParser
from typing import Any

import pytest
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import write
from tests.web.clients import Browser, make_user
from tests.web.placing import product_id

pytestmark = pytest.mark.asyncio
PHRASING = {"span", "p", "button", "label", "h1", "h2", "h3", "b", "small"}
BLOCKS = {"form", "div", "p", "ul", "ol", "dl", "table", "section", "fieldset", "h1", "h2", "h3"}
VOID = {"br", "img", "input", "link", "meta", "hr", "source", "path", "circle", "rect", "wbr", "col"}
SHOP = ["/", "/products", "/cart", "/checkout", "/auth/login", "/auth/register", "/problems"]
OWN = ["/orders", "/account/addresses", "/account/addresses/new", "/account/logins", "/auth/profile"]
ADMIN = [
    "/admin", "/admin/customers", "/admin/products", "/admin/products/new", "/admin/categories", "/admin/inventory",
    "/admin/orders", "/admin/emails", "/admin/webhooks", "/admin/shipping", "/admin/jobs", "/admin/audit",
]  # fmt: skip


class Faults(HTMLParser):
    """Collects what is wrong with a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.asks = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        around = next((each for each in reversed(self.open) if each in PHRASING), None)
        if tag in BLOCKS and around:
            self.faults.append(f"{tag} in {around}")
        if self.asks and tag == "option" and values.get("value") != "":
            self.faults.append("a required select begins with an answer")
        self.asks = tag == "select" and "required" in values and "multiple" not in values
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass


async def faults_on(browser: Browser, paths: list[str]) -> dict[str, list[str]]:
    found = {}
    for path in paths:
        answer: Any = await browser.client.get(path)
        assert answer.status_code == 200, path
        found[path] = Faults(await answer.get_data(as_text=True)).faults
    return {path: faults for path, faults in found.items() if faults}


async def test_pages_keep_to_the_standard(app: Quart) -> None:
    await write(seed_demo)
    await make_user()
    await make_user("root@example.com", role="admin")
    guest, ann, root = Browser(app), Browser(app), Browser(app)
    await guest.post("/cart/items", product_id=await product_id())
    await ann.log_in("ann@example.com")
    await root.log_in("root@example.com")
    assert await faults_on(guest, SHOP) == {}
    assert await faults_on(ann, OWN) == {}
    assert await faults_on(root, ADMIN) == {}


@pytest.mark.parametrize(
    "text",
    [
        "<td><span><form></form></span></td>",
        '<select required><option value="1">one</option></select>',
        "<p>words<div></div></p>",
    ],
)
async def test_the_rule_can_fail(text: str) -> None:
    assert Faults(text).faults
    assert not Faults('<select required><option value="">Choose</option></select><div><form></form></div>').faults
