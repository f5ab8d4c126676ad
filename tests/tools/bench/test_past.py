# SPDX-License-Identifier: GPL-3.0-or-later
"""A month's past of a story stays small, and every state of it can be had back."""

from __future__ import annotations

from pathlib import Path

from tools.bench.past import journal_of, month

PARAGRAPH = "The gate was shut, and Anna stood before it with the lamp in her hand while the rain came down the hill. "


def story(folder: Path, paragraphs: int) -> Path:
    path = folder / "story.txt"
    path.write_text("\n".join(f"{number}. {PARAGRAPH * 2}" for number in range(paragraphs)) + "\n")
    return path


def test_a_day_of_edits_is_read_back_and_takes_little_for_each(tmp_path: Path) -> None:
    path = story(tmp_path, 50)
    bare = journal_of(path, 0, tmp_path)[1]
    assert journal_of(path, 2_000, tmp_path)[1] - bare < 2_000 * 150


def test_a_month_takes_little(tmp_path: Path) -> None:
    path = story(tmp_path, 100)
    past = month(path, tmp_path / "past", days=20, saves=4, edits=10)
    size = path.stat().st_size
    assert past.journal < 5 * size and past.named < 3 * 3 * size
    assert past.backups < 60 * size and past.automatic < 60 * size
    assert 20 <= past.states <= 75
