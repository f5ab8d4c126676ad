# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import time
from pathlib import Path

from pytestqt.qtbot import QtBot

from redraft.storage.log import Log
from redraft.ui.stalls import Stalls


def _think_hard(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_a_stall_is_noted_with_the_functions_that_it_was_in(qtbot: QtBot, tmp_path: Path) -> None:
    log = Log(tmp_path)
    stalls = Stalls(log)
    qtbot.wait(250)
    before = stalls.number
    _think_hard(0.9)
    qtbot.waitUntil(lambda: stalls.number > before, timeout=5_000)
    stalls.stop()
    record = json.loads(log.last(1)[0])
    assert record["kind"] == "stall" and record["ms"] >= 600 and stalls.longest >= 600
    assert any(each.endswith(" _think_hard") for each in record["where"])


def test_it_can_be_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    stalls = Stalls(Log(tmp_path))
    stalls.stop()
    before = stalls.number
    _think_hard(0.5)
    qtbot.wait(200)
    assert stalls.number == before
