"""The shop's pages, for everybody: the catalogue, the cart, the checkout; an order opens to whoever has bought it."""

from quart import Blueprint

from web.shop import (
    cart_pages,
    catalog_pages,
    checkout_pages,
    media_files,
    order_lookup_pages,
    order_pages,
    security_contact,
    theme_choice,
)

blueprints: list[Blueprint] = [
    catalog_pages.blueprint,
    cart_pages.blueprint,
    checkout_pages.blueprint,
    order_lookup_pages.blueprint,
    order_pages.blueprint,
    theme_choice.blueprint,
    media_files.blueprint,
    security_contact.blueprint,
]
