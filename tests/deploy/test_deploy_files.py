"""Units, compose files and workflows hold what they say, as far as can be seen without starting them."""

import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from cli.parser import command_parser
from core.settings import PREFIX, BadSetting, Settings, load
from tests.linters import tools
from tests.servers.throwaway import missing

__all__ = ["tools"]
ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
COMPOSE = (DEPLOY / "compose.production.yml").read_text()
SECRETS = [f"{PREFIX}{each.name.upper()}" for each in fields(Settings) if not each.repr]
VALUES = {
    "CARTWRIGHT_DATABASE_URL": "postgresql://shop:p%40ss@db.example/cartwright",
    "CARTWRIGHT_QUEUE_URL": "amqp://shop:secret@queue.example:5672",
    "CARTWRIGHT_SMTP_URL": "smtps://shop:secret@mail.example",
    "CARTWRIGHT_SECRET_KEY": "q8Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae",
    "CARTWRIGHT_SECRET_KEYS": "q8Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae,a7Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae",
    "CARTWRIGHT_OPS_TOKEN": "x8Zr4Xn2Vb7Lm1Kd9Ws6Tc3",
}


def test_units_are_ones_that_systemd_takes(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        missing("systemd-analyze")
    for unit in UNITS:
        text = unit.read_text().replace("/opt/cartwright/.venv/bin/cartwright", sys.executable)
        (tmp_path / unit.name.replace("@.", "@1.")).write_text(text.replace("User=cartwright", "User=root"))
    files = sorted(map(str, tmp_path.glob("*.service")))
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *files], capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stderr) == (0, "")
    (tmp_path / "cartwright-web.service").write_text("[Service]\nExecStart=/bin/true\nMemoryMaximum=1G\n")
    planted = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", files[1]], capture_output=True, text=True, check=False
    )
    assert "MemoryMaximum" in planted.stderr


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_units_start_commands_that_there_are_and_outlive_their_drain(unit: Path) -> None:
    text = unit.read_text()
    [words] = re.findall(r"^ExecStart=/opt/cartwright/.venv/bin/cartwright (.+)$", text, re.M)
    assert command_parser().parse_args(words.split()).run
    drain, stop = re.search(r"DRAIN_SECONDS=(\d+)", text), re.search(r"TimeoutStopSec=(\d+)", text)
    if drain or stop:
        assert drain is not None
        assert stop is not None
        assert int(stop[1]) > int(drain[1])
    known = {PREFIX + each.name.upper() for each in fields(Settings)} | {f"{name}_FILE" for name in SECRETS}
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", text)) <= known


@pytest.mark.parametrize("file", ["docker-compose.yml", "deploy/compose.production.yml"])
def test_compose_files_are_valid(file: str, tools: Path) -> None:
    command = [tools / "check-jsonschema", "--builtin-schema", "vendor.compose-spec", ROOT / file]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout


def test_production_containers_are_bounded_watched_and_pinned() -> None:
    services = dict(re.findall(r"^  (\w+):.*\n((?:    .*\n)+)", COMPOSE, re.M))
    assert set(services) >= {"web", "worker", "migrate", "postgres", "rabbitmq"}
    shared = COMPOSE[COMPOSE.index("x-cartwright") : COMPOSE.index("\nservices:")]
    for name in ("web", "worker", "postgres", "rabbitmq"):
        assert "healthcheck" in services[name]
        own = services[name] + (shared if "*cartwright" in services[name] else "")
        assert {"mem_limit", "pids_limit"} <= set(re.findall(r"^ +(\w+):", own, re.M)), name
    images = re.findall(r"image: (\S+)", COMPOSE)
    assert [image for image in images if "@sha256:" not in image and not image.startswith("${IMAGE:?")] == []
    [base] = re.findall(r"^FROM (python\S+)", (ROOT / "Dockerfile").read_text(), re.M)
    assert re.fullmatch(r"python:3\.\d+-slim@sha256:[0-9a-f]{64}", base)


def test_no_secret_stands_in_the_environment_of_a_production_container() -> None:
    for name in re.findall(rf"{PREFIX}[A-Z_]+", COMPOSE):
        assert name not in SECRETS, name
    assert set(re.findall(rf"{PREFIX}[A-Z_]+_FILE", COMPOSE)) <= {f"{name}_FILE" for name in SECRETS}


@pytest.mark.parametrize("name", SECRETS)
def test_every_secret_can_lie_in_a_file(tmp_path: Path, name: str) -> None:
    file = tmp_path / "secret"
    file.write_text(f"{VALUES[name]}\n")
    development = {"CARTWRIGHT_ENV": "development", "CARTWRIGHT_SECRET_KEY": VALUES["CARTWRIGHT_SECRET_KEY"]}
    environment = {key: value for key, value in development.items() if key != name} | {f"{name}_FILE": str(file)}
    direct = load({**development, name: VALUES[name]}, dotenv=None)
    assert load(environment, dotenv=None) == direct
    (tmp_path / ".env").write_text(f"{name}_FILE={file}\n")
    assert load({key: development[key] for key in environment if key in development}, tmp_path / ".env") == direct


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "cannot be read: No such file"), (b" \n", "is empty"), (b"\xff\xfe\x00", "is not text in UTF-8")],
)
def test_a_secrets_file_that_holds_none_is_named(tmp_path: Path, content: bytes | None, words: str) -> None:
    if content is not None:
        (tmp_path / "key").write_bytes(content)
    with pytest.raises(BadSetting, match=f"CARTWRIGHT_SECRET_KEY_FILE: .*{words}"):
        load({"CARTWRIGHT_SECRET_KEY_FILE": str(tmp_path / "key")}, dotenv=None)


def test_a_secret_in_two_places_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(VALUES["CARTWRIGHT_SECRET_KEY"])
    both = {"CARTWRIGHT_SECRET_KEY": "x", "CARTWRIGHT_SECRET_KEY_FILE": str(tmp_path / "key")}
    with pytest.raises(BadSetting, match="are both set: keep one"):
        load(both, dotenv=None)


def test_what_is_no_secret_has_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_PORT_FILE is not a setting"):
        load({"CARTWRIGHT_PORT_FILE": str(tmp_path / "port")}, dotenv=None)
