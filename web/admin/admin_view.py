"""Renders admin pages: the page's own facts and those of the admin banner, read in one transaction."""

import hashlib
import re
from collections.abc import Awaitable, Callable
from typing import Any

from quart import Response, request

from models.database import Transaction, Work, read_long, write
from models.operations import admin_banner
from models.shared.errors import Conflict, Invalid, NotFound, Refusal, VersionConflict
from web.forms.form_reader import WHOLE_FORM
from web.rendering import page
from web.security.csrf import csrf_token

AGO = re.compile(rb"(<time [^<>]{0,300}data-ago[^<>]{0,40}>)[^<]{0,40}")
Facts = Callable[[Transaction], Awaitable[dict[str, Any]]]


async def admin_page(template: str, facts: Facts, *, status: int = 200, **values: Any) -> Response:
    """The rendered page."""

    async def work(tx: Transaction) -> dict[str, Any]:
        return {**await admin_banner.facts(tx), **await facts(tx)}

    shown = {**values, **admin_banner.storage_facts(), **await read_long(work)}
    rendered = await page(template, status=status, **shown)
    is_poll = status == 200 and request.method == "GET" and request.headers.get("HX-Request") == "true"
    return await _versioned(rendered) if is_poll else rendered


async def fragment(template: str, facts: Facts, **values: Any) -> Response:
    """A part of a page, for HTMX; 304 if it is what the browser shows already."""
    return await _versioned(await page(template, **values, **await read_long(facts)))


async def _versioned(part: Response) -> Response:
    """The response with its version, without a body if the browser shows it already.

    The version leaves out how long ago things were, because the browser counts these on by itself, and the token of
    forms, which each answer masks anew: the one that is shown stays good.
    """
    steady = AGO.sub(rb"\1", await part.get_data(as_text=False)).replace(csrf_token().encode(), b"")
    part.set_etag(hashlib.sha256(steady).hexdigest()[:32], weak=True)
    return await part.make_conditional(request)


def in_place(part: Response, part_id: str) -> Response:
    """Let HTMX replace the element with this id, also after a refusal."""
    part.headers["HX-Retarget"] = f"#{part_id}"
    return part


async def no_facts(_: Transaction) -> dict[str, Any]:
    """For pages without facts of their own."""
    return {}


def asks_for(part: str) -> bool:
    """Whether HTMX requests only the part of the page with this id."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Target") == part


async def tried(work: Work[Any]) -> Refusal | None:
    """Run `work` in one transaction; returns the refusal, if any. NotFound is raised on, for the 404 page."""
    try:
        await write(work)
    except NotFound:
        raise
    except Refusal as refusal:
        return refusal
    return None


def status_of(refusal: Refusal | None) -> int:
    """The status of a page that shows a refusal. A form based on outdated numbers is a 409 conflict, because 412 is for
    requests with If-Match."""
    if refusal is None:
        return 200
    return Conflict.status if isinstance(refusal, VersionConflict) else refusal.status


def errors_of(refusal: Refusal | None) -> dict[str, str]:
    """The error message of each field; under `WHOLE_FORM` if it concerns no single field."""
    if refusal is None:
        return {}
    return {error.field: error.message for error in refusal.errors} or {WHOLE_FORM: refusal.detail}


def whole_number(text: str, field: str) -> int:
    """A typed whole number. Raises Invalid with the field's name."""
    text = text.strip()
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        words = "This has to be a whole number."
        raise Invalid.field(field, "int_parsing", words)
    return int(text)
