"""Each command that a page shows runs here, or the page says in a sentence that it could not be run."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.parser import command_parser
from core.settings import PREFIX, load
from tests.cli.test_command_line import CLI, filled, filled_once
from tests.documents.shown_commands import ROOT, Shown, shown
from tests.fuzz.conftest import Shop, running_shop
from tests.servers.throwaway import free_port

__all__ = ["filled", "filled_once", "running_shop"]
ALL = tuple(shown())
STAY = {"up": "is open", "web": "listening", "worker": "takes"}  # and what they say then
OTHERS_SHOP = {"smoke", "demo"}
LONG = {"prove": "tests/faults/test_prove.py"}  # what runs for minutes or hours, and who runs it
# Where else a program's commands run, or who says that they were not run.
ELSEWHERE = {
    "curl": "tests/web/api/test_api_by_example.py runs those of docs/api.md",
    "dotnet": "tests/aspire runs the tests of the app host",
    "aspire": "tests/aspire starts the app host and scales it",
    "uv": "makes the locks; tests/house/test_supply.py reads them",
    "otelcol": "tests/telemetry sends to a receiver of its own",
    "createdb": "tests/servers/postgres.py makes databases by it",
}
PREPARES = {  # programs of the system, in guides whose pages say that they were not run on the machine they are for
    *(
        "az",
        "docker",
        "apt",
        "useradd",
        "git",
        "install",
        "openssl",
        "echo",
        "printf",
        "cp",
        "systemctl",
        "rm",
        "nginx",
    ),
    *("tee", "chown", "chmod"),
}
NOT_RUN = re.compile(r"not been run|not been started|has not been|could not be run")


def of(*programs: str) -> list[Shown]:
    return [each for each in ALL if each.program in programs]


def test_there_are_commands_and_each_has_somebody_who_runs_it() -> None:
    assert len(ALL) > 60
    known = {"", "cartwright", "make", "honcho", "python"} | set(ELSEWHERE) | PREPARES
    assert {each.program for each in ALL} - known == set()


def test_what_could_not_be_run_says_so_on_its_page() -> None:
    pages = {each.page for each in ALL if each.program in ("az", "docker", "systemctl")}
    assert {"deploy/azure-vm.md", "deploy/azure-container-apps.md", "deploy/azure-app-service.md"} <= pages
    unsaid = [page for page in sorted(pages) if not NOT_RUN.search(" ".join((ROOT / page).read_text().split()))]
    assert unsaid == []


def test_where_a_program_runs_instead_is_there() -> None:
    for words in ELSEWHERE.values():
        [path] = re.findall(r"tests/[\w/.]+\w", words)
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("command", of("make"), ids=str)
def test_make_has_each_target_that_is_shown(command: Shown) -> None:
    words = [word for word in command.words[1:] if "$" not in word and word != "-C" and not word.startswith("/opt")]
    asked = ["make", "--dry-run", *words]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", [each for each in ALL if each.settings], ids=str)
def test_each_setting_that_is_shown_is_one(command: Shown) -> None:
    given = dict(each.split("=", 1) for each in command.settings)
    own = {name: value for name, value in given.items() if name.startswith(PREFIX) and "$" not in value}
    load({"CARTWRIGHT_ENV": "development", "CARTWRIGHT_SECRET_KEY": "k" * 40, **own}, dotenv=None)


def environment(folder: Path, **given: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    own = {"CARTWRIGHT_ENV": "development", "CARTWRIGHT_DATA_DIR": str(folder), "CARTWRIGHT_PORT": str(free_port())}
    return kept | own | given


def ends_in_order(
    command: list[str], folder: Path, begun: str, stop: int = signal.SIGTERM, workers: int = 0, **given: str
) -> int:
    """Start it, wait until it says `begun` and so many workers work, stop all of it, and return its code."""
    log = folder / "said.log"
    with log.open("w") as file:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment(folder, **given), stdout=file, stderr=file, start_new_session=True
        )
    try:
        deadline = time.monotonic() + 120
        while begun not in (said := log.read_text()) or said.count(" takes (") < workers:
            assert process.poll() is None, log.read_text()
            assert time.monotonic() < deadline, log.read_text()
            time.sleep(0.05)
        (os.killpg if stop == signal.SIGINT else os.kill)(process.pid, stop)  # Ctrl-C reaches all of a terminal
        return process.wait(60)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.mark.parametrize("command", of("cartwright"), ids=str)
def test_each_command_of_ours_runs_as_shown(command: Shown, filled: Path, request: pytest.FixtureRequest) -> None:
    words = list(command.words[1:])
    assert command_parser().parse_args(words).run
    if words[0] in LONG:
        assert (ROOT / LONG[words[0]]).exists()
        return
    if words[0] in STAY:
        assert ends_in_order([*CLI.split(), *words], filled, STAY[words[0]]) == 0
        return
    text = ""
    if words[0] in OTHERS_SHOP:
        shop: Shop = request.getfixturevalue("running_shop")
        words = [shop.url if "://" in word else word for word in words]
    elif words[0] == "restore":
        made = [*CLI.split(), "backup", "--to", str(filled / "made")]
        subprocess.run(made, cwd=ROOT, env=environment(filled), check=True, capture_output=True)
        [copy] = (filled / "made").glob("shop-*.db")
        words, filled = ["restore", str(copy)], filled / "restored"
    elif words[0] == "admin":
        text = "velvet-otter-canyon-42\n"
    done = subprocess.run(
        [*CLI.split(), *words],
        cwd=ROOT,
        env=environment(filled),
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_make_up_opens_the_shop_and_stops_in_order(tmp_path: Path) -> None:
    assert any(each.words == ("make", "up") for each in ALL)
    ends_in_order(["make", "up"], tmp_path, "The shop is open", signal.SIGINT, workers=1)
    said = (tmp_path / "said.log").read_text()
    assert "drains" in said
    assert "Traceback" not in said


def test_the_honcho_line_drains_before_honcho_kills(filled: Path) -> None:
    [command] = of("honcho")
    page = (ROOT / command.page).read_text()
    [drain] = re.findall(r"export PATH=\S+ CARTWRIGHT_DRAIN_SECONDS=(\d+)", page)
    assert int(drain) < 5
    folder = Path(sys.executable).parent
    if shutil.which("honcho", path=str(folder)) is None:
        pytest.fail("honcho is one of the packages for development")
    path = f"{folder}:{os.environ['PATH']}"
    ends_in_order(
        [str(folder / "honcho"), *command.words[1:]],
        filled,
        "listening",
        workers=3,
        PATH=path,
        CARTWRIGHT_DRAIN_SECONDS=drain,
    )
    said = (filled / "said.log").read_text()
    assert "SIGKILL" not in said
    assert said.count("drains") == 3, said
