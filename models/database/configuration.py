"""The ORM's configuration for a database URL."""

from typing import Any
from urllib.parse import unquote, urlsplit

APP = "cartwright"
MODELS = [
    "models.tables.accounts",
    "models.tables.catalog",
    "models.tables.stock",
    "models.tables.carts",
    "models.tables.orders",
    "models.tables.fulfilment",
    "models.tables.messages",
    "models.tables.jobs",
    "models.tables.operations",
    "models.tables.media",
    "aerich.models",
]


def tortoise_config(url: str, *, synchronous: str = "FULL", foreign_keys: str = "ON") -> dict[str, Any]:
    """What `Tortoise.init` and aerich take. SQLite URLs count as usual: three slashes relative, four absolute."""
    if url.startswith("sqlite:"):
        connection = _sqlite(url.removeprefix("sqlite:///"), synchronous, foreign_keys)
    else:
        connection = _postgres(url)
    app = {"models": MODELS, "default_connection": "default"}
    return {"connections": {"default": connection}, "apps": {APP: app}, "use_tz": True, "timezone": "UTC"}


def _sqlite(path: str, synchronous: str, foreign_keys: str) -> dict[str, Any]:
    credentials = {"file_path": path, "synchronous": synchronous, "foreign_keys": foreign_keys}
    return {"engine": "models.database.sqlite_engine", "credentials": credentials}


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    credentials = {
        "host": parts.hostname,
        "port": parts.port or 5432,
        "database": parts.path.lstrip("/"),
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "minsize": 1,
        "maxsize": 10,
    }
    return {"engine": "models.database.postgres_engine", "credentials": credentials}
