"""Lists of the API: a page of items, and links to the others in the body and in the Link header (RFC 8288)."""

import re
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlencode

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from quart import Response, jsonify, request

from models.shared.errors import Invalid
from models.shared.paging import Page
from web.forms.input_model import Input, field_errors

DIGITS = re.compile(r"-?[0-9]+")
LONGEST_PARAMETER = 300  # characters
LONGEST = {"longest": LONGEST_PARAMETER}
LONGEST_LINK = 4 * 1024  # bytes of the header; what is longer stands in the body alone

T = TypeVar("T")
Model = TypeVar("Model", bound=Input)


class ListQuery(Input):
    """The base of all query strings."""

    @field_validator("*", mode="before")
    @classmethod
    def short_and_plain(cls, value: Any, place: ValidationInfo) -> Any:
        """No value is long, and numbers are written plainly: Python would also take `1_0`, `+1` and blanks around."""
        if isinstance(value, str) and len(value) > LONGEST_PARAMETER:  # it is told again, in each link of the answer
            raise PydanticCustomError("string_too_long", "Use at most {longest} characters.", LONGEST)
        wanted = cls.model_fields[str(place.field_name)].annotation
        if wanted in (int, int | None) and isinstance(value, str) and not DIGITS.fullmatch(value):
            raise PydanticCustomError("int_parsing", "This has to be a whole number.")
        return value


class PageQuery(ListQuery):
    """The part of a list's query string that every list has."""

    page: int = Field(default=1, ge=1, le=1_000_000)
    per_page: int = Field(default=20, ge=1, le=100)


def read_query(model: type[Model]) -> Model:
    """The query string as a `model`. Raises `Invalid`, naming the parameters that are not what they have to be."""
    given = request.args.to_dict(flat=False)
    try:
        return model.model_validate({name: many if len(many) > 1 else many[0] for name, many in given.items()})
    except ValidationError as error:
        raise Invalid("Some parameters are not what they have to be.", errors=field_errors(error)) from None


def list_response(page: Page[T], document: Callable[[T], dict[str, Any]]) -> Response:
    """The page as a document, with its links."""
    links = _links(page.page, page.pages)
    body = {
        "items": [document(item) for item in page.items],
        "page": page.page,
        "per_page": page.per_page,
        "total": page.total,
        "pages": page.pages,
        "links": links,
    }
    response = jsonify(body)
    relations = [f'<{address}>; rel="{relation}"' for relation, address in links.items() if address]
    header = ", ".join(relations)
    if len(header) <= LONGEST_LINK:
        response.headers["Link"] = header
    return response


def _links(page: int, pages: int) -> dict[str, str | None]:
    others = [(name, value) for name, value in request.args.items(multi=True) if name != "page"]

    def address(number: int) -> str:
        return f"{request.path}?{urlencode([*others, ('page', str(number))])}"

    return {
        "self": address(page),
        "next": address(page + 1) if page < pages else None,
        "prev": address(min(page - 1, pages)) if page > 1 else None,
        "first": address(1),
        "last": address(pages),
    }
