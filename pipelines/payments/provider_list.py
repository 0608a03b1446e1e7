"""Reads the provider's list of charges and keeps those that no payment of ours knows."""

from functools import partial

from models.database import write
from models.payments import unmatched_charges
from models.payments.unmatched_charges import BookedCharge
from pipelines.gateways import provider_calls
from pipelines.gateways.payment_provider import ListedCharge


async def compare_page(*, since_ms: int, until_ms: int, page: str) -> tuple[list[BookedCharge], str]:
    """Keep the unmatched charges of one page of the list; them, and the name of the next page or "".

    Raises:
        NoAnswer: the book cannot be read now.
        CannotList: the provider has no such list.
    """
    listed = await provider_calls.list_charges(since_ms=since_ms, until_ms=until_ms, page=page)
    booked = [_booked(each) for each in listed.charges]
    unmatched = await write(partial(unmatched_charges.record, booked=booked))
    return unmatched, listed.next_page


async def unmatched_since(*, since_ms: int, until_ms: int) -> list[BookedCharge]:
    """All pages of a range of time, one after the other. Raises NoAnswer, CannotList."""
    found, page = await compare_page(since_ms=since_ms, until_ms=until_ms, page="")
    while page:
        more, page = await compare_page(since_ms=since_ms, until_ms=until_ms, page=page)
        found += more
    return found


def _booked(listed: ListedCharge) -> BookedCharge:
    held = listed.amount_cents - listed.refunded_cents
    return BookedCharge(listed.key, listed.number, held, listed.currency, listed.charged_at)
