"""All settings, read once from the environment into a frozen object and checked at the start.

The environment takes precedence over `.env`; an empty value counts as unset. A bad or unknown setting, or a malformed
line, stops the start with exit code 78 and a sentence that names it.
"""

import contextlib
import os
import re
import secrets
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from core.production_rules import is_of_no_domain, is_open_broker, weakness
from core.setting_texts import (
    contact,
    host_names,
    listed,
    one_of,
    origins,
    plain,
    public_url,
    seconds,
    sender,
    smtp_url,
    switch,
    url,
    whole,
)
from core.shop_time import time_zone

VERSION = "0.1.0"
EXIT_CONFIGURATION = 78  # sysexits.h: EX_CONFIG
EXIT_TRY_AGAIN = 75  # sysexits.h: EX_TEMPFAIL, a service such as the database is unavailable
PREFIX = "CARTWRIGHT_"
SHORTEST_SECRET, SHORTEST_OPS_TOKEN = 32, 16  # bytes
LINE_END = re.compile(r"\r\n|\r|\n")
ASSIGNMENT = re.compile(r"(export\s+)?(?P<name>[A-Za-z_][A-Za-z0-9_]*)\s*=(?P<value>.*)")


class BadSetting(Exception):
    """A sentence for the operator: which setting is wrong and what is expected."""


@dataclass(frozen=True)
class Settings:
    """The settings of one process. Fields are named after their environment variables: `port` is `CARTWRIGHT_PORT`."""

    env: str = "production"
    database_url: str = field(default="sqlite:///var/shop.db", repr=False)
    queue_url: str = field(default="sqlite:///var/queue.db", repr=False)  # it may hold a password
    smtp_url: str | None = field(default=None, repr=False)
    mail_from: str = "Cartwright <shop@localhost.localdomain>"
    mail_keep_days: int = 90
    time_zone: str = "UTC"
    secret_key: str = field(default="", repr=False)
    secret_keys: tuple[str, ...] = field(default=(), repr=False)
    trusted_hosts: tuple[str, ...] = ()
    trusted_proxies: int = 0
    public_url: str = "http://localhost:5566"
    plain_http: bool = False
    ops_token: str | None = field(default=None, repr=False)
    ops_port: int | None = None
    host: str = "127.0.0.1"
    port: int = 5566
    drain_seconds: float | None = None
    worker_name: str = ""
    concurrency: int = 8
    rate_limit: bool = True
    backlog_jobs: int = 50_000
    cors_origins: tuple[str, ...] = ()
    test_payments: bool | None = None
    failpoints: str = ""
    lease_seconds: float = 30.0
    webhook_private: bool = False
    docs: bool | None = None
    refund_proof_cents: int = 10_000
    data_dir: Path = Path("var")
    backup_dir: Path | None = None
    backup_keep: int = 96
    backup_keep_days: int = 30
    database_connections: int = 10
    database_prepared: bool = True
    asset_url: str = ""
    aspire_url: str = ""
    security_contact: str = ""

    @property
    def is_production(self) -> bool:
        return self.env == "production"

    def name_of_child(self, pid: int) -> str:
        """The name of the worker that is a supervisor's child with this pid: its own among several of one setting.

        The supervisor and the child itself say the same.
        """
        return f"{self.worker_name.removesuffix(f':{os.getpid()}')}:{pid}"

    @property
    def signing_keys(self) -> tuple[str, ...]:
        """The key that signs, followed by older keys that are still accepted."""
        return self.secret_keys or (self.secret_key,)


def load(environment: Mapping[str, str] | None = None, dotenv: Path | None = Path(".env")) -> Settings:
    """Read, check and complete the settings.

    Raises:
        BadSetting: a value is not what the setting expects, or a `CARTWRIGHT_` name is unknown.
    """
    given = _given(os.environ if environment is None else environment, dotenv)
    values: dict[str, Any] = {}
    for name, text in given.items():
        if name not in READERS:
            raise BadSetting(f"{PREFIX}{name.upper()} is not a setting; see .env.example for those there are")
        try:
            values[name] = READERS[name](text)
        except ValueError as error:
            raise BadSetting(f"{PREFIX}{name.upper()} {error}") from None
    return _completed(values)


def public_texts(environment: Mapping[str, str] | None = None, dotenv: Path | None = Path(".env")) -> dict[str, str]:
    """The settings as they were given, without those that may hold a secret. Raises BadSetting."""
    public = {each.name for each in fields(Settings) if each.repr}
    given = _given(os.environ if environment is None else environment, dotenv)
    return {f"{PREFIX}{name.upper()}": text for name, text in given.items() if name in public}


def _given(environment: Mapping[str, str], dotenv: Path | None) -> dict[str, str]:
    merged = _pairs(dotenv) | dict(environment)
    given = _with_secret_files({name: value for name, value in merged.items() if name.startswith(PREFIX) and value})
    for name, value in given.items():
        if not value.isprintable():
            raise BadSetting(f"{name} is not text in UTF-8, or holds characters that cannot be seen")
    return {name.removeprefix(PREFIX).lower(): value for name, value in given.items()}


def _with_secret_files(given: dict[str, str]) -> dict[str, str]:
    """With the contents of the files that `CARTWRIGHT_…_FILE` name, for each setting that may hold a secret."""
    for name in (f"{PREFIX}{each.name.upper()}" for each in fields(Settings) if not each.repr):
        if (file := given.pop(f"{name}_FILE", None)) is None:
            continue
        if name in given:
            raise BadSetting(f"{name} and {name}_FILE are both set: keep one")
        try:
            text = Path(file).read_text(encoding="utf-8-sig").strip()
        except OSError as error:
            raise BadSetting(f"{name}_FILE: {file} cannot be read: {error.strerror}") from None
        except UnicodeDecodeError:
            raise BadSetting(f"{name}_FILE: {file} is not text in UTF-8") from None
        if not text:
            raise BadSetting(f"{name}_FILE: {file} is empty")
        given[name] = text
    return given


def _pairs(dotenv: Path | None) -> dict[str, str]:
    """The assignments in the file. Raises BadSetting without quoting the line, which may hold a secret."""
    if dotenv is None or not os.path.lexists(dotenv):
        return {}
    try:
        text = dotenv.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadSetting(f"{dotenv} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise BadSetting(f"{dotenv} is not text in UTF-8: save it as that") from None
    lines = ((number, line.strip()) for number, line in enumerate(LINE_END.split(text), 1))
    return dict(_pair(dotenv, number, line) for number, line in lines if line and not line.startswith("#"))


def _pair(dotenv: Path, number: int, line: str) -> tuple[str, str]:
    if not line.replace("\t", " ").isprintable():
        raise BadSetting(f"{dotenv}, line {number} holds characters that cannot be seen")
    found = ASSIGNMENT.fullmatch(line)
    if found is None:
        raise BadSetting(f"{dotenv}, line {number} is no setting: write NAME=value")
    value = found["value"].strip()
    quote = value[:1] if value[:1] in ("'", '"') else ""
    if quote and value.count(quote) == 1:
        raise BadSetting(f"{dotenv}, line {number} has a quote that does not end")
    return found["name"], value[1:-1] if quote and value.endswith(quote) else value


def share_standard(dotenv: Path = Path(".env")) -> None:
    """Copy the OTEL_* lines of `.env` into the environment for OpenTelemetry; existing variables take precedence."""
    for name, value in _pairs(dotenv).items():
        if name.startswith("OTEL_") and value:
            os.environ.setdefault(name, value)


def _completed(values: dict[str, Any]) -> Settings:
    """Fill in defaults that depend on other settings, and refuse contradictions."""
    data = values.get("data_dir", Path("var"))
    values.setdefault("database_url", f"sqlite:///{data}/shop.db")
    values.setdefault("queue_url", f"sqlite:///{data}/queue.db")
    values.setdefault("public_url", f"http://localhost:{values.get('port', Settings.port)}")
    values.setdefault("worker_name", f"{socket.gethostname()}:{os.getpid()}")
    settings = Settings(**values)
    if settings.is_production:
        _check_production(settings)
    elif not settings.signing_keys[0]:
        settings = Settings(**{**values, "secret_key": _development_secret(data)})
    if settings.test_payments is None:
        settings = Settings(**{**vars(settings), "test_payments": not settings.is_production})
    if settings.docs is None:
        settings = Settings(**{**vars(settings), "docs": True})
    return settings


def _check_production(settings: Settings) -> None:
    _check_secrets(settings)
    _check_addresses(settings)
    if not settings.rate_limit:
        raise BadSetting("CARTWRIGHT_RATE_LIMIT=off is for load tests and is refused in production")
    if settings.webhook_private:
        raise BadSetting("CARTWRIGHT_WEBHOOK_PRIVATE=on is for trying things out and is refused in production")
    if settings.failpoints:
        raise BadSetting("CARTWRIGHT_FAILPOINTS is for fault tests and is refused in production")
    mail = urlsplit(settings.smtp_url or "")
    if mail.password and mail.scheme == "smtp" and mail.query != "tls=required":
        raise BadSetting("CARTWRIGHT_SMTP_URL has a password for a link that may be open: smtps:// or ?tls=required")
    if settings.smtp_url and is_of_no_domain(settings.mail_from):
        raise BadSetting(
            "CARTWRIGHT_MAIL_FROM must be an address of the shop's own domain where CARTWRIGHT_SMTP_URL is set"
        )


def _check_secrets(settings: Settings) -> None:
    name = "CARTWRIGHT_SECRET_KEYS" if settings.secret_keys else "CARTWRIGHT_SECRET_KEY"
    for key in settings.signing_keys:
        if not key:
            raise BadSetting(f"{name} must be set in production: 32 or more random bytes")
        if wrong := weakness(key, SHORTEST_SECRET):
            raise BadSetting(f"{name} {wrong}")
    if settings.ops_token and (wrong := weakness(settings.ops_token, SHORTEST_OPS_TOKEN)):
        raise BadSetting(f"CARTWRIGHT_OPS_TOKEN {wrong}")
    if is_open_broker(settings.queue_url):
        raise BadSetting("CARTWRIGHT_QUEUE_URL has no password of its own for a broker on another machine")


def _check_addresses(settings: Settings) -> None:
    if not settings.plain_http and not settings.public_url.startswith("https://"):
        raise BadSetting("CARTWRIGHT_PUBLIC_URL must be https:// in production; CARTWRIGHT_PLAIN_HTTP=on allows http")
    for name, urls in (("CORS_ORIGINS", settings.cors_origins), ("ASSET_URL", (settings.asset_url,))):
        if any(url.startswith("http://") for url in urls):
            raise BadSetting(f"CARTWRIGHT_{name} must be https:// in production")


def _development_secret(data: Path) -> str:
    """A random key kept across restarts in a file that only its owner can read."""
    file = data / "secret_key"
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.exists():
        draft = data / f".secret_key.{secrets.token_hex(8)}"
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
            out.write(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(draft, file)  # atomic, so that processes starting together read the same key
        draft.unlink()
    try:
        key = file.read_text(encoding="utf-8").strip()
    except UnicodeDecodeError:
        raise BadSetting(f"{file} is no text: delete it and start again") from None
    if not key:
        raise BadSetting(f"{file} is empty: delete it and start again")
    return key


READERS: dict[str, Callable[[str], Any]] = {
    "env": one_of("production", "development"),
    "database_url": url("sqlite", "postgresql", "postgres"),
    "queue_url": url("sqlite", "redis", "rediss", "amqp", "amqps"),
    "smtp_url": smtp_url,
    "mail_from": sender,
    "mail_keep_days": whole(1, 36_500),
    "time_zone": time_zone,
    "secret_key": plain,
    "secret_keys": listed,
    "trusted_hosts": host_names,
    "trusted_proxies": whole(0, 8),
    "public_url": public_url,
    "plain_http": switch,
    "ops_token": plain,
    "ops_port": whole(1, 65535),
    "host": plain,
    "port": whole(1, 65535),
    "drain_seconds": seconds(0, 3600),
    "worker_name": plain,
    "concurrency": whole(1, 64),
    "rate_limit": switch,
    "cors_origins": origins,
    "backlog_jobs": whole(1, 10_000_000),
    "test_payments": switch,
    "failpoints": plain,
    "lease_seconds": seconds(2, 600),
    "webhook_private": switch,
    "docs": switch,
    "refund_proof_cents": whole(0, 1_000_000_000),
    "data_dir": Path,
    "backup_dir": Path,
    "backup_keep": whole(1, 100_000),
    "backup_keep_days": whole(0, 36_500),
    "database_connections": whole(1, 1000),
    "database_prepared": switch,
    "asset_url": url("https", "http"),
    "aspire_url": url("https", "http"),
    "security_contact": contact,
}
assert set(READERS) == {each.name for each in fields(Settings)}, "a setting without a reader, or the other way round"
