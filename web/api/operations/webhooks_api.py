"""Webhooks over the API, for admins: endpoints, secrets, deliveries, and sending again."""

import json
from typing import Annotated, Any, Literal

from pydantic import Field
from quart import Blueprint, Response, jsonify

from models.database import Transaction, read_long, write
from models.shared.errors import NotAllowedNow, NotFound
from models.shared.times import iso
from models.webhooks import webhook_deliveries, webhook_endpoints
from models.webhooks.webhook_deliveries import DeliveryView
from models.webhooks.webhook_endpoints import Endpoint
from pipelines.gateways.outgoing_addresses import Rules
from pipelines.webhooks.webhook_delivery import refuse_unsafe
from web.api.description.operation import ADMIN, Operation
from web.api.description.operation_tags import WEBHOOKS
from web.api.documents.idempotency_keys import write_once
from web.api.documents.list_pages import PageQuery, list_response
from web.api.schemas import operations_schemas as schemas
from web.api.schemas.common_schemas import Listed
from web.app_context import settings
from web.forms.date_ranges import DateOrTime, begin_of
from web.forms.input_model import Input, Text, says
from web.security.actor import actor

blueprint = Blueprint("api_webhooks", __name__)

Url = Annotated[str, says(format="uri", pattern="^https://", maxLength=webhook_endpoints.LONGEST_URL)]
Events = Annotated[list[str], says(minItems=1, maxItems=webhook_endpoints.MOST_EVENTS)]


class NewWebhook(Input):
    """The address and the events of a new endpoint."""

    url: Url
    events: Events
    note: Text = ""


class WebhookChange(Input):
    """Changed fields of an endpoint; setting it active clears its failures."""

    url: Url = ""
    events: Events = Field(default_factory=list)
    note: Text = ""
    state: Literal["active", "disabled"] = "active"


class DeliveriesQuery(PageQuery):
    """The query string of an endpoint's deliveries."""

    state: Literal["", "queued", "failed", "delivered", "dead"] = ""


class Since(Input):
    """The start of the time span."""

    since: DateOrTime


def hook(summary: str, gives: Any = None, status: int = 200, **words: Any) -> Operation:
    """An operation on one endpoint."""
    refuses = words.pop("refuses", (NotFound,))
    return Operation(summary, WEBHOOKS, ADMIN, gives=gives, status=status, refuses=refuses, **words)


@blueprint.get("/webhooks")
@Operation("List the webhooks", WEBHOOKS, ADMIN, gives=Listed[schemas.Webhook])
async def endpoints(query: PageQuery) -> Response:
    page, per_page = query.page, query.per_page
    return list_response(
        await read_long(lambda tx: webhook_endpoints.list_endpoints(tx, page=page, per_page=per_page)),
        endpoint_document,
    )


@blueprint.post("/webhooks")
@hook(
    "Register a webhook; its secret is shown this once",
    schemas.Webhook,
    201,
    refuses=(),
    answers=("Location",),
    is_once=True,
)
async def register(body: NewWebhook) -> Response:
    by = actor()
    await refuse_unsafe(body.url, rules())

    async def work(tx: Transaction) -> dict[str, Any]:
        endpoint, secret = await webhook_endpoints.create(tx, by, **body.model_dump())
        return {**endpoint_document(endpoint), "secret": secret}

    made = await write_once(work, body)
    response = jsonify(made)
    response.status_code = 201
    response.headers["Location"] = f"/api/v1/webhooks/{made['id']}"
    return response


@blueprint.get("/webhooks/<webhook_id>")
@hook("Read a webhook", schemas.Webhook)
async def endpoint(webhook_id: str) -> Response:
    return jsonify(endpoint_document(await read_long(lambda tx: webhook_endpoints.find(tx, webhook_id))))


@blueprint.patch("/webhooks/<webhook_id>")
@hook("Change a webhook", schemas.Webhook)
async def change(webhook_id: str, body: WebhookChange) -> Response:
    by, named = actor(), body.model_dump(exclude_unset=True)
    if "url" in named:
        await refuse_unsafe(body.url, rules())
    return jsonify(endpoint_document(await write(lambda tx: webhook_endpoints.change(tx, by, webhook_id, named))))


@blueprint.delete("/webhooks/<webhook_id>")
@hook("Delete a webhook", status=204)
async def delete(webhook_id: str) -> tuple[str, int]:
    by = actor()
    await write(lambda tx: webhook_endpoints.delete(tx, by, webhook_id))
    return "", 204


@blueprint.post("/webhooks/<webhook_id>/secret")
@hook("Change the secret; the old one signs too for a day", schemas.Webhook, is_once=True)
async def rotate(webhook_id: str) -> Response:
    by = actor()

    async def work(tx: Transaction) -> dict[str, Any]:
        rotated, secret = await webhook_endpoints.rotate_secret(tx, by, webhook_id)
        return {**endpoint_document(rotated), "secret": secret}

    return jsonify(await write_once(work))


@blueprint.post("/webhooks/<webhook_id>/test")
@hook("Send a test message", schemas.TestSent, 202, refuses=(NotFound, NotAllowedNow), is_once=True)
async def test(webhook_id: str) -> tuple[Response, int]:
    by = actor()

    async def work(tx: Transaction) -> dict[str, Any]:
        return {"delivery_id": await webhook_endpoints.send_test(tx, by, webhook_id)}

    return jsonify(await write_once(work)), 202


@blueprint.get("/webhooks/<webhook_id>/deliveries")
@hook("List what was sent to a webhook", Listed[schemas.DeliveryDocument])
async def deliveries(webhook_id: str, query: DeliveriesQuery) -> Response:
    wanted = query.model_dump()

    async def work(tx: Transaction) -> Any:
        await webhook_endpoints.find(tx, webhook_id)
        return await webhook_deliveries.list_deliveries(tx, webhook_id, **wanted)

    return list_response(await read_long(work), delivery_document)


@blueprint.post("/webhooks/<webhook_id>/deliveries/<delivery_id>/redelivery")
@hook("Send a message again", schemas.TestSent, 202, refuses=(NotFound, NotAllowedNow), is_once=True)
async def redeliver(webhook_id: str, delivery_id: str) -> tuple[Response, int]:
    by = actor()

    async def work(tx: Transaction) -> dict[str, Any]:
        await webhook_deliveries.send_again(tx, by, webhook_id, delivery_id)
        return {"delivery_id": delivery_id}

    return jsonify(await write_once(work)), 202


@blueprint.post("/webhooks/<webhook_id>/redelivery")
@hook(
    "Send everything again that was not delivered since",
    schemas.Redelivered,
    status=202,
    refuses=(NotFound, NotAllowedNow),
    is_once=True,
)
async def redeliver_since(webhook_id: str, body: Since) -> tuple[Response, int]:
    by, since = actor(), begin_of(body.since) or 0

    async def work(tx: Transaction) -> dict[str, Any]:
        return {"deliveries": await webhook_deliveries.send_since(tx, by, webhook_id, since)}

    return jsonify(await write_once(work, body)), 202


def rules() -> Rules:
    """The rules for receivers' addresses in this process."""
    return Rules(https_only=settings().is_production, allow_private=settings().webhook_private)


def endpoint_document(endpoint: Endpoint) -> dict[str, Any]:
    """The JSON of an endpoint, without its secret."""
    plain = {name: getattr(endpoint, name) for name in ("id", "url", "events", "note", "state", "disabled_reason")}
    names = ("failing_since", "previous_secret_until", "created_at", "updated_at")
    times = {name: getattr(endpoint, name) for name in names}
    return {**plain, **{name: None if at is None else iso(at) for name, at in times.items()}}


def delivery_document(delivery: DeliveryView) -> dict[str, Any]:
    """The JSON of a delivery with its attempts."""
    plain = {name: getattr(delivery, name) for name in ("id", "type", "state", "order_id")}
    attempts = [{**attempt, "at": iso(attempt["at"])} for attempt in delivery.attempts]
    times = {"created_at": iso(delivery.created_at), "updated_at": iso(delivery.updated_at)}
    return {**plain, "body": json.loads(delivery.body), **times, "attempts": attempts}
