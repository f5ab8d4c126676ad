# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be freed is freed in the thread of the GUI, and nowhere else."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from redraft.ui.collecting import Collector


class Knot:
    """Refers to itself; says in which thread it was freed."""

    freed: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.self = self
        weakref.finalize(self, lambda: Knot.freed.append(threading.get_ident()))


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    Knot.freed.clear()
    made = Collector()
    made.start()
    yield made
    made.end()
    assert gc.isenabled()


def allocate() -> None:
    """As a thread that reads a long file does."""
    for _ in range(5000):
        Knot()


def test_nothing_is_freed_in_another_thread(collector: Collector) -> None:
    thread = threading.Thread(target=allocate)
    thread.start()
    thread.join()
    assert Knot.freed == []
    assert collector.collect() == 0
    assert len(Knot.freed) == 5000 and set(Knot.freed) == {threading.get_ident()}


def test_it_collects_only_when_something_is_due(collector: Collector) -> None:
    gc.collect()
    assert collector.collect() == -1


def test_older_generations_have_their_turn(collector: Collector) -> None:
    gc.collect()
    seen = set()
    for _ in range(40):
        allocate()
        seen.add(collector.collect())
    assert {0, 1} <= seen


def test_what_is_there_when_a_story_was_opened_is_not_gone_through_again(collector: Collector) -> None:
    kept = [Knot() for _ in range(50)]
    collector.settle()
    assert gc.get_freeze_count() > 0
    knot = weakref.ref(kept[0])
    del kept
    gc.collect()
    assert knot() is not None
    collector.settle()
    assert knot() is None, "with the next story it is free"
    collector.end()
    assert gc.get_freeze_count() == 0
