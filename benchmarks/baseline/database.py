"""The baseline's database: a file of SQLite with the pragmas of the shop it is measured beside.

Writers begin with BEGIN IMMEDIATE, as SQLAlchemy's documentation tells for SQLite: otherwise two checkouts at once
would refuse each other.
"""

import os
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import Depends
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session, sessionmaker

engine = create_engine(os.environ["BASELINE_DATABASE_URL"], connect_args={"check_same_thread": False, "timeout": 30})
open_session = sessionmaker(engine)


@event.listens_for(engine, "connect")
def _prepare(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(engine, "begin")
def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def reading() -> Iterator[Session]:
    with open_session() as session:
        yield session


def writing() -> Iterator[Session]:
    """A session that holds the write lock from its first statement on."""
    with open_session() as session:
        session.connection(execution_options={"writes": True})
        yield session


Reading = Annotated[Session, Depends(reading)]
Writing = Annotated[Session, Depends(writing)]
