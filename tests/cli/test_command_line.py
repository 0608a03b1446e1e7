"""The command line: what it prints, what it refuses, and its exit codes."""

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.servers.throwaway import free_port

ROOT = Path(__file__).parents[2]

HTTPS = {"CARTWRIGHT_PUBLIC_URL": "https://shop.example"}


def cartwright(*words: str, folder: Path, text: str = "", **given: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CARTWRIGHT_")}
    own = {"CARTWRIGHT_DATA_DIR": str(folder), "CARTWRIGHT_PORT": str(free_port())}
    settings = {"CARTWRIGHT_ENV": "development", **own, **given}
    command = [sys.executable, "-m", "cli", *words]
    return subprocess.run(
        command, cwd=ROOT, env=kept | settings, input=text, capture_output=True, text=True, check=False
    )


CLI = f"{sys.executable} -m cli"


def in_shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A line of `sh` in the shop's folder, with development settings for it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CARTWRIGHT_")}
    settings = {"CARTWRIGHT_ENV": "development", "CARTWRIGHT_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["/bin/sh", "-c", line], cwd=folder, env=kept | settings, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated and seeded shop's folder that no test works in."""
    folder = tmp_path_factory.mktemp("filled")
    assert cartwright("migrate", folder=folder).returncode == 0
    assert "100 products" in cartwright("seed", folder=folder).stdout
    return folder


@pytest.fixture
def filled(filled_once: Path, tmp_path: Path) -> Path:
    """This test's own copy of it."""
    return Path(shutil.copytree(filled_once, tmp_path, dirs_exist_ok=True))


def test_migrating_and_seeding_twice_does_nothing_the_second_time(filled: Path) -> None:
    assert cartwright("migrate", folder=filled).stdout == ""
    assert cartwright("seed", folder=filled).stdout == ""
    assert "missing" not in cartwright("migrate", "--list", folder=filled).stdout


def test_a_migration_can_be_taken_back_and_applied_again(filled: Path) -> None:
    assert "took back" in cartwright("migrate", "--down", "--delete-data", folder=filled).stdout
    assert "missing" in cartwright("migrate", "--list", folder=filled).stdout
    assert "applied" in cartwright("migrate", folder=filled).stdout
    assert cartwright("doctor", folder=filled).returncode == 0


@pytest.mark.parametrize("words", ["worker", "web", "seed", "jobs", "admin create boss@example.com"])
def test_nothing_is_done_on_a_database_without_its_schema(tmp_path: Path, words: str) -> None:
    refused = cartwright(*words.split(), folder=tmp_path, text="velvet-otter-canyon-42\n")
    assert refused.returncode == 78
    assert "run `cartwright migrate`" in refused.stderr


AWAY = "postgresql://shop:qwzx71@127.0.0.1:9/shop"  # the port of the discard service, which nobody runs


@pytest.mark.parametrize(
    "words", ["worker", "web", "up", "migrate", "migrate --list", "seed", "jobs", "admin create b@example.com"]
)
def test_a_start_while_the_database_is_away_ends_with_one_sentence(tmp_path: Path, words: str) -> None:
    text = "velvet-otter-canyon-42\n"
    refused = cartwright(*words.split(), folder=tmp_path, text=text, CARTWRIGHT_DATABASE_URL=AWAY)
    assert refused.returncode == 75
    [sentence] = refused.stderr.splitlines()
    assert "CARTWRIGHT_DATABASE_URL: the database cannot be reached" in sentence
    assert "qwzx71" not in sentence


@pytest.mark.parametrize("words", ["worker", "migrate", "migrate --list"])
@pytest.mark.parametrize("damage", ["no database", "a folder"])
def test_a_file_that_is_no_database_is_refused_in_one_sentence(tmp_path: Path, words: str, damage: str) -> None:
    file = tmp_path / "shop.db"
    if damage == "a folder":
        file.mkdir()
    else:
        file.write_text("This is a letter to the editor, and no database at all.\n" * 100)
    refused = cartwright(*words.split(), folder=tmp_path)
    assert refused.returncode == 78
    [sentence] = refused.stderr.splitlines()
    assert "CARTWRIGHT_DATABASE_URL: the file cannot be used" in sentence


def test_doctor_says_when_it_could_not_look(tmp_path: Path) -> None:
    looked = cartwright("doctor", folder=tmp_path)
    assert looked.returncode == 2
    assert "could not look" in looked.stderr


def test_production_does_not_start_with_the_demo_password(filled: Path) -> None:
    secret = "q8Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae"
    refused = cartwright("worker", folder=filled, CARTWRIGHT_ENV="production", CARTWRIGHT_SECRET_KEY=secret, **HTTPS)
    assert refused.returncode == 78
    assert "admin@shop.com still has the password this shop ships with" in refused.stderr


def test_doctor_names_who_still_has_the_demo_password(filled: Path) -> None:
    words = "admin@shop.com still has the password this shop ships with"
    here = cartwright("doctor", folder=filled)
    assert (here.returncode, words in here.stdout) == (0, True)
    secret = "q8Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae"
    there = cartwright("doctor", folder=filled, CARTWRIGHT_ENV="production", CARTWRIGHT_SECRET_KEY=secret, **HTTPS)
    assert (there.returncode, words in there.stdout) == (1, True)


def test_production_is_never_seeded(tmp_path: Path) -> None:
    secret = "q8Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae"
    cartwright("migrate", folder=tmp_path)
    refused = cartwright("seed", folder=tmp_path, CARTWRIGHT_ENV="", CARTWRIGHT_SECRET_KEY=secret)
    assert refused.returncode == 78


def test_an_admin_is_made_with_a_password_from_standard_input(filled: Path) -> None:
    made = cartwright("admin", "create", "Boss@Example.com", folder=filled, text="velvet-otter-canyon-42\n")
    assert made.returncode == 0, made.stderr
    with sqlite3.connect(filled / "shop.db") as shop:
        audited = shop.execute("SELECT actor, action, after FROM audit_entry").fetchall()
    assert audited == [("cartwright admin create", "user.create", '{"email": "boss@example.com", "role": "admin"}')]
    again = cartwright("admin", "create", "boss@example.com", folder=filled, text="velvet-otter-canyon-42\n")
    assert (again.returncode, "already" in again.stderr) == (2, True)
    weak = cartwright("admin", "create", "other@example.com", folder=filled, text="short\n")
    assert (weak.returncode, "15 characters" in weak.stderr) == (2, True)


@pytest.mark.parametrize(
    ("redirection", "words"),
    [
        ("<&-", "Type a password, or send it by standard input."),
        ("</dev/null", "Type a password, or send it by standard input."),
        ("<latin", "The password is not text in UTF-8."),
    ],
)
def test_a_password_that_does_not_come_is_a_sentence(filled: Path, redirection: str, words: str) -> None:
    (filled / "latin").write_bytes(b"caf\xe9-velvet-otter-canyon-42\n")
    refused = in_shell(f"exec {CLI} admin create boss@example.com {redirection}", filled)
    assert (refused.returncode, refused.stderr.strip()) == (2, f"cartwright admin create: {words}")


COMMANDS = ("migrate --list", "seed", "jobs --kinds", "doctor", "pipeline")
SURROUNDINGS = {
    "closed streams": "{} <&- >&- 2>&-",
    "a pipe that nobody reads": "({}; echo $? >code) 2>&1 | exec true; exit $(cat code)",
    "an unbuffered pipe that nobody reads": "(PYTHONUNBUFFERED=1 {}; echo $? >code) 2>&1 | exec true; exit $(cat code)",
    "warnings as errors": "PYTHONWARNINGS=error {}",
    "a locale without its letters": "LC_ALL=C PYTHONCOERCECLOCALE=0 PYTHONUTF8=0 PYTHONIOENCODING=ascii {}",
    "proxies that are not there": "http_proxy=http://127.0.0.1:9 all_proxy=http://127.0.0.1:9 {}",
}


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_commands_work_in_odd_surroundings(filled: Path, surroundings: str) -> None:
    for words in COMMANDS:
        done = in_shell(SURROUNDINGS[surroundings].format(f"{CLI} {words}"), filled)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), (words, done.stderr)


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_a_demo_shop_is_made_in_odd_surroundings(tmp_path: Path, surroundings: str) -> None:
    for words in ("migrate", "seed"):
        done = in_shell(SURROUNDINGS[surroundings].format(f"{CLI} {words}"), tmp_path)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), (words, done.stderr)
    with closing(sqlite3.connect(tmp_path / "shop.db")) as made:
        (words,) = made.execute("SELECT body FROM content_page WHERE slug = 'terms'").fetchone()
    assert "“Confirmed”" in words


@pytest.mark.parametrize("words", ["pipeline", "doctor", "migrate --list", "retention --json"])
def test_a_full_disk_behind_the_output_is_no_success(filled: Path, words: str) -> None:
    refused = in_shell(f"exec {CLI} {words} >/dev/full", filled)
    assert (refused.returncode, refused.stderr) == (78, "cartwright: No space left on device\n")


def test_a_target_that_cannot_be_reached_is_told_by_its_option(filled: Path) -> None:
    refused = cartwright("copy", "--to", AWAY, folder=filled)
    assert refused.returncode == 75
    assert refused.stderr.startswith("cartwright copy: --to: the database cannot be reached")
    assert "about 1 second;" in refused.stdout
    assert "qwzx71" not in refused.stderr


def test_a_queue_there_is_not_is_refused(filled: Path) -> None:
    refused = cartwright("worker", "--queues", "orders,post", folder=filled)
    assert refused.returncode == 2
    assert "there is no queue post" in refused.stderr


@pytest.mark.parametrize(
    "words", ["worker --concurrency 0", "worker --concurrency -1", "up --workers 0", "up --workers x"]
)
def test_a_number_nobody_can_work_with_is_refused(filled: Path, words: str) -> None:
    refused = cartwright(*words.split(), folder=filled)
    assert refused.returncode == 2
    assert "error: argument" in refused.stderr


@pytest.mark.parametrize("words", ["up", "web"])
def test_a_second_shop_does_not_start_on_the_port_of_the_first(tmp_path: Path, words: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as first:
        port = str(first.getsockname()[1])
        refused = cartwright(words, folder=tmp_path, CARTWRIGHT_PORT=port)
    assert refused.returncode == 78
    assert f"CARTWRIGHT_PORT {port} cannot be had" in refused.stderr
    assert "The shop is open" not in refused.stdout


def test_a_name_that_is_no_address_of_this_machine_is_refused(tmp_path: Path) -> None:
    refused = cartwright("up", folder=tmp_path, CARTWRIGHT_HOST="nowhere.invalid")
    assert refused.returncode == 78
    assert "CARTWRIGHT_HOST nowhere.invalid is no address of this machine" in refused.stderr


def test_an_env_file_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"CARTWRIGHT_MAIL_FROM=Caf\xe9\n")
    refused = in_shell(f"exec {CLI} jobs", tmp_path)
    assert (refused.returncode, refused.stderr) == (78, "cartwright: .env is not text in UTF-8: save it as that\n")


def test_production_is_refused_once_before_any_process_is_started(filled: Path) -> None:
    secret = "q8Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae"
    refused = cartwright("up", folder=filled, CARTWRIGHT_ENV="production", CARTWRIGHT_SECRET_KEY=secret, **HTTPS)
    assert refused.returncode == 78
    assert refused.stderr.count("still has the password this shop ships with") == 1


def test_the_pipeline_is_printed_without_any_setting(tmp_path: Path) -> None:
    printed = cartwright("pipeline", folder=tmp_path, CARTWRIGHT_ENV="")
    assert "capture_payment" in printed.stdout


def test_the_installed_command_is_the_same_program(tmp_path: Path) -> None:
    command = [str(Path(sys.executable).with_name("cartwright")), "pipeline"]
    printed = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert printed.stdout == cartwright("pipeline", folder=tmp_path).stdout
    assert "capture_payment" in printed.stdout


@pytest.mark.parametrize("umask", ["0000", "0022"])
def test_files_and_folders_are_their_owners_alone_whatever_the_umask(tmp_path: Path, umask: str) -> None:
    data = tmp_path / "deep" / "data"
    given = f"CARTWRIGHT_ENV=development CARTWRIGHT_DATA_DIR={data}"
    made = in_shell(f"umask {umask}; cd {ROOT}; {given} {CLI} migrate && {given} {CLI} seed", tmp_path)
    assert made.returncode == 0, made.stderr
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in [data.parent, data, *data.iterdir()]}
    assert modes.pop("deep") == modes.pop("data") == "0o700"
    assert "shop.db" in modes
    assert set(modes.values()) == {"0o600"}, modes


def test_a_backup_is_checked_and_starts_another_shop(filled: Path, tmp_path: Path) -> None:
    made = cartwright("backup", folder=filled)
    assert made.returncode == 0, made.stderr
    assert "0 orders, checked" in made.stdout
    (file,) = (filled / "backups").glob("shop-*.db")
    assert oct(file.stat().st_mode & 0o777) == "0o600"
    described = json.loads(file.with_suffix(".json").read_text())
    assert described["settings"]["CARTWRIGHT_ENV"] == "development"
    again = cartwright("restore", str(file), folder=tmp_path / "second")
    assert again.returncode == 0, again.stderr
    assert "the queues mail and webhooks are paused" in again.stdout
    assert "0 violations" in cartwright("doctor", folder=tmp_path / "second").stdout


def test_a_backup_with_wrong_books_does_not_count(filled: Path) -> None:
    with closing(sqlite3.connect(filled / "shop.db")) as database:
        database.execute("UPDATE inventory SET on_hand = on_hand + 1 WHERE product_id = 1")
        database.commit()
    made = cartwright("backup", folder=filled)
    assert made.returncode == 1
    assert "does not count" in made.stdout
    assert not list((filled / "backups").glob("shop-*.db"))
    assert len(list((filled / "backups").glob("shop-*.suspect"))) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("backup", "--to", "{folder}/shop.db/below"), "cannot be made"),
        (("restore", "{folder}/nothing.db"), "nothing.db is no file"),
        (("restore", "{backup}"), "the database is not empty"),
    ],
)
def test_what_cannot_be_done_with_backups_is_a_sentence(filled: Path, words: tuple[str, ...], sentence: str) -> None:
    assert cartwright("backup", folder=filled).returncode == 0
    (backup,) = (filled / "backups").glob("shop-*.db")
    done = cartwright(*(word.format(folder=filled, backup=backup) for word in words), folder=filled)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_taking_data_back_takes_a_word(filled: Path) -> None:
    with closing(sqlite3.connect(filled / "shop.db")) as database:
        database.execute(
            "INSERT INTO backup_run (name, state, detail, size, orders, began_at, ended_at)"
            " VALUES ('', 'good', '', 1, 1, 1, 1)"
        )
        database.execute("UPDATE product SET family_id = NULL, option_values = NULL")
        for table in ("users", "content_page", "product_family"):  # whose rows would be lost before that
            database.execute(f"DELETE FROM {table}")
        database.commit()
    while (back := cartwright("migrate", "--down", folder=filled)).returncode == 0:
        assert "backups" not in back.stdout
    assert back.stderr.startswith("cartwright migrate: that would delete 1 rows of backup_run")
    assert cartwright("migrate", "--down", "--delete-data", folder=filled).returncode == 0


def test_too_many_steps_back_are_a_sentence(tmp_path: Path) -> None:
    assert cartwright("migrate", folder=tmp_path).returncode == 0
    for _ in cartwright("migrate", "--list", folder=tmp_path).stdout.splitlines():
        assert cartwright("migrate", "--down", "--delete-data", folder=tmp_path).returncode == 0
    back = cartwright("migrate", "--down", "--delete-data", folder=tmp_path)
    assert (back.returncode, back.stderr) == (2, "cartwright migrate: there is no migration to take back\n")


def test_what_migrating_will_do_is_said_first(filled: Path) -> None:
    assert cartwright("migrate", "--check", folder=filled).stdout == "nothing to do: the schema is this program's\n"
    assert cartwright("migrate", "--down", "--delete-data", folder=filled).returncode == 0
    said = cartwright("migrate", "--check", folder=filled).stdout
    assert "a moment" in said
    assert "processes of the release that runs now stay ready" in said
