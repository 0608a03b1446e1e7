"""A customer as the people of the shop see them: account, orders, money, addresses, logins and notes."""

from dataclasses import dataclass

from models.accounts import address_book, logins
from models.accounts.account_record import Role
from models.accounts.address_book import AddressBookEntry
from models.accounts.logins import ActiveLogin
from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Row, Transaction
from models.orders import order_lists
from models.orders.order_lists import Summary
from models.orders.shipments import Note
from models.shared.errors import Invalid, NotFound
from models.shared.paging import Page
from models.staff import customers
from models.staff.customers import Customer

LONGEST_NOTE = 2000
LATEST_ORDERS = 10
MOST_NOTES = 100
FIND = "SELECT id, role, email_verified_at FROM users WHERE public_id = ?"
NOTES = "SELECT author, text, created_at AS at FROM account_note WHERE user_id = ? ORDER BY id DESC LIMIT ?"
LEAVE_NOTE = "INSERT INTO account_note (user_id, author, text, created_at) VALUES (?, ?, ?, ?)"
PAID = """
SELECT count(*) AS orders, CAST(coalesce(sum(total_cents), 0) AS BIGINT) AS cents FROM orders
WHERE user_id = ? AND status IN ('confirmed', 'shipped', 'delivered')
"""


@dataclass(frozen=True, slots=True)
class CustomerDetail:
    """Everything on the page."""

    account: Customer
    email_verified_at: int | None
    average_cents: int  # of the orders that were paid for, as in the analytics; 0 without one
    orders: Page[Summary]
    addresses: list[AddressBookEntry]
    logins: list[ActiveLogin]
    notes: list[Note]


async def find(tx: Transaction, public_id: str) -> CustomerDetail:
    """The account with this public id. Raises NotFound."""
    row = await _row(tx, public_id)
    paid = await tx.fetch_one(PAID, row["id"])
    return CustomerDetail(
        account=await customers.find(tx, public_id),
        email_verified_at=row["email_verified_at"],
        average_cents=round(paid["cents"] / paid["orders"]) if paid and paid["orders"] else 0,
        orders=await order_lists.own_orders(tx, row["id"], per_page=LATEST_ORDERS),
        addresses=await address_book.book(tx, row["id"]),
        logins=await logins.of_account(tx, row["id"], Role(row["role"]), this_secret=""),
        notes=[Note(note["author"], note["text"], note["at"]) for note in await tx.fetch(NOTES, row["id"], MOST_NOTES)],
    )


async def leave_note(tx: Transaction, public_id: str, actor: Actor, text: str) -> None:
    """Add an internal note, which the customer never sees. Raises NotFound, Invalid."""
    text = text.strip()
    if not 0 < len(text) <= LONGEST_NOTE:
        words = f"A note has 1 to {LONGEST_NOTE} characters."
        raise Invalid.field("text", "out_of_range", words)
    row = await _row(tx, public_id)
    await tx.execute(LEAVE_NOTE, row["id"], actor.name, text, tx.now)
    await audit_log.record(tx, actor, "account.note", ("account", public_id), after={"text": text})


async def _row(tx: Transaction, public_id: str) -> Row:
    row = await tx.fetch_one(FIND, public_id) if public_id.isalnum() else None
    if row is None:
        raise NotFound("There is no such account.")
    return row
