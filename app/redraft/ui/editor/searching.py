# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding and replacing in a story. Knows no Qt.

A search is kind to typography: a straight apostrophe or quote mark typed finds the curly ones too, a plain space
also a no-break space; a regular expression means what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from redraft.errors import RedraftError

_LOOSE = {"'": "['’‘]", '"': '["“”]', " ": "[ \u00a0]", "-": "[-‑]"}
_LIMIT = 100_000


class BadPattern(RedraftError):
    """The regular expression is none; the text says where."""

    @classmethod
    def of(cls, error: re.error) -> BadPattern:
        """The sentence for what Python's ``re`` said."""
        where = f" at character {error.pos + 1}" if error.pos is not None else ""
        return cls(f"This expression cannot be read{where}: {error.msg}.")


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for."""

    text: str
    case: bool = False
    whole: bool = False
    regex: bool = False

    def compile(self) -> re.Pattern[str]:
        """The query as a pattern.

        Raises:
            BadPattern: when it is a regular expression that cannot be read.
        """
        core = self.text if self.regex else "".join(_LOOSE.get(each, re.escape(each)) for each in self.text)
        if self.whole:
            core = rf"(?<!\w)(?:{core})(?!\w)"
        try:
            return re.compile(core, 0 if self.case else re.IGNORECASE)
        except re.error as error:
            raise BadPattern.of(error) from error


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that fits: paragraph index, and code points in its shown text."""

    index: int
    start: int
    end: int


def hits(pattern: re.Pattern[str], texts: Iterable[tuple[int, str]]) -> list[Hit]:
    """Every place in the numbered texts that fits, in order, at most 100,000; nothing empty is a hit."""
    found: list[Hit] = []
    for index, text in texts:
        found.extend(Hit(index, *each.span()) for each in pattern.finditer(text) if each.group())
        if len(found) >= _LIMIT:
            break
    return found


def replacement(pattern: re.Pattern[str], query: Query, text: str, hit: Hit, wanted: str) -> str:
    r"""What stands in a hit's place after replacing it by ``wanted`` (in which a regular expression may use ``\1``).

    Raises:
        BadPattern: when ``wanted`` names a group that is not there.
    """
    if not query.regex:
        return wanted
    match = pattern.match(text, hit.start)
    if match is None:
        return wanted
    try:
        return match.expand(wanted)
    except (re.error, IndexError) as error:
        raise BadPattern("The replacement names a group that the expression does not have.") from error


def replace_all(
    pattern: re.Pattern[str], query: Query, texts: Sequence[tuple[int, str]], wanted: str,
) -> tuple[dict[int, str], int]:
    """The new texts by index, and how many places were replaced. Raises as :func:`replacement`."""
    changed: dict[int, str] = {}
    count = 0
    for index, text in texts:
        found = hits(pattern, [(index, text)])
        new = text
        for hit in reversed(found):
            new = new[: hit.start] + replacement(pattern, query, text, hit, wanted) + new[hit.end :]
        count += len(found)
        if new != text:
            changed[index] = new
    return changed, count
