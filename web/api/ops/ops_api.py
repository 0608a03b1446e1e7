"""Queues for orchestrators: list, pause, resume. A public proxy should not forward these paths."""

from quart import Blueprint, Response, jsonify

from models.audit.audit_log import command
from models.database import Work, read, write
from models.jobs.admin import queue_pauses
from models.reports import queue_figures
from web.api.documents.job_documents import queue_document
from web.api.ops.ops_token import require_operator

OPERATOR = command("ops")
blueprint = Blueprint("ops", __name__, url_prefix="/ops")
blueprint.before_request(require_operator)


@blueprint.get("/queues")
async def queues() -> Response:
    """All queues with their state, depth and oldest age."""
    return jsonify(items=[queue_document(queue) for queue in await read(queue_figures.queues)])


@blueprint.post("/queues/<name>/pause")
async def pause(name: str) -> Response:
    """Pause the queue: workers claim no jobs from it until it is resumed."""
    return await _told(lambda tx: queue_pauses.pause_queue(tx, name, actor=OPERATOR, reason="by an operator"), name)


@blueprint.post("/queues/<name>/resume")
async def resume(name: str) -> Response:
    return await _told(lambda tx: queue_pauses.resume_queue(tx, name, actor=OPERATOR), name)


async def _told(change: Work[None], name: str) -> Response:
    await write(change)
    [queue] = [each for each in await read(queue_figures.queues) if each["name"] == name]
    return jsonify(queue_document(queue))
