"""At most so many requests are handled at once; what comes beyond hears so, instead of waiting behind all of them.

Streams count until their answer has begun, and probes never: they have to be answered when the shop is full. Whoever
waits in a bounded queue of its own takes no place meanwhile: a rush at the passwords must not close all the pages.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager

from quart import Quart, current_app, g, request

from core.process_alarms import here
from models.shared.errors import Busy
from web.http.request_kind import PROBES

EXTENSION = "in_flight"
MOST = 200
_draw = random.Random()  # noqa: S311  jitter


class InFlight:
    """The requests of one application that are being handled."""

    def __init__(self) -> None:
        self.count = 0

    async def admit(self) -> None:
        """Count this request. Raises Busy if there are too many."""
        if request.path in PROBES:
            return
        if self.count >= MOST:
            words = f"A web process handles {MOST} requests at once, and turns others away"
            here.turn_on("in_flight", words, is_passing=True)
            g.cart_count = 0  # the page that says so asks nothing of the database
            raise Busy("Too many people are here at once. Nothing was done; please try again.", retry_after=_seconds())
        self.count += 1
        g.is_in_flight = True

    async def leave(self, _: BaseException | None) -> None:
        """The request has been handled, whatever became of it."""
        if g.pop("is_in_flight", False):
            self.count -= 1


@contextmanager
def set_aside() -> Iterator[None]:
    """Do not count this request meanwhile; for waits that are bounded elsewhere."""
    requests: InFlight = current_app.extensions[EXTENSION]
    was_counted = g.pop("is_in_flight", False)
    requests.count -= was_counted
    try:
        yield
    finally:
        requests.count += was_counted
        if was_counted:
            g.is_in_flight = True


def install(app: Quart) -> None:
    """Count the requests of this application; before any other gate."""
    requests = InFlight()
    app.extensions[EXTENSION] = requests
    app.before_request(requests.admit)
    app.teardown_request(requests.leave)


def _seconds() -> int:
    """When to come back: not all at the same moment."""
    return _draw.randint(1, 5)
