"""At most so many requests are handled at once; what comes beyond hears so, instead of waiting behind all of them.

Streams count until their answer has begun, and probes never: they have to be answered when the shop is full. Whoever
waits in a bounded queue of its own takes no place meanwhile: a rush at the passwords must not close all the pages. When
all places are taken, there are as many again for network addresses that hold few: some that send much close it for
themselves alone.
"""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from quart import Quart, current_app, g, request

from core.process_alarms import here
from models.shared.errors import Busy
from web.http.client_address import client_address
from web.http.request_kind import PROBES

EXTENSION = "in_flight"
MOST = 200
FEW_OF = 20  # an address holds few if it has less than one in so many of all
_draw = random.Random()  # noqa: S311  jitter


class InFlight:
    """The requests of one application that are being handled."""

    def __init__(self) -> None:
        self.count = 0
        self._held: Counter[str] = Counter()  # by network address

    async def admit(self) -> None:
        """Count this request. Raises Busy if there are too many."""
        if request.path in PROBES:
            return
        address = client_address()
        if self.count >= (2 * MOST if self._held[address] < MOST // FEW_OF else MOST):
            words = f"A web process handles {MOST} requests at once, and turns others away"
            here.turn_on("in_flight", words, is_passing=True)
            g.cart_count = 0  # the page that says so asks nothing of the database
            raise Busy("Too many people are here at once. Nothing was done; please try again.", retry_after=_seconds())
        self.take(address)

    async def leave(self, _: BaseException | None) -> None:
        """The request has been handled, whatever became of it."""
        self.give_back()

    def take(self, address: str) -> None:
        """Count this request for its address."""
        self.count += 1
        self._held[address] += 1
        g.in_flight_of = address

    def give_back(self) -> str | None:
        """Count this request no more; for which address it was counted, or None."""
        address: str | None = g.pop("in_flight_of", None)
        if address is not None:
            self.count -= 1
            self._held[address] -= 1
            if not self._held[address]:
                del self._held[address]
        return address


@contextmanager
def set_aside() -> Iterator[None]:
    """Do not count this request meanwhile; for waits that are bounded elsewhere."""
    requests: InFlight = current_app.extensions[EXTENSION]
    address = requests.give_back()
    try:
        yield
    finally:
        if address is not None:
            requests.take(address)


def install(app: Quart) -> None:
    """Count the requests of this application; before any other gate."""
    requests = InFlight()
    app.extensions[EXTENSION] = requests
    app.before_request(requests.admit)
    app.teardown_request(requests.leave)


def _seconds() -> int:
    """When to come back: not all at the same moment."""
    return _draw.randint(1, 5)
