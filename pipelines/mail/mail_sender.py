"""Who our mail comes from, where its links lead and how long its words are kept; set once when a worker starts."""

from email.utils import parseaddr
from typing import ClassVar

from models.orders.guest_access import token_of


class Outbox:
    """The sender of this process's mail."""

    sender: ClassVar[str] = "Cartwright <shop@localhost.localdomain>"
    public_url: ClassVar[str] = "http://localhost:5566"

    order_keys: ClassVar[tuple[bytes, ...]] = ()
    keep_days: ClassVar[int] = 90

    @classmethod
    def set_up(cls, *, sender: str, public_url: str, order_keys: tuple[bytes, ...] = (), keep_days: int = 90) -> None:
        cls.sender, cls.public_url, cls.order_keys = sender, public_url, order_keys
        cls.keep_days = keep_days

    @classmethod
    def contact(cls) -> str:
        """Where questions about a message go: the address it comes from."""
        return parseaddr(cls.sender)[1]

    @classmethod
    def order_url(cls, order_id: str, access_token_hash: str | None) -> str:
        """Where an order is to be seen; with the key of it, if it was placed without an account."""
        token = token_of(cls.order_keys, order_id, access_token_hash) if access_token_hash else None
        return f"{cls.public_url}/orders/{order_id}" + (f"?key={token}" if token else "")

    @classmethod
    def message_id(cls, kind: str, subject: str) -> str:
        """The Message-ID of the one message of this kind about this subject: the same for ever."""
        domain = parseaddr(cls.sender)[1].partition("@")[2]
        return f"<{kind}.{subject}.1@{domain}>"
