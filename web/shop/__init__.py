"""The shop's pages, for everybody: the catalogue, the cart, the checkout; an order opens to whoever has bought it."""

from quart import Blueprint

from web.shop import cart, catalog, checkout, media, orders, theme

blueprints: list[Blueprint] = [
    catalog.blueprint,
    cart.blueprint,
    checkout.blueprint,
    orders.blueprint,
    theme.blueprint,
    media.blueprint,
]
