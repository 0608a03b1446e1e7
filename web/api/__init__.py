"""The JSON API: one list of blueprints for everybody, one behind the admin's gate."""

from quart import Blueprint

from web.api import auth, cart, catalog, health, metrics, orders
from web.gates import admins_only

PREFIX = "/api/v1"

for_everybody: list[Blueprint] = [auth.blueprint, catalog.blueprint, cart.blueprint, health.blueprint, orders.blueprint]
for_admins: list[Blueprint] = []
blueprints: list[Blueprint] = for_everybody + for_admins
unversioned: list[Blueprint] = [health.probes, metrics.blueprint]

for blueprint in for_admins:
    blueprint.before_request(admins_only)
