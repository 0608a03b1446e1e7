"""Admin pages of the kinds of mail: each previewed, sent to oneself, and switched on and off where it may be."""

from typing import Any

from quart import Blueprint, Response, flash, request

from models.database import Transaction, read, write
from models.mail import mail_switches
from models.shared.errors import Invalid, Refusal
from models.shared.public_ids import row_of_number
from pipelines.mail import mail_samples
from pipelines.mail.mail_texts import KINDS, MAILS, Text
from web.admin.admin_mail import MAIL_POLICY
from web.admin.admin_view import admin_page, errors_of, status_of, tried
from web.app_context import settings
from web.forms.form_reader import form_values
from web.http.envelope import content_security_policy
from web.http.redirects import see_other
from web.security.actor import actor

blueprint = Blueprint("admin_mail_kinds", __name__)

PATH = "/admin/emails/kinds"


@blueprint.get(PATH)
async def show() -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"off": await mail_switches.switched_off(tx)}

    return await admin_page("admin/emails/kinds.html", facts, kinds=KINDS, optional=mail_switches.OPTIONAL)


@blueprint.get(f"{PATH}/<kind>")
async def one(kind: str) -> Response:
    return await _page(kind, request.args.get("order", "").strip())


@blueprint.get(f"{PATH}/<kind>/html")
async def html(kind: str) -> Response:
    """The preview's HTML for a sandboxed frame without scripts; mails have inline styles."""
    words = await _words(kind, request.args.get("order", "").strip())
    headers = {"Content-Security-Policy": MAIL_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return Response(words.html, content_type="text/html; charset=utf-8", headers=headers)


@blueprint.post(f"{PATH}/<kind>/test")
async def send_test(kind: str) -> Response:
    by, typed = actor(), (await form_values("order"))["order"].strip()
    try:
        words = await _words(kind, typed)
    except Invalid as refusal:
        return await _page(kind, typed, refusal)
    await write(lambda tx: mail_samples.send_sample(tx, by, kind, words))
    await flash(f"A test is on its way to {by.name}.", "good")
    return see_other(f"{PATH}/{kind}")


@blueprint.post(f"{PATH}/<kind>/switch")
async def switch(kind: str) -> Response:
    by, is_on = actor(), (await form_values("on"))["on"] == "1"
    refusal = await tried(lambda tx: mail_switches.switch(tx, by, kind, is_on=is_on))
    if refusal is not None:
        return await _page(kind, "", refusal)
    await flash("Switched on." if is_on else "Switched off.", "good")
    return see_other(PATH)


async def _words(kind: str, typed: str) -> Text:
    number = None
    if typed:
        number = row_of_number(typed)
        if number is None:
            raise Invalid.field("order", "unknown", "Write a number such as CW-10023.")
    return await read(lambda tx: mail_samples.sample(tx, kind, number))


async def _page(kind: str, typed: str, refusal: Refusal | None = None) -> Response:
    """The page of a kind; the sample stands there where the order that was asked for does not fit."""
    try:
        words = await _words(kind, typed)
    except Invalid as unfit:
        refusal, words = refusal or unfit, await _words(kind, "")

    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"is_off": await mail_switches.is_off(tx, kind)}

    values = {
        "kind": kind,
        "words": words,
        "order": typed,
        "shown": "" if refusal else typed,
        "errors": errors_of(refusal),
        "reason": MAILS[kind.replace(".", "_")].reason,
        "is_optional": kind in mail_switches.OPTIONAL,
    }
    response = await admin_page("admin/emails/kind.html", facts, status=status_of(refusal), **values)
    response.headers["Content-Security-Policy"] = f"{content_security_policy(settings().asset_url)}; frame-src 'self'"
    return response
