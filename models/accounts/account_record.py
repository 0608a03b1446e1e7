"""An account, whose it is: a customer's or one of the people of the shop, who have a role each."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Whose account it is: a customer's, or one of the people of the shop."""

    CUSTOMER = "customer"
    ADMIN = "admin"


class StaffRole(StrEnum):
    """What one of the people of the shop does (`models/staff/staff_roles.py` says what each may)."""

    NONE = ""  # a customer, or an admin made by a release without roles
    OWNER = "owner"
    CATALOGUE = "catalogue"
    ORDERS = "orders"
    SUPPORT = "support"
    READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class Account:
    """One row of `users`, as it is now."""

    id: int
    public_id: str
    email: str
    name: str
    password_hash: str
    role: Role
    staff_role: StaffRole
    must_change_password: bool
    has_second_factor: bool
    is_active: bool
    token_version: int
    created_at: int
    email_verified_at: int | None  # None until the owner of the address has answered a mail

    @property
    def is_admin(self) -> bool:
        return self.role == Role.ADMIN
