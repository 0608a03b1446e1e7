"""The API's contract, flat enough to compare: `python -m tests.web.api.contract` writes it down anew.

Old clients must go on to work: whatever an answer has must stay, and nothing more may be asked of a request.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from quart import Quart

from core.settings import Settings
from web.api.description.openapi import document, refusals_of
from web.api.description.operation import operation_of
from web.api.schemas.common_schemas import Problem

KEPT = Path(__file__).with_name("contract.json")
Contract = dict[str, dict[str, Any]]


def contract_of(spec: dict[str, Any]) -> Contract:
    """Each operation with its status, what it takes and what it gives."""
    return {
        f"{method.upper()} {path}": _flat(operation, spec)
        for path, methods in spec["paths"].items()
        if path.startswith("/api/")
        for method, operation in methods.items()
    }


def breaks(old: Contract, new: Contract) -> list[str]:
    """What old clients would stumble over."""
    found = []
    for name, before in old.items():
        after = new.get(name)
        if after is None:
            found.append(f"{name} is gone")
            continue
        if set(before["statuses"]) - set(after["statuses"]):
            found.append(f"{name} answers another status")
        for part in ("takes", "gives"):
            for field, kind in before[part].items():
                now = after[part].get(field)
                if now != kind and not (part == "takes" and now == kind.rstrip("!")):
                    found.append(f"{name} {part} {field}: {kind} became {now}")
        found += [
            f"{name} newly asks for {field}"
            for field, kind in after["takes"].items()
            if kind.endswith("!") and field not in before["takes"]
        ]
    return found


def _flat(operation: dict[str, Any], spec: dict[str, Any]) -> dict[str, Any]:
    takes = {
        f"{each['in']} {each['name']}": _kind(each["schema"]) + "!" * each["required"]
        for each in operation.get("parameters", [])
    }
    if "requestBody" in operation:
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        takes |= dict(_fields(schema, spec, "body"))
    successes = {status: answer for status, answer in operation["responses"].items() if status.startswith("2")}
    gives: dict[str, str] = {}
    for answer in successes.values():
        for media, content in answer.get("content", {}).items():
            gives |= dict(_fields(content["schema"], spec, media))
    return {
        "statuses": sorted(successes),
        "takes": takes,
        "gives": {name: kind.rstrip("!") for name, kind in gives.items()},
    }


def _fields(
    schema: dict[str, Any], spec: dict[str, Any], path: str, *, required: bool = False
) -> Iterator[tuple[str, str]]:
    """Every field of a schema by its path, with its kind; `!` marks what has to be sent."""
    if "$ref" in schema:
        schema = spec["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    for choice in schema.get("anyOf", []):
        if choice.get("type") != "null":
            yield from _fields(choice, spec, path, required=required)
    yield path, _kind(schema) + "!" * required
    for name, field in schema.get("properties", {}).items():
        yield from _fields(field, spec, f"{path}.{name}", required=name in schema.get("required", []))
    if schema.get("type") == "array":
        yield from _fields(schema["items"], spec, f"{path}[]")


def _kind(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return " or ".join(sorted(_kind(choice) for choice in schema["anyOf"]))
    if "enum" in schema:
        return "one of " + ", ".join(sorted(map(str, schema["enum"])))
    return str(schema.get("type", schema.get("const", "object" if "$ref" in schema else "anything")))


async def hold(app: Quart, method: str, path: str, answer: Any) -> None:
    """The answer is one that the contract describes, member by member. Paths without an operation are no part of it."""
    adapter = app.url_map.bind("localhost")
    try:
        endpoint, _ = adapter.match(path.partition("?")[0], method=method)
    except Exception:
        return
    its = operation_of(app.view_functions[endpoint])
    body = await answer.get_data()
    if its is None or answer.status_code in (304, 308) or (its.media and answer.status_code == 204):
        return
    if answer.status_code >= 400:
        assert answer.content_type == "application/problem+json", body
        problem = TypeAdapter(Problem).validate_json(body, strict=True)
        assert problem.status == answer.status_code in {each.status for each in refusals_of(its, method.lower())}, (
            f"{method} {path}: {body!r} is not in the contract"
        )
    else:
        assert answer.status_code == its.status, (
            f"{method} {path}: {answer.status_code}, the contract says {its.status}"
        )
        if its.gives is None and not its.media:
            assert body == b""
        elif answer.content_type == "application/json":
            TypeAdapter(its.gives).validate_json(body, strict=True)
        else:
            assert its.media, answer.content_type
            assert answer.content_type.startswith(its.media), answer.content_type


def current() -> Contract:
    """The contract of the program as it is."""
    from web.app import create_app

    return contract_of(document(create_app(Settings(env="development", secret_key="k" * 48, test_payments=True))))


if __name__ == "__main__":
    KEPT.write_text(json.dumps(current(), indent=1, sort_keys=True) + "\n")
    sys.stdout.write(f"wrote {KEPT}\n")
