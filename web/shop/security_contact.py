"""`/.well-known/security.txt` (RFC 9116): where to report a hole, if the operator says so."""

from datetime import UTC, datetime, timedelta

from quart import Blueprint, Response

from models.shared.errors import NotFound
from web.app_context import settings

blueprint = Blueprint("security_contact", __name__)

VALID_DAYS = 180  # the standard wants less than a year; it is written anew at each request


@blueprint.get("/.well-known/security.txt")
async def show() -> Response:
    contact = settings().security_contact
    if not contact:
        raise NotFound("This shop names nobody for reports.")
    expires = (datetime.now(UTC) + timedelta(days=VALID_DAYS)).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = (
        f"Contact: {contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {settings().public_url}/.well-known/security.txt",
    )
    return Response("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
