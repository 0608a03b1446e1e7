"""Letters as people compare them: folded for a search, and in the order of a list, the same on every database."""

import re
import unicodedata

SPELT = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t"}
    | {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ٱ": "ا", "ـ": None}  # letters of Arabic and Persian keyboards
    | {chr(code): chr(code - 0x60) for code in range(0x30A1, 0x30F7)}  # katakana as hiragana
)
KEPT_MARKS = {8, 9, 103, 107, 118, 122}  # combining classes: kana voicing, virama, Thai and Lao vowels and tones
LONGEST_KEY = 200
NUMBER = re.compile(r"\d++(?:\.\d++)?+")
WHOLE_NUMBER = re.compile(r"\d++")
OWN_LETTERS = str.maketrans({"й": "и\u052f", "Й": "и\u052f"})  # a letter of its own, behind every word with и


def fold(text: str) -> str:
    """The text as it is compared: without case, marks, ligatures, invisible characters and widths."""
    if text.isascii():
        return text.lower()
    decomposed = "".join(filter(None, map(_plain, unicodedata.normalize("NFKD", text))))
    folded = unicodedata.normalize("NFKD", decomposed.casefold()).translate(SPELT)
    return unicodedata.normalize("NFC", "".join(filter(None, map(_plain, folded))))


def sort_key(text: str) -> str:
    """What names are sorted by, compared by code points: without case and marks, and with numbers by their value."""
    return _key(text, NUMBER)


def code_key(text: str) -> str:
    """What codes such as SKUs are sorted by: the numbers between dots are whole ones."""
    return _key(text, WHOLE_NUMBER)


def _key(text: str, number: re.Pattern[str]) -> str:
    folded = fold(text.translate(OWN_LETTERS))
    numbers = number.split(folded)
    values = [_by_value(each[0]) for each in number.finditer(folded)]
    pieces = ["".join(map(_or_blank, each)) for each in numbers]
    key = pieces[0] + "".join(value + piece for value, piece in zip(values, pieces[1:], strict=True))
    return " ".join(key.split())[:LONGEST_KEY]


def _by_value(number: str) -> str:
    """Digits that compare as the number does: how many there are comes first."""
    whole, _, fraction = number.partition(".")
    digits = whole.lstrip("0")[:99]
    return f"{len(digits):02d}{digits}" + (f".{fraction}" if fraction.strip("0") else "")


def _or_blank(letter: str) -> str:
    """Punctuation separates words and has no place of its own."""
    return letter if unicodedata.category(letter)[0] in "LNM" else " "


def _plain(letter: str) -> str:
    """The letter, or nothing for a mark or an invisible character; a digit of any script is 0 to 9."""
    category = unicodedata.category(letter)
    if category in ("Cf", "Me") or 0xFE00 <= ord(letter) <= 0xFE0F or letter in "\u034f\u115f\u1160\u3164":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    combining = unicodedata.combining(letter)
    return "" if combining and combining not in KEPT_MARKS else letter
