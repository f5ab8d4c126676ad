# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays and chats: lines that begin with who speaks them ("ANKO: Where have you been?", "[10:02] Tom: hi")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_LINE = re.compile(
    r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?[\])]?[ –-]*)?"
    r"(?P<who><?[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2}>?)(?: \([^)]{1,60}\))?:\s*(?P<words>\S.*)",
    re.DOTALL,
)
_SHARE = 0.4
"""The least share of lines with a speaker's name among all, for a transcript."""
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Line:
    """What ``speaker`` says in paragraph ``paragraph`` (an index): code points ``start`` to ``end``; the name stands at
    ``name_start`` to ``name_end``."""

    paragraph: int
    speaker: str
    name_start: int
    name_end: int
    start: int
    end: int


def transcript(texts: Sequence[str]) -> list[Line]:
    """The lines of a play or a chat; none when the text is no such thing."""
    found = [line for index, text in enumerate(texts) if (line := _line(index, text)) is not None]
    names = Counter(each.speaker for each in found)
    sure = [each for each in found if names[each.speaker] > 1]
    written = sum(bool(text.strip()) for text in texts)
    if len(sure) < _LEAST or len(sure) < _SHARE * written:
        return []
    return found


def _line(index: int, text: str) -> Line | None:
    match = _LINE.match(text)
    if match is None:
        return None
    name = match["who"].strip("<>")
    shown = name if not name.isupper() else " ".join(part.capitalize() for part in name.split())
    start = match.start("who") + match["who"].startswith("<")
    return Line(index, shown, start, start + len(name), match.start("words"), match.start("words") + len(
        match["words"].rstrip()))
