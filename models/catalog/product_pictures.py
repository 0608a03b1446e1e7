"""The pictures of a product: up to eight, in an order, each with words for those who do not see it. All audited."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.catalog.product_rows import find_row
from models.database import Transaction
from models.shared.errors import Invalid, NotAllowedNow, NotFound
from models.shared.public_ids import is_public_id
from models.tables.catalog_tables import Product, ProductImage
from models.tables.media_tables import Media

MOST = 8
SMALLER = (400, 800)  # pixels of the widths that a picture is kept in beside its own
LONGEST_ALT = 200
LONGEST_FILE_NAME = 80
FOLDER = "media/"


KEEP = """
INSERT INTO media (name, content, width, height, created_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING
"""
KEEP_SIZE = """
INSERT INTO media (name, content, width, height, created_at)
SELECT CAST(? AS VARCHAR(80)), ?, CAST(? AS INTEGER), CAST(? AS INTEGER), CAST(? AS BIGINT) FROM media WHERE name = ?
ON CONFLICT (name) DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture that was decoded and made anew: WebP."""

    content: bytes
    width: int
    height: int
    smaller: "tuple[tuple[int, Upload], ...]" = ()  # the same for each width of SMALLER

    @property
    def name(self) -> str:
        return f"{hashlib.sha256(self.content).hexdigest()[:32]}.webp"


def name_at(name: str, width: int) -> str:
    """The name of a picture's file in a smaller width: `3f2a….webp` at 400 is `3f2a…-400.webp`."""
    return f"{name.removesuffix('.webp')}-{width}.webp"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What is wanted of the pictures that are there, by their ids: words, which go, and which is shown first."""

    alts: Mapping[int, str]
    removed: frozenset[int] = frozenset()
    first: int | None = None


async def of_product(tx: Transaction, public_id: str) -> list[ProductImage]:
    """Its pictures in their order."""
    product = await Product.get_or_none(public_id=public_id) if is_public_id(public_id) else None
    return await _pictures(product.id) if product else []


async def refuse_full(tx: Transaction, public_id: str, removed: frozenset[int] = frozenset()) -> None:
    """Before a picture is decoded; those in `removed` are about to go. Raises ProductNotFound, NotAllowedNow."""
    product = await find_row(public_id, lock=False)
    staying = [each for each in await _pictures(product.id) if each.id not in removed]
    if len(staying) >= MOST:
        raise _full()


async def add(tx: Transaction, actor: Actor, public_id: str, upload: Upload, alt: str) -> None:
    """Hang one more picture behind the others.

    Raises:
        ProductNotFound: there is no such product.
        Invalid: the words are too long.
        NotAllowedNow: it has eight already.
    """
    _refuse_long(alt)
    product = await find_row(public_id)
    known = await _pictures(product.id)
    if len(known) >= MOST:
        raise _full()
    await tx.execute(KEEP, *_file(upload.name, upload, tx.now))
    for width, made in upload.smaller:
        await tx.execute(KEEP, *_file(name_at(upload.name, width), made, tx.now))
    position = known[-1].position + 1 if known else 0
    path = FOLDER + upload.name
    await ProductImage.create(product_id=product.id, path=path, alt=alt.strip(), position=position)
    await _show_first(product, tx.now)
    await audit_log.record(tx, actor, "product.picture_add", ("product", public_id), after={"path": path, "alt": alt})


async def arrange(tx: Transaction, actor: Actor, public_id: str, wanted: Arrangement) -> None:
    """Describe, order and remove pictures; those that nothing is said of stay as they are. Raises NotFound, Invalid."""
    known = await of_product(tx, public_id)
    for image in known:
        is_first = image.id == wanted.first and image is not known[0]
        alt = wanted.alts.get(image.id, image.alt)
        if image.id in wanted.removed:
            await remove(tx, actor, public_id, image.id)
        elif is_first or alt.strip() != image.alt:
            await describe(tx, actor, public_id, image.id, alt, first=is_first)


async def describe(tx: Transaction, actor: Actor, public_id: str, image_id: int, alt: str, *, first: bool) -> None:
    """Change the words of a picture; with `first` it is shown before the others. Raises NotFound, Invalid."""
    _refuse_long(alt)
    product = await find_row(public_id)
    image = await _image(product.id, image_id)
    sides = {"path": image.path, "alt": image.alt}
    image.alt = alt.strip()
    if first:
        image.position = min(each.position for each in await _pictures(product.id)) - 1
    await image.save()
    await _show_first(product, tx.now)
    after = {"alt": alt.strip(), "first": first}
    await audit_log.record(tx, actor, "product.picture_change", ("product", public_id), before=sides, after=after)


async def remove(tx: Transaction, actor: Actor, public_id: str, image_id: int) -> None:
    """Take a picture down; the file goes when no product shows it any more. Raises NotFound."""
    product = await find_row(public_id)
    image = await _image(product.id, image_id)
    await image.delete()
    await _show_first(product, tx.now)
    if not await ProductImage.exists(path=image.path):
        name = image.path.removeprefix(FOLDER)
        await Media.filter(name__in=[name, *(name_at(name, width) for width in SMALLER)]).delete()
    before = {"path": image.path, "alt": image.alt}
    await audit_log.record(tx, actor, "product.picture_remove", ("product", public_id), before=before)


async def content_of(tx: Transaction, name: str) -> bytes:
    """The file of this name. Raises NotFound."""
    found = await Media.get_or_none(name=name) if len(name) <= LONGEST_FILE_NAME else None
    if found is None:
        raise NotFound("There is no such picture.")
    return found.content


async def keep_size(tx: Transaction, name: str, width: int, made: Upload) -> None:
    """Keep a picture in a smaller width too, as long as the picture itself is there."""
    await tx.execute(KEEP_SIZE, *_file(name_at(name, width), made, tx.now), name)


def _file(name: str, upload: Upload, now: int) -> tuple[object, ...]:
    return name, upload.content, upload.width, upload.height, now


async def _pictures(product_id: int) -> list[ProductImage]:
    return await ProductImage.filter(product_id=product_id).order_by("position", "id")


async def _show_first(product: Product, now: int) -> None:
    """Cards and carts show the first picture."""
    pictures = await _pictures(product.id)
    product.picture = pictures[0].path if pictures else ""
    product.version, product.updated_at = product.version + 1, now
    await product.save(update_fields=["picture", "version", "updated_at"])


async def _image(product_id: int, image_id: int) -> ProductImage:
    found = await ProductImage.get_or_none(id=image_id, product_id=product_id)
    if found is None:
        raise NotFound("There is no such picture.")
    return found


def _full() -> NotAllowedNow:
    return NotAllowedNow(f"A product has at most {MOST} pictures. Delete one first.", state="full")


def _refuse_long(alt: str) -> None:
    if len(alt) > LONGEST_ALT:
        words = f"Use at most {LONGEST_ALT} characters."
        raise Invalid.field("alt", "too_long", words)
