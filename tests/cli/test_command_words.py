"""How every command speaks: help with examples, JSON, colours on a terminal only, sentences instead of tracebacks."""

import json
import os
import pty
import re
import select
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from cli.exit_codes import EXIT_CODES, as_table
from cli.parser import COMMANDS, command_parser
from core.settings import Settings
from tests.cli.test_command_line import CLI, ROOT, cartwright, filled, filled_once, in_shell

__all__ = ["filled", "filled_once"]
REFERENCE = (ROOT / "docs" / "commands.md").read_text()
IDENTIFIER = re.compile(r"[a-z]+(_[a-z]+)*")
COLOUR = re.compile(rb"\x1b\[[0-9;]*3[0-9]m")


@pytest.mark.parametrize("command", COMMANDS, ids=[command.words for command in COMMANDS])
def test_the_help_of_each_command_has_examples_that_are_understood(
    command: object, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command_parser().parse_args([*command.words.split(), "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert command.summary in " ".join(said.split())
    assert command.examples
    for line, purpose in command.examples:
        assert f"{line} " in said
        assert purpose in said
        program, *words = shlex.split(line)
        assert program == "cartwright"
        assert command_parser().parse_args(words).run is command.run


def test_every_option_says_what_it_is_for() -> None:
    for command in COMMANDS:
        parser = command_parser()
        command.options(parser)
        unsaid = [action.dest for action in parser._actions if action.option_strings and action.help is None]
        assert unsaid == [], command.words


def test_the_page_of_commands_and_codes_is_the_programs_own() -> None:
    assert as_table() in REFERENCE
    rows = re.findall(r"^\| `([a-z -]+)` \| (.*) \|$", REFERENCE, re.M)
    assert rows == [(command.words, command.summary) for command in COMMANDS]


def test_no_code_is_returned_that_is_not_in_the_table() -> None:
    written = {
        int(code)
        for file in [*(ROOT / "cli").rglob("*.py"), ROOT / "core" / "settings.py"]
        for code in re.findall(r"(?:return|exit\(|EXIT_\w+ =) (\d+)\b", file.read_text())
    }
    assert written <= set(EXIT_CODES)
    assert {0, 1, 2, 70, 75, 78, 130} == set(EXIT_CODES)


def test_without_a_command_there_is_help_and_no_success(tmp_path: Path) -> None:
    asked = cartwright(folder=tmp_path)
    assert (asked.returncode, asked.stdout) == (2, "")
    assert "examples:" in asked.stderr
    assert "exit codes:" in asked.stderr


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("docter", "there is no command 'docter': did you mean doctor?"),
        ("admin creat x@example.com", "did you mean create?"),
        ("up --workers 0", "has to be 1 to 64, not 0: a shop without a worker takes orders that nobody works on"),
        ("up --workers -3", "not -3: a shop without a worker"),
        ("up --workers x", "has to be a whole number from 1 to 64, not x"),
        ("up --workers 65", "has to be 1 to 64, not 65"),
        ("worker --concurrency 1.5", "has to be a whole number from 1 to 64, not 1.5"),
        ("demo --orders -1", "has to be 1 to 1000000, not -1: shoppers who order nothing show nothing"),
        ("demo --orders 0", "has to be 1 to 1000000, not 0"),
        ("prove --seed x", "has to be a number from 0 to 1,000,000,000, not x"),
        ("prove --seconds nan", "has to be a number from 5 to 3,600, not nan"),
        ("doctor --fulll", "cartwright doctor: error: there is no option --fulll: did you mean --full?"),
        ("admin create a@example.com b", "cartwright admin create: error: nobody expects 'b' here"),
        ("migrate --check --down", "argument --down: not allowed with argument --check"),
        ("migrate --list --down", "argument --down: not allowed with argument --list"),
        ("smoke http://[::1", "the address has to be one such as https://shop.example.com"),
        ("smoke http://127.0.0.1:99999", "the address has to be one such as https://shop.example.com"),
    ],
)
def test_wrong_words_are_answered_in_words(tmp_path: Path, words: str, sentence: str) -> None:
    refused = cartwright(*words.split(), folder=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert sentence in refused.stderr
    assert "_" not in refused.stderr
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("migrate --yes", "--yes and --delete-data belong to --down"),
        ("restore .", "cartwright restore: . is no file"),
        ("copy --to mysql://shop@db/shop", "say where to: --to postgresql://user:password@host/database"),
    ],
)
def test_what_does_not_fit_together_is_refused_before_anything_is_done(
    tmp_path: Path, words: str, sentence: str
) -> None:
    refused = cartwright(*words.split(), folder=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert sentence in refused.stderr
    assert not (tmp_path / "shop.db").exists()


LISTS: dict[str, Callable[[object], bool]] = {
    "migrate --list": lambda found: found[0] == {"state": "applied", "migration": "0_20261123000000_init.py"},
    "migrate --check": lambda found: found["missing"] == [],
    "doctor": lambda found: found["violations"] == [] and "admin@shop.com" in found["for_a_person"][0],
    "jobs": lambda found: found == [],
    "jobs --kinds": lambda found: {"kind", "queue", "attempts", "purpose"} == set(found[0]),
    "pipeline": lambda found: (
        found[0]
        == {
            "status": "pending",
            "is_entered": False,
            "steps": ["reserve_stock"],
            "becomes": "reserved",
            "if_refused": "cancelled",
            "undone_by": None,
        }
        and found[-1]["is_entered"]
        and found[-1]["steps"] == ["free_stock", "refund_payment", "email_cancellation"]
    ),
    "retention": lambda found: set(found[0]) == {"age", "what"},
    "backup": lambda found: found["orders"] == 0,
}


@pytest.mark.parametrize("words", LISTS)
def test_what_is_listed_is_listed_as_json_too(filled: Path, words: str) -> None:
    done = cartwright(*words.split(), "--json", folder=filled)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert LISTS[words](found)
    each = found[0] if isinstance(found, list) and found else found
    assert all(IDENTIFIER.fullmatch(key) for key in each), "keys are for programs"


def test_a_shop_without_jobs_says_so_beside_an_empty_list(filled: Path) -> None:
    done = cartwright("jobs", folder=filled)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "There are no jobs yet: each order makes some.\n")


def test_violations_are_listed_as_json(filled: Path) -> None:
    with closing(sqlite3.connect(filled / "shop.db")) as database:
        database.execute("UPDATE inventory SET on_hand = on_hand + 1 WHERE product_id = 1")
        database.commit()
    done = cartwright("doctor", "--json", folder=filled)
    assert done.returncode == 1
    assert {"invariant", "words"} == set(json.loads(done.stdout)["violations"][0])


def on_a_terminal(*words: str, folder: Path, **given: str) -> bytes:
    """What a command writes to a terminal, standard output and error together."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("CARTWRIGHT_", "NO_COLOR"))}
    own = {"CARTWRIGHT_ENV": "development", "CARTWRIGHT_DATA_DIR": str(folder), "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "cli", *words]
    with subprocess.Popen(command, cwd=ROOT, env=kept | own | given, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        said = b""
        while True:
            select.select([ours], [], [])
            try:
                part = os.read(ours, 65_536)
            except OSError:  # Linux says so when the last writer has closed it
                part = b""
            if not part:
                break
            said += part
    os.close(ours)
    assert process.returncode == 0, said
    return said


def test_colours_are_for_terminals_and_those_who_want_them(filled: Path) -> None:
    assert COLOUR.search(on_a_terminal("migrate", "--list", folder=filled))
    assert not COLOUR.search(on_a_terminal("migrate", "--list", folder=filled, NO_COLOR="1"))
    assert b"\x1b" not in on_a_terminal("migrate", "--list", folder=filled, TERM="dumb")
    assert "\x1b" not in cartwright("migrate", "--list", folder=filled).stdout


def test_long_work_shows_on_a_terminal_that_it_goes_on(tmp_path: Path, filled: Path) -> None:
    assert "migrating…".encode() in on_a_terminal("migrate", folder=tmp_path / "new")
    assert b"copying" in on_a_terminal("backup", folder=filled)
    assert cartwright("backup", folder=filled).stderr == ""


def damaged_key(folder: Path) -> None:
    (folder / "secret_key").write_bytes(b"\xaf\x00\xfe" * 20)


def folder_as_key(folder: Path) -> None:
    (folder / "secret_key").unlink()
    (folder / "secret_key").mkdir()


def too_new_schema(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "shop.db")) as database:
        database.execute(
            "INSERT INTO aerich (version, app, content)"
            " SELECT '99_20270101000000_future.py', app, content FROM aerich LIMIT 1"
        )
        database.commit()


def no_folder(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("no folder")


DAMAGES = {
    damaged_key: (78, "secret_key is no text: delete it and start again"),
    folder_as_key: (78, "secret_key cannot be used: Is a directory"),
    too_new_schema: (78, "the database is newer than this program (it has 99_20270101000000_future.py)"),
    no_folder: (78, "shop cannot be used: File exists"),
}
EVERY = ("web", "worker", "up", "migrate", "migrate --check", "seed", "jobs", "backup", "doctor")


@pytest.fixture
def broken_shop(filled_once: Path, tmp_path: Path) -> Path:
    """A filled shop's folder, beside nothing else."""
    return Path(shutil.copytree(filled_once, tmp_path / "shop"))


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_what_lies_in_the_folder_is_never_answered_with_a_traceback(
    broken_shop: Path, damage: Callable[..., None]
) -> None:
    damage(broken_shop)
    code, sentence = DAMAGES[damage]
    for words in EVERY:
        refused = cartwright(*words.split(), folder=broken_shop)
        assert "Traceback" not in refused.stderr
        assert sentence in refused.stderr, words
        assert refused.returncode == (2 if words == "doctor" and damage is too_new_schema else code), words
        assert len(refused.stderr.splitlines()) == 1, refused.stderr


@pytest.mark.skipif(shutil.which("setpriv") is None, reason="needs setpriv of util-linux")
@pytest.mark.parametrize(("name", "mode"), [("", 0o000), ("", 0o500), ("shop.db", 0o000)])
def test_a_folder_or_file_that_may_not_be_used_is_a_sentence(broken_shop: Path, name: str, mode: int) -> None:
    """As root this takes away the right to use what is others'."""
    (broken_shop / name).chmod(mode)
    drop = "setpriv --bounding-set=-dac_override,-dac_read_search" if os.geteuid() == 0 else ""
    try:
        for words in ("worker", "migrate", "seed", "jobs", "backup"):
            given = f"cd {ROOT} && CARTWRIGHT_SECRET_KEY=x CARTWRIGHT_DATA_DIR={broken_shop}"
            refused = in_shell(f"{given} exec {drop} {CLI} {words}", broken_shop.parent)
            assert refused.returncode == 78, (words, refused.stderr)
            assert "cannot be used" in refused.stderr
            assert len(refused.stderr.splitlines()) == 1, refused.stderr
    finally:
        (broken_shop / name).chmod(0o700)


@pytest.mark.parametrize("beside", [b"{}", b"[1]", b"\xfd\x00", b'{"violations": 3}'])
def test_a_description_that_is_garbage_is_a_sentence(tmp_path: Path, beside: bytes) -> None:
    (tmp_path / "copy.db").write_bytes(os.urandom(9000))
    (tmp_path / "copy.json").write_bytes(beside)
    refused = cartwright("restore", str(tmp_path / "copy.db"), folder=tmp_path / "new")
    assert refused.returncode == 2
    assert "is not what `cartwright backup` writes beside a copy" in refused.stderr


def test_a_migration_of_a_newer_release_is_not_taken_back(filled: Path) -> None:
    too_new_schema(filled)
    refused = cartwright("migrate", "--down", "--delete-data", folder=filled)
    assert refused.returncode == 2
    assert "99_20270101000000_future.py is of a newer release, and only that can take it back" in refused.stderr
    listed = json.loads(cartwright("migrate", "--list", "--json", folder=filled).stdout)
    assert listed[-1] == {"state": "newer", "migration": "99_20270101000000_future.py"}


def test_a_fault_of_the_program_is_a_sentence_and_where_only_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(settings: Settings, _: object) -> int:
        raise LookupError(f"no {settings.env}")

    from cli import command_line

    def faulty_parser() -> object:
        parser = command_parser()
        parse = parser.parse_args

        def parse_args(words: object) -> object:
            arguments = parse(words)
            arguments.run = broken
            return arguments

        parser.parse_args = parse_args  # type: ignore[method-assign]
        return parser

    monkeypatch.setattr(command_line, "command_parser", faulty_parser)
    monkeypatch.setattr(command_line.process_environment, "settle", lambda: None)
    monkeypatch.setattr(command_line, "_prepare", lambda settings: None)
    assert command_line.main(["pipeline"]) == 70
    assert "a fault of the program: LookupError: no production (in broken, line" in capsys.readouterr().err
    assert command_line.main(["--trace", "pipeline"]) == 70
    assert "Traceback" in capsys.readouterr().err


def test_ctrl_c_at_a_question_is_no_traceback(filled: Path) -> None:
    """The password is waited for on standard input, which stays open and silent."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CARTWRIGHT_")}
    own = {"CARTWRIGHT_ENV": "development", "CARTWRIGHT_DATA_DIR": str(filled), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "cli", "admin", "create", "boss@example.com"]
    asking = subprocess.Popen(
        command, cwd=ROOT, env=kept | own, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while "anon_pipe_read" not in (waits := Path(f"/proc/{asking.pid}/wchan").read_text()) and "pipe" not in waits:
        assert asking.poll() is None
        select.select([], [], [], 0.05)
    asking.send_signal(signal.SIGINT)
    _, said = asking.communicate()
    assert (asking.returncode, said) == (130, "cartwright: interrupted\n")
