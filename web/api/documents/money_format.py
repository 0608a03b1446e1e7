"""Money in responses."""

from typing import Any


def amount(cents: int, currency: str = "USD") -> dict[str, Any]:
    """Whole minor units beside their currency, never a float."""
    return {"amount": cents, "currency": currency}
