"""Retrying or cancelling many jobs: what it would mean, the confirmation, and what became of each."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints
from quart import Blueprint, Response, request

from models import job_batches, job_finds, job_hazards
from models.database import Transaction, read, write
from models.job_batches import CANARIES, MOST, RATES, Order
from models.job_hazards import Preview
from models.job_search import parse
from models.refusals import FieldError, IllegalTransition, Invalid
from web.actor import actor
from web.admin.view import admin_page
from web.forms import read_form
from web.input import Input, Line
from web.pages import page_number
from web.redirects import see_other

blueprint = Blueprint("admin_job_batches", __name__)


class Confirmed(Input):
    """The form under a preview."""

    action: Literal["retry", "cancel"]
    ids: Annotated[str, StringConstraints(max_length=MOST * 30, pattern=r"^[0-9a-z,]+$")]
    chosen: Annotated[str, StringConstraints(max_length=500)] = ""
    reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""
    agree: Annotated[
        tuple[Line, ...], BeforeValidator(lambda given: (given,) if isinstance(given, str) else given)
    ] = ()
    canary: Literal["", "on"] = ""
    per_minute: Annotated[int, Field(ge=0, le=10_000)] = 0


@blueprint.get("/admin/jobs/batches")
async def show() -> Response:
    number = page_number()

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"page": await job_batches.list_batches(tx, page=number)}

    return await admin_page("admin/jobs/batches.html", facts)


@blueprint.get("/admin/jobs/batches/new")
async def preview() -> Response:
    """What it would mean for the jobs ticked in the list, or for all that a search finds."""
    action = request.args.get("action", "")
    if action not in job_batches.ACTIONS:
        words = f"Jobs can be {' or '.join(job_batches.ACTIONS)}ed here."
        raise Invalid(words, errors=[FieldError("action", "unknown", words)])
    query = parse(request.args.get("q", ""), request.args.get("state", ""))
    picked = request.args.getlist("job") if request.args.get("scope") != "all" else None

    async def facts(tx: Transaction) -> dict[str, Any]:
        if picked is not None:
            ids, is_cut = await job_batches.row_ids(tx, picked), False
        else:
            ids, is_cut = await job_finds.find(tx, query, MOST)
        return {"preview": await job_hazards.preview(tx, action, ids), "is_cut": is_cut}

    chosen = query.in_words() or "all jobs" if picked is None else f"{len(picked)} picked by hand"
    wants_canary = request.args.get("canary") == "1"
    return await _preview(facts, chosen=chosen, wants_canary=wants_canary)


@blueprint.post("/admin/jobs/batches")
async def confirm() -> Response:
    form, errors = await read_form(Confirmed)
    if form is None:
        words = next(iter(errors.values()), "")
        raise Invalid(words, errors=[FieldError(name, "invalid", message) for name, message in errors.items()])
    order = Order(
        action=form.action,
        ids=form.ids.split(","),
        ticked=form.agree,
        reason=form.reason,
        chosen=form.chosen,
        canaries=CANARIES if form.canary else 0,
        per_minute=form.per_minute,
    )
    try:
        batch_id = await write(lambda tx: job_batches.confirm(tx, order, actor=actor()))
    except Invalid as refusal:
        return await _again(order, refusal)
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
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"batch": await job_batches.find_batch(tx, batch_id)}

    return await admin_page("admin/jobs/batch.html", facts, status=status, problem=problem)


async def _again(order: Order, refusal: Invalid) -> Response:
    """The preview once more, with what is missing and what was typed."""
    ids = await read(lambda tx: job_batches.row_ids(tx, order.ids))

    async def facts(tx: Transaction) -> dict[str, Any]:
        seen: Preview = await job_hazards.preview(tx, order.action, ids)
        return {"preview": seen, "is_cut": False}

    errors = {error.field: error.message for error in refusal.errors}
    return await _preview(facts, status=422, chosen=order.chosen, reason=order.reason, errors=errors)


async def _preview(facts: Any, *, status: int = 200, **values: Any) -> Response:
    known = {"most": MOST, "canaries": CANARIES, "rates": RATES, "usual_rate": RATES[2], "reason": "", "errors": {}}
    known["wants_canary"] = False
    return await admin_page("admin/jobs/preview.html", facts, status=status, **{**known, **values})
