"""An order in the moment of its acceptance, as people see it: nothing has to be read that was just written."""

from models.checkout.checkout import CURRENCY, Buyer, Checkout, Placed
from models.orders.order_states import Status
from models.orders.order_steps import steps_of
from models.orders.order_views import OrderView
from models.shared.public_ids import number_of


def view_of(buyer: Buyer, wanted: Checkout, placed: Placed) -> OrderView:
    """The same as reading the order in the transaction that placed it."""
    order = OrderView(
        id=placed.public_id,
        number=number_of(placed.id),
        status=Status.PENDING.value,
        cancel_reason=None,
        version=1,
        email=buyer.email,
        user_id=buyer.user_id,
        subtotal_cents=placed.subtotal_cents,
        shipping_cents=placed.shipping_cents,
        total_cents=placed.total_cents,
        currency=CURRENCY,
        shipping_method=wanted.shipping_method,
        shipping_address=wanted.shipping_address,
        billing_address=wanted.billing_address,
        note=wanted.note,
        under_review=False,
        is_refund_owed=False,
        is_charge_in_flight=False,
        payment={"method": wanted.payment_method, "status": "pending"},
        lines=_lines(placed),
        events=[_first_event(buyer, placed)],
        progress=placed.progress,
        created_at=placed.created_at,
        updated_at=placed.created_at,
        decided_at=None,
        shipping_name=placed.shipping_name,
        terms_version=placed.terms_version,
        now=placed.created_at,
    )
    order.steps = steps_of(order.status, order.events, order.cancel_text)
    return order


def _lines(placed: Placed) -> list[dict[str, object]]:
    return [
        {
            "product_id": product_id,
            "slug": slug,
            "sku": line.sku,
            "name": line.name,
            "quantity": line.quantity,
            "unit_price_cents": line.unit_price_cents,
            "line_total_cents": line.quantity * line.unit_price_cents,
            "picture": picture,
        }
        for line, (product_id, slug, picture) in zip(placed.lines, placed.products, strict=True)
    ]


def _first_event(buyer: Buyer, placed: Placed) -> dict[str, object]:
    at, status = placed.created_at, Status.PENDING.value
    return {"sequence": 1, "type": "order.placed", "status": status, "at": at, "detail": "", "actor": buyer.email}
