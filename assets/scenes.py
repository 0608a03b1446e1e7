"""Where things are shown beside their portrait: at home, out of doors, and with the box they come in."""

from assets.sheet import Sheet


def room(s: Sheet) -> None:
    """A room: a window, boards, and a plant that shows how large the rest is."""
    _window(s)
    _boards(s)
    _plant(s)


def meadow(s: Sheet) -> None:
    """A meadow with hills behind it."""
    s.circle("butter.light", 322, 78, 34)
    s.path("leaf.light", "M0 262q90-74 190-20t210-32v190H0z")
    s.path("leaf", "M0 306q120-22 220-6t180-10v110H0z")
    s.line("leaf.dark", "M40 366l5-14M48 366l-4-12M330 372l5-14M338 372l-3-12M120 386l4-12M264 350l4-10", 3)
    s.rect("walnut", 54, 210, 12, 74, 3)
    s.circle("moss", 60, 176, 46)
    s.circle("moss.light", 46, 160, 14)


def _window(s: Sheet) -> None:
    s.rect("white", 34, 28, 128, 148, 6)
    s.rect("ocean.light", 44, 38, 108, 128, 3)
    s.path("shine", "M44 120L126 38h26v20L60 166H44z")
    s.rect("white", 94, 38, 8, 128)
    s.rect("white", 44, 96, 108, 8)
    s.rect("white.dark", 26, 174, 144, 10, 4)


def _boards(s: Sheet) -> None:
    s.rect("oak", 0, 318, 400, 82)
    s.rect("oak.light", 0, 318, 400, 7)
    s.line("oak.dark", "M20 352H170M210 372H380M60 388H150M250 345H330", 2)


def _plant(s: Sheet) -> None:
    s.oval("shade", 76, 342, 40, 6)
    for leaf in (
        "M74 280q-44-18-42-64 40 8 42 64z",
        "M76 280q-10-58 14-92 26 40-14 92z",
        "M80 280q6-44 46-52-2 40-46 52z",
    ):
        s.path("leaf", leaf)
    s.line("leaf.dark", "M74 282q-18-24-30-46M78 282q2-44 10-74M82 280q14-24 34-42", 3)
    s.path("clay", "M44 280h66l-9 60H53z")
    s.rect("clay.light", 40, 274, 74, 14, 4)


def box(s: Sheet) -> None:
    """An open box of cardboard with the shop's mark on it."""
    s.shadow(104, 346, 282)
    s.path("oak.dark", "M196 176h168v40H196z")
    s.rect("oak", 190, 206, 180, 140, 4)
    s.path("oak.light", "M190 206l-26-34h34l22 34zM370 206l24-36h-36l-20 36z")
    s.rect("sand.light", 268, 206, 24, 44)
    s.circle("oak.dark", 326, 302, 20)
    s.circle("oak", 326, 302, 13)
    s.circle("oak.dark", 326, 302, 4)
    s.line("oak.dark", "M326 284v36M308 302h36", 4)
