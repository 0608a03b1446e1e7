"""What comes in from outside: one pydantic model for the API and for the form, strict about names, types and bounds."""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from models.accounts.accounts import clean_email
from models.shared.email_addresses import LONGEST_EMAIL
from models.shared.errors import FieldError, Invalid
from models.shared.plain_text import TABS_AND_LINES, has_control, plain

SENTENCES = {
    "missing": "This field is required.",
    "extra_forbidden": "There is no such field.",
    "string_too_short": "This field is required.",
    "model_type": "This has to be a JSON object.",
    "string_unicode": "This text is not valid Unicode.",
    "string_type": "This has to be a text.",
    "int_type": "This has to be a whole number.",
    "int_parsing": "This has to be a whole number.",
}
MOST_ERRORS = 20
LARGEST_AMOUNT = 2**53 - 1  # what every client can hold exactly
LONGEST_FIELD = 100  # characters of a field's name that are told
TOO_LONG = re.compile(r"(?:String|Value) should have at most (\d+) (?:characters?|items?)(?: after validation.*)?")


class Input(BaseModel):
    """The base of all input: fields that are not named in the model are refused."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=False, hide_input_in_errors=True)


def one_line(text: str) -> str:
    """Refuse line breaks and other control characters."""
    if has_control(text):
        raise PydanticCustomError("control_character", "Line breaks and control characters are not allowed here.")
    return text


def lines(text: str) -> str:
    """Refuse control characters that are neither tabs nor line breaks; NUL no database may be able to keep."""
    if has_control(text, but=TABS_AND_LINES):
        raise PydanticCustomError("control_character", "Control characters are not allowed here.")
    return text


def as_kept(given: object) -> object:
    """A text as it is kept, before its length is judged."""
    return plain(given) if isinstance(given, str) else given


def email_address(text: str) -> str:
    """The address as it is kept."""
    try:
        return clean_email(text)
    except Invalid as refusal:
        raise PydanticCustomError("email", "{message}", {"message": refusal.errors[0].message}) from refusal


def says(**schema: Any) -> Any:
    """What the document tells of a field whose bounds the models keep, in the words of JSON Schema."""
    return Field(json_schema_extra=schema)


KEPT = BeforeValidator(as_kept)
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), KEPT, AfterValidator(one_line)]
RequiredLine = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), KEPT, AfterValidator(one_line)
]
Text = Annotated[str, StringConstraints(max_length=2000), KEPT, AfterValidator(lines)]
Email = Annotated[str, AfterValidator(email_address), says(format="email", maxLength=LONGEST_EMAIL)]
Password = Annotated[
    str, StringConstraints(min_length=1, max_length=4_096)
]  # what is too long for one is told in words


class MoneyInput(Input):
    """Whole minor units of the shop's one currency."""

    amount: Annotated[int, says(minimum=1, maximum=LARGEST_AMOUNT)]
    currency: Literal["USD"] = "USD"


def field_errors(error: ValidationError) -> list[FieldError]:
    """What is wrong with which field, in words for people; never the value itself. The first `MOST_ERRORS` alone."""
    errors = error.errors(include_url=False, include_input=False, include_context=False)
    return [_field_error(each) for each in errors[:MOST_ERRORS]]


def _field_error(error: Any) -> FieldError:
    field = ".".join(str(part) for part in error["loc"])[:LONGEST_FIELD]
    return FieldError(field, error["type"], SENTENCES.get(error["type"], _sentence(error["msg"])))


def _sentence(message: str) -> str:
    message = TOO_LONG.sub(r"Use at most \1 characters", message)
    return message if message.endswith(".") else f"{message}."
