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


class ProviderRefused(Exception):
    """The provider did not take the question (it is down, it is overloaded): nothing happened there."""


class PaymentProvider(Protocol):
    """A payment provider. Every call carries a key under which the provider does it once."""

    async def charge(self, key: str, *, amount_cents: int, currency: str, token: str) -> Captured | Declined | Unknown:
        """Take the money, or tell what became of the charge with this key.

        Raises:
            ProviderRefused: nothing happened; worth another try.
        """
        ...

    async def refund(self, key: str, *, charge_key: str, amount_cents: int) -> str:
        """Give money of a charge back; the provider's reference.

        Raises:
            ProviderRefused: it is not certain that it happened; ask again under the same key.
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
