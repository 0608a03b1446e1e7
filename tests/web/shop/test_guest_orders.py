"""Ordering without an account: the order opens by its key, on this browser and by the link in the mail, for 30 days."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from quart import Quart

from core.settings import Settings
from models.accounts.mail_caps import ORDER_CAPS
from models.audit.audit_log import Actor
from models.catalog.seed import seed_demo
from models.database import read, write
from models.jobs.ledger.job_kinds import KINDS
from models.mail import mail_resends
from models.orders.guest_access import GOOD_FOR_MS, PURPOSE
from models.shared.secret_tokens import derived
from pipelines.gateways.payment_provider import install_provider
from pipelines.gateways.smtp import SmtpMailer, install_mailer
from pipelines.gateways.test_provider import TestProvider
from pipelines.mail.mail_sender import Outbox
from tests.journeys.story import books_are_clean, later, mails
from tests.pipelines.fault_server import FaultServer, serving
from tests.web.clients import PASSWORD, Api, Browser, code_of, make_user
from tests.web.placing import api_body, checkout_form, drain, place_by_api, product_id
from tests.web.shop.test_checkout_pages import orders_made, text_of

pytestmark = pytest.mark.asyncio
MAIL = "guest@example.com"
KEY = re.compile(r"key=[0-9a-z]{26}")
MOST_AN_HOUR = ORDER_CAPS[0][0]


@pytest_asyncio.fixture
async def guest(app: Quart, settings: Settings, tmp_path: Any) -> AsyncIterator[Browser]:
    await write(seed_demo)
    install_provider(TestProvider(tmp_path / "provider.jsonl"))
    before = {"sender": Outbox.sender, "public_url": Outbox.public_url, "order_keys": Outbox.order_keys}
    keys = derived(settings.signing_keys, PURPOSE)
    Outbox.set_up(sender="Shop <shop@example.com>", public_url="http://localhost", order_keys=keys)
    yield Browser(app)
    Outbox.set_up(**before)  # type: ignore[arg-type]
    await books_are_clean()


async def buy(browser: Browser, **changes: str) -> str:
    await browser.post("/cart/items", product_id=await product_id())
    form = {**await checkout_form(browser), "email": MAIL, **changes}
    answer = await browser.client.post("/checkout", form=form)
    assert answer.status_code == 303, await text_of(answer)
    return str(answer.headers["Location"])


async def mailed_link() -> str:
    row = await read(lambda tx: tx.fetch_one("SELECT text FROM email_message ORDER BY id DESC"))
    assert row is not None
    found = re.search(r"http://localhost(/orders/\S+)", row["text"])
    assert found
    return found[1]


async def test_a_guest_orders_follows_and_cancels(app: Quart, guest: Browser) -> None:
    path = await buy(guest)
    page = await text_of(await guest.get(path))
    assert "We have your order." in page
    assert MAIL in page
    await drain()
    assert "Your order is confirmed." in await text_of(await guest.get(path))
    assert (await guest.get(f"{path}/status?v=1")).headers["HX-Retarget"] == "#order-status"
    assert re.findall(r">(CW-\d+)<", await text_of(await guest.get("/orders"))) == ["CW-10001"]
    assert (await guest.post(f"{path}/cancellation")).status_code == 303
    assert "This order was cancelled." in await text_of(await guest.get(path))
    await drain()


async def test_a_stranger_sees_nothing_of_it(app: Quart, guest: Browser) -> None:
    path = await buy(guest)
    stranger = Browser(app)
    for ask in (path, f"{path}/status", "/orders"):
        assert (await stranger.get(ask)).headers["Location"].startswith("/auth/login")
    assert (await stranger.get(f"{path}?key={'a' * 26}")).status_code == 404
    assert (await stranger.get(f"{path}?key=")).status_code == 404
    await stranger.post("/cart/items", product_id=await product_id())
    await buy(stranger)
    for ask in (path, f"{path}/status?v=1"):
        assert (await stranger.get(ask)).status_code == 404
    assert (await stranger.post(f"{path}/cancellation")).status_code == 404
    await drain()


async def test_the_link_in_the_mail_opens_it_once_for_good_and_leaves_the_address_bar(
    app: Quart, guest: Browser
) -> None:
    path = await buy(guest)
    await drain()
    link = await mailed_link()
    assert re.fullmatch(rf"{path}\?key=[0-9a-z]{{26}}", link)
    elsewhere = Browser(app)
    opened = await elsewhere.get(link)
    assert (opened.status_code, opened.headers["Location"]) == (303, path)
    assert "Your order is confirmed." in await text_of(await elsewhere.get(path))
    broken = link[:-1] + ("0" if link[-1] != "0" else "1")
    assert (await Browser(app).get(broken)).status_code == 404


async def test_the_key_is_good_for_thirty_days(app: Quart, guest: Browser) -> None:
    path = await buy(guest)
    await drain()
    link = await mailed_link()
    await write(lambda tx: tx.execute("UPDATE orders SET created_at = created_at - ?", GOOD_FOR_MS - 60_000))
    assert (await guest.get(path)).status_code == 200
    await write(lambda tx: tx.execute("UPDATE orders SET created_at = created_at - 120000"))
    assert (await guest.get(path)).status_code == 404
    assert (await Browser(app).get(link)).status_code == 404
    assert "No orders yet" in await text_of(await guest.get("/orders"))


@pytest.mark.parametrize("email", ["", "not-an-address", "two\r\nlines@example.com", "a@b\n"])
async def test_a_guest_has_to_say_where_mail_goes(guest: Browser, email: str) -> None:
    await guest.post("/cart/items", product_id=await product_id())
    answer = await guest.client.post("/checkout", form={**await checkout_form(guest), "email": email})
    assert answer.status_code == 422
    assert 'id="email"' in await text_of(answer)
    assert await orders_made() == 0


async def test_registering_with_the_address_puts_nothing_in_the_history(app: Quart, guest: Browser) -> None:
    """What does: tests/web/account/test_email_addresses.py."""
    path = await buy(guest)
    await drain()
    for email in ("somebody@example.com", MAIL.upper()):
        other = Browser(app)
        await other.post("/auth/register", email=email, password=PASSWORD)
        await other.log_in(email)
        assert "No orders yet" in await text_of(await other.get("/orders"))
        assert (await other.get(path)).status_code == 404


async def test_an_account_keeps_an_order_by_its_own_key(app: Quart, guest: Browser) -> None:
    path = await buy(guest)
    await drain()
    key = await mailed_link()
    assert f'href="/auth/register?next={path}"' in await text_of(await guest.get(path))
    await guest.post("/auth/register", email="other@example.com", password=PASSWORD)
    await guest.log_in("other@example.com")
    assert "No orders yet" in await text_of(await guest.get("/orders"))
    assert f'action="{path}/claim"' in await text_of(await guest.get(path))
    done = await guest.post(f"{path}/claim", page=path)
    assert (done.status_code, done.headers["Location"]) == (303, path)
    page = await text_of(await guest.get(path))
    assert "The order is in your account" in page
    assert f'action="{path}/claim"' not in page
    assert "CW-10001" in await text_of(await guest.get("/orders"))
    late = Browser(app)
    await late.post("/auth/register", email="late@example.com", password=PASSWORD)
    await late.log_in("late@example.com")
    assert (await late.get(key)).status_code == 303  # the link goes on to open the order, as the mail says
    assert (await late.post(f"{path}/claim")).status_code == 409
    assert "No orders yet" in await text_of(await late.get("/orders"))


async def test_over_the_api_the_token_opens_the_order_and_only_that(app: Quart, guest: Browser) -> None:
    api = Api(app)
    cart = await (await api.call("POST", "/cart/items", {"product_id": await product_id()})).get_json()
    headers = {"X-Cart-Token": cart["cart_token"], "Idempotency-Key": "k-1"}
    answer = await api.call("POST", "/orders", api_body(email=MAIL), **headers)
    order = await answer.get_json()
    assert answer.status_code == 202, order
    assert re.fullmatch(r"[0-9a-z]{26}", order["access_token"])
    again = await (await api.call("POST", "/orders", api_body(email=MAIL), **headers)).get_json()
    assert again["access_token"] == order["access_token"]
    path = f"/orders/{order['id']}"
    assert (await api.call("GET", path, **{"X-Order-Token": order["access_token"]})).status_code == 200
    assert await code_of(await api.call("GET", path, **{"X-Order-Token": "0" * 26})) == (404, "not_found")
    assert (await api.call("GET", path)).status_code == 401
    seen = await Browser(app).get(f"{path}?key={order['access_token']}")
    assert seen.status_code == 303


async def test_the_token_is_not_in_the_database(guest: Browser) -> None:
    await buy(guest)
    await drain()
    token = (await mailed_link()).partition("key=")[2]
    for table in ("orders", "order_event", "idempotency_key", "job"):
        rows = await read(lambda tx, t=table: tx.fetch(f"SELECT * FROM {t}"))  # type: ignore[misc]
        assert token not in repr([tuple(row) for row in rows])


async def test_an_answer_to_a_waiting_client_says_when_to_come_again(app: Quart, guest: Browser) -> None:
    answer = await place_by_api(await signed_in(app))
    assert (await answer.get_json())["progress"]["queue_position"] == 1
    assert answer.headers["Retry-After"] == "1"
    await drain()


async def signed_in(app: Quart) -> Api:
    from tests.web.clients import make_user

    await make_user()
    return await Api(app).log_in("ann@example.com")


async def test_a_guests_key_is_struck_out_of_our_copy_once_the_mail_was_taken(app: Quart, guest: Browser) -> None:
    path = (await buy(guest)).partition("?")[0]
    async with serving(FaultServer(RCPT="450 later")) as server:
        install_mailer(SmtpMailer(server.url))
        try:
            await drain()
            kept = await mailed_link()
            assert kept.startswith(f"{path}?key=")
            server.faults.clear()
            await later()
            await drain()
        finally:
            install_mailer(None)
    assert len(server.taken) == 1
    [row] = await mails()
    key = kept.partition("key=")[2]
    assert (row["state"], key in row["text"] + row["html"], "struck out" in row["text"]) == ("sent", False, True)
    assert (await Browser(app).get(kept)).headers["Location"] == path


async def keys_kept() -> dict[str, bool]:
    """Whether the stored copy of each mail holds a guest's key, by what became of the mail."""
    return {row["state"]: bool(KEY.search(row["text"] + row["html"])) for row in await mails()}


@pytest.mark.parametrize(("answer", "state"), [("550 no such user", "undeliverable"), ("450 later", "dead")])
async def test_a_key_is_struck_out_of_mail_that_nobody_took_and_goes_out_when_it_is_sent_again(
    app: Quart, guest: Browser, answer: str, state: str
) -> None:
    path = (await buy(guest)).partition("?")[0]
    async with serving(FaultServer(RCPT=answer)) as server:
        install_mailer(SmtpMailer(server.url))
        try:
            await drain()
            for _ in range(KINDS["mail.order"].max_attempts):
                await later()
                await drain()
            assert await keys_kept() == {state: False}
            [before] = await mails()
            server.faults.clear()
            await write(lambda tx: mail_resends.resend(tx, before["public_id"], actor=Actor("boss@example.com")))
            await drain()
        finally:
            install_mailer(None)
    [row] = await mails()
    assert (row["state"], row["message_id"], row["text"]) == ("sent", before["message_id"], before["text"])
    [body] = server.bodies
    assert f"{path}?key=" in body.replace(b"=\r\n", b"").replace(b"=3D", b"=").decode()


async def test_a_key_is_struck_out_of_mail_that_was_withdrawn_or_held(app: Quart, guest: Browser) -> None:
    path = (await buy(guest)).partition("?")[0]
    async with serving(FaultServer(RCPT="450 later")) as server:
        install_mailer(SmtpMailer(server.url))
        try:
            await drain()
            await guest.post(f"{path}/cancellation")
            await later()
            server.faults.clear()
            await drain()
            for _ in range(MOST_AN_HOUR):
                await buy(guest)
            await drain()
        finally:
            install_mailer(None)
    assert await keys_kept() == {"withdrawn": False, "sent": False, "held": False}


async def test_mail_to_an_address_nobody_proved_holds_nothing_that_was_typed(guest: Browser) -> None:
    typed = {"name": "Win a prize", "line1": "evil.example 1", "line2": "evil.example 2", "city": "Eviltown"}
    typed |= {"note": "buy at evil.example", "postal_code": "97201", "region": "OR"}
    await buy(guest, **typed)
    await drain()
    [mail] = await mails()
    whole = mail["subject"] + mail["text"] + mail["html"]
    assert "Shipping address" in mail["text"]
    assert not [words for words in typed.values() if words in whole]


async def test_a_mailbox_gets_six_mails_an_hour_about_orders_of_strangers_and_the_rest_is_held(
    app: Quart, guest: Browser
) -> None:
    for _ in range(4):
        path = await buy(guest)
        await drain()
        await guest.post(f"{path}/cancellation")
        await drain()
    states = [mail["state"] for mail in await mails()]
    assert (states.count("recorded"), states.count("held")) == (MOST_AN_HOUR, len(states) - MOST_AN_HOUR)
    held = await mails("state = 'held' AND kind = 'order.cancelled'")
    page = await text_of(await guest.get(f"/orders/{held[-1]['subject_id']}"))
    assert f"We sent many emails to {MAIL} recently" in page
    await make_user("root@example.com", role="admin")
    root = Browser(app)
    await root.log_in("root@example.com")
    assert "held back" in await text_of(await root.get("/admin/emails"))
    assert (await root.post(f"/admin/emails/{held[-1]['public_id']}/resend")).status_code == 303
    await drain()
    [mail] = await mails("id = ?", held[-1]["id"])
    assert mail["state"] == "recorded"
