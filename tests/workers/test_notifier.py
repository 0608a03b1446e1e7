"""A bell between processes."""

import pytest

from workers.engines.notifier import FifoNotifier


@pytest.fixture
def bells(tmp_path):
    pair = [FifoNotifier(str(tmp_path / "bell")) for _ in range(2)]
    yield pair
    for bell in pair:
        bell.close()


def test_a_ring_is_heard_also_when_it_came_before_the_waiting(bells):
    one, other = bells
    one.ring()
    assert other.wait(5)
    assert not other.wait(0)


def test_rings_without_a_listener_do_not_block(bells):
    for _ in range(66_000):  # more than a pipe holds
        bells[0].ring()
    assert bells[1].wait(5)


def test_a_bell_that_was_deleted_is_made_again(bells, tmp_path):
    one, other = bells
    one.ring()
    assert other.wait(5)
    (tmp_path / "bell").unlink()
    other.wait(0)
    one.ring()
    assert other.wait(5)
