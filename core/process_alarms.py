"""What is wrong with this process now and needs a person: raised where it is met, from any thread, told by others."""

import math
import threading
import time
from dataclasses import dataclass

PASSING_SECONDS = 60.0  # something that happened and is over is told for so long


@dataclass(frozen=True, slots=True)
class RaisedAlarm:
    """One alarm of a process. `since` is epoch milliseconds; `until` is monotonic seconds, None: until turned off."""

    code: str
    words: str
    since: int
    until: float | None = None


class ProcessAlarms:
    """The alarms that are on in one process, by their codes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._on: dict[str, RaisedAlarm] = {}
        self._ended: dict[str, float] = {}  # when an alarm was turned off, in monotonic seconds

    def turn_on(self, code: str, words: str, *, is_passing: bool = False) -> None:
        """Say that something is wrong; `is_passing`: it is over after `PASSING_SECONDS` unless it is said again."""
        until = time.monotonic() + PASSING_SECONDS if is_passing else None
        with self._lock:
            known = self._on.get(code)
            since = known.since if known is not None and not _is_over(known) else int(time.time() * 1000)
            self._on[code] = RaisedAlarm(code, words, since, until)

    def turn_off(self, *codes: str) -> None:
        """Say that it is well again. Costs next to nothing while nothing is wrong."""
        if self._on:
            with self._lock:
                for code in codes:
                    if self._on.pop(code, None) is not None:
                        self._ended[code] = time.monotonic()

    def on(self) -> list[RaisedAlarm]:
        """The alarms that are on, the oldest first."""
        if not self._on:
            return []
        with self._lock:
            self._on = {code: alarm for code, alarm in self._on.items() if not _is_over(alarm)}
            return sorted(self._on.values(), key=lambda alarm: alarm.since)

    def was_on(self, *codes: str, within_seconds: float) -> bool:
        """Whether one of these is on, or was turned off so lately."""
        ended_after = time.monotonic() - within_seconds
        with self._lock:
            return any(code in self._on or self._ended.get(code, -math.inf) > ended_after for code in codes)

    def clear(self) -> None:
        """Forget all of them."""
        with self._lock:
            self._on, self._ended = {}, {}


def _is_over(alarm: RaisedAlarm) -> bool:
    return alarm.until is not None and alarm.until < time.monotonic()


here = ProcessAlarms()  # those of this process
