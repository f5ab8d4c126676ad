# SPDX-License-Identifier: GPL-3.0-or-later
"""Quote marks and dashes as the manuscript has them, while typing. Knows no Qt.

A story is followed, not corrected: curly marks where it is written with curly ones, a dash without spaces where it
has them so. A new story gets curly marks and a closed em dash.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from redraft.language.quotes import habit

_OPENS_AFTER = " \u00a0\t([{—–-/*_\u2014“‘\"'"


@dataclass(frozen=True, slots=True)
class Habits:
    """``curly``: of the quote marks. ``dash``: what two hyphens become, with its spaces; "" leaves them be."""

    curly: bool = True
    dash: str = "—"


def habits(texts: Iterable[str]) -> Habits:
    """The habits of a manuscript."""
    sample = list(texts)
    style = habit(sample)
    apostrophes = sum(each.count("’") for each in sample), sum(each.count("'") for each in sample)
    curly = style.endswith("curly") if style else apostrophes[0] >= apostrophes[1]
    closed = sum(each.count("—") for each in sample)
    spaced = sum(each.count(" – ") for each in sample)
    typed = sum(each.count("--") for each in sample)
    if typed > closed + spaced:
        return Habits(curly, "")
    return Habits(curly, " – " if spaced > closed else "—")


def typed(text: str, place: int, key: str, kept: Habits) -> tuple[int, str] | None:
    """What a key typed at ``place`` becomes: how many characters before it to take away, and what to put there.

    None: the key as it is. ``text`` is the paragraph before the key.
    """
    before = text[:place]
    if key in "\"'" and kept.curly:
        return 0, _curly(key, before)
    if key == "-" and kept.dash and before.endswith("-") and not before.endswith("--"):
        return _dash(before, kept.dash)
    return None


def _curly(key: str, before: str) -> str:
    opens = not before or before[-1] in _OPENS_AFTER
    if before and before[-1] in "—–-" and _speaks(before, key):
        opens = False
    if key == '"':
        return "“" if opens else "”"
    return "‘" if opens else "’"


def _speaks(before: str, key: str) -> bool:
    """Whether a quotation is open: a mark behind a dash then closes it ("I was—")."""
    if key == '"':
        return before.count("“") > before.count("”")
    return before.count("‘") > sum(
        place + 1 >= len(before) or not before[place + 1].isalnum()
        for place, char in enumerate(before) if char == "’"
    )


def _dash(before: str, dash: str) -> tuple[int, str] | None:
    if not before[:-1].strip() or before[:-1].endswith("<!"):
        return None
    if dash == "—":
        return 1, dash
    return (1, "– ") if before[:-1].endswith(" ") else (1, dash)
