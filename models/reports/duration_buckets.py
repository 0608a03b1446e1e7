"""Durations counted in buckets, so that minutes can be added up to hours without keeping each duration.

Each bucket is a quarter of a doubling wide, so a percentile is accurate to about 9 %.
"""

import math
from collections import Counter

PARTS = 4  # buckets per doubling


def bucket(milliseconds: int) -> int:
    """The bucket of a duration; 0 is for durations under a millisecond."""
    return 0 if milliseconds < 1 else int(math.log2(milliseconds) * PARTS) + 1


def middle(number: int) -> float:
    """The duration that represents a bucket, in milliseconds."""
    return 0.0 if number == 0 else 2 ** ((number - 0.5) / PARTS)


def percentile(counts: Counter[int], share: float) -> float | None:
    """The duration that `share` (0 to 1) of all do not exceed; None without any."""
    total = sum(counts.values())
    seen = 0
    for number in sorted(counts):
        seen += counts[number]
        if seen >= share * total:
            return middle(number)
    return None
