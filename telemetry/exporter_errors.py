"""What OpenTelemetry itself complains of: at most one line a minute, and never sent to the collector it is about."""

import logging
import time

SECONDS_BETWEEN = 60.0

log = logging.getLogger("cartwright.telemetry")


class Limited(logging.Handler):
    """Passes the first complaint on, and then one a minute."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._quiet_until = 0.0

    def emit(self, record: logging.LogRecord) -> None:
        now = time.monotonic()
        if now >= self._quiet_until:
            self._quiet_until = now + SECONDS_BETWEEN
            log.warning("what this process tells may not arrive: %s", record.getMessage())


def limit() -> None:
    """Keep OpenTelemetry's own log away from ours, but for one line a minute."""
    theirs = logging.getLogger("opentelemetry")
    theirs.propagate = False
    theirs.handlers[:] = [Limited()]
    logging.getLogger("urllib3").setLevel(logging.ERROR)
    logging.getLogger("grpc").setLevel(logging.CRITICAL)
