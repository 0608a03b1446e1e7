"""What an order would cost before it is placed: goods, and each way of sending them, for pages and API alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.carts.cart_views import CartView
from models.shipping.shipping_methods import ShippingMethodView


@dataclass(frozen=True, slots=True)
class Quote:
    """`methods` go to the country asked for; `method` is the chosen one, None when nothing goes there."""

    cart: CartView
    methods: list[ShippingMethodView]
    method: ShippingMethodView | None

    @property
    def shipping_cents(self) -> int:
        return self.method.cost_cents(self.cart.subtotal_cents) if self.method else 0

    @property
    def total_cents(self) -> int:
        """What an order of this moment would be charged."""
        return self.cart.subtotal_cents + self.shipping_cents


def offered(methods: Sequence[ShippingMethodView], country: str) -> list[ShippingMethodView]:
    """The ways of shipping that go there; all of them while nobody has said where to."""
    return [method for method in methods if not country or method.goes_to(country)]


def quote(cart: CartView, methods: Sequence[ShippingMethodView], country: str, code: str | None) -> Quote:
    """The totals with the method of this code, or with the first that goes there if that one does not."""
    fitting = offered(methods, country)
    method = next((each for each in fitting if each.code == code), next(iter(fitting), None))
    return Quote(cart, fitting, method)
