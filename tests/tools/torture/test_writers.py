# SPDX-License-Identifier: GPL-3.0-or-later
"""Two windows and another machine write into one folder for a few seconds; ``make torture`` lets them for minutes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.torture.writers import _tally, write, write_at_once

from redraft.storage.sidecar import Sidecar


def test_no_record_is_lost_between_three_writers(tmp_path: Path) -> None:
    tally = write_at_once(tmp_path, 4.0)
    assert tally.clean and tally.kept > 20


def test_what_is_lost_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story.md"
    story.write_text("Words.\n")
    write(story, "one", 0.2)
    told = capsys.readouterr().out.split("\n")
    sidecar = Sidecar.open(story)
    sidecar.remove("reviewed", "one-1")
    sidecar.remove("word", "never-there")
    assert _tally(story, told).lost == 1
    assert _tally(story, [*told, "- shared one", "- note one-3"]).risen <= 1
