"""How much mail a stranger can cause for one recipient: so many messages of a kind an hour and a day, then none.

Counted where a message is written, so that asking again costs the recipient nothing. Each kind has a count of its own:
who has one kind sent to somebody all day keeps no other from them.
"""

import hashlib
import math

from models.database import Transaction
from models.shared import rate_limit_counters
from models.shared.errors import TooManyRequests

HOUR_MS = 3_600_000
CAPS = ((3, HOUR_MS), (10, 24 * HOUR_MS))  # messages, and the time in which that many come back
ORDERS = "order"  # all mail about orders that somebody placed with an address that is not proved to be theirs
ORDER_CAPS = ((6, HOUR_MS), (20, 24 * HOUR_MS))  # placed and cancelled are two
STOCK = "stock"  # all mail about stock, which strangers bring down and up again by ordering and cancelling
STOCK_CAPS = ((60, HOUR_MS), (300, 24 * HOUR_MS))


def of_stock(product_id: str) -> tuple[str, ...]:
    """The counts of a mail about this product's stock: its own, as small as any, and that of all stock."""
    return f"{STOCK}:{product_id}", STOCK


async def take(tx: Transaction, kind: str, recipient: str) -> bool:
    """Count one message; False, and it is not to be written, if the recipient got enough of them."""
    for quota, window_ms in {ORDERS: ORDER_CAPS, STOCK: STOCK_CAPS}.get(kind, CAPS):
        taken = await rate_limit_counters.take(
            tx, _key(kind, recipient, window_ms), 1, quota=quota, window_ms=window_ms
        )
        if not taken.granted:
            return False
    return True


async def refuse_if_spent(tx: Transaction, kind: str, recipient: str) -> None:
    """For somebody who may know: raises TooManyRequests if a message asked for now would not be written."""
    waits = [
        await rate_limit_counters.wait_ms(tx, _key(kind, recipient, window_ms), quota=quota, window_ms=window_ms)
        for quota, window_ms in CAPS
    ]
    if any(waits):
        words = "Several mails went to this address of late. Look for the newest one, or ask again later."
        raise TooManyRequests(words, retry_after=math.ceil(max(waits) / 1000))


def _key(kind: str, recipient: str, window_ms: int) -> str:
    return f"mail:{hashlib.sha256(f'{kind}:{window_ms}:{recipient}'.encode()).hexdigest()}"
