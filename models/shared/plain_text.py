"""Texts that people type, as they are kept: composed (NFC), and without characters that nobody sees and that mislead.

What joins letters (ZWJ, ZWNJ, soft hyphens) stays inside of a text; a text that holds nothing visible is empty.
"""

import unicodedata

TABS_AND_LINES = "\t\n\r"
# Overrides and isolates of direction, and what marks nothing: zero-width spaces, word joiners, byte order marks.
REMOVED = dict.fromkeys(
    [0x180E, 0x200B, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC)]
)
FILLERS = "\u115f\u1160\u2800\u3164\uffa0"  # letters by their category, and empty to the eye
# Marks that only choose a variant of the letter before them, or join it to the next: nobody sees them by themselves.
SELECTORS = dict.fromkeys(
    [0x34F, 0x17B4, 0x17B5, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)]
)
INVISIBLE = {"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me", "Zs", "Zl", "Zp"}


def plain(text: str) -> str:
    """The text as it is kept; empty if nothing of it can be seen."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text).translate(REMOVED)
    return composed if any(map(_is_visible, composed)) else ""


def has_control(text: str, *, but: str = "") -> bool:
    """Whether it holds control characters other than these: what a line break is where there is one line is one too."""
    return any(_is_control(letter) and letter not in but for letter in text)


def without_control(text: str, *, but: str) -> str:
    """The text without what `has_control` finds."""
    return "".join(letter for letter in text if letter in but or not _is_control(letter))


def name_key(name: str) -> str:
    """What two names have in common that are the same name to people: width, ligatures, case and blanks aside."""
    compared = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name.translate(SELECTORS)).casefold())
    seen = "".join(letter for letter in compared if unicodedata.category(letter) != "Cf" and letter not in FILLERS)
    return " ".join(seen.split())


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Zl", "Zp")


def _is_visible(letter: str) -> bool:
    return unicodedata.category(letter) not in INVISIBLE and letter not in FILLERS
