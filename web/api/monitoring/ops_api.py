"""Queues for orchestrators: list, pause, resume, requeue. A public proxy should not forward these paths."""

from quart import Blueprint, Response, jsonify

from models.audit.audit_log import command
from models.database import Transaction, Work, read, write
from models.jobs.admin import job_batches, queue_pauses, worker_registry
from models.jobs.admin.job_batches import BatchRequest
from models.jobs.admin.job_search import JobQuery
from models.reports import queue_figures
from models.shared.errors import Forbidden, NotFound
from web.api.description.operation import OPERATOR, Operation
from web.api.description.operation_tags import OPERATORS
from web.api.documents.job_documents import queue_document, worker_document
from web.api.monitoring.ops_token import require_operator
from web.api.schemas.jobs_schemas import AllQueues, AllWorkers, QueueDocument, Requeued

BY_OPERATOR = command("ops")
blueprint = Blueprint("ops", __name__, url_prefix="/ops")
blueprint.before_request(require_operator)


@blueprint.get("/queues")
@Operation("List the queues", OPERATORS, OPERATOR, gives=AllQueues, refuses=(Forbidden,))
async def queues() -> Response:
    """All queues with their state, depth and oldest age."""
    return jsonify(items=[queue_document(queue) for queue in await read(queue_figures.queues)])


@blueprint.get("/workers")
@Operation("List workers", OPERATORS, OPERATOR, gives=AllWorkers, refuses=(Forbidden,))
async def workers() -> Response:
    """The worker processes of the last day with the jobs they hold, lost ones included."""
    return jsonify(items=[worker_document(worker) for worker in await read(worker_registry.workers)])


@blueprint.post("/queues/<name>/pause")
@Operation("Pause a queue", OPERATORS, OPERATOR, gives=QueueDocument, refuses=(Forbidden, NotFound))
async def pause(name: str) -> Response:
    """Pause the queue: workers claim no jobs from it until it is resumed."""
    return await _told(lambda tx: queue_pauses.pause_queue(tx, name, actor=BY_OPERATOR, reason="by an operator"), name)


@blueprint.post("/queues/<name>/resume")
@Operation("Resume a queue", OPERATORS, OPERATOR, gives=QueueDocument, refuses=(Forbidden, NotFound))
async def resume(name: str) -> Response:
    return await _told(lambda tx: queue_pauses.resume_queue(tx, name, actor=BY_OPERATOR), name)


@blueprint.post("/queues/<name>/requeue")
@Operation("Run a queue's dead jobs again", OPERATORS, OPERATOR, gives=Requeued, refuses=(Forbidden, NotFound))
async def requeue(name: str) -> Response:
    """Its dead jobs run again in the background; `left` wait for a person to decide."""
    return jsonify(await write(lambda tx: _requeue(tx, name)))


async def _requeue(tx: Transaction, name: str) -> dict[str, str | int | None]:
    queue_pauses.check_queue(name)
    dead = JobQuery(state="dead", queue=name)
    wanted = BatchRequest("retry", query=dead, as_of=tx.now, reason="by an operator")
    seen, _ = await job_batches.preview(tx, wanted)
    left = len(seen.unsafe) + seen.unsafe_later
    jobs = len(seen.ids) - left
    batch_id = await job_batches.confirm(tx, wanted, actor=BY_OPERATOR) if jobs else None
    return {"queue": name, "jobs": jobs, "left": left, "batch_id": batch_id}


async def _told(change: Work[None], name: str) -> Response:
    await write(change)
    [queue] = [each for each in await read(queue_figures.queues) if each["name"] == name]
    return jsonify(queue_document(queue))
