"""The linters and checkers of tools/, installed once in an environment of their own."""

import os
from pathlib import Path

import pytest

from tests.servers.kept import NotInstalled, kept_python


@pytest.fixture(scope="session")
def tools() -> Path:
    """The folder with `yamllint`, `check-jsonschema`, `pip-audit` and `locust`."""
    try:
        return kept_python("tools", Path(__file__).parents[1] / "tools" / "requirements.lock")
    except NotInstalled as missing:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(missing))
