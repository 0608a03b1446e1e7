"""What the people of the shop may do: permissions, and the roles that hold them. Deny by default."""

from enum import StrEnum
from typing import Protocol

from models.accounts.account_record import Role, StaffRole
from models.database import Transaction, fetch_column


class Permission(StrEnum):
    """One kind of thing that staff do; the words say what the holder may do."""

    OVERVIEW = "see the overview"
    SEE_CATALOGUE = "see products and stock"
    CHANGE_CATALOGUE = "change products and stock"
    SEE_ORDERS = "see orders"
    CHANGE_ORDERS = "ship, deliver and cancel orders"
    REFUND = "refund orders"
    HELP_CUSTOMERS = "change shipping addresses and leave notes"
    SEE_CUSTOMERS = "see customers"
    MANAGE_PEOPLE = "disable accounts and change roles"
    SEE_FIGURES = "see analytics"
    SEE_JOBS = "see jobs"
    RUN_JOBS = "retry, discard and pause jobs"
    SEE_MAIL = "see mail"
    RESEND_MAIL = "send mail again"
    SEE_BOOKS = "see the integrity checks"
    MEND_BOOKS = "compare the books and settle differences"
    SEE_AUDIT = "see the audit log"
    SEE_SETTINGS = "see shipping methods and webhooks"
    CHANGE_SETTINGS = "change shipping methods and webhooks"


IS_OWNER = "role = 'admin' AND staff_role IN ('owner', '')"  # in SQL; see `role_of`
P = Permission
SEEING = frozenset(each for each in Permission if each is P.OVERVIEW or each.name.startswith("SEE_"))
GRANTS = {
    StaffRole.NONE: frozenset[Permission](),
    StaffRole.OWNER: frozenset(Permission),
    StaffRole.CATALOGUE: frozenset({P.OVERVIEW, P.SEE_CATALOGUE, P.CHANGE_CATALOGUE}),
    StaffRole.ORDERS: frozenset(
        {P.OVERVIEW, P.SEE_CATALOGUE, P.SEE_ORDERS, P.CHANGE_ORDERS, P.REFUND, P.HELP_CUSTOMERS, P.SEE_CUSTOMERS}
        | {P.SEE_FIGURES, P.SEE_JOBS, P.SEE_MAIL, P.RESEND_MAIL}
    ),
    StaffRole.SUPPORT: frozenset(
        {P.OVERVIEW, P.SEE_CATALOGUE, P.SEE_ORDERS, P.HELP_CUSTOMERS, P.SEE_CUSTOMERS, P.SEE_JOBS}
        | {P.SEE_MAIL, P.RESEND_MAIL}
    ),
    StaffRole.READ_ONLY: SEEING,
}
NAMES = {
    StaffRole.OWNER: "Owner",
    StaffRole.CATALOGUE: "Catalogue",
    StaffRole.ORDERS: "Orders",
    StaffRole.SUPPORT: "Support",
    StaffRole.READ_ONLY: "Read-only",
}
SUMMARIES = {
    StaffRole.OWNER: "everything",
    StaffRole.CATALOGUE: "products, categories, pictures and stock",
    StaffRole.ORDERS: "shipping, cancelling, refunds, customers and mail",
    StaffRole.SUPPORT: "orders and customers to look at, addresses, notes and mail",
    StaffRole.READ_ONLY: "everything to look at, nothing to change",
}


class Staff(Protocol):
    """Whatever names a role: an account, or a row of a list of them."""

    @property
    def role(self) -> Role: ...
    @property
    def staff_role(self) -> StaffRole: ...


def role_of(account: Staff | None) -> StaffRole:
    """The account's role as staff; `NONE` for customers and strangers.

    An admin without one was made by a release that knew no roles, where every admin could do everything.
    """
    if account is None or account.role != Role.ADMIN:
        return StaffRole.NONE
    return account.staff_role if account.staff_role is not StaffRole.NONE else StaffRole.OWNER


def is_allowed(account: Staff | None, permission: Permission) -> bool:
    """Whether the account's role holds the permission."""
    return permission in GRANTS[role_of(account)]


def refusal_words(role: StaffRole, permission: Permission) -> str:
    """Why somebody with this role is refused, and whose role would do."""
    holders = [NAMES[each] for each in NAMES if permission in GRANTS[each]]
    able = " or ".join([", ".join(holders[:-1]), holders[-1]]) if len(holders) > 1 else holders[0]
    return f"To {permission} takes the role {able}. Yours is {NAMES[role]}."


async def addresses(tx: Transaction, permission: Permission) -> list[str]:
    """The e-mail addresses of those who hold the permission and can sign in."""
    roles = [role for role, granted in GRANTS.items() if permission in granted]
    marks = ", ".join("?" * (len(roles) + 1))
    sql = f"SELECT email FROM users WHERE role = 'admin' AND staff_role IN ({marks}) AND is_active ORDER BY id"  # noqa: S608
    return await fetch_column(tx, str, sql, *roles, StaffRole.NONE)  # without one: an owner, see `role_of`
