"""The shop's pages: the catalogue and the cart for everybody, checkout and orders for those who are signed in."""

from quart import Blueprint

from web.gates import signed_in_only
from web.shop import cart, catalog, checkout, orders

for_everybody: list[Blueprint] = [catalog.blueprint, cart.blueprint]
for_customers: list[Blueprint] = [checkout.blueprint, orders.blueprint]
blueprints: list[Blueprint] = for_everybody + for_customers

for blueprint in for_customers:
    blueprint.before_request(signed_in_only)
