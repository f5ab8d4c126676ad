# SPDX-License-Identifier: GPL-3.0-or-later
"""A Redraft that is killed while it writes loses nothing that it called safe (``make torture`` does it a thousand times)."""

from __future__ import annotations

from pathlib import Path

from tools.torture.kill import kill_again_and_again
from tools.torture.looking import look
from tools.torture.victim import number_of, texts


def test_killed_while_working(tmp_path: Path) -> None:
    reports = kill_again_and_again(tmp_path, 18)
    assert sum(each.kills for each in reports) == 18
    assert all(each.clean for each in reports), [each.row for each in reports]
    assert reports[0].offered > 0 and all(each.safe > 0 for each in reports)


def test_what_is_lost_would_be_seen(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("\n\n".join(texts(3)))
    found = look("writing", path, [("kept", "5"), ("saved", "4"), ("decided", "4"), ("noted", "4"), ("snapped", "4"), ("failed", "So.")])
    assert len(found.faults) == 6


def test_a_mixture_would_be_seen() -> None:
    assert number_of(texts(7)) == 7
    assert number_of([*texts(7)[:5], *texts(8)[5:]]) is None
    assert number_of(texts(7)[:-1]) is None
