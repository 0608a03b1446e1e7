"""Forms of pages, read into the same models as the API's bodies."""

from typing import Any, TypeVar

from pydantic import ValidationError
from quart import request

from models.shared.plain_text import TABS_AND_LINES, plain, without_control
from web.forms.input_model import Input, field_errors
from web.security.csrf import FIELD

PROOF_FIELD = "proof_password"  # beside any form's own fields: who sends it proves to be the owner of the login
WHOLE_FORM = "__all__"  # the key of a sentence that belongs to no single field

Model = TypeVar("Model", bound=Input)


async def read_form(model: type[Model]) -> tuple[Model | None, dict[str, str]]:
    """The model, or None and a message for each field that needs attention."""
    return read_values(model, await sent_values())


async def sent_values() -> dict[str, Any]:
    """The form's fields; of a name that was sent twice, all values, which no field takes."""
    given = (await request.form).to_dict(flat=False)
    return {
        name: many if len(many) > 1 else many[0] for name, many in given.items() if name not in (FIELD, PROOF_FIELD)
    }


def read_values(model: type[Model], values: dict[str, Any]) -> tuple[Model | None, dict[str, str]]:
    """The model of these values, or None and a message for each field that needs attention."""
    if unfit := [name for name, text in values.items() if isinstance(text, str | list) and "\x00" in text]:
        return None, dict.fromkeys(unfit, "This holds a character that no text can have.")
    try:
        return model.model_validate(values), {}
    except ValidationError as error:
        return None, {_place(model, each.field): each.message for each in field_errors(error)}


def _place(model: type[Model], field: str) -> str:
    """Beside which field a sentence is shown, or above all of them."""
    return field if field.partition(".")[0] in model.model_fields else WHOLE_FORM


async def form_values(*names: str) -> dict[str, str]:
    """These fields as they are kept, to be written or to fill the form in again; never ask it for a password."""
    form = await request.form
    return {name: plain(without_control(form.get(name, ""), but=TABS_AND_LINES)) for name in names}
