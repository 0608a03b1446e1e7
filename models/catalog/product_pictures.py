"""The pictures of a product: up to eight, in an order, each with words for those who do not see it. All audited."""

import hashlib
from dataclasses import dataclass
from typing import Any

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Row, Transaction
from models.shared.errors import FieldError, Invalid, NotAllowedNow, NotFound, ProductNotFound

MOST = 8
LONGEST_ALT = 200
FOLDER = "media/"


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture that was decoded and made anew: WebP."""

    content: bytes
    width: int
    height: int

    @property
    def name(self) -> str:
        return f"{hashlib.sha256(self.content).hexdigest()[:32]}.webp"


async def of_product(tx: Transaction, public_id: str) -> list[dict[str, Any]]:
    """Its pictures in their order."""
    rows = await tx.fetch(
        "SELECT m.id, m.path, m.alt FROM product_image m JOIN product p ON p.id = m.product_id WHERE p.public_id = ?"
        " ORDER BY m.position, m.id",
        public_id,
    )
    return [dict(row) for row in rows]


async def refuse_full(tx: Transaction, public_id: str) -> None:
    """Before a picture is decoded. Raises ProductNotFound, NotAllowedNow."""
    row = await tx.fetch_one(
        "SELECT (SELECT count(*) FROM product_image m WHERE m.product_id = p.id) AS pictures FROM product p"
        " WHERE p.public_id = ?",
        public_id,
    )
    if row is None:
        raise ProductNotFound("There is no such product.")
    if row["pictures"] >= MOST:
        raise _full()


async def add(tx: Transaction, actor: Actor, public_id: str, upload: Upload, alt: str) -> None:
    """Hang one more picture behind the others.

    Raises:
        ProductNotFound: there is no such product.
        Invalid: the words are too long.
        NotAllowedNow: it has eight already.
    """
    _refuse_long(alt)
    product = await _product(tx, public_id)
    known = await tx.fetch("SELECT position FROM product_image WHERE product_id = ? ORDER BY position", product["id"])
    if len(known) >= MOST:
        raise _full()
    await tx.execute(
        "INSERT INTO media (name, content, width, height, created_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (name) DO NOTHING",
        *(upload.name, upload.content, upload.width, upload.height, tx.now),
    )
    position = known[-1]["position"] + 1 if known else 0
    path = FOLDER + upload.name
    await tx.execute(
        "INSERT INTO product_image (product_id, path, alt, position) VALUES (?, ?, ?, ?)",
        *(product["id"], path, alt.strip(), position),
    )
    await _show_first(tx, product["id"])
    await audit_log.record(tx, actor, "product.picture_add", ("product", public_id), after={"path": path, "alt": alt})


async def describe(tx: Transaction, actor: Actor, public_id: str, image_id: int, alt: str, *, first: bool) -> None:
    """Change the words of a picture; with `first` it is shown before the others. Raises NotFound, Invalid."""
    _refuse_long(alt)
    product = await _product(tx, public_id)
    before = await _image(tx, product["id"], image_id)
    await tx.execute("UPDATE product_image SET alt = ? WHERE id = ?", alt.strip(), image_id)
    if first:
        await tx.execute(
            "UPDATE product_image SET position = (SELECT min(m.position) - 1 FROM product_image m"
            " WHERE m.product_id = ?) WHERE id = ?",
            *(product["id"], image_id),
        )
    await _show_first(tx, product["id"])
    sides = {"path": before["path"], "alt": before["alt"]}
    after = {"alt": alt.strip(), "first": first}
    await audit_log.record(tx, actor, "product.picture_change", ("product", public_id), before=sides, after=after)


async def remove(tx: Transaction, actor: Actor, public_id: str, image_id: int) -> None:
    """Take a picture down; the file goes when no product shows it any more. Raises NotFound."""
    product = await _product(tx, public_id)
    image = await _image(tx, product["id"], image_id)
    await tx.execute("DELETE FROM product_image WHERE id = ?", image_id)
    await _show_first(tx, product["id"])
    await tx.execute(
        "DELETE FROM media WHERE name = ? AND NOT EXISTS (SELECT 1 FROM product_image WHERE path = ?)",
        *(image["path"].removeprefix(FOLDER), image["path"]),
    )
    before = {"path": image["path"], "alt": image["alt"]}
    await audit_log.record(tx, actor, "product.picture_remove", ("product", public_id), before=before)


async def content_of(tx: Transaction, name: str) -> bytes:
    """The file of this name. Raises NotFound."""
    row = await tx.fetch_one("SELECT content FROM media WHERE name = ?", name)
    if row is None:
        raise NotFound("There is no such picture.")
    return bytes(row["content"])


async def _show_first(tx: Transaction, product_id: int) -> None:
    """Cards and carts show the first picture."""
    await tx.execute(
        "UPDATE product SET picture = coalesce((SELECT m.path FROM product_image m WHERE m.product_id = product.id"
        " ORDER BY m.position, m.id LIMIT 1), ''), version = version + 1, updated_at = ? WHERE id = ?",
        *(tx.now, product_id),
    )


async def _product(tx: Transaction, public_id: str) -> Row:
    lock = " FOR UPDATE" if tx.dialect == "postgres" else ""
    row = await tx.fetch_one(f"SELECT id FROM product WHERE public_id = ?{lock}", public_id)  # noqa: S608  ours
    if row is None:
        raise ProductNotFound("There is no such product.")
    return row


async def _image(tx: Transaction, product_id: int, image_id: int) -> Row:
    row = await tx.fetch_one(
        "SELECT path, alt FROM product_image WHERE id = ? AND product_id = ?", image_id, product_id
    )
    if row is None:
        raise NotFound("There is no such picture.")
    return row


def _full() -> NotAllowedNow:
    return NotAllowedNow(f"A product has at most {MOST} pictures. Take one down first.", state="full")


def _refuse_long(alt: str) -> None:
    if len(alt) > LONGEST_ALT:
        words = f"Use at most {LONGEST_ALT} characters."
        raise Invalid(words, errors=[FieldError("alt", "too_long", words)])
