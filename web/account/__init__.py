"""Accounts: login, registration, logout and set-up for everybody; profile and password for those who are signed in."""

from quart import Blueprint

from web.account import addresses, email_address, forgotten, login, logins, logout, password, profile, register, set_up
from web.gates import signed_in_only

for_everybody: list[Blueprint] = [
    login.blueprint,
    logout.blueprint,
    register.blueprint,
    forgotten.blueprint,
    set_up.blueprint,
]
for_users: list[Blueprint] = [
    profile.blueprint,
    email_address.blueprint,
    password.blueprint,
    addresses.blueprint,
    logins.blueprint,
]
blueprints: list[Blueprint] = for_everybody + for_users

for blueprint in for_users:
    blueprint.before_request(signed_in_only)
