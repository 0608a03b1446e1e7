"""The JSON API: every operation says above its view who may call it, and is its own gate."""

from quart import Blueprint

from web.api import (
    addresses,
    admin_jobs,
    admin_orders,
    admin_shop,
    auth,
    cart,
    catalog,
    catalog_changes,
    health,
    inventory,
    metrics,
    ops,
    order_events,
    orders,
    webhooks,
)
from web.api import (
    documentation as api_documentation,
)

PREFIX = "/api/v1"

blueprints: list[Blueprint] = [
    auth.blueprint,
    addresses.blueprint,
    catalog.blueprint,
    catalog_changes.blueprint,
    cart.blueprint,
    orders.blueprint,
    order_events.blueprint,
    inventory.blueprint,
    admin_orders.blueprint,
    admin_jobs.blueprint,
    admin_shop.blueprint,
    webhooks.blueprint,
    health.blueprint,
]
unversioned: list[Blueprint] = [health.probes, metrics.blueprint, ops.blueprint]
documentation: Blueprint = api_documentation.blueprint
