"""Every mail the shop owes or has sent, and what it says."""

from typing import Any

from quart import Blueprint, Response

from models import job_views, mail_views
from models.database import Transaction, read
from web.current import settings
from web.envelope import content_security_policy
from web.pages import page, page_number

blueprint = Blueprint("admin_emails", __name__)

MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'"


@blueprint.get("/admin/emails")
async def show() -> Response:
    number = page_number()

    async def work(tx: Transaction) -> tuple[Any, str | None]:
        return await mail_views.list_mail(tx, page=number), await job_views.idle_warning(tx)

    found, warning = await read(work)
    return await page("admin/emails/list.html", page=found, no_worker_warning=warning)


@blueprint.get("/admin/emails/<email_id>")
async def one(email_id: str) -> Response:
    email = await read(lambda tx: mail_views.find_mail(tx, email_id))
    response = await page("admin/emails/email.html", email=email)
    response.headers["Content-Security-Policy"] = f"{content_security_policy(settings().asset_url)}; frame-src 'self'"
    return response


@blueprint.get("/admin/emails/<email_id>/html")
async def html(email_id: str) -> Response:
    """The mail's own HTML, in a frame that may run nothing; mails carry their styles inline."""
    email = await read(lambda tx: mail_views.find_mail(tx, email_id))
    headers = {"Content-Security-Policy": MAIL_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return Response(email["html"], content_type="text/html; charset=utf-8", headers=headers)
