"""Ids for the outside: random, so that knowing one tells nothing of any other; and the numbers of orders."""

import re
import secrets

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u
PUBLIC_ID = re.compile(r"[0-9a-z]{26}")
FIRST_NUMBER = 10_000
ORDER_NUMBER = re.compile(r"(?i:CW-)?([0-9]{5,9})")


def new_public_id() -> str:
    """26 characters that carry 128 random bits."""
    number = secrets.randbits(130)
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(0, 130, 5))


def number_of(order_id: int) -> str:
    """The order number people quote: CW-10023."""
    return f"CW-{FIRST_NUMBER + order_id}"


def row_of_number(text: str) -> int | None:
    """The row id behind CW-10023 or 10023; None for what is no order number."""
    found = ORDER_NUMBER.fullmatch(text.strip())
    return int(found[1]) - FIRST_NUMBER if found and int(found[1]) > FIRST_NUMBER else None


def is_public_id(text: str) -> bool:
    """Whether a text from outside can name anything: what is longer may not even be a value of the column."""
    return PUBLIC_ID.fullmatch(text) is not None
