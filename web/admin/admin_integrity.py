"""The integrity page: the last check of the books, the machine, and what the payment provider's book says otherwise.

And the runbook, to which every alarm links: what it is and what to do.
"""

from typing import Any

from quart import Blueprint, Response, flash

from core.production_rules import is_of_no_domain
from models.alarms.alarm_kinds import KINDS
from models.database import Transaction, write
from models.jobs.admin import timetable
from models.jobs.ledger.job_kinds import BOOKS_CHECK
from models.operations import backup_runs, check_runs, doctor, violation_links
from models.operations.machine_checks import machine_checks
from models.payments import reconciliation, unmatched_charges
from models.shared.money_text import money
from web.admin.admin_view import admin_page, no_facts, tried
from web.app_context import settings
from web.http.redirects import see_other
from web.security.actor import actor

blueprint = Blueprint("admin_doctor", __name__)

SHOWN = 100


@blueprint.get("/admin/doctor")
async def show() -> Response:
    its = settings()
    weak = "CARTWRIGHT_MAIL_FROM is of no domain of the internet" if is_of_no_domain(its.mail_from) else ""

    async def facts(tx: Transaction) -> dict[str, Any]:
        books = await check_runs.last_run(tx, check_runs.BOOKS)
        found = books.found[:SHOWN] if books else []
        return {
            "books": books,
            "violations": await violation_links.linked(tx, found),
            "machine": await machine_checks(tx, its.data_dir, is_production=its.is_production, weak=weak),
            "reviews": await doctor.under_review(tx),
            "differences": await reconciliation.differences(tx),
            "unmatched": await unmatched_charges.open_charges(tx),
            "backup": await backup_runs.last_good(tx),
            "backup_tried": await backup_runs.last_run(tx),
            "compared_at": await reconciliation.last_run_at(tx),
            "now": tx.now,
        }

    return await admin_page("admin/doctor.html", facts, shown=SHOWN)


@blueprint.post("/admin/doctor/check")
async def check() -> Response:
    """Check the books now, in the background."""
    by = actor()
    refusal = await tried(lambda tx: timetable.run_now(tx, BOOKS_CHECK.name, actor=by))
    await flash(refusal.detail if refusal else "The books are being checked.", "bad" if refusal else "good")
    return see_other("/admin/doctor")


@blueprint.get("/admin/runbook")
async def runbook() -> Response:
    """One row for each alarm."""
    return await admin_page("admin/runbook.html", no_facts, kinds=KINDS.values())


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
