# SPDX-License-Identifier: GPL-3.0-or-later
"""How often this author takes one word for another, as far as the sure cases tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from redraft.checks.prose import not_prose
from redraft.checks.rules.confused.by_context import confused_word
from redraft.checks.story import Passage

_SKIPPED = ("mark", "empty", "heading")


def confusions(passages: Sequence[Passage], count: Callable[[Passage], int] | None = None) -> float:
    """Sure confused words per million words in these passages, all of a story or a sample. ``count``: what
    :func:`sure_confusions` counts, from somebody who remembers it.

    One is left out of account: it may be the judges' mistake, and every edited book has such a one.
    """
    sure = sum((count or sure_confusions)(each) for each in passages if each.kind not in _SKIPPED)
    words = sum(each.text.count(" ") + 1 for each in passages)
    return 1e6 * max(0, sure - 1) / max(1, words)


def sure_confusions(passage: Passage) -> int:
    """How many words of a passage are surely confused."""
    found = [each for each in confused_word.rule(passage) if each.sure]
    quiet = not_prose(passage.analysis) if found else ()
    return sum(not any(each.start < one.end and one.start < each.end for each in quiet) for one in found)
