"""Runs the whole suite: the tests, the faults (real processes, one test at a time), the browser.

Each part is a pytest of its own. What a part lacks here (a browser, a server) it skips by name with the reason; with
CI=true it fails instead.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PARTS = (
    ("tests", ["tests", "--ignore=tests/faults", "--ignore=tests/browser"]),
    ("faults", ["tests/faults"]),
    ("browser", ["tests/browser"]),
)


def main(extra: list[str]) -> int:
    """Run all parts; 0 if all passed."""
    failed = []
    for name, words in PARTS:
        if not (HERE.parent / words[0]).is_dir():
            continue
        print(f"== {name}", flush=True)
        done = subprocess.run([sys.executable, "-m", "pytest", "-rs", *words, *extra], cwd=HERE.parent, check=False)
        if done.returncode:
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "all parts passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
