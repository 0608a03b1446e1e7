"""The admin's pages, behind one gate."""

from quart import Blueprint

from web.admin import (
    analytics,
    categories,
    dashboard,
    doctor,
    emails,
    inventory,
    job_batches,
    job_charts,
    job_control,
    jobs,
    orders,
    people,
    pictures,
    products,
    shipments,
    shipping,
    webhooks,
)
from web.gates import admins_only

blueprints: list[Blueprint] = [
    dashboard.blueprint,
    jobs.blueprint,
    job_control.blueprint,
    job_batches.blueprint,
    job_charts.blueprint,
    emails.blueprint,
    orders.blueprint,
    shipments.blueprint,
    doctor.blueprint,
    products.blueprint,
    pictures.blueprint,
    categories.blueprint,
    inventory.blueprint,
    people.blueprint,
    analytics.blueprint,
    webhooks.blueprint,
    shipping.blueprint,
]

for blueprint in blueprints:
    blueprint.before_request(admins_only)
