"""Which engine the queue URL names."""

from settings import BadSetting, Settings
from workers.engine import Engine
from workers.huey_engine import HueyEngine


def open_engine(settings: Settings) -> Engine:
    """The engine of this process.

    Raises:
        BadSetting: there is no engine for this kind of queue.
    """
    if not settings.queue_url.startswith("sqlite:///"):
        raise BadSetting("CARTWRIGHT_QUEUE_URL: this release has an engine for sqlite:/// queues only")
    return HueyEngine(settings.queue_url.removeprefix("sqlite:///"))
