"""JSON bodies, read into models: the right kind, well formed, not too deep, nothing unknown in them."""

import json
from typing import Any, TypeVar, cast

from pydantic import ValidationError
from quart import request

from models.shared.errors import Invalid
from web.forms.input_model import Input, field_errors
from web.http.request_errors import MalformedJson, WrongContentType

DEEPEST = 32  # levels of lists and objects

Model = TypeVar("Model", bound=Input)


async def read_body(model: type[Model], *, may_be_empty: bool = False) -> Model:
    """The request's body as a `model`.

    Raises:
        WrongContentType: it is not JSON by its header.
        MalformedJson: it is not JSON, or too deep.
        Invalid: it is not what the model wants; `errors` names the fields.
    """
    text = cast(bytes, await request.get_data())
    if may_be_empty and not text:
        value: Any = {}
    else:
        value = parse_json(text)
    try:
        return model.model_validate(value, strict=True)
    except ValidationError as error:
        errors = field_errors(error)
        raise Invalid("Some fields are not what they have to be.", errors=errors) from None


def parse_json(text: bytes) -> Any:
    """The value of the request's body. Raises `WrongContentType` or `MalformedJson`."""
    if request.mimetype != "application/json":
        raise WrongContentType("Send the body as application/json.")
    try:
        value = json.loads(text.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise MalformedJson("The body is not valid JSON in UTF-8.") from None
    if not _is_within(value, DEEPEST):
        raise MalformedJson(f"The body is nested deeper than {DEEPEST} levels.")
    if b"\\u" in text and not _is_storable(value):
        raise MalformedJson("The body holds characters that no text can have.")
    return value


def _refuse(constant: str) -> Any:
    raise ValueError(constant)  # NaN and Infinity are not JSON


def _is_storable(value: Any) -> bool:
    """No half of a surrogate pair, which is no character, and no NUL, which a database may not keep."""
    try:
        return b"\\u0000" not in json.dumps(value, ensure_ascii=False).replace("\\\\", "").encode()
    except UnicodeEncodeError:
        return False


def _is_within(value: Any, levels: int) -> bool:
    if not isinstance(value, (dict, list)):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return levels > 0 and all(_is_within(each, levels - 1) for each in inner)
