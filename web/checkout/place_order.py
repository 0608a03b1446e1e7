"""Places an order, for the API and the page alike: one transaction, in which repeats are recognised."""

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from models.accounts import address_book
from models.accounts.account_record import Account
from models.carts.cart_views import Owner
from models.checkout import buyers, checkout
from models.checkout.checkout import Buyer, Checkout, Placed, RenderAnswer
from models.database import DatabaseBusy, Transaction, Work
from models.orders.guest_access import PURPOSE, access_token
from models.shared import idempotency
from models.shared.errors import DuplicateRunning, InsufficientStock, Invalid, NoLongerSold
from models.shared.idempotency import StoredAnswer
from web.app_context import derived_keys, settings
from web.checkout.checkout_backlog import refuse_when_deep
from web.checkout.checkout_form import PageForm
from web.forms.address_input import saved_address

RUNNING: Counter[Hashable] = Counter()  # requests of this process by who asks, where, and their key
NO_PAYMENT = "This shop cannot take payments yet, so orders cannot be placed."


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """The order that the page leads to; `guest_token` opens it for who has no account."""

    id: str
    guest_token: str | None


async def place_from_page(cart: Owner, form: PageForm, account: Account | None) -> PlacedOrder:
    """Place the order that the page showed. The form's key makes a second press the same order.

    Raises:
        Backlog, Invalid, CartEmpty, CartChanged, AlreadyOrdered, PriceChanged, IdempotencyKeyReused, TwinRunning: as
        `place`.
        InsufficientStock, NoLongerSold: not all of it can be had.
    """
    answer, token = await place(
        form.wanted(), _page_answer, route="POST /checkout", account=account, cart_token=cart.token, email=form.email
    )
    kept = json.loads(answer.body)
    if answer.status == 409:
        raise (NoLongerSold if kept.get("gone") else InsufficientStock)(kept["detail"])
    return PlacedOrder(kept["id"], token)


def placed_by(order_id: str, account: Account | None) -> PlacedOrder:
    """An order that this caller has placed."""
    key = derived_keys(settings(), PURPOSE)[0]
    return PlacedOrder(order_id, access_token(key, order_id) if account is None else None)


async def place(
    wanted: Checkout,
    tell: RenderAnswer,
    *,
    route: str,
    account: Account | None,
    cart_token: str | None = None,
    email: str = "",
    address_id: str | None = None,
) -> tuple[StoredAnswer, str | None]:
    """The answer to the request, given now or before, and a guest's token for the order. `tell` makes what is kept.

    `address_id` names a saved address of the customer, which the order copies in the same transaction.

    Raises:
        Backlog: too many orders wait; nothing was looked at.
        Invalid, CartEmpty, CartChanged, AlreadyOrdered, PriceChanged, IdempotencyKeyReused: nothing was done.
        DuplicateRunning: the same request was not answered in time.
    """
    refuse_without_payment()
    await refuse_when_deep()
    access_key = derived_keys(settings(), PURPOSE)[0]

    async def work(tx: Transaction) -> StoredAnswer:
        buyer = await (buyers.customer(tx, account) if account else buyers.guest(tx, cart_token, email, access_key))
        return await checkout.place_once(tx, buyer, await _addressed(tx, wanted, buyer, address_id), tell, route=route)

    answer = await _answer_once(work, (account.id if account else cart_token, route, wanted.key))
    return answer, _guest_token(answer, access_key) if account is None else None


async def _answer_once(work: Work[StoredAnswer], name: Hashable) -> StoredAnswer:
    """The answer that a request of this name gets, or that a duplicate of it has got."""
    with _running(name) as has_twin:
        try:
            return await idempotency.write_once(work)
        except DatabaseBusy:
            if has_twin():
                raise DuplicateRunning("The same request is still being answered. Ask again.", retry_after=1) from None
            raise


@contextmanager
def _running(name: Hashable) -> Iterator[Callable[[], bool]]:
    """While the request of this name runs in this process; tells whether the same one runs, or ran when it began."""
    came_second = RUNNING[name] > 0
    RUNNING[name] += 1
    try:
        yield lambda: came_second or RUNNING[name] > 1
    finally:
        RUNNING[name] -= 1
        if not RUNNING[name]:
            del RUNNING[name]


def _page_answer(_: Buyer, __: Checkout, outcome: Placed | InsufficientStock) -> tuple[int, str]:
    """What is kept for a second press of the button."""
    if isinstance(outcome, InsufficientStock):
        return 409, json.dumps({"detail": outcome.detail, "gone": isinstance(outcome, NoLongerSold)})
    return 303, json.dumps({"id": outcome.public_id})


def _guest_token(answer: StoredAnswer, key: bytes) -> str | None:
    """The guest's key to the order that was placed, if one was: the same for a repeat."""
    order_id = json.loads(answer.body).get("id")
    return access_token(key, order_id) if order_id else None


def refuse_without_payment() -> None:
    """Raises Invalid in a shop that takes no payments."""
    if not settings().test_payments:
        raise Invalid.field("payment.method", "unavailable", NO_PAYMENT)


async def _addressed(tx: Transaction, wanted: Checkout, buyer: Buyer, address_id: str | None) -> Checkout:
    """What is wanted, with the saved address in it; one that is gone leaves none, which only a repeat survives."""
    if address_id is None:
        return wanted
    parts = await address_book.parts_of(tx, buyer.user_id, address_id) if buyer.user_id else {}
    return replace(wanted, shipping_address=saved_address(parts) if parts else {})
