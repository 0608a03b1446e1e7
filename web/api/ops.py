"""What orchestrators do with queues: look, pause, resume, requeue. No public proxy should pass these paths on."""

from quart import Blueprint, Response, jsonify

from models import job_batches, job_hazards, job_pauses, job_views, queue_figures
from models.audit import command
from models.database import Transaction, Work, read, write
from models.job_batches import Order
from models.job_search import JobQuery
from web.api.job_documents import queue_document
from web.api.operators import require_operator

OPERATOR = command("ops")
blueprint = Blueprint("ops", __name__, url_prefix="/ops")
blueprint.before_request(require_operator)


@blueprint.get("/queues")
async def queues() -> Response:
    """Every queue: its state, how much of what waits in it, and for how long."""
    return jsonify(items=[queue_document(queue) for queue in await read(queue_figures.queues)])


@blueprint.post("/queues/<name>/pause")
async def pause(name: str) -> Response:
    """Workers take nothing from it until it is resumed."""
    return await _told(lambda tx: job_pauses.pause_queue(tx, name, actor=OPERATOR, reason="by an operator"), name)


@blueprint.post("/queues/<name>/resume")
async def resume(name: str) -> Response:
    return await _told(lambda tx: job_pauses.resume_queue(tx, name, actor=OPERATOR), name)


@blueprint.post("/queues/<name>/requeue")
async def requeue(name: str) -> Response:
    """Its dead jobs run again in the background, at most a thousand; `left` wait for a person to decide."""
    return jsonify(await write(lambda tx: _requeue(tx, name)))


async def _requeue(tx: Transaction, name: str) -> dict[str, str | int | None]:
    job_pauses.check_queue(name)
    found = await job_views.list_jobs(tx, JobQuery(state="dead", queue=name), per_page=job_batches.MOST)
    dead = [job for job in found.items if job.can_retry]
    unsafe = (await job_hazards.preview(tx, "retry", [job.row_id for job in dead])).unsafe
    jobs, batch_id = len(dead) - len(unsafe), None
    if jobs:
        order = Order(
            "retry", [job.id for job in dead], ticked=(), reason="by an operator", chosen=f"dead queue:{name}"
        )
        batch_id = await job_batches.confirm(tx, order, actor=OPERATOR)
    return {"queue": name, "jobs": jobs, "left": len(unsafe), "batch_id": batch_id}


async def _told(change: Work[None], name: str) -> Response:
    await write(change)
    [queue] = [each for each in await read(queue_figures.queues) if each["name"] == name]
    return jsonify(queue_document(queue))
