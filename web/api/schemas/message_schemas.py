"""The messages that are posted to webhooks: one shape of `data` for each type."""

from pydantic import Field

from models.orders.event_types import EventType
from models.webhooks.webhook_events import TEST
from web.api.schemas.common_schemas import Document, Id, Moment, Money

STOCK_TYPES = (EventType.STOCK_LOW, EventType.STOCK_DEPLETED)
ORDER_TYPES = tuple(each for each in EventType if each not in STOCK_TYPES)


class OrderEventData(Document):
    """An order as it was at this event."""

    id: Id
    number: str = Field(examples=["CW-10023"])
    status: str
    sequence: int = Field(description="of the event in the order's history; sorts messages and finds duplicates")
    detail: str
    total: Money


class StockEventData(Document):
    """A product's stock at the moment it fell to a threshold."""

    product_id: Id
    sku: str
    name: str
    available: int
    low_stock_threshold: int
    sequence: int = Field(description="how often the product has fallen to its threshold")


class ProbeData(Document):
    """A test message."""

    endpoint_id: Id
    sequence: int


class OrderMessage(Document):
    """Something happened to an order, its payment or its mail."""

    type: str = Field(json_schema_extra={"enum": [str(each) for each in ORDER_TYPES]})
    timestamp: Moment
    data: OrderEventData


class StockMessage(Document):
    """A product is low in stock, or sold out: one message for one crossing."""

    type: str = Field(json_schema_extra={"enum": [str(each) for each in STOCK_TYPES]})
    timestamp: Moment
    data: StockEventData


class ProbeMessage(Document):
    """What an admin sent to try a receiver."""

    type: str = Field(json_schema_extra={"enum": [TEST]})
    timestamp: Moment
    data: ProbeData


MESSAGES: dict[str, type[Document]] = {
    **{str(each): OrderMessage for each in ORDER_TYPES},
    **{str(each): StockMessage for each in STOCK_TYPES},
    TEST: ProbeMessage,
}
