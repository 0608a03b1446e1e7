"""The Caddy example in front of a production shop, which it serves as the Nginx example does."""

import re
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tests.deploy.proxied_shop import ROOT, ProxiedShop
from tests.deploy.test_nginx_example import (
    test_an_event_stream_passes_as_it_happens,
    test_smoke_buys_through_nginx,
    test_the_largest_picture_passes_and_a_larger_one_does_not,
    test_what_a_stranger_says_about_himself_is_not_passed_on,
)
from tests.servers.throwaway import missing

__all__ = [  # each runs here once more, with the fixture below
    "test_an_event_stream_passes_as_it_happens",
    "test_smoke_buys_through_nginx",
    "test_the_largest_picture_passes_and_a_larger_one_does_not",
    "test_what_a_stranger_says_about_himself_is_not_passed_on",
]
EXAMPLE = ROOT / "deploy" / "proxy" / "Caddyfile"
OPTIONS = """{{
	admin off
	skip_install_trust
	http_port {plain}
	https_port {port}
	storage file_system {folder}/caddy
}}
"""


class ShopBehindCaddy(ProxiedShop):
    """The same shop; Caddy has the throw-away certificate, because nobody can issue one here."""

    def start_proxy(self) -> None:
        program = shutil.which("caddy")
        if program is None:
            missing("caddy")
        site = EXAMPLE.read_text()
        certificate = f"tls {self.ca_file} {self.folder}/shop.key"
        for shown, here in (
            ("\nshop.example.com {", f"\nlocalhost:{self.port} {{\n\tbind 127.0.0.1\n\t{certificate}"),
            ("127.0.0.1:5566", self.inner),
        ):
            assert shown in site
            site = site.replace(shown, here)
        options = OPTIONS.format(plain=self.plain_port, port=self.port, folder=self.folder)
        (self.folder / "Caddyfile").write_text(options + site)
        command = [program, "run", "--adapter", "caddyfile", "--config", str(self.folder / "Caddyfile")]
        with (self.folder / "proxy.log").open("wb") as log:
            self.processes.append(subprocess.Popen(command, stdout=log, stderr=log))


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProxiedShop]:
    """A shop with the test provider behind Caddy; its worker is started by the test that needs one."""
    shop = ShopBehindCaddy(tmp_path_factory.mktemp("proxied"))
    try:
        yield shop.open()
    finally:
        shop.close()


def test_pages_come_by_http2_over_tls(proxied: ProxiedShop) -> None:
    with proxied.client(http2=True) as client:
        page = client.get("/")
    assert (page.status_code, page.http_version) == (200, "HTTP/2")
    assert "max-age=31536000" in page.headers["strict-transport-security"]
    assert not re.search(r"uvicorn|quart", page.headers.get("server", "").lower())
