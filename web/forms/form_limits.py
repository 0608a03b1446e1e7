"""How many fields a form may hold: Quart counts the parts of a multipart form, this the fields of a plain one."""

from typing import cast

from quart import request
from werkzeug.exceptions import RequestEntityTooLarge

from web.http.body_limits import LARGEST_TEXT
from web.http.request_kind import is_for_programs
from web.security.cross_origin import SAFE

MOST_FIELDS = 200
PLAIN = "application/x-www-form-urlencoded"


async def refuse_outsize_form() -> None:
    """Before a form is read. Raises RequestEntityTooLarge (413)."""
    if request.method in SAFE or is_for_programs() or request.mimetype != PLAIN:
        return
    body = cast(bytes, await request.get_data())
    if body.count(b"&") >= MOST_FIELDS or len(body) > LARGEST_TEXT:
        raise RequestEntityTooLarge()
