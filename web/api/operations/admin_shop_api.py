"""Mail, statistics and the audit log over the API, for admins."""

from typing import Any, Literal

from pydantic import Field
from quart import Blueprint, Response, jsonify

from core.shop_time import zone_name
from models.audit import audit_log as audit_audit_log
from models.audit.audit_log import AuditQuery, AuditRecord
from models.database import Transaction, read_long
from models.mail import mail_resends, mail_views
from models.reports import analytics
from models.reports.analytics import Figures, Report
from models.shared.errors import IllegalTransition, NotFound
from models.shared.times import iso
from web.api.description.operation import ADMIN, Operation
from web.api.description.operation_tags import ADMIN_SHOP
from web.api.documents.idempotency_keys import write_once
from web.api.documents.list_pages import PageQuery, list_response
from web.api.documents.money_format import amount
from web.api.schemas import operations_schemas as schemas
from web.api.schemas.common_schemas import Listed
from web.forms.date_ranges import DateOrTime, begin_of, end_of, span_of
from web.forms.input_model import Input, Line
from web.security.actor import actor

blueprint = Blueprint("api_admin_shop", __name__)
DAYS_SHOWN = 30


class EntriesQuery(PageQuery):
    """The query string of the audit log; `from` and `to` are read as those of the statistics."""

    actor: str = ""
    action: str = ""
    object_type: str = ""
    object_id: str = ""
    since: DateOrTime = Field(default="", alias="from")
    until: DateOrTime = Field(default="", alias="to")
    per_page: int = Field(default=50, ge=1, le=100)


class FiguresQuery(Input):
    """The query string of the statistics; by default the last 30 days by day, today included.

    A date is a whole day of the shop's time zone, as `from` and as `to`; a time is exact, and excluded as `to`.
    """

    since: DateOrTime = Field(default="", alias="from")
    until: DateOrTime = Field(default="", alias="to")
    bucket: Literal["hour", "day", "week", "month"] = "day"


class Resending(Input):
    """The recipient, by default the previous one."""

    recipient: Line = ""


@blueprint.get("/admin/emails")
@Operation("List the mail", ADMIN_SHOP, ADMIN, gives=Listed[schemas.Email])
async def emails(query: PageQuery) -> Response:
    page, per_page = query.page, query.per_page
    return list_response(
        await read_long(lambda tx: mail_views.list_mail(tx, page=page, per_page=per_page)), email_document
    )


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
    since, until = span_of(query.since, query.until, days=DAYS_SHOWN)
    return jsonify(statistics_document(await read_long(lambda tx: analytics.report(tx, since, until, query.bucket))))


@blueprint.get("/admin/audit")
@Operation("Read the audit log", ADMIN_SHOP, ADMIN, gives=Listed[schemas.AuditEntryDocument])
async def audit_log(query: EntriesQuery) -> Response:
    words = query.model_dump(exclude={"since", "until"})
    wanted = AuditQuery(**words, since=begin_of(query.since), until=end_of(query.until))
    return list_response(await read_long(lambda tx: audit_audit_log.entries(tx, wanted)), entry_document)


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


def statistics_document(found: Report) -> dict[str, Any]:
    """The statistics of a span."""
    total = found.total
    return {
        "since": iso(found.since),
        "until": iso(found.until),
        "time_zone": zone_name(),
        "bucket": found.width,
        **_figures(total),
        "average_order": amount(total.average_cents),
        "conversion": round(total.confirmed / total.placed, 4) if total.placed else None,
        "cancellations": {row["reason"]: row["orders"] for row in found.reasons},
        "before": {"since": iso(found.before.at), "until": iso(found.since), **_figures(found.before)},
        "buckets": [{"at": iso(slot.at), **_figures(slot)} for slot in found.slots],
        "top_products": [_top(row) for row in found.products],
    }


def _figures(figures: Figures) -> dict[str, Any]:
    counts = ("placed", "confirmed", "cancelled", "new_customers", "returning_customers")
    orders, *others = (getattr(figures, name) for name in counts)
    return {
        "orders": orders,
        **dict(zip(counts[1:], others, strict=True)),
        "gross": amount(figures.gross_cents),
        "refunded": amount(figures.refunded_cents),
        "revenue": amount(figures.revenue_cents),
    }


def _top(row: Any) -> dict[str, Any]:
    return {
        "product_id": row["id"],
        **{name: row[name] for name in ("sku", "name", "units")},
        "revenue": amount(row["cents"]),
    }
