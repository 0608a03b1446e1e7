"""The checkout's page at one step, with what is known so far and what the whole would cost."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quart import Response

from models.accounts import address_book
from models.accounts.address_book import AddressBookEntry
from models.carts import carts, checkout_drafts
from models.carts.cart_views import CartView
from models.carts.checkout_drafts import CheckoutProgress
from models.checkout.quotes import offered, quote
from models.database import Transaction, read
from models.shipping import shipping_methods
from models.shipping.shipping_methods import ShippingMethodView
from web.app_context import settings
from web.checkout.checkout_backlog import are_orders_slow
from web.checkout.checkout_steps import FIELDS, first_open, links
from web.checkout.guest_cart import cart_owner
from web.rendering import page
from web.security.identity import current_account


@dataclass(frozen=True, slots=True)
class State:
    """What a checkout stands on. `methods` are all there are; which of them fit depends on the country."""

    cart: CartView
    draft: CheckoutProgress
    methods: list[ShippingMethodView]
    addresses: list[AddressBookEntry]
    is_guest: bool

    @property
    def answers(self) -> dict[str, Any]:
        return self.draft.answers

    @property
    def known(self) -> dict[str, Any]:
        """The answers that the order is made of."""
        return {name: value for name, value in self.answers.items() if name != "address_id"}

    def offered(self, country: str) -> list[ShippingMethodView]:
        """The ways of shipping that fit; all of them while nobody has said where to."""
        return offered(self.methods, country)

    @property
    def first_open(self) -> str:
        methods = self.offered(self.answers.get("country", ""))
        return first_open(self.answers, methods, is_guest=self.is_guest)


async def state_now() -> State:
    """Cart, draft, methods and address book of the caller, in one read."""
    owner, account = cart_owner(), current_account()

    async def work(tx: Transaction) -> State:
        book = await address_book.book(tx, account.id) if account is not None else []
        return State(
            cart=await carts.view(tx, owner),
            draft=await checkout_drafts.find(tx, owner),
            methods=await shipping_methods.methods(tx),
            addresses=book,
            is_guest=account is None,
        )

    return await read(work)


async def step_page(
    state: State,
    step: str,
    *,
    typed: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
    key: str = "",
    status: int = 200,
) -> Response:
    """One step. `typed` goes before what is known, `errors` beside their fields, `key` before the draft's."""
    known = {"name": _name(), **state.answers, **(typed or {})}
    values = _sums(state, known)
    return await page(
        "shop/checkout/step.html",
        status=status,
        step=step,
        steps=links(step, state.first_open),
        form=dict.fromkeys(FIELDS, "") | known | {"shipping_method": values["method"].code if values["method"] else ""},
        errors=errors or {},
        addresses=state.addresses,
        is_guest=state.is_guest,
        checkout_key=key or state.draft.key or secrets.token_urlsafe(24),
        test_payments=settings().test_payments,
        orders_are_slow=await are_orders_slow(),
        **values,
    )


def _name() -> str:
    account = current_account()
    return account.name if account is not None else ""


def _sums(state: State, known: Mapping[str, Any]) -> dict[str, Any]:
    """The cart, the ways of shipping that fit, the chosen one (else the first) and what it all comes to."""
    told = quote(state.cart, state.methods, str(known.get("country", "")), known.get("shipping_method"))
    return {
        "cart": state.cart,
        "cart_count": state.cart.count,
        "methods": told.methods,
        "method": told.method,
        "shipping_cents": told.shipping_cents,
        "expected_total_cents": told.total_cents,
    }
