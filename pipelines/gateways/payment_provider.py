"""What a payment provider can be asked, and what it can answer."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Captured:
    """The money is ours."""

    reference: str


@dataclass(frozen=True)
class Declined:
    """A definite no."""

    reason: str


@dataclass(frozen=True)
class Unknown:
    """The answer was lost: it may have been either."""

    reason: str


@dataclass(frozen=True)
class BookEntry:
    """What the provider's book holds under one key. `state` is `captured`, `declined` or `refunded`."""

    state: str
    amount_cents: int
    currency: str = ""
    reference: str = ""


@dataclass(frozen=True)
class ListedCharge:
    """A charge that the provider captured, as its book lists it.

    Attributes:
        number: the order number that came with the charge; empty where the provider does not keep it.
        refunded_cents: how much of it was given back.
        charged_at: milliseconds; None if the book does not say when.
    """

    key: str
    number: str
    amount_cents: int
    refunded_cents: int
    currency: str
    charged_at: int | None


@dataclass(frozen=True)
class ChargePage:
    """Some charges of a time range, oldest first; `next_page` names those that follow, empty after the last."""

    charges: tuple[ListedCharge, ...]
    next_page: str = ""


class CannotList(Exception):
    """This provider cannot list its charges; what it holds can be asked for by key only."""


class ProviderRefused(Exception):
    """The provider did not take the question (it is down, it is overloaded): nothing happened there."""


class ProviderRejected(Exception):
    """The provider rejects the request itself (HTTP 400 or 401): it answers, nothing happened, and a person has to look
    if it goes on."""


class PaymentProvider(Protocol):
    """A payment provider. Every call carries a key under which the provider does it once."""

    async def charge(
        self, key: str, *, amount_cents: int, currency: str, token: str, number: str
    ) -> Captured | Declined | Unknown:
        """Take the money, or tell what became of the charge with this key. The order's number goes into the book.

        Raises:
            ProviderRefused: nothing happened; worth another try.
            ProviderRejected: the request is wrong, or we may not make it.

        Any other error means what `Unknown` means.
        """
        ...

    async def refund(self, key: str, *, charge_key: str, amount_cents: int) -> str:
        """Give money of a charge back; the provider's reference.

        Raises:
            ProviderRefused: it is not certain that it happened; ask again under the same key.
            ProviderRejected: the request is wrong, or we may not make it.
        """
        ...

    async def lookup(self, key: str) -> BookEntry | None:
        """What stands in the provider's book under this key of a charge or a refund; None if it knows no such key.

        Raises:
            ProviderRefused: the book cannot be read now.
        """
        ...

    async def list_charges(self, *, since_ms: int, until_ms: int, page: str = "") -> ChargePage:
        """The charges captured in a range of time, a page of them. A provider that has no such list keeps this answer.

        Raises:
            CannotList: the provider has no such list.
            ProviderRefused: the book cannot be read now.
        """
        raise CannotList("the payment provider cannot list its charges")


_providers: list[PaymentProvider] = []


def install_provider(provider: PaymentProvider) -> None:
    """Name the provider of this process."""
    _providers[:] = [provider]


def provider() -> PaymentProvider:
    """The provider of this process. Raises ProviderRefused if none was installed."""
    if not _providers:
        raise ProviderRefused("no payment provider is set up")
    return _providers[0]
