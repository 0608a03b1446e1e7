"""A page compressed once, into which each answer's own words are put without compressing it again.

Between the pieces of the page stand words of a fixed length, a form's token. They are written as stored blocks of
deflate (RFC 1951, 3.2.4), so nothing that is compressed refers to them, and how small a page becomes tells nothing
about them.
"""

import struct
import zlib
from collections.abc import Sequence

LEVEL = 6
HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"  # gzip (RFC 1952), no time, no name
END = b"\x03\x00"  # an empty last block
WINDOW = 32 * 1024
NEVER_IN_UTF8 = b"\xff"  # stands for the words in the window: nothing in a text is equal to it


class SplicedGzip:
    """The compressed pieces of one page."""

    def __init__(self, pieces: Sequence[bytes], gap: int) -> None:
        """Compress the pieces, between which there will be `gap` bytes each."""
        self._pieces, self._gap = pieces, gap
        self._compressed: list[bytes] = []
        before = b""
        for piece in pieces:
            deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS, zdict=before[-WINDOW:])
            self._compressed.append(deflate.compress(piece) + deflate.flush(zlib.Z_SYNC_FLUSH))
            before += piece + NEVER_IN_UTF8 * gap

    @property
    def size(self) -> int:
        """Bytes of what is kept, besides the pieces."""
        return sum(map(len, self._compressed))

    def filled(self, words: bytes) -> bytes:
        """The gzip of the page with these words in every gap. Raises ValueError for words of another length."""
        if len(words) != self._gap and len(self._pieces) > 1:
            raise ValueError(f"the gaps have {self._gap} bytes, not {len(words)}")
        stored = b"\x00" + struct.pack("<HH", len(words), len(words) ^ 0xFFFF) + words
        check = zlib.crc32(self._pieces[0])
        for piece in self._pieces[1:]:
            check = zlib.crc32(piece, zlib.crc32(words, check))
        length = sum(map(len, self._pieces)) + len(words) * (len(self._pieces) - 1)
        return b"".join((HEAD, stored.join(self._compressed), END, struct.pack("<II", check, length & 0xFFFFFFFF)))
