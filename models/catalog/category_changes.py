"""What admins do to categories: open, rename, order and close them. All audited."""

from typing import Any

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.catalog.catalog import CategoryView, find_category, place_of
from models.database import Row, Transaction
from models.shared.errors import CategoryNotEmpty, CategoryTaken, FieldError, Invalid, NotFound
from models.shared.plain_text import TABS_AND_LINES, has_control, name_key, plain
from models.shared.public_ids import new_public_id
from models.shared.slugs import slug_of

LONGEST_NAME = 80
LONGEST_DESCRIPTION = 2000
LAST_POSITION = 1_000_000
COLUMNS = ("name", "description", "position")


async def create(tx: Transaction, actor: Actor, name: str, *, description: str = "") -> CategoryView:
    """Open a category behind the others.

    Raises:
        Invalid: the name or the description is not what it has to be.
        CategoryTaken: there is one of this name, in whatever case.
    """
    name, description = plain(name).strip(), plain(description)
    _refuse({"name": name, "description": description})
    await _refuse_twin(tx, name)
    public_id = new_public_id()
    slug = await _free_slug(tx, name)
    last = await tx.fetch_one("SELECT coalesce(max(position), -1) AS position FROM category")
    await tx.execute(
        "INSERT INTO category (public_id, slug, name, description, position, created_at) VALUES (?, ?, ?, ?, ?, ?)",
        *(public_id, slug, name, description, last["position"] + 1 if last else 0, tx.now),
    )
    await audit_log.record(tx, actor, "category.create", ("category", public_id), after={"name": name, "slug": slug})
    return await find_category(tx, public_id)


async def change(tx: Transaction, actor: Actor, public_id: str, changes: dict[str, Any]) -> CategoryView:
    """Change the named columns, any of `COLUMNS`; the slug stays, so that links hold.

    Raises:
        NotFound, Invalid, CategoryTaken: nothing was changed.
    """
    changes = {name: plain(value) if isinstance(value, str) else value for name, value in changes.items()}
    if "name" in changes:
        changes["name"] = changes["name"].strip()
    _refuse(changes)
    before = await _row(tx, public_id)
    news = {name: value for name, value in changes.items() if name in COLUMNS and before[name] != value}
    if "name" in news:
        await _refuse_twin(tx, news["name"], but=before["id"])
    if news:
        settings = ", ".join(f"{name} = ?" for name in news)  # names of this module
        await tx.execute(f"UPDATE category SET {settings} WHERE id = ?", *news.values(), before["id"])  # noqa: S608
        olds = {name: before[name] for name in news}
        await audit_log.record(tx, actor, "category.change", ("category", public_id), before=olds, after=news)
    return await find_category(tx, public_id)


async def rename_and_place(tx: Transaction, actor: Actor, public_id: str, name: str, place: int) -> None:
    """Give it a name, and its place among all of them, the first being 1; the others close up.

    Raises:
        NotFound, Invalid, CategoryTaken: nothing was changed.
    """
    row = await _row(tx, public_id)
    sql = "SELECT public_id, name, position FROM category WHERE id <> ? ORDER BY position, id"
    others = sorted(await tx.fetch(sql, row["id"]), key=place_of)
    if not 1 <= place <= len(others) + 1:
        words = f"Places are 1 to {len(others) + 1}."
        raise Invalid(words, errors=[FieldError("place", "out_of_range", words)])
    order = [each["public_id"] for each in others]
    order.insert(place - 1, public_id)
    known = {each["public_id"]: each["position"] for each in others}
    await change(tx, actor, public_id, {"name": name, "position": place - 1})
    for position, each in enumerate(order):
        if each != public_id and known[each] != position:
            await tx.execute("UPDATE category SET position = ? WHERE public_id = ?", position, each)


async def delete(tx: Transaction, actor: Actor, public_id: str) -> None:
    """Close an empty category.

    Raises:
        NotFound: there is none.
        CategoryNotEmpty: products stand in it, retired ones included.
    """
    row = await _row(tx, public_id)
    products = await tx.fetch_one("SELECT count(*) AS products FROM product WHERE category_id = ?", row["id"])
    if products and products["products"]:
        count = products["products"]
        words = f"{count} {'product stands' if count == 1 else 'products stand'} in it, retired ones included."
        raise CategoryNotEmpty(words, product_count=count)
    await tx.execute("DELETE FROM category WHERE id = ?", row["id"])
    before = {"name": row["name"], "slug": row["slug"]}
    await audit_log.record(tx, actor, "category.delete", ("category", public_id), before=before)


async def _row(tx: Transaction, public_id: str) -> Row:
    lock = " FOR UPDATE" if tx.dialect == "postgres" else ""
    sql = f"SELECT id, slug, name, description, position FROM category WHERE public_id = ?{lock}"  # noqa: S608  ours
    row = await tx.fetch_one(sql, public_id) if public_id.isalnum() else None
    if row is None:
        raise NotFound("There is no such category.")
    return row


async def _refuse_twin(tx: Transaction, name: str, *, but: int = 0) -> None:
    """Compared here, as people compare names: a database may know the case of Latin letters only."""
    names = await tx.fetch("SELECT name FROM category WHERE id <> ?", but)
    if any(name_key(row["name"]) == name_key(name) for row in names):
        raise _taken(name)


async def _free_slug(tx: Transaction, name: str) -> str:
    plain = slug_of(name, otherwise="category")
    taken = {row["slug"] for row in await tx.fetch("SELECT slug FROM category")}
    return next(slug for slug in (plain, *(f"{plain[:74]}-{n}" for n in range(2, 100_000))) if slug not in taken)


def _refuse(fields: dict[str, Any]) -> None:
    wrong = {
        "name": (
            not 0 < len(fields.get("name", "x")) <= LONGEST_NAME or has_control(fields.get("name", "")),
            f"Use 1 to {LONGEST_NAME} characters, and no control characters.",
        ),
        "description": (
            len(fields.get("description", "")) > LONGEST_DESCRIPTION
            or has_control(fields.get("description", ""), but=TABS_AND_LINES),
            f"Use at most {LONGEST_DESCRIPTION} characters, and no control characters.",
        ),
        "position": (not 0 <= fields.get("position", 0) <= LAST_POSITION, f"Positions are 0 to {LAST_POSITION}."),
    }
    errors = [FieldError(name, "out_of_range", words) for name, (is_wrong, words) in wrong.items() if is_wrong]
    if errors:
        raise Invalid("Some fields are not what they have to be.", errors=errors)


def _taken(name: str) -> CategoryTaken:
    words = f"There is a category called {name} already."
    return CategoryTaken(words, errors=[FieldError("name", "taken", words)])
