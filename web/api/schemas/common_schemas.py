"""What many documents share: money, times, pages, problems."""

from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

T = TypeVar("T")
Moment = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"),
    Field(description="RFC 3339, in UTC with Z", examples=["2026-11-23T09:00:00.123Z"]),
]
Id = Annotated[str, Field(description="opaque", examples=["3m5kq0z7v2c9x8w1r4t6y7n0ab"])]


class Document(BaseModel):
    """A document has exactly these members."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Money(Document):
    """Whole minor units, never a float."""

    amount: int = Field(examples=[1299])
    currency: str = Field(examples=["USD"])


class PageLinks(Document):
    """Where the other pages are, as in the `Link` header."""

    self: str
    next: str | None
    prev: str | None
    first: str
    last: str


class Listed(Document, Generic[T]):
    """One page of a list."""

    items: list[T]
    page: int = Field(ge=1)
    per_page: int = Field(ge=1, le=100)
    total: int = Field(ge=0)
    pages: int = Field(ge=1)
    links: PageLinks

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        return f"{params[0].__name__.removesuffix('Document')}List"


class FieldProblem(Document):
    """What is wrong with one field."""

    field: str
    code: str
    message: str


class Problem(BaseModel):
    """RFC 9457. `code` is stable; `type` leads to a page that explains it. Some codes bring members of their own."""

    model_config = ConfigDict(extra="allow")

    type: str = Field(examples=["/problems/not_found"])
    title: str
    status: int
    detail: str
    code: str = Field(examples=["not_found"])
    request_id: str
    errors: list[FieldProblem]


class Accepted(Document):
    """Taken note of; it is done in the background."""

    status: str = "accepted"
