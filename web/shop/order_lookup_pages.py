"""Looking an order up by its number and e-mail address: the link to it is mailed, never shown.

The answer is the same whether there is such an order or not, and asking is the same work.
"""

from quart import Blueprint, Response

from models.database import write
from models.orders import guest_access
from web.checkout.checkout_input import OrderLookup
from web.forms.form_reader import form_values, read_form
from web.rendering import page

blueprint = Blueprint("order_lookup", __name__)


@blueprint.get("/orders/lookup")
async def ask() -> Response:
    return await page("shop/orders/lookup.html", form={"number": "", "email": ""}, errors={})


@blueprint.post("/orders/lookup")
async def send_link() -> Response:
    form, errors = await read_form(OrderLookup)
    if form is None:
        kept = await form_values("number", "email")
        return await page("shop/orders/lookup.html", status=422, form=kept, errors=errors)
    await write(lambda tx: guest_access.ask_for_link(tx, form.number, form.email))
    return await page("shop/orders/lookup_sent.html", email=form.email)
