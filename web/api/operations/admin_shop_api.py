"""Mail, statistics and the audit log over the API, for admins."""

import time
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError
from quart import Blueprint, Response, jsonify

from models.audit import audit_log as audit_audit_log
from models.audit.audit_log import AuditQuery, AuditRecord
from models.database import Transaction, read
from models.mail import mail_resends, mail_views
from models.reports import statistics
from models.reports.statistics import ShopStatistics, StatisticsBucket
from models.shared.errors import IllegalTransition, NotFound
from models.shared.times import DAY_MS, iso
from web.api.description.operation import ADMIN, Operation
from web.api.description.operation_tags import ADMIN_SHOP
from web.api.documents.idempotency_keys import write_once
from web.api.documents.list_pages import PageQuery, list_response
from web.api.documents.money_format import amount
from web.api.schemas import operations_schemas as schemas
from web.api.schemas.common_schemas import Listed
from web.forms.input_model import Input, Line
from web.security.actor import actor

blueprint = Blueprint("api_admin_shop", __name__)
DAYS_SHOWN = 30


def _moment(text: str) -> str:
    """Validates a date, or a time with a zone; UTC by default."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if text and (at is None or not 2000 <= at.year <= 2200):
        raise PydanticCustomError("moment", "Write 2026-11-23 or 2026-11-23T10:00:00Z.")
    return text


Moment = Annotated[str, AfterValidator(_moment)]


class EntriesQuery(PageQuery):
    """The query string of the audit log."""

    actor: str = ""
    action: str = ""
    object_type: str = ""
    object_id: str = ""
    since: Moment = Field(default="", alias="from")
    until: Moment = Field(default="", alias="to")
    per_page: int = Field(default=50, ge=1, le=100)


class FiguresQuery(Input):
    """The query string of the statistics; by default the last 30 days by day."""

    since: Moment = Field(default="", alias="from")
    until: Moment = Field(default="", alias="to")
    bucket: Literal["hour", "day"] = "day"


class Resending(Input):
    """The recipient, by default the previous one."""

    recipient: Line = ""


@blueprint.get("/admin/emails")
@Operation("List the mail", ADMIN_SHOP, ADMIN, gives=Listed[schemas.Email])
async def emails(query: PageQuery) -> Response:
    page, per_page = query.page, query.per_page
    return list_response(await read(lambda tx: mail_views.list_mail(tx, page=page, per_page=per_page)), email_document)


@blueprint.post("/admin/emails/<email_id>/resend")
@Operation(
    "Send a mail again that was not delivered",
    ADMIN_SHOP,
    ADMIN,
    gives=schemas.Email,
    status=202,
    refuses=(NotFound, IllegalTransition),
    is_once=True,
)
async def resend(email_id: str, body: Resending) -> tuple[Response, int]:
    by = actor()

    async def work(tx: Transaction) -> Any:
        await mail_resends.resend(tx, email_id, actor=by, recipient=body.recipient)
        return email_document(await mail_views.find_mail(tx, email_id))

    return jsonify(await write_once(work, body)), 202


@blueprint.get("/admin/stats")
@Operation("Read the shop's figures", ADMIN_SHOP, ADMIN, gives=schemas.StatisticsDocument)
async def stats(query: FiguresQuery) -> Response:
    now = int(time.time() * 1000)
    until = milliseconds(query.until) or now
    since = milliseconds(query.since) or until - DAYS_SHOWN * DAY_MS
    return jsonify(statistics_document(await read(lambda tx: statistics.figures(tx, since, until, query.bucket))))


@blueprint.get("/admin/audit")
@Operation("Read the audit log", ADMIN_SHOP, ADMIN, gives=Listed[schemas.AuditEntryDocument])
async def audit_log(query: EntriesQuery) -> Response:
    words = query.model_dump(exclude={"since", "until"})
    wanted = AuditQuery(**words, since=milliseconds(query.since), until=milliseconds(query.until))
    return list_response(await read(lambda tx: audit_audit_log.entries(tx, wanted)), entry_document)


def email_document(mail: Any) -> dict[str, Any]:
    """The JSON of a mail, without its text."""
    names = ("id", "message_id", "kind", "recipient", "subject", "state", "attempts", "maybe_duplicate", "last_error")
    sent = mail["sent_at"]
    times = {"created_at": iso(mail["created_at"]), "sent_at": None if sent is None else iso(sent)}
    return {**{name: mail[name] for name in names}, **times}


def entry_document(entry: AuditRecord) -> dict[str, Any]:
    """One entry of the audit log."""
    return {
        "at": iso(entry.at),
        "actor": entry.actor,
        "action": entry.action,
        "object": {"type": entry.object_type, "id": entry.object_id},
        "before": entry.before,
        "after": entry.after,
        "reason": entry.reason,
        "request_id": entry.request_id,
        "address": entry.address,
    }


def statistics_document(found: ShopStatistics) -> dict[str, Any]:
    """The statistics of a span."""
    placed, confirmed = found.total("orders"), found.total("confirmed")
    return {
        "since": iso(found.since),
        "until": iso(found.until),
        "bucket": found.bucket,
        "orders": placed,
        "confirmed": confirmed,
        "cancelled": found.total("cancelled"),
        "revenue": amount(found.total("revenue_cents")),
        "refunded": amount(found.refunded_cents),
        "conversion": round(confirmed / placed, 4) if placed else None,
        "new_customers": found.total("new_customers"),
        "returning_customers": found.returning_customers,
        "cancellations": found.cancellations,
        "buckets": [_bucket(bucket) for bucket in found.buckets],
        "top_products": [_top(row) for row in found.top_products],
    }


def _bucket(bucket: StatisticsBucket) -> dict[str, Any]:
    counts = {name: getattr(bucket, name) for name in ("orders", "confirmed", "cancelled", "new_customers")}
    return {"at": iso(bucket.at), **counts, "revenue": amount(bucket.revenue_cents)}


def _top(row: Any) -> dict[str, Any]:
    return {**{name: row[name] for name in ("product_id", "sku", "name", "units")}, "revenue": amount(row["cents"])}


def milliseconds(text: str) -> int | None:
    """Epoch milliseconds of a `Moment`; None for an empty one."""
    if not text:
        return None
    at = datetime.fromisoformat(text)
    return int((at.replace(tzinfo=UTC) if at.tzinfo is None else at).timestamp() * 1000)
