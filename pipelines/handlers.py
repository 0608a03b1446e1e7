"""Which function works which kind of job."""

from collections.abc import Awaitable, Callable

from models.job_kinds import (
    BOOKS_CHECK,
    HOLDS_EXPIRE,
    LEFTOVERS_PURGE,
    MAIL_ORDER,
    ORDER_PROCESS,
    PAYMENT_REFUND,
    STOCK_ALERT,
)
from models.jobs import Claim
from pipelines.alerts import stock_alert
from pipelines.mail import mail_order
from pipelines.refund import refund
from pipelines.upkeep import check_books, expire_holds, purge_leftovers
from pipelines.walk import process_order

Handler = Callable[[Claim], Awaitable[None]]

HANDLERS: dict[str, Handler] = {
    ORDER_PROCESS.name: process_order,
    PAYMENT_REFUND.name: refund,
    MAIL_ORDER.name: mail_order,
    STOCK_ALERT.name: stock_alert,
    HOLDS_EXPIRE.name: expire_holds,
    BOOKS_CHECK.name: check_books,
    LEFTOVERS_PURGE.name: purge_leftovers,
}
