"""The folder: which copies are kept, and when a file is not the one that its description tells of."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models.backups import backup_folder
from models.backups.backup_folder import Description
from models.backups.sqlite_copy import CopyFailed

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
EMPTY = Description("2026-03-01T12:00:00+00:00", "1", "0_init", 0, "", 0, "", {})


def made(folder: Path, at: datetime) -> Path:
    path = backup_folder.new_path(folder, ending=".db", now=at)
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(at.isoformat().encode())
    backup_folder.keep(part, path, EMPTY)
    return path


def test_the_newest_are_kept_and_one_of_each_day(tmp_path: Path) -> None:
    paths = [made(tmp_path, NOW - timedelta(hours=6 * step)) for step in range(24)]
    backup_folder.prune(tmp_path, newest=2, days=3)
    left = backup_folder.backups(tmp_path)
    assert left == [paths[0], paths[1], paths[3], paths[7]]  # two newest, and the last one of each of three days
    assert sorted(tmp_path.glob("*.json")) == sorted(path.with_suffix(".json") for path in left)


def test_a_file_that_was_cut_is_told_from_the_one_that_was_made(tmp_path: Path) -> None:
    path = made(tmp_path, NOW)
    assert backup_folder.described(path).size == path.stat().st_size
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(CopyFailed, match="was changed or cut"):
        backup_folder.described(path)


def test_a_file_without_a_description_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(b"x")
    with pytest.raises(CopyFailed, match=r"nobody can tell whether shop\.db is whole"):
        backup_folder.described(path)
