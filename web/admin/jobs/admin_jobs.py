"""The job page: waiting, running and dead jobs, and workers; and one job with its history."""

from typing import Any

from quart import Blueprint, Response, flash, request

from models.database import Transaction, Work, write
from models.jobs.admin import job_actions, job_attempts, job_views, wait_reasons, worker_registry
from models.jobs.admin.job_query import MAX_MATCHES
from models.jobs.admin.job_search import LONGEST_SEARCH, STATES, JobQuery, parse
from models.shared.errors import IllegalTransition, Invalid, NotAllowedNow
from web.admin.admin_view import admin_page, asks_for, fragment, no_facts
from web.forms.form_reader import form_values
from web.http.redirects import see_other
from web.rendering import page_number
from web.security.actor import actor

blueprint = Blueprint("admin_jobs", __name__)


@blueprint.get("/admin/alarm")
async def alarm() -> Response:
    """The admin banner, polled every few seconds."""
    return await admin_page("admin/_banner.html", no_facts)


@blueprint.get("/admin/jobs")
async def show() -> Response:
    state, terms, number = request.args.get("state", ""), request.args.get("q", "").strip(), page_number()
    problem, status = "", 200
    try:
        query = parse(terms, state)
    except Invalid as refusal:
        query, problem, status = None, refusal.detail, 422
        state = state if state in STATES else ""

    async def facts(tx: Transaction) -> dict[str, Any]:
        page = await _listed(tx, query, number)
        return {
            "page": page,
            "causes": await wait_reasons.causes_in_lists(tx, page.items),
            "counts": await job_views.counts(tx),
            "workers": await worker_registry.workers(tx),
            "queues": await worker_registry.queues(tx),
            "review": await worker_registry.reviews(tx),
            "now": tx.now,
        }

    values = {"state": state, "terms": terms[:LONGEST_SEARCH], "search_problem": problem, "most": MAX_MATCHES}
    if asks_for("jobs"):
        return await fragment("admin/jobs/_jobs.html", facts, **values)
    return await admin_page("admin/jobs/list.html", facts, status=status, **values)


@blueprint.get("/admin/jobs/<job_id>")
async def one(job_id: str) -> Response:
    return await _show(job_id)


@blueprint.post("/admin/jobs/<job_id>/retry")
async def retry(job_id: str) -> Response:
    reason = (await form_values("reason"))["reason"][:500]
    return await _act(
        job_id, lambda tx: job_actions.run_again(tx, job_id, actor=actor(), reason=reason), "The job will run again."
    )


@blueprint.post("/admin/jobs/<job_id>/discard")
async def discard(job_id: str) -> Response:
    reason = (await form_values("reason"))["reason"]
    try:
        return await _act(
            job_id,
            lambda tx: job_actions.discard(tx, job_id, actor=actor(), reason=reason),
            "It is discarded. A retry undoes that.",
        )
    except Invalid as refusal:
        return await _show(job_id, status=refusal.status, discard_problem=refusal.detail)


@blueprint.post("/admin/jobs/<job_id>/run")
async def run_now(job_id: str) -> Response:
    return await _act(job_id, lambda tx: job_actions.run_now(tx, job_id, actor=actor()), "It is due now.")


@blueprint.post("/admin/jobs/<job_id>/cancellation")
async def cancel(job_id: str) -> Response:
    reason = (await form_values("reason"))["reason"][:500]
    return await _act(
        job_id, lambda tx: job_actions.cancel(tx, job_id, actor=actor(), reason=reason), "The job is cancelled."
    )


async def _act(job_id: str, work: Work[Any], words: str) -> Response:
    """Run an action; after a refusal show the job with the reason."""
    try:
        await write(work)
    except (IllegalTransition, NotAllowedNow) as late:
        return await _show(job_id, status=late.status, problem=f"{late.title}. {late.detail}")
    await flash(words, "good")
    return see_other(f"/admin/jobs/{job_id}")


async def _show(job_id: str, *, status: int = 200, problem: str = "", discard_problem: str = "") -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        job, events = await job_views.find_job(tx, job_id)
        return {
            "job": job,
            "attempts": job_attempts.attempts_of(events),
            "causes": await wait_reasons.causes(tx, job),
            "repeats": await job_views.repeats(tx, job),
        }

    if asks_for("job"):
        return await fragment("admin/jobs/_job.html", facts)
    return await admin_page(
        "admin/jobs/job.html", facts, status=status, problem=problem, discard_problem=discard_problem
    )


async def _listed(tx: Transaction, query: JobQuery | None, number: int) -> job_views.JobPage:
    """The jobs found; none for a malformed search."""
    if query is None:
        return job_views.JobPage([], 1, job_views.PER_PAGE, 0)
    return await job_views.list_jobs(tx, query, page=number)
