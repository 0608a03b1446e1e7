"""Pictures from outside: decoded, turned upright, made smaller and written anew, so that nothing else of them stays.

A script, an SVG, a bomb of pixels or a file that only calls itself a picture is refused before it is decoded or while.
"""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from models.catalog.product_pictures import Upload
from models.shared.errors import FieldError, Invalid

FORMATS = ("PNG", "JPEG", "WEBP")
LARGEST_BYTES = 5 * 1024 * 1024
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 1600
QUALITY = 82


def made_anew(content: bytes) -> Upload:
    """The picture as the shop keeps it. It takes a while: call it on a thread. Raises Invalid."""
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
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _refused("This is no PNG, JPEG or WebP picture that can be used.") from error
    except Exception as error:  # a broken file fails in as many ways as there are decoders
        raise _refused("This picture is broken.") from error


def _encode(content: bytes) -> Upload:
    with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise _refused(f"A picture has at most {MOST_PIXELS // 1_000_000} million pixels.")
        upright = ImageOps.exif_transpose(picture)
        plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    file = io.BytesIO()
    plain.save(file, "WEBP", quality=QUALITY, method=4, exif=b"", icc_profile=b"", xmp=b"")
    return Upload(file.getvalue(), plain.width, plain.height)


def _refused(words: str) -> Invalid:
    return Invalid(words, errors=[FieldError("picture", "not_a_picture", words)])
