"""What the API says of one's own account: logins, named tokens, and everything the shop knows."""

from typing import Any, Literal

from pydantic import Field

from web.api.schemas.common_schemas import Document, Id, Moment


class LoginDocument(Document):
    """One place where the account is signed in."""

    id: str
    device: str = Field(description="what the browser said of itself; empty for a program")
    is_program: bool
    created_at: Moment
    seen_at: Moment


class LoginList(Document):
    """All logins that hold."""

    items: list[LoginDocument]


class NamedTokenDocument(Document):
    """A named token."""

    id: Id
    name: str
    scope: Literal["read", "shop", "staff"]
    created_at: Moment
    expires_at: Moment
    used_at: Moment | None
    token: str | None = Field(default=None, description="once, when it is made")


class NamedTokenList(Document):
    """All tokens that have not ended."""

    items: list[NamedTokenDocument]


class PersonalData(Document):
    """Everything the shop knows about the owner of the account."""

    made_at: Moment
    account: dict[str, Any]
    addresses: list[dict[str, Any]]
    orders: list[dict[str, Any]]
    cart: list[dict[str, Any]]
    mails: list[dict[str, Any]]
    notes_of_the_shop: list[dict[str, Any]]
    logins: list[dict[str, Any]]
    second_factors: dict[str, Any]
    api_tokens: list[dict[str, Any]]
    audit_log: list[dict[str, Any]]
