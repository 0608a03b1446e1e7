"""The job ledger over the API, for admins: jobs, queues, workers, and actions on them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints
from quart import Blueprint, Response, jsonify

from models.database import Transaction, read_long, write
from models.jobs.admin import job_actions, job_batches, job_views, queue_pauses, wait_reasons, worker_registry
from models.jobs.admin.job_batches import MOST, BatchRequest
from models.jobs.admin.job_search import JobQuery, parse, with_term
from models.reports import queue_figures
from models.shared.errors import IllegalTransition, Invalid, NotFound
from models.shared.paging import Page
from web.api.description.operation import ADMIN, Operation
from web.api.description.operation_tags import ADMIN_JOBS
from web.api.documents.job_documents import job_document, queue_document, worker_document
from web.api.documents.list_pages import PageQuery, list_response
from web.api.schemas import jobs_schemas as schemas
from web.api.schemas.common_schemas import Listed
from web.forms.input_model import Input, Line, RequiredLine
from web.security.actor import actor

blueprint = Blueprint("api_admin_jobs", __name__)


class JobsQuery(PageQuery):
    """The query string of the list of jobs; `q` is a line of terms as on the page: order:CW-10023 after:2026-11-20 …"""

    state: str = ""
    kind: str = ""
    queue: str = ""
    q: str = ""


class Because(Input):
    """Why; kept in the audit log."""

    reason: Line = ""


class WithReason(Input):
    """Why; kept in the audit log and in the job's history."""

    reason: RequiredLine


class SomeJobs(Input):
    """Which dead jobs are meant: these, or all that the other fields find; all without any."""

    ids: list[Annotated[str, StringConstraints(max_length=26)]] = Field(
        default=[], max_length=MOST, description="these jobs alone; the fields that search are left out then"
    )
    state: Literal["dead"] = "dead"
    kind: str = ""
    error: Line = Field(default="", description="part of the error's type or message")
    q: str = Field(default="", description="a line of terms, as in the list of jobs")

    def order(self, action: str, reason: str, now: int) -> BatchRequest:
        """The batch that is asked for. Raises Invalid for an unknown term, and for jobs beside a search."""
        if self.ids and (self.kind or self.error or self.q):
            words = "Name the jobs, or what finds them."
            raise Invalid.field("ids", "invalid", words)
        if self.ids:
            return BatchRequest(action, ids=sorted(set(self.ids)), takes_unsafe=True, reason=reason)
        wanted = _named(parse(self.q, self.state), kind=self.kind)
        if wanted.state != self.state:
            raise Invalid.field("q", "bad_term", "Only dead jobs are meant here.")
        wanted = replace(wanted, words=(*wanted.words, self.error.lower())) if self.error else wanted
        return BatchRequest(action, query=wanted, as_of=now, takes_unsafe=True, reason=reason)


class RetryMany(SomeJobs):
    """Which dead jobs to run again."""

    reason: Line = ""


class DiscardMany(SomeJobs):
    """Which dead jobs to discard, and why."""

    reason: RequiredLine


def act(summary: str, gives: Any = schemas.JobDocument, status: int = 202) -> Operation:
    """An operation on one job."""
    return Operation(summary, ADMIN_JOBS, ADMIN, gives=gives, status=status, refuses=(NotFound, IllegalTransition))


@blueprint.get("/admin/jobs")
@Operation("List the jobs", ADMIN_JOBS, ADMIN, gives=Listed[schemas.JobDocument])
async def jobs(query: JobsQuery) -> Response:
    wanted = _named(parse(query.q, query.state), kind=query.kind, queue=query.queue)

    async def work(tx: Transaction) -> Any:
        page = await job_views.list_jobs(tx, wanted, page=query.page, per_page=query.per_page)
        attempts = await job_views.attempts_of(tx, [job.row_id for job in page.items])
        return page, attempts, await wait_reasons.causes_in_lists(tx, page.items)

    page, attempts, causes = await read_long(work)
    return list_response(
        page, lambda job: job_document(job, attempts[job.row_id], causes.get(job.row_id), is_in_full=False)
    )


@blueprint.get("/admin/jobs/<job_id>")
@Operation("Read a job and its history", ADMIN_JOBS, ADMIN, gives=schemas.JobInFull, refuses=(NotFound,))
async def job(job_id: str) -> Response:
    async def work(tx: Transaction) -> dict[str, Any]:
        view, events = await job_views.find_job(tx, job_id)
        causes = await wait_reasons.causes(tx, view)
        return job_document(view, events, causes)

    return jsonify(await read_long(work))


async def _change(job_id: str, action: Callable[[Transaction], Awaitable[None]]) -> tuple[Response, int]:
    """Run the action and read the changed job in one transaction."""

    async def work(tx: Transaction) -> dict[str, Any]:
        await action(tx)
        return job_document(*await job_views.find_job(tx, job_id))

    return jsonify(await write(work)), 202


@blueprint.post("/admin/jobs/<job_id>/retry")
@act("Run a dead or cancelled job again, as the same job")
async def retry(job_id: str, body: Because) -> tuple[Response, int]:
    by = actor()
    return await _change(job_id, lambda tx: job_actions.run_again(tx, job_id, actor=by, reason=body.reason))


@blueprint.post("/admin/jobs/<job_id>/discard")
@act("Discard a dead job: it is cancelled with a reason, and a retry takes that back")
async def discard(job_id: str, body: WithReason) -> tuple[Response, int]:
    by = actor()
    return await _change(job_id, lambda tx: job_actions.discard(tx, job_id, actor=by, reason=body.reason))


@blueprint.post("/admin/jobs/<job_id>/cancellation")
@act("Call a waiting job off")
async def cancel(job_id: str, body: Because) -> tuple[Response, int]:
    by = actor()
    return await _change(job_id, lambda tx: job_actions.cancel(tx, job_id, actor=by, reason=body.reason))


@blueprint.post("/admin/jobs/retry")
@act("Run all dead jobs, or some, again in the background", schemas.Batched)
async def retry_many(body: RetryMany) -> tuple[Response, int]:
    return await _in_background("retry", body)


@blueprint.post("/admin/jobs/discard")
@act("Discard all dead jobs, or some, in the background", schemas.Batched)
async def discard_many(body: DiscardMany) -> tuple[Response, int]:
    return await _in_background("discard", body)


@blueprint.get("/admin/queues")
@Operation("List the queues", ADMIN_JOBS, ADMIN, gives=Listed[schemas.QueueDocument])
async def queues(query: PageQuery) -> Response:
    return list_response(_page(await read_long(queue_figures.queues), query), queue_document)


@blueprint.post("/admin/queues/<name>/pause")
@act("Pause a queue: running jobs finish, waiting ones wait", schemas.QueueDocument, 200)
async def pause(name: str, body: Because) -> Response:
    by = actor()
    await write(lambda tx: queue_pauses.pause_queue(tx, name, actor=by, reason=body.reason))
    return await _queue(name)


@blueprint.post("/admin/queues/<name>/resume")
@act("Resume a queue", schemas.QueueDocument, 200)
async def resume(name: str) -> Response:
    by = actor()
    await write(lambda tx: queue_pauses.resume_queue(tx, name, actor=by))
    return await _queue(name)


@blueprint.get("/admin/workers")
@Operation("List the worker processes", ADMIN_JOBS, ADMIN, gives=Listed[schemas.WorkerDocument])
async def workers(query: PageQuery) -> Response:
    return list_response(_page(await read_long(worker_registry.workers), query), worker_document)


async def _queue(name: str) -> Response:
    found = await read_long(queue_figures.queues)
    return jsonify(queue_document(next(queue for queue in found if queue["name"] == name)))


async def _in_background(action: str, body: RetryMany | DiscardMany) -> tuple[Response, int]:
    """Start a batch over the jobs that are meant and dead now."""
    by = actor()

    async def work(tx: Transaction) -> dict[str, Any]:
        order = body.order(action, body.reason or "by the API", tx.now)
        choice = await job_batches.choose(tx, order)
        found = choice.ids if not body.ids else (await job_batches.preview(tx, order))[0].ids
        batch_id = await job_batches.confirm(tx, order, actor=by) if found else None
        return {"jobs": len(found), "more": choice.is_cut, "batch_id": batch_id}

    return jsonify(await write(work)), 202


def _page(found: list[dict[str, Any]], query: PageQuery) -> Page[dict[str, Any]]:
    first = (query.page - 1) * query.per_page
    return Page(found[first : first + query.per_page], query.page, query.per_page, len(found))


def _named(query: JobQuery, **named: str) -> JobQuery:
    """The query with these terms added. Raises Invalid for an unknown value."""
    for name, value in named.items():
        if value:
            query = with_term(query, name, value)
    return query
