"""Money as people type it."""

import re

AMOUNT = re.compile(r"\$?\s*(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,2}))?")


def cents_of(text: str) -> int | None:
    """12.99 and $1,299 are 1299 and 129900 cents; None for what is no amount."""
    found = AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    return int(found[1].replace(",", "")) * 100 + int((found[2] or "0").ljust(2, "0"))
