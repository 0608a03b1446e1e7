"""Parses typed amounts of money, and percentages."""

import re
from decimal import Decimal

AMOUNT = re.compile(r"\$?\s*(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,2}))?")

PERCENT = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)\s*%?")


def cents_of(text: str) -> int | None:
    """12.99 and $1,299 are 1299 and 129900 cents; None for anything that is not an amount."""
    found = AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    return int(found[1].replace(",", "")) * 100 + int((found[2] or "0").ljust(2, "0"))


def percent_of(text: str) -> Decimal | None:
    """12.5 and 12.5 % are 12.5; None for anything that is not a percentage of at most two decimals."""
    found = PERCENT.fullmatch(text.strip())
    return None if found is None else Decimal(found[1])
