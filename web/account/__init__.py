"""Accounts: login, registration, logout and set-up for everybody; profile and password for those who are signed in."""

from quart import Blueprint

from web.account import (
    address_pages,
    email_address_pages,
    first_admin_pages,
    login_pages,
    logout_pages,
    password_pages,
    password_reset_pages,
    privacy_pages,
    profile_pages,
    proof_pages,
    registration_pages,
    second_factor_pages,
    security_pages,
    session_pages,
)
from web.security.request_gates import signed_in_only

for_everybody: list[Blueprint] = [
    login_pages.blueprint,
    logout_pages.blueprint,
    registration_pages.blueprint,
    password_reset_pages.blueprint,
    first_admin_pages.blueprint,
    second_factor_pages.blueprint,
]
for_users: list[Blueprint] = [
    profile_pages.blueprint,
    email_address_pages.blueprint,
    password_pages.blueprint,
    address_pages.blueprint,
    session_pages.blueprint,
    security_pages.blueprint,
    proof_pages.blueprint,
    privacy_pages.blueprint,
]
blueprints: list[Blueprint] = for_everybody + for_users

for blueprint in for_users:
    blueprint.before_request(signed_in_only)
