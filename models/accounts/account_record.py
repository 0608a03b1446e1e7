"""An account, and the two roles there are."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an account may do: buy, or run the shop too."""

    CUSTOMER = "customer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Account:
    """One row of `users`, as it is now."""

    id: int
    public_id: str
    email: str
    name: str
    password_hash: str
    role: Role
    must_change_password: bool
    is_active: bool
    token_version: int
    created_at: int
    email_verified_at: int | None  # None until the owner of the address has answered a mail

    @property
    def is_admin(self) -> bool:
        return self.role == Role.ADMIN
