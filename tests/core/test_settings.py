"""Settings: what is read, what is refused, and that production is strict."""

import os
import secrets
import stat
from pathlib import Path

import pytest

from core.settings import BadSetting, Settings, load, share_standard

SECRET = "q8Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae"


HTTPS = {"CARTWRIGHT_PUBLIC_URL": "https://shop.example"}
SENDERS = ("Shop", "shop@", "@shop.example", "shop@localhost", "Shop <shop>", "a@b.example, c@d.example",
           "a b@c.example", "Shop <a@b.example", "a@b..example", "a@[127.0.0.1]")  # fmt: skip


def settings_of(**given: str) -> Settings:
    return load({f"CARTWRIGHT_{name.upper()}": value for name, value in given.items()}, dotenv=None)


def production(**given: str) -> Settings:
    return settings_of(**{"secret_key": SECRET, "public_url": "https://shop.example", **given})


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
        ("database_url", "postgresql:///shop", "postgresql://"),
        ("database_url", "postgresql://u:se/cret@host/shop", "percent-encode"),
        ("database_connections", "0", "from 1 to 1000"),
        ("smtp_url", "http://mail", "smtp:// or smtps://"),
        ("smtp_url", "smtp://mail?tls=maybe", "tls=required"),
        ("smtp_url", "smtp://mail?verify=no", "tls=required"),
        *(
            ("trusted_hosts", value, "host names")
            for value in ("*", "shop.example,*", "*.example", "https://a.example")
        ),
        *(("mail_from", value, "one sender") for value in SENDERS),
        ("concurrency", "1000", "from 1 to 64"),
    ],
)
def test_a_bad_value_is_named_with_what_is_expected(name: str, value: str, words: str) -> None:
    with pytest.raises(BadSetting, match=f"CARTWRIGHT_{name.upper()} .*{words}"):
        production(**{name: value})


@pytest.mark.parametrize("password", ["se/cret", "12/cret", "12?cret", "12#cret", "/cret"])
@pytest.mark.parametrize(
    ("name", "scheme"), [("database_url", "postgresql"), ("queue_url", "redis"), ("smtp_url", "smtps")]
)
def test_the_parts_of_a_password_are_in_no_message(name: str, scheme: str, password: str) -> None:
    with pytest.raises(BadSetting, match="percent-encode what is special in a password") as refused:
        production(**{name: f"{scheme}://u:{password}@host/shop"})
    assert "cret" not in str(refused.value)
    assert "hidden" not in repr(production(database_url="postgresql://u:hidden@host/shop"))


def test_postgresql_may_be_met_at_a_socket() -> None:
    url = "postgresql://shop@/shop?host=/run/postgresql"
    assert production(database_url=url).database_url == url


def test_an_unknown_setting_is_refused() -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_PROT is not a setting"):
        production(prot="5566")


WEAK = ["short", "change-me-to-a-long-random-string", "a" * 40, "abcdefgh" * 5, "0123456789" * 4, SECRET[:8] * 4,
        SECRET[:9] * 4 + SECRET[:3], "abcdefghijklmnopqrstuvwxyz0123456789", "x" + "9876543210" * 4,
        "My-Password-Is-Long-And-Not-Random", "your-secret-key-change-in-production"]  # fmt: skip


@pytest.mark.parametrize("key", WEAK)
def test_production_refuses_a_secret_that_is_none(key: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_SECRET_KEY"):
        production(secret_key=key)
    with pytest.raises(BadSetting, match="CARTWRIGHT_SECRET_KEY"):
        production(secret_keys=f"{SECRET},{key}")


@pytest.mark.parametrize("token", ["a", "a" * 16, "hush-hush", *WEAK[2:]])
def test_production_refuses_an_ops_token_that_can_be_guessed(token: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_OPS_TOKEN"):
        production(ops_token=token)
    assert settings_of(env="development", secret_key=SECRET, ops_token=token).ops_token == token


def test_production_takes_every_random_secret() -> None:
    for make in (secrets.token_hex, secrets.token_urlsafe):
        for _ in range(200):
            key, token = make(32), make(16)
            assert (production(secret_key=key).secret_key, production(ops_token=token).ops_token) == (key, token)


@pytest.mark.parametrize("url", ["", "http://shop.example", "http://localhost:5566"])
def test_production_wants_https_unless_told_expressly(url: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_PUBLIC_URL must be https"):
        production(public_url=url)
    assert production(public_url=url, plain_http="on").public_url == (url or "http://localhost:5566")
    assert settings_of(env="development", secret_key=SECRET, public_url=url).env == "development"


BROKERS = {
    "redis://queue.example:6379/0": False,
    "rediss://queue.example/0": False,
    "redis://user@queue.example/0": False,
    "redis://10.0.0.5": False,
    "amqp://queue.example": False,
    "amqps://shop@queue.example": False,
    "amqp://guest:guest@queue.example": False,
    "amqp://shop:hG5jP0wQ@queue.example": True,
    "redis://:hG5jP0wQ@queue.example/0": True,
    "redis://127.0.0.1:6379": True,
    "redis://[::1]:6379": True,
    "amqp://guest:guest@localhost": True,
}


@pytest.mark.parametrize(("url", "is_taken"), BROKERS.items())
def test_production_takes_no_broker_on_another_machine_without_a_password(url: str, is_taken: bool) -> None:
    if is_taken:
        assert production(queue_url=url).queue_url == url
    else:
        with pytest.raises(BadSetting, match="CARTWRIGHT_QUEUE_URL"):
            production(queue_url=url)
    assert settings_of(env="development", secret_key=SECRET, queue_url=url).queue_url == url


@pytest.mark.parametrize("name", ["cors_origins", "asset_url"])
def test_production_trusts_no_scripts_over_http(name: str) -> None:
    with pytest.raises(BadSetting, match=f"CARTWRIGHT_{name.upper()} must be https"):
        production(**{name: "http://cdn.example"})
    assert production(**{name: "https://cdn.example"}).is_production


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
    assert production(port="5600", public_url="", plain_http="on").public_url == "http://localhost:5600"
    assert production(port="5600", public_url="https://shop.example").public_url == "https://shop.example"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"# a comment\nCARTWRIGHT_PORT=7000\nCARTWRIGHT_SECRET_KEY='{SECRET}'\n")
    assert load(HTTPS, tmp_path / ".env").port == 7000
    assert load({**HTTPS, "CARTWRIGHT_PORT": "7001"}, tmp_path / ".env").port == 7001


def test_a_secret_is_not_in_the_text_of_the_settings() -> None:
    assert SECRET not in repr(production(ops_token="Wq8Zr4Xn2Vb7Lm1K"))
    assert "Wq8Zr4Xn2Vb7Lm1K" not in repr(production(ops_token="Wq8Zr4Xn2Vb7Lm1K"))


@pytest.mark.parametrize("url", ["smtp://u:p@mail:587", "smtp://u:p@mail?tls=auto", "smtp://u:p@mail?tls=off"])
def test_production_sends_no_mail_password_over_a_link_that_may_be_open(url: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_SMTP_URL has a password"):
        production(smtp_url=url)
    assert settings_of(env="development", secret_key=SECRET, smtp_url=url).smtp_url == url


@pytest.mark.parametrize("url", ["smtps://u:p@mail", "smtp://u:p@mail:587?tls=required", "smtp://mail:25"])
def test_production_takes_mail_servers_that_are_safe(url: str) -> None:
    assert production(smtp_url=url, mail_from="Shop <mail@shop.example>").smtp_url == url


@pytest.mark.parametrize("sender", ["", "shop@localhost.localdomain", "Shop <shop@box.local>", "a@x.INVALID"])
def test_a_mail_server_in_production_wants_a_sender_of_the_shops_own(sender: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_MAIL_FROM must be an address of the shop's own domain"):
        production(smtp_url="smtp://mail:25", mail_from=sender)
    assert production(mail_from=sender).smtp_url is None
    assert settings_of(env="development", secret_key=SECRET, smtp_url="smtp://mail:25", mail_from=sender).smtp_url


def test_standard_variables_in_the_file_reach_opentelemetry_and_the_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / ".env"
    file.write_text("OTEL_SERVICE_NAME=from-file\nOTEL_TRACES_SAMPLER=always_off\nOTHER=1\n# OTEL_SDK_DISABLED=true\n")
    for name in ("OTEL_TRACES_SAMPLER", "OTHER", "OTEL_SDK_DISABLED"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setenv("OTEL_SERVICE_NAME", "from-environment")
    share_standard(file)
    assert os.environ["OTEL_SERVICE_NAME"] == "from-environment"
    assert os.environ["OTEL_TRACES_SAMPLER"] == "always_off"
    assert not {"OTHER", "OTEL_SDK_DISABLED"} & os.environ.keys()


READ = {
    "a byte order mark": b"\xef\xbb\xbfCARTWRIGHT_PORT=7000\n",
    "export": b"export CARTWRIGHT_PORT=7000\n",
    "export and tabs": b"\texport\tCARTWRIGHT_PORT\t=\t7000\t\n",
    "lines of Windows": b"# caf\xc3\xa9\r\nCARTWRIGHT_PORT=7000\r\n\r\n",
    "lines of an old Macintosh": b"# one\rCARTWRIGHT_PORT=7000\r",
    "quotes": b"CARTWRIGHT_PORT='7000'\nOTHER=\n",
    "a name in quotes before an address": b'CARTWRIGHT_PORT=7000\nCARTWRIGHT_MAIL_FROM="Shop, Inc." <a@b.example>\n',
    "quotes around quotes": b"CARTWRIGHT_PORT=7000\nCARTWRIGHT_MAIL_FROM='\"Shop, Inc.\" <a@b.example>'\n",
    "an apostrophe": b"CARTWRIGHT_PORT=7000\nCARTWRIGHT_MAIL_FROM=O'Shop <a@b.example>\n",
}
REFUSED = {
    "a colon": (b"CARTWRIGHT_PORT: 7000\n", "line 1 .*NAME=value"),
    "no name": (b"\n=7000\n", "line 2 .*NAME=value"),
    "a word alone": (b"# fine\nCARTWRIGHT_PORT\n", "line 2 .*NAME=value"),
    "a name with a dash": (b"CARTWRIGHT-PORT=7000\n", "line 1 .*NAME=value"),
    "a quote that does not end": (b'CARTWRIGHT_PORT="7000\n', "line 1 has a quote that does not end"),
    "a quote that ends as another": (b"CARTWRIGHT_PORT='7000\"\n", "line 1 has a quote that does not end"),
    "a quote alone": (b"CARTWRIGHT_PORT='\n", "line 1 has a quote that does not end"),
    "a quote that only ends": (b"CARTWRIGHT_ENV=development'\n", "production or development"),
    "Latin-1": (b"CARTWRIGHT_MAIL_FROM=Caf\xe9 <a@b.example>\n", "UTF-8"),
    "UTF-16": ("CARTWRIGHT_PORT=7000\n".encode("utf-16"), "UTF-8"),
    "UTF-16 without a mark": ("CARTWRIGHT_PORT=7000\n".encode("utf-16-le"), "line 1"),
    "a space that is none": ("CARTWRIGHT_PORT=\N{ZERO WIDTH SPACE}7000\n".encode(), "line 1 .*cannot be seen"),
}


@pytest.mark.parametrize("kind", READ)
def test_a_file_is_read_as_editors_and_shells_write_it(tmp_path: Path, kind: str) -> None:
    (tmp_path / ".env").write_bytes(READ[kind] + f"CARTWRIGHT_SECRET_KEY={SECRET}\n".encode())
    assert load(HTTPS, tmp_path / ".env").port == 7000


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_cannot_be_read_is_refused_and_no_part_of_it_shown(tmp_path: Path, kind: str) -> None:
    content, words = REFUSED[kind]
    (tmp_path / ".env").write_bytes(content)
    with pytest.raises(BadSetting, match=words) as refused:
        load({**HTTPS, "CARTWRIGHT_SECRET_KEY": SECRET}, tmp_path / ".env")
    assert "7000" not in str(refused.value)


def test_a_folder_or_a_broken_link_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("folder", "link"):
        with pytest.raises(BadSetting, match=f"{name} cannot be read"):
            load({**HTTPS, "CARTWRIGHT_SECRET_KEY": SECRET}, tmp_path / name)
    assert load({**HTTPS, "CARTWRIGHT_SECRET_KEY": SECRET}, tmp_path / "no file").port == 5566


def test_a_value_of_the_environment_that_is_no_text_is_refused() -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_MAIL_FROM is not text in UTF-8"):
        production(mail_from=b"Caf\xe9 <a@b.example>".decode("utf-8", "surrogateescape"))


@pytest.mark.parametrize(
    "sender", ["a@b.example", "Shop <a@b.example>", '"Shop, Inc." <a@b.example>', "Café <a@b.example>"]
)
def test_a_sender_is_an_address_with_a_name_or_without(sender: str) -> None:
    assert production(mail_from=sender).mail_from == sender


BASES = ["/shop", "?a=b", "#top", "/a?b#c"]


@pytest.mark.parametrize("url", [*(f"https://shop.example{end}" for end in BASES), "https://user:pass@shop.example"])
def test_a_public_url_that_no_path_can_be_added_to_is_refused(url: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_PUBLIC_URL must be scheme and host alone"):
        production(public_url=url)


@pytest.mark.parametrize("name", ["data_dir", "backup_dir"])
def test_a_folder_that_is_a_file_is_told_by_its_setting(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    for there in ("file", "file/below", "dangling"):
        with pytest.raises(BadSetting, match=f"CARTWRIGHT_{name.upper()} must be a folder"):
            production(**{name: str(tmp_path / there)})
    assert getattr(production(**{name: str(tmp_path / "new/below")}), name) == tmp_path / "new/below"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["dangling", "file"]


@pytest.mark.parametrize("env", ["development", "production"])
@pytest.mark.parametrize("name", ["data_dir", "backup_dir"])
def test_a_folder_that_cannot_be_made_is_told_by_its_setting(tmp_path: Path, name: str, env: str) -> None:
    given = {"data_dir": str(tmp_path), name: "/proc/nope/below"}
    with pytest.raises(
        BadSetting, match=f"CARTWRIGHT_{name.upper()} must be a folder, and none can be made in '/proc'"
    ):
        production(env=env, **given)


NO_HOSTS = ["a b", "a..b", ".shop.example", "-.example", "*", "*.shop.example", "bücher.example", "f" * 64]


@pytest.mark.parametrize("host", NO_HOSTS)
def test_a_public_url_and_an_origin_have_a_host_that_can_be_one(host: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_PUBLIC_URL must have a host"):
        production(public_url=f"https://{host}")
    with pytest.raises(BadSetting, match="CARTWRIGHT_CORS_ORIGINS must be origins"):
        production(cors_origins=f"https://{host}")


@pytest.mark.parametrize("port", ["0", "65536", "99999"])
def test_an_origin_has_a_port_that_can_be_one(port: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_CORS_ORIGINS must be origins"):
        production(cors_origins=f"https://shop.example:{port}")


@pytest.mark.parametrize("url", ["https://xn--bcher-kva.example", "https://10.0.0.1:8443", "https://[::1]:8443"])
def test_a_public_url_has_a_name_or_an_address_for_its_host(url: str) -> None:
    assert production(public_url=url).public_url == url


def test_a_weak_key_among_several_is_told_by_the_setting_that_holds_it() -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_SECRET_KEYS is too short"):
        production(secret_keys=f"{SECRET},b")


@pytest.mark.parametrize("name", ["a..b", ".shop.example", "-shop.example", "shop.example:8080", "::g", "f" * 64])
def test_a_trusted_host_that_cannot_be_one_is_refused(name: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_TRUSTED_HOSTS must be host names"):
        production(trusted_hosts=name)


@pytest.mark.parametrize("name", ["web_1", "10.0.0.1", "::1", "[::1]", "WWW.shop.example", "xn--bcher-kva.example"])
def test_a_trusted_host_is_a_name_or_an_address(name: str) -> None:
    assert production(trusted_hosts=name).trusted_hosts == (name,)


@pytest.mark.parametrize("address", ["a..b@s.example", ".a@s.example", "a.@s.example", "a@-s.example", "a@s-.example"])
def test_a_sender_that_mail_servers_refuse_is_refused(address: str) -> None:
    with pytest.raises(BadSetting, match="CARTWRIGHT_MAIL_FROM must be one sender"):
        production(mail_from=f"Shop <{address}>")


@pytest.mark.parametrize("token", ["qwertyuiopasdfghjkl", "Azertyuiop^$qsdfg", "1q2w3e4r5t6z7u8i9o"])
def test_production_refuses_rows_of_the_keyboard(token: str) -> None:
    with pytest.raises(BadSetting, match="make a random one"):
        production(ops_token=token)
