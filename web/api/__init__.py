"""The JSON API: one list of blueprints for everybody, one for those who are signed in, one behind the admin's gate."""

from quart import Blueprint

from web.api import addresses, auth, cart, catalog, health, orders
from web.gates import admins_only, signed_in_only

PREFIX = "/api/v1"

for_everybody: list[Blueprint] = [auth.blueprint, catalog.blueprint, cart.blueprint, health.blueprint, orders.blueprint]
for_customers: list[Blueprint] = [addresses.blueprint]
for_admins: list[Blueprint] = []
blueprints: list[Blueprint] = for_everybody + for_customers + for_admins
unversioned: list[Blueprint] = [health.probes]

for blueprint in for_customers:
    blueprint.before_request(signed_in_only)
for blueprint in for_admins:
    blueprint.before_request(admins_only)
