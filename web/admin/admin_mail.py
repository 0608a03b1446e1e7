"""Admin pages of mail: all messages, their content, and sending a message again."""

from typing import Any

from quart import Blueprint, Response, flash, request

from models.database import Transaction, read, write
from models.mail import mail_resends, mail_views
from models.shared.errors import IllegalTransition, Invalid
from pipelines.mail.mail_texts import KINDS
from web.admin.admin_view import admin_page
from web.app_context import settings
from web.forms.form_reader import form_values
from web.http.envelope import content_security_policy
from web.http.redirects import see_other
from web.rendering import page_number
from web.security.actor import actor

blueprint = Blueprint("admin_emails", __name__)

MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'"


@blueprint.get("/admin/emails")
async def show() -> Response:
    number = page_number()
    query = {name: request.args.get(name, "").strip() for name in ("state", "kind", "order")}

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"page": await mail_views.list_mail(tx, *query.values(), page=number)}

    return await admin_page("admin/emails/list.html", facts, query=query, states=mail_views.STATES, kinds=KINDS)


@blueprint.get("/admin/emails/<email_id>")
async def one(email_id: str) -> Response:
    return await _show(email_id)


@blueprint.get("/admin/emails/<email_id>/html")
async def html(email_id: str) -> Response:
    """The mail's HTML for a sandboxed frame without scripts; mails have inline styles."""
    email = await read(lambda tx: mail_views.find_mail(tx, email_id))
    headers = {"Content-Security-Policy": MAIL_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return Response(str(email["html"]), content_type="text/html; charset=utf-8", headers=headers)


@blueprint.post("/admin/emails/<email_id>/resend")
async def resend(email_id: str) -> Response:
    by, recipient = actor(), (await form_values("recipient"))["recipient"]
    try:
        await write(lambda tx: mail_resends.resend(tx, email_id, actor=by, recipient=recipient))
    except (Invalid, IllegalTransition) as refusal:
        return await _show(email_id, status=refusal.status, problem=refusal.detail)
    await flash("It is on its way again.", "good")
    return see_other(f"/admin/emails/{email_id}")


async def _show(email_id: str, *, status: int = 200, problem: str = "") -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        email = await mail_views.find_mail(tx, email_id)
        return {
            "email": email,
            "can_resend": mail_resends.can_resend(*(str(email[name]) for name in ("kind", "state", "text"))),
        }

    response = await admin_page("admin/emails/email.html", facts, status=status, problem=problem)
    response.headers["Content-Security-Policy"] = f"{content_security_policy(settings().asset_url)}; frame-src 'self'"
    return response
