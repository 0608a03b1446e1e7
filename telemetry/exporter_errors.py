"""Limits OpenTelemetry's own errors to one log line a minute, and never exports them."""

import logging
import time

SECONDS_BETWEEN = 60.0

log = logging.getLogger("cartwright.telemetry")


class Limited(logging.Handler):
    """Logs the first error, then at most one a minute."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._quiet_until = 0.0

    def emit(self, record: logging.LogRecord) -> None:
        now = time.monotonic()
        if now >= self._quiet_until:
            self._quiet_until = now + SECONDS_BETWEEN
            log.warning("telemetry may be lost: %s", record.getMessage())


def limit() -> None:
    """Send OpenTelemetry's own log through `Limited` instead of the root logger."""
    theirs = logging.getLogger("opentelemetry")
    theirs.propagate = False
    theirs.handlers[:] = [Limited()]
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    logging.getLogger("grpc").setLevel(logging.CRITICAL)
