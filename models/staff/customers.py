"""Accounts as the people of the shop see them: found, switched off and on, given a role. The last owner stays."""

from dataclasses import dataclass

from models.accounts import accounts
from models.accounts.account_record import Account, Role, StaffRole
from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction, fetch_all, fetch_column, fetch_count, fetch_first
from models.shared.email_addresses import kept_form
from models.shared.errors import IllegalTransition, Invalid, NotFound
from models.shared.paging import Page
from models.staff.staff_roles import IS_OWNER, role_of

LAST_CHARACTER = "\U0010ffff"
LONGEST_SEARCH = 254
LIST = """
SELECT u.public_id AS id, u.email, u.name, u.role, u.staff_role, u.is_active, u.must_change_password, u.created_at,
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
    role: Role
    staff_role: StaffRole
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
        raise Invalid.field("q", "too_long", words)
    where, values = ("WHERE u.email >= ? AND u.email < ?", [text, text + LAST_CHARACTER]) if text else ("", [])
    total = await fetch_count(tx, f"SELECT count(*) FROM users u {where}", *values)  # noqa: S608  ours
    found = await fetch_all(tx, Customer, LIST.format(where=where), *values, per_page, (page - 1) * per_page)
    return Page(found, page, per_page, total)


async def find(tx: Transaction, public_id: str) -> Customer:
    """The account with this public id. Raises NotFound."""
    found = await fetch_first(tx, Customer, LIST.format(where="WHERE u.public_id = ?"), public_id, 1, 0)
    if found is None:
        raise NotFound("There is no such account.")
    return found


async def set_active(tx: Transaction, public_id: str, *, is_active: bool, actor: Actor) -> None:
    """Switch an account off, which ends its logins, or on again.

    Raises:
        NotFound: there is none.
        IllegalTransition: it is the last owner who can sign in.
    """
    account = await _find(tx, public_id)
    if not is_active:
        await _refuse_last_owner(tx, account)
    await accounts.set_active(tx, account.id, is_active=is_active)
    action = "account.enable" if is_active else "account.disable"
    before, after = {"is_active": account.is_active}, {"is_active": is_active}
    await audit_log.record(tx, actor, action, ("account", public_id), before=before, after=after)


async def set_role(tx: Transaction, public_id: str, staff_role: StaffRole, *, actor: Actor) -> None:
    """Give an account a role as staff, or make it a customer's (`NONE`); its logins end, so that it holds at once.

    Nobody knows how long a customer's password is: a new admin chooses one that is fit for admins at the next login.

    Raises:
        NotFound: there is none.
        IllegalTransition: it is the last owner who can sign in.
    """
    account = await _find(tx, public_id)
    before = role_of(account)
    if staff_role == before:
        return
    if staff_role != StaffRole.OWNER:
        await _refuse_last_owner(tx, account)
    role = Role.CUSTOMER if staff_role == StaffRole.NONE else Role.ADMIN
    is_new = role == Role.ADMIN and not account.is_admin
    await tx.execute(
        "UPDATE users SET role = ?, staff_role = ?, must_change_password = (must_change_password OR ?), updated_at = ?"
        " WHERE id = ?",
        *(role, staff_role, is_new, tx.now, account.id),
    )
    await accounts.set_active(tx, account.id, is_active=account.is_active)
    sides = [{"role": account.role, "staff_role": before}, {"role": role, "staff_role": staff_role}]
    await audit_log.record(tx, actor, "account.role", ("account", public_id), before=sides[0], after=sides[1])


async def _find(tx: Transaction, public_id: str) -> Account:
    lock = " FOR UPDATE" if tx.dialect == "postgres" else ""
    account = await fetch_first(tx, Account, f"SELECT * FROM users WHERE public_id = ?{lock}", public_id)  # noqa: S608
    if account is None:
        raise NotFound("There is no such account.")
    return account


async def _refuse_last_owner(tx: Transaction, account: Account) -> None:
    """On PostgreSQL all owners are locked, so that two of them cannot end each other."""
    lock = " FOR UPDATE" if tx.dialect == "postgres" else ""
    sql = f"SELECT id FROM users WHERE {IS_OWNER} AND is_active ORDER BY id{lock}"  # noqa: S608  ours
    if await fetch_column(tx, int, sql) == [account.id]:
        words = "This is the last owner who can sign in. Make somebody else owner first."
        raise IllegalTransition(words, title="The last owner has to stay", allowed=[])
