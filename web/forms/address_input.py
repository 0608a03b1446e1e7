"""What an address has to have, from the API's body and the pages' forms alike: the parcel's, the bill's, the book's."""

from typing import Annotated, Any

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from web.forms.input_model import Input, Line, RequiredLine, one_line, says


def _country(text: str) -> str:
    """The two letters of ISO 3166, in capitals."""
    if not (len(text) == 2 and text.isascii() and text.isalpha()):
        raise PydanticCustomError("country", "Use the two letters of the country, such as US.")
    return text.upper()


Place = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120), AfterValidator(one_line)]
City = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), AfterValidator(one_line)]
PostalCode = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20), AfterValidator(one_line)
]
Phone = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40), AfterValidator(one_line)]
Country = Annotated[
    str, StringConstraints(strip_whitespace=True), AfterValidator(_country), says(pattern="^[A-Za-z]{2}$")
]


class ShippingAddress(Input):
    """Where it goes."""

    name: RequiredLine
    line1: RequiredLine
    line2: Line = ""
    city: City
    region: Place = ""
    postal_code: PostalCode
    country: Country
    phone: Phone = ""


ADDRESS_FIELDS = tuple(ShippingAddress.model_fields)


class NewAddress(ShippingAddress):
    """A whole address, and what it is the default for."""

    default_shipping: bool = False
    default_billing: bool = False


class AddressChange(Input):
    """Some of it; what is not named stays as it is. The defaults here only let a part be left out."""

    name: RequiredLine = ""
    line1: RequiredLine = ""
    line2: Line = ""
    city: City = ""
    region: Place = ""
    postal_code: PostalCode = ""
    country: Country = ""
    phone: Phone = ""
    default_shipping: bool = False
    default_billing: bool = False

    def named(self) -> dict[str, Any]:
        """The parts that were sent."""
        return self.model_dump(exclude_unset=True)
