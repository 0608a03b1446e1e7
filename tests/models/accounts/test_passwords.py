"""What may become a password, and how it is kept."""

import subprocess
import sys
from pathlib import Path

import pytest

from models.accounts import common_passwords, passwords

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "password", ["velvet-otter-cy", "correct horse battery staple", "ÄÖÜ日本語パスワード🙂🙃x", "x" * 128]
)
def test_long_enough_and_unknown_will_do(password: str) -> None:
    assert passwords.objection(password) is None


@pytest.mark.parametrize(
    "password",
    ["Shop12345678", "password1234", "P@ssw0rd1234", "passwordpassword", "admin123admin123", "123456789012",
     "210987654321", "abcdefghijkl", "aaaaaaaaaaaa", "qwertyuiop12", "Sunshine2024!!", "!!Cartwright2026",
     "whosyourdaddy", "unbelievable1", "checkout2026!"],
)  # fmt: skip
def test_common_ones_are_refused_however_dressed_up(password: str) -> None:
    assert "common" in (passwords.objection(password) or "")


def test_the_file_is_sorted_and_holds_what_a_hundred_thousand_come_to() -> None:
    content = common_passwords.FILE.read_bytes()
    size = common_passwords.SIZE
    entries = [content[at : at + size] for at in range(0, len(content), size)]
    assert entries == sorted(set(entries))
    assert len(entries) > 80_000
    assert not any(common_passwords.is_listed(f"velvet-otter-{number}") for number in range(2000))
    ends = [entries[0], entries[-1]]
    assert all(len(entry) == size for entry in ends)


TOO_LONG = "Use at most 1,024 bytes. Letters outside English take two to four."


def test_the_bounds_are_the_ones_promised() -> None:
    assert passwords.objection("k9-velvet-o") == "Use at least 12 characters."
    assert passwords.objection("k9-velvet-ot") is None
    assert passwords.objection("k9-velvet-ott", "admin") == "Use at least 15 characters."
    assert passwords.objection("k9-velvet-otter", "admin") is None
    for role in ("customer", "admin"):
        assert passwords.objection("k9-velvet-otter" + "é" * 504 + "z", role) is None  # 1,024 bytes
        assert passwords.objection("k9-velvet-otter" + "é" * 505, role) == TOO_LONG
        assert passwords.objection("k9-velvet-otter" + "e\u0301" * 504 + "z", role) is None  # kept composed


def test_the_longest_password_counts_whole() -> None:
    longest = "k9-velvet-otter" + "é" * 504 + "z"
    hashed = passwords.hash_password(longest)
    assert passwords.is_password(longest, hashed)
    assert not passwords.is_password(longest[:-1] + "y", hashed)
    assert not passwords.is_password(longest + "z", hashed)
    assert not passwords.is_password(longest[:-1], hashed)


def test_a_hash_opens_for_its_password_only() -> None:
    hashed = passwords.hash_password("né" * 60)
    assert passwords.is_password("né" * 60, hashed)
    assert not passwords.is_password("né" * 60 + "x", hashed)
    assert not passwords.is_password("x" * 100_000, hashed)
    assert not passwords.is_password("né" * 60, None)


def test_the_same_text_from_another_keyboard_opens_it() -> None:
    assert passwords.is_password("cafe\u0301-velvet-otter", passwords.hash_password("caf\u00e9-velvet-otter"))


def test_a_real_shop_hashes_with_argon2id_at_19_mib() -> None:
    strong = passwords.HASHER.using(memory_cost=19_456, time_cost=2)
    assert strong.hash("x").startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    source = (common_passwords.FILE.parent / "passwords.py").read_text()
    assert 'HASHER: Any = argon2.using(type="ID", memory_cost=19_456, time_cost=2, parallelism=1)' in source


def test_the_very_first_try_of_a_process_may_be_at_an_unknown_account() -> None:
    code = "from models.accounts import passwords; print(passwords.is_password('x', None))"
    command = [sys.executable, "-W", "ignore", "-c", code]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stdout.strip()) == (0, "False"), done.stderr


def test_weaker_hashes_are_noticed() -> None:
    weaker = passwords.HASHER.using(time_cost=1, memory_cost=8)
    stronger = passwords.HASHER.using(time_cost=2, memory_cost=16)
    assert stronger.needs_update(weaker.hash("x"))
    assert not passwords.needs_rehash(passwords.hash_password("x"))
