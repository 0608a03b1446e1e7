"""Accounts: login, registration, logout for everybody; profile and password for those who are signed in."""

from quart import Blueprint

from web.account import addresses, forgotten, login, logins, logout, password, profile, register
from web.gates import signed_in_only

for_everybody: list[Blueprint] = [login.blueprint, logout.blueprint, register.blueprint, forgotten.blueprint]
for_users: list[Blueprint] = [profile.blueprint, password.blueprint, addresses.blueprint, logins.blueprint]
blueprints: list[Blueprint] = for_everybody + for_users

for blueprint in for_users:
    blueprint.before_request(signed_in_only)
