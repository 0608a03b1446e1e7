"""Admin pages of batches: the preview, the confirmation, and the result of each job."""

from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints
from quart import Blueprint, Response, request

from models.database import Transaction, write
from models.jobs.admin import job_batches
from models.jobs.admin.job_batches import CANARIES, MOST, RATES, BatchRequest
from models.jobs.admin.job_search import LONGEST_SEARCH, parse
from models.shared.errors import FieldError, IllegalTransition, Invalid
from web.admin.admin_view import admin_page
from web.forms.form_reader import read_form
from web.forms.input_model import Input, Line
from web.http.redirects import see_other
from web.rendering import page_number
from web.security.actor import actor

blueprint = Blueprint("admin_job_batches", __name__)


class Confirmed(Input):
    """The form under a preview: jobs by their ids, or a search and the time it was shown."""

    action: Literal["retry", "cancel", "discard"]
    ids: Annotated[str, StringConstraints(max_length=MOST * 30, pattern=r"^[0-9a-z,]*$")] = ""
    scope: Literal["", "all"] = ""
    q: Annotated[str, StringConstraints(max_length=LONGEST_SEARCH)] = ""
    state: Annotated[str, StringConstraints(max_length=20)] = ""
    as_of: Annotated[int, Field(ge=0, le=2**53)] = 0
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""
    agree: Annotated[
        tuple[Line, ...], BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)
    ] = ()
    canary: Literal["", "on"] = ""
    per_minute: Annotated[int, Field(ge=0, le=10_000)] = 0

    def order(self) -> BatchRequest:
        """The request in the form. Raises Invalid for a malformed search."""
        query = parse(self.q, self.state) if self.scope == "all" else None
        return BatchRequest(
            action=self.action,
            ids=self.ids.split(",") if query is None else (),
            query=query,
            as_of=self.as_of,
            ticked=self.agree,
            reason=self.reason,
            canaries=CANARIES if self.canary else 0,
            per_minute=self.per_minute,
        )


@blueprint.get("/admin/jobs/batches")
async def show() -> Response:
    number = page_number()

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"page": await job_batches.list_batches(tx, page=number)}

    return await admin_page("admin/jobs/batches.html", facts)


@blueprint.get("/admin/jobs/batches/new")
async def preview() -> Response:
    """Preview an action for the selected jobs, or for all that a search finds."""
    action = request.args.get("action", "")
    if action not in job_batches.ACTIONS:
        words = f"There is no action “{action[:40]}”; there are {', '.join(job_batches.ACTIONS)}."
        raise Invalid.field("action", "unknown", words)
    wants_canary = request.args.get("canary") == "1"
    if request.args.get("scope") != "all":
        order = BatchRequest(action, ids=request.args.getlist("job"))
    else:
        terms, state = request.args.get("q", ""), request.args.get("state", "")
        order = BatchRequest(action, query=parse(terms, state))
    return await _preview(order, wants_canary=wants_canary)


@blueprint.post("/admin/jobs/batches")
async def confirm() -> Response:
    form, errors = await read_form(Confirmed)
    if form is None:
        words = next(iter(errors.values()), "")
        raise Invalid(words, errors=[FieldError(name, "invalid", message) for name, message in errors.items()])
    order = form.order()
    try:
        batch_id = await write(lambda tx: job_batches.confirm(tx, order, actor=actor()))
    except Invalid as refusal:
        messages = {error.field: error.message for error in refusal.errors}
        terms = {"terms": form.q, "state": form.state}
        return await _preview(order, status=422, reason=order.reason, errors=messages, **terms)
    return see_other(f"/admin/jobs/batches/{batch_id}")


@blueprint.get("/admin/jobs/batches/<batch_id>")
async def one(batch_id: str) -> Response:
    return await _batch(batch_id)


@blueprint.post("/admin/jobs/batches/<batch_id>/stop")
async def stop(batch_id: str) -> Response:
    try:
        await write(lambda tx: job_batches.stop(tx, batch_id, actor=actor()))
    except IllegalTransition as late:
        return await _batch(batch_id, status=late.status, problem=late.detail)
    return see_other(f"/admin/jobs/batches/{batch_id}")


async def _batch(batch_id: str, *, status: int = 200, problem: str = "") -> Response:
    number = page_number()

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"batch": await job_batches.find_batch(tx, batch_id, page=number)}

    return await admin_page("admin/jobs/batch.html", facts, status=status, problem=problem)


async def _preview(order: BatchRequest, *, status: int = 200, **values: Any) -> Response:
    """The preview as of now; after a refusal with the submitted time and input."""

    async def facts(tx: Transaction) -> dict[str, Any]:
        as_shown = replace(order, as_of=order.as_of or tx.now)
        summary, choice = await job_batches.preview(tx, as_shown)
        return {"preview": summary, "choice": choice, "order": as_shown}

    known = {"most": MOST, "canaries": CANARIES, "rates": RATES, "usual_rate": RATES[2], "reason": "", "errors": {}}
    terms = {"terms": request.args.get("q", ""), "state": request.args.get("state", ""), "wants_canary": False}
    return await admin_page("admin/jobs/preview.html", facts, status=status, **{**known, **terms, **values})
