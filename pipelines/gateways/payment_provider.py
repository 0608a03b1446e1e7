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


class ProviderRefused(Exception):
    """The provider did not take the question (it is down, it is overloaded): nothing happened there."""


class ProviderRejected(Exception):
    """The provider rejects the request itself (HTTP 400 or 401): it answers, nothing happened, and a person has to look
    if it goes on."""


class PaymentProvider(Protocol):
    """A payment provider. Every call carries a key under which the provider does it once."""

    async def charge(self, key: str, *, amount_cents: int, currency: str, token: str) -> Captured | Declined | Unknown:
        """Take the money, or tell what became of the charge with this key.

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


_providers: list[PaymentProvider] = []


def install_provider(provider: PaymentProvider) -> None:
    """Name the provider of this process."""
    _providers[:] = [provider]


def provider() -> PaymentProvider:
    """The provider of this process. Raises ProviderRefused if none was installed."""
    if not _providers:
        raise ProviderRefused("no payment provider is set up")
    return _providers[0]
