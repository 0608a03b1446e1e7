"""One operation of the API: who may call it, what it takes, what it gives and how it refuses, said once above its view.

The view names what it takes by its parameters: `body` and `query` are read into their annotated models before it runs,
and after the gate. The OpenAPI document and the tests are made from the same words.
"""

import functools
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, get_type_hints

from pydantic import BaseModel

from models.refusals import Forbidden, Refusal
from web.api.body import read_body
from web.api.lists import read_query
from web.identity import caller
from web.input import Input

EVERYBODY, CUSTOMER, ADMIN = "everybody", "customer", "admin"
TOKEN_OR_CUSTOMER = "token_or_customer"  # noqa: S105  the view asks for the token of a guest's order
ATTRIBUTE = "operation"


@dataclass(frozen=True)
class Operation:
    """What the contract says of a view."""

    summary: str
    tag: str
    access: str
    status: int
    gives: type[BaseModel] | Any | None  # the document of success; None: no body
    refuses: tuple[type[Refusal], ...]
    body: type[Input] | None
    query: type[Input] | None
    answers: tuple[str, ...]  # headers of the answer
    asks: tuple[str, ...]  # headers of the request
    media: str  # a second kind of answer
    is_deprecated: bool

    @property
    def may_lack_body(self) -> bool:
        """Whether no body is as good as an empty object: nothing in it is required."""
        return self.body is not None and not any(field.is_required() for field in self.body.model_fields.values())


View = Callable[..., Awaitable[Any]]


def operation(
    summary: str,
    *,
    tag: str,
    access: str,
    gives: Any = None,
    status: int = 200,
    refuses: Sequence[type[Refusal]] = (),
    answers: Sequence[str] = (),
    asks: Sequence[str] = (),
    media: str = "",
    is_deprecated: bool = False,
) -> Callable[[View], View]:
    """Say what a view is; the gate, the body and the query are seen to before it runs."""

    def decorate(view: View) -> View:
        hints = get_type_hints(view)
        body, query = hints.get("body"), hints.get("query")
        words = (tuple(refuses), body, query, tuple(answers), tuple(asks), media, is_deprecated)
        its = Operation(summary, tag, access, status, gives, *words)

        @functools.wraps(view)
        async def run(**values: Any) -> Any:
            admit(access)
            if query is not None:
                values["query"] = read_query(query)
            if body is not None:
                values["body"] = await read_body(body, may_be_empty=its.may_lack_body)
            return await view(**values)

        setattr(run, ATTRIBUTE, its)
        return run

    return decorate


def admit(access: str) -> None:
    """The gate. Raises Unauthenticated for a stranger, Forbidden for a customer where only admins may go."""
    if access in (EVERYBODY, TOKEN_OR_CUSTOMER):
        return
    if access == ADMIN and not caller().is_admin:
        raise Forbidden("Only admins may do that.")
    caller()


def operation_of(view: View | None) -> Operation | None:
    """What was said of a view."""
    return getattr(view, ATTRIBUTE, None)
