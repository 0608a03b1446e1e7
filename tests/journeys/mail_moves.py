"""What can happen between a mail's being owed and its leaving: how each kind comes to be owed, and each later move."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from models.accounts import accounts, email_links, password_resets
from models.accounts.account_record import StaffRole
from models.audit.audit_log import command
from models.catalog import product_changes
from models.checkout.checkout import Placed
from models.database import Transaction, read, write
from models.inventory import stock_adjustments
from models.jobs.ledger.job_kinds import BOOKS_CHECK, MAIL, QUEUES
from models.jobs.ledger.jobs import enqueue
from models.mail import mail_switches
from models.orders import guest_access
from models.orders.order_states import CancelReason
from models.payments import payment_circuit
from models.privacy import erasure
from models.sign_in import security_notices
from models.sign_in.security_notices import SecurityChange
from models.staff import customers
from models.webhooks import webhook_deliveries, webhook_endpoints
from pipelines.orders import fulfilment
from pipelines.orders.order_process import cancel
from tests.journeys import story
from tests.web.clients import make_user
from workers.job_attempt import attempt

BY = command("test")
ANN, BOSS, NEW = "ann@example.com", "boss@example.com", "new@example.com"
Verb = Callable[[], Awaitable[Any]]


async def work_orders(queues: Sequence[str] = ("orders",)) -> None:
    """Work everything but mail."""
    while claims := await story.claim_due(queues=queues):
        for claim in claims:
            await attempt(claim)


async def sql(statement: str, *values: Any) -> None:
    await write(lambda tx: tx.execute(statement, *values))


async def public_id(table: str, where: str = "TRUE") -> str:
    return str((await story.one(f"SELECT public_id FROM {table} WHERE {where}"))["public_id"])


async def person(email: str = ANN) -> accounts.Account:
    found = await read(lambda tx: accounts.find_by_email(tx, email))
    assert found is not None
    return found


# How mail comes to be owed


async def placed() -> Placed:
    """An order whose buyer has proved the address, decided, with its receipt owed."""
    account = await story.shopper(ANN)
    await sql("UPDATE users SET email_verified_at = 1")
    order = await story.order(account, SKU_0001=2)
    await work_orders()
    return order


async def moved(*verbs: str) -> None:
    """An order whose earlier mail was written; the mail of the last move is owed."""
    await placed()
    for verb in verbs:
        await story.drain()
        await ORDER_MOVES[verb]()


async def link_asked() -> None:
    """A guest's order, whose link somebody looks for."""
    await placed()
    await sql("UPDATE orders SET user_id = NULL, access_token_hash = ?", "f" * 64)
    await story.drain()
    await write(lambda tx: guest_access.ask_for_link(tx, "CW-10001", ANN))


async def order_act(verb: Callable[..., Awaitable[Any]], **more: Any) -> None:
    order_id = await public_id("orders")
    await write(lambda tx: verb(tx, order_id, BY, **more))


async def cancel_order() -> None:
    await write(lambda tx: cancel(tx, 1, actor="customer", reason=CancelReason.CUSTOMER))


async def ship() -> None:
    await order_act(fulfilment.ship, carrier="DHL", tracking="JD0146")


async def ship_and_deliver() -> None:
    await ship()
    await order_act(fulfilment.deliver)


async def refund_part() -> None:
    await order_act(fulfilment.refund, amount_cents=310)


async def refund_all() -> None:
    await order_act(fulfilment.refund)


ORDER_MOVES: dict[str, Verb] = {
    "ship": ship,
    "deliver": lambda: order_act(fulfilment.deliver),
    "cancel": cancel_order,
    "refund": refund_part,
}


async def two_admins() -> None:
    await make_user(BOSS, role="admin")
    await make_user("second@example.com", role="admin")


async def stock_falls(to: int) -> None:
    """An order leaves this many of a product whose threshold is 5; the admins are to be told."""
    await two_admins()
    await story.set_stock("SKU-0001", to + 1)
    await story.order(await story.shopper(ANN), SKU_0001=1)
    await work_orders()


async def webhook_disabled() -> None:
    await make_user(BOSS, role="admin")

    async def work(tx: Transaction) -> None:
        await webhook_endpoints.create(tx, BY, url="https://receiver.example/hook", events=["*"])
        await webhook_deliveries._disable(tx, 1, "the receiver answered 410")

    await write(work)


async def provider_silent() -> None:
    """The payment provider has not answered so often that payments are paused."""
    await two_admins()
    for _ in range(payment_circuit.FAILURES_TO_OPEN):
        await write(lambda tx: payment_circuit.failed(tx, "no answer in time"))


async def check_books(units: int = 0) -> None:
    """A check of the books while so many units are there that came from nowhere."""
    moved = "UPDATE inventory SET on_hand = on_hand + ? WHERE product_id = 1"
    await sql(moved, units)
    await write(lambda tx: enqueue(tx, BOOKS_CHECK, f"{units}"))
    await work_orders([queue.name for queue in QUEUES if queue is not MAIL])
    await sql(moved, -units)


async def books_wrong() -> None:
    """A check of the books found a violation."""
    await two_admins()
    await check_books(1)


async def reset_asked() -> None:
    await make_user(ANN)
    await write(lambda tx: password_resets.ask(tx, ANN))


async def verification_asked() -> None:
    account = await make_user(ANN)
    await write(lambda tx: email_links.ask(tx, account))


async def change_asked() -> None:
    account = await make_user(ANN)
    await write(lambda tx: email_links.ask_for_change(tx, account, NEW))


async def role_changed_again() -> None:
    await write(lambda tx: tx.execute("UPDATE users SET staff_role = 'owner', role = 'admin'"))


async def role_changed() -> None:
    account = await make_user(ANN)
    await write(lambda tx: security_notices.tell(tx, account, SecurityChange.ROLE, "Support"))


# What can happen then


async def nothing() -> None:
    pass


async def buy(quantity: int) -> None:
    await story.order(await story.shopper(f"buyer{quantity}@example.com"), key=f"more{quantity}", SKU_0001=quantity)
    await work_orders()


async def edit_product(**news: Any) -> None:
    product = await public_id("product", "sku = 'SKU-0001'")

    async def work(tx: Transaction) -> None:
        row = await tx.fetch_one("SELECT version FROM product WHERE public_id = ?", product)
        assert row is not None
        await product_changes.change(tx, BY, product, news, version=row["version"])

    await write(work)


async def retire_product() -> None:
    product = await public_id("product", "sku = 'SKU-0001'")
    await write(lambda tx: product_changes.retire(tx, BY, product))


async def restock(quantity: int) -> None:
    product = await public_id("product", "sku = 'SKU-0001'")
    await write(lambda tx: stock_adjustments.restock(tx, BY, product, quantity))


async def lower_threshold() -> None:
    await sql("UPDATE inventory SET low_stock_threshold = 1, is_low = FALSE WHERE product_id = 1")


async def change_email(email: str = ANN, to: str = NEW) -> None:
    """As the link does that was mailed to the new address."""
    account = await person(email)

    async def work(tx: Transaction) -> None:
        await email_links.issue(tx, account, email_links.CHANGE, to, "s" * 43)
        await email_links.use(tx, account, "s" * 43)

    await write(work)


async def change_password() -> None:
    account = await person()
    assert await write(lambda tx: accounts.change_password(tx, account, "another hash"))


async def switch_off(email: str = ANN) -> None:
    account = await person(email)
    await write(lambda tx: customers.set_active(tx, account.public_id, is_active=False, actor=BY))


async def erase() -> None:
    account = await person()
    await write(lambda tx: erasure.erase(tx, account, BY))


async def switch_kinds_off() -> None:
    """Every kind of mail that can be."""
    for kind in mail_switches.OPTIONAL:
        await write(partial(mail_switches.switch, actor=BY, kind=kind, is_on=False))


async def demote(email: str = BOSS) -> None:
    account = await person(email)
    await write(lambda tx: customers.set_role(tx, account.public_id, StaffRole.NONE, actor=BY))


async def end_links() -> None:
    """Every link that was mailed was used, or its time is over."""
    await sql("UPDATE password_reset SET expires_at = 1")
    await sql("UPDATE email_link SET expires_at = 1")


async def end_order_link() -> None:
    """A guest's link to the order opens no longer."""
    await sql("UPDATE orders SET created_at = created_at - ?", guest_access.GOOD_FOR_MS)


async def provider_answers() -> None:
    await write(payment_circuit.answered)


async def edit_address() -> None:
    """The order's address is another one by now."""
    await sql("UPDATE orders SET shipping_address = replace(shipping_address, '1 Mill Lane', '2 Hill Road')")


async def set_webhook(**news: Any) -> None:
    endpoint = await public_id("webhook_endpoint")
    await write(lambda tx: webhook_endpoints.change(tx, BY, endpoint, news))


async def delete_webhook() -> None:
    endpoint = await public_id("webhook_endpoint")
    await write(lambda tx: webhook_endpoints.delete(tx, BY, endpoint))


async def ask_for_another() -> None:
    account = await person()
    await write(lambda tx: email_links.issue(tx, account, email_links.CHANGE, "third@example.com", "t" * 43))


async def take_address() -> None:
    await make_user(NEW)
