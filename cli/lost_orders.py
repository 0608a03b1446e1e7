"""What a restored shop has lost: the orders that the payment provider's book knows and the backup does not."""

import time
from datetime import datetime

from models.payments.unmatched_charges import OVERLAP_MS, BookedCharge
from models.shared.money_text import money
from models.shared.times import iso
from pipelines.gateways.payment_provider import CannotList, ProviderRejected
from pipelines.gateways.provider_calls import NoAnswer
from pipelines.payments import provider_list

LATER = "the nightly comparison lists them on the integrity page"


async def report_of_lost_orders(made_at: str) -> list[str]:
    """Lines for people: the orders that were charged after a backup of this time (ISO 8601) and are not in it."""
    since = int(datetime.fromisoformat(made_at).timestamp() * 1000) - OVERLAP_MS
    try:
        lost = await provider_list.unmatched_since(since_ms=since, until_ms=int(time.time() * 1000) + OVERLAP_MS)
    except CannotList as reason:
        return [
            f"lost orders are not known: {reason}",
            f"compare the provider's own list of charges since {made_at} with the orders here",
        ]
    except (NoAnswer, ProviderRejected) as reason:
        return [f"lost orders are not known yet: {reason}; {LATER}"]
    if not lost:
        return ["no charge in the provider's book is without its order here"]
    return [
        f"{len(lost)} orders were charged and are lost; refund them on the integrity page, or ask their buyers:",
        *map(_line, lost),
    ]


def _line(charge: BookedCharge) -> str:
    name = charge.number or f"key {charge.key}"
    when = f", charged at {iso(charge.charged_at)}" if charge.charged_at else ""
    return f"  {name}: {money(charge.held_cents)} {charge.currency}{when}"
