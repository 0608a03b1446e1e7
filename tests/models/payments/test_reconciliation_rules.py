"""What counts as a difference between a payment of ours and the provider's book."""

import pytest

from models.orders.order_states import Status
from models.payments.reconciliation import Ours, Theirs, compare

CHARGE = Ours(1, 1, "charge", "order-1", 500, "captured", Status.CONFIRMED, "USD", has_refund=False)


@pytest.mark.parametrize(
    ("currency", "code"), [("USD", None), ("EUR", "currency"), ("", None)], ids=["same", "another", "not said"]
)
def test_a_currency_is_a_difference_when_the_provider_names_another(currency: str, code: str | None) -> None:
    found = compare(CHARGE, Theirs("captured", 500, currency))
    assert (found.code if found else None) == code
