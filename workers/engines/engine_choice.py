"""Which engine the queue URL names."""

from importlib import import_module

from core.settings import Settings
from workers.engines.queue_engine import QueueEngine

# the URL's scheme, and the module whose `open_engine(url)` knows it; only the one that is used is imported
ENGINES = {
    "sqlite": "workers.engines.huey_engine",
    "amqp": "workers.engines.dramatiq_engine",
    "amqps": "workers.engines.dramatiq_engine",
    "redis": "workers.engines.dramatiq_engine",
    "rediss": "workers.engines.dramatiq_engine",
}


def open_engine(settings: Settings) -> QueueEngine:
    """The engine of this process.

    Raises:
        BadSetting: the engine does not understand the URL.
    """
    scheme = settings.queue_url.partition(":")[0]
    engine: QueueEngine = import_module(ENGINES[scheme]).open_engine(settings.queue_url)
    return engine
