"""Renders admin pages: the page's own facts and those of the admin banner, read in one transaction."""

from collections.abc import Awaitable, Callable
from typing import Any

from quart import Response, request

from models.database import Transaction, Work, read, write
from models.operations import admin_banner
from models.shared.errors import Conflict, Invalid, NotFound, Refusal, VersionConflict
from web.forms.form_reader import WHOLE_FORM
from web.rendering import page

Facts = Callable[[Transaction], Awaitable[dict[str, Any]]]


async def admin_page(template: str, facts: Facts, *, status: int = 200, **values: Any) -> Response:
    """The rendered page."""

    async def work(tx: Transaction) -> dict[str, Any]:
        return {**await admin_banner.facts(tx), **await facts(tx)}

    return await page(template, status=status, **values, **admin_banner.storage_facts(), **await read(work))


async def fragment(template: str, facts: Facts, **values: Any) -> Response:
    """A part of a page, for HTMX."""
    return await page(template, **values, **await read(facts))


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
