"""Webhook endpoints: the receivers' addresses, their event patterns, and the secrets that sign messages."""

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction, from_row
from models.shared.errors import FieldError, Invalid, NotFound
from models.shared.paging import Page
from models.shared.public_ids import is_public_id
from models.shared.times import DAY_MS
from models.tables.message_tables import WebhookEndpoint
from models.webhooks.webhook_deliveries import WAIT, find_delivery, refuse_disabled
from models.webhooks.webhook_events import (
    EVENTS,
    GROUPS,
    TEST,
    DeliveryState,
    EndpointState,
    body_of,
    is_known,
    schedule_deliveries,
)

MOST_EVENTS = 50
LONGEST_URL = 2000
LONGEST_NOTE = 500
ROTATION_MS = DAY_MS
EndpointChange = Mapping[str, object]  # url, events, note, state
STATES = (EndpointState.ACTIVE, EndpointState.DISABLED)  # what an admin may set; `failing` is set by failed attempts


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One receiver. Its secret is shown once, when it is created or rotated."""

    id: str
    url: str
    events: list[str]
    note: str
    state: EndpointState
    disabled_reason: str
    failing_since: int | None
    previous_secret_until: int | None
    created_at: int
    updated_at: int


async def create(tx: Transaction, actor: Actor, *, url: str, events: list[str], note: str = "") -> tuple[Endpoint, str]:
    """Create an endpoint; returns it with its secret. The caller has checked the address. Raises Invalid."""
    _refuse({"url": url, "events": events, "note": note})
    secret = new_secret()
    made = await WebhookEndpoint.create(
        url=url, events=json.dumps(events), note=note, secret=secret, created_at=tx.now, updated_at=tx.now
    )
    after = {"url": url, "events": events, "note": note}
    await audit_log.record(tx, actor, "webhook.create", ("webhook", made.public_id), after=after)
    return _endpoint(made, tx.now), secret


async def change(tx: Transaction, actor: Actor, public_id: str, changes: EndpointChange) -> Endpoint:
    """Change url, events, note or state; enabling an endpoint clears its failures. Raises NotFound, Invalid."""
    _refuse(changes)
    row = await _find(public_id)
    before = _endpoint(row, tx.now)
    news = {name: value for name, value in changes.items() if getattr(before, name) != value}
    if news:
        row.update_from_dict({**news, "events": json.dumps(news.get("events", before.events)), "updated_at": tx.now})
        if "state" in news:
            row.update_from_dict({"failures": 0, "failing_since": None, "rests_until": 0, "disabled_reason": ""})
        await row.save()
        olds = {name: getattr(before, name) for name in news}
        await audit_log.record(tx, actor, "webhook.change", ("webhook", public_id), before=olds, after=news)
    return _endpoint(row, tx.now)


async def rotate_secret(tx: Transaction, actor: Actor, public_id: str) -> tuple[Endpoint, str]:
    """Create a new secret; for a day messages are signed with both. Raises NotFound."""
    row = await _find(public_id)
    row.previous_secret, row.previous_until = row.secret, tx.now + ROTATION_MS
    row.secret, row.updated_at = new_secret(), tx.now
    await row.save(update_fields=["previous_secret", "previous_until", "secret", "updated_at"])
    await audit_log.record(tx, actor, "webhook.rotate_secret", ("webhook", public_id))
    return _endpoint(row, tx.now), row.secret


async def delete(tx: Transaction, actor: Actor, public_id: str) -> None:
    """Delete the endpoint with its deliveries. Raises NotFound."""
    row = await _find(public_id)
    await row.delete()
    sides = {"url": row.url, "events": json.loads(row.events)}
    await audit_log.record(tx, actor, "webhook.delete", ("webhook", public_id), before=sides)


async def send_test(tx: Transaction, actor: Actor, public_id: str) -> str:
    """Schedule a test message; returns its `webhook-id`. Raises NotFound, NotAllowedNow if disabled."""
    row = await _find(public_id)
    refuse_disabled(row.state)
    await audit_log.record(tx, actor, "webhook.test", ("webhook", public_id))
    body = body_of(TEST, tx.now, {"endpoint_id": public_id, "sequence": 0})
    return await schedule_deliveries(tx, row.id, TEST, body)


async def reopen(tx: Transaction, delivery_id: int) -> None:
    """Queue a delivery again because its job is retried. Raises NotAllowedNow if the endpoint is disabled."""
    delivery = await find_delivery(tx, delivery_id)
    if delivery is not None and delivery.state != DeliveryState.DELIVERED:
        refuse_disabled(delivery.endpoint_state)
        await tx.execute(WAIT, tx.now, delivery_id)


async def find(tx: Transaction, public_id: str) -> Endpoint:
    """The endpoint with this public id. Raises NotFound."""
    return _endpoint(await _find(public_id, lock=False), tx.now)


async def list_endpoints(tx: Transaction, *, page: int = 1, per_page: int = 20) -> Page[Endpoint]:
    """All endpoints, newest first."""
    found: Page[Endpoint] = Page([], page, per_page, await WebhookEndpoint.all().count())
    rows = await WebhookEndpoint.all().order_by("-id").offset(found.offset).limit(per_page)
    found.items.extend(_endpoint(row, tx.now) for row in rows)
    return found


def new_secret() -> str:
    """A new secret of 32 random bytes in the format of Standard Webhooks."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


async def _find(public_id: str, *, lock: bool = True) -> WebhookEndpoint:
    """The row, locked for whoever changes it."""
    wanted = WebhookEndpoint.filter(public_id=public_id)
    row = await (wanted.select_for_update() if lock else wanted).first() if is_public_id(public_id) else None
    if row is None:
        raise NotFound("There is no such webhook.")
    return row


def _endpoint(row: WebhookEndpoint, now: int) -> Endpoint:
    until = row.previous_until if row.previous_until and row.previous_until > now else None
    return from_row(Endpoint, row, id=row.public_id, events=json.loads(row.events), previous_secret_until=until)


def _refuse(changes: EndpointChange) -> None:
    fields = cast(Mapping[str, Any], changes)
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
