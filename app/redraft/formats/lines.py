# SPDX-License-Identifier: GPL-3.0-or-later
"""A text cut into lines, with what ended each; and which lines are no prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

_END = re.compile("(\r\n|[\n\r\v\f\x85\u2028\u2029])")
_ALONE = re.compile(
    r"""\s{0,3}(?: \#{1,6}(?:\s|$)          # a heading
        | >                                 # a quotation
        | [-*+•]\s                          # a list item
        | \d{1,3}[.)]\s                     # a numbered item
        | \|                                # a row of a table
        | (?:=+|-+|_+|~+|\#+)\s*$           # an underline, a rule
        | ```|~~~ )""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its characters and the newline (or other mark) that ended it, "" for the last one."""

    text: str
    end: str

    @property
    def blank(self) -> bool:
        """Whether nothing but space is in it (or the NULs that a crash leaves at a file's end)."""
        return not self.text or self.text.isspace() or not trimmed(self.text)


def cut(text: str) -> list[Line]:
    """The lines of ``text``; joined with their ends they are ``text`` again."""
    parts = _END.split(text)
    lines = [Line(parts[index], parts[index + 1]) for index in range(0, len(parts) - 1, 2)]
    if parts[-1]:
        lines.append(Line(parts[-1], ""))
    return lines


def trimmed(text: str) -> str:
    """A line without the space at its end, and without a tail of NULs, which no editor can show."""
    text = text.rstrip()
    return text.rstrip("\0").rstrip() if text.endswith("\0") else text


def stands_alone(text: str) -> bool:
    """Whether a line is by its first characters a heading, list item, quotation, table row or rule, not prose."""
    return _ALONE.match(text) is not None


def indent(text: str) -> int:
    """By how many characters of space a line is indented."""
    return len(text) - len(text.lstrip())


def usual_newline(lines: list[Line]) -> str:
    r"""The newline most lines end in; "\n" where none does."""
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.end] = counts.get(line.end, 0) + 1
    return max(("\n", "\r\n", "\r"), key=lambda each: counts.get(each, 0))
