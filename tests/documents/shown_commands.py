"""Finds the commands that README, docs/ and the other pages show, in their ```sh blocks."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Pages that a test of their own pastes whole.
PASTED = {"scaling.md": ROOT / "tests" / "cli" / "test_scaling_page.py"}
PAGES = (
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *(ROOT / folder / "README.md" for folder in ("aspire", "benchmarks", "deploy")),
    *sorted(page for page in (ROOT / "docs").glob("*.md") if not PASTED.get(page.name, page / "none").exists()),
    *sorted((ROOT / "deploy").glob("azure-*.md")),
)
BLOCK = re.compile(r"```sh\n(.*?)```", re.S)
ASSIGNMENT = re.compile(r"[A-Za-z_]+=.*", re.S)
WORDS_OF_SHELL = {"export", "cd", "for", "done", "do"}


@dataclass(frozen=True)
class Shown:
    """A command on a page: what is set for it, and its words."""

    page: str
    line: str
    settings: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def program(self) -> str:
        """Without its folder; empty for lines that only set something."""
        return self.words[0].rpartition("/")[2] if self.words else ""

    def __str__(self) -> str:
        return f"{self.page}: {self.line[:60]}"


def shown() -> Iterator[Shown]:
    """All of them, page by page. Of a pipe or a chain each part counts."""
    for page in PAGES:
        for block in BLOCK.findall(page.read_text()):
            for line in _whole_lines(block.replace("\\\n", " ")):
                yield from _parts(str(page.relative_to(ROOT)), line)


def _whole_lines(block: str) -> Iterator[str]:
    """The lines; a quoted text may go on in the next one."""
    kept = ""
    for line in block.splitlines():
        kept = f"{kept} {line.strip()}".strip()
        try:
            shlex.split(kept, comments=True)
        except ValueError:
            continue
        yield kept
        kept = ""


def _parts(page: str, line: str) -> Iterator[Shown]:
    lexer = shlex.shlex(re.sub(r"\$\([^)]*\)", "$RESULT", line), posix=True, punctuation_chars="|&;")
    lexer.whitespace_split, lexer.commenters = True, "#"
    part: list[str] = []
    for word in [*lexer, ";"]:
        if set(word) <= set("|&;") and word:
            if part:
                yield _command(page, line, part)
            part = []
        else:
            part.append(word)


def _command(page: str, line: str, part: list[str]) -> Shown:
    words = part[1:] if part[0] in WORDS_OF_SHELL else part
    settings = []
    while words and ASSIGNMENT.fullmatch(words[0]):
        settings.append(words[0])
        words = words[1:]
    if part[0] in ("cd", "for", "done") or (words and words[0] == "sudo"):
        words = words[1:] if words and words[0] == "sudo" else []
    return Shown(page, line, tuple(settings), tuple(words))
