"""Sales analytics as charts, tables and CSV."""

import csv
import io
import json
import time
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from quart import Blueprint, Response, request

from models.database import Transaction, read
from models.reports import analytics
from models.reports.analytics import Report
from models.shared.errors import Invalid
from models.shared.times import DAY_MS
from web.admin.admin_view import admin_page

blueprint = Blueprint("admin_analytics", __name__)

RANGES = (7, 30, 90)
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a text begins that a spreadsheet would work out
TABLES = ("days", "customers", "products", "reasons")


@blueprint.get("/admin/analytics")
async def show() -> Response:
    since, until = _span()

    async def facts(tx: Transaction) -> dict[str, Any]:
        report = await analytics.report(tx, since, until)
        return {"report": report, "drawn": json.dumps(_drawn(report))}

    days = (until - since) // DAY_MS
    span = {"since": _text(since), "until": _text(until - DAY_MS)}
    return await admin_page("admin/analytics.html", facts, ranges=RANGES, days=days, span=span)


@blueprint.get("/admin/analytics/files/<table>")
async def as_csv(table: str) -> Response:
    if table not in TABLES:
        words = f"There are tables of {', '.join(TABLES)}."
        raise Invalid.field("table", "unknown", words)
    since, until = _span()
    report = await read(lambda tx: analytics.report(tx, since, until))
    file = io.StringIO()
    csv.writer(file).writerows([[_plain(cell) for cell in row] for row in _rows(report, table)])
    name = f"{table}-{_text(since)}-{_text(until - DAY_MS)}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    text = file.getvalue().encode("utf-8-sig")  # spreadsheets know UTF-8 by its mark alone
    return Response(text, content_type="text/csv; charset=utf-8", headers=headers)


def _rows(report: Report, table: str) -> list[list[object]]:
    if table == "days":
        days = [[_text(day.at), day.placed, day.cancelled, _money(day.cents)] for day in report.days]
        return [["day", "orders", "cancelled", "revenue"], *days]
    if table == "customers":
        buyers = [[_text(day.at), day.new_customers, day.returning_customers] for day in report.days]
        return [["day", "new", "returning"], *buyers]
    if table == "products":
        sold = [[each["sku"], each["name"], each["units"], _money(each["cents"])] for each in report.products]
        return [["sku", "name", "units", "revenue"], *sold]
    lost = [[each["reason"], each["orders"], _money(each["cents"])] for each in report.reasons]
    return [["reason", "orders", "worth"], *lost]


def _plain(cell: object) -> object:
    """Escape text that a spreadsheet would run as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _money(cents: int) -> Decimal:
    return Decimal(cents).scaleb(-2)


def _drawn(report: Report) -> dict[str, Any]:
    points = {
        "revenue": [day.cents for day in report.days],
        "trend": [round(cents) for cents in report.trend],
        "orders": [day.placed for day in report.days],
        "cancelled": [day.cancelled for day in report.days],
        "new": [day.new_customers for day in report.days],
        "returning": [day.returning_customers for day in report.days],
    }
    return {"times": [day.at for day in report.days], "points": points, "is_daily": True}


def _span() -> tuple[int, int]:
    """The requested span of whole days in epoch milliseconds. Raises Invalid."""
    tomorrow = (int(time.time() * 1000) // DAY_MS + 1) * DAY_MS
    asked = {name: request.args.get(name, "").strip() for name in ("since", "until", "days")}
    until = _day("until", asked["until"]) + DAY_MS if asked["until"] else tomorrow
    if asked["since"]:
        return _day("since", asked["since"]), until
    days = int(asked["days"]) if asked["days"] in [str(each) for each in RANGES] else RANGES[1]
    return until - days * DAY_MS, until


def _day(field: str, text: str) -> int:
    try:
        return int(datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).timestamp() * 1000)
    except ValueError:
        words = "Write a date such as 2026-11-23."
        raise Invalid.field(field, "date", words) from None


def _text(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%Y-%m-%d")
