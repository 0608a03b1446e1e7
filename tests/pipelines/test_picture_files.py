"""Pictures from outside: what is taken in comes out as WebP and nothing else; all the rest is refused in words."""

import asyncio
import io
import struct
import threading
import zlib
from typing import Any

import pytest
from PIL import Image, ImageCms

from models.shared.errors import Invalid
from pipelines.gateways.picture_files import DECODERS, LONGEST_SIDE, decode, made_anew


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


def middle(image: Image.Image, kind: str = "PNG", **options: Any) -> tuple[int, ...]:
    """What the shop keeps of a picture of one colour, in its middle: red, green, blue and how solid it is."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    kept = opened(made_anew(file.getvalue()).content).convert("RGBA")
    found = kept.getpixel((kept.width // 2, kept.height // 2))
    assert isinstance(found, tuple)
    return found


def chunk(name: bytes, body: bytes) -> bytes:
    """A part of a PNG, with its length and its checksum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def sixteen_bits(colour: int, *channels: int) -> bytes:
    """A PNG of 8 by 8 pixels with 16 bits for each channel, which Pillow does not write."""

    row = b"\0" + struct.pack(f">{len(channels)}H", *channels) * 8
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 16, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(row * 8)) + chunk(b"IEND", b"")


def palette() -> Image.Image:
    image = Image.new("P", (8, 8), 1)
    image.putpalette([0, 0, 0, 200, 100, 50])
    return image


GREY = (47, 47, 47, 255)
SWAPPED = (  # a profile that calls green what sRGB calls red
    ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    .tobytes()
    .replace(b"rXYZ", b"-XYZ")
    .replace(b"gXYZ", b"rXYZ")
    .replace(b"-XYZ", b"gXYZ")
)
COLOURS: list[tuple[str, Image.Image, dict[str, Any], tuple[int, ...]]] = [
    ("16-bit grey", Image.new("I;16", (100, 100), 12_000), {}, GREY),
    ("16-bit grey, white", Image.new("I;16", (8, 8), 65_535), {}, (255, 255, 255, 255)),
    ("16-bit grey, clear", Image.new("I;16", (8, 8), 12_000), {"transparency": 12_000}, (47, 47, 47, 0)),
    ("16-bit grey, solid", Image.new("I;16", (8, 8), 12_000), {"transparency": 12_001}, GREY),
    ("grey", Image.new("L", (8, 8), 47), {}, GREY),
    ("grey and alpha", Image.new("LA", (8, 8), (47, 128)), {}, (47, 47, 47, 128)),
    ("black and white", Image.new("1", (8, 8), 1), {}, (255, 255, 255, 255)),
    ("palette", palette(), {}, (200, 100, 50, 255)),
    ("palette, clear", palette(), {"transparency": 1}, (200, 100, 50, 0)),
    ("profile", Image.new("RGB", (8, 8), (255, 0, 0)), {"icc_profile": SWAPPED}, (0, 255, 0, 255)),
    ("profile, alpha", Image.new("RGBA", (8, 8), (255, 0, 0, 90)), {"icc_profile": SWAPPED}, (0, 255, 0, 90)),
    ("broken profile", Image.new("RGB", (8, 8), (200, 100, 50)), {"icc_profile": b"x" * 200}, (200, 100, 50, 255)),
    ("other profile", Image.new("L", (8, 8), 47), {"icc_profile": SWAPPED}, GREY),
    ("inks", Image.new("CMYK", (8, 8), (0, 155, 205, 0)), {"kind": "JPEG", "quality": 95}, (255, 100, 50, 255)),
    (
        "inks, other profile",
        Image.new("CMYK", (8, 8), (0, 155, 205, 0)),
        {"kind": "JPEG", "icc_profile": SWAPPED},
        (255, 100, 50, 255),
    ),
]


@pytest.mark.parametrize(
    ("image", "options", "expected"), [row[1:] for row in COLOURS], ids=[row[0] for row in COLOURS]
)
def test_colours_stay_whatever_the_depth_the_mode_and_the_profile(
    image: Image.Image, options: dict[str, Any], expected: tuple[int, ...]
) -> None:
    found = middle(image, **options)
    if expected[3:] == (0,):  # nobody sees the colour of what is clear
        assert found[3] == 0
    else:
        assert max(abs(a - b) for a, b in zip(found, expected, strict=True)) <= 8


@pytest.mark.parametrize(
    ("colour", "channels", "expected"),
    [
        (0, (12_000,), GREY),
        (2, (51_400, 25_700, 12_850), (200, 100, 50, 255)),
        (4, (12_000, 32_896), (47, 47, 47, 128)),
        (6, (51_400, 25_700, 12_850, 32_896), (200, 100, 50, 128)),
    ],
    ids=["grey", "colours", "grey and alpha", "colours and alpha"],
)
def test_sixteen_bits_a_channel_become_eight(colour: int, channels: tuple[int, ...], expected: tuple[int, ...]) -> None:
    kept = opened(made_anew(sixteen_bits(colour, *channels)).content).convert("RGBA").getpixel((4, 4))
    assert isinstance(kept, tuple)
    assert max(abs(a - b) for a, b in zip(kept, expected, strict=True)) <= 8


@pytest.mark.parametrize(("depth", "row"), [(1, b"\xff"), (2, b"\x55\x55"), (4, b"\x55" * 4)])
@pytest.mark.parametrize("is_clear", [True, False])
def test_a_clear_grey_is_clear_in_few_bits_too(depth: int, row: bytes, is_clear: bool) -> None:
    grey = row[0] >> (8 - depth)
    head = struct.pack(">IIBBBBB", 8, 8, depth, 0, 0, 0, 0)
    clear = struct.pack(">H", grey if is_clear else grey - 1)
    chunks = chunk(b"IHDR", head) + chunk(b"tRNS", clear) + chunk(b"IDAT", zlib.compress((b"\0" + row) * 8))
    kept = opened(made_anew(b"\x89PNG\r\n\x1a\n" + chunks + chunk(b"IEND", b"")).content).convert("RGBA")
    found = kept.getpixel((4, 4))
    assert isinstance(found, tuple)
    assert found[3] == (0 if is_clear else 255)


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG that claims to be vast."""

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def moving(kind: str) -> bytes:
    """Two pictures, one after the other."""
    return picture(kind, save_all=True, append_images=[Image.new("RGB", (60, 40), "blue")])


WORDS = {
    "empty": (b"", "Choose a picture"),
    "words": (b"not a picture", "no PNG, JPEG or WebP"),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "SVG"),
    "svg behind a prologue": (b'<?xml version="1.0"?>\n<!-- x -->\n<SVG></SVG>', "SVG"),
    "fake gif": (b"GIF89a" + b"\0" * 100, "no PNG, JPEG or WebP"),
    "gif": (picture("GIF"), "no PNG, JPEG or WebP"),
    "bmp": (picture("BMP"), "no PNG, JPEG or WebP"),
    "cut png": (picture()[:60], "cut off"),
    "cut jpeg": (picture("JPEG", (400, 400))[:-200], "cut off"),
    "cut webp": (picture("WEBP", (400, 400))[:-20], "cut off|no PNG"),
    "bomb": (bomb(), "24 million pixels"),
    "large": (bomb(8000, 8000), "24 million pixels"),
    "just too large": (bomb(6000, 4001), "24 million pixels"),
    "just large enough, but empty": (bomb(6000, 4000), "cut off"),
    "moving png": (moving("PNG"), "moves"),
    "moving webp": (moving("WEBP"), "moves"),
    "script": (picture()[:20] + b"<script>alert(1)</script>" * 20, "cut off|no PNG"),
    "too long": (b"\0" * (5 * 1024 * 1024 + 1), "5 MB"),
}


@pytest.mark.parametrize(("content", "words"), WORDS.values(), ids=list(WORDS))
def test_anything_else_is_refused_with_a_sentence_that_says_why(content: bytes, words: str) -> None:
    with pytest.raises(Invalid, match=words):
        made_anew(content)


@pytest.mark.asyncio
async def test_two_pictures_are_decoded_at_once_and_the_others_wait() -> None:
    uploads = await asyncio.gather(*(decode(picture(size=(900, 900 + number))) for number in range(6)))
    assert [upload.height for upload in uploads] == [900 + number for number in range(6)]
    threads = [thread for thread in threading.enumerate() if thread.name.startswith("picture")]
    assert 0 < len(threads) <= DECODERS == 2
