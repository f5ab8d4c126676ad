# SPDX-License-Identifier: GPL-3.0-or-later
"""Hard-wrapped text: found, read as paragraphs, wrapped again at the file's own width.

A line is *full* when the first word of the next line would not have fitted on it any more. Where lines that have a
successor are nearly all full at one width between 55 and 100 columns, the line breaks are the machine's; where they
are not — verse, letterheads, lists — they are the author's and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from redraft.formats.lines import Line, indent, stands_alone

NARROWEST, WIDEST = 55, 100
_FEWEST_BREAKS = 3
_FULL_SHARE = 0.6
_CHUNK = re.compile(r"\S+(?:(?:[ ]{2,}|[ ]*[^\S ]\s*)\S+)*")
_OPEN_END = re.compile(r"[\w,;’'—–-]$")


def width_of(lines: Sequence[Line]) -> int | None:
    """The column (characters) at which a text is hard-wrapped; None when it is not."""
    pairs = [(one, other) for one, other in pairwise(lines) if _may_join(one, other)]
    if len(pairs) < _FEWEST_BREAKS:
        return None
    lengths = sorted(len(one.text.rstrip()) for one, _ in pairs)
    width = lengths[min(len(lengths) - 1, int(0.99 * len(lengths)))]
    if not NARROWEST <= width <= WIDEST:
        return None
    full = sum(_full(one.text, other.text, width, _slack(width)) for one, other in pairs)
    return width if full >= _FULL_SHARE * len(pairs) else None


def continued(block: Sequence[Line], width: int, *, hard_breaks: bool = False) -> list[bool]:
    """For each line of a block without blank lines, whether it continues the paragraph of the line before it.

    ``hard_breaks``: two spaces at a line's end are a line break of the author's (Markdown).
    """
    pairs = list(pairwise(block))
    full = [_full(one.text, other.text, width, _slack(width)) for one, other in pairs]
    prose = sum(full) * 2 >= len(full)
    joined = [False]
    for (one, other), is_full in zip(pairs, full, strict=True):
        broken = not _may_join(one, other) or (hard_breaks and one.text.endswith(("  ", "\\")))
        joined.append(prose and not broken and (is_full or _runs_on(one.text, other.text, width)))
    return joined


def wrap(text: str, width: int, lead: str, hang: str, newline: str) -> str:
    """``text`` in lines of at most ``width`` characters, the first after ``lead``, the others after ``hang``.

    Lines break at single spaces only, and never so that a line would look like a list item or a heading.
    """
    body = text.strip(" ")
    lines = [lead + text[: len(text) - len(text.lstrip(" "))]]
    empty = True
    for chunk in chunks(body):
        if not empty and len(lines[-1]) + 1 + len(chunk) > width:
            lines.append(hang)
            empty = True
        lines[-1] += chunk if empty else " " + chunk
        empty = False
    return newline.join(lines) + text[len(text.rstrip(" ")) :] if body else lead + text


def chunks(text: str) -> Iterator[str]:
    """What must stay on one line: words, words held together by more than one space, and a word with the dash or
    number behind it that would make a list of the next line.
    """
    held = ""
    for match in _CHUNK.finditer(text):
        chunk = match.group()
        if held and stands_alone(chunk + " "):
            held += " " + chunk
            continue
        if held:
            yield held
        held = chunk
    if held:
        yield held


def _slack(width: int) -> int:
    """Columns that a tidy wrapper may leave free on a line beyond need (fmt aims at 93 % of the width)."""
    return width // 10


def _full(line: str, following: str, width: int, slack: int) -> bool:
    length = len(line.rstrip())
    return 2 * length >= width and length + 1 + len(next(chunks(following), "")) > width - slack


def _may_join(one: Line, other: Line) -> bool:
    if one.blank or other.blank or stands_alone(other.text):
        return False
    if stands_alone(one.text):
        return one.text.lstrip()[:1] in "-*+•0123456789" and indent(other.text) > indent(one.text)
    return indent(other.text) < indent(one.text) + 2


def _runs_on(line: str, following: str, width: int) -> bool:
    """A line that stops early in mid-sentence, because somebody edited it by hand."""
    stripped = line.rstrip()
    return len(stripped) >= width // 2 and following.lstrip()[:1].islower() and bool(_OPEN_END.search(stripped))
