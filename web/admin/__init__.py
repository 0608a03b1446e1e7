"""The admin's pages, behind one gate."""

from quart import Blueprint

from web.admin import dashboard, emails, jobs, shipping
from web.gates import admins_only

blueprints: list[Blueprint] = [dashboard.blueprint, jobs.blueprint, emails.blueprint, shipping.blueprint]

for blueprint in blueprints:
    blueprint.before_request(admins_only)
