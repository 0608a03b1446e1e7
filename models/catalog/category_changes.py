"""What admins do to categories: open, rename, order and close them. All audited."""

from collections.abc import Mapping
from typing import Any, cast

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.catalog.catalog import CategoryView, find_category, place_of
from models.database import Transaction
from models.shared.errors import CategoryNotEmpty, CategoryTaken, FieldError, Invalid, NotFound
from models.shared.plain_text import TABS_AND_LINES, has_control, name_key, plain
from models.shared.public_ids import is_public_id
from models.shared.slugs import slug_of
from models.tables.catalog_tables import Category, Product

LONGEST_NAME = 80
LONGEST_DESCRIPTION = 2000
LAST_POSITION = 1_000_000
CategoryChange = Mapping[str, object]  # new values by column
COLUMNS = ("name", "description", "position")


async def create(tx: Transaction, actor: Actor, name: str, *, description: str = "") -> CategoryView:
    """Open a category behind the others.

    Raises:
        Invalid: the name or the description is not what it has to be.
        CategoryTaken: there is one of this name, in whatever case.
    """
    name, description = plain(name).strip(), plain(description)
    _refuse({"name": name, "description": description})
    await _refuse_taken(name)
    last = await Category.all().order_by("-position").first()
    row = await Category.create(
        slug=await _free_slug(name),
        name=name,
        description=description,
        position=last.position + 1 if last else 0,
        created_at=tx.now,
    )
    after = {"name": name, "slug": row.slug}
    await audit_log.record(tx, actor, "category.create", ("category", row.public_id), after=after)
    return await find_category(tx, row.public_id)


async def change(tx: Transaction, actor: Actor, public_id: str, changes: CategoryChange) -> CategoryView:
    """Change the named columns, any of `COLUMNS`; the slug stays, so that links hold.

    Raises:
        NotFound, Invalid, CategoryTaken: nothing was changed.
    """
    changes = {name: plain(value) if isinstance(value, str) else value for name, value in changes.items()}
    if "name" in changes:
        changes["name"] = str(changes["name"]).strip()
    _refuse(changes)
    row = await _find(public_id)
    news = {name: value for name, value in changes.items() if name in COLUMNS and row[name] != value}
    if "name" in news:
        await _refuse_taken(str(news["name"]), but=row.id)
    if news:
        olds = {name: row[name] for name in news}
        row.update_from_dict(news)
        await row.save(update_fields=list(news))
        await audit_log.record(tx, actor, "category.change", ("category", public_id), before=olds, after=news)
    return await find_category(tx, public_id)


async def rename_and_place(tx: Transaction, actor: Actor, public_id: str, name: str, place: int) -> None:
    """Give it a name, and its place among all of them, the first being 1; the others close up.

    Raises:
        NotFound, Invalid, CategoryTaken: nothing was changed.
    """
    row = await _find(public_id)
    others = sorted(await Category.exclude(id=row.id).order_by("position", "id"), key=place_of)
    if not 1 <= place <= len(others) + 1:
        words = f"Places are 1 to {len(others) + 1}."
        raise Invalid.field("place", "out_of_range", words)
    await change(tx, actor, public_id, {"name": name, "position": place - 1})
    for position, each in enumerate([*others[: place - 1], row, *others[place - 1 :]]):
        if each is not row and each.position != position:
            each.position = position
            await each.save(update_fields=["position"])


async def delete(tx: Transaction, actor: Actor, public_id: str) -> None:
    """Close an empty category.

    Raises:
        NotFound: there is none.
        CategoryNotEmpty: products stand in it, retired ones included.
    """
    row = await _find(public_id)
    if count := await Product.filter(category_id=row.id).count():
        words = f"{count} {'product stands' if count == 1 else 'products stand'} in it, retired ones included."
        raise CategoryNotEmpty(words, product_count=count)
    await row.delete()
    before = {"name": row.name, "slug": row.slug}
    await audit_log.record(tx, actor, "category.delete", ("category", public_id), before=before)


async def _find(public_id: str) -> Category:
    wanted = Category.filter(public_id=public_id).select_for_update()
    row = await wanted.first() if is_public_id(public_id) else None
    if row is None:
        raise NotFound("There is no such category.")
    return row


async def _refuse_taken(name: str, *, but: int = 0) -> None:
    """Compared here, as people compare names: a database may know the case of Latin letters only."""
    if any(name_key(each.name) == name_key(name) for each in await Category.exclude(id=but)):
        raise _taken(name)


async def _free_slug(name: str) -> str:
    plain = slug_of(name, otherwise="category")
    taken = {each.slug for each in await Category.all()}
    return next(slug for slug in (plain, *(f"{plain[:74]}-{n}" for n in range(2, 100_000))) if slug not in taken)


def _refuse(changes: CategoryChange) -> None:
    fields = cast(Mapping[str, Any], changes)
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
