"""When which fault happens in one round, drawn from a seed: the same seed gives the same plan."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

FIRST_PART, LAST_PART = 0.04, 0.8  # of the round: the load begins and ends without faults
SHORTEST_SECONDS = 1.0
KILLS = ("worker_killed", "worker_killed", "web_killed")  # what happens again more often than the rest
EVERY_SECONDS = 9.0  # beside one fault of each sort there is another one so often

LONGEST_SECONDS = {
    "web_killed": 1.0,
    "web_frozen": 5.0,
    "worker_killed": 1.0,
    "worker_frozen": 10.0,  # longer than a lease, so that it wakes up as somebody else's
    "supervisor_killed": 1.0,
    "supervisor_frozen": 6.0,
    "queue_stopped": 5.0,
    "mail_stopped": 8.0,
    "database_cut_off": 4.0,
    "disk_full": 4.0,
    "provider_hangs": 5.0,
    "provider_loses_answers": 4.0,
    "provider_fails": 5.0,
    "provider_refuses": 5.0,
    "provider_answers_nonsense": 4.0,
    "provider_lies": 3.0,
}


@dataclass(frozen=True, slots=True)
class PlannedFault:
    """One fault: its name, and seconds since the round began. `draw` chooses its victim among several."""

    at_seconds: float
    lasts_seconds: float
    name: str
    draw: int


def plan(seed: str, *, seconds: float, faults: Sequence[str]) -> list[PlannedFault]:
    """Every fault once and some of them again, spread over a round of so many seconds, each over before its end."""
    draw = random.Random(seed)  # noqa: S311  to be repeated, not to be secret
    names = list(faults)
    kills = [name for name in KILLS if name in faults] or names
    names += [draw.choice(draw.choice((kills, names))) for _ in range(int(seconds / EVERY_SECONDS))]
    draw.shuffle(names)
    first, last = FIRST_PART * seconds, LAST_PART * seconds
    step = (last - first) / max(1, len(names))
    planned = []
    for place, name in enumerate(names):
        at = first + step * (place + draw.random())
        longest = min(LONGEST_SECONDS[name], seconds - at)
        lasts = draw.uniform(min(SHORTEST_SECONDS, longest), longest)
        planned.append(PlannedFault(round(at, 2), round(lasts, 2), name, draw.randrange(1 << 30)))
    return planned
