"""Who our mail comes from and where its links lead; set once when a worker starts."""

from email.utils import parseaddr
from typing import ClassVar


class Outbox:
    """The sender of this process's mail."""

    sender: ClassVar[str] = "Cartwright <shop@localhost.localdomain>"
    public_url: ClassVar[str] = "http://localhost:5566"

    @classmethod
    def set_up(cls, *, sender: str, public_url: str) -> None:
        cls.sender, cls.public_url = sender, public_url

    @classmethod
    def message_id(cls, kind: str, subject: str) -> str:
        """The Message-ID of the one message of this kind about this subject: the same for ever."""
        domain = parseaddr(cls.sender)[1].partition("@")[2]
        return f"<{kind}.{subject}.1@{domain}>"
