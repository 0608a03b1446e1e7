"""Webhook endpoints: the receivers' addresses, their event patterns, and the secrets that sign messages."""

import base64
import json
import secrets
from dataclasses import dataclass
from typing import Any

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Row, Transaction
from models.shared.errors import FieldError, Invalid, NotFound
from models.shared.paging import Page
from models.shared.public_ids import new_public_id
from models.shared.times import DAY_MS
from models.webhooks.webhook_deliveries import WAIT, pending_deliveries, refuse_disabled
from models.webhooks.webhook_events import EVENTS, GROUPS, TEST, body_of, is_known, schedule_deliveries

MOST_EVENTS = 50
LONGEST_URL = 2000
LONGEST_NOTE = 500
ROTATION_MS = DAY_MS
STATES = ("active", "disabled")  # what an admin may set; `failing` is set by failed attempts
COLUMNS = (
    "id, public_id, url, events, note, state, disabled_reason, failing_since, previous_secret, previous_until,"
    " created_at, updated_at"
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One receiver. Its secret is shown once, when it is created or rotated."""

    id: str
    url: str
    events: list[str]
    note: str
    state: str  # active | failing | disabled
    disabled_reason: str
    failing_since: int | None
    previous_secret_until: int | None
    created_at: int
    updated_at: int


async def create(tx: Transaction, actor: Actor, *, url: str, events: list[str], note: str = "") -> tuple[Endpoint, str]:
    """Create an endpoint; returns it with its secret. The caller has checked the address. Raises Invalid."""
    _refuse({"url": url, "events": events, "note": note})
    public_id, secret = new_public_id(), new_secret()
    await tx.execute(
        "INSERT INTO webhook_endpoint (public_id, url, events, note, secret, previous_secret, state, created_at,"
        " updated_at) VALUES (?, ?, ?, ?, ?, '', 'active', ?, ?)",
        *(public_id, url, json.dumps(events), note, secret, tx.now, tx.now),
    )
    after = {"url": url, "events": events, "note": note}
    await audit_log.record(tx, actor, "webhook.create", ("webhook", public_id), after=after)
    return await find(tx, public_id), secret


async def change(tx: Transaction, actor: Actor, public_id: str, changes: dict[str, Any]) -> Endpoint:
    """Change url, events, note or state; enabling an endpoint clears its failures. Raises NotFound, Invalid."""
    _refuse(changes)
    before = await find(tx, public_id)
    news = {name: value for name, value in changes.items() if getattr(before, name) != value}
    if news:
        values = {**news, "events": json.dumps(news.get("events", before.events))}
        settings = ", ".join(f"{name} = ?" for name in values)  # constant names
        forget = (
            ", failures = 0, failing_since = NULL, rests_until = 0, disabled_reason = ''" if "state" in news else ""
        )
        sql = f"UPDATE webhook_endpoint SET {settings}{forget}, updated_at = ? WHERE public_id = ?"  # noqa: S608
        await tx.execute(sql, *values.values(), tx.now, public_id)
        olds = {name: getattr(before, name) for name in news}
        await audit_log.record(tx, actor, "webhook.change", ("webhook", public_id), before=olds, after=news)
    return await find(tx, public_id)


async def rotate_secret(tx: Transaction, actor: Actor, public_id: str) -> tuple[Endpoint, str]:
    """Create a new secret; for a day messages are signed with both. Raises NotFound."""
    secret = new_secret()
    changed = await tx.execute(
        "UPDATE webhook_endpoint SET previous_secret = secret, previous_until = ?, secret = ?, updated_at = ?"
        " WHERE public_id = ?",
        *(tx.now + ROTATION_MS, secret, tx.now, public_id),
    )
    if not changed:
        raise NotFound("There is no such webhook.")
    await audit_log.record(tx, actor, "webhook.rotate_secret", ("webhook", public_id))
    return await find(tx, public_id), secret


async def delete(tx: Transaction, actor: Actor, public_id: str) -> None:
    """Delete the endpoint with its deliveries. Raises NotFound."""
    before = await find(tx, public_id)
    await tx.execute("DELETE FROM webhook_endpoint WHERE public_id = ?", public_id)
    sides = {"url": before.url, "events": before.events}
    await audit_log.record(tx, actor, "webhook.delete", ("webhook", public_id), before=sides)


async def send_test(tx: Transaction, actor: Actor, public_id: str) -> str:
    """Schedule a test message; returns its `webhook-id`. Raises NotFound, NotAllowedNow if disabled."""
    row = await _row(tx, public_id)
    refuse_disabled(row["state"])
    await audit_log.record(tx, actor, "webhook.test", ("webhook", public_id))
    return await schedule_deliveries(
        tx, row["id"], TEST, body_of(TEST, tx.now, {"endpoint_id": public_id, "sequence": 0})
    )


async def reopen(tx: Transaction, delivery_id: int) -> None:
    """Queue a delivery again because its job is retried. Raises NotAllowedNow if the endpoint is disabled."""
    row = await pending_deliveries(tx, delivery_id)
    if row is not None and row["state"] != "delivered":
        refuse_disabled(row["endpoint_state"])
        await tx.execute(WAIT, tx.now, delivery_id)


async def find(tx: Transaction, public_id: str) -> Endpoint:
    """The endpoint with this public id. Raises NotFound."""
    return _endpoint(await _row(tx, public_id), tx.now)


async def list_endpoints(tx: Transaction, *, page: int = 1, per_page: int = 20) -> Page[Endpoint]:
    """All endpoints, newest first."""
    total = await tx.fetch_one("SELECT count(*) AS endpoints FROM webhook_endpoint")
    found: Page[Endpoint] = Page([], page, per_page, total["endpoints"] if total else 0)
    sql = f"SELECT {COLUMNS} FROM webhook_endpoint ORDER BY id DESC LIMIT ? OFFSET ?"  # noqa: S608  ours
    found.items.extend(_endpoint(row, tx.now) for row in await tx.fetch(sql, per_page, found.offset))
    return found


def new_secret() -> str:
    """A new secret of 32 random bytes in the format of Standard Webhooks."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


async def _row(tx: Transaction, public_id: str) -> Row:
    sql = f"SELECT {COLUMNS} FROM webhook_endpoint WHERE public_id = ?"  # noqa: S608  ours
    row = await tx.fetch_one(sql, public_id) if public_id.isalnum() else None
    if row is None:
        raise NotFound("There is no such webhook.")
    return row


def _endpoint(row: Row, now: int) -> Endpoint:
    until = row["previous_until"] if row["previous_until"] and row["previous_until"] > now else None
    plain = {name: row[name] for name in ("url", "note", "state", "disabled_reason", "failing_since")}
    times = {"created_at": row["created_at"], "updated_at": row["updated_at"]}
    return Endpoint(
        id=row["public_id"], events=json.loads(row["events"]), previous_secret_until=until, **plain, **times
    )


def _refuse(fields: dict[str, Any]) -> None:
    events = fields.get("events", ["*"])
    unknown = next((event for event in events if not is_known(event)), None)
    choice = f"There is no event {str(unknown)[:60]!r}; there are {', '.join((*EVENTS, *GROUPS))}."
    wrong = {
        "url": (len(fields.get("url", "")) > LONGEST_URL, f"Use at most {LONGEST_URL} characters."),
        "events": (not 0 < len(events) <= MOST_EVENTS, f"Ask for 1 to {MOST_EVENTS} events."),
        "events[]": (unknown is not None, choice),
        "note": (len(fields.get("note", "")) > LONGEST_NOTE, f"Use at most {LONGEST_NOTE} characters."),
        "state": (fields.get("state", "active") not in STATES, "An endpoint is set active or disabled."),
    }
    errors = [FieldError(name.rstrip("[]"), "invalid", words) for name, (is_wrong, words) in wrong.items() if is_wrong]
    if errors:
        raise Invalid("Some fields are not what they have to be.", errors=errors)
