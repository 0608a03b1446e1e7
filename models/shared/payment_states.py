"""The states of charges and refunds."""

from enum import StrEnum


class ChargeState(StrEnum):
    """The state of an order's charge. `SUBMITTED` and `UNKNOWN`: the provider was asked and has not answered."""

    INTENT = "intent"
    SUBMITTED = "submitted"
    UNKNOWN = "unknown"
    CAPTURED = "captured"
    DECLINED = "declined"

    @property
    def is_in_flight(self) -> bool:
        return self in (ChargeState.SUBMITTED, ChargeState.UNKNOWN)


class RefundState(StrEnum):
    """The state of a refund."""

    PENDING = "refund_pending"
    REFUNDED = "refunded"
