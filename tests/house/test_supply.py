"""What is installed is what was locked, and the image runs it as nobody."""

import re

from tests.house.product import ROOT

IGNORED = (ROOT / ".dockerignore").read_text().split()
IMAGE = (ROOT / "Dockerfile").read_text()


def test_h27_every_dependency_is_pinned_with_its_hashes() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        pins = re.split(r"\n(?=\S)", (ROOT / name).read_text().strip())
        assert pins
        assert [
            pin for pin in pins if not re.match(r"[\w.-]+(\[[\w,]+\])?==\S+.*\n? +--hash=sha256:[0-9a-f]{64}", pin)
        ] == []
    assert set(re.findall(r"pip install (.*?)(?: &&|$)", IMAGE, re.M)) == {"--require-hashes -r requirements.lock"}


def test_h27_the_image_holds_the_templates_and_runs_as_nobody() -> None:
    last = IMAGE[IMAGE.rindex("\nFROM ") :]
    assert re.search(r"^COPY \. /app$", last, re.M)
    assert not {"templates", "templates/", "migrations", "web", "*"} & set(IGNORED)
    assert re.search(r"^USER 10001:10001$", last, re.M)
