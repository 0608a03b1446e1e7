"""What an address has to have, from the API's body and the pages' forms alike: the parcel's, the bill's, the book's.

What its country asks for stands in `models.shipping.countries`.
"""

import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from models.shared.errors import Invalid
from models.shipping import countries
from models.shipping.countries import Country, find_country, replaced_by
from web.forms.input_model import KEPT, SENTENCES, Input, Line, RequiredLine, field_errors, one_line, says

FEWEST_DIGITS, MOST_DIGITS = 3, 20  # of a phone number with its extension
NO_COUNTRY = "Use the two letters of the country, such as US."
BETWEEN_DIGITS = frozenset("+()-./#*,;:=\u2212 telx")  # tel: before the number, ext. before that of the desk


def _country_code(text: str) -> str:
    """The two letters of ISO 3166-1, in capitals."""
    code = text.upper()
    if find_country(code) is None:
        if not code:
            raise _missing()
        instead = " or ".join(replaced_by(code)) if len(code) == 2 else ""
        advice = f"Use {instead} instead of {code}." if instead else NO_COUNTRY
        raise PydanticCustomError("country", "{advice}", {"advice": advice})
    return code


def _phone(text: str) -> str:
    """Refuse what nobody could call: letters, or too few digits. Nothing is said about the numbers of a country."""
    letters = unicodedata.normalize("NFKC", text).lower()
    digits = sum(unicodedata.category(each) == "Nd" for each in letters)
    others = {each for each in letters if unicodedata.category(each) not in ("Nd", "Pd")}
    if text and not (FEWEST_DIGITS <= digits <= MOST_DIGITS and others <= BETWEEN_DIGITS):
        raise PydanticCustomError("phone", "Enter a phone number, such as +1 503 555 0100.")
    return text


Place = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120), KEPT, AfterValidator(one_line)]
PostalCode = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20), KEPT, AfterValidator(one_line)]
Phone = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=40), KEPT, AfterValidator(one_line), AfterValidator(_phone)
]
CountryCode = Annotated[
    str,
    StringConstraints(strip_whitespace=True),
    AfterValidator(_country_code),
    says(pattern="^[A-Za-z]{2}$", description="two letters of ISO 3166-1, one of `GET /countries`"),
]


class ShippingAddress(Input):
    """Where it goes. Which parts are needed depends on the country: `GET /countries` says it."""

    country: CountryCode
    name: RequiredLine
    line1: RequiredLine
    line2: Line = ""
    city: Place = Field(default="", validate_default=True)
    region: Place = Field(default="", validate_default=True)
    postal_code: PostalCode = Field(default="", validate_default=True)
    phone: Phone = ""

    @field_validator("city")
    @classmethod
    def _has_city(cls, text: str, known: ValidationInfo) -> str:
        country = _country_of(known)
        if not text and (country is None or "city" in country.needed):
            raise _missing()
        return text

    @field_validator("region")
    @classmethod
    def _has_region(cls, text: str, known: ValidationInfo) -> str:
        country = _country_of(known)
        if country is not None and country.needs_city_or_region and not text and not known.data.get("city", "unread"):
            raise _missing()
        return text

    @field_validator("postal_code")
    @classmethod
    def _fits_country(cls, text: str, known: ValidationInfo) -> str:
        country = _country_of(known)
        if not text and country is not None and "postal_code" in country.needed:
            raise _missing()
        if not text or country is None:
            return text
        code = country.postal_code(text)
        if code is None:
            example = country.postal_code_example
            words = (
                f"This is not a valid {country.postal_code_name} for the chosen country. It should look like {example}."
            )
            raise PydanticCustomError("postal_code", "{words}", {"words": words})
        return code


ADDRESS_FIELDS = ("name", "line1", "line2", "city", "region", "postal_code", "country", "phone")


class NewAddress(ShippingAddress):
    """A whole address, and what it is the default for."""

    default_shipping: bool = False
    default_billing: bool = False


class AddressChange(Input):
    """Some of it; what is not named stays as it is. The defaults here only let a part be left out."""

    name: RequiredLine = ""
    line1: RequiredLine = ""
    line2: Line = ""
    city: Place = ""
    region: Place = ""
    postal_code: PostalCode = ""
    country: CountryCode = ""
    phone: Phone = ""
    default_shipping: bool = False
    default_billing: bool = False

    def applied_to(self, saved: Mapping[str, str]) -> dict[str, Any]:
        """The parts that change of a saved address.

        Raises:
            Invalid: the address would not do in its country.
        """
        sent = self.model_dump(exclude_unset=True)
        if not sent.keys() & set(ADDRESS_FIELDS):
            return sent
        return sent | whole_address({**saved, **{name: text for name, text in sent.items() if name in ADDRESS_FIELDS}})


def whole_address(parts: Mapping[str, Any]) -> dict[str, str]:
    """The address that these parts make, as its country writes it. Raises Invalid with an error for each part."""
    try:
        return ShippingAddress.model_validate({name: parts[name] for name in ADDRESS_FIELDS}).model_dump()
    except ValidationError as error:
        raise Invalid("The address is not complete.", errors=field_errors(error)) from None


def saved_address(parts: Mapping[str, Any]) -> dict[str, str]:
    """An address of the book, to be ordered to. Raises Invalid for one that was saved before there were rules."""
    try:
        return whole_address(parts)
    except Invalid as refusal:
        told = "; ".join(f"{each.field.replace('_', ' ')}: {each.message}" for each in refusal.errors)
        words = f"This saved address has to be corrected first. {told}"
        raise Invalid.field("address_id", "invalid", words) from None


def _country_of(known: ValidationInfo) -> Country | None:
    """The country, if it was sent and is one."""
    return countries.find_country(known.data.get("country", ""))


def _missing() -> PydanticCustomError:
    return PydanticCustomError("missing", SENTENCES["missing"])
