"""Notifications between processes by a FIFO."""

import os
import resource

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


def test_a_process_with_thousands_of_open_files_is_notified(notifiers):
    one, other = notifiers
    least, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(least, 2048), most))
    open_files = [os.open(os.devnull, os.O_RDONLY)]
    while open_files[-1] < 1024:
        open_files.append(os.dup(open_files[0]))
    try:
        one.notify()
        assert other.wait(5)
    finally:
        for each in open_files:
            os.close(each)
        resource.setrlimit(resource.RLIMIT_NOFILE, (least, most))
