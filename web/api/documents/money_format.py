"""Money as the API shows and takes it."""

from typing import Annotated, Any, Literal

from web.forms.input_model import Input, says

LARGEST = 2**53 - 1  # what every client can hold exactly


class MoneyInput(Input):
    """Whole minor units of the shop's one currency."""

    amount: Annotated[int, says(minimum=1, maximum=LARGEST)]
    currency: Literal["USD"] = "USD"


def amount(cents: int, currency: str = "USD") -> dict[str, Any]:
    """Whole minor units beside their currency, never a float."""
    return {"amount": cents, "currency": currency}
