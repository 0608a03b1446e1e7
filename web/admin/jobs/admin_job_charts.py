"""Admin pages of job charts with capacity advice, and of failure groups."""

import json
from typing import Any

from quart import Blueprint, Response, request

from core.shop_time import zone_name
from models.database import Transaction
from models.jobs.ledger import failure_groups
from models.jobs.ledger.job_kinds import KINDS
from models.reports import capacity_advice, job_charts
from web.admin.admin_view import admin_page

blueprint = Blueprint("admin_job_charts", __name__)


@blueprint.get("/admin/jobs/charts")
async def show() -> Response:
    range_, kind = request.args.get("range", "1h"), request.args.get("kind", "")

    async def facts(tx: Transaction) -> dict[str, Any]:
        charts = await job_charts.charts(tx, range_, kind)
        drawn = {"times": charts.times, "points": charts.points, "deployments": charts.deployments, "zone": zone_name()}
        return {"charts": charts, "advice": await capacity_advice.advice(tx), "drawn": json.dumps(drawn)}

    return await admin_page("admin/jobs/charts.html", facts, ranges=job_charts.RANGES, kinds=list(KINDS))


@blueprint.get("/admin/jobs/failures")
async def alike() -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"groups": await failure_groups.groups(tx)}

    return await admin_page("admin/jobs/failures.html", facts)
