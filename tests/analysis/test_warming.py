# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest

from redraft.analysis.warming import LOADS, warm_beside


@pytest.mark.parametrize("load", LOADS)
def test_each_part_can_be_loaded(load: Callable[[], object]) -> None:
    assert load()


def test_it_is_done_beside_the_work() -> None:
    thread = warm_beside()
    thread.join(60)
    assert thread.daemon and not thread.is_alive()
