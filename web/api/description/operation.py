"""One operation of the API: who may call it, what it takes, what it gives and how it refuses, said once above its view.

The view names what it takes by its parameters: `body` and `query` are read into their annotated models before it runs,
and after the gate. The OpenAPI document and the tests are made from the same words.
"""

import functools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, get_type_hints

from quart import Response, g, request

from models.shared.errors import (
    Forbidden,
    IdempotencyKeyRequired,
    IdempotencyKeyReused,
    IdempotencyKeyUnsupported,
    Refusal,
)
from web.api.documents.idempotency_keys import HEADER, REPLAYED, idempotency_key
from web.api.documents.json_body import read_body
from web.api.documents.list_pages import read_query
from web.forms.input_model import Input
from web.security.cross_origin import SAFE
from web.security.identity import caller

EVERYBODY, CUSTOMER, ADMIN = "everybody", "customer", "admin"
TOKEN_OR_CUSTOMER = "token_or_customer"  # noqa: S105  the view asks for the token of a guest's order
ATTRIBUTE = "operation"
# What stands beside a better way: since when (RFC 9745), and until when at least (RFC 8594).
RETIRING = {"Deprecation": "@1795392000", "Sunset": "Wed, 24 Nov 2027 00:00:00 GMT"}


@dataclass(frozen=True)
class Operation:
    """What the contract says of a view. Put above it, it is the gate and reads what the view takes.

    Attributes:
        gives: the document of success; None: no body.
        refuses: the refusals of its own, beside those that every operation of its kind has.
        answers, asks: headers of the answer and of the request.
        media: a second kind of answer.
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
        """The view behind its gate."""
        hints = get_type_hints(view)
        its = replace(self._with_key(), body=hints.get("body"), query=hints.get("query"))

        @functools.wraps(view)
        async def run(**values: Any) -> Any:
            g.operation = its
            admit(its.access)
            if its.needs_key:
                idempotency_key()
            if its.query is not None:
                values["query"] = read_query(its.query)
            if its.body is not None:
                values["body"] = await read_body(its.body, may_be_empty=its.may_lack_body)
            elif request.method not in SAFE:
                await read_body(Nothing, may_be_empty=True)
            return await view(**values)

        setattr(run, ATTRIBUTE, its)
        return run

    def _with_key(self) -> "Operation":
        """What a key adds to the contract of an operation that is done once."""
        if not self.is_once:
            return self
        refuses = (*self.refuses, IdempotencyKeyReused, IdempotencyKeyUnsupported, IdempotencyKeyRequired)
        return replace(self, refuses=refuses, answers=(*self.answers, REPLAYED), asks=(*self.asks, HEADER))

    @property
    def may_lack_body(self) -> bool:
        """Whether no body is as good as an empty object: nothing in it is required."""
        return self.body is not None and not any(field.is_required() for field in self.body.model_fields.values())


class Nothing(Input):
    """The body of an operation that takes none: unknown fields are refused there too."""


View = Callable[..., Awaitable[Any]]


def admit(access: str) -> None:
    """The gate. Raises Unauthenticated for a stranger, Forbidden for a customer where only admins may go."""
    if access in (EVERYBODY, TOKEN_OR_CUSTOMER):
        return
    if access == ADMIN and not caller().is_admin:
        raise Forbidden("Only admins may do that.")
    caller()


async def warn_of_retiring(response: Response) -> Response:
    """After all routes: a route that retires says so in every answer, refusals too."""
    its: Operation | None = g.get("operation")
    if its is not None and its.is_deprecated:
        response.headers.update(RETIRING)
    return response


def operation_of(view: Any) -> Operation | None:
    """What was said of a view."""
    its: Operation | None = getattr(view, ATTRIBUTE, None)
    return its
