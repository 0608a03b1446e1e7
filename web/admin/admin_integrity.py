"""The integrity page: the findings of `cartwright doctor`, and what the payment provider's book says otherwise."""

from functools import partial
from typing import Any

from quart import Blueprint, Response, flash, request

from models.database import Transaction, read_long, write
from models.operations import backup_runs, doctor
from models.payments import reconciliation, unmatched_charges
from models.shared.money_text import money
from web.admin.admin_view import admin_page, tried
from web.http.redirects import see_other
from web.security.actor import actor

blueprint = Blueprint("admin_doctor", __name__)

SHOWN = 100


@blueprint.get("/admin/doctor")
async def show() -> Response:
    """What has changed since the last clean check, or with `?full=1` everything."""
    checked = await read_long(partial(doctor.check, full=request.args.get("full") == "1"), snapshot=True)

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {
            "reviews": await doctor.under_review(tx),
            "differences": await reconciliation.differences(tx),
            "unmatched": await unmatched_charges.open_charges(tx),
            "backup": await backup_runs.last_good(tx),
            "backup_tried": await backup_runs.last_run(tx),
            "compared_at": await reconciliation.last_run_at(tx),
            "now": tx.now,
        }

    return await admin_page("admin/doctor.html", facts, checked=checked, violations=checked.violations, shown=SHOWN)


@blueprint.post("/admin/doctor/reconciliation")
async def compare() -> Response:
    """Compare all payments with the provider's book, in the background."""
    by = actor()
    await write(lambda tx: reconciliation.request_run(tx, by))
    await flash("The payments are being compared with the provider's book.", "good")
    return see_other("/admin/doctor#provider")


@blueprint.post("/admin/doctor/differences/<difference_id>/refund")
async def settle(difference_id: str) -> Response:
    """Refund what a difference says is too much."""
    by, cents = actor(), 0

    async def work(tx: Transaction) -> None:
        nonlocal cents
        cents = await reconciliation.settle(tx, by, difference_id)

    refusal = await tried(work)
    await flash(
        refusal.detail if refusal else f"A refund of {money(cents)} is on its way.", "bad" if refusal else "good"
    )
    return see_other("/admin/doctor#provider")


@blueprint.post("/admin/doctor/unmatched/<charge_id>/refund")
async def refund_unmatched(charge_id: str) -> Response:
    """Refund a charge of which no payment is known here."""
    by, cents = actor(), 0

    async def work(tx: Transaction) -> None:
        nonlocal cents
        cents = await unmatched_charges.request_refund(tx, by, charge_id)

    refusal = await tried(work)
    await flash(
        refusal.detail if refusal else f"A refund of {money(cents)} is on its way.", "bad" if refusal else "good"
    )
    return see_other("/admin/doctor#provider")
