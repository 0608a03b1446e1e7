"""Admin pages of job charts with capacity advice, and of failure groups."""

import json
from typing import Any

from quart import Blueprint, Response, request

from core.shop_time import zone_name
from models.database import Transaction
from models.jobs.admin import live_failures
from models.jobs.admin.live_failures import WINDOWS
from models.jobs.ledger.job_kinds import KINDS, QUEUES
from models.reports import capacity_advice, job_charts
from web.admin.admin_view import admin_page, asks_for, fragment
from web.app_context import settings

blueprint = Blueprint("admin_job_charts", __name__)


@blueprint.get("/admin/jobs/charts")
async def show() -> Response:
    range_, kind = request.args.get("range", "1h"), request.args.get("kind", "")

    async def facts(tx: Transaction) -> dict[str, Any]:
        charts = await job_charts.charts(tx, range_, kind)
        drawn = {"times": charts.times, "points": charts.points, "deployments": charts.deployments, "zone": zone_name()}
        return {"charts": charts, "advice": await capacity_advice.advice(tx), "drawn": json.dumps(drawn)}

    queues = [queue.name for queue in QUEUES]
    values: dict[str, Any] = {
        "ranges": job_charts.RANGES,
        "kinds": list(KINDS),
        "queues": queues,
        "aspire_url": settings().aspire_url,
    }
    return await admin_page("admin/jobs/charts.html", facts, **values)


@blueprint.get("/admin/jobs/failures")
async def alike() -> Response:
    window = request.args.get("window", "live")
    window = window if window in WINDOWS else "live"

    async def facts(tx: Transaction) -> dict[str, Any]:
        found = await live_failures.live(tx)
        numbers = {name: sum(group.is_in(name) for group in found) for name in WINDOWS}
        return {"groups": [group for group in found if group.is_in(window)], "numbers": numbers, "now": tx.now}

    values: dict[str, Any] = {"window": window, "windows": WINDOWS}
    if asks_for("failures"):
        return await fragment("admin/jobs/_failures.html", facts, **values)
    return await admin_page("admin/jobs/failures.html", facts, **values)
