"""Admin pages of webhooks: endpoints, secrets, deliveries with their attempts, and sending again."""

from typing import Any

from quart import Blueprint, Response, flash, request

from models.database import Transaction, write
from models.shared.errors import Invalid, Refusal
from models.webhooks import webhook_deliveries, webhook_endpoints
from models.webhooks.webhook_events import EVENTS, GROUPS, DeliveryState, EndpointState
from pipelines.gateways.outgoing_addresses import Rules
from pipelines.webhooks.webhook_delivery import refuse_unsafe
from web.admin.admin_view import admin_page, errors_of, tried
from web.app_context import settings
from web.forms.form_reader import form_values
from web.http.redirects import see_other
from web.rendering import page_number
from web.security.actor import actor

blueprint = Blueprint("admin_webhooks", __name__)

HOUR_MS = 3_600_000
SINCE_HOURS = (1, 24, 120)


@blueprint.get("/admin/webhooks")
async def show() -> Response:
    return await _list()


@blueprint.post("/admin/webhooks")
async def register() -> Response:
    by, given = actor(), await _given()
    try:
        await refuse_unsafe(given["url"], _rules())
        made, secret = await write(
            lambda tx: webhook_endpoints.create(tx, by, url=given["url"], events=given["events"], note=given["note"])
        )
    except Refusal as refusal:
        return await _list(refusal, given)
    return await _one(made.id, secret=secret)


@blueprint.get("/admin/webhooks/<webhook_id>")
async def one(webhook_id: str) -> Response:
    return await _one(webhook_id)


@blueprint.post("/admin/webhooks/<webhook_id>")
async def change(webhook_id: str) -> Response:
    by, given = actor(), await _given()
    try:
        await refuse_unsafe(given["url"], _rules())
    except Invalid as refusal:
        return await _one(webhook_id, refusal=refusal)
    return await _after(
        webhook_id, await tried(lambda tx: webhook_endpoints.change(tx, by, webhook_id, given)), "Saved."
    )


@blueprint.post("/admin/webhooks/<webhook_id>/state")
async def switch(webhook_id: str) -> Response:
    by, state = actor(), (await form_values("state"))["state"]
    refusal = await tried(lambda tx: webhook_endpoints.change(tx, by, webhook_id, {"state": state}))
    return await _after(webhook_id, refusal, "It is active." if state == EndpointState.ACTIVE else "It is disabled.")


@blueprint.post("/admin/webhooks/<webhook_id>/secret")
async def rotate(webhook_id: str) -> Response:
    by = actor()
    _, secret = await write(lambda tx: webhook_endpoints.rotate_secret(tx, by, webhook_id))
    return await _one(webhook_id, secret=secret)


@blueprint.post("/admin/webhooks/<webhook_id>/deletion")
async def delete(webhook_id: str) -> Response:
    by = actor()
    await write(lambda tx: webhook_endpoints.delete(tx, by, webhook_id))
    return see_other("/admin/webhooks")


@blueprint.post("/admin/webhooks/<webhook_id>/test")
async def test(webhook_id: str) -> Response:
    by = actor()
    refusal = await tried(lambda tx: webhook_endpoints.send_test(tx, by, webhook_id))
    return await _after(webhook_id, refusal, "A test message is on its way.")


@blueprint.post("/admin/webhooks/<webhook_id>/deliveries/<delivery_id>/redelivery")
async def redeliver(webhook_id: str, delivery_id: str) -> Response:
    by = actor()
    refusal = await tried(lambda tx: webhook_deliveries.send_again(tx, by, webhook_id, delivery_id))
    return await _after(webhook_id, refusal, "It is on its way again.")


@blueprint.post("/admin/webhooks/<webhook_id>/redelivery")
async def redeliver_since(webhook_id: str) -> Response:
    by, hours = actor(), (await form_values("hours"))["hours"]

    async def work(tx: Transaction) -> int:
        if hours not in [str(each) for each in SINCE_HOURS]:
            raise Invalid.field("hours", "unknown", "There is no such span.")
        return await webhook_deliveries.send_since(tx, by, webhook_id, tx.now - int(hours) * HOUR_MS)

    return await _after(webhook_id, await tried(work), "What was not delivered is on its way again.")


async def _given() -> dict[str, Any]:
    """The submitted fields of an endpoint; events are checkboxes."""
    given = await form_values("url", "note")
    events = (await request.form).getlist("events")
    return {"url": given["url"].strip(), "note": given["note"].strip(), "events": events}


async def _after(webhook_id: str, refusal: Refusal | None, words: str) -> Response:
    if refusal is not None:
        return await _one(webhook_id, refusal=refusal)
    await flash(words, "good")
    return see_other(f"/admin/webhooks/{webhook_id}")


async def _list(refusal: Refusal | None = None, given: dict[str, Any] | None = None) -> Response:
    number = page_number()

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"page": await webhook_endpoints.list_endpoints(tx, page=number)}

    status, errors = (refusal.status if refusal else 200), errors_of(refusal)
    choice = (*GROUPS, *EVENTS)
    return await admin_page(
        "admin/webhooks/list.html", facts, status=status, errors=errors, given=given or {}, choice=choice
    )


async def _one(webhook_id: str, *, secret: str = "", refusal: Refusal | None = None) -> Response:
    number, state = page_number(), request.args.get("state", "")
    state = state if state in tuple(DeliveryState) else ""

    async def facts(tx: Transaction) -> dict[str, Any]:
        endpoint = await webhook_endpoints.find(tx, webhook_id)
        sent = await webhook_deliveries.list_deliveries(tx, webhook_id, state=state, page=number)
        return {"webhook": endpoint, "page": sent}

    status, problem = (refusal.status if refusal else 200), next(iter(errors_of(refusal).values()), "")
    known = {"secret": secret, "state": state, "states": list(DeliveryState), "spans": SINCE_HOURS}
    choice = (*GROUPS, *EVENTS)
    return await admin_page(
        "admin/webhooks/webhook.html", facts, status=status, problem=problem, choice=choice, shown=known
    )


def _rules() -> Rules:
    """The rules for receivers' addresses in this process."""
    return Rules(https_only=settings().is_production, allow_private=settings().webhook_private)
