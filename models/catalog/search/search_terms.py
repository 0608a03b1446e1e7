"""The terms a product is found by: the same letters and words are made from what is sold and from what is typed.

Letters lose their case and their marks in every script, and those that do not decompose get their usual spelling.
Words also stand without their plural ending; parts that people write together or apart stand both ways; "and" is the
same as "&" and may be left out; scripts that leave no space between words are cut into single letters and pairs.
"""

import itertools
import unicodedata
from collections.abc import Iterable, Iterator

from models.shared.letters import fold

LONGEST_TERM = 64
MOST_TERMS = 4_000  # of one text; a description has at most 20,000 characters
SHORTEST_PLURAL = 4
SHORTEST_OES = 6  # heroes of a hero; toes and shoes have an "e" of their own
SHORTEST_UNSPACED, LONGEST_UNSPACED = 5, 12  # letters of a word of an unspaced script that may hold a typing error
JOINERS = "'’‘ʼ`´-‐‑._׳״"  # within a word: chef's, t-shirt, a SKU's dashes and dots
CONJUNCTIONS = {"and", "n", "und", "et", "y", "en", "og", "och", "и", "και"}  # "&" between two words
TOGETHER = ("", "and", "n")  # how two words around a conjunction are written together
GERMANIC = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai and Lao
    (0x0F00, 0x0FFF),  # Tibetan
    (0x1000, 0x109F),  # Myanmar
    (0x1100, 0x11FF),  # Hangul letters
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # parts of Han letters
    (0x3005, 0x3007),
    (0x3041, 0x318F),  # kana, Bopomofo, Hangul letters
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0xA4CF),  # Han and Yi
    (0xAC00, 0xD7FF),  # Hangul
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
Alternative = tuple[str, ...]  # terms that all have to be there


def terms_of(text: str, *, with_joined: bool = False) -> list[str]:
    """All terms of a text, each once; `with_joined` also neighbours written together (`tea pot` is `teapot`)."""
    terms = dict[str, None]()
    for spelling in _spellings(text):
        chunks = list(_chunks(spelling.replace("&", " and ")))
        for parts in chunks:
            terms.update(dict.fromkeys(_terms_of_chunk(parts)))
        terms.update(dict.fromkeys(_pairs_between(chunks)))
        if with_joined:
            terms.update(dict.fromkeys(_joined(chunks)))
        if len(terms) > MOST_TERMS:
            break
    return [term for term in terms if len(term) <= LONGEST_TERM][:MOST_TERMS]


def words_typed(text: str, most: int) -> list[list[Alternative]]:
    """For each word of a query the ways it may be met, the plainest first. At most `most` words."""
    spellings = [list(_chunks(spelling))[:most] for spelling in _spellings(text)]
    last = len(spellings[0]) - 1
    left_out = {place for place, parts in enumerate(spellings[0]) if 0 < place < last and _is_conjunction(parts)}
    spellings = [[parts for place, parts in enumerate(each) if place not in left_out] for each in spellings]
    words = list[list[Alternative]]()
    for place in range(len(spellings[0])):
        ways = dict[Alternative, None]()
        for chunks in spellings:
            ways.update(dict.fromkeys(_ways(chunks, place)))
        words.append(list(ways))
    return [ways for ways in words if ways]


def singulars(word: str) -> list[str]:
    """What the word may be the plural of; none when it is no plural."""
    if len(word) < SHORTEST_PLURAL or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return []
    found = [word[:-1]]
    if word.endswith("ies"):
        found.append(word[:-3] + "y")
    elif word.endswith("ves"):
        found += [word[:-3] + "f", word[:-3] + "fe"]
    elif word.endswith(("ses", "xes", "zes", "ches", "shes")) or (word.endswith("oes") and len(word) >= SHORTEST_OES):
        found.append(word[:-2])
    return found


def with_one_error(pairs: Alternative) -> list[Alternative]:
    """What is left of the pairs of a word of an unspaced script when one letter is wrong, missing or too many."""
    if not SHORTEST_UNSPACED <= len(pairs) + 1 <= LONGEST_UNSPACED or not all(map(_is_pair, pairs)):
        return []
    return [pairs[:place] + pairs[place + 2 :] for place in range(len(pairs) - 1)]


def is_unspaced(letter: str) -> bool:
    """Whether the letter is of a script that leaves no space between words, or joins particles to them."""
    code = ord(letter)
    return code >= UNSPACED[0][0] and any(first <= code <= last for first, last in UNSPACED)


def _spellings(text: str) -> list[str]:
    """The folded text; and once more with umlauts spelt out, as people do who have no such keys."""
    spelt_out = unicodedata.normalize("NFC", text).lower().translate(GERMANIC)
    folded, other = fold(text), fold(spelt_out)
    return [folded] if other == folded else [folded, other]


def _chunks(folded: str) -> Iterator[list[str]]:
    """What stands between blanks and punctuation, as the parts that dashes, dots and apostrophes join."""
    parts, part = list[str](), ""
    for letter in [*folded, " "]:
        if letter.isalnum() or unicodedata.category(letter)[0] == "M":
            if part and is_unspaced(letter) != is_unspaced(part[-1]):
                parts, part = [*parts, part], ""
            part += letter
            continue
        if part:
            parts, part = [*parts, part], ""
        if letter not in JOINERS and parts:
            yield parts
            parts = []


def _terms_of_chunk(parts: list[str]) -> Iterator[str]:
    whole = "".join(parts) if len(parts) > 1 and not any(is_unspaced(part[0]) for part in parts) else ""
    for part in [*parts, whole] if whole else parts:
        if is_unspaced(part[0]):
            yield from part
            yield from _pairs(part)
        else:
            yield part
            yield from singulars(part)


def _joined(chunks: list[list[str]]) -> Iterator[str]:
    parts = [part for chunk in chunks for part in chunk if not is_unspaced(part[0])]
    for first, second in itertools.pairwise(parts):
        yield first + second
        yield from singulars(first + second)
    for first, second, third in zip(parts, parts[1:], parts[2:], strict=False):
        between = (second, *TOGETHER) if second in CONJUNCTIONS else (second,)
        for form in (first + middle + third for middle in between):
            yield form
            yield from singulars(form)


def _pairs_between(chunks: list[list[str]]) -> Iterator[str]:
    """The pairs that words of unspaced scripts make where somebody leaves the blank between them out."""
    for first, second in itertools.pairwise(part for chunk in chunks for part in chunk):
        if is_unspaced(first[-1]) and is_unspaced(second[0]):
            yield first[-1] + second[0]


def _ways(chunks: list[list[str]], place: int) -> Iterator[Alternative]:
    """A word itself, its parts, its singular, or it and a neighbour written together."""
    parts = chunks[place]
    whole = "".join(parts)
    if any(is_unspaced(part[0]) for part in parts):
        yield tuple(term for part in parts for term in _terms_sought(part))
        return
    if len(whole) > LONGEST_TERM:
        return
    for word in (whole, *singulars(whole)):
        yield (word,)
    if len(parts) > 1:
        yield tuple(parts)
        yield (parts[0], *(part for part in parts[1:-1] if part not in CONJUNCTIONS), parts[-1])
    for width in (2, 3):
        for first in range(max(0, place - width + 1), min(place, len(chunks) - width) + 1):
            joined = "".join(part for chunk in chunks[first : first + width] for part in chunk)
            if len(joined) <= LONGEST_TERM and not any(map(is_unspaced, joined)):
                yield from ((form,) for form in (joined, *singulars(joined)))


def _terms_sought(part: str) -> Iterable[str]:
    return _pairs(part) if is_unspaced(part[0]) and len(part) > 1 else [part]


def _is_conjunction(parts: list[str]) -> bool:
    return len(parts) == 1 and parts[0] in CONJUNCTIONS


def _is_pair(term: str) -> bool:
    return len(term) == 2 and all(map(is_unspaced, term))


def _pairs(part: str) -> list[str]:
    return [part[place : place + 2] for place in range(len(part) - 1)]
