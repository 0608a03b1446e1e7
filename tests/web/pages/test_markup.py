"""What people type is shown as they typed it, on every page, in every message and in every error, and never runs."""

import re
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest
from quart import Quart

from models.catalog.seed import seed_demo
from models.database import Transaction, write
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.test_provider import TestProvider
from tests.journeys import story
from tests.web.clients import Api, Browser, make_user
from tests.web.placing import api_body, product_id, product_page

pytestmark = pytest.mark.asyncio
MARK = "zq7"  # stands in each payload, and in nothing of ours
PAYLOADS = [
    "<script>zq7</script>", "<SCRIPT SRC=//zq7>", "<img src=x onerror=zq7>", "<svg onload=zq7>", "<svg/onload=zq7>",
    "<body onload=zq7>", "<iframe src=javascript:zq7>", "<a href=javascript:zq7>x</a>", "\"><script>zq7</script>",
    "'><script>zq7</script>", "\" onfocus=zq7 autofocus x=\"", "' onfocus=zq7 autofocus x='",
    "</title><script>zq7</script>",
    "</textarea><script>zq7</script>", "</script><script>zq7</script>", "<!--<script>zq7//-->",
    "]]><script>zq7</script>",
    "<math><mtext><script>zq7</script>", "<details open ontoggle=zq7>", "<video><source onerror=zq7>",
    "<input onfocus=zq7>",
    "<form action=javascript:zq7><input type=submit>", "<object data=javascript:zq7>", "<embed src=javascript:zq7>",
    "<link rel=stylesheet href=//zq7>", "<base href=//zq7/>", "<meta http-equiv=refresh content='0;zq7'>",
    "<style>@import '//zq7'</style>", "<template><script>zq7</script></template>", "<x hx-get=/zq7 hx-trigger=load>",
    "<x hx-on:load=zq7>", "<x x-data x-init=zq7>", "{{ zq7 }}", "{{ 7*7 }}zq7{% raw %}", "{% include 'zq7' %}",
    "${zq7}", "=cmd|'/C zq7'!A0", "&lt;script&gt;zq7&lt;/script&gt;", "<scr\u200bipt>zq7</script>",
    "\uff1cscript\uff1ezq7\uff1c/script\uff1e",
]  # fmt: skip
SOURCES = ("src", "href", "action", "data", "formaction", "content")
GROUPS = [" ".join(PAYLOADS[at : at + 4]) for at in range(0, len(PAYLOADS), 4)]


class Reader(HTMLParser):
    """Notes what of the payloads has become markup, as a browser would read the page."""

    def __init__(self) -> None:
        super().__init__()
        self.live: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_data = tag == "script" and ("type", "application/ld+json") in attrs  # read by programs, never run
        self._inside = "" if is_data else tag
        for name, value in attrs:
            runs = name.startswith(("on", "x-", "hx-")) or (
                name in SOURCES and re.match(r"javascript:|//|0;", value or "")
            )
            if MARK in name or (MARK in (value or "") and runs):
                self.live.append(f"<{tag} {name}={value}>")

    def handle_data(self, data: str) -> None:
        if MARK in data and self._inside in ("script", "style"):
            self.live.append(f"<{self._inside}>{data}")
        if "49zq7" in data:
            self.live.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_comment(self, data: str) -> None:
        if MARK in data:
            self.live.append(f"<!--{data}-->")


def live(html: str) -> list[str]:
    """What of the payloads a browser would run or load."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.live


async def test_there_are_forty_and_the_rule_knows_them() -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS)) == 40
    assert all(MARK in payload for payload in PAYLOADS)
    assert len([payload for payload in PAYLOADS if live(f"<p>{payload}</p>")]) > 24
    assert live(f'<input value="{PAYLOADS[8]}">')
    assert live(f'<input value="{PAYLOADS[10]}">')
    assert live('<script type="application/ld+json">"</script><script>zq7</script>"</script>')
    assert not live('<script type="application/ld+json">"zq7"</script>')
    assert not live("<p>&lt;script&gt;zq7&lt;/script&gt;</p>")
    assert not live('<input value="&#34; onfocus=zq7 autofocus x=&#34;"><a href="/products?q=%3Cscript%3Ezq7">x</a>')


async def fill(api: Api, product: str, payload: str, number: int) -> str:
    """An order whose every free text is the payload; the order's path."""
    names = {"name": 200, "line1": 200, "line2": 200, "city": 120, "region": 120, "postal_code": 20}
    address = {**{name: payload[:longest] for name, longest in names.items()}, "country": "HK"}
    assert (await api.call("POST", "/addresses", address)).status_code in (201, 409)
    await api.call("POST", "/cart/items", {"product_id": product})
    body = api_body(shipping_address=address, note=payload)
    answer = await api.call("POST", "/orders", body, **{"Idempotency-Key": f"key-{number}"})
    assert answer.status_code == 202, await answer.get_data()
    return f"/orders/{(await answer.get_json())['id']}"


async def _name_everything(tx: Transaction, text: str) -> None:
    await tx.execute("UPDATE product SET name = ?, description = ?", text[:200], text)
    await tx.execute("UPDATE category SET name = ? || id, description = ?", text[:76], text)


async def test_no_page_message_or_error_lets_markup_through(app: Quart, tmp_path: Path) -> None:
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await write(seed_demo)
    everything = " ".join(PAYLOADS)
    await make_user("ann@example.com", name=everything[:200])
    await make_user("root@example.com", role="admin", name=everything[:200])
    api, ann, root = await Api(app).log_in("ann@example.com"), Browser(app), Browser(app)
    await ann.log_in("ann@example.com")
    await root.log_in("root@example.com")
    product, paths = await product_id(), []
    for number, payload in enumerate(GROUPS):
        await write(partial(_name_everything, text=payload))
        paths.append(await fill(api, product, payload, number))
        await api.call("POST", "/cart/items", {"product_id": product})
        for path in ("/", await product_page(), "/cart", "/checkout", paths[-1], f"{paths[-1]}/status"):
            answer = await ann.get(path)
            page = await answer.get_data(as_text=True)
            assert (answer.status_code, path, live(page)) == (200, path, [])
        query = {"q": payload, "category": payload, "min_price": payload, "sort": payload, "next": payload}
        for path in (
            "/products",
            "/products/search",
            "/auth/register",
            "/auth/forgot-password",
            "/auth/reset-password",
        ):
            shown = await Browser(app).client.get(path, query_string={**query, "email": payload, "token": payload})
            assert (path, live(await shown.get_data(as_text=True))) == (path, [])
    await write(lambda tx: tx.execute("UPDATE product SET name = ?, description = ?", everything[:200], everything))
    await story.drain(200)
    for path in ("/orders", "/account/addresses", "/auth/profile"):
        page = await (await ann.get(path)).get_data(as_text=True)
        assert MARK in page
        assert (path, live(page)) == (path, [])
    for path in ("/admin", "/admin/jobs", "/admin/emails"):
        assert live(await (await root.get(path)).get_data(as_text=True)) == []


async def test_messages_are_escaped_and_have_one_recipient(app: Quart, tmp_path: Path) -> None:
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    await write(seed_demo)
    await make_user("ann@example.com")
    api, product = await Api(app).log_in("ann@example.com"), await product_id()
    await write(lambda tx: tx.execute("UPDATE product SET name = ?", "A\r\nBcc: eve@example.com <script>zq7</script>"))
    await fill(api, product, "<img src=x onerror=zq7>", 1)
    await story.drain()
    rows = await story.mails()
    assert [row["recipient"] for row in rows] == ["ann@example.com"]
    assert not [row["subject"] for row in rows if "\n" in row["subject"] or "\r" in row["subject"]]
    assert MARK in rows[0]["html"]
    assert live(rows[0]["html"]) == []


@pytest.mark.parametrize("payload", PAYLOADS[:6])
async def test_an_error_shows_what_was_typed_as_text(app: Quart, payload: str) -> None:
    browser = Browser(app)
    fields = {"email": payload, "name": payload, "password": "x", "next": payload}
    for path in ("/auth/register", "/auth/login", "/auth/forgot-password", "/auth/reset-password"):
        answer = await browser.post(path, **fields)
        assert live(await answer.get_data(as_text=True)) == []
    missing = await browser.client.get(f"/{payload}")
    assert live(await missing.get_data(as_text=True)) == []
