"""The admin pages; one check before every request requires a role that may do it."""

from quart import Blueprint

from web.admin import (
    admin_analytics,
    admin_bulk_shipping,
    admin_categories,
    admin_dashboard,
    admin_integrity,
    admin_inventory,
    admin_mail,
    admin_mail_kinds,
    admin_orders,
    admin_pages,
    admin_people,
    admin_products,
    admin_shipping_methods,
    admin_webhooks,
)
from web.admin.jobs import admin_job_batches, admin_job_charts, admin_job_control, admin_jobs
from web.admin.products import bulk_edit_pages, family_pages, product_file_pages
from web.staff.staff_gate import proven_only, staff_only

blueprints: list[Blueprint] = [
    admin_dashboard.blueprint,
    admin_jobs.blueprint,
    admin_job_control.blueprint,
    admin_job_batches.blueprint,
    admin_job_charts.blueprint,
    admin_mail.blueprint,
    admin_mail_kinds.blueprint,
    admin_orders.blueprint,
    admin_bulk_shipping.blueprint,
    admin_integrity.blueprint,
    admin_products.blueprint,
    admin_pages.blueprint,
    bulk_edit_pages.blueprint,
    family_pages.blueprint,
    product_file_pages.blueprint,
    admin_categories.blueprint,
    admin_inventory.blueprint,
    admin_people.blueprint,
    admin_shipping_methods.blueprint,
    admin_analytics.blueprint,
    admin_webhooks.blueprint,
]

for blueprint in blueprints:
    blueprint.before_request(staff_only)
    blueprint.before_request(proven_only)
