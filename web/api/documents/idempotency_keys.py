"""The Idempotency-Key of a request (IETF draft): what a client names a request by, so that a repeat is recognised."""

import re

from quart import request

from models.shared.errors import IdempotencyKeyRequired

HEADER = "Idempotency-Key"
KEY = re.compile(r"[\x21-\x7e]{1,255}")


def idempotency_key() -> str:
    """The request's key, quoted or not. Raises IdempotencyKeyRequired without a usable one."""
    given = request.headers.get(HEADER, "").strip()
    if len(given) >= 2 and given[0] == given[-1] == '"':
        given = given[1:-1]
    if not KEY.fullmatch(given):
        raise IdempotencyKeyRequired("Send an Idempotency-Key header of 1 to 255 visible ASCII characters.")
    return given
