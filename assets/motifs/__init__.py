"""One motif for every kind of thing the demo shop sells, found by its name."""

from types import ModuleType

from assets.motifs import clothing, desk, garden, home, kitchen, outdoors, plain, sound, travel
from assets.sheet import Motif

FAMILIES: tuple[ModuleType, ...] = (kitchen, home, desk, sound, travel, clothing, outdoors, garden, plain)


def motif(name: str) -> Motif:
    """The function that draws it.

    Raises:
        KeyError: no family has such a motif.
    """
    for family in FAMILIES:
        if name in vars(family):
            draw: Motif = vars(family)[name]
            return draw
    raise KeyError(name)
