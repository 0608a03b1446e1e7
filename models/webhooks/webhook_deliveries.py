"""Webhook deliveries: messages to receivers, the attempts, and what the attempts show of an endpoint's health.

An endpoint is active, failing after its first failure, and disabled at once by a 410 or after five days without a
success. After a few failures in a row it is skipped for a minute, so that a dead endpoint does not delay others.
"""

from dataclasses import dataclass
from typing import Any

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction, fetch_count, fetch_first, from_row
from models.jobs.admin import job_requeue
from models.jobs.ledger.job_kinds import REST_MS, WEBHOOK_ALERT, WEBHOOK_DELIVER
from models.jobs.ledger.jobs import enqueue
from models.shared.errors import NotAllowedNow, NotFound
from models.shared.paging import Page
from models.shared.times import DAY_MS
from models.webhooks.webhook_events import DeliveryState, EndpointState

FAILURES_TO_REST = 5
GIVE_UP_MS = 5 * DAY_MS
MOST_AGAIN = 1000
OWED = """
SELECT d.id, d.webhook_id, d.endpoint_id, d.body, d.state, e.url, e.secret, e.previous_secret, e.previous_until,
    e.state AS endpoint_state, e.rests_until
FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id WHERE d.id = ?
"""
ATTEMPT = ("number", "at", "status", "duration_ms", "answer", "error")
WAIT = "UPDATE webhook_delivery SET state = 'queued', updated_at = ? WHERE id = ?"
AHEAD = """
SELECT count(*) AS jobs FROM job j JOIN webhook_delivery d ON d.id = j.subject_id
WHERE j.state = 'running' AND j.queue = 'webhooks' AND d.endpoint_id = ? AND j.id < ?
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one attempt. `status` is the receiver's HTTP status, None without an answer."""

    is_taken: bool
    status: int | None
    duration_ms: int
    answer: str = ""
    error: str = ""
    is_final: bool = False  # retrying is useless
    disables: bool = False  # the receiver answered 410


@dataclass(frozen=True, slots=True)
class PendingDelivery:
    """A message that is to be sent, with its endpoint as it is now. Times are epoch milliseconds."""

    id: int
    webhook_id: str
    endpoint_id: int
    body: str
    state: DeliveryState
    url: str
    secret: str
    previous_secret: str
    previous_until: int | None  # how long the previous secret signs, too
    endpoint_state: EndpointState
    rests_until: int

    def secrets(self, now: int) -> list[str]:
        """Those that sign it at this time, the newest first."""
        is_changing = self.previous_until is not None and self.previous_until > now
        return [self.secret, self.previous_secret] if is_changing and self.previous_secret else [self.secret]


@dataclass(frozen=True, slots=True)
class DisabledEndpoint:
    """An endpoint to which nothing is sent any more, and why."""

    public_id: str
    url: str
    note: str
    disabled_reason: str


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """One message to one endpoint, with its attempts."""

    id: str  # the `webhook-id`
    type: str
    state: DeliveryState
    order_id: str | None
    body: str
    created_at: int
    updated_at: int
    attempts: list[dict[str, Any]]


async def find_delivery(tx: Transaction, delivery_id: int) -> PendingDelivery | None:
    """The message with its endpoint; None if it was deleted."""
    return await fetch_first(tx, PendingDelivery, OWED, delivery_id)


async def running_before(tx: Transaction, endpoint_id: int, job_id: int) -> int:
    """The number of running deliveries to this endpoint with jobs older than this one."""
    return await fetch_count(tx, AHEAD, endpoint_id, job_id)


async def note_attempt(
    tx: Transaction, delivery: PendingDelivery, number: int, outcome: Outcome, *, is_last: bool
) -> None:
    """Record an attempt, and update the endpoint's health."""
    await tx.execute(
        "INSERT INTO webhook_attempt (delivery_id, number, at, status, duration_ms, answer, error)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        *(delivery.id, number, tx.now, outcome.status, outcome.duration_ms, outcome.answer, outcome.error[:300]),
    )
    given_up = DeliveryState.DEAD if is_last or outcome.is_final else DeliveryState.FAILED
    state = DeliveryState.DELIVERED if outcome.is_taken else given_up
    await tx.execute(
        "UPDATE webhook_delivery SET state = ?, attempts = attempts + 1, last_status = ?, last_answer = ?,"
        " duration_ms = ?, updated_at = ? WHERE id = ?",
        *(state, outcome.status, outcome.answer, outcome.duration_ms, tx.now, delivery.id),
    )
    await (_recovered if outcome.is_taken else _failed)(tx, delivery.endpoint_id, outcome)


async def disabled_endpoint(tx: Transaction, endpoint_id: int) -> DisabledEndpoint | None:
    """None if it is not disabled, or not there."""
    return await fetch_first(
        tx,
        DisabledEndpoint,
        "SELECT public_id, url, note, disabled_reason FROM webhook_endpoint WHERE id = ? AND state = 'disabled'",
        endpoint_id,
    )


async def give_up(tx: Transaction, delivery_id: int) -> None:
    """Mark the delivery as dead because its endpoint is disabled."""
    await tx.execute(
        "UPDATE webhook_delivery SET state = 'dead', updated_at = ? WHERE id = ? AND state <> 'delivered'",
        *(tx.now, delivery_id),
    )


async def list_deliveries(
    tx: Transaction, endpoint: str, *, state: str = "", page: int = 1, per_page: int = 20
) -> Page[DeliveryView]:
    """The deliveries of an endpoint (by its public id), newest first, in three statements."""
    where, values = "e.public_id = ?", [endpoint]
    if state:
        where, values = where + " AND d.state = ?", [*values, state]
    tables = "FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id"
    total = await fetch_count(tx, f"SELECT count(*) {tables} WHERE {where}", *values)
    found: Page[DeliveryView] = Page([], page, per_page, total)
    rows = await tx.fetch(
        "SELECT d.id, d.webhook_id, d.type, d.state, o.public_id AS order_id, d.body, d.created_at, d.updated_at"
        f" {tables} LEFT JOIN orders o ON o.id = d.order_id WHERE {where} ORDER BY d.id DESC LIMIT ? OFFSET ?",
        *(*values, per_page, found.offset),
    )
    attempts = await _attempts(tx, [row["id"] for row in rows])
    found.items.extend(
        from_row(DeliveryView, row, id=row["webhook_id"], attempts=attempts.get(row["id"], [])) for row in rows
    )
    return found


async def send_again(tx: Transaction, actor: Actor, endpoint: str, webhook_id: str) -> None:
    """Send a message again under the same `webhook-id`. Raises NotFound, or NotAllowedNow while it is being sent."""
    row = await tx.fetch_one(
        "SELECT d.id, d.state, e.state AS endpoint_state FROM webhook_delivery d"
        " JOIN webhook_endpoint e ON e.id = d.endpoint_id WHERE d.webhook_id = ? AND e.public_id = ?",
        *(webhook_id, endpoint),
    )
    if row is None:
        raise NotFound("There is no such delivery.")
    refuse_disabled(row["endpoint_state"])
    if not await _queue_again(tx, actor, row["id"]):
        raise NotAllowedNow("This delivery is on its way already.", state=row["state"])
    await audit_log.record(tx, actor, "webhook.send_again", ("webhook", endpoint), after={"delivery": webhook_id})


async def send_since(tx: Transaction, actor: Actor, endpoint: str, since: int) -> int:
    """Send all undelivered messages since a time (epoch milliseconds) again, oldest first; returns how many.

    Raises:
        NotFound, NotAllowedNow: there is no such endpoint, or it is disabled.
    """
    found = await tx.fetch_one("SELECT id, state FROM webhook_endpoint WHERE public_id = ?", endpoint)
    if found is None:
        raise NotFound("There is no such webhook.")
    refuse_disabled(found["state"])
    rows = await tx.fetch(
        "SELECT id FROM webhook_delivery WHERE endpoint_id = ? AND created_at >= ? AND state <> 'delivered'"
        " ORDER BY id LIMIT ?",
        *(found["id"], since, MOST_AGAIN),
    )
    again = [await _queue_again(tx, actor, row["id"]) for row in rows]
    await audit_log.record(tx, actor, "webhook.send_since", ("webhook", endpoint), after={"deliveries": sum(again)})
    return sum(again)


def refuse_disabled(state: str) -> None:
    """Raises NotAllowedNow if the endpoint is disabled."""
    if state == EndpointState.DISABLED:
        raise NotAllowedNow("The endpoint is disabled: enable it first.", state=state)


async def _queue_again(tx: Transaction, actor: Actor, delivery_id: int) -> bool:
    """Queue its dead job again, or enqueue a new one; False if one waits or runs."""
    row = await tx.fetch_one(
        "SELECT count(*) AS jobs, sum(CASE WHEN state IN ('queued', 'running') THEN 1 ELSE 0 END) AS open,"
        " max(CASE state WHEN 'dead' THEN id END) AS dead FROM job"
        " WHERE subject_type = 'webhook_delivery' AND subject_id = ?",
        delivery_id,
    )
    if row is None or row["open"]:
        return False
    if row["dead"] is None:
        key, subject = f"{delivery_id}#a{row['jobs']}", ("webhook_delivery", delivery_id)
        endpoint = await tx.fetch_one("SELECT endpoint_id FROM webhook_delivery WHERE id = ?", delivery_id)
        name = str(endpoint["endpoint_id"]) if endpoint else ""
        await enqueue(tx, WEBHOOK_DELIVER, key, subject=subject, concurrency_key=name)
    else:
        await job_requeue.requeue(tx, row["dead"], WEBHOOK_DELIVER, f"by {actor.name}: sent again")
    return await tx.execute(WAIT, tx.now, delivery_id) == 1


async def _attempts(tx: Transaction, ids: list[int]) -> dict[int, list[dict[str, object]]]:
    if not ids:
        return {}
    rows = await tx.fetch(
        "SELECT delivery_id, number, at, status, duration_ms, answer, error FROM webhook_attempt"  # noqa: S608  placeholders
        f" WHERE delivery_id IN ({', '.join('?' * len(ids))}) ORDER BY id",
        *ids,
    )
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["delivery_id"], []).append({name: row[name] for name in ATTEMPT})
    return found


async def _recovered(tx: Transaction, endpoint_id: int, _: Outcome) -> None:
    await tx.execute(
        "UPDATE webhook_endpoint SET state = 'active', failures = 0, failing_since = NULL, rests_until = 0"
        " WHERE id = ? AND state <> 'disabled' AND (failures > 0 OR state <> 'active')",
        endpoint_id,
    )


async def _failed(tx: Transaction, endpoint_id: int, outcome: Outcome) -> None:
    row = await tx.fetch_one(
        "UPDATE webhook_endpoint SET state = 'failing', failures = failures + 1,"
        " failing_since = coalesce(failing_since, ?), rests_until = CASE WHEN failures + 1 >= ? THEN CAST(? AS BIGINT)"
        " ELSE rests_until END WHERE id = ? AND state <> 'disabled' RETURNING failing_since",
        *(tx.now, FAILURES_TO_REST, tx.now + REST_MS, endpoint_id),
    )
    if row is None:
        return
    if outcome.disables:
        await _disable(tx, endpoint_id, outcome.error)
    elif row["failing_since"] < tx.now - GIVE_UP_MS:
        await _disable(tx, endpoint_id, f"five days without one success; the last error: {outcome.error}")


async def _disable(tx: Transaction, endpoint_id: int, reason: str) -> None:
    """Disable the endpoint, and notify the admins by mail."""
    await tx.execute(
        "UPDATE webhook_endpoint SET state = 'disabled', disabled_reason = ?, updated_at = ? WHERE id = ?",
        *(reason[:200], tx.now, endpoint_id),
    )
    subject = ("webhook_endpoint", endpoint_id)
    await enqueue(tx, WEBHOOK_ALERT, f"{endpoint_id}:{tx.now}", subject=subject)
