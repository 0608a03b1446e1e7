"""Every mail the shop owes or has sent, and what it says."""

from typing import Any

from quart import Blueprint, Response

from models import mail_views
from models.database import Transaction, read
from web.admin.view import admin_page
from web.envelope import CONTENT_SECURITY_POLICY
from web.pages import page_number

blueprint = Blueprint("admin_emails", __name__)

MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'"


@blueprint.get("/admin/emails")
async def show() -> Response:
    number = page_number()

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"page": await mail_views.list_mail(tx, page=number)}

    return await admin_page("admin/emails/list.html", facts)


@blueprint.get("/admin/emails/<email_id>")
async def one(email_id: str) -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"email": await mail_views.find_mail(tx, email_id)}

    response = await admin_page("admin/emails/email.html", facts)
    response.headers["Content-Security-Policy"] = f"{CONTENT_SECURITY_POLICY}; frame-src 'self'"
    return response


@blueprint.get("/admin/emails/<email_id>/html")
async def html(email_id: str) -> Response:
    """The mail's own HTML, in a frame that may run nothing; mails carry their styles inline."""
    email = await read(lambda tx: mail_views.find_mail(tx, email_id))
    headers = {"Content-Security-Policy": MAIL_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return Response(email["html"], content_type="text/html; charset=utf-8", headers=headers)
