"""Which engine the queue URL names."""

from importlib import import_module

from settings import Settings
from workers.engine import Engine

# the URL's scheme, and the module whose `open_engine(url)` knows it; only the one that is used is imported
ENGINES = {
    "sqlite": "workers.huey_engine",
    "amqp": "workers.dramatiq_engine",
    "amqps": "workers.dramatiq_engine",
    "redis": "workers.dramatiq_engine",
    "rediss": "workers.dramatiq_engine",
}


def open_engine(settings: Settings) -> Engine:
    """The engine of this process.

    Raises:
        BadSetting: the engine does not understand the URL.
    """
    scheme = settings.queue_url.partition(":")[0]
    engine: Engine = import_module(ENGINES[scheme]).open_engine(settings.queue_url)
    return engine
