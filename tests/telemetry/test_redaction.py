"""What is taken out of words, and what is left alone."""

import logging
import sys

import pytest

from core.redaction import HIDDEN, redact, redact_within
from telemetry.log_lines import JsonLine, TextFormatter, about


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
        "refused for canary.canary+x@mail.example.com now",
        "{'email': 'canary@example.com'}",
        "to=canary=canary@example.com",
        "Authorization: Digest username=canary, response=canary",
        "Set-Cookie: sid=canary; visitor=canary",
        "headers {'Cookie': 'sid=canary; theme=canary'}",
        "charge sk_live_canary",
        "tok_canary was declined",
        "pk_test_canary",
        'password="canary canary',
        r"body {\"password\": \"canary canary\"}",
        r"""{"password": "\"canary", "secret": 'canary\'canary'}""",
        "https://canary@example.com/x",
        "postgresql://shop:can@ary:canary@db/shop",
        "postgresql://shop:can/canary@db/shop",
        "amqps://shop:12/can@canary@queue:5671",
        "SMTP://shop:canary/12?canary@mail",
        "password_hash=canary",
        "private_key: canary",
        "jwt eyJcanary.eyJcan",
        "{'token': b'canary'}",
        "(b'x-ops-token', b'canary')",
        "[('Authorization', 'Digest canary')]",
        'Authorization: Digest username="x", response="canary"',
        'Cookie: a="x"; sid=canary',
        "pi_3Abc_secret_canary",
        "SK_LIVE_canary",
    ],
)
def test_secrets_are_hidden(text: str) -> None:
    assert "canary" not in redact(text)
    assert HIDDEN in redact(text)


@pytest.mark.parametrize("name", ["card", "card_number", "payment"])
def test_a_card_number_behind_its_name_is_hidden_whole(name: str) -> None:
    assert redact(f"{name}=4111 1111 1111 1111, ok") == f"{name}={HIDDEN}, ok"


def test_a_secret_that_the_cut_divides_is_hidden() -> None:
    text = "x" * 90 + " 4111111111111111 ann@example.com"
    for longest in range(85, len(text) + 1):
        assert "4111" not in redact_within(text, longest)
        assert "ann" not in redact_within(text, longest)
        assert len(redact_within(text, longest)) <= longest


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
        "postgresql://127.0.0.1:5432/shop and redis://queue/0",
        "trace 0af7651916cd43dd8448eb211c80319c",
        "1234567890123456",
        "request_id=4111111111111111",
        "request 4111111111111111 failed",
        '{"request_id": "4111111111111111"}',
        "the monkey: 3, keyboard=4",
        "discard: 5",
        "",
    ],
)
def test_what_is_no_secret_is_left_alone(text: str) -> None:
    assert redact(text) == text


def _record(message: str, **extra: object) -> logging.LogRecord:
    made = logging.getLogger("cartwright.x").makeRecord("cartwright.x", logging.INFO, "x.py", 1, message, (), None)
    vars(made).update(extra)
    return made


@pytest.mark.parametrize("formatter", [JsonLine(), TextFormatter()])
def test_a_line_stays_one_line_and_says_what_it_is_about(formatter: logging.Formatter) -> None:
    with about(request_id="r1", order_id="CW-10001"), about(job_id=7, order_id=""):
        line = formatter.format(_record("hello\r\nforged", cookie_words="password=canary\nforged", total_cents=5))
    assert "\n" not in line
    assert "canary" not in line
    for fact in ("r1", "CW-10001", "7", "5"):
        assert fact in line
    assert "r1" not in formatter.format(_record("later"))


@pytest.mark.parametrize("formatter", [JsonLine(), TextFormatter()])
def test_a_request_that_is_named_like_a_card_keeps_its_id(formatter: logging.Formatter) -> None:
    with about(request_id="4111111111111111"):
        line = formatter.format(_record("request %s failed" % "4111111111111111", path="/x/4111111111111111"))  # noqa: UP031
    assert line.count("4111111111111111") == 2


@pytest.mark.parametrize("formatter", [JsonLine(), TextFormatter()])
def test_a_line_has_an_end(formatter: logging.Formatter) -> None:
    record = _record("m" * 9_000, fact="f" * 9_000)
    record.exc_info = (ValueError, ValueError("e" * 90_000), None)
    assert len(formatter.format(record)) < 30_000


@pytest.mark.parametrize("formatter", [JsonLine(), TextFormatter()])
def test_secrets_in_an_exception_are_hidden(formatter: logging.Formatter) -> None:
    record = _record("failed")
    try:
        raise ValueError("password=canary")
    except ValueError:
        record.exc_info = sys.exc_info()
    line = formatter.format(record)
    assert "ValueError" in line
    assert "password=canary" not in line
