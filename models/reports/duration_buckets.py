"""Lengths of time counted in buckets, so that minutes can be added up to hours without keeping each length.

Each bucket is a quarter of a doubling wide, so a percentile is true to about 9 %.
"""

import math
from collections import Counter

PARTS = 4  # of a doubling


def bucket(milliseconds: int) -> int:
    """The bucket of a length; 0 holds what took no measurable time."""
    return 0 if milliseconds < 1 else int(math.log2(milliseconds) * PARTS) + 1


def middle(number: int) -> float:
    """The length that stands for a bucket, in milliseconds."""
    return 0.0 if number == 0 else 2 ** ((number - 0.5) / PARTS)


def percentile(counts: Counter[int], share: float) -> float | None:
    """The length that `share` (0 to 1) of all are at or under; None without any."""
    total = sum(counts.values())
    seen = 0
    for number in sorted(counts):
        seen += counts[number]
        if seen >= share * total:
            return middle(number)
    return None
