"""Admin pages of customers and admins, and the audit log."""

from functools import partial
from typing import Any, Literal

from quart import Blueprint, Response, request

from models.accounts.account_record import StaffRole
from models.accounts.accounts import find_by_id
from models.audit import audit_log
from models.audit.audit_log import Actor, AuditQuery
from models.database import Transaction
from models.reports import customer_detail
from models.shared.errors import Invalid, Refusal, TooManyRequests
from models.sign_in import security_notices
from models.sign_in.security_notices import SecurityChange
from models.staff import customers
from models.staff.staff_roles import NAMES
from web.admin.admin_view import admin_page, errors_of, status_of, tried
from web.forms.date_ranges import asked_range, range_of
from web.forms.form_reader import form_values, read_form
from web.forms.input_model import Input, Password
from web.http.redirects import see_other
from web.rendering import page_number, told_to_wait
from web.security.actor import actor
from web.security.identity import caller
from web.sign_in.fresh_proof import prove_password

blueprint = Blueprint("admin_people", __name__)


class OwnPassword(Input):
    """What confirms that an owner is at the keys."""

    current_password: Password


class Promotion(OwnPassword):
    """The role as staff that somebody gets."""

    staff_role: Literal["owner", "catalogue", "orders", "support", "read_only"] = "owner"


@blueprint.get("/admin/customers")
async def show() -> Response:
    return await _customers()


@blueprint.get("/admin/customers/<account_id>")
async def one(account_id: str) -> Response:
    return await _customer(account_id)


@blueprint.post("/admin/customers/<account_id>/notes")
async def note(account_id: str) -> Response:
    by, text = actor(), (await form_values("text"))["text"]
    refusal = await tried(lambda tx: customer_detail.leave_note(tx, account_id, by, text))
    return see_other(f"/admin/customers/{account_id}") if refusal is None else await _customer(account_id, refusal)


@blueprint.post("/admin/customers/<account_id>/disabling")
async def disable(account_id: str) -> Response:
    by = actor()
    return await _after(await tried(lambda tx: customers.set_active(tx, account_id, is_active=False, actor=by)))


@blueprint.post("/admin/customers/<account_id>/enabling")
async def enable(account_id: str) -> Response:
    by = actor()
    return await _after(await tried(lambda tx: customers.set_active(tx, account_id, is_active=True, actor=by)))


@blueprint.post("/admin/customers/<account_id>/promotion")
async def promote(account_id: str) -> Response:
    """With the password of the owner who does it: a browser left open must give nobody a role."""
    by = actor()
    form, errors = await read_form(Promotion)
    if "staff_role" in errors:
        return await _customers(Invalid("There is no such role."))
    try:
        await prove_password(caller(), form.current_password if form else "")
    except (Invalid, TooManyRequests) as refusal:
        return told_to_wait(await _customers(refusal), refusal)
    role = StaffRole(form.staff_role if form else "")
    return await _after(await tried(partial(_set_role, account_id=account_id, role=role, by=by)))


@blueprint.post("/admin/customers/<account_id>/demotion")
async def demote(account_id: str) -> Response:
    by = actor()
    return await _after(await tried(partial(_set_role, account_id=account_id, role=StaffRole.NONE, by=by)))


@blueprint.get("/admin/audit")
async def log() -> Response:
    words: dict[str, Any] = {
        name: request.args.get(name, "").strip()[:254] for name in ("actor", "action", "object_type", "object_id")
    }
    (since, until), refusal = asked_range(), None
    try:
        begin, end = range_of(since, until)
    except Invalid as wrong:
        begin, end, refusal = None, None, wrong
    query = AuditQuery(**words, since=begin, until=end, page=page_number())

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"page": await audit_log.entries(tx, query)}

    shown = {"query": {**words, "since": since, "until": until}, "errors": errors_of(refusal)}
    return await admin_page("admin/audit.html", facts, status=status_of(refusal), **shown)


async def _customer(account_id: str, refusal: Refusal | None = None) -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"detail": await customer_detail.find(tx, account_id)}

    status, problem = (refusal.status, refusal.detail) if refusal else (200, "")
    return await admin_page("admin/customer.html", facts, status=status, problem=problem)


async def _after(refusal: Refusal | None) -> Response:
    return see_other("/admin/customers") if refusal is None else await _customers(refusal)


async def _customers(refusal: Refusal | None = None) -> Response:
    text, number = request.args.get("q", "").strip(), page_number()

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"page": await customers.list_customers(tx, q=text, page=number)}

    status, problem = (refusal.status, refusal.detail) if refusal else (200, "")
    return await admin_page("admin/customers.html", facts, status=status, problem=problem, q=text)


async def _set_role(tx: Transaction, account_id: str, role: StaffRole, by: Actor) -> None:
    """Give the role, and mail the account's owner about it."""
    await customers.set_role(tx, account_id, role, actor=by)
    account = await find_by_id(tx, account_id)
    if account is not None:
        await security_notices.tell(tx, account, SecurityChange.ROLE, NAMES.get(role, "Customer"))
