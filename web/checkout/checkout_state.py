"""What a checkout stands on: the cart, what was answered so far, the ways of shipping and the address book."""

from dataclasses import dataclass
from typing import Any

from models.accounts import address_book
from models.accounts.address_book import AddressBookEntry
from models.carts import carts, checkout_drafts
from models.carts.cart_views import CartView
from models.carts.checkout_drafts import CheckoutProgress
from models.checkout.quotes import offered
from models.database import Transaction, read
from models.shipping import shipping_methods
from models.shipping.shipping_methods import ShippingMethodView
from web.checkout.checkout_steps import first_open
from web.checkout.guest_cart import cart_owner
from web.security.identity import current_account


@dataclass(frozen=True, slots=True)
class State:
    """What a checkout stands on. `methods` are all there are; which of them fit depends on the country.

    `last_address` is where the customer's last order went; empty for a guest and a first order.
    """

    cart: CartView
    draft: CheckoutProgress
    methods: list[ShippingMethodView]
    addresses: list[AddressBookEntry]
    last_address: dict[str, str]
    is_guest: bool

    @property
    def answers(self) -> dict[str, Any]:
        return self.draft.answers

    @property
    def key(self) -> str:
        """What the order of this checkout is placed under: the same in all tabs."""
        return self.draft.key or checkout_drafts.key_of(self.cart)

    @property
    def known(self) -> dict[str, Any]:
        """The answers that the order is made of."""
        return {name: value for name, value in self.answers.items() if name not in ("address_id", "billing_address_id")}

    def saved(self, address_id: str) -> AddressBookEntry | None:
        """The entry of the address book with this id."""
        return next((each for each in self.addresses if each.id == address_id), None)

    @property
    def suggested_address(self) -> AddressBookEntry | None:
        """The saved address that was ordered to last, else the default one."""
        last = next((each for each in self.addresses if each.parts == self.last_address), None)
        return last or next(iter(self.addresses), None)

    @property
    def suggested_bill(self) -> AddressBookEntry | None:
        """The default address for bills, if it is not where the parcel goes."""
        default = next((each for each in self.addresses if each.default_billing), None)
        goes_to = {part: self.answers.get(part, "") for part in address_book.PARTS}
        return default if default is not None and default.parts != goes_to else None

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
        return State(
            cart=await carts.view(tx, owner),
            draft=await checkout_drafts.find(tx, owner),
            methods=await shipping_methods.methods(tx),
            addresses=await address_book.book(tx, account.id) if account is not None else [],
            last_address=await address_book.last_ordered_to(tx, account.id) if account is not None else {},
            is_guest=account is None,
        )

    return await read(work)
