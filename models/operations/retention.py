"""Retention: one table of what is deleted at which age. It runs, and docs/retention.md is printed from it.

What is too old is looked for in a read, which keeps nobody waiting; then it is deleted by its key in slices. How many
rows a slice has follows from how long the last one took, and how many a statement has from the time that is left, so
that none holds the writer for long.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from models.accounts.login_failures import FORGOTTEN_MS, KNOWN_MS
from models.catalog.catalog_changes import KEPT as NEWEST_CHANGES
from models.database import Transaction
from models.reports.job_figures import KEPT_MS as FIGURES_MS
from models.shared.idempotency import KEPT_MS as ANSWERS_MS
from models.shared.sql import marks
from models.shared.times import DAY_MS

FIRST_STATEMENT = 2  # rows
LOOKED_FOR = 5_000  # rows in one read
SMALLEST_SLICE, LARGEST_SLICE = 10, 200  # rows
AIM_MS = 5.0  # how long a slice should hold the writer; the limit that is promised is four times as long
LONGEST_MS = 20.0
HOUR_MS = 3_600_000
WORDS = "text = '', html = '', packed = NULL"


@dataclass(frozen=True, slots=True)
class Age:
    """What of one table is deleted, and when.

    Attributes:
        what: in words.
        since: the moment the age is counted from, in words.
        table, key: where, and by which column a row is found again.
        condition: of the rows, with one `?` for the newest time that is too old.
        kept_ms: milliseconds; None: as the setting of mail says.
        erases: columns that are emptied instead; "" deletes the row.
        goes_along: what is deleted with it, in words.
    """

    what: str
    since: str
    table: str
    condition: str
    kept_ms: int | None
    key: str = "id"
    erases: str = ""
    goes_along: str = ""


def _figures(table: str, span: str, what: str) -> Age:
    of_span = f"span = '{span}' AND at < ?"
    return Age(f"{what} by the {span}", "that time", table, of_span, FIGURES_MS[span])


_ENDS = "its end"
AGES = (
    Age(
        "finished jobs: succeeded, cancelled or discarded",
        _ENDS,
        "job",
        "state IN ('succeeded', 'cancelled') AND finished_at < ? AND NOT (kind = 'mail.order' AND state = 'cancelled')"
        " AND NOT EXISTS (SELECT 1 FROM job child WHERE child.parent_id = job.id)",
        30 * DAY_MS,
        goes_along="their events and their lines in batches",
    ),
    Age(
        "lines of batches",
        "the end of the batch",
        "job_batch_item",
        "batch_id IN (SELECT id FROM job_batch WHERE finished_at < ?)",
        30 * DAY_MS,
    ),
    Age(
        "failure groups without a dead job",
        "its last occurrence",
        "failure",
        "last_at < ? AND NOT EXISTS (SELECT 1 FROM job WHERE job.failure = failure.id AND job.state = 'dead')",
        90 * DAY_MS,
    ),
    _figures("job_figure", "minute", "figures of jobs"),
    _figures("job_figure", "hour", "figures of jobs"),
    _figures("backlog_figure", "minute", "figures of queues"),
    _figures("backlog_figure", "hour", "figures of queues"),
    Age("figures of failures", "that time", "failure_figure", "at < ?", FIGURES_MS["minute"]),
    Age("lost workers", "the last heartbeat", "worker", "last_seen_at < ?", DAY_MS, key="name"),
    Age("what processes said was wrong", "when they said so last", "process_alarm", "seen_at < ?", DAY_MS, key="name"),
    Age("runs of the backup", _ENDS, "backup_run", "ended_at < ?", 90 * DAY_MS),
    Age(
        f"answers kept under idempotency keys ({ANSWERS_MS // HOUR_MS} hours)",
        "their end",
        "idempotency_key",
        "expires_at < ?",
        0,
    ),
    Age("sessions", _ENDS, "session", "expires_at <= ?", 0),
    Age("refresh tokens", _ENDS, "refresh_token", "expires_at <= ?", 0),
    Age("links to choose a password", _ENDS, "password_reset", "expires_at <= ?", 0),
    Age("links that prove an address", _ENDS, "email_link", "expires_at <= ?", 0),
    Age("sign-ins that are half done", _ENDS, "sign_in_step", "expires_at <= ?", 0),
    Age("named tokens", _ENDS, "api_token", "expires_at <= ?", 0),
    Age(
        "counts of failed logins",
        "the last one",
        "login_failures",
        "updated_at <= ? AND key NOT LIKE 'known:%'",
        FORGOTTEN_MS,
        key="key",
    ),
    Age(
        "network addresses known to an account",
        "the last login",
        "login_failures",
        "updated_at <= ? AND key LIKE 'known:%'",
        KNOWN_MS,
        key="key",
    ),
    Age("counters of requests", "being full again", "rate_bucket", "full_at <= ?", 0, key="key"),
    Age(
        "carts of guests",
        "the last change",
        "cart",
        "updated_at < ? AND user_id IS NULL",
        30 * DAY_MS,
        goes_along="their items and answers of the checkout",
    ),
    Age("carts of customers", "the last change", "cart", "updated_at < ? AND user_id IS NOT NULL", 180 * DAY_MS),
    Age(
        f"changes of the catalogue but the newest {NEWEST_CHANGES}",
        "the newest",
        "catalog_change",
        f"id <= (SELECT max(id) FROM catalog_change) - {NEWEST_CHANGES} AND CAST(? AS BIGINT) > 0",  # noqa: S608  a number
        0,
    ),
    Age(
        "what mail said (`CARTWRIGHT_MAIL_KEEP_DAYS`); that it was sent, and to whom, stays",
        "being written",
        "email_message",
        "text <> '' AND created_at < ? AND state NOT IN ('queued', 'sending')",
        None,
        erases=WORDS,
    ),
    Age(
        "mail that is not about an order",
        "being written",
        "email_message",
        "order_id IS NULL AND created_at < ? AND state IN ('sent', 'recorded', 'withdrawn')",
        365 * DAY_MS,
    ),
    Age(
        "webhook deliveries that ended",
        _ENDS,
        "webhook_delivery",
        "state IN ('delivered', 'dead') AND updated_at < ?",
        30 * DAY_MS,
        goes_along="their attempts",
    ),
)

# Every other table, and why it has no age. A test compares both with the tables there are.
KEPT = {
    "an order, and what proves what became of it": (
        *(
            "orders",
            "order_line",
            "order_event",
            "order_note",
            "order_term",
            "payment",
            "refund",
            "shipment",
            "reservation",
        ),
        *("payment_discrepancy", "unmatched_charge"),
    ),
    "stock and its ledger, which only grows": ("inventory", "stock_ledger"),
    "what the shop sells, and how": (
        *("product", "product_family", "product_image", "product_search", "search_word"),
        *("category", "shipping_method", "media"),
    ),
    "people, until they are deleted": (
        *("users", "address", "account_note", "authenticator", "recovery_code", "passkey"),
    ),
    "the audit log": ("audit_entry",),
    "one row for each of a few things": (
        *(
            "queue",
            "paused_kind",
            "circuit",
            "check_run",
            "check_mark",
            "figure_mark",
            "deployment",
            "job_batch",
            "mail_switch",
            "content_page",
        ),
        *("webhook_endpoint", "schema_support", "aerich"),
    ),
    "goes with the row it belongs to": (*("job_event", "cart_item", "checkout_draft", "webhook_attempt"),),
}


async def too_old(tx: Transaction, age: Age, mail_days: int) -> list[str | int]:
    """The keys of rows past their age, `LOOKED_FOR` at most."""
    sql = f"SELECT {age.key} AS key FROM {age.table} WHERE {age.condition} LIMIT ?"  # noqa: S608  the table above
    rows = await tx.fetch(sql, tx.now - _kept_ms(age, mail_days), LOOKED_FOR)
    return [row["key"] for row in rows]


async def delete_slice(tx: Transaction, age: Age, keys: Sequence[str | int], mail_days: int) -> int:
    """Delete those of these rows that are still past their age, in one statement; how many."""
    verb = f"UPDATE {age.table} SET {age.erases}" if age.erases else f"DELETE FROM {age.table}"  # noqa: S608
    sql = f"{verb} WHERE {age.key} IN ({marks(keys)}) AND {age.condition}"
    return await tx.execute(sql, *keys, tx.now - _kept_ms(age, mail_days))


def next_slice(rows: int, lasted_ms: float) -> int:
    """How many rows the next slice may have after one of so many rows."""
    if lasted_ms > AIM_MS:
        return max(SMALLEST_SLICE, int(rows * AIM_MS / lasted_ms / 2))
    return min(LARGEST_SLICE, rows * 2) if lasted_ms < AIM_MS / 2 else rows


def next_statement(rows: int, lasted_ms: float) -> int:
    """How many rows the slice's next statement may have, after so many in so long: what fits into the time left."""
    left_ms = AIM_MS - lasted_ms
    return max(1, min(rows * 2, int(left_ms * rows / max(lasted_ms, 0.001))))


def _kept_ms(age: Age, mail_days: int) -> int:
    return mail_days * DAY_MS if age.kept_ms is None else age.kept_ms


def as_markdown() -> str:
    """Both tables as docs/retention.md has them."""
    lines = ["| what | goes after | counted from | with it |", "|---|---|---|---|"]
    for age in AGES:
        verb = "is emptied" if age.erases else ""
        with_it = ", ".join(filter(None, (verb, age.goes_along)))
        lines.append(f"| {age.what} | {age_in_words(age)} | {age.since} | {with_it} |")
    lines += ["", "| what stays | tables |", "|---|---|"]
    lines += [f"| {why} | {', '.join(f'`{table}`' for table in tables)} |" for why, tables in KEPT.items()]
    return "\n".join(lines)


def age_in_words(age: Age) -> str:
    """The age, as people say it."""
    if age.kept_ms is None:
        return "90 days, or as set"
    days, hours = divmod(age.kept_ms // HOUR_MS, 24)
    parts = [f"{number} {unit}{'s' * (number != 1)}" for number, unit in ((days, "day"), (hours, "hour")) if number]
    return " ".join(parts) or "at once"
