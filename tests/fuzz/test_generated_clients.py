"""Clients that are generated from the document buy something: whoever has only the document can use the shop.

The generators are programs of their own (`uv tool install openapi-python-client`; Node and npm for TypeScript), and
what they need is fetched into a folder of the test.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.fuzz, pytest.mark.timeout(900)]
HERE = Path(__file__).parent
PACKAGES = ("openapi-fetch@0.14", "openapi-typescript@7", "typescript@5", "@types/node@22", "tsx@4")


def run(*command: str, folder: Path, **environment: str) -> str:
    """What the program printed."""
    given = {**os.environ, **environment}
    ran = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, f"{command}: {ran.stdout[-3000:]}{ran.stderr[-3000:]}"
    return ran.stdout


def test_a_python_client_buys_something(python_generator: str, running_shop: Any, tmp_path: Path) -> None:
    run(python_generator, "generate", "--path", str(running_shop.spec), "--output-path", "client", folder=tmp_path)
    run(sys.executable, "-m", "venv", "venv", folder=tmp_path)
    python = str(tmp_path / "venv" / "bin" / "python")
    run(python, "-m", "pip", "install", "-q", "./client", folder=tmp_path)
    printed = run(python, str(HERE / "order_by_client.py"), running_shop.url, folder=tmp_path)
    assert printed.split() == ["confirmed", "True", "order.placed", "order.reserved", "order.confirmed"]


def test_a_typescript_client_buys_something(npm: str, running_shop: Any, tmp_path: Path) -> None:
    npx = str(Path(npm).with_name("npx"))
    (tmp_path / "package.json").write_text('{"private": true, "type": "module"}')
    run(npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", *PACKAGES, folder=tmp_path)
    generate = ["openapi-typescript", str(running_shop.spec), "--default-non-nullable=false", "-o", "schema.d.ts"]
    run(npx, *generate, folder=tmp_path)
    shutil.copy(HERE / "order_by_client.ts", tmp_path / "order.ts")
    flags = ["--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"]
    run(npx, "tsc", *flags, "--skipLibCheck", "order.ts", folder=tmp_path)
    assert run(npx, "tsx", "order.ts", running_shop.url, folder=tmp_path).split() == ["confirmed", "true"]
