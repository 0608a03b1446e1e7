"""`cartwright migrate`: bring the schema to this program, say first what that means, or take the last step back."""

import argparse
import asyncio

from cli.output import list_rows, print_json, refuse
from cli.progress import busy
from cli.startup import require_schema, with_database
from core.settings import Settings
from models.database import read
from models.database.schema_versions import MigrationFacts, known_migrations, migration_facts, number_of_migration
from models.database.table_sizes import rows_of
from models.database.upgrade import applied_migrations, downgrade, lost_by_downgrade, upgrade

ROWS_A_SECOND = 1_500  # of the slowest migration so far, the one of the search: 100,000 products in about 68 s


def migrate(settings: Settings, arguments: argparse.Namespace) -> int:
    """Apply migrations, revert the last one, list them, or say what applying them will do. 2: refused."""
    url, terms = settings.database_url, {"prepared_statements": settings.database_prepared}
    if (arguments.yes or arguments.delete_data) and not arguments.down:
        return _refused("--yes and --delete-data belong to --down")
    if arguments.down:
        return _down(settings, arguments)
    if not (arguments.list or arguments.check):
        apply_missing(settings)
        return 0
    applied = asyncio.run(applied_migrations(url, **terms))
    missing = [migration_facts(name) for name in known_migrations() if name not in applied]
    if arguments.list:
        states = {name: "applied" if name in applied else "missing" for name in known_migrations()}
        newer = {name: "newer" for name in applied if name not in states}
        rows = [{"state": state, "migration": name} for name, state in (states | newer).items()]
        list_rows(rows, arguments)
        return 0
    if not missing:
        require_schema(settings)
    forecast = _forecast(settings, applied, missing)
    if arguments.json:
        print_json({"missing": [each.name for each in missing], "words": forecast})
    else:
        print("\n".join(forecast))
    return 0


def apply_missing(settings: Settings) -> None:
    """Apply the migrations that are missing, and name each. Raises BadSetting if the schema is a newer release's."""
    with busy("migrating"):
        names = asyncio.run(upgrade(settings.database_url, prepared_statements=settings.database_prepared))
    for name in names:
        print("applied", name)
    require_schema(settings)


def _forecast(settings: Settings, applied: list[str], missing: list[MigrationFacts]) -> list[str]:
    """What applying the missing migrations means, a line each."""
    if not missing:
        return ["nothing to do: the schema is this program's"]
    sizes = asyncio.run(with_database(settings, lambda: read(rows_of))) if applied else {}
    words = []
    for each in missing:
        rows = sum(sizes.get(table, 0) for table in each.touches)
        seconds = rows / ROWS_A_SECOND
        takes = f"about {seconds / 60:.0f} minutes" if seconds >= 120 else f"about {seconds:.0f} seconds"
        tables = f"; reads {rows:,} rows of {', '.join(each.touches)}" if each.touches else ""
        words.append(f"{each.name}: {takes if seconds >= 2 else 'a moment'}{tables}")
    oldest, now = max(each.suits for each in missing), number_of_migration(applied[-1]) if applied else -1
    if applied and oldest <= now:
        words.append("processes of the release that runs now stay ready and may restart")
    elif applied:
        words.append("processes of the release that runs now have to end first: it cannot work on the new schema")
    is_file = settings.database_url.startswith("sqlite")
    words.append(
        "writes wait meanwhile, for each migration as long as it takes; after 10 s they are answered 503"
        if is_file
        else "each migration locks the tables it changes as long as it takes; indexes named CONCURRENTLY lock nothing"
    )
    return words


def _down(settings: Settings, arguments: argparse.Namespace) -> int:
    """Take the last migration back, unless that would surprise somebody."""
    terms = {"prepared_statements": settings.database_prepared}
    if settings.is_production and not arguments.yes:
        return _refused("in production, taking a migration back takes --yes")
    applied = asyncio.run(applied_migrations(settings.database_url, **terms))
    if applied and applied[-1] not in known_migrations():
        return _refused(f"{applied[-1]} is of a newer release, and only that can take it back")
    lost = asyncio.run(lost_by_downgrade(settings.database_url, **terms))
    if lost and not arguments.delete_data:
        return _refused(f"that would delete {'; '.join(lost)}: make a backup, then repeat with --delete-data")
    undone = asyncio.run(downgrade(settings.database_url, **terms))
    if not undone:
        return _refused("there is no migration to take back")
    for name in undone:
        print("took back", name)
    return 0


def _refused(words: str) -> int:
    return refuse(f"cartwright migrate: {words}")
