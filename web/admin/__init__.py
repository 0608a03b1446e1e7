"""The admin's pages, behind one gate."""

from quart import Blueprint

from web.gates import admins_only

blueprints: list[Blueprint] = []

for blueprint in blueprints:
    blueprint.before_request(admins_only)
