"""How hard each kind of job is tried: one table that the ledger reads and `cartwright jobs` prints.

The wait before attempt n+1 is drawn evenly from 0 to min(cap, base * 2^(n-1)) and is never under a second (full
jitter; M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
"""

import random
from dataclasses import dataclass
from typing import NamedTuple


class QueueSettings(NamedTuple):
    """A queue of jobs. A worker serves the lanes it was given in this order, lowest priority number first."""

    name: str
    priority: int
    linger_ms: int = 0  # how long an idle worker lets such jobs gather, so that one commit claims several


ORDERS = QueueSettings("orders", 10)
MAIL = QueueSettings("mail", 20, linger_ms=50)
WEBHOOKS = QueueSettings("webhooks", 30, linger_ms=50)
MAINTENANCE = QueueSettings("maintenance", 40)
QUEUES = (ORDERS, MAIL, WEBHOOKS, MAINTENANCE)

LONGEST_DEFERRAL_SECONDS = 600.0


@dataclass(frozen=True)
class Kind:
    """One kind of job: its lane, its attempts and the waits between them, and how long one attempt may take."""

    name: str
    lane: QueueSettings
    purpose: str
    max_attempts: int
    base_seconds: float
    cap_seconds: float
    time_limit_seconds: float
    every_seconds: int | None = None  # of a timetable entry
    concerns_order: bool = False  # when it dies, its order is put under review
    waits_seconds: tuple[float, ...] = ()  # a schedule instead, each wait 20 % shorter or longer
    shown: tuple[str, ...] = ()  # the arguments people may see; any other is masked

    @property
    def longest_wait_seconds(self) -> float:
        """No attempt is further from the one before it."""
        return max(self.cap_seconds, *(wait * 1.2 for wait in self.waits_seconds), LONGEST_DEFERRAL_SECONDS)

    def backoff_seconds(self, attempt: int, draw: random.Random) -> float:
        """How long to wait after the failure of `attempt` (from 1)."""
        if self.waits_seconds:
            return self.waits_seconds[min(attempt, len(self.waits_seconds)) - 1] * draw.uniform(0.8, 1.2)
        ceiling = min(self.cap_seconds, self.base_seconds * 2 ** (attempt - 1))
        return max(1.0, draw.uniform(0, ceiling))


MINUTE, HOUR = 60, 3600
ORDER_PROCESS = Kind(
    "order.process", ORDERS, "walk an order to its decision", 12, 2, 10 * MINUTE, 60, concerns_order=True
)
PAYMENT_REFUND = Kind(
    "payment.refund", ORDERS, "give the money of an order back", 12, 2, 10 * MINUTE, 60, concerns_order=True
)
MAIL_ORDER = Kind("mail.order", MAIL, "tell the buyer about an order", 12, 30, 4 * HOUR, 60, shown=("message",))
MAIL_RESET = Kind("mail.reset", MAIL, "mail a link to choose a new password", 8, 15, 10 * MINUTE, 60)
MAIL_ADDRESS = Kind(
    "mail.address", MAIL, "mail a link that proves an address", 8, 15, 10 * MINUTE, 60, shown=("message",)
)
MAIL_AGAIN = Kind("mail.again", MAIL, "hand a stored mail over once more", 12, 30, 4 * HOUR, 60)
STOCK_ALERT = Kind(
    "stock.alert", MAIL, "tell the admins that stock is low or gone", 6, MINUTE, HOUR, 60, shown=("level",)
)
WEBHOOK_DELIVER = Kind(
    "webhook.deliver",
    WEBHOOKS,
    "post an event to a receiver",
    *(10, 5, 24 * HOUR, 30),
    waits_seconds=(5, 5 * MINUTE, 30 * MINUTE, *(hours * HOUR for hours in (2, 5, 10, 14, 20, 24))),
)
WEBHOOK_ALERT = Kind("webhook.alert", MAIL, "tell the admins that an endpoint was disabled", 6, MINUTE, HOUR, 60)
HOLDS_EXPIRE = Kind(
    "holds.expire", MAINTENANCE, "free stock held for orders never paid", 3, 5, 30, 60, every_seconds=60
)
BOOKS_CHECK = Kind(
    "books.check", MAINTENANCE, "check the books as doctor does", 3, 5, 30, 10 * MINUTE, every_seconds=5 * MINUTE
)
LEFTOVERS_PURGE = Kind(
    "leftovers.purge",
    MAINTENANCE,
    "delete expired keys, logins, links, old carts and lost workers",
    3,
    30,
    HOUR,
    60,
    every_seconds=HOUR,
)
JOBS_BATCH = Kind(
    "jobs.batch", MAINTENANCE, "retry, cancel or discard the jobs an admin chose", 12, 2, MINUTE, 60, shown=("batch",)
)
FIGURES_ROLL = Kind("figures.roll", MAINTENANCE, "add up what the charts of jobs show", 3, 5, 30, 60, every_seconds=60)

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        ORDER_PROCESS,
        PAYMENT_REFUND,
        MAIL_ORDER,
        MAIL_RESET,
        MAIL_ADDRESS,
        STOCK_ALERT,
        WEBHOOK_DELIVER,
        WEBHOOK_ALERT,
        HOLDS_EXPIRE,
        BOOKS_CHECK,
        LEFTOVERS_PURGE,
        MAIL_AGAIN,
        JOBS_BATCH,
        FIGURES_ROLL,
    )
}
TIMETABLE = tuple(kind for kind in KINDS.values() if kind.every_seconds)
