"""Pictures from outside: decoded, turned upright, made smaller and written anew, so that nothing else of them stays.

A script, an SVG, a bomb of pixels or a file that only calls itself a picture is refused before it is decoded or while.
"""

import asyncio
import io
import warnings
from concurrent.futures import ThreadPoolExecutor

from PIL import Image, ImageChops, ImageCms, ImageOps, UnidentifiedImageError

from models.catalog.product_pictures import SMALLER, Upload
from models.shared.errors import Invalid

FORMATS = ("PNG", "JPEG", "WEBP")
LARGEST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 24_000_000
DECODERS = 2  # threads of a process: one picture takes up to 200 MB while it is decoded
LONGEST_SIDE = 1600
QUALITY = 82
SPACES = {"RGB": "RGB", "RGBA": "RGB", "P": "RGB", "CMYK": "CMYK"}  # what a profile speaks of; other modes are greys
PLACE_OF_DEPTH = 24  # in a PNG: behind its signature, the length and name of the first chunk, width and height
SCREEN = ImageCms.createProfile("sRGB")
TOO_LARGE = f"A picture has at most {MOST_PIXELS // 1_000_000} million pixels. Make it smaller first."
DRAWING = "An SVG is a drawing with room for scripts and is not taken. Save it as PNG."
NO_PICTURE = "This is no PNG, JPEG or WebP picture that can be used."

_decoders = ThreadPoolExecutor(DECODERS, thread_name_prefix="picture")


async def decode(content: bytes) -> Upload:
    """`made_anew` beside the event loop, two at once in this process; further ones wait. Raises Invalid."""
    return await asyncio.get_running_loop().run_in_executor(_decoders, made_anew, content)


async def narrowed(kept: bytes, width: int) -> Upload:
    """A picture that the shop has kept, at most so wide; made beside the event loop."""

    def make() -> Upload:
        with Image.open(io.BytesIO(kept)) as picture:
            return _narrowed(picture, width)

    return await asyncio.get_running_loop().run_in_executor(_decoders, make)


def made_anew(content: bytes) -> Upload:
    """The picture as the shop keeps it. It takes a while: await `decode` instead. Raises Invalid."""
    if not content:
        raise _refused("Choose a picture.")
    if len(content) > LARGEST_BYTES:
        raise _refused("A picture has at most 5 MB.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _encode(content)
    except Invalid:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _refused(TOO_LARGE) from error
    except UnidentifiedImageError as error:
        raise _refused(DRAWING if b"<svg" in content[:1000].lower() else NO_PICTURE) from error
    except Exception as error:  # a broken file fails in as many ways as there are decoders
        raise _refused("This picture is broken or was cut off. Upload it again, or save it anew.") from error


def _encode(content: bytes) -> Upload:
    with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise _refused(TOO_LARGE)
        if picture.format in ("PNG", "WEBP") and getattr(picture, "is_animated", False):  # a photo may hold a preview
            raise _refused("This picture moves. Use one that stands still.")
        profile, space = picture.info.get("icc_profile"), SPACES.get(picture.mode, "GRAY")
        _scale_clear_grey(picture, content)
        upright = _eight_bits(ImageOps.exif_transpose(picture))
        if upright.mode != "CMYK" or not profile:  # whose profile speaks of its four inks
            upright = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain = _for_screens(upright, profile, space) if profile else upright
    whole = _webp(plain)
    return Upload(
        whole.content, whole.width, whole.height, tuple((width, _narrowed(plain, width)) for width in SMALLER)
    )


def _narrowed(picture: Image.Image, width: int) -> Upload:
    """The picture at most so wide."""
    copy = picture.copy()
    copy.thumbnail((width, LONGEST_SIDE * 2))
    return _webp(copy)


def _webp(picture: Image.Image) -> Upload:
    file = io.BytesIO()
    picture.save(file, "WEBP", quality=QUALITY, method=4, exif=b"", icc_profile=b"", xmp=b"")
    return Upload(file.getvalue(), picture.width, picture.height)


def _eight_bits(picture: Image.Image) -> Image.Image:
    """The same greys in 8 bits, which Pillow would cut off at 255 rather than scale; other modes as they are."""
    if not picture.mode.startswith("I"):
        return picture
    words = picture.convert("I;16")
    grey = words.point(lambda value: value * (1 / 257) + 0.5).convert("L")
    clear = picture.info.get("transparency")  # the one grey that is not there
    if isinstance(clear, int):
        pairs = words.tobytes()
        low, high = (Image.frombytes("L", words.size, pairs[place::2]) for place in (0, 1))
        is_low = low.point([255 * (value == clear & 255) for value in range(256)])
        is_high = high.point([255 * (value == clear >> 8) for value in range(256)])
        grey.putalpha(ImageChops.invert(ImageChops.darker(is_low, is_high)))
    return grey


def _scale_clear_grey(picture: Image.Image, content: bytes) -> None:
    """The grey that is not there, of a PNG with 2 or 4 bits: Pillow scales the greys to 8 bits and leaves this one."""
    depth, clear = content[PLACE_OF_DEPTH], picture.info.get("transparency")
    if picture.format == "PNG" and picture.mode == "L" and depth in (2, 4) and isinstance(clear, int):
        picture.info["transparency"] = clear * 255 // (2**depth - 1)


def _for_screens(picture: Image.Image, profile: bytes, space: str) -> Image.Image:
    """The colours its profile means as sRGB, which every browser shows. A profile that does not fit is ignored."""
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space.strip() != space:
            raise ValueError(space)
        colours = picture.convert("L" if space == "GRAY" else space)
        plain = ImageCms.profileToProfile(colours, source, SCREEN, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture.convert("RGBA" if alpha else "RGB")
    assert plain is not None  # it is not changed in place
    if alpha:
        plain.putalpha(alpha)
    return plain


def _refused(words: str) -> Invalid:
    return Invalid.field("picture", "not_a_picture", words)
