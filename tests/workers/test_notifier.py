"""Notifications between processes by a FIFO."""

import pytest

from workers.engines.notifier import FifoNotifier


@pytest.fixture
def notifiers(tmp_path):
    pair = [FifoNotifier(str(tmp_path / "fifo")) for _ in range(2)]
    yield pair
    for each in pair:
        each.close()


def test_a_notification_from_before_the_wait_is_received(notifiers):
    one, other = notifiers
    one.notify()
    assert other.wait(5)
    assert not other.wait(0)


def test_notifying_without_a_listener_does_not_block(notifiers):
    for _ in range(66_000):  # more than a pipe holds
        notifiers[0].notify()
    assert notifiers[1].wait(5)


def test_a_deleted_fifo_is_created_again(notifiers, tmp_path):
    one, other = notifiers
    one.notify()
    assert other.wait(5)
    (tmp_path / "fifo").unlink()
    other.wait(0)
    one.notify()
    assert other.wait(5)
