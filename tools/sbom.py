"""`make sbom`: every locked package of the shop as a CycloneDX 1.6 document, from the locks alone."""

import json
import re
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PIN = re.compile(r"([\w.-]+)==([^\s;\\]+)")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
ALGORITHMS = {"sha1": "SHA-1", "sha256": "SHA-256", "sha384": "SHA-384", "sha512": "SHA-512"}


def bill_of_materials() -> dict[str, Any]:
    """The document. It is the same for the same locks, but for its serial number, which is made of them."""
    version = re.findall(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(), re.M)[0]
    components = sorted(
        {each["purl"]: each for each in (*_python(), *_nuget(), *_npm())}.values(), key=lambda c: c["purl"]
    )
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(components))
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "cartwright",
                "name": "cartwright",
                "version": version,
                "purl": f"pkg:generic/cartwright@{version}",
            }
        },
        "components": components,
    }


def _python() -> Iterator[dict[str, Any]]:
    """What the shop runs on; hashes are of all files that a version was published as, so they name no single one."""
    for pin in re.split(r"\n(?=\S)", (ROOT / "requirements.lock").read_text().strip()):
        if found := PIN.match(pin):
            name = re.sub(r"[-_.]+", "-", found[1]).lower()
            files = HASH.findall(pin)
            properties = [{"name": "cartwright:locked-sha256", "value": each} for each in files]
            yield _component(f"pkg:pypi/{name}@{found[2]}", name, found[2], properties=properties)


def _nuget() -> Iterator[dict[str, Any]]:
    lock = json.loads((ROOT / "aspire" / "Cartwright.AppHost" / "packages.lock.json").read_text())
    for framework in lock["dependencies"].values():
        for name, each in framework.items():
            if "resolved" in each:
                yield _component(f"pkg:nuget/{name}@{each['resolved']}", name, each["resolved"])


def _npm() -> Iterator[dict[str, Any]]:
    lock = json.loads((ROOT / "assets" / "package-lock.json").read_text())
    for path, each in lock["packages"].items():
        if path:
            name = path.rpartition("node_modules/")[2]
            yield _component(f"pkg:npm/{name.replace('@', '%40')}@{each['version']}", name, each["version"])


def _component(purl: str, name: str, version: str, **more: Any) -> dict[str, Any]:
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, **more}


if __name__ == "__main__":
    json.dump(bill_of_materials(), sys.stdout, indent=1)
    print()
