"""Build what the browser loads: `python assets/build.py` fills web/static from locked packages and our own styles.

The result is committed, so that nobody needs Node to run the shop. With `--check` the build fails when it changed
anything, which is how a forgotten build is found.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
PACKAGES = HERE / "node_modules"
STATIC = HERE.parent / "web" / "static"
VENDOR = STATIC / "vendor"


class Vendored(NamedTuple):
    """One file taken from a package: where it lies there, how it is called here, and what is put in place of what."""

    package: str
    source: str
    name: str
    edits: tuple[tuple[bytes, bytes], ...] = ()

    def content(self) -> bytes:
        """The file as it is served. Fails when there is nothing left to edit."""
        text = (PACKAGES / self.package / self.source).read_bytes()
        for before, after in self.edits:
            if before not in text:
                raise SystemExit(f"{self.source} of {self.package} no longer holds {before!r}")
            text = text.replace(before, after)
        return text


REDOC_LOGO = b'"https://cdn.redoc.ly/redoc/logo-mini.svg"'
MAPS = [(f"\n//# sourceMappingURL={name}.map".encode(), b"") for name in ("purify.min.js", "squire.js")]
FILES = (
    Vendored("@alpinejs/csp", "dist/cdn.min.js", "alpine-csp.min.js"),
    Vendored(
        "@fontsource-variable/bricolage-grotesque",
        "files/bricolage-grotesque-latin-wght-normal.woff2",
        "bricolage-latin.woff2",
    ),
    Vendored("@fontsource-variable/inter", "files/inter-latin-wght-normal.woff2", "inter-latin.woff2"),
    Vendored("@fontsource-variable/inter", "files/inter-latin-ext-wght-normal.woff2", "inter-latin-ext.woff2"),
    Vendored("htmx.org", "dist/htmx.min.js", "htmx.min.js"),
    Vendored("dompurify", "dist/purify.min.js", "purify.min.js", (MAPS[0],)),
    # its logo comes from another site, which the policy of our pages blocks: none is shown instead
    Vendored("redoc", "bundles/redoc.standalone.js", "redoc.standalone.js", ((REDOC_LOGO, b'"data:,"'),)),
    Vendored("squire-rte", "dist/squire.js", "squire.js", (MAPS[1],)),
    Vendored("swagger-ui-dist", "swagger-ui-bundle.js", "swagger-ui-bundle.js"),
    Vendored("swagger-ui-dist", "swagger-ui.css", "swagger-ui.css"),
    Vendored("uplot", "dist/uPlot.iife.min.js", "uplot.min.js"),
    Vendored("uplot", "dist/uPlot.min.css", "uplot.min.css"),
)
LICENCES = {
    "alpinejs.txt": HERE / "licenses" / "alpinejs.txt",  # the package itself comes without the text
    "bricolage.txt": PACKAGES / "@fontsource-variable" / "bricolage-grotesque" / "LICENSE",
    "dompurify.txt": PACKAGES / "dompurify" / "LICENSE",
    "htmx.txt": PACKAGES / "htmx.org" / "LICENSE",
    "inter.txt": PACKAGES / "@fontsource-variable" / "inter" / "LICENSE",
    "redoc.txt": PACKAGES / "redoc" / "LICENSE",
    "redoc-bundled.txt": PACKAGES / "redoc" / "bundles" / "redoc.standalone.js.LICENSE.txt",
    "squire.txt": PACKAGES / "squire-rte" / "LICENSE",
    "swagger-ui.txt": PACKAGES / "swagger-ui-dist" / "LICENSE",
    "swagger-ui-bundled.txt": PACKAGES / "swagger-ui-dist" / "swagger-ui-bundle.js.LICENSE.txt",
    "swagger-ui-notice.txt": PACKAGES / "swagger-ui-dist" / "NOTICE",
    "uplot.txt": PACKAGES / "uplot" / "LICENSE",
    "vue-reactivity.txt": PACKAGES / "@vue" / "reactivity" / "LICENSE",  # bundled by Alpine
}


def install() -> None:
    """Fetch exactly the locked packages, running none of their scripts."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not installed; it comes with Node")
    subprocess.run([npm, "ci", "--ignore-scripts", "--omit=dev", "--loglevel=error"], cwd=HERE, check=True)  # noqa: S603


def vendor() -> None:
    """Copy the files in use and their licences, and note version, licence and checksum of each."""
    shutil.rmtree(VENDOR, ignore_errors=True)
    (VENDOR / "LICENSES").mkdir(parents=True)
    manifest = {}
    for file in FILES:
        package = json.loads((PACKAGES / file.package / "package.json").read_text())
        content = file.content()
        (VENDOR / file.name).write_bytes(content)
        manifest[file.name] = {
            "package": file.package,
            "version": package["version"],
            "license": package["license"],
            "sha256": hashlib.sha256(content).hexdigest(),
        }
    for name, text in LICENCES.items():
        (VENDOR / "LICENSES" / name).write_bytes(text.read_bytes())
    (VENDOR / "vendor.json").write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n")


def styles() -> None:
    """Write web/static/app.css: our styles plus the utilities that the templates use."""
    tailwind = str(PACKAGES / ".bin" / "tailwindcss")
    command = [tailwind, "-i", str(HERE / "app.css"), "-o", str(STATIC / "app.css"), "--minify"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603


def fingerprint() -> dict[str, str]:
    """The checksum of every built file, by its path below web/static."""
    built = [STATIC / "app.css", *sorted(VENDOR.rglob("*"))]
    return {
        file.relative_to(STATIC).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in built
        if file.is_file()
    }


def main() -> int:
    """Build; with `--check` answer 1 when the build changed a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="fail when the committed files are not up to date")
    parser.add_argument("--styles", action="store_true", help="build the styles only, from packages that are there")
    wanted = parser.parse_args()
    before = fingerprint()
    if not wanted.styles:
        install()
        vendor()
    styles()
    after = fingerprint()
    changed = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    print(f"web/static: {len(after)} files, {len(changed)} changed", *changed, sep="\n  ")
    return 1 if wanted.check and changed else 0


if __name__ == "__main__":
    raise SystemExit(main())
