# SPDX-License-Identifier: GPL-3.0-or-later
"""Quote marks: which characters are marks and not apostrophes, which way they face, and a story's habit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

DOUBLES = "\"“”„‟«»"
SINGLES = "'‘’‛`"
_DASHES = "—–-"
_OPENS_BEFORE = _DASHES + "([{/" + "“‘\"'„«"
_CLOSES_AFTER = _DASHES + ".,;:!?…)]}/*_" + "”’\"'»"
_ELIDED = re.compile(
    r"(?:em|tis|twas|twere|twill|tisn|til|till|cause|cos|coz|bout|round|neath|nother|nuff|ere|im|er|cept|fraid|fore|"
    r"gainst|long|mongst|spose|stead|tween|n|s|d|ll|re|ve|t|m|\d\ds?)\b",
    re.IGNORECASE,
)
_FEET_INCHES = re.compile(r"\d['’′]\s?\d{1,2}$")


class Facing(Enum):
    """Which way a quote mark faces, as far as its shape and its neighbours tell."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Mark:
    """A quote mark at ``place`` (code points). ``turned``: a curly mark whose neighbours contradict its shape."""

    place: int
    facing: Facing
    turned: bool = False


def double_marks(text: str) -> list[Mark]:
    """The double quote marks of a paragraph, in order; signs for inches are left out."""
    places = [place for place, char in enumerate(text) if char in DOUBLES]
    marks: list[Mark] = []
    for number, place in enumerate(places):
        following = places[number + 1] if number + 1 < len(places) else None
        if not _is_inches(text, place, following, is_open=_is_open(marks)):
            marks.append(_double_mark(text, place))
    return marks


def single_openers(text: str, start: int, end: int) -> list[int]:
    """Places of single quote marks that open something; elisions (’tis, ’em, ’90s) are not among them."""
    return [
        place
        for place in range(start, end)
        if text[place] in "'‘‛`" and _could_open(text, place) and not _elides(text, place)
    ]


def _elides(text: str, place: int) -> bool:
    """Whether the mark stands for letters left out; one that is curled to open and meets a capital does not."""
    if text[place] == "‘" and text[place + 1].isupper() and text[place + 1 : place + 5].lower() not in ("tis ", "twas"):
        return False
    return _ELIDED.match(text, place + 1) is not None


def single_closers(text: str, start: int, end: int) -> list[tuple[int, bool]]:
    """Places of marks that may close a single quotation, each with whether it surely does.

    Sure is one behind a mark of punctuation; one behind a letter may be a plural's possessive or a dropped g.
    """
    return [
        (place, text[place - 1] in ".,!?…" + _DASHES)
        for place in range(start, end)
        if text[place] in "'’`" and _could_close(text, place)
    ]


def habit(texts: Iterable[str]) -> str | None:
    """The story's quote style: "double-curly", "single-curly", "double-straight", "single-straight", or None.

    None where fewer than three paragraphs open with, or hold, a quotation.
    """
    votes: Counter[str] = Counter()
    for text in texts:
        vote = _vote(text)
        if vote:
            votes[vote] += 1
    if sum(votes.values()) < 3:
        return None
    return votes.most_common(1)[0][0]


def _vote(text: str) -> str | None:
    for place, char in enumerate(text):
        if char in "“”":
            return "double-curly"
        if char == '"':
            return "double-straight"
        opens = char in "'‘" and single_openers(text, place, place + 1)
        if opens and any(sure for _, sure in single_closers(text, place + 2, len(text))):
            return "single-curly" if char == "‘" else "single-straight"
    return None


def _double_mark(text: str, place: int) -> Mark:
    char = text[place]
    opens, closes = _could_open(text, place), _could_close(text, place)
    by_place = Facing.EITHER if opens == closes else Facing.OPENS if opens else Facing.CLOSES
    if char == '"':
        return Mark(place, by_place)
    by_shape = Facing.OPENS if char in "“„«‟" else Facing.CLOSES
    turned = by_place is not Facing.EITHER and by_place is not by_shape
    return Mark(place, by_place if turned else by_shape, turned)


def _could_open(text: str, place: int) -> bool:
    before = text[place - 1 : place]
    after = text[place + 1 : place + 2]
    stands_free = not before or before.isspace() or before in _OPENS_BEFORE
    return stands_free and bool(after) and not after.isspace() and after not in ",;:)"


def _could_close(text: str, place: int) -> bool:
    before = text[place - 1 : place]
    after = text[place + 1 : place + 2]
    ends = not after or after.isspace() or after in _CLOSES_AFTER
    return bool(before) and not before.isspace() and before not in "([{" and ends


def _is_open(marks: list[Mark]) -> bool:
    is_open = False
    for mark in marks:
        is_open = mark.facing is Facing.OPENS or (mark.facing is Facing.EITHER and not is_open)
    return is_open


def _is_inches(text: str, place: int, following: int | None, *, is_open: bool) -> bool:
    """A straight mark behind a figure that closes nothing: 12" or 5'10"."""
    if text[place] not in '"”' or not text[place - 1 : place].isdigit():
        return False
    if _FEET_INCHES.search(text, max(0, place - 6), place):
        return True
    closes_later = following is not None and _could_close(text, following) and not _could_open(text, following)
    return not is_open or closes_later
