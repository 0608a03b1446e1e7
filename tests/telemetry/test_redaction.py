"""What is taken out of words, and what is left alone."""

import logging
import sys

import pytest

from telemetry.log_lines import JsonLine, Words, about
from telemetry.redaction import HIDDEN, redact


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer canary",
        "authorization='Basic canary'",
        "Cookie: sid=canary",
        "{'password': 'canary', 'name': 'Ann'}",
        '{"current_password": "canary canary"}',
        "refresh_token=canary&x=1",
        "secret_key = canary",
        "X-Ops-Token: canary",
        "sent Bearer canary.canary",
        "smtp://user:canary@mail.example:587 is down",
        "redis://:canary@localhost",
        "whsec_canary+/=",
        "eyJcanary.eyJcanary.canary",
        "no such person canary@example.com",
        "OTEL_EXPORTER_OTLP_HEADERS=x-otlp-api-key=canary",
        "api-key: canary",
    ],
)
def test_secrets_are_hidden(text: str) -> None:
    assert "canary" not in redact(text)
    assert HIDDEN in redact(text)


@pytest.mark.parametrize("card", ["4111111111111111", "4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005"])
def test_card_numbers_are_hidden(card: str) -> None:
    assert redact(f"paid with {card}!") == f"paid with {HIDDEN}!"


@pytest.mark.parametrize(
    "text",
    [
        "order.confirmed",
        "job 17 (order.process) attempt 2 failed: TimeoutError()",
        "run at 1795423036623, took 12.5 ms",
        "request 2f1e4c7d9a0b3c5d: refresh token refused",
        "listening on http://127.0.0.1:5566",
        "trace 0af7651916cd43dd8448eb211c80319c",
        "1234567890123456",
        "",
    ],
)
def test_what_is_no_secret_is_left_alone(text: str) -> None:
    assert redact(text) == text


def _record(message: str, **extra: object) -> logging.LogRecord:
    made = logging.getLogger("cartwright.x").makeRecord("cartwright.x", logging.INFO, "x.py", 1, message, (), None)
    vars(made).update(extra)
    return made


@pytest.mark.parametrize("formatter", [JsonLine(), Words()])
def test_a_line_stays_one_line_and_says_what_it_is_about(formatter: logging.Formatter) -> None:
    with about(request_id="r1", order_id="CW-10001"), about(job_id=7, order_id=""):
        line = formatter.format(_record("hello\r\nforged", cookie_words="password=canary\nforged", total_cents=5))
    assert "\n" not in line
    assert "canary" not in line
    for fact in ("r1", "CW-10001", "7", "5"):
        assert fact in line
    assert "r1" not in formatter.format(_record("later"))


@pytest.mark.parametrize("formatter", [JsonLine(), Words()])
def test_secrets_in_an_exception_are_hidden(formatter: logging.Formatter) -> None:
    record = _record("failed")
    try:
        raise ValueError("password=canary")
    except ValueError:
        record.exc_info = sys.exc_info()
    line = formatter.format(record)
    assert "ValueError" in line
    assert "password=canary" not in line
