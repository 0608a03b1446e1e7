"""The shop's pages: open to everybody; parts for customers only have `signed_in_only` as their gate."""

from quart import Blueprint

blueprints: list[Blueprint] = []
