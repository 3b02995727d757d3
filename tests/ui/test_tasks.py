"""The worker hands home one answer for each piece of work, in order."""

import gc
import threading

import pytest

from ui.tasks import Worker


@pytest.fixture
def worker(qtbot):
    made = Worker()
    yield made
    made.close()


def test_results_and_failures_come_home_in_order_in_the_window_s_thread(worker):
    came = []

    def note(answer):
        came.append((answer, threading.current_thread() is threading.main_thread()))

    def fail():
        raise ValueError("no")

    worker.run(lambda: 1, done=note, failed=note)
    worker.run(fail, done=note, failed=lambda error: note(str(error)))
    worker.run(lambda: 3, done=note, failed=note)
    assert worker.busy
    worker.settle()
    assert came == [(1, True), ("no", True), (3, True)]
    assert not worker.busy


def test_work_queued_by_an_answer_is_waited_for_too(worker):
    came = []
    worker.run(
        lambda: 1,
        done=lambda _one: worker.run(lambda: 2, done=came.append, failed=came.append),
        failed=came.append,
    )
    worker.settle()
    assert came == [2]


@pytest.fixture
def collects_by_itself():
    """Let Python collect garbage when it is due, as outside of tests."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


@pytest.mark.usefixtures("collects_by_itself")
def test_garbage_is_never_collected_in_the_worker(worker, qtbot):
    threads, held = [], []

    class Knot:
        def __init__(self):
            self.itself = self

        def __del__(self):
            threads.append(threading.current_thread())

    def allocate():
        return [[] for _ in range(5_000)]

    for _ in range(20):
        Knot()
    worker.run(allocate, done=held.append, failed=held.append)
    worker.settle()
    assert threads == []
    qtbot.waitUntil(lambda: len(threads) == 20, timeout=5_000)
    assert set(threads) == {threading.main_thread()}
