"""Passwords: what a new one must be, and how one is hashed and checked without holding up the event loop."""

import asyncio
import functools
import itertools
import re
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from passlib.hash import argon2

from models.accounts import bcrypt_hashes
from models.accounts.common_passwords import is_listed
from models.shared.errors import Busy

argon2.set_backend("argon2_cffi")  # now: passlib finds it at the first call otherwise, and two first calls trip over it
HASHER: Any = argon2.using(type="ID", memory_cost=19_456, time_cost=2, parallelism=1)  # KiB; tests make it cheap
SHORTEST = {"customer": 12, "admin": 15}  # characters
LONGEST = 1_024  # bytes
FEWEST_DIFFERENT = 5  # characters, in a short password
SHORT = 24  # characters; no list of common ones has longer runs and repetitions
SHIPPED = ("admin123",)  # every password that a seed ever gave to an account
MOST_WAITING = 200  # for a thread; at 25 ms each the last one waits a few seconds
THREADS = 2  # argon2 lets go of the interpreter: more would only take the processors from the shop's pages
SHORTEST_WORD = 3  # characters; less is no word, but what digits and signs stand around
BETWEEN_LETTERS = re.compile(r"[^\W\d_](?:.*[^\W\d_])?", re.S)
LOOKALIKES = str.maketrans("013457@$!", "oleastasi")

_threads = ThreadPoolExecutor(THREADS, thread_name_prefix="passwords")
_waiting = 0


def objection(password: str, role: str = "customer") -> str | None:
    """Why this cannot become a password, as a sentence for the person who chose it; None if it can."""
    if len(password) < SHORTEST[role]:
        return f"Use at least {SHORTEST[role]} characters."
    if len(_bytes(password)) > LONGEST:
        return f"Use at most {LONGEST:,} bytes. Letters outside English take two to four."
    if is_common(password):
        return "This password is too common: it is on lists that attackers try first."
    return None


def is_common(password: str) -> bool:
    """Whether it is a well-known password or word, also when dressed up with digits, signs or look-alikes."""
    text = _plain(password)
    if len(text) < SHORT and (len(set(text)) < FEWEST_DIFFERENT or _is_run(text)):
        return True
    word = _base(text)
    return any(map(is_listed, (text, word, word.translate(LOOKALIKES), _base(text.translate(LOOKALIKES)))))


def inside(password: str) -> str:
    """What a common password is listed as: the word in it or, where there is none to speak of, the whole of it."""
    text = _plain(password)
    word = _base(text)
    return word if len(word) >= SHORTEST_WORD else text


def hash_password(password: str) -> str:
    """The Argon2id hash to keep. It takes some 25 ms of the calling thread."""
    hashed: str = HASHER.hash(_bytes(password))
    return hashed


def is_password(given: str, stored: str | None) -> bool:
    """Whether `given` is the password behind `stored`. Without a stored one it takes as long, and it is not."""
    if stored is not None and bcrypt_hashes.is_bcrypt(stored):
        return bcrypt_hashes.is_password(given.encode(), stored)
    text = _bytes(given)
    known = stored is not None and len(text) <= LONGEST
    matches: bool = HASHER.verify(text[:LONGEST], stored if known else _nobodys_hash())
    return matches and known


def needs_rehash(stored: str) -> bool:
    """Whether the hash was made with weaker parameters than today's."""
    return bcrypt_hashes.is_bcrypt(stored) or bool(HASHER.needs_update(stored))


async def hash_in_thread(password: str) -> str:
    """`hash_password` beside the event loop. Raises `Busy` when too many wait already."""
    return str(await _in_thread(hash_password, password))


async def check_in_thread(given: str, stored: str | None) -> bool:
    """`is_password` beside the event loop. Raises `Busy` when too many wait already."""
    return bool(await _in_thread(is_password, given, stored))


T = TypeVar("T")


async def _in_thread(function: Callable[..., T], *values: object) -> T:
    global _waiting  # noqa: PLW0603  one pool a process
    if _waiting >= MOST_WAITING:
        raise Busy("Many people are signing in just now. Please try again in a moment.", retry_after=2)
    _waiting += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_threads, function, *values)
    finally:
        _waiting -= 1


def _bytes(password: str) -> bytes:
    return unicodedata.normalize("NFC", password).encode()  # the same text from any keyboard


def _plain(password: str) -> str:
    return unicodedata.normalize("NFKC", password).casefold()


def _base(text: str) -> str:
    """The word inside: once if it repeats, and without what is not a letter at both ends."""
    found = BETWEEN_LETTERS.search(_once(text) if len(text) < SHORT else text)
    return found[0] if found else ""


def _once(text: str) -> str:
    """What a text repeats, in its shortest form; the text itself where it repeats nothing."""
    sizes = range(SHORTEST_WORD, len(text) // 2 + 1)
    return next((text[:size] for size in sizes if text == text[:size] * (len(text) // size)), text)


def _is_run(text: str) -> bool:
    """Characters that count up or down, such as 123456789012 or zyxwvutsrqpo."""
    steps = {ord(after) - ord(before) for before, after in itertools.pairwise(text)}
    return steps <= {1, -9} or steps <= {-1, 9}


@functools.cache
def _nobodys_hash() -> str:
    return hash_password("nobody has this password")
