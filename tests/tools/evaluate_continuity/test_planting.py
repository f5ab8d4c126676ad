# SPDX-License-Identifier: GPL-3.0-or-later
"""What is planted can be found again, and what is not planted is not counted."""

from __future__ import annotations

from pathlib import Path

from tools.evaluate_continuity.planting import Plant, found, plant
from tools.evaluate_continuity.reading import novel

from redraft.language.tagging import Language


def test_a_pair_is_planted_far_apart_and_found(tmp_path: Path) -> None:
    path = tmp_path / "novel.txt"
    lines = ["“Come,” said Mr. Tom Hale.", *(f"Tom Hale walked on to the next house, number {each}." for each in range(40))]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    language = Language.load()
    read = novel(path, language, 10_000)
    (planted,) = plant(read, language)
    assert planted.name == "Tom Hale" and planted.second - planted.first >= 20
    assert read.analyses[planted.first].text.endswith("His green eyes were tired.")
    assert found(read, [planted]) == [planted]
    assert found(read, [Plant("Tom Hale", 3, 9)]) == []


def test_only_the_beginning_is_read(tmp_path: Path) -> None:
    path = tmp_path / "novel.txt"
    path.write_text("\n\n".join(["One two three four."] * 10), encoding="utf-8")
    assert len(novel(path, Language.load(), 12).ids) == 3
