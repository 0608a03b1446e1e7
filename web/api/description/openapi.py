"""The OpenAPI 3.1 document, made of the routes there are and what stands above their views: no second truth."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter
from quart import Quart

from core.settings import VERSION
from models.shared.errors import (
    Busy,
    Forbidden,
    Invalid,
    PasswordChangeRequired,
    Refusal,
    TooManyRequests,
    Unauthenticated,
)
from web.api.description import operation_tags
from web.api.description.operation import ADMIN, EVERYBODY, TOKEN_OR_CUSTOMER, Operation, operation_of
from web.api.description.page_operations import page_item
from web.api.description.response_headers import ANSWERED, ASKED
from web.api.documents import idempotency_keys
from web.api.schemas.common_schemas import Problem
from web.api.schemas.operations_schemas import WebhookEvent
from web.http.request_errors import BodyTooLarge, CrossOrigin, MalformedJson, UntrustedHost, WrongContentType

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
REFERENCE = "#/components/schemas/{model}"
UNLISTED = ("/static", "/docs", "/redoc", "/api/v1/openapi.json")
PROBLEM = {"application/problem+json": {"schema": {"$ref": REFERENCE.format(model="Problem")}}}
SECURITY: dict[str, list[dict[str, list[str]]]] = {
    EVERYBODY: [{}, {"bearer": []}, {"basic": []}],
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
}
INTRODUCTION = """\
Orders are placed with `POST /api/v1/orders`, which answers 202 before any of the work has run. Follow one by its `ETag`
(`If-None-Match`), by `Prefer: wait=30`, by Server-Sent Events, or by webhooks: all number its events alike.

Money is whole minor units, times are RFC 3339 in UTC, ids are opaque. Errors are problem documents (RFC 9457) whose
`type` leads to a page that explains them."""

Schemas = dict[tuple[str, str], dict[str, Any]]


def document(app: Quart) -> dict[str, Any]:
    """The whole document for the application's routes."""
    operations = dict(described(app))
    schemas, components = _schemas(operations.values())
    paths: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for (method, path, name), its in operations.items():
        paths[path][method] = _operation(its, name, (method, path), schemas)
    for method, path, view in _pages(app):
        paths[path][method] = page_item(method, path, view)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Cartwright", "version": VERSION, "summary": "A shop", "description": INTRODUCTION},
        "servers": [{"url": "/"}],
        "tags": [{"name": name, "description": words} for name, words in operation_tags.WORDS.items()],
        "paths": dict(sorted(paths.items())),
        "webhooks": {"event": _webhook()},
        "components": {"schemas": components, "securitySchemes": SCHEMES},
    }


def described(app: Quart) -> Iterable[tuple[tuple[str, str, str], Operation]]:
    """Method, path and name of each operation there is."""
    for method, rule in _routes(app):
        its = operation_of(app.view_functions[rule.endpoint])
        if its is not None:
            name = rule.endpoint.removeprefix("api_").replace(".", "_")
            yield (method, PARAMETER.sub(r"{\1}", rule.rule), name), its


def undescribed(app: Quart) -> list[str]:
    """Routes of the API that say nothing of themselves."""
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
    """The schema of each body and document by its name, and the components they refer to."""
    inputs: list[Any] = [("Problem", "validation", TypeAdapter(Problem))]
    inputs.append(("WebhookEvent", "validation", TypeAdapter(WebhookEvent)))
    seen = set()
    for its in operations:
        for mode, type_ in (("validation", its.body), ("serialization", its.gives)):
            if type_ is not None and (str(type_), mode) not in seen:
                seen.add((str(type_), mode))
                inputs.append((str(type_), mode, TypeAdapter(type_)))
    found, definitions = TypeAdapter.json_schemas(inputs, ref_template=REFERENCE)
    components = {
        name.removesuffix("Document"): _named_by_subject(schema) for name, schema in definitions["$defs"].items()
    }
    for name, schema in components.items():
        if name.endswith("Change"):  # what a change does not name stays: it has no default
            for field in schema["properties"].values():
                field.pop("default", None)
    return {(str(key), mode): _named_by_subject(schema) for (key, mode), schema in found.items()}, components


def _named_by_subject(schema: Any) -> Any:
    """The schema with each document called by its subject: `Order`, not `OrderDocument`, as its class is."""
    return json.loads(re.sub(r'("(?:#/components/schemas/)?[A-Z]\w+)Document"', r'\1"', json.dumps(schema)))


def _operation(its: Operation, name: str, route: tuple[str, str], schemas: Schemas) -> dict[str, Any]:
    method, path = route
    made: dict[str, Any] = {"operationId": name, "summary": its.summary, "tags": [its.tag]}
    parameters = [
        *_path_parameters(path),
        *_query_parameters(its, schemas),
        *(_header(asked, its) for asked in its.asks),
    ]
    if parameters:
        made["parameters"] = parameters
    if its.body is not None:
        content = {"application/json": {"schema": schemas[str(its.body), "validation"]}}
        made["requestBody"] = {"required": not its.may_lack_body, "content": content}
    made["responses"] = _responses(its, method, schemas)
    made["security"] = SECURITY.get(its.access, [{"bearer": []}, {"basic": []}])
    return made | ({"deprecated": True} if its.is_deprecated else {})


def _path_parameters(path: str) -> list[dict[str, Any]]:
    names = re.findall(r"{(\w+)}", path)
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]


def _query_parameters(its: Operation, schemas: Schemas) -> list[dict[str, Any]]:
    if its.query is None:
        return []
    # a query is never referred to: its fields stand here one by one
    schema = its.query.model_json_schema(ref_template=REFERENCE)
    required = schema.get("required", [])
    return [
        {"name": name, "in": "query", "required": name in required, "schema": field}
        for name, field in schema["properties"].items()
    ]


def _header(name: str, its: Operation) -> dict[str, Any]:
    return ASKED[name] | ({"required": True} if its.needs_key and name == idempotency_keys.HEADER else {})


def _responses(its: Operation, method: str, schemas: Schemas) -> dict[str, Any]:
    success: dict[str, Any] = {"description": "Done." if its.gives is None else its.summary + "."}
    if its.gives is not None:
        success["content"] = {"application/json": {"schema": schemas[str(its.gives), "serialization"]}}
        if its.media:
            success["content"][its.media] = {"schema": {"type": "string"}}
    if its.answers:
        success["headers"] = {name: ANSWERED[name] for name in its.answers}
    responses = {str(its.status): success}
    if its.media:
        responses["204"] = {"description": "A stream has nothing more to tell than what is known."}
    if "If-None-Match" in its.asks:
        responses["304"] = {"description": "What is known already is still so."}
    by_status: defaultdict[int, list[type[Refusal]]] = defaultdict(list)
    for refusal in dict.fromkeys(refusals_of(its, method)):
        by_status[refusal.status].append(refusal)
    for status, refusals in sorted(by_status.items()):
        words = "; ".join(f"`{refusal.code}`: {refusal.title}" for refusal in refusals)
        responses[str(status)] = {"description": words, "content": PROBLEM}
    return {**responses, "default": {"description": "Any other refusal or failure.", "content": PROBLEM}}


def refusals_of(its: Operation, method: str) -> list[type[Refusal]]:
    """How an operation may refuse: its own ways, then those of any of its kind."""
    found = [*its.refuses, UntrustedHost, Unauthenticated, PasswordChangeRequired, TooManyRequests, Busy]
    if its.access == ADMIN:
        found.append(Forbidden)
    if method != "get":  # where no body is wanted, one that holds anything is refused as well
        found += [CrossOrigin, MalformedJson, BodyTooLarge, WrongContentType, Invalid]
    elif its.query is not None:
        found.append(Invalid)
    return found


def _webhook() -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": REFERENCE.format(model="WebhookEvent")}}}
    names = ("webhook-id", "webhook-timestamp", "webhook-signature")
    headers = [{"name": name, "in": "header", "required": True, "schema": {"type": "string"}} for name in names]
    return {
        "post": {
            "operationId": "webhook_event",
            "summary": "What is posted to a registered webhook",
            "tags": [operation_tags.WEBHOOKS],
            "parameters": headers,
            "requestBody": {"required": True, "content": content},
            "responses": {"2XX": {"description": "Taken."}, "410": {"description": "Send nothing any more."}},
            "security": [{}],
        }
    }
