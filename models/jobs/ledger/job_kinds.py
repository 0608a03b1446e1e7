"""The kinds of jobs with their queues, attempts, waits and time limits; `cartwright jobs --kinds` prints them.

The wait before attempt n+1 is uniform between 0 and min(cap, base * 2^(n-1)), but at least a second (full jitter;
M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
"""

import random
from dataclasses import dataclass
from typing import NamedTuple


class QueueSettings(NamedTuple):
    """A queue of jobs. A worker serves its queues in this order, the lowest priority number first.

    The admin banner warns when this share of its attempts fails, or its oldest due job has waited this long.
    """

    name: str
    priority: int
    batch_delay_ms: int = 0  # how long an idle worker waits for more such jobs, so that one commit claims several
    failure_share: float = 0.25
    oldest_seconds: int = 300


ORDERS = QueueSettings("orders", 10, failure_share=0.1, oldest_seconds=60)
MAIL = QueueSettings("mail", 20, batch_delay_ms=50)
WEBHOOKS = QueueSettings("webhooks", 30, batch_delay_ms=50)
MAINTENANCE = QueueSettings("maintenance", 40, oldest_seconds=900)
QUEUES = (ORDERS, MAIL, WEBHOOKS, MAINTENANCE)

LONGEST_DEFERRAL_SECONDS = 600.0
REST_MS = 60_000  # of a webhook's receiver after failures in a row


@dataclass(frozen=True)
class Kind:
    """One kind of job: its queue, its attempts, the waits between them, and the time limit of an attempt."""

    name: str
    queue: QueueSettings
    purpose: str
    max_attempts: int
    base_seconds: float
    cap_seconds: float
    time_limit_seconds: float = 60
    every_seconds: int | None = None  # set for kinds of the timetable
    concerns_order: bool = False  # when it dies, its order goes under review
    waits_seconds: tuple[float, ...] = ()  # fixed waits instead of base and cap, each ±20 %
    shown: tuple[str, ...] = ()  # the arguments shown to admins; others are masked

    @property
    def longest_wait_seconds(self) -> float:
        """The longest time between two attempts."""
        return max(self.cap_seconds, *(wait * 1.2 for wait in self.waits_seconds), LONGEST_DEFERRAL_SECONDS)

    def backoff_seconds(self, attempt: int, draw: random.Random) -> float:
        """Seconds to wait after the failure of `attempt` (from 1)."""
        if self.waits_seconds:
            return self.waits_seconds[min(attempt, len(self.waits_seconds)) - 1] * draw.uniform(0.8, 1.2)
        ceiling = min(self.cap_seconds, self.base_seconds * 2 ** (attempt - 1))
        return max(1.0, draw.uniform(0, ceiling))


MINUTE, HOUR = 60, 3600
ORDER_PROCESS = Kind(
    "order.process",
    ORDERS,
    "run an order to its decision",
    max_attempts=12,
    base_seconds=2,
    cap_seconds=10 * MINUTE,
    concerns_order=True,
)
PAYMENT_REFUND = Kind(
    "payment.refund",
    ORDERS,
    "refund the payment of an order",
    max_attempts=12,
    base_seconds=2,
    cap_seconds=10 * MINUTE,
    concerns_order=True,
)
PAYMENT_RETURN = Kind(
    "payment.return",
    ORDERS,
    "refund a charge without an order",
    max_attempts=12,
    base_seconds=2,
    cap_seconds=10 * MINUTE,
)
MAIL_ORDER = Kind(
    "mail.order",
    MAIL,
    "mail the buyer about an order",
    max_attempts=12,
    base_seconds=30,
    cap_seconds=4 * HOUR,
    shown=("message",),
)
MAIL_RESET = Kind(
    "mail.reset", MAIL, "mail a link to choose a new password", max_attempts=8, base_seconds=15, cap_seconds=10 * MINUTE
)
MAIL_ADDRESS = Kind(
    "mail.address",
    MAIL,
    "mail a link that proves an address",
    max_attempts=8,
    base_seconds=15,
    cap_seconds=10 * MINUTE,
    shown=("message",),
)
MAIL_LOOKUP = Kind(
    "mail.lookup", MAIL, "mail the link to an order", max_attempts=8, base_seconds=15, cap_seconds=10 * MINUTE
)
MAIL_AGAIN = Kind(
    "mail.again", MAIL, "send a stored mail again", max_attempts=12, base_seconds=30, cap_seconds=4 * HOUR
)
STOCK_ALERT = Kind(
    "stock.alert",
    MAIL,
    "mail the admins that stock is low or gone",
    max_attempts=6,
    base_seconds=MINUTE,
    cap_seconds=HOUR,
    shown=("level",),
)
WEBHOOK_DELIVER = Kind(
    "webhook.deliver",
    WEBHOOKS,
    "post an event to a receiver",
    max_attempts=10,
    base_seconds=5,
    cap_seconds=24 * HOUR,
    time_limit_seconds=30,
    waits_seconds=(5, 5 * MINUTE, 30 * MINUTE, *(hours * HOUR for hours in (2, 5, 10, 14, 20, 24))),
)
WEBHOOK_ALERT = Kind(
    "webhook.alert",
    MAIL,
    "mail the admins that an endpoint was disabled",
    max_attempts=6,
    base_seconds=MINUTE,
    cap_seconds=HOUR,
)
PAYMENT_ALERT = Kind(
    "payment.alert",
    MAIL,
    "mail the admins that the payment provider does not answer",
    max_attempts=6,
    base_seconds=MINUTE,
    cap_seconds=HOUR,
)
INTEGRITY_ALERT = Kind(
    "integrity.alert",
    MAIL,
    "mail the admins that the books are wrong",
    max_attempts=6,
    base_seconds=MINUTE,
    cap_seconds=HOUR,
)
RESERVATIONS_EXPIRE = Kind(
    "reservations.expire",
    MAINTENANCE,
    "cancel unpaid orders whose reservation expired",
    max_attempts=3,
    base_seconds=5,
    cap_seconds=30,
    every_seconds=MINUTE,
)
BOOKS_CHECK = Kind(
    "books.check",
    MAINTENANCE,
    "check the invariants as doctor does",
    max_attempts=3,
    base_seconds=5,
    cap_seconds=30,
    time_limit_seconds=10 * MINUTE,
    every_seconds=5 * MINUTE,
)
PAYMENT_RECONCILE = Kind(
    "payment.reconcile",
    MAINTENANCE,
    "compare every payment with the provider's book",
    max_attempts=6,
    base_seconds=MINUTE,
    cap_seconds=HOUR,
    time_limit_seconds=10 * MINUTE,
    every_seconds=24 * HOUR,
    shown=("run", "granted", "after"),
)
RETENTION_PURGE = Kind(
    "retention.purge",
    MAINTENANCE,
    "delete what is past its published age",
    max_attempts=3,
    base_seconds=30,
    cap_seconds=HOUR,
    every_seconds=HOUR,
)
JOBS_BATCH = Kind(
    "jobs.batch",
    MAINTENANCE,
    "retry, cancel or discard the jobs an admin chose",
    max_attempts=12,
    base_seconds=2,
    cap_seconds=MINUTE,
    shown=("batch",),
)
FIGURES_ROLL = Kind(
    "figures.roll",
    MAINTENANCE,
    "add up the figures of the job charts",
    max_attempts=3,
    base_seconds=5,
    cap_seconds=30,
    every_seconds=MINUTE,
)
BACKUP_MAKE = Kind(
    "backup.make",
    MAINTENANCE,
    "copy the database and check the copy, where CARTWRIGHT_BACKUP_DIR is set",
    max_attempts=3,
    base_seconds=30,
    cap_seconds=5 * MINUTE,
    time_limit_seconds=30 * MINUTE,
    every_seconds=15 * MINUTE,
)

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        ORDER_PROCESS,
        PAYMENT_REFUND,
        PAYMENT_RETURN,
        MAIL_ORDER,
        MAIL_RESET,
        MAIL_ADDRESS,
        MAIL_LOOKUP,
        STOCK_ALERT,
        WEBHOOK_DELIVER,
        WEBHOOK_ALERT,
        PAYMENT_ALERT,
        INTEGRITY_ALERT,
        RESERVATIONS_EXPIRE,
        BOOKS_CHECK,
        PAYMENT_RECONCILE,
        RETENTION_PURGE,
        MAIL_AGAIN,
        JOBS_BATCH,
        FIGURES_ROLL,
        BACKUP_MAKE,
    )
}
FORMER_NAMES = {"holds.expire": "reservations.expire", "leftovers.purge": "retention.purge"}  # of older releases
TIMETABLE = tuple(kind for kind in KINDS.values() if kind.every_seconds)


def current_name(name: str) -> str:
    """The name of a kind in this release: jobs queued by an older release run under the name that replaced theirs."""
    return FORMER_NAMES.get(name, name)


def find_kind(name: str) -> Kind | None:
    """The kind of this name, or of the former name; None if this release does not know it."""
    return KINDS.get(current_name(name))
