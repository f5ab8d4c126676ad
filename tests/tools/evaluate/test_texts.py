# SPDX-License-Identifier: GPL-3.0-or-later
"""The drafts written for this project come apart into rough text, right text and labels."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

from tools.evaluate.texts import WRITTEN, written, written_drafts


def test_a_marked_error_becomes_text_and_label(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("It was {to|too|confusable} late. He {went, he|went. He//went; he|comma-splice?} left.\n", "utf-8")
    rough, clean, labels = written(path)
    assert rough == "It was to late. He went, he left.\n"
    assert clean == "It was too late. He went. He left.\n"
    assert [(rough[each.start : each.end], each.category, each.fixes, each.definite) for each in labels] == [
        ("to", "confusable", ("too",), True),
        ("went, he", "comma-splice", ("went. He", "went; he"), False),
    ]


def test_ours_have_no_markup_left_and_changes_only() -> None:
    paths = sorted(WRITTEN.glob("*.txt"))
    assert len(paths) == 6
    for path in paths:
        rough, clean, labels = written(path)
        assert not set("{}|") & set(rough + clean), path.name
        assert all(rough[each.start : each.end] not in each.fixes for each in labels), path.name
        assert all(before.end <= after.start for before, after in pairwise(labels)), path.name


def test_ours_have_the_errors_of_real_drafts_in_their_proportions() -> None:
    found = written_drafts()
    words = sum(len(manuscript.source.split()) for _, manuscript, _ in found)
    counted = Counter(each.category for _, _, labels in found for each in labels if each.definite)
    assert words > 8_000
    assert 15 < 1000 * counted.total() / words < 30
    shares = [counted[each] / counted.total() for each in ("comma", "dialogue-punctuation", "comma-splice", "spelling")]
    assert all(abs(share - real) < 0.05 for share, real in zip(shares, (0.18, 0.18, 0.09, 0.07), strict=True))
