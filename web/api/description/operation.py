"""Declares an operation of the API above its view: who may call it, its input, its output and its refusals.

A view's parameters `body` and `query` are parsed into their annotated models after access was checked. The OpenAPI
document and tests are generated from the same declarations.
"""

import functools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, get_type_hints

from quart import Response, g, request

from models.shared.errors import (
    IdempotencyKeyRequired,
    IdempotencyKeyReused,
    IdempotencyKeyUnsupported,
    Refusal,
)
from web.api.documents.conditional_requests import require_preconditions
from web.api.documents.idempotency_keys import HEADER, REPLAYED, idempotency_key
from web.api.documents.json_body import read_body
from web.api.documents.list_pages import read_query
from web.forms.input_model import Input
from web.security.cross_origin import SAFE
from web.security.identity import caller
from web.sign_in.token_scopes import check_scope
from web.staff.staff_gate import admit_staff, require_proof

EVERYBODY, CUSTOMER, ADMIN = "everybody", "customer", "admin"
PUBLIC = "public"  # it makes no difference who asks
OPERATOR = "operator"  # the blueprint checks the operators' token
TOKEN_OR_CUSTOMER = "token_or_customer"  # noqa: S105  the view checks the access token of a guest's order
TOKEN_HEADER = "X-Order-Token"  # noqa: S105  a header's name
ATTRIBUTE = "operation"
TOKENS = (TOKEN_HEADER, "X-Cart-Token")  # they say whose the answer is
# Headers of deprecated routes: deprecated since (RFC 9745), and kept at least until (RFC 8594).
RETIRING = {"Deprecation": "@1795392000", "Sunset": "Wed, 24 Nov 2027 00:00:00 GMT"}


@dataclass(frozen=True)
class Operation:
    """The declaration of a view. As its decorator it checks access and parses the view's input.

    Attributes:
        gives: the document of a success; None: no body.
        refuses: its own refusals, besides those that all operations of its kind share.
        answers, asks: headers of the response and of the request.
        media: a second media type of the response.
        needs_key: whether a request without an Idempotency-Key is refused before its body is read.
        is_once: whether a repeat under the same Idempotency-Key gets the first answer (`write_once`).
    """

    summary: str
    tag: str
    access: str
    gives: Any = None
    status: int = 200
    refuses: tuple[type[Refusal], ...] = ()
    answers: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    media: str = ""
    is_deprecated: bool = False
    needs_key: bool = False
    is_once: bool = False
    body: type[Input] | None = None
    query: type[Input] | None = None

    def __call__(self, view: "View") -> "View":
        """Wrap the view."""
        hints = get_type_hints(view)
        operation = replace(self._with_key(), body=hints.get("body"), query=hints.get("query"))

        @functools.wraps(view)
        async def run(**values: Any) -> Any:
            g.operation = operation
            admit(operation.access)
            check_scope(is_for_staff=operation.access == ADMIN)
            if operation.access == ADMIN:
                await require_proof()
            if operation.needs_key:
                idempotency_key()
            if operation.query is not None:
                values["query"] = read_query(operation.query)
            await require_preconditions()
            if operation.body is not None:
                values["body"] = await read_body(operation.body, may_be_empty=operation.may_lack_body)
            elif request.method not in SAFE:
                await read_body(Nothing, may_be_empty=True)
            return await view(**values)

        setattr(run, ATTRIBUTE, operation)
        return run

    def _with_key(self) -> "Operation":
        """What a key adds to the contract of an operation that is done once."""
        if not self.is_once:
            return self
        refuses = (*self.refuses, IdempotencyKeyReused, IdempotencyKeyUnsupported, IdempotencyKeyRequired)
        return replace(self, refuses=refuses, answers=(*self.answers, REPLAYED), asks=(*self.asks, HEADER))

    @property
    def may_lack_body(self) -> bool:
        """Whether a missing body counts as an empty object, because no field is required."""
        return self.body is not None and not any(field.is_required() for field in self.body.model_fields.values())


class Nothing(Input):
    """The empty body: unknown fields are refused."""


View = Callable[..., Awaitable[Any]]


def admit(access: str) -> None:
    """Check access. Raises Unauthenticated without a login, Forbidden for a role that may not do it."""
    if access in (EVERYBODY, PUBLIC, OPERATOR) or (access == TOKEN_OR_CUSTOMER and request.headers.get(TOKEN_HEADER)):
        return
    if access == ADMIN:
        admit_staff()
    caller()


def headers_asked() -> list[str]:
    """The request headers that an answer of the API depends on."""
    operation: Operation | None = g.get("operation")
    if operation is None:
        return ["Authorization"]
    negotiated = ["Accept"] if operation.media else []
    return ["Authorization", *negotiated, *(name for name in operation.asks if name in TOKENS)]


async def warn_of_retiring(response: Response) -> Response:
    """Add the deprecation headers to all responses of a deprecated route, refusals included."""
    operation: Operation | None = g.get("operation")
    if operation is not None and operation.is_deprecated:
        response.headers.update(RETIRING)
    return response


def operation_of(view: Any) -> Operation | None:
    """The declaration of a view; None without one."""
    operation: Operation | None = getattr(view, ATTRIBUTE, None)
    return operation
