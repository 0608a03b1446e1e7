"""`make audit`: asks the advisory databases about every locked package of Python, NuGet and npm.

Each database is first asked about a version that is known to be vulnerable. One that does not know it, or does not
answer, has looked at nothing, and that is never green. 0: nothing is known; 1: something vulnerable is locked; 2: one
database, or more, could not look.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent  # of the environment that has pip-audit
KNOWN_PYTHON = "jinja2==2.4.1\n"
KNOWN_NPM = ("lodash", "4.17.0")
KNOWN_NUGET = ("Newtonsoft.Json", "12.0.1")
CSPROJ = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>netstandard2.0</TargetFramework>
<NuGetAudit>false</NuGetAudit></PropertyGroup><ItemGroup><PackageReference Include="{0}" Version="{1}" /></ItemGroup>
</Project>
"""


class CouldNotLook(Exception):
    """The database gave no answer that can be believed; the message says which and why."""


def main(only: Sequence[str]) -> int:
    """Audit all, or the ecosystems that are named."""
    found, unseen = 0, 0
    for name, audit in AUDITS.items():
        if only and name not in only:
            continue
        try:
            words = list(audit())
        except CouldNotLook as error:
            print(f"{name}: COULD NOT LOOK: {error}")
            unseen += 1
            continue
        print("\n".join(f"{name}: VULNERABLE: {each}" for each in words) or f"{name}: nothing known")
        found += len(words)
    return 1 if found else 2 if unseen else 0


def python() -> Iterator[str]:
    """Every `requirements*.lock` in the tree."""
    with tempfile.TemporaryDirectory() as folder:
        known = Path(folder) / "known.txt"
        known.write_text(KNOWN_PYTHON)
        if not list(_pip_audit(known)):
            raise CouldNotLook(f"the database knows nothing of {KNOWN_PYTHON.strip()}, which is vulnerable")
    locks = sorted(each for each in ROOT.rglob("requirements*.lock") if not _is_installed(each))
    if not locks:
        raise CouldNotLook("there is no requirements*.lock")
    for lock in locks:
        yield from (f"{words} in {lock.relative_to(ROOT)}" for words in _pip_audit(lock))


def npm() -> Iterator[str]:
    """Every package-lock.json in the tree."""
    with tempfile.TemporaryDirectory() as folder:
        name, version = KNOWN_NPM
        packages = {
            "": {"name": "known", "dependencies": {name: version}},
            f"node_modules/{name}": {"version": version},
        }
        lock = {"name": "known", "lockfileVersion": 3, "requires": True, "packages": packages}
        (Path(folder) / "package.json").write_text(json.dumps({"name": "known", "dependencies": {name: version}}))
        (Path(folder) / "package-lock.json").write_text(json.dumps(lock))
        if not list(_npm_audit(Path(folder))):
            raise CouldNotLook(f"the database knows nothing of {name} {version}, which is vulnerable")
    for lock in sorted(each for each in ROOT.rglob("package-lock.json") if not _is_installed(each)):
        yield from (f"{words} in {lock.relative_to(ROOT)}" for words in _npm_audit(lock.parent))


def nuget() -> Iterator[str]:
    """The app host and its tests."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "known.csproj").write_text(CSPROJ.format(*KNOWN_NUGET))
        _run("dotnet", "restore", folder=Path(folder))
        if not list(_dotnet_list(Path(folder) / "known.csproj")):
            raise CouldNotLook(f"the database knows nothing of {' '.join(KNOWN_NUGET)}, which is vulnerable")
    solution = ROOT / "aspire" / "Cartwright.slnx"
    _run("dotnet", "restore", str(solution), folder=ROOT)
    yield from _dotnet_list(solution)


def _pip_audit(lock: Path) -> Iterator[str]:
    hashed = ("--require-hashes",) if lock.suffix == ".lock" else ("--no-deps",)
    program = BIN / "pip-audit"
    answer = _json(
        str(program), "--disable-pip", *hashed, "--format", "json", "--progress-spinner", "off", "-r", str(lock)
    )
    packages = answer.get("dependencies", [])
    if not packages or (unseen := [each["name"] for each in packages if "skip_reason" in each]):
        raise CouldNotLook(f"{lock.name}: {', '.join(unseen) if packages else 'no package'} was not looked up")
    for each in packages:
        yield from (f"{each['name']} {each['version']}: {vulnerability['id']}" for vulnerability in each["vulns"])


def _npm_audit(folder: Path) -> Iterator[str]:
    answer = _json("npm", "audit", "--package-lock-only", "--json", folder=folder)
    if "vulnerabilities" not in answer:
        raise CouldNotLook(str(answer.get("message") or answer.get("error") or "npm audit gave no answer")[:200])
    for name, each in answer["vulnerabilities"].items():
        yield f"{name} {each.get('range', '')}: {each['severity']}"


def _dotnet_list(project: Path) -> Iterator[str]:
    words = ("--vulnerable", "--include-transitive", "--format", "json")
    answer = _json("dotnet", "list", str(project), "package", *words)
    for found in answer.get("projects", []):
        for framework in found.get("frameworks", []):
            for kind in ("topLevelPackages", "transitivePackages"):
                for each in framework.get(kind, []):
                    yield f"{each['id']} {each['resolvedVersion']} in {Path(found['path']).name}"


def _json(*command: str, folder: Path = ROOT) -> Any:
    """The document that a program prints, whatever its code. Raises CouldNotLook if it prints none."""
    done = _run(*command, folder=folder, may_fail=True)
    try:
        return json.loads(done.stdout)
    except ValueError:
        last = (done.stderr.strip() or done.stdout.strip() or f"{command[0]} said nothing").splitlines()[-1]
        raise CouldNotLook(last[:200]) from None


def _run(*command: str, folder: Path, may_fail: bool = False) -> subprocess.CompletedProcess[str]:
    if shutil.which(command[0]) is None:
        raise CouldNotLook(f"{Path(command[0]).name} is not installed")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode and not may_fail:
        raise CouldNotLook(f"{command[0]} {command[1]} failed: {(done.stdout + done.stderr).strip()[-200:]}")
    return done


def _is_installed(file: Path) -> bool:
    """Whether it belongs to an environment rather than to the tree."""
    return bool({".venv", ".tools", "node_modules", "site-packages"} & set(file.relative_to(ROOT).parts))


AUDITS: dict[str, Callable[[], Iterator[str]]] = {"python": python, "nuget": nuget, "npm": npm}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
