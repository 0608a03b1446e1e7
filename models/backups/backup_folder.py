"""The folder of backups: `shop-20261130T153000Z.db` or `.dump`, each with a `.json` that describes it.

What is being made ends in `.part`; a copy whose books are not in order ends in `.suspect` and does not count.
"""

import hashlib
import json
import re
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from models.backups.sqlite_copy import CopyFailed

NAME = re.compile(r"shop-(?P<at>\d{8}T\d{6}Z)\.(?P<kind>db|dump)")
MOST_SUSPECTS = 3


@dataclass(frozen=True, slots=True)
class Description:
    """What is written beside a backup.

    Attributes:
        made_at: the moment the copy shows, ISO 8601 in UTC.
        version: of the program that made it; `schema` is the last migration in it.
        size: in bytes; `sha256` of all of them.
        orders: how many are in it; `last_order` is the number of the newest.
        settings: those without a secret, so that the same shop can be started again.
        violations: what the check of the books found; a backup that counts has none.
    """

    made_at: str
    version: str
    schema: str
    size: int
    sha256: str
    orders: int
    last_order: str
    settings: dict[str, str]
    violations: tuple[str, ...] = ()


def new_path(folder: Path, *, ending: str, now: datetime) -> Path:
    """Where a backup made now goes; the folder is made if it is not there. Raises CopyFailed."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise CopyFailed(f"the folder {folder} cannot be made: {error.strerror}") from error
    return folder / f"shop-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}{ending}"


def beside(path: Path) -> Path:
    """Where a file is written before it gets the name `path`; nothing is there. Raises CopyFailed."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_name(f"{path.name}.part")
        part.unlink(missing_ok=True)
    except OSError as error:
        raise CopyFailed(f"{path.parent} cannot be written: {error.strerror}") from error
    return part


def described(path: Path) -> Description:
    """What stands beside a backup. Raises CopyFailed if there is nothing, or the file is not the one described."""
    if not path.is_file():
        raise CopyFailed(f"{path} is no file")
    beside = path.with_suffix(".json")
    unknown = f"so nobody can tell whether {path.name} is whole"
    try:
        known = json.loads(beside.read_text(encoding="utf-8"))
        found = Description(**known | {"violations": tuple(known["violations"])})
    except OSError as error:
        raise CopyFailed(f"{beside} cannot be read, {unknown}: {error.strerror}") from error
    except (ValueError, TypeError, KeyError) as error:
        raise CopyFailed(f"{beside} is not what `cartwright backup` writes beside a copy, {unknown}") from error
    if digest(path) != found.sha256:
        raise CopyFailed(f"{path} is not the file that {beside.name} describes: it was changed or cut")
    return found


def keep(part: Path, path: Path, description: Description) -> Description:
    """Give a copy that was checked its name, with its description beside it; the description with size and hash."""
    full = replace(description, size=part.stat().st_size, sha256=digest(part))
    path.with_suffix(".json").write_text(json.dumps(asdict(full), indent=2) + "\n", encoding="utf-8")
    part.rename(path)
    return full


def backups(folder: Path) -> list[Path]:
    """The backups that count, the newest first."""
    return sorted((path for path in folder.glob("shop-*") if NAME.fullmatch(path.name)), reverse=True)


def prune(folder: Path, *, newest: int, days: int) -> list[Path]:
    """Delete all but the newest, and of each of the last days with a backup its newest one; what was deleted."""
    found = backups(folder)
    by_day: dict[str, Path] = {}
    for path in found:
        by_day.setdefault(path.name[len("shop-") : len("shop-") + 8], path)
    kept = {*found[:newest], *list(by_day.values())[:days]}
    suspects = sorted(folder.glob("shop-*.suspect"), reverse=True)[MOST_SUSPECTS:]
    gone = [path for path in found if path not in kept] + suspects
    for path in gone:
        path.unlink(missing_ok=True)
        path.with_suffix(".json").unlink(missing_ok=True)
    return gone


def digest(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal. Raises CopyFailed."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise CopyFailed(f"{path} cannot be read: {error.strerror}") from error
