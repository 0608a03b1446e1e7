"""Pictures from outside: what is taken in comes out as WebP and nothing else; all the rest is refused in words."""

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image

from models.shared.errors import Invalid
from pipelines.gateways.picture_files import LONGEST_SIDE, made_anew


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: Any) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, "red").save(file, kind, **options)
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_pictures_come_out_as_webp(kind: str) -> None:
    upload = made_anew(picture(kind))
    assert (upload.width, upload.height) == (60, 40)
    assert opened(upload.content).format == "WEBP"
    assert upload.name.endswith(".webp")


def test_large_ones_are_made_smaller_and_keep_their_shape() -> None:
    upload = made_anew(picture(size=(LONGEST_SIDE * 2, LONGEST_SIDE)))
    assert (upload.width, upload.height) == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_they_stand_upright_and_carry_nothing_else() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010E] = "a secret place"
    upload = made_anew(picture("JPEG", exif=exif))
    assert (upload.width, upload.height) == (40, 60)
    assert b"secret place" not in upload.content
    assert not opened(upload.content).getexif()


def test_transparency_stays() -> None:
    assert opened(made_anew(picture(mode="RGBA")).content).mode in ("RGBA", "RGB")
    clear = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(clear, "PNG")
    assert opened(made_anew(clear.getvalue()).content).mode == "RGBA"


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG that claims to be vast."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"GIF89a" + b"\0" * 100,
        picture("GIF"),
        picture("BMP"),
        picture()[:60],
        bomb(),
        bomb(8000, 8000),
        picture()[:20] + b"<script>alert(1)</script>" * 20,
        b"\0" * (5 * 1024 * 1024 + 1),
    ],
    ids=["empty", "words", "svg", "fake gif", "gif", "bmp", "cut", "bomb", "large", "script", "too long"],
)
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(Invalid):
        made_anew(content)
