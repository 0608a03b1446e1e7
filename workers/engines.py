"""Which engine the queue URL names."""

from settings import Settings
from workers.engine import Engine
from workers.huey_engine import HueyEngine


def open_engine(settings: Settings) -> Engine:
    """The engine of this process."""
    return HueyEngine(settings.queue_url.removeprefix("sqlite:///"))
