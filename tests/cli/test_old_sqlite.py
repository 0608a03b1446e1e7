"""On a machine whose SQLite has the defect of WAL: the shop starts and says so, but not in several containers."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from core.process_environment import in_container
from tests.cli.test_command_line import CLI, ROOT, cartwright, in_shell
from tests.servers.throwaway import free_port

SECRET = "q8Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae"


def has_the_defect() -> bool:
    """Whether the interpreter's own SQLite has it."""
    asked = [sys.executable, "-c", "import sqlite3; print(sqlite3.sqlite_version_info < (3, 51, 3))"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip() == "True"


@pytest.fixture
def without_wheel(tmp_path: Path) -> str:
    """A PYTHONPATH on which `pysqlite3` cannot be imported, as where there is no wheel of it."""
    if not has_the_defect():
        pytest.skip("this interpreter's SQLite is free of the defect")
    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "pysqlite3.py").write_text("raise ImportError('no wheel for this processor')\n")
    return str(tmp_path / "path")


def started(
    tmp_path: Path, path: str, words: str, seconds: int = 100, **given: str
) -> subprocess.CompletedProcess[str]:
    settings = {"CARTWRIGHT_ENV": "production", "CARTWRIGHT_SECRET_KEY": SECRET, "PYTHONPATH": f"{path}:{ROOT}"}
    settings |= {"CARTWRIGHT_PUBLIC_URL": "https://shop.example", "CARTWRIGHT_PORT": str(free_port()), **given}
    line = " ".join(f"{name}={value}" for name, value in settings.items())
    return in_shell(f"{line} timeout -s TERM {seconds} {CLI} {words}", tmp_path)


def test_one_machine_starts_with_it_and_is_told(tmp_path: Path, without_wheel: str) -> None:
    """Started by one supervisor, in whatever surroundings these tests run."""
    begun = started(tmp_path, without_wheel, "up", 12)
    assert "can corrupt a file that several processes write; the lock beside it" in begun.stderr
    assert "cannot start" not in begun.stderr
    assert "Traceback" not in begun.stderr


@pytest.mark.parametrize("words", ["web", "worker"])
def test_several_containers_do_not(tmp_path: Path, without_wheel: str, words: str) -> None:
    assert cartwright("migrate", folder=tmp_path).returncode == 0
    refused = started(tmp_path, without_wheel, words, KUBERNETES_SERVICE_HOST="10.0.0.1")
    assert refused.returncode == 78
    assert "containers share it: 3.51.3 is the least; run `cartwright up` in one container" in refused.stderr


def test_a_container_is_known_by_its_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KUBERNETES_SERVICE_HOST", raising=False)
    assert not in_container(tmp_path)
    (tmp_path / ".dockerenv").touch()
    assert in_container(tmp_path)
    (tmp_path / ".dockerenv").unlink()
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / ".containerenv").touch()
    assert in_container(tmp_path)


def test_the_newer_library_is_taken() -> None:
    """The tests themselves run with the wheel, wherever there is one that is newer."""
    assert sqlite3.sqlite_version_info >= (3, 51, 3) or not has_the_defect()
