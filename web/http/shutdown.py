"""The one event that tells everything in this process that the server is about to end.

It is set at the first signal, before the server stops to accept: `/readyz` turns 503 and open streams end by it.
"""

import asyncio
from typing import Any

from quart import Quart, current_app

EXTENSION = "cartwright.stopping"


def install(app: Quart) -> None:
    """Give the application its event."""
    app.extensions[EXTENSION] = asyncio.Event()


def stopping(app: Any = None) -> asyncio.Event:
    """The event of the application, or of the one that answers the current request."""
    event: asyncio.Event = (app or current_app).extensions[EXTENSION]
    return event
