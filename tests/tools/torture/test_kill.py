# SPDX-License-Identifier: GPL-3.0-or-later
"""A Redraft that is killed while it writes loses nothing that it called safe (``make torture`` does it a thousand times)."""

from __future__ import annotations

from pathlib import Path

from tools.torture.kill import kill_again_and_again
from tools.torture.victim import number_of, texts


def test_killed_while_writing(tmp_path: Path) -> None:
    report = kill_again_and_again(tmp_path, 8)
    assert report.kills == 8 and report.clean, report
    assert report.offered > 0


def test_a_mixture_would_be_seen() -> None:
    assert number_of(texts(7)) == 7
    assert number_of([*texts(7)[:5], *texts(8)[5:]]) is None
    assert number_of(texts(7)[:-1]) is None
