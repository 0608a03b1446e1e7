"""The ORM's configuration for a database URL."""

from dataclasses import dataclass

APP = "cartwright"
MODELS = [
    "models.tables.account_tables",
    "models.tables.catalog_tables",
    "models.tables.content_tables",
    "models.tables.stock_tables",
    "models.tables.cart_tables",
    "models.tables.order_tables",
    "models.tables.fulfilment_tables",
    "models.tables.message_tables",
    "models.tables.job_tables",
    "models.tables.operation_tables",
    "models.tables.media_tables",
    "models.tables.sign_in_tables",
    "aerich.models",
]


@dataclass(frozen=True)
class Terms:
    """How the database is to be used, apart from where it is.

    Attributes:
        busy_seconds: how long a write may wait for its turn, for a connection or for a row.
        synchronous: SQLite's durability; anything but FULL is for tests.
        connections: the most connections of this process to PostgreSQL.
        prepared_statements: whether PostgreSQL may keep statements prepared; an old pooler cannot.
        is_migration: a statement may take its time and a table may be rebuilt.
    """

    busy_seconds: float = 10.0
    synchronous: str = "FULL"
    connections: int = 10
    prepared_statements: bool = True
    is_migration: bool = False


USUAL = Terms()


def tortoise_config(url: str, terms: Terms = USUAL) -> dict[str, object]:
    """What `Tortoise.init` and aerich take. SQLite URLs count as usual: three slashes relative, four absolute."""
    sqlite, _, path = url.partition("sqlite:///")
    connection = _postgres(url, terms) if sqlite else _sqlite(path, terms)
    app = {"models": MODELS, "default_connection": "default"}
    return {"connections": {"default": connection}, "apps": {APP: app}, "use_tz": True, "timezone": "UTC"}


def _sqlite(path: str, terms: Terms) -> dict[str, object]:
    foreign_keys = "OFF" if terms.is_migration else "ON"  # a table rebuilt on SQLite must not cascade
    credentials = {"file_path": path, "synchronous": terms.synchronous, "foreign_keys": foreign_keys}
    return {"engine": "models.database.sqlite.sqlite_engine", "credentials": credentials}


def _postgres(url: str, terms: Terms) -> dict[str, object]:
    from models.database.postgres.postgres_pool import STATEMENT_MS, Access  # only who uses PostgreSQL loads its driver

    access = Access(
        url,
        most=terms.connections,
        lock_ms=0 if terms.is_migration else int(terms.busy_seconds * 1000),
        statement_ms=0 if terms.is_migration else STATEMENT_MS,
        prepared=terms.prepared_statements and not terms.is_migration,
    )
    return {"engine": "models.database.postgres.postgres_engine", "credentials": {"access": access}}
