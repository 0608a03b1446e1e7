"""An address proves nothing until its owner answered a mail: guest orders, the account's address, and its change."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from models import accounts, first_admin, passwords
from models.database import read, write
from models.seed import seed_demo
from pipelines.gateways.payment import install_provider
from pipelines.gateways.smtp import SmtpMailer, install_mailer
from pipelines.gateways.test_provider import TestProvider
from settings import Settings
from tests.journeys import story
from tests.pipelines.fault_server import FaultServer, serving
from tests.web.clients import PASSWORD, Api, Browser, code_of, make_user, text_of
from tests.web.placing import api_body, place_by_page, product_id
from web.current import derived_keys

pytestmark = pytest.mark.asyncio
VICTIM, NEW = "victim@example.com", "new@example.com"
SECRETS = {"name": "Victoria Real", "line1": "17 Hidden Lane", "phone": "+1 503 555 0199"}
NOTE = "the key is under the mat"
LINK = re.compile(r"http://localhost:5566(/auth/(?:verify-email|reset-password)\?token=([\w-]{43}))\s")


@pytest_asyncio.fixture
async def shop_app(app: Quart, tmp_path: Any) -> AsyncIterator[Quart]:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    yield app
    await story.books_are_clean()


async def order_as_guest(app: Quart, email: str = VICTIM, key: str = "guest-1") -> dict[str, Any]:
    """A guest's order with things that are nobody else's business, as the API answers it."""
    api = Api(app)
    cart = await (await api.call("POST", "/cart/items", {"product_id": await product_id()})).get_json()
    body = api_body(email=email, note=NOTE)
    body["shipping_address"] |= SECRETS
    answer = await api.call("POST", "/orders", body, **{"X-Cart-Token": cart["cart_token"], "Idempotency-Key": key})
    order: dict[str, Any] = await answer.get_json()
    assert answer.status_code == 202, order
    await story.drain()
    return order


async def register(app: Quart, email: str = VICTIM, **fields: str) -> Api:
    """An account opened over the API and signed in to, its mail written."""
    answer = await Api(app).call("POST", "/auth/register", {"email": email, "password": PASSWORD, **fields})
    assert answer.status_code == 201, await answer.get_data(as_text=True)
    await story.drain()
    return await Api(app).log_in(email)


async def browser_of(app: Quart, email: str = VICTIM) -> Browser:
    browser = Browser(app)
    assert (await browser.log_in(email)).status_code == 303
    return browser


async def mails(recipient: str, kind: str = "") -> list[Any]:
    """The mail written to an address, oldest first."""
    sql = "SELECT kind, subject, text, html, state FROM email_message WHERE recipient = ? ORDER BY id"
    return [row for row in await story.every(sql, recipient) if row["kind"].startswith(kind)]


async def link(recipient: str = VICTIM, kind: str = "email.") -> tuple[str, str]:
    """Path and secret of the newest link that was mailed to an address."""
    row = (await mails(recipient, kind))[-1]
    found = LINK.search(row["text"])
    assert found, row["text"]
    assert f'href="http://localhost:5566{found[1]}"' in row["html"]
    return found[1], found[2]


async def orders_of(api: Api) -> list[str]:
    return [order["id"] for order in (await (await api.call("GET", "/orders")).get_json())["items"]]


async def me(api: Api) -> dict[str, Any]:
    document: dict[str, Any] = await (await api.call("GET", "/auth/me")).get_json()
    return document


async def minute_later() -> None:
    """A second mail within one minute is one job; here each counts as asked in a minute of its own."""
    await write(lambda tx: tx.execute("UPDATE job SET dedupe_key = id"))


async def ask_again(api: Api) -> Any:
    await minute_later()
    answer = await api.call("POST", "/auth/email/verification")
    await story.drain()
    return answer


async def confirm(api: Api, secret: str) -> Any:
    return await api.call("POST", "/auth/email/verification/confirm", {"token": secret})


# the attack


async def test_registering_with_somebodys_address_opens_none_of_their_orders(shop_app: Quart) -> None:
    order = await order_as_guest(shop_app)
    thief = await register(shop_app)
    assert await orders_of(thief) == []
    path = f"/orders/{order['id']}"
    assert await code_of(await thief.call("GET", path)) == (404, "not_found")
    assert await code_of(await thief.call("GET", f"{path}/events")) == (404, "not_found")
    assert await code_of(await thief.call("POST", f"{path}/cancellation")) == (404, "not_found")
    assert await code_of(await thief.call("POST", f"{path}/claim")) == (404, "not_found")
    pages = await browser_of(shop_app)
    shown = await text_of(await pages.get("/orders"))
    assert "No orders yet" in shown
    for secret in (*SECRETS.values(), NOTE, order["number"]):
        assert secret not in shown
    for answer in (
        await pages.get(path),
        await pages.get(f"{path}/status"),
        await pages.post(f"{path}/cancellation"),
        await pages.post(f"{path}/claim"),
    ):
        assert answer.status_code == 404
    guest = Api(shop_app)
    seen = await (await guest.call("GET", path, **{"X-Order-Token": order["access_token"]})).get_json()
    assert (seen["status"], seen["note"]) == ("confirmed", NOTE)
