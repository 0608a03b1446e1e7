"""Generates the OpenAPI 3.1 document from the routes and the declarations above their views."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter
from quart import Quart

from core.settings import VERSION
from models.orders.event_types import in_words
from models.shared.errors import (
    Busy,
    Forbidden,
    Invalid,
    PasswordChangeRequired,
    Refusal,
    TooManyRequests,
    Unauthenticated,
)
from models.webhooks.webhook_events import TEST
from web.api.description import operation_tags
from web.api.description.operation import (
    ADMIN,
    EVERYBODY,
    OPERATOR,
    PUBLIC,
    TOKEN_OR_CUSTOMER,
    Operation,
    operation_of,
)
from web.api.description.operation_texts import description_of, example_of
from web.api.description.page_operations import page_item
from web.api.description.response_headers import ANSWERED, ASKED, BUSY, LIMITED
from web.api.documents import idempotency_keys
from web.api.schemas.common_schemas import Problem
from web.api.schemas.message_schemas import MESSAGES
from web.http.request_errors import BodyTooLarge, CrossOrigin, MalformedJson, UntrustedHost, WrongContentType

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
REFERENCE = "#/components/schemas/{model}"
NAMED = re.compile(r'"#/components/schemas/(\w+)"')
UNLISTED = ("/static", "/docs", "/redoc", "/api/v1/openapi.json", "/admin/openapi.json")
PROBLEM = {"application/problem+json": {"schema": {"$ref": REFERENCE.format(model="Problem")}}}
SECURITY: dict[str, list[dict[str, list[str]]]] = {
    EVERYBODY: [{}, {"bearer": []}, {"basic": []}],
    PUBLIC: [],
    OPERATOR: [{"opsToken": []}],
    TOKEN_OR_CUSTOMER: [{"bearer": []}, {"basic": []}, {"orderToken": []}],
}
SCHEMES = {
    "bearer": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "The access token of a login.",
    },
    "basic": {"type": "http", "scheme": "basic", "description": "E-mail address and password, for trying things out."},
    "orderToken": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Order-Token",
        "description": "The access token of a guest's order.",
    },
    "opsToken": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Ops-Token",
        "description": "The operators' token, from the settings.",
    },
}
INTRODUCTION = """\
Orders are placed with `POST /api/v1/orders`, which answers 202 before any of the work has run. Follow one by its `ETag`
(`If-None-Match`), by `Prefer: wait=30`, by Server-Sent Events, or by webhooks: all number its events alike.

Money is whole minor units, times are RFC 3339 in UTC, ids are opaque. Errors are problem documents (RFC 9457) whose
`type` leads to a page that explains them."""

WITH_HEADERS = {429: LIMITED, 503: BUSY}

Schemas = dict[tuple[str, str], dict[str, Any]]


STAFF = (ADMIN, OPERATOR)


def document(app: Quart, *, is_public: bool = False) -> dict[str, Any]:
    """The document for all routes of the application; the public one leaves out what is for admins and operators."""
    operations = {route: each for route, each in described(app) if not is_public or each.access not in STAFF}
    schemas, components = _schemas(operations.values())
    paths: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for (method, path, name), operation in operations.items():
        paths[path][method] = _operation(operation, name, (method, path), schemas)
    for method, path, view in _pages(app):
        if not is_public or not path.startswith("/admin"):
            paths[path][method] = page_item(method, path, view)
    used = {tag for item in paths.values() for each in item.values() for tag in each["tags"]} | {
        operation_tags.WEBHOOKS
    }
    made: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Cartwright", "version": VERSION, "summary": "A shop", "description": INTRODUCTION},
        "servers": [{"url": "/"}],
        "tags": [{"name": name, "description": words} for name, words in operation_tags.WORDS.items() if name in used],
        "paths": dict(sorted(paths.items())),
        "webhooks": {type_: _webhook(type_, model.__name__) for type_, model in MESSAGES.items()},
        "components": {"schemas": components, "securitySchemes": SCHEMES},
    }
    made["components"]["schemas"] = _reached(made, components)
    return made


def _reached(made: dict[str, Any], components: dict[str, Any]) -> dict[str, Any]:
    """The components that something else in the document refers to."""
    waiting = set(NAMED.findall(json.dumps([made["paths"], made["webhooks"]])))
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        found.add(name)
        waiting |= set(NAMED.findall(json.dumps(components[name]))) - found
    return {name: schema for name, schema in components.items() if name in found}


def described(app: Quart) -> Iterable[tuple[tuple[str, str, str], Operation]]:
    """All operations with their method, path and name."""
    for method, rule in _routes(app):
        operation = operation_of(app.view_functions[rule.endpoint])
        if operation is not None:
            name = rule.endpoint.removeprefix("api_").replace(".", "_")
            yield (method, PARAMETER.sub(r"{\1}", rule.rule), name), operation


def undescribed(app: Quart) -> list[str]:
    """Routes of the API without a declaration."""
    return [
        f"{method.upper()} {rule.rule}"
        for method, rule in _routes(app)
        if rule.rule.startswith("/api/") and operation_of(app.view_functions[rule.endpoint]) is None
    ]


def _routes(app: Quart) -> Iterable[tuple[str, Any]]:
    for rule in app.url_map.iter_rules():
        if not rule.rule.startswith(UNLISTED):
            for method in sorted(set(rule.methods or ()) - {"HEAD", "OPTIONS"}):
                yield method.lower(), rule


def _pages(app: Quart) -> Iterable[tuple[str, str, Any]]:
    for method, rule in _routes(app):
        view = app.view_functions[rule.endpoint]
        if operation_of(view) is None and not rule.rule.startswith("/api/"):
            yield method, PARAMETER.sub(r"{\1}", rule.rule), view


def _schemas(operations: Iterable[Operation]) -> tuple[Schemas, dict[str, Any]]:
    """The schemas of all bodies and documents by name, and the components that they refer to."""
    inputs: list[Any] = [("Problem", "validation", TypeAdapter(Problem))]
    inputs += [(each.__name__, "serialization", TypeAdapter(each)) for each in dict.fromkeys(MESSAGES.values())]
    seen = set()
    for operation in operations:
        for mode, type_ in (("validation", operation.body), ("serialization", operation.gives)):
            if type_ is not None and (str(type_), mode) not in seen:
                seen.add((str(type_), mode))
                inputs.append((str(type_), mode, TypeAdapter(type_)))
    found, definitions = TypeAdapter.json_schemas(inputs, ref_template=REFERENCE)
    components = {
        name.removesuffix("Document"): _named_by_subject(schema) for name, schema in definitions["$defs"].items()
    }
    for name, schema in components.items():
        for field in schema.get("properties", {}).values():
            _tell_default(field, is_kept=name.endswith("Change"))
    return {(str(key), mode): _named_by_subject(schema) for (key, mode), schema in found.items()}, components


def _tell_default(field: dict[str, Any], *, is_kept: bool) -> None:
    """The default in words: some generators take a field with the keyword for one that is always there.

    Args:
        is_kept: for a change, whose omitted fields keep their value.
    """
    default = field.pop("default", None)
    if default not in (None, "") and not is_kept:
        words = f"Default: {json.dumps(default)}."
        field["description"] = f"{field['description']}. {words}" if "description" in field else words


def _named_by_subject(schema: Any) -> Any:
    """The schema with public names: `Order` instead of the class name `OrderDocument`."""
    return json.loads(re.sub(r'("(?:#/components/schemas/)?[A-Z]\w+)Document"', r'\1"', json.dumps(schema)))


def _operation(operation: Operation, name: str, route: tuple[str, str], schemas: Schemas) -> dict[str, Any]:
    method, path = route
    made: dict[str, Any] = {
        "operationId": name,
        "summary": operation.summary,
        "description": description_of(name),
        "tags": [operation.tag],
    }
    parameters = [
        *_path_parameters(path),
        *_query_parameters(operation, schemas),
        *(_header(asked, operation) for asked in operation.asks),
    ]
    if parameters:
        made["parameters"] = parameters
    if operation.body is not None:
        content = {"application/json": {"schema": schemas[str(operation.body), "validation"]}}
        if (example := example_of(name)) is not None:
            content["application/json"]["example"] = example
        made["requestBody"] = {"required": not operation.may_lack_body, "content": content}
    made["responses"] = _responses(operation, method, schemas)
    made["security"] = SECURITY.get(operation.access, [{"bearer": []}, {"basic": []}])
    return made | ({"deprecated": True} if operation.is_deprecated else {})


def _path_parameters(path: str) -> list[dict[str, Any]]:
    names = re.findall(r"{(\w+)}", path)
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]


def _query_parameters(operation: Operation, schemas: Schemas) -> list[dict[str, Any]]:
    if operation.query is None:
        return []
    # a query has no component: its fields are listed one by one
    schema = operation.query.model_json_schema(ref_template=REFERENCE)
    required = schema.get("required", [])
    return [
        {"name": name, "in": "query", "required": name in required, "schema": field}
        for name, field in schema["properties"].items()
    ]


def _header(name: str, operation: Operation) -> dict[str, Any]:
    return ASKED[name] | ({"required": True} if operation.needs_key and name == idempotency_keys.HEADER else {})


def _responses(operation: Operation, method: str, schemas: Schemas) -> dict[str, Any]:
    success: dict[str, Any] = {"description": "Done." if operation.gives is None else operation.summary + "."}
    if operation.gives is None and operation.media:
        success["content"] = {operation.media: {"schema": {"type": "string"}}}
    if operation.gives is not None:
        success["content"] = {"application/json": {"schema": schemas[str(operation.gives), "serialization"]}}
        if operation.media:
            success["content"][operation.media] = {"schema": {"type": "string"}}
    if operation.answers:
        success["headers"] = {name: ANSWERED[name] for name in operation.answers}
    responses = {str(operation.status): success}
    if operation.media and operation.gives is not None:
        responses["204"] = {"description": "A stream has nothing more to tell than what is known."}
    if "If-None-Match" in operation.asks:
        responses["304"] = {"description": "What is known already is still so."}
    by_status: defaultdict[int, list[type[Refusal]]] = defaultdict(list)
    for refusal in dict.fromkeys(refusals_of(operation, method)):
        by_status[refusal.status].append(refusal)
    for status, refusals in sorted(by_status.items()):
        words = "; ".join(f"`{refusal.code}`: {refusal.title}" for refusal in refusals)
        responses[str(status)] = {"description": words, "content": PROBLEM}
        if status in WITH_HEADERS:
            responses[str(status)]["headers"] = WITH_HEADERS[status]
    return {**responses, "default": {"description": "Any other refusal or failure.", "content": PROBLEM}}


def refusals_of(operation: Operation, method: str) -> list[type[Refusal]]:
    """The refusals of an operation: its own, then those that all operations of its kind share."""
    found = [*operation.refuses, UntrustedHost, Busy]
    if operation.tag != operation_tags.HEALTH or operation.access != PUBLIC:  # probes are neither limited nor refused
        found += [Unauthenticated, PasswordChangeRequired, TooManyRequests]
    if operation.access == ADMIN:
        found.append(Forbidden)
    if method != "get":  # an operation without a body refuses a body with content
        found += [CrossOrigin, MalformedJson, BodyTooLarge, WrongContentType, Invalid]
    elif operation.query is not None:
        found.append(Invalid)
    return found


def _webhook(type_: str, model: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": REFERENCE.format(model=model)}}}
    names = ("webhook-id", "webhook-timestamp", "webhook-signature")
    headers = [{"name": name, "in": "header", "required": True, "schema": {"type": "string"}} for name in names]
    return {
        "post": {
            "operationId": f"webhook_{type_.replace('.', '_')}",
            "summary": "A test message" if type_ == TEST else in_words(type_),
            "description": f"Posted to receivers of `{type_}`, signed as Standard Webhooks says.",
            "tags": [operation_tags.WEBHOOKS],
            "parameters": headers,
            "requestBody": {"required": True, "content": content},
            "responses": {
                "2XX": {"description": "Delivered, whatever the body."},
                "410": {"description": "Send nothing any more: the endpoint is disabled."},
            },
            "security": [],
        }
    }
