"""The gauge `cartwright.alarm`, told by every process: an alarm must not depend on the process that it is about."""

import time
from collections.abc import Iterable, Mapping

from opentelemetry.metrics import CallbackOptions, Meter, Observation

from core.process_alarms import here

FRESH_SECONDS = 60.0
ALARM = "cartwright.alarm.code"


class AlarmGauge:
    """1 for each alarm that is on, else 0. Those of this process are read when they are asked for."""

    def __init__(self, meter: Meter) -> None:
        self._on: Mapping[str, bool] = {}
        self._since = 0.0
        meter.create_observable_gauge("cartwright.alarm", [self._observe], "{alarm}")

    def report(self, on: Mapping[str, bool]) -> None:
        """Which alarms of the shop and of other processes are on, by their codes."""
        self._on, self._since = on, time.monotonic()

    def _observe(self, _: CallbackOptions) -> Iterable[Observation]:
        is_fresh = time.monotonic() - self._since < FRESH_SECONDS
        on = {**(self._on if is_fresh else {}), **dict.fromkeys((alarm.code for alarm in here.on()), True)}
        return [Observation(int(is_on), {ALARM: code}) for code, is_on in on.items()]
