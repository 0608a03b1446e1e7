"""The database's time, asked for rarely: near to it always, and not led astray by an answer that took long."""

from typing import Any

import pytest

from models.database.postgres import postgres_clock
from models.database.postgres.postgres_clock import DatabaseClock

pytestmark = pytest.mark.asyncio


class Server:
    """Time here and at the database, an hour ahead, where the test wants them; and how long an answer takes."""

    keeps_statements = True

    def __init__(self) -> None:
        self.here, self.ahead_ms, self.way_back_ms, self.asked = 1000.0, 3_600_000.0, 2.0, 0

    def monotonic(self) -> float:
        return self.here

    async def run(self, _sql: str, _values: object) -> tuple[list[Any], str]:
        self.asked += 1
        told = self.here * 1000 + self.ahead_ms
        self.here += self.way_back_ms / 1000
        return [{"now_ms": told}], "SELECT 1"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    made = Server()
    monkeypatch.setattr(postgres_clock, "time", made)
    return made


async def error_ms(clock: DatabaseClock, server: Any) -> float:
    now = await clock.now(server)
    return float(now - (server.here * 1000 + server.ahead_ms))


async def test_it_is_asked_every_ten_seconds_and_is_right_in_between(server: Server) -> None:
    clock = DatabaseClock()
    for _ in range(41):
        assert abs(await error_ms(clock, server)) <= 2
        server.here += 0.5
    assert server.asked == 2


async def test_an_answer_that_took_long_does_not_replace_what_was_known(server: Server) -> None:
    clock = DatabaseClock()
    await clock.now(server)  # type: ignore[arg-type]
    server.here += 11
    server.way_back_ms = 60_000  # this process was stopped for a minute
    assert abs(await error_ms(clock, server)) <= 2


async def test_a_clock_that_was_set_is_believed_even_when_its_answer_took_long(server: Server) -> None:
    clock = DatabaseClock()
    await clock.now(server)  # type: ignore[arg-type]
    server.here += 11
    server.ahead_ms += 30_000
    server.way_back_ms = 200
    assert abs(await error_ms(clock, server)) <= 100
