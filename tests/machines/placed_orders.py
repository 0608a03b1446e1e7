"""A shop with a worker and a provider, for machines whose rules place and work orders."""

from functools import partial
from typing import Any

from models.carts import carts
from models.carts.carts import Owner
from models.checkout import buyers, checkout
from models.checkout.checkout import Checkout
from models.database import Transaction
from pipelines.gateways.payment_provider import Captured, Declined, install_provider
from tests.machines.bench import ShopMachine
from tests.simulation.simulation import ADDRESS
from workers import job_attempt, job_claims

LEASE_SECONDS = 30.0


class ImmediateProvider:
    """Implements the calls of `PaymentProvider` that are made here, answers at once, and keeps a book."""

    def __init__(self) -> None:
        self.book: dict[str, tuple[str, int]] = {}
        self.is_answer_lost = False

    async def charge(
        self, key: str, *, amount_cents: int, currency: str, token: str, number: str = ""
    ) -> Captured | Declined:
        state, cents = self.book.setdefault(key, ("declined" if token == "tok_declined" else "captured", amount_cents))
        return Captured(f"{cents}") if state == "captured" else Declined("declined")

    async def refund(self, key: str, *, charge_key: str, amount_cents: int) -> str:
        self.book.setdefault(key, ("refunded", amount_cents))
        if self.is_answer_lost:
            raise ConnectionError("simulated")
        return key

    def net_cents(self, public_id: str) -> int:
        """Captured minus refunded of an order."""
        signs = {"captured": 1, "refunded": -1, "declined": 0}
        return sum(signs[state] * cents for key, (state, cents) in self.book.items() if key.startswith(f"{public_id}:"))


class OrderingMachine(ShopMachine):
    """What machines of orders have in common."""

    def begin(self) -> None:
        self.provider: Any = ImmediateProvider()
        install_provider(self.provider)
        self.placed: list[str] = []

    def place(self, quantity: int, token: str) -> str:
        """An order of a guest; its public id. Raises what checkout raises."""
        key = f"key-{len(self.placed)}"

        async def work(tx: Transaction) -> str:
            cart = await carts.add_item(tx, Owner(), self.bench.products[0], quantity)
            buyer = await buyers.guest(tx, cart.token, f"{key}@example.com", b"k" * 32)
            wanted = Checkout(
                key=key,
                fingerprint="f" * 64,
                shipping_method="standard",
                shipping_address=ADDRESS,
                payment_method="test_card",
                payment_token=token,
            )
            return (await checkout.place(tx, buyer, wanted)).public_id

        self.placed.append(self.bench.write(work))
        return self.placed[-1]

    def claim(self, most: int) -> list[Any]:
        """Claim jobs of the orders queue, and work none of them."""
        claim = partial(job_claims.claim_and_open, shares=[("orders", most)], worker="w", lease_seconds=LEASE_SECONDS)
        return self.bench.write(claim)

    def work(self, most: int) -> None:
        """Claim jobs and work them to their end."""
        for claim in self.claim(most):
            self.bench.do(job_attempt.attempt(claim))
