"""Accounts as the people of the shop see them: found, switched off and on, made admin or not. The last admin stays."""

from dataclasses import dataclass
from typing import Any

from models.accounts import accounts
from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Row, Transaction
from models.shared.email_addresses import kept_form
from models.shared.errors import FieldError, IllegalTransition, Invalid, NotFound
from models.shared.paging import Page

LAST_CHARACTER = "\U0010ffff"
LONGEST_SEARCH = 254
LIST = """
SELECT u.public_id, u.email, u.name, u.role, u.is_active, u.must_change_password, u.created_at,
    (SELECT count(*) FROM orders o WHERE o.user_id = u.id) AS orders,
    CAST((SELECT coalesce(sum(o.total_cents), 0) FROM orders o WHERE o.user_id = u.id
        AND o.status IN ('confirmed', 'shipped', 'delivered')) - (SELECT coalesce(sum(g.amount_cents), 0) FROM refund g
        JOIN orders o ON o.id = g.order_id WHERE o.user_id = u.id AND g.state = 'refunded'
        AND o.status IN ('confirmed', 'shipped', 'delivered')) AS BIGINT) AS cents
FROM users u {where} ORDER BY u.id DESC LIMIT ? OFFSET ?
"""


@dataclass(frozen=True, slots=True)
class Customer:
    """One account with what it has ordered; `cents` is what it was charged and has not been given back."""

    id: str
    email: str
    name: str
    role: str
    is_active: bool
    must_change_password: bool
    created_at: int
    orders: int
    cents: int


async def list_customers(tx: Transaction, *, q: str = "", page: int = 1, per_page: int = 20) -> Page[Customer]:
    """Accounts whose e-mail begins with `q`, newest first. Raises Invalid."""
    text = kept_form(q.strip())
    if len(text) > LONGEST_SEARCH or not text.isprintable():
        words = f"Search for at most {LONGEST_SEARCH} characters."
        raise Invalid(words, errors=[FieldError("q", "too_long", words)])
    where, values = ("WHERE u.email >= ? AND u.email < ?", [text, text + LAST_CHARACTER]) if text else ("", [])
    total = await tx.fetch_one(f"SELECT count(*) AS users FROM users u {where}", *values)  # noqa: S608  ours
    rows = await tx.fetch(LIST.format(where=where), *values, per_page, (page - 1) * per_page)
    return Page([_customer(row) for row in rows], page, per_page, total["users"] if total else 0)


async def find(tx: Transaction, public_id: str) -> Customer:
    """The account with this public id. Raises NotFound."""
    rows = await tx.fetch(LIST.format(where="WHERE u.public_id = ?"), public_id, 1, 0)
    if not rows:
        raise NotFound("There is no such account.")
    return _customer(rows[0])


async def set_active(tx: Transaction, public_id: str, *, is_active: bool, actor: Actor) -> None:
    """Switch an account off, which ends its logins, or on again.

    Raises:
        NotFound: there is none.
        IllegalTransition: it is the last admin who can sign in.
    """
    row = await _find(tx, public_id)
    if not is_active:
        await _refuse_last_admin(tx, row)
    await accounts.set_active(tx, row["id"], is_active=is_active)
    action = "account.enable" if is_active else "account.disable"
    before, after = {"is_active": bool(row["is_active"])}, {"is_active": is_active}
    await audit_log.record(tx, actor, action, ("account", public_id), before=before, after=after)


async def set_role(tx: Transaction, public_id: str, role: str, *, actor: Actor) -> None:
    """Make an account an admin's or a customer's; its logins end, so that the new role holds everywhere at once.

    Nobody knows how long a customer's password is: a new admin chooses one that is fit for admins at the next login.

    Raises:
        NotFound: there is none.
        IllegalTransition: it is the last admin who can sign in.
    """
    row = await _find(tx, public_id)
    if role == row["role"]:
        return
    if role != "admin":
        await _refuse_last_admin(tx, row)
    await tx.execute(
        "UPDATE users SET role = ?, must_change_password = (must_change_password OR ?), updated_at = ? WHERE id = ?",
        *(role, role == "admin", tx.now, row["id"]),
    )
    await accounts.set_active(tx, row["id"], is_active=bool(row["is_active"]))
    before, after = {"role": row["role"]}, {"role": role}
    await audit_log.record(tx, actor, "account.role", ("account", public_id), before=before, after=after)


async def _find(tx: Transaction, public_id: str) -> Row:
    lock = " FOR UPDATE" if tx.dialect == "postgres" else ""
    row = await tx.fetch_one(f"SELECT id, role, is_active FROM users WHERE public_id = ?{lock}", public_id)  # noqa: S608
    if row is None:
        raise NotFound("There is no such account.")
    return row


async def _refuse_last_admin(tx: Transaction, row: Row) -> None:
    """On PostgreSQL all admins are locked, so that two of them cannot end each other."""
    lock = " FOR UPDATE" if tx.dialect == "postgres" else ""
    admins = await tx.fetch(f"SELECT id FROM users WHERE role = 'admin' AND is_active ORDER BY id{lock}")  # noqa: S608
    if [admin["id"] for admin in admins] == [row["id"]]:
        words = "This is the last admin who can sign in. Make somebody else admin first."
        raise IllegalTransition(words, title="The last admin has to stay", allowed=[])


def _customer(row: Row) -> Customer:
    plain: dict[str, Any] = {name: row[name] for name in ("email", "name", "role", "created_at", "orders", "cents")}
    return Customer(
        id=row["public_id"],
        is_active=bool(row["is_active"]),
        must_change_password=bool(row["must_change_password"]),
        **plain,
    )
