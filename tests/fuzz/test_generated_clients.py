"""Clients that are generated from the document buy something: whoever has only the document can use the shop."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.fuzz.conftest import Shop

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(1500, func_only=True)]
HERE = Path(__file__).parent


def run(*command: str | Path, folder: Path, **environment: str) -> str:
    """What the program printed."""
    given = {**os.environ, **environment}
    ran = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{command}: {ran.stdout[-3000:]}{ran.stderr[-3000:]}"
    return ran.stdout


def test_a_python_client_buys_something(programs: Path, running_shop: Shop, tmp_path: Path) -> None:
    path = f"{programs}:{os.environ['PATH']}"  # the generator formats what it made with the ruff beside it
    generate = [programs / "openapi-python-client", "generate", "--path", running_shop.document]
    run(*generate, "--output-path", "client", "--fail-on-warning", folder=tmp_path, PATH=path)
    given = [programs / "python", HERE / "order_by_client.py", running_shop.url]
    printed = run(*given, folder=tmp_path, PYTHONPATH=str(tmp_path / "client"))
    assert printed.split() == ["confirmed", "True", "order.placed", "order.reserved", "order.confirmed"]


def test_a_typescript_client_buys_something(node_modules: Path, running_shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "node_modules").symlink_to(node_modules)
    (tmp_path / "package.json").write_text('{"private": true, "type": "module"}')
    shutil.copy(HERE / "order_by_client.ts", tmp_path / "order.ts")
    programs = node_modules / ".bin"
    generate = [programs / "openapi-typescript", running_shop.document]
    run(*generate, "-o", "schema.d.ts", folder=tmp_path)
    flags = ["--strict", "--skipLibCheck", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"]
    run(programs / "tsc", *flags, "order.ts", folder=tmp_path)
    assert run("node", "order.js", running_shop.url, folder=tmp_path).split() == ["confirmed", "true"]
