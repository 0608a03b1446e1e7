"""The pages an owner writes in the admin: which there are is fixed, what they say is safe rich text. All audited."""

from dataclasses import dataclass
from pathlib import Path

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction
from models.shared.errors import Invalid, NotFound, VersionConflict
from models.shared.rich_text import LONGEST_TEXT, clean
from models.tables.content_tables import ContentPage

TERMS = "terms"
TITLES = {
    "about": "About us",
    "shipping": "Shipping",
    "returns": "Returns",
    TERMS: "Terms of sale",
    "privacy": "Privacy",
    "contact": "Contact us",
}
ASKED = f"SELECT version FROM content_page WHERE slug = '{TERMS}' AND asks_consent AND body <> ''"  # noqa: S608  a name
DEMO = Path(__file__).parent / "demo"


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """One page; `body` is empty and `version` 0 as long as nothing was written."""

    slug: str
    title: str
    body: str = ""
    asks_consent: bool = False
    version: int = 0
    updated_at: int | None = None


async def all_pages(tx: Transaction) -> list[WrittenPage]:
    """Every page there can be, in the order of the footer."""
    written = {row.slug: row for row in await ContentPage.all()}
    return [_page(slug, written.get(slug)) for slug in TITLES]


async def find(tx: Transaction, slug: str) -> WrittenPage:
    """One page. Raises NotFound."""
    _refuse_unknown(slug)
    return _page(slug, await ContentPage.get_or_none(slug=slug))


async def change(
    tx: Transaction, actor: Actor, slug: str, html: str, *, asks_consent: bool = False, version: int | None = None
) -> None:
    """Keep what is safe of the text. `version` is that of the page it was written on.

    Raises:
        NotFound: there is no such page.
        Invalid: the text is too long, or consent is asked to terms that say nothing.
        VersionConflict: somebody else changed it since.
    """
    _refuse_unknown(slug)
    if len(html) > LONGEST_TEXT:
        words = f"Use at most {LONGEST_TEXT:,} characters."
        raise Invalid.field("body", "too_long", words)
    row = await ContentPage.filter(slug=slug).select_for_update().first()
    if version is not None and version != (row.version if row else 0):
        raise VersionConflict(
            "Somebody else changed this page while you were writing.", version=row.version if row else 0
        )
    body, asks = clean(html.strip()), asks_consent and slug == TERMS
    if asks and not body:
        words = "Write the terms first, so that there is something to accept."
        raise Invalid.field("body", "required", words)
    before = {"body": row.body if row else "", "asks_consent": bool(row and row.asks_consent)}
    after = {"body": body, "asks_consent": asks}
    if before == after:
        return
    row = row or ContentPage(slug=slug, version=0)
    is_new = row.version == 0
    row.body, row.asks_consent, row.version, row.updated_at = body, asks, row.version + 1, tx.now
    await row.save(force_create=is_new, force_update=not is_new)
    await audit_log.record(tx, actor, "page.change", ("page", slug), before=before, after=after)


async def terms_asked(tx: Transaction) -> int | None:
    """The version of the terms that buyers have to accept; None where the shop does not ask."""
    row = await tx.fetch_one(ASKED)
    return None if row is None else int(row["version"])


async def write_demo(tx: Transaction) -> None:
    """What the demo shop says on its pages."""
    rows = [(slug, (DEMO / f"{slug}.html").read_text(encoding="utf-8"), tx.now) for slug in TITLES]
    sql = "INSERT INTO content_page (slug, body, asks_consent, version, updated_at) VALUES (?, ?, FALSE, 1, ?)"
    await tx.execute_many(sql + " ON CONFLICT (slug) DO NOTHING", rows)


def _page(slug: str, row: ContentPage | None) -> WrittenPage:
    if row is None:
        return WrittenPage(slug, TITLES[slug])
    return WrittenPage(slug, TITLES[slug], row.body, row.asks_consent, row.version, row.updated_at)


def _refuse_unknown(slug: str) -> None:
    if slug not in TITLES:
        raise NotFound("There is no such page.")
