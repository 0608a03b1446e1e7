"""`python -m models.database.make_migration NAME`: one aerich file that holds the SQL of both databases.

No server is needed: aerich compares the models with the state kept in the last file, once in each dialect. What SQLite
cannot alter is marked to be written by hand. Read every file before it is committed: CHECKs, partial keys and triggers
are never generated.
"""

import asyncio
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from models.database.configuration import APP, tortoise_config

CLOSED = "\n)"
# aerich imports this: which dialect is told by the environment of the child process
TORTOISE = tortoise_config(os.environ.get("MAKE_MIGRATION_FOR", "sqlite:///unused.db"))
URLS = {"sqlite": "sqlite:///unused.db", "postgres": "postgres://user@localhost/unused"}
MIGRATIONS = Path("migrations") / APP
# the aerich script itself would import the ORM before models swap the SQLite library
AERICH = "import models; from aerich.cli import main; main()"
TEMPLATE = '''from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True
# The number of the oldest migration whose program can work on the schema after this one: this one's own number, or a
# lower one if it only adds what older programs leave alone (models/database/schema_versions.py).
SUITS = {number}
TOUCHES = ()  # tables whose rows it reads or rewrites all
CONCURRENTLY = ()  # indexes for PostgreSQL that are made after it, while the shop sells

UPGRADE = {{
    "sqlite": """
        {sqlite.up}""",
    "postgres": """
        {postgres.up}""",
}}
DOWNGRADE = {{
    "sqlite": """
        {sqlite.down}""",
    "postgres": """
        {postgres.down}""",
}}


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE[db.capabilities.dialect]


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE[db.capabilities.dialect]


{state}
'''


@dataclass(frozen=True)
class Half:
    up: str
    down: str
    file: str = ""
    state: str = ""


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("migration", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _half(dialect: str, name: str) -> Half | str:
    """aerich's file in one dialect, or the last line it said."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / APP
        if MIGRATIONS.exists():
            shutil.copytree(MIGRATIONS, folder)
        before = set(folder.glob("*.py"))
        toml = Path(scratch) / "aerich.toml"
        toml.write_text(
            f'[tool.aerich]\ntortoise_orm = "{__spec__.name if __spec__ else __name__}.TORTOISE"\n'
            f'location = "{scratch}"\nsrc = "."\n',
            encoding="utf-8",
        )
        what = ["migrate", "--offline", "--no-input", "--name", name] if before else ["init-migrations"]
        environment = {
            **os.environ,
            "MAKE_MIGRATION_FOR": URLS[dialect],
            "PYTHONPATH": str(Path.cwd()),
            "AERICH_NO_TORTOISE_V1_WARNING": "1",
        }
        ran = subprocess.run(  # noqa: S603  our own interpreter and our own words
            [sys.executable, "-c", AERICH, "-c", str(toml), *what],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        new = set(folder.glob("*.py")) - before - {folder / "__init__.py"}
        if not new:
            return (ran.stderr.strip() or ran.stdout.strip() or "aerich said nothing").splitlines()[-1]
        path = new.pop()
        module = _load(path)
        _, assigned, state = path.read_text(encoding="utf-8").partition("MODELS_STATE = (")
        return Half(
            asyncio.run(module.upgrade(None)).strip(),
            asyncio.run(module.downgrade(None)).strip(),
            path.name,
            f"{assigned}{state.partition(CLOSED)[0]}{CLOSED}" if assigned else "",
        )


def what_lacks(dialect: str) -> str:
    """The SQL that would bring the tables to what the models declare, or a sentence that says there is none."""
    half = _half(dialect, "probe")
    return half.up if isinstance(half, Half) else half


def main(name: str) -> None:
    halves = {dialect: _half(dialect, name) for dialect in URLS}
    made = [half for half in halves.values() if isinstance(half, Half)]
    if not made:
        sys.exit(f"nothing written: {halves}")
    both = {
        dialect: half if isinstance(half, Half) else Half(*[f"-- write by hand: {half}"] * 2)
        for dialect, half in halves.items()
    }
    MIGRATIONS.mkdir(parents=True, exist_ok=True)
    target = MIGRATIONS / made[0].file
    filled = TEMPLATE.format(**both, state=made[0].state, number=made[0].file.partition("_")[0])
    target.write_text(filled, encoding="utf-8")
    print("wrote", target, *(f"by hand: {half}" for half in halves.values() if isinstance(half, str)))


if __name__ == "__main__":
    main(sys.argv[1])
