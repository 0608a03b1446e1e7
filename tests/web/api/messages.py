"""Holds messages to the contract: what is posted to a webhook is what the OpenAPI document says of its type."""

import functools
from typing import Any

from jsonschema import Draft202012Validator

from core.settings import Settings
from web.api.description.openapi import document
from web.app import create_app


@functools.cache
def described() -> dict[str, Any]:
    """The OpenAPI document."""
    return document(create_app(Settings(env="development", secret_key="k" * 48, test_payments=True)))


def hold_message(message: dict[str, Any]) -> None:
    """The message is one of those described: all members, no other, each of its type."""
    spec = described()
    content = spec["webhooks"][message["type"]]["post"]["requestBody"]["content"]
    schema = {**content["application/json"]["schema"], "components": spec["components"]}
    Draft202012Validator(schema).validate(message)
    assert set(message["data"]) == members(spec, message["type"])


def members(spec: dict[str, Any], type_: str) -> set[str]:
    """The members of a type's `data`."""
    reference = spec["webhooks"][type_]["post"]["requestBody"]["content"]["application/json"]["schema"]["$ref"]
    schemas = spec["components"]["schemas"]
    data = schemas[reference.rpartition("/")[2]]["properties"]["data"]["$ref"]
    return set(schemas[data.rpartition("/")[2]]["properties"])
