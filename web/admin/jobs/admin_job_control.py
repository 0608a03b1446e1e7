"""Pausing and resuming, and the timetable."""

from typing import Any

from quart import Blueprint, Response, flash

from models.database import Transaction, write
from models.jobs.admin import queue_pauses
from models.jobs.admin import timetable as admin_timetable
from models.jobs.ledger.job_kinds import KINDS
from models.shared.errors import IllegalTransition
from web.admin.admin_view import admin_page
from web.forms.form_reader import form_values
from web.http.redirects import see_other
from web.security.actor import actor

blueprint = Blueprint("admin_job_control", __name__)


@blueprint.get("/admin/jobs/timetable")
async def timetable() -> Response:
    return await _timetable()


@blueprint.post("/admin/jobs/timetable/<kind>/run")
async def run_now(kind: str) -> Response:
    try:
        await write(lambda tx: admin_timetable.run_now(tx, kind, actor=actor()))
    except IllegalTransition as late:
        return await _timetable(status=late.status, problem=late.detail)
    await flash(f"{kind} is due now.", "good")
    return see_other("/admin/jobs/timetable")


@blueprint.post("/admin/jobs/kinds/<kind>/pause")
async def pause_kind(kind: str) -> Response:
    reason = (await form_values("reason"))["reason"][:500]
    await write(lambda tx: queue_pauses.pause_kind(tx, kind, actor=actor(), reason=reason))
    return see_other("/admin/jobs/timetable")


@blueprint.post("/admin/jobs/kinds/<kind>/resume")
async def resume_kind(kind: str) -> Response:
    await write(lambda tx: queue_pauses.resume_kind(tx, kind, actor=actor()))
    return see_other("/admin/jobs/timetable")


@blueprint.post("/admin/queues/<name>/pause")
async def pause_queue(name: str) -> Response:
    await write(lambda tx: queue_pauses.pause_queue(tx, name, actor=actor()))
    return see_other("/admin/jobs")


@blueprint.post("/admin/queues/<name>/resume")
async def resume_queue(name: str) -> Response:
    await write(lambda tx: queue_pauses.resume_queue(tx, name, actor=actor()))
    return see_other("/admin/jobs")


async def _timetable(*, status: int = 200, problem: str = "") -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"entries": await admin_timetable.entries(tx), "kinds": list(KINDS.values())}

    return await admin_page("admin/jobs/timetable.html", facts, status=status, problem=problem)
