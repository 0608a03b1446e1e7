"""Procfile, compose file and app host start the same program with the same words, and use settings that there are."""

import re
from dataclasses import fields

import pytest

from cli.parser import COMMANDS
from core.settings import PREFIX, Settings
from models.jobs.ledger.job_kinds import QUEUES
from tests.house.product import ROOT

SOURCES = sorted((ROOT / "aspire/Cartwright.AppHost").glob("*.cs"))
SHARP = "\n".join(source.read_text() for source in SOURCES)
COMPOSE = (ROOT / "docker-compose.yml").read_text()

IN_PROCFILE = dict(re.findall(r"^(\w+): python -m cli (\w+)$", (ROOT / "Procfile").read_text(), re.M))
IN_COMPOSE = dict(re.findall(r"^  (\w+):[^\n]*\n    <<: \*cartwright\n    command: \[(\w+)\]$", COMPOSE, re.M))
IN_APP_HOST = {
    **{word: word for word in re.findall(r'Add(?:Task|Migration)\("(\w+)"\)', SHARP)},
    **{word: word for word in re.findall(r'Add\(name, "(\w+)"\)', SHARP)},
}


def test_a_process_has_one_name_and_that_is_its_word() -> None:
    for started in (IN_PROCFILE, IN_COMPOSE, IN_APP_HOST):
        assert {"web", "worker"} <= set(started)
        assert all(name == word for name, word in started.items())
    assert "migrate" in IN_COMPOSE
    assert set(IN_COMPOSE) <= set(IN_APP_HOST), "what compose runs, the app host runs too"
    assert 'AddExecutable(name, Python, Root, "-m", "cli", word)' in SHARP


def test_the_program_knows_all_of_these_words() -> None:
    known = {command.words for command in COMMANDS}
    assert {*IN_PROCFILE.values(), *IN_COMPOSE.values(), *IN_APP_HOST.values()} <= known


@pytest.mark.parametrize("text", [SHARP, COMPOSE], ids=["app host", "compose"])
def test_no_setting_is_used_that_there_is_not(text: str) -> None:
    used = set(re.findall(rf"\b{PREFIX}[A-Z_]+\b", text))
    assert used
    assert used <= {PREFIX + each.name.upper() for each in fields(Settings)}


def test_the_app_host_knows_the_queues() -> None:
    [named] = re.findall(r"Queues = \[([^\]]+)\]", SHARP)
    assert re.findall(r'"(\w+)"', named) == [lane.name for lane in QUEUES]


def test_what_nuget_locked_names_no_address() -> None:
    locks = sorted((ROOT / "aspire").glob("*/packages.lock.json"))
    assert len(locks) == 2
    assert not [lock.parent.name for lock in locks if "://" in lock.read_text()]
    assert not list((ROOT / "aspire").rglob("[Nn]u[Gg]et.[Cc]onfig"))
