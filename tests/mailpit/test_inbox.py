"""What arrives: once, at the account's address, in text and HTML, with links that work; whatever the server does."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from models.database import write
from tests.faults.books import rows
from tests.faults.processes import Process, Shop, Web, until
from tests.faults.shopping import client_of
from tests.mailpit.customer import Customer, hurry
from tests.servers.throwaway import free_port
from tests.servers_mailpit import Mailpit

pytestmark = pytest.mark.asyncio

ARRIVES_WITHIN = 60  # seconds
LINK = re.compile(r"https?://[^\s\"'<>]+")
ADA = "ada.buyer@example.com"


@pytest_asyncio.fixture
async def web(shop: Shop) -> Web:
    """The shop's pages, whose public address is the one they are served on."""
    port = free_port()
    return await shop.web(port=port, public_url=f"http://127.0.0.1:{port}")


@pytest.fixture
def worker(shop: Shop, web: Web, mailpit: Mailpit) -> Process:
    return shop.worker(smtp_url=mailpit.smtp_url, public_url=web.url, mail_from="Cartwright <shop@example.com>")


@pytest_asyncio.fixture
async def ada(web: Web, worker: Process) -> AsyncIterator[Customer]:
    async with client_of(web.url) as client:
        yield await Customer(client, ADA).open_account()


async def arrived(mailpit: Mailpit, count: int, to: str = ADA, within: float = ARRIVES_WITHIN) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await until(
        lambda: (got := mailpit.messages(to=to)) and len(got) >= count and got, within=within, what=f"{count} for {to}"
    )
    assert len(found) == count, [each["Subject"] for each in found]
    return found


async def row_of(kind: str) -> dict[str, Any]:
    return dict((await rows("SELECT * FROM email_message WHERE kind = ?", kind))[0])


async def check(message: dict[str, Any], customer: Customer, *words: str) -> None:
    """One recipient, both forms with the same facts, and every link answers."""
    assert [to["Address"] for to in message["To"]] == [customer.email]
    assert not message["Cc"]
    assert not message["Bcc"]
    assert message["From"]["Address"] == "shop@example.com"
    assert message["Headers"]["Auto-Submitted"] == ["auto-generated"]
    for form in (message["Text"], message["HTML"]):
        for word in words:
            assert word in form
        links = LINK.findall(form)
        assert links
        for link in links:
            assert link.startswith(str(customer.client.base_url).rstrip("/")), link
            answer = await customer.client.get(link)
            assert answer.status_code == 200, link
            assert words[0] in answer.text


async def test_the_receipt_arrives_in_time_with_number_lines_total_and_a_link(ada: Customer, mailpit: Mailpit) -> None:
    order = await ada.order(quantity=2)
    [message] = await arrived(mailpit, 1)
    assert order["number"] in message["Subject"]
    await ada.sign_in()
    [line] = order["lines"]
    total = f"${order['total']['amount'] / 100:,.2f}"
    await check(message, ada, order["number"], line["name"], total)
    row = await row_of("order.confirmed")
    assert (row["state"], row["attempts"], f"<{message['MessageID']}>") == ("sent", 1, row["message_id"])


async def test_a_cancelled_order_tells_why_and_what_becomes_of_the_money(ada: Customer, mailpit: Mailpit) -> None:
    declined = await ada.order(token="tok_declined")
    [message] = await arrived(mailpit, 1)
    await ada.sign_in()
    await check(message, ada, declined["number"], "not been charged")
    paid = await ada.order()
    await arrived(mailpit, 2)
    await ada.cancel(paid)
    message = (await arrived(mailpit, 3))[-1]
    await check(message, ada, paid["number"], "refunded")


async def test_low_stock_is_told_to_the_admins(ada: Customer, mailpit: Mailpit) -> None:
    await write(
        lambda tx: tx.execute(
            "INSERT INTO users (public_id, email, password_hash, role, created_at, updated_at)"
            " VALUES ('boss', 'boss@example.com', 'x', 'admin', ?, ?)",
            *(tx.now, tx.now),
        )
    )
    [row] = await rows("SELECT on_hand FROM inventory ORDER BY product_id LIMIT 1")
    await ada.order(quantity=row["on_hand"])
    found = await arrived(mailpit, 1, to="boss@example.com")
    assert [each["Subject"].partition(":")[0] for each in found] == ["Sold out"]
    for message in found:
        for form in (message["Text"], message["HTML"]):
            [*links] = LINK.findall(form)
            assert links
            for link in links:
                assert "/admin/inventory/" in link
                assert (await ada.client.get(link)).status_code in (303, 403), "only the shop's people see it"


async def test_a_temporary_refusal_is_retried_and_it_arrives_once(ada: Customer, mailpit: Mailpit) -> None:
    mailpit.misbehave(Recipient=451)
    order = await ada.order()

    async def tries(count: int) -> bool:
        found = await rows("SELECT attempts, state FROM email_message")
        return bool(found) and found[0]["attempts"] == count and found[0]["state"] == "queued"

    await until(lambda: tries(1), within=ARRIVES_WITHIN, what="the first attempt was refused")
    await hurry()
    await until(lambda: tries(2), within=ARRIVES_WITHIN, what="the second attempt was refused")
    assert mailpit.count() == 0
    assert (await ada.see(order))["status"] == "confirmed"
    mailpit.misbehave()
    await hurry()
    await arrived(mailpit, 1)
    await until(lambda: _state_is("sent"), within=60, what="it is written down")
    assert (await row_of("order.confirmed"))["attempts"] == 3
    assert mailpit.count() == 1


async def _state_is(state: str) -> bool:
    return (await row_of("order.confirmed"))["state"] == state


async def test_an_address_refused_for_good_is_shown_on_the_order_and_to_the_admin(
    ada: Customer, mailpit: Mailpit
) -> None:
    mailpit.misbehave(Recipient=550)
    order = await ada.order()

    async def told() -> bool:
        events = (await ada.see(order))["events"]
        return any(event["type"] == "mail.confirmed.undeliverable" for event in events)

    await until(told, within=ARRIVES_WITHIN, what="the order says that its mail cannot be delivered")
    await write(lambda tx: tx.execute("UPDATE users SET role = 'admin' WHERE email = ?", ADA))
    await ada.sign_in()
    page = (await ada.client.get(f"/orders/{order['id']}")).text
    assert f"We could not reach {ADA}" in page
    assert "550" not in page, "what a mail server says is for the shop's people"
    [job] = await rows("SELECT state, attempt FROM job WHERE kind = 'mail.order'")
    assert (job["state"], job["attempt"]) == ("succeeded", 1)
    listed = (await ada.client.get("/admin/emails")).text
    assert ADA in listed
    assert "ndeliverable" in listed
    row = await row_of("order.confirmed")
    assert "550" in (await ada.client.get(f"/admin/emails/{row['public_id']}")).text


async def test_a_server_that_was_killed_and_comes_back_gets_all_the_mail(ada: Customer, mailpit: Mailpit) -> None:
    mailpit.kill()
    placed = [await ada.order(quantity=1) for _ in range(3)]

    async def waiting() -> bool:
        found = await rows("SELECT state, attempts FROM email_message")
        return len(found) == 3 and all(row["state"] == "queued" and row["attempts"] for row in found)

    await until(waiting, within=ARRIVES_WITHIN, what="all mail waits, and says so")
    for order in placed:
        assert (await ada.see(order))["status"] == "confirmed"
    mailpit.start()
    await hurry()
    found = await arrived(mailpit, 3)
    assert {each["Subject"] for each in found} == {f"Order {order['number']} is confirmed" for order in placed}
