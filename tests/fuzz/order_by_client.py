"""Runs an order through the client that was generated from the document; its argument is the shop's address."""

import sys
import uuid

from cartwright_client import AuthenticatedClient, Client
from cartwright_client.api.accounts import auth_log_in, auth_register
from cartwright_client.api.cart import cart_add
from cartwright_client.api.catalog import catalog_products
from cartwright_client.api.orders import order_events_events, orders_place, orders_show
from cartwright_client.models import (
    CartItemAddition,
    Credentials,
    PlaceOrder,
    Registration,
    ShippingAddress,
    TestCard,
    TestCardToken,
)

email, password = f"{uuid.uuid4()}@example.com", "velvet-otter-canyon-42"
stranger = Client(base_url=sys.argv[1])
auth_register.sync_detailed(client=stranger, body=Registration(email=email, password=password))
tokens = auth_log_in.sync(client=stranger, body=Credentials(email=email, password=password))
client = AuthenticatedClient(base_url=sys.argv[1], token=tokens.access_token)
mug = catalog_products.sync(client=client, q="mug").items[0]
cart_add.sync(client=client, body=CartItemAddition(product_id=mug.id, quantity=2))
address = ShippingAddress(name="Pat", line1="1 Mill Lane", city="Portland", postal_code="97201", country="US")
card = TestCard(method="test_card", token=TestCardToken.TOK_OK)
body = PlaceOrder(shipping_address=address, payment=card)
order = orders_place.sync(client=client, idempotency_key=str(uuid.uuid4()), body=body)
while not order.decided:
    known = f'"v{order.version}"'
    order = orders_show.sync(client=client, order_id=order.id, prefer="wait=10", if_none_match=known) or order
events = order_events_events.sync(client=client, order_id=order.id)
print(order.status, order.total.amount == mug.price.amount * 2, *(event.type_ for event in events[:3]))
