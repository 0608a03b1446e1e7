"""Settings: what is read, what is refused, and that production is strict."""

import stat
from pathlib import Path

import pytest

from settings import BadSetting, Settings, load

SECRET = "q8Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae"


def settings_of(**given: str) -> Settings:
    return load({f"CARTWRIGHT_{name.upper()}": value for name, value in given.items()}, dotenv=None)


def production(**given: str) -> Settings:
    return settings_of(secret_key=SECRET, **given)


def test_unset_means_production() -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_SECRET_KEY must be set in production"):
        settings_of()


def test_an_empty_value_counts_as_unset() -> None:
    assert production(port="", env="").port == 5566


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("port", "0", "from 1 to 65535"),
        ("port", "55x", "from 1 to 65535"),
        ("port", "\u0665", "from 1 to 65535"),
        ("env", "staging", "production or development"),
        ("rate_limit", "no", "on or off"),
        ("cors_origins", "*", "origins such as"),
        ("cors_origins", "https://a.example,https://b.example/path", "origins such as"),
        ("backlog_jobs", "0", "a whole number from 1"),
        ("drain_seconds", "-1", "seconds from 0 to 3600"),
        ("database_url", "mysql://x/y", "postgresql://"),
        ("database_url", "sqlite://", "sqlite://"),
        ("smtp_url", "http://mail", "smtp:// or smtps://"),
        ("concurrency", "1000", "from 1 to 64"),
    ],
)
def test_a_bad_value_is_named_with_what_is_expected(name: str, value: str, words: str) -> None:
    with pytest.raises(BadSetting, match=f"CARTWRIGHT_{name.upper()} .*{words}"):
        production(**{name: value})


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_PROT is not a setting"):
        production(prot="5566")


@pytest.mark.parametrize("key", ["short", "change-me-to-a-long-random-string", "a" * 40])
def test_production_refuses_a_secret_that_is_none(key: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_SECRET_KEY"):
        settings_of(secret_key=key)


@pytest.mark.parametrize(("name", "value"), [("rate_limit", "off"), ("failpoints", "after_ask=kill")])
def test_production_refuses_what_is_for_tests(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match="refused in production"):
        production(**{name: value})


def test_the_test_provider_is_off_in_production_unless_asked_for() -> None:
    assert production().test_payments is False
    assert production(test_payments="on").test_payments is True
    assert settings_of(env="development", secret_key=SECRET).test_payments is True


def test_development_makes_a_secret_once_that_only_its_owner_can_read(tmp_path: Path) -> None:
    first = settings_of(env="development", data_dir=str(tmp_path))
    assert settings_of(env="development", data_dir=str(tmp_path)).secret_key == first.secret_key
    assert len(first.secret_key) >= 32
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600


def test_the_data_folder_moves_both_files() -> None:
    moved = production(data_dir="elsewhere")
    assert moved.database_url == "sqlite:///elsewhere/shop.db"
    assert moved.queue_url == "sqlite:///elsewhere/queue.db"


def test_links_lead_to_the_port_that_is_served() -> None:
    assert production(port="5600").public_url == "http://localhost:5600"
    assert production(port="5600", public_url="https://shop.example").public_url == "https://shop.example"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"# a comment\nCARTWRIGHT_PORT=7000\nCARTWRIGHT_SECRET_KEY='{SECRET}'\n")
    assert load({}, tmp_path / ".env").port == 7000
    assert load({"CARTWRIGHT_PORT": "7001"}, tmp_path / ".env").port == 7001


def test_a_secret_is_not_in_the_text_of_the_settings() -> None:
    assert SECRET not in repr(production(ops_token="hush-hush"))
    assert "hush-hush" not in repr(production(ops_token="hush-hush"))
