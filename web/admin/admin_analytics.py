"""Sales analytics as charts, tables and CSV."""

import json
from typing import Any

from quart import Blueprint, Response, request

from core import shop_time
from models.database import Transaction, read_long
from models.reports import analytics
from models.reports.analytics import Figures, Report
from models.reports.report_slots import days_in
from models.shared.errors import Invalid
from web.admin.admin_view import Facts, admin_page, errors_of, no_facts
from web.forms.csv_files import csv_response, money_cell
from web.forms.date_ranges import asked_range, span_of

blueprint = Blueprint("admin_analytics", __name__)

RANGES = (7, 30, 90, 365)
DAYS_SHOWN = 30
WIDTHS = ("day", "week", "month")
NAMES = {"from": "since", "to": "until"}  # the fields of the form, by what the API calls them
TABLES = ("days", "customers", "products", "reasons")


@blueprint.get("/admin/analytics")
async def show() -> Response:
    width = _width()
    try:
        since, until = _span()
        analytics.require_span(since, until, width)
    except Invalid as refusal:
        return await _refused(refusal, width)

    async def facts(tx: Transaction) -> dict[str, Any]:
        report = await analytics.report(tx, since, until, width)
        return {"report": report, "drawn": json.dumps(_drawn(report))}

    span = {"since": _day(since), "until": _day(until - 1), "by": width}
    return await _page(facts, span, days=days_in(since, until), errors={})


async def _refused(refusal: Invalid, width: str) -> Response:
    """The form as it was filled in, with the reasons beside its fields, and no report."""
    since, until = asked_range()
    errors = {NAMES.get(name, name): words for name, words in errors_of(refusal).items()}
    span = {"since": since, "until": until, "by": width}
    return await _page(no_facts, span, days=0, errors=errors, status=refusal.status)


async def _page(facts: Facts, span: dict[str, str], **values: Any) -> Response:
    choices: dict[str, Any] = {"ranges": RANGES, "widths": WIDTHS, "zone": shop_time.zone_name()}
    return await admin_page("admin/analytics.html", facts, span=span, **choices, **values)


@blueprint.get("/admin/analytics/files/<table>")
async def as_csv(table: str) -> Response:
    if table not in TABLES:
        words = f"There are tables of {', '.join(TABLES)}."
        raise Invalid.field("table", "unknown", words)
    (since, until), width = _span(), _width()
    report = await read_long(lambda tx: analytics.report(tx, since, until, width))
    return csv_response(f"{table}-{_day(since)}-{_day(until - 1)}.csv", _rows(report, table))


def _rows(report: Report, table: str) -> list[list[object]]:
    if table == "days":
        head: list[object] = [
            report.width,
            "orders",
            "cancelled",
            "paid",
            "gross",
            "refunds",
            "revenue",
            "average order",
        ]
        return [head, *(_slot_row(slot) for slot in report.slots)]
    if table == "customers":
        buyers = [[_day(slot.at), slot.new_customers, slot.returning_customers] for slot in report.slots]
        return [[report.width, "new", "returning"], *buyers]
    if table == "products":
        sold = [[each["sku"], each["name"], each["units"], money_cell(each["cents"])] for each in report.products]
        return [["sku", "name", "units", "sales"], *sold]
    lost = [[each["reason"], each["orders"], money_cell(each["cents"])] for each in report.reasons]
    return [["reason", "orders", "worth"], *lost]


def _slot_row(slot: Figures) -> list[object]:
    counts = [slot.placed, slot.cancelled, slot.charged]
    cents = (slot.gross_cents, slot.refunded_cents, slot.revenue_cents, slot.average_cents)
    return [_day(slot.at), *counts, *map(money_cell, cents)]


def _drawn(report: Report) -> dict[str, Any]:
    charts = drawn(report.slots)
    charts["points"]["trend"] = [round(cents) for cents in report.trend]
    return charts | {"width": report.width}


def drawn(slots: list[Figures]) -> dict[str, Any]:
    """What the charts need to draw these slots."""
    points = {
        "revenue": [slot.revenue_cents for slot in slots],
        "orders": [slot.placed for slot in slots],
        "cancelled": [slot.cancelled for slot in slots],
        "new": [slot.new_customers for slot in slots],
        "returning": [slot.returning_customers for slot in slots],
    }
    return {"times": [slot.at for slot in slots], "points": points, "is_daily": True, "zone": shop_time.zone_name()}


def _span() -> tuple[int, int]:
    """The requested span in epoch milliseconds. Raises Invalid."""
    asked = request.args.get("days", "")
    days = int(asked) if asked in [str(each) for each in RANGES] else DAYS_SHOWN
    return span_of(*asked_range(), days=days)


def _width() -> str:
    width = request.args.get("by", "day")
    if width not in WIDTHS:
        words = f"Choose one of {', '.join(WIDTHS)}."
        raise Invalid.field("by", "unknown", words)
    return width


def _day(milliseconds: int) -> str:
    return shop_time.day_of(milliseconds).isoformat()
