"""The Nu HTML checker, as its npm package pins it: what is wrong with the HTML of pages, as the server sent it."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.servers.kept import NotInstalled, kept, run

HERE = Path(__file__).parent
LOCKS = [HERE / "package.json", HERE / "package-lock.json"]
CHECKER_SECONDS = 300
OF_LIBRARIES = re.compile(r"Attribute “(hx-[\w:-]+|x-[\w:.-]+)” not allowed")  # htmx, Alpine
Checker = Callable[[Mapping[str, str]], dict[str, list[str]]]


@pytest.fixture(scope="session")
def faults_of() -> Checker:
    """Judges pages by their names; CI wants it to run where npm is, elsewhere it is skipped without Java."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed, which brings the Nu HTML checker")
    try:
        if shutil.which("java") is None:
            raise NotInstalled("the Nu HTML checker needs Java")
        folder = kept("markup-checker", LOCKS, _install)
    except NotInstalled as missing:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(missing))
    return lambda pages: _check(folder / "node_modules/vnu-jar/build/dist/vnu.jar", pages)


def _install(folder: Path) -> None:
    for file in LOCKS:
        shutil.copy(file, folder)
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", folder=folder)


def _check(jar: Path, pages: Mapping[str, str]) -> dict[str, list[str]]:
    with TemporaryDirectory() as folder:
        for name, source in pages.items():
            Path(folder, f"{name}.html").write_text(source)
        command = ["java", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", folder]
        ran = subprocess.run(command, capture_output=True, check=True, timeout=CHECKER_SECONDS)
    found: dict[str, list[str]] = {}
    for message in json.loads(ran.stdout)["messages"]:
        if not OF_LIBRARIES.match(message["message"]):
            words = f"{message['message']} {message.get('extract', '')}"
            found.setdefault(Path(message["url"]).stem, []).append(words)
    return found
