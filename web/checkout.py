"""Places an order, for the API and the page alike: one transaction, in which repeats are recognised."""

import hashlib
import hmac
from dataclasses import replace

from models import addresses, buyers, checkout
from models.accounts import Account
from models.checkout import Buyer, Checkout, Tell
from models.database import ConstraintViolated, Transaction, write
from models.idempotency import Answer
from models.public_id import ALPHABET
from models.refusals import FieldError, Invalid
from web.backlog import refuse_when_deep
from web.current import derived_keys, settings

NO_PAYMENT = "No way to pay is set up in this shop, so orders cannot be placed."


async def place(
    wanted: Checkout,
    tell: Tell,
    *,
    route: str,
    account: Account | None,
    cart_token: str | None = None,
    email: str = "",
    address_id: str | None = None,
) -> tuple[Answer, str | None]:
    """The answer to the request, given now or before; and a guest's token for the order. `tell` makes what is kept.

    `address_id` names a saved address of the customer, which the order copies in the same transaction.

    Raises:
        Backlog: too many orders wait; nothing was looked at.
        Invalid, CartEmpty, AlreadyOrdered, PriceChanged, IdempotencyKeyReused: nothing was done.
    """
    _refuse_without_payment()
    await refuse_when_deep()
    access_token = None if account else _access_token(cart_token, wanted.key)

    async def work(tx: Transaction) -> Answer:
        if account is not None:
            buyer = await buyers.customer(tx, account)
        else:
            buyer = await buyers.guest(tx, cart_token, email, access_token or "")
        return await checkout.place_once(tx, buyer, await _addressed(tx, wanted, buyer, address_id), tell, route=route)

    try:
        return await write(work), access_token
    except ConstraintViolated:  # a twin was quicker by a moment: now its answer is there
        return await write(work), access_token


def _refuse_without_payment() -> None:
    if not settings().test_payments:
        raise Invalid(NO_PAYMENT, errors=[FieldError("payment.method", "unavailable", NO_PAYMENT)])


async def _addressed(tx: Transaction, wanted: Checkout, buyer: Buyer, address_id: str | None) -> Checkout:
    """What is wanted, with the saved address in it; one that is gone leaves none, which only a repeat survives."""
    if address_id is None:
        return wanted
    parts = await addresses.parts_of(tx, buyer.user_id, address_id) if buyer.user_id else {}
    return replace(wanted, shipping_address=parts)


def _access_token(cart_token: str | None, key: str) -> str:
    """The guest's key to the order: the same for a repeat, and worth nothing without our own key."""
    message = f"{len(key)}:{key}{cart_token}".encode(errors="replace")
    number = int.from_bytes(hmac.digest(derived_keys(settings(), "order-token")[0], message, hashlib.sha256))
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(0, 130, 5))
