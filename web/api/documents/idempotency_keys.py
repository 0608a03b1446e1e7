"""Reads the Idempotency-Key (IETF draft), by which a duplicate request is recognised."""

import re

from quart import request

from models.shared.errors import IdempotencyKeyRequired

HEADER = "Idempotency-Key"
KEY = re.compile(r"[\x21-\x7e]{1,255}")


def idempotency_key() -> str:
    """The request's key, quoted or not. Raises IdempotencyKeyRequired if it is missing or malformed."""
    given = request.headers.get(HEADER, "").strip()
    if len(given) >= 2 and given[0] == given[-1] == '"':
        given = given[1:-1]
    if not KEY.fullmatch(given):
        raise IdempotencyKeyRequired("Send an Idempotency-Key header of 1 to 255 visible ASCII characters.")
    return given
