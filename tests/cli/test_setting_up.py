"""`make up` on a machine that lacks something: it names what to install, and leaves nothing half made."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What `make up` reads, and nothing of what it has made here."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    return folder


def make(folder: Path, python: str, *, target: str = "up") -> subprocess.CompletedProcess[str]:
    command = ["make", target, f"PYTHON={python}"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=dict(os.environ))


def python_with(folder: Path, module: str, text: str) -> str:
    """A Python whose standard module is replaced by this text."""
    (folder.parent / "modules").mkdir()
    (folder.parent / "modules" / f"{module}.py").write_text(text)
    program = folder.parent / "python"
    program.write_text(f'#!/bin/sh\nPYTHONPATH={folder.parent}/modules exec {sys.executable} "$@"\n')
    program.chmod(0o755)
    return str(program)


def test_a_python_without_ensurepip_names_the_package_to_install(checkout: Path) -> None:
    lacking = "raise ModuleNotFoundError(\"No module named 'ensurepip'\")\n"
    made = make(checkout, python_with(checkout, "ensurepip", lacking))
    assert made.returncode == 2
    version = ".".join(map(str, sys.version_info[:2]))
    assert f"sudo apt install python{version}-venv" in made.stdout
    assert "Traceback" not in made.stdout + made.stderr
    assert not (checkout / ".venv").exists()


def test_an_environment_that_could_not_be_made_is_taken_away(checkout: Path) -> None:
    breaking = "import os, sys\nos.makedirs(sys.argv[-1] + '/bin')\nsys.exit('no space left on device')\n"
    made = make(checkout, python_with(checkout, "venv", breaking))
    assert made.returncode == 2
    assert "no space left on device" in made.stderr
    assert not (checkout / ".venv").exists()


def test_no_python_at_all_is_a_sentence(checkout: Path) -> None:
    made = make(checkout, "")
    assert made.returncode == 2
    assert "Cartwright needs Python 3.11 or newer." in made.stdout
    assert not (checkout / ".venv").exists()
