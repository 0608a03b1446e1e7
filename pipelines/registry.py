"""Which function works which kind of job, and what of it may be done in the transaction of the claim."""

from collections.abc import Awaitable, Callable

from models.database import Transaction
from models.jobs.ledger.job_kinds import (
    BACKUP_MAKE,
    BOOKS_CHECK,
    FIGURES_ROLL,
    INTEGRITY_ALERT,
    JOBS_BATCH,
    MAIL_ADDRESS,
    MAIL_AGAIN,
    MAIL_LOOKUP,
    MAIL_ORDER,
    MAIL_RESET,
    ORDER_PROCESS,
    PAYMENT_ALERT,
    PAYMENT_RECONCILE,
    PAYMENT_REFUND,
    PAYMENT_RETURN,
    RESERVATIONS_EXPIRE,
    RETENTION_PURGE,
    STOCK_ALERT,
    WEBHOOK_ALERT,
    WEBHOOK_DELIVER,
)
from models.jobs.ledger.jobs import Claim
from pipelines.mail.account_mail import mail_account
from pipelines.mail.integrity_alert_mail import integrity_alert
from pipelines.mail.lookup_mail import mail_lookup
from pipelines.mail.order_mail import mail_order
from pipelines.mail.payment_alert_mail import payment_alert
from pipelines.mail.resend_mail import mail_again
from pipelines.mail.stock_alert_mail import stock_alert
from pipelines.mail.webhook_alert_mail import webhook_alert
from pipelines.maintenance.backup_job import make_backup
from pipelines.maintenance.periodic_jobs import check_invariants, expire_reservations
from pipelines.maintenance.retention_job import purge_expired
from pipelines.maintenance.roll_job_figures import roll_figures
from pipelines.maintenance.run_job_batch import work_batch
from pipelines.orders.order_runner import open_order, process_order
from pipelines.payments.reconcile_job import reconcile
from pipelines.payments.refund_job import refund
from pipelines.payments.return_job import return_charge
from pipelines.webhooks.webhook_delivery import deliver_webhook

Handler = Callable[[Claim], Awaitable[None]]
Opening = Callable[[Transaction, Claim], Awaitable[object]]

OPENINGS: dict[str, Opening] = {ORDER_PROCESS.name: open_order}
HANDLERS: dict[str, Handler] = {
    ORDER_PROCESS.name: process_order,
    PAYMENT_REFUND.name: refund,
    PAYMENT_RETURN.name: return_charge,
    MAIL_ORDER.name: mail_order,
    MAIL_RESET.name: mail_account,
    MAIL_ADDRESS.name: mail_account,
    MAIL_LOOKUP.name: mail_lookup,
    STOCK_ALERT.name: stock_alert,
    WEBHOOK_DELIVER.name: deliver_webhook,
    WEBHOOK_ALERT.name: webhook_alert,
    PAYMENT_ALERT.name: payment_alert,
    INTEGRITY_ALERT.name: integrity_alert,
    RESERVATIONS_EXPIRE.name: expire_reservations,
    BOOKS_CHECK.name: check_invariants,
    PAYMENT_RECONCILE.name: reconcile,
    RETENTION_PURGE.name: purge_expired,
    MAIL_AGAIN.name: mail_again,
    JOBS_BATCH.name: work_batch,
    FIGURES_ROLL.name: roll_figures,
    BACKUP_MAKE.name: make_backup,
}
