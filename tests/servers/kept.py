"""What is installed once and kept between runs, in folders outside the tree that are named after their locks.

Programs that are only tested or measured with stand there apart, so that what they pin never meets what the shop pins.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

INSTALL_SECONDS = 600
COMPLETE = "complete"  # a file that is there when the rest is


class NotInstalled(Exception):
    """It could not be installed here; says why."""


def kept(name: str, locks: Sequence[Path], install: Callable[[Path], None]) -> Path:
    """The folder that `install` filled from these locks, now or in an earlier run. One process at a time fills it."""
    digest = hashlib.sha256(b"".join(lock.read_bytes() for lock in locks)).hexdigest()[:12]
    folder = _cache() / f"{name}-{digest}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        if not (folder / COMPLETE).exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            try:
                install(folder)
            except (OSError, subprocess.SubprocessError) as error:
                said = str(getattr(error, "stderr", "") or error).strip()[-500:]
                raise NotInstalled(f"{name} could not be installed: {said}") from error
            (folder / COMPLETE).touch()
    return folder


def kept_python(name: str, lock: Path) -> Path:
    """The `bin` of an environment with what the lock pins by its hashes. Raises NotInstalled."""

    def install(folder: Path) -> None:
        venv.create(folder, with_pip=True)
        pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run(*pip, "--require-hashes", "-r", lock, folder=folder)

    return kept(f"{name}-python{sys.version_info.major}.{sys.version_info.minor}", [lock], install) / "bin"


def run(*command: str | Path, folder: Path) -> None:
    """One step of an installation."""
    subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=INSTALL_SECONDS)


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "cartwright-tests"
