"""What an entry of the address book needs to have, from the API's body and the page's form alike."""

from typing import Any

from web.checkout_input import City, Country, Phone, Place, PostalCode, ShippingAddress
from web.input import Input, Line, RequiredLine


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
