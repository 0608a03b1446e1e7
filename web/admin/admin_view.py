"""A page behind the shop: its own facts and those that stand on top of each of them, read in one hop."""

from collections.abc import Awaitable, Callable
from typing import Any

from quart import Response, request

from models.database import Transaction, Work, read, write
from models.operations import admin_banner
from models.shared.errors import Conflict, FieldError, Invalid, NotFound, Refusal, VersionConflict
from web.forms.form_reader import WHOLE_FORM
from web.rendering import page

Facts = Callable[[Transaction], Awaitable[dict[str, Any]]]


async def admin_page(template: str, facts: Facts, *, status: int = 200, **values: Any) -> Response:
    """The rendered page."""

    async def work(tx: Transaction) -> dict[str, Any]:
        return {**await admin_banner.facts(tx), **await facts(tx)}

    return await page(template, status=status, **values, **await read(work))


async def fragment(template: str, facts: Facts, **values: Any) -> Response:
    """A part of a page alone, for HTMX."""
    return await page(template, **values, **await read(facts))


def in_place(part: Response, part_id: str) -> Response:
    """Let HTMX swap the part in where it stands, refused or not."""
    part.headers["HX-Retarget"] = f"#{part_id}"
    return part


async def no_facts(_: Transaction) -> dict[str, Any]:
    """For pages that say only what stands on top."""
    return {}


def asks_for(part: str) -> bool:
    """Whether HTMX wants only the part of the page with this id."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-Target") == part


async def tried(work: Work[Any]) -> Refusal | None:
    """Do it in one transaction; the refusal if it cannot be done. What is not there at all is a page of its own."""
    try:
        await write(work)
    except NotFound:
        raise
    except Refusal as refusal:
        return refusal
    return None


def status_of(refusal: Refusal | None) -> int:
    """The status of a page that shows what came of a form. A form that was filled in on stale numbers is a conflict:
    412 is for programs that sent If-Match."""
    if refusal is None:
        return 200
    return Conflict.status if isinstance(refusal, VersionConflict) else refusal.status


def errors_of(refusal: Refusal | None) -> dict[str, str]:
    """A sentence for each field that needs attention; under `WHOLE_FORM` when it is none of them."""
    if refusal is None:
        return {}
    return {error.field: error.message for error in refusal.errors} or {WHOLE_FORM: refusal.detail}


def whole_number(text: str, field: str) -> int:
    """A number as people type it. Raises Invalid, naming the field."""
    text = text.strip()
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        words = "This has to be a whole number."
        raise Invalid(words, errors=[FieldError(field, "int_parsing", words)])
    return int(text)
