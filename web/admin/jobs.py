"""The job queue page: what waits, what runs, what died, and who works."""

from typing import Any

from quart import Blueprint, Response, request

from models import job_views, retries
from models.database import Transaction, read, write
from web.pages import page, page_number
from web.redirects import see_other

blueprint = Blueprint("admin_jobs", __name__)


@blueprint.get("/admin/jobs")
async def show() -> Response:
    state, number = request.args.get("state", ""), page_number()

    async def work(tx: Transaction) -> dict[str, Any]:
        return {
            "page": await job_views.list_jobs(tx, state=state, page=number),
            "counts": await job_views.counts(tx),
            "workers": await job_views.workers(tx),
            "queues": await job_views.queues(tx),
            "review": await job_views.reviews(tx),
            "no_worker_warning": await job_views.idle_warning(tx),
        }

    return await page("admin/jobs/list.html", state=state, **await read(work))


@blueprint.get("/admin/jobs/<job_id>")
async def one(job_id: str) -> Response:
    async def work(tx: Transaction) -> tuple[Any, Any, str | None]:
        job, attempts = await job_views.find_job(tx, job_id)
        return job, attempts, await job_views.idle_warning(tx)

    job, attempts, warning = await read(work)
    return await page("admin/jobs/job.html", job=job, attempts=attempts, no_worker_warning=warning)


@blueprint.post("/admin/jobs/<job_id>/retry")
async def retry(job_id: str) -> Response:
    await write(lambda tx: retries.run_again(tx, job_id))
    return see_other("/admin/jobs")
