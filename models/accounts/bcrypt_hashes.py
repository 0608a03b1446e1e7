"""Checks bcrypt hashes of accounts that were taken over, by the system's own libcrypt; new ones are never made.

Python's `crypt` is gone from 3.13 on, and no wheel is needed for what every Linux has. Where the library is missing, or
knows no bcrypt (macOS), such an account opens with no password, and its owner asks for a link by mail.
"""

import ctypes
import ctypes.util
import functools
import hmac
from collections.abc import Callable

PREFIXES = ("$2a$", "$2b$", "$2y$")
ROOM_BYTES = 65_536  # of struct crypt_data, twice
PROBE = b"$2b$04$abcdefghijklmnopqrstuu"  # the fewest rounds


def is_bcrypt(stored: str) -> bool:
    """Whether this hash is one of bcrypt."""
    return stored.startswith(PREFIXES)


def is_password(given: bytes, stored: str) -> bool:
    """Whether `given` is the password behind `stored`. It lets go of the interpreter meanwhile."""
    crypt = _crypt()
    if crypt is None or b"\0" in given:
        return False
    found = crypt(given, stored.encode(), ctypes.create_string_buffer(ROOM_BYTES))
    return found is not None and hmac.compare_digest(found, stored.encode())


def is_supported() -> bool:
    """Whether this system can check them."""
    return _crypt() is not None


@functools.cache
def _crypt() -> Callable[[bytes, bytes, object], bytes | None] | None:
    """libcrypt's reentrant function; None where there is none that knows bcrypt."""
    name = ctypes.util.find_library("crypt")
    try:
        function = ctypes.CDLL(name or "libcrypt.so.1").crypt_r
    except (OSError, AttributeError):
        return None
    function.restype = ctypes.c_char_p
    function.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p)
    hashed = function(b"probe", PROBE, ctypes.create_string_buffer(ROOM_BYTES))
    return function if hashed and hashed.startswith(PROBE[:7]) and len(hashed) == 60 else None
