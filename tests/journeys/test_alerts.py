"""Low and depleted stock: told to every admin once a crossing, and again only after the stock rose."""

import pytest

from models.accounts import mail_caps
from models.accounts.mail_caps import CAPS
from models.audit.audit_log import Actor
from models.database import write
from models.inventory import stock_adjustments
from pipelines.gateways.smtp import SmtpMailer, install_mailer
from tests.journeys import story
from tests.pipelines.fault_server import FaultServer, serving
from tests.web.clients import make_user

pytestmark = [pytest.mark.asyncio, pytest.mark.usefixtures("open_shop")]


async def alerts() -> list[tuple[str, str]]:
    rows = await story.every("SELECT kind, recipient FROM email_message WHERE subject_type = 'product' ORDER BY id")
    return [(row["kind"], row["recipient"]) for row in rows]


async def buy(quantity: int, key: str, email: str) -> None:
    placed = await story.order(await story.shopper(email), key=key, SKU_0001=quantity)
    await story.drain()
    assert (await story.see(placed)).status == "confirmed"


async def test_one_alert_a_crossing_to_each_admin() -> None:
    for email in ("root@example.com", "boss@example.com"):
        await make_user(email, role="admin")
    await story.set_stock("SKU-0001", 8)
    await buy(2, "a", "a@example.com")
    assert await alerts() == []
    await buy(1, "b", "b@example.com")
    both = [("stock.low", "root@example.com"), ("stock.low", "boss@example.com")]
    assert sorted(await alerts()) == sorted(both)
    await buy(1, "c", "c@example.com")
    assert len(await alerts()) == 2
    await buy(4, "d", "d@example.com")
    gone = [("stock.depleted", "root@example.com"), ("stock.depleted", "boss@example.com")]
    assert sorted(await alerts()) == sorted(both + gone)


async def test_it_is_told_again_only_after_the_stock_rose_above_the_threshold() -> None:
    await make_user("root@example.com", role="admin")
    await story.set_stock("SKU-0001", 6)
    await buy(1, "a", "a@example.com")
    assert [kind for kind, _ in await alerts()] == ["stock.low"]
    await story.set_stock("SKU-0001", 20)
    await buy(1, "b", "b@example.com")
    assert len(await alerts()) == 1
    await buy(13, "c", "c@example.com")
    assert [kind for kind, _ in await alerts()] == ["stock.low", "stock.low"]


async def test_an_order_cancelled_above_the_threshold_arms_the_alert_again() -> None:
    await make_user("root@example.com", role="admin")
    await story.set_stock("SKU-0001", 6)
    placed = await story.order(await story.shopper(), SKU_0001=1)
    await story.drain()
    await story.cancel_by_customer(placed)
    await story.drain()
    await buy(1, "again", "b@example.com")
    assert [kind for kind, _ in await alerts()] == ["stock.low", "stock.low"]


async def test_who_orders_and_cancels_over_and_over_fills_no_admins_mailbox() -> None:
    await make_user("root@example.com", role="admin")
    await story.set_stock("SKU-0001", 6)
    await story.set_stock("SKU-0002", 6)
    stranger, (most, _) = await story.shopper(), CAPS[0]
    for n in range(most + 2):
        placed = await story.order(stranger, key=str(n), SKU_0001=1)
        await story.drain()
        await story.cancel_by_customer(placed)
        await story.drain()
    states = [row["state"] for row in await story.mails("kind = 'stock.low'")]
    assert states == ["recorded"] * most + ["held"] * 2
    await story.order(stranger, key="other", SKU_0002=1)
    await story.drain()
    assert (await story.mails("kind = 'stock.low'"))[-1]["state"] == "recorded"


async def test_mail_about_the_stock_of_many_products_is_capped_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail_caps, "STOCK_CAPS", ((2, mail_caps.HOUR_MS),))
    await make_user("root@example.com", role="admin")
    for number in (1, 2, 3):
        await story.set_stock(f"SKU-000{number}", 6)
    await story.order(await story.shopper(), SKU_0001=1, SKU_0002=1, SKU_0003=1)
    await story.drain()
    states = [row["state"] for row in await story.mails("kind = 'stock.low'")]
    assert sorted(states) == ["held", "recorded", "recorded"]


async def test_an_alert_that_nobody_takes_is_given_up_with_its_job() -> None:
    await make_user("root@example.com", role="admin")
    await story.set_stock("SKU-0001", 6)
    async with serving(FaultServer(RCPT="450 later")) as server:
        install_mailer(SmtpMailer(server.url))
        await story.order(await story.shopper(), SKU_0001=1)
        for _ in range(13):
            await story.drain()
            await story.later()
    job = await story.one("SELECT state, attempt FROM job WHERE kind = 'stock.alert'")
    mail = await story.one("SELECT state, attempts, last_error FROM email_message WHERE kind = 'stock.low'")
    assert (job["state"], job["attempt"], mail["state"], mail["attempts"]) == ("dead", 6, "dead", 6)
    assert "450 later" in mail["last_error"]


async def test_an_admin_who_got_the_alert_is_not_written_to_again_for_the_sake_of_one_who_did_not() -> None:
    for email in ("boss@example.com", "root@example.com"):
        await make_user(email, role="admin")
    await story.set_stock("SKU-0001", 6)
    async with serving(FaultServer(**{"RCPT root@example.com": "450 later"})) as server:
        install_mailer(SmtpMailer(server.url))
        await story.order(await story.shopper(), SKU_0001=1)
        for _ in range(3):
            await story.drain()
            await story.later()
        server.faults.clear()
        await story.drain()
    rows = await story.every("SELECT recipient, state, attempts FROM email_message WHERE kind = 'stock.low'")
    found = {row["recipient"]: (row["state"], row["attempts"]) for row in rows}
    assert found == {"boss@example.com": ("sent", 1), "root@example.com": ("sent", 4)}
    assert server.recipients.count("boss@example.com") == 1


async def test_the_order_that_took_the_last_one_gets_an_order_event() -> None:
    await story.set_stock("SKU-0001", 6)
    placed = await story.order(await story.shopper(), SKU_0001=6)
    await story.drain()
    order = await story.see(placed)
    types = [event["type"] for event in order.events]
    assert types[types.index("order.confirmed") + 1 :][:1] == ["stock.depleted"]
    assert [event["sequence"] for event in order.events] == list(range(1, len(types) + 1))


async def recount(on_hand: int) -> None:
    product = (await story.one("SELECT public_id FROM product WHERE sku = 'SKU-0001'"))["public_id"]
    clerk = Actor("root@example.com", 1)
    await write(lambda tx: stock_adjustments.adjust(tx, clerk, product, on_hand=on_hand, reason="counted"))


async def test_a_count_typed_wrong_and_right_again_alarms_nobody() -> None:
    await make_user("root@example.com", role="admin")
    await recount(0)
    await story.drain()
    assert await alerts() == []
    await recount(40)
    await story.later()
    await story.drain()
    assert await alerts() == []
    await buy(36, "a", "a@example.com")
    assert [kind for kind, _ in await alerts()] == ["stock.low"]


async def test_a_count_that_stands_is_told_after_a_while() -> None:
    await make_user("root@example.com", role="admin")
    await recount(0)
    await recount(4)  # low, and not gone
    await story.later()
    await story.drain()
    assert [kind for kind, _ in await alerts()] == ["stock.low"]
    await recount(3)
    await story.later()
    await story.drain()
    assert [kind for kind, _ in await alerts()] == ["stock.low"]
    await story.books_are_clean()
