"""The queries of `doctor`: each returns one row per violation."""

from typing import NamedTuple


class DoctorQuery(NamedTuple):
    """An invariant, the query for its violations, and the message for one row.

    `[order:o.id]` in a query stands for a condition on that column: whether it is one of the orders (jobs)
    that have changed since the last clean check; TRUE in a full check. `recent` is asked instead of `sql` where that
    takes another query; `[mark:stock_ledger]` is the newest row of that table that a clean check has seen.
    """

    invariant: str
    words: str
    sql: str
    values: tuple[str, ...] = ()
    recent: str = ""


# The balance of the last row is what is on hand, and recent rows add up from the balance they began with. They are
# found by their ids: the sum keeps SQLite from walking the whole ledger in the order of its products.
LEDGER_SINCE = """
SELECT p.sku, i.{column}, coalesce(CASE WHEN s.product_id IS NULL THEN l.{column}
    ELSE coalesce(b.{column}, 0) + s.total END, 0) AS ledger
FROM inventory i JOIN product p ON p.id = i.product_id
LEFT JOIN (SELECT product_id + 0 AS product_id, sum({change}) AS total FROM stock_ledger WHERE id > [mark:stock_ledger]
    GROUP BY product_id + 0) s ON s.product_id = i.product_id
LEFT JOIN stock_ledger l ON l.id = (SELECT max(id) FROM stock_ledger WHERE product_id = i.product_id)
LEFT JOIN stock_ledger b ON b.id = (SELECT max(id) FROM stock_ledger WHERE product_id = i.product_id
    AND id <= [mark:stock_ledger])
WHERE i.{column} <> coalesce(CASE WHEN s.product_id IS NULL THEN l.{column}
    ELSE coalesce(b.{column}, 0) + s.total END, 0)
"""

# The ledger says what is reserved (the query before), and orders that have not changed hold what it says of them: only
# what changed orders hold is added up, and movements since of no order. So it takes as long after a year as on a day.
HELD_SINCE = """
SELECT p.sku, i.reserved, i.reserved + c.more AS held FROM (
    SELECT product_id, sum(more) AS more FROM (
        SELECT r.product_id, r.quantity AS more FROM reservation r
            WHERE [order:r.order_id] AND r.state IN ('held', 'committed')
        UNION ALL SELECT l.product_id, -l.d_reserved FROM stock_ledger l WHERE [order:l.order_id]
        UNION ALL SELECT l.product_id, -l.d_reserved FROM stock_ledger l
            WHERE l.id > [mark:stock_ledger] AND coalesce(l.order_id, 0) = 0
    ) AS each_change GROUP BY product_id) c
JOIN inventory i ON i.product_id = c.product_id JOIN product p ON p.id = c.product_id WHERE c.more <> 0
"""

# Endpoints whose messages take turns: one is on its way, or it rested a while ago after failures.
TURNS = """
SELECT r.concurrency_key FROM job r WHERE r.state = 'running' AND r.concurrency_key <> ''
UNION SELECT CAST(w.id AS VARCHAR(40)) FROM webhook_endpoint w WHERE w.rests_until > ?
"""


QUERIES = (
    DoctorQuery(
        "I1",
        "{sku}: {reserved} reserved of {on_hand} on hand",
        "SELECT p.sku, i.reserved, i.on_hand FROM inventory i JOIN product p ON p.id = i.product_id"
        " WHERE i.reserved < 0 OR i.reserved > i.on_hand",
    ),
    DoctorQuery(
        "I2",
        "{sku}: {on_hand} on hand, the ledger says {ledger}",
        "SELECT p.sku, i.on_hand, coalesce(l.total, 0) AS ledger FROM inventory i JOIN product p ON p.id = i.product_id"
        " LEFT JOIN (SELECT product_id, sum(d_on_hand) AS total FROM stock_ledger GROUP BY product_id) l"
        " ON l.product_id = i.product_id WHERE i.on_hand <> coalesce(l.total, 0)",
        recent=LEDGER_SINCE.format(column="on_hand", change="d_on_hand"),
    ),
    DoctorQuery(
        "I3",
        "{sku}: {reserved} reserved, the ledger says {ledger}",
        "SELECT p.sku, i.reserved, coalesce(l.total, 0) AS ledger FROM inventory i"
        " JOIN product p ON p.id = i.product_id"
        " LEFT JOIN (SELECT product_id, sum(d_reserved) AS total FROM stock_ledger GROUP BY product_id) l"
        " ON l.product_id = i.product_id WHERE i.reserved <> coalesce(l.total, 0)",
        recent=LEDGER_SINCE.format(column="reserved", change="d_reserved"),
    ),
    DoctorQuery(
        "I3",
        "{sku}: {reserved} reserved, the orders hold {held}",
        "SELECT p.sku, i.reserved, coalesce(r.total, 0) AS held FROM inventory i JOIN product p ON p.id = i.product_id"
        " LEFT JOIN (SELECT product_id, sum(quantity) AS total FROM reservation WHERE state IN ('held', 'committed')"
        " GROUP BY product_id) r ON r.product_id = i.product_id WHERE i.reserved <> coalesce(r.total, 0)",
        recent=HELD_SINCE,
    ),
    DoctorQuery(
        "I6",
        "order {id} is {status}, its line of product {product_id} is {state}",
        "SELECT o.id, o.status, l.product_id, coalesce(r.state, 'without a reservation') AS state FROM orders o"
        " JOIN order_line l ON l.order_id = o.id"
        " LEFT JOIN reservation r ON r.order_id = l.order_id AND r.product_id = l.product_id"
        " AND r.quantity = l.quantity"
        " WHERE [order:o.id] AND (coalesce(r.state, 'none') <> CASE o.status"
        " WHEN 'pending' THEN 'none' WHEN 'reserved' THEN 'held'"
        " WHEN 'confirmed' THEN 'committed' WHEN 'cancelled' THEN coalesce(r.state, 'none') ELSE 'consumed' END"
        " OR (o.status = 'cancelled' AND coalesce(r.state, 'released') <> 'released'))",
    ),
    DoctorQuery(
        "I6",
        "order {order_id} holds product {product_id}, which it never ordered in that number",
        "SELECT r.order_id, r.product_id FROM reservation r LEFT JOIN order_line l ON l.order_id = r.order_id"
        " AND l.product_id = r.product_id AND l.quantity = r.quantity WHERE [order:r.order_id] AND l.id IS NULL",
    ),
    DoctorQuery(
        "I8",
        "order {id}: the lines make {lines:money}, the order says {subtotal_cents:money}",
        "SELECT o.id, o.subtotal_cents, coalesce(sum(l.line_total_cents), 0) AS lines FROM orders o"
        " LEFT JOIN order_line l ON l.order_id = o.id WHERE [order:o.id] GROUP BY o.id, o.subtotal_cents"
        " HAVING o.subtotal_cents <> coalesce(sum(l.line_total_cents), 0)",
    ),
    DoctorQuery(
        "I9",
        "order {id} is {status}: {net:money} charged net of refunds, {due:money} due",
        "SELECT id, status, net, due FROM (SELECT o.id, o.status,"
        " sum(CASE p.state WHEN 'captured' THEN p.amount_cents WHEN 'refunded' THEN -p.amount_cents ELSE 0 END)"
        " - CASE WHEN o.status IN ('confirmed', 'shipped', 'delivered') THEN 0 ELSE coalesce((SELECT"
        " sum(g.amount_cents) FROM refund g WHERE g.order_id = o.id AND g.state = 'refunded'), 0) END AS net,"
        " CASE WHEN o.status IN ('confirmed', 'shipped', 'delivered') THEN o.total_cents ELSE 0 END AS due"
        " FROM orders o JOIN payment p ON p.order_id = o.id WHERE [order:o.id] AND NOT EXISTS (SELECT 1 FROM job j"
        " WHERE j.subject_type = 'order' AND j.subject_id = o.id AND j.state IN ('queued', 'running')"
        " AND j.kind IN ('order.process', 'payment.refund'))"
        " AND o.review_reason IS NULL GROUP BY o.id, o.status, o.total_cents) AS money WHERE net <> due",
    ),
    DoctorQuery(
        "I9",
        "order {id}: {granted:money} granted back of {total_cents:money}",
        "SELECT o.id, o.total_cents, sum(r.amount_cents) AS granted FROM orders o JOIN refund r ON r.order_id = o.id"
        " WHERE [order:o.id] GROUP BY o.id, o.total_cents HAVING sum(r.amount_cents) > o.total_cents",
    ),
    DoctorQuery(
        "I9",
        "order {id} was cancelled as unpaid although its payment had been requested",
        "SELECT o.id FROM orders o JOIN payment p ON p.order_id = o.id AND p.purpose = 'charge'"
        " WHERE [order:o.id] AND o.cancel_reason = 'payment_expired' AND p.asked > 0 AND p.state <> 'declined'",
    ),
    DoctorQuery(
        "I19",
        "{words}",
        "SELECT words FROM payment_discrepancy WHERE state = 'open' ORDER BY id",
    ),
    DoctorQuery(
        "I19",
        "the provider holds {amount_cents:money} for {name}, of which no payment is known here",
        "SELECT amount_cents, CASE number WHEN '' THEN 'the key ' || provider_key ELSE 'order ' || number END AS name"
        " FROM unmatched_charge WHERE state = 'open' ORDER BY id",
    ),
    DoctorQuery(
        "I10",
        "order {id} has been {status} for over 15 minutes and is not under review",
        "SELECT id, status FROM orders WHERE status IN ('pending', 'reserved') AND coalesce(retried_at, created_at) < ?"
        " AND review_reason IS NULL AND NOT EXISTS (SELECT 1 FROM payment p, job j WHERE p.order_id = orders.id"
        " AND p.purpose = 'charge' AND j.subject_type = 'order' AND j.subject_id = orders.id"
        " AND j.kind = 'order.process' AND j.state IN ('queued', 'running') AND j.deferrals > 0"
        " AND (p.asked > 0 OR EXISTS (SELECT 1 FROM circuit c WHERE c.name = 'payments' AND c.opened_at IS NOT NULL)))",
        ("undecided",),
    ),
    DoctorQuery(
        "I11",
        "job {id}: attempt {attempt} of {max_attempts}, {crashes} crashes",
        "SELECT id, attempt, max_attempts, crashes FROM job WHERE [job:id] AND (attempt < 0"
        " OR attempt > max_attempts OR crashes < 0 OR crashes > 3)",
    ),
    DoctorQuery(
        "I12",
        "job {job_id}: fence {fence} has {claims} claims and {ends} ends",
        "SELECT job_id, fence, sum(CASE type WHEN 'claimed' THEN 1 ELSE 0 END) AS claims,"
        " sum(CASE type WHEN 'claimed' THEN 0 ELSE 1 END) AS ends FROM job_event WHERE [job:job_id] AND fence > 0"
        " GROUP BY job_id, fence"
        " HAVING sum(CASE type WHEN 'claimed' THEN 1 ELSE 0 END) <> 1"
        " OR sum(CASE type WHEN 'claimed' THEN 0 ELSE 1 END) > 1",
    ),
    DoctorQuery(
        "I12",
        "job {job_id}: fence {fence} wrote after fence {before} had begun",
        "SELECT job_id, fence, before FROM (SELECT job_id, fence,"
        " max(fence) OVER (PARTITION BY job_id ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before"
        " FROM job_event WHERE [job:job_id] AND fence > 0) AS history WHERE fence < before",
    ),
    DoctorQuery(
        "I12",
        "order {order_id}: fence {fence} of job {job_id} wrote after fence {before}",
        "SELECT order_id, job_id, fence, before FROM (SELECT order_id, job_id, fence,"
        " max(fence) OVER (PARTITION BY order_id, job_id ORDER BY sequence"
        " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before"
        " FROM order_event WHERE [order:order_id] AND fence IS NOT NULL) AS history WHERE fence < before",
    ),
    DoctorQuery(
        "I13",
        "job {job_id}: its lease was taken {early} ms before it ended",
        "SELECT job_id, lease_until - at AS early FROM job_event WHERE [job:job_id] AND type = 'lost'"
        " AND at < lease_until",
    ),
    DoctorQuery(
        "I15",
        "order {id} is {status} and no mail about it exists",
        "SELECT o.id, o.status FROM orders o WHERE [order:o.id]"
        " AND o.status IN ('confirmed', 'cancelled') AND NOT EXISTS"
        " (SELECT 1 FROM email_message m WHERE m.order_id = o.id AND m.kind = 'order.' || o.status)"
        " AND NOT EXISTS (SELECT 1 FROM job j WHERE j.subject_type = 'order' AND j.subject_id = o.id"
        " AND j.kind = 'mail.order' AND j.state IN ('queued', 'running', 'dead', 'cancelled'))"
        " AND NOT EXISTS (SELECT 1 FROM order_event e WHERE e.order_id = o.id"
        " AND e.type = 'mail.' || o.status || '.withdrawn' AND e.detail = ?)",
        ("switched_off",),
    ),
    DoctorQuery(
        "I17",
        "order {id}: version {version}, {events} events up to {last}",
        "SELECT o.id, o.version, count(e.id) AS events, max(e.sequence) AS last FROM orders o"
        " LEFT JOIN order_event e ON e.order_id = o.id WHERE [order:o.id] GROUP BY o.id, o.version"
        " HAVING count(e.id) <> o.version OR coalesce(max(e.sequence), 0) <> o.version",
    ),
    DoctorQuery(
        "I17",
        "order {id} is {status}, its last event is {last}",
        "SELECT o.id, o.status, e.status AS last FROM orders o JOIN order_event e ON e.order_id = o.id"
        " AND e.sequence = o.version WHERE [order:o.id] AND e.status <> o.status",
    ),
    DoctorQuery(
        "I17",
        "order {order_id} went from {before} to {status}",
        "SELECT order_id, before, status FROM (SELECT order_id, status, type,"
        " lag(status) OVER (PARTITION BY order_id ORDER BY sequence) AS before FROM order_event"
        " WHERE [order:order_id]) AS history"
        " WHERE before <> status AND NOT (before = 'cancelled' AND status = 'pending' AND type = 'payment.retried')"
        " AND before || '>' || status NOT IN ('pending>reserved', 'pending>cancelled',"
        " 'reserved>confirmed', 'reserved>cancelled', 'confirmed>shipped', 'confirmed>cancelled',"
        " 'shipped>delivered')",
    ),
    DoctorQuery(
        "I18",
        "job {id} ({kind}) has been due since {run_at:moment} and was not claimed",
        "SELECT id, kind, run_at FROM job WHERE state = 'queued' AND (attempt >= max_attempts OR (run_at < ?"  # noqa: S608
        f" AND concurrency_key NOT IN ({TURNS})))"
        " AND queue NOT IN (SELECT name FROM queue WHERE is_paused)"
        " AND kind NOT IN (SELECT kind FROM paused_kind)",
        ("unreached", "unreached"),
    ),
)

REVIEWS = "SELECT id, review_reason, review_since FROM orders WHERE review_reason IS NOT NULL ORDER BY review_since"

CONSTRAINTS = (
    ("I1", "inventory_check_1"),
    ("I5", "uid_stock_ledge_order_i"),
    ("I7", "uid_reservation_order_i"),
    ("I7", "uid_cart_item_cart_id"),
    ("I9", "uid_payment_order_i"),
    ("I11", "job_check_2"),
    ("I11", "job_check_3"),
    ("I14", "uid_job_kind"),
    ("I16", "uid_idempotency_scope"),
)

TRIGGERS = {  # they forbid changing append-only tables
    "sqlite": (
        ("I4", "stock_ledger_append_only_update"),
        ("I4", "stock_ledger_append_only_delete"),
        ("I4", "order_event_append_only_update"),
        ("I4", "order_event_append_only_delete"),
    ),
    "postgres": (
        ("I4", "stock_ledger_append_only"),
        ("I4", "stock_ledger_no_truncate"),
        ("I4", "order_event_append_only"),
        ("I4", "order_event_no_truncate"),
    ),
}
