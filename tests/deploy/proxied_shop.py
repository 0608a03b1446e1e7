"""A production shop on this machine, and Nginx in front of it with the example of deploy/."""

import asyncio
import contextlib
import os
import shutil
import ssl
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from models.catalog.seed import seed_demo
from models.database import close_database, open_database, write
from models.database.upgrade import upgrade
from tests.servers.throwaway import free_port, missing
from tests.web.clients import make_user

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "deploy" / "proxy" / "nginx.conf"
PATIENCE_SECONDS = 120.0
MAIN = """
{user} daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    include {folder}/site.conf;
}}
"""


def until(condition: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"still not: {what}"
        time.sleep(0.05)


class ProxiedShop:
    """`url` is where people reach it: TLS with a certificate of a throw-away authority in `ca_file`."""

    def __init__(self, folder: Path, *, test_payments: bool = True) -> None:
        self.folder, self.ca_file = folder, folder / "shop.crt"
        self._inner, self.port, self.plain_port = free_port(), free_port(), free_port()
        self.url = f"https://localhost:{self.port}"
        self._payments = "on" if test_payments else "off"
        self.processes: list[subprocess.Popen[bytes]] = []
        (folder / "key").write_text("q8Zr4Xn2Vb7Lm1Kd9Ws6Tc3Yf5Hg0Jp-Ae\n")

    def open(self) -> "ProxiedShop":
        """Fill the shop, start its web tier and the proxy, and wait until both answer. There is no worker yet."""
        asyncio.run(self._fill())
        self.start("web")
        self._make_certificate()
        self.start_proxy()
        until(self._answers, "the shop answers through its proxy")
        return self

    def start(self, *words: str) -> None:
        """Start a process of the shop."""
        with (self.folder / f"{words[0]}.log").open("ab") as log:
            command = [sys.executable, "-m", "cli", *words]
            process = subprocess.Popen(command, cwd=ROOT, env=self.environment(), stdout=log, stderr=log)
        self.processes.append(process)

    def close(self) -> None:
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CARTWRIGHT_")}
        return kept | {
            "CARTWRIGHT_ENV": "production",
            "CARTWRIGHT_DATA_DIR": str(self.folder),
            "CARTWRIGHT_PORT": str(self._inner),
            "CARTWRIGHT_SECRET_KEY_FILE": str(self.folder / "key"),
            "CARTWRIGHT_PUBLIC_URL": self.url,
            "CARTWRIGHT_TRUSTED_PROXIES": "1",
            "CARTWRIGHT_TEST_PAYMENTS": self._payments,
        }

    def client(self, **options: object) -> httpx.Client:
        """A client that trusts the throw-away authority, and no proxy of the environment."""
        context = ssl.create_default_context(cafile=str(self.ca_file))
        return httpx.Client(base_url=self.url, verify=context, trust_env=False, timeout=60, **options)  # type: ignore[arg-type]

    @property
    def inner(self) -> str:
        """Where the web tier itself listens."""
        return f"127.0.0.1:{self._inner}"

    def said(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text()

    async def _fill(self) -> None:
        url = f"sqlite:///{self.folder}/shop.db"
        await upgrade(url)
        await open_database(url)
        try:
            await write(seed_demo)
            await make_user("boss@example.com", role="admin")
        finally:
            await close_database()

    def _make_certificate(self) -> None:
        command = (
            "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
        )
        files = ["-keyout", str(self.folder / "shop.key"), "-out", str(self.ca_file)]
        subprocess.run([*command.split(), *files], check=True, capture_output=True)

    def start_proxy(self) -> None:
        """Start the example with this shop's ports and certificate."""
        program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
        if program is None:
            missing("nginx")
        site = EXAMPLE.read_text()
        for shown, here in (
            ("return 301 https://shop.example.com$", f"return 301 {self.url}$"),
            ("shop.example.com", "localhost"),
            ("/etc/ssl/", f"{self.folder}/"),
            ("127.0.0.1:5566", self.inner),
            ("listen 80", f"listen 127.0.0.1:{self.plain_port}"),
            ("listen 443", f"listen 127.0.0.1:{self.port}"),
        ):
            assert shown in site
            site = site.replace(shown, here)
        (self.folder / "site.conf").write_text(site)
        user = "user root;" if os.geteuid() == 0 else ""  # who may write into this test's folder
        (self.folder / "nginx.conf").write_text(MAIN.format(folder=self.folder, user=user))
        command = [program, "-p", str(self.folder), "-c", str(self.folder / "nginx.conf")]
        with (self.folder / "proxy.log").open("wb") as log:
            self.processes.append(subprocess.Popen(command, stdout=log, stderr=log))

    def _answers(self) -> bool:
        assert all(process.poll() is None for process in self.processes), self.said("proxy") + self.said("web")
        with contextlib.suppress(httpx.TransportError), self.client() as client:
            return client.get("/readyz").status_code == 200
        return False
