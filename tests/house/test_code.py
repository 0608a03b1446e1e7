"""Rules of the house about code: where SQL and the environment may stand, how long things may get, what may be opened.

Each rule is a function from sources to offences; a planted violation shows that it can fail.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.house.product import Source, sources

MOST_ENTRIES = 16  # modules of one folder
LONGEST_FILE = 400
LONGEST_FUNCTION = 40  # lines without the docstring

# Why these may be longer than others. A reason that is not needed any more has to go.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[tuple[str, str], str] = {}

SQL = re.compile(r"\s*(SELECT\s.+\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+TABLE\s)", re.S)
FRAGMENT = re.compile(
    r"\s*(?:\w+\.)?\w+ (?:=|<>|<=?|>=?|LIKE) \?|.*\b(?:ORDER BY|GROUP BY|LEFT JOIN) \w|.*\bWHERE \w+[. ]|.*\bLIMIT \?"
    r"|\s*(?:\w+\.)?\w+ (?:IS (?:NOT )?NULL|(?:NOT )?IN \()",
    re.S,
)
SQL_OUTSIDE = {
    "workers/engines/huey_engine.py": "asks whether the queue's own file is readable, which is no part of the database"
}

ENVIRONMENT = {
    "core/settings.py": "the one place that reads it",
    "telemetry/endpoint.py": "the standard OTEL_* variables, which OpenTelemetry itself reads there",
    "core/process_environment.py": "hands it to programs that the shop starts",
    "models/database/make_migration.py": "hands its own environment to a child process; a developer's tool",
}

# What is opened, and why it is not the database: closing a second descriptor of it would drop SQLite's locks.
OPENED = {
    ("cli/proof/fault_kinds.py", "write_text"): "the file that tells the test provider how to behave",
    ("cli/proof/load_shoppers.py", "open"): "the shoppers' own record",
    ("cli/proof/process_table.py", "read_text"): "/proc: the parent and the command of a process",
    ("cli/proof/proof_premises.py", "open"): "the shop's processes, and no file",
    ("cli/proof/prove_command.py", "read_text"): "the log of a shop that does not open",
    ("cli/proof/prove_command.py", "shutil.rmtree"): "the folder of a proof, when all its processes have ended",
    ("cli/proof/throwaway_shop.py", "os.open"): "the log of the shop",
    ("cli/proof/verdict.py", "read_text"): "the test provider's book",
    ("models/database/make_migration.py", "shutil.copytree"): "the folder of migrations",
    ("models/database/make_migration.py", "read_text"): "a migration",
    ("models/database/make_migration.py", "write_text"): "a migration",
    ("models/database/sqlite/sqlite_connection.py", "os.open"): "the gate: a file of its own beside the database",
    ("models/database/sqlite/lock_holders.py", "os.open"): "the gate: a file of its own beside the database",
    ("models/database/sqlite/lock_holders.py", "read_text"): "/proc: the locks and the state of a process",
    ("models/database/sqlite/lock_holders.py", "read_bytes"): "/proc: the command of a process",
    ("models/database/upgrade.py", "os.open"): "the lock of migrations: a file of its own beside the database",
    ("models/content/content_pages.py", "read_text"): "what the demo shop says on its pages",
    ("models/accounts/common_passwords.py", "read_bytes"): "the common passwords that ship with the shop",
    ("models/accounts/make_common_passwords.py", "read_text"): "a list of passwords",
    ("models/accounts/make_common_passwords.py", "write_bytes"): "the common passwords that ship with the shop",
    ("models/catalog/catalogue_file.py", "read_text"): "the CSV file that is put on sale",
    ("models/backups/backup_folder.py", "open"): "a finished copy, which nobody writes any more",
    ("models/backups/backup_folder.py", "read_text"): "the description beside a copy",
    ("models/backups/backup_folder.py", "write_text"): "the description beside a copy",
    ("models/backups/postgres_dump.py", "shutil.which"): "PostgreSQL's own programs",
    ("models/catalog/seed.py", "read_text"): "the texts of the demo shop",
    ("pipelines/gateways/picture_files.py", "open"): "an uploaded picture, in memory",
    ("pipelines/gateways/test_provider.py", "read_text"): "the file that tells the test provider how to behave",
    ("pipelines/gateways/test_provider_book.py", "os.open"): "the test provider's own book",
    ("pipelines/gateways/test_provider_book.py", "open"): "the index of the test provider's book",
    ("pipelines/gateways/test_provider_book.py", "read_text"): "the index of the test provider's book",
    ("pipelines/gateways/test_provider_book.py", "shutil.rmtree"): "the index of the test provider's book",
    ("pipelines/gateways/test_provider_book.py", "write_text"): "the index of the test provider's book",
    ("cli/shoppers/demo_command.py", "open"): "the log of the shop that it starts",
    ("cli/shoppers/shop_client.py", "open"): "an address of a shop, by HTTP",
    ("core/settings.py", "read_bytes"): ".env",
    ("core/settings.py", "read_text"): "the development secret",
    ("core/settings.py", "os.open"): "the development secret",
    ("core/settings.py", "open"): "the development secret",
    ("core/settings.py", "os.link"): "the development secret",
    ("core/process_environment.py", "os.open"): "/dev/null in the place of a closed stream",
    ("web/representations/static_files.py", "read_bytes"): "static files",
    ("workers/engines/notifier.py", "os.open"): "a named pipe",
    ("workers/heartbeat.py", "open"): "/proc/self/statm",
    ("workers/engines/huey_engine.py", "os.replace"): "sets an unreadable queue file aside, which loses nothing",
}
OPENING = re.compile(
    r"(\w+\.)?(read_text|read_bytes|write_text|write_bytes)|open|io\.open|os\.(open|replace|rename|link|symlink|remove"
    r"|unlink|sendfile)|shutil\.\w+|\w+\.(copyfile|hardlink_to|symlink_to)"
)


def sql_outside_models(files: Iterable[Source]) -> list[str]:
    """Strings that are statements or pieces of them, in files of other floors."""
    return [
        f"{file.name}:{node.lineno}"
        for file in files
        if not file.name.startswith("models/") and file.name not in SQL_OUTSIDE
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and (SQL.match(node.value) or FRAGMENT.match(node.value))
    ]


def environment_elsewhere(files: Iterable[Source]) -> list[str]:
    """Uses of `os.environ` and `os.getenv`."""
    return [
        f"{file.name}:{node.lineno}"
        for file in files
        if file.name not in ENVIRONMENT
        for node in ast.walk(file.tree)
        if (isinstance(node, ast.Attribute) and node.attr in ("environ", "environb", "getenv"))
        or (isinstance(node, ast.alias) and node.name in ("environ", "environb", "getenv"))
    ]


def long_files(files: Iterable[Source]) -> set[str]:
    return {file.name for file in files if file.text.count("\n") > LONGEST_FILE}


def long_functions(files: Iterable[Source]) -> set[tuple[str, str]]:
    return {
        (file.name, function.name)
        for file in files
        for function in file.functions()
        if _length(function) > LONGEST_FUNCTION
    }


def opened(files: Iterable[Source]) -> set[tuple[str, str]]:
    """Where files are opened, copied or moved, and by what; methods of a path by their own name."""
    found = set()
    for file in files:
        for node in ast.walk(file.tree):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                name = called if called.startswith(("os.", "shutil.", "io.")) else called.rpartition(".")[2]
                if OPENING.fullmatch(name) or (name == "open" and called != "open"):
                    found.add((file.name, name))
    return found


def read_by_locale(files: Iterable[Source]) -> list[str]:
    """Where a text is read or written in the encoding of the machine's locale, whatever that is."""
    return [
        f"{file.name}:{node.lineno}"
        for file in files
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Call) and _is_text(node) and "encoding" not in {word.arg for word in node.keywords}
    ]


def _is_text(call: ast.Call) -> bool:
    called = ast.unparse(call.func)
    if called.endswith((".read_text", ".write_text")):
        return True
    if called.startswith("subprocess."):
        return bool({"text", "universal_newlines"} & {word.arg for word in call.keywords})
    modes = call.args[called in ("open", "os.fdopen") :][:1]
    is_open = called == "open" or called.endswith((".open", ".fdopen"))
    written = [mode.value for mode in modes if isinstance(mode, ast.Constant)]
    return is_open and (bool(written) and "b" not in str(written[0]) if modes else called == "open")


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    documented = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def test_sql_stands_in_models_alone() -> None:
    assert sql_outside_models(sources()) == []


def test_the_environment_is_read_in_one_place() -> None:
    assert environment_elsewhere(sources()) == []


def test_files_say_one_thing() -> None:
    assert long_files(sources()) == set(LONG_FILES)


def test_functions_fit_in_one_glance() -> None:
    assert long_functions(sources()) == set(LONG_FUNCTIONS)


def repeated_names(files: Iterable[Source]) -> list[str]:
    """File names and names of classes that stand in more than one place."""
    modules = Counter(Path(file.name).stem for file in files if not file.name.endswith(("__init__.py", "__main__.py")))
    classes = Counter(node.name for file in files for node in file.tree.body if isinstance(node, ast.ClassDef))
    return sorted(name for names in (modules, classes) for name, times in names.items() if times > 1)


def crowded_folders(files: Iterable[Source]) -> list[str]:
    folders = Counter(str(Path(file.name).parent) for file in files if not file.name.endswith("__init__.py"))
    return sorted(folder for folder, entries in folders.items() if entries > MOST_ENTRIES)


def test_one_name_means_one_thing() -> None:
    assert repeated_names(sources()) == []
    planted = [Source("models/carts/carts.py", "class Cart: ..."), Source("web/shop/carts.py", "class Cart: ...")]
    assert repeated_names(planted) == ["Cart", "carts"]


def test_a_folder_can_be_taken_in_at_once() -> None:
    assert crowded_folders(sources()) == []
    assert crowded_folders([Source(f"models/orders/m{number}.py", "") for number in range(99)]) == ["models/orders"]


def test_nothing_opens_or_copies_the_database() -> None:
    assert opened(sources()) == set(OPENED)


def test_files_are_read_as_utf_8_whatever_the_locale() -> None:
    assert read_by_locale(sources()) == []
    assert not read_by_locale(
        [Source("core/plain.py", "path.open('rb'); os.open(path, 0); open(path, 'wb'); shop.open()")]
    )


def test_modules_open_with_a_promise() -> None:
    names = [file for file in sources() if file.text.strip()]
    assert [file.name for file in names if not ast.get_docstring(file.tree)] == []


LONG = "def long():\n" + "    x = 1\n" * (LONGEST_FUNCTION + 1)


@pytest.mark.parametrize(
    ("rule", "planted"),
    [
        (sql_outside_models, "work = lambda tx: tx.fetch('SELECT id FROM orders')"),
        (sql_outside_models, "S = f'UPDATE orders SET status = {1}'"),
        (sql_outside_models, "S = '''\nDELETE FROM orders'''"),
        (sql_outside_models, "order = view(tx, 'o.public_id = ?', id)"),
        (sql_outside_models, "rows = page(tx, f'{x} ORDER BY id')"),
        (sql_outside_models, "found = some(tx, 'user_id IS NULL')"),
        (environment_elsewhere, "import os\nos.environ['X']"),
        (environment_elsewhere, "from os import getenv"),
        (long_files, "x = 1\n" * (LONGEST_FILE + 1)),
        (long_functions, LONG),
        (long_functions, "class A:\n" + "".join(f"    {line}\n" for line in LONG.splitlines())),
        (opened, "open(settings.database_url)"),
        (opened, "import shutil\nshutil.copy('var/shop.db', 'x')"),
        (opened, "Path('var/shop.db').read_bytes()"),
        (opened, "Path('var/shop.db').open()"),
        (opened, "import os\nos.open(path, 0)"),
        (read_by_locale, "(FOLDER / name).read_text()"),
        (read_by_locale, "path.write_text(words)"),
        (read_by_locale, "open(path)"),
        (read_by_locale, "path.open('a')"),
        (read_by_locale, "subprocess.run(command, text=True)"),
    ],
)
def test_each_rule_can_fail(rule, planted) -> None:  # type: ignore[no-untyped-def]
    assert rule([Source("web/planted.py", planted)])
    assert not rule(
        [Source("web/planted.py", '"""Selects what follows from an update set of files."""\nx = "SELECT"\n')]
    )
