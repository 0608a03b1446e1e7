"""The JSON API: a decorator above each view declares the operation and checks who may call it."""

from quart import Blueprint

from web.api.description import documentation as api_documentation
from web.api.families import families_api
from web.api.monitoring import metrics_api, ops_api
from web.api.operations import (
    addresses_api,
    admin_jobs_api,
    admin_orders_api,
    admin_shop_api,
    auth_api,
    cart_api,
    catalog_api,
    catalog_changes_api,
    health_api,
    inventory_api,
    order_events_api,
    orders_api,
    own_account_api,
    product_bulk_api,
    shipping_api,
    webhooks_api,
)

PREFIX = "/api/v1"

blueprints: list[Blueprint] = [
    auth_api.blueprint,
    own_account_api.blueprint,
    addresses_api.blueprint,
    catalog_api.blueprint,
    catalog_changes_api.blueprint,
    product_bulk_api.blueprint,
    families_api.blueprint,
    cart_api.blueprint,
    orders_api.blueprint,
    shipping_api.blueprint,
    order_events_api.blueprint,
    inventory_api.blueprint,
    admin_orders_api.blueprint,
    admin_jobs_api.blueprint,
    admin_shop_api.blueprint,
    webhooks_api.blueprint,
    health_api.blueprint,
]
unversioned: list[Blueprint] = [health_api.probes, metrics_api.blueprint, ops_api.blueprint]
documentation: Blueprint = api_documentation.blueprint
