# SPDX-License-Identifier: GPL-3.0-or-later
"""Where characters speak: the quotations of one paragraph, in any English quote style.

Double or single, curly or straight. A paragraph is judged alone, so a forgotten mark costs only its paragraph.
Quoted titles and words held up as words (the “Colonel”, ‘Macbeth’) are narration.
"""

from __future__ import annotations

import re

from redraft.language.analysis import Stretch, Zone
from redraft.language.quotes import Facing, double_marks, single_closers, single_openers
from redraft.language.saying import SAYING

_SPOKEN_END = ".,!?…—–-"
_BEFORE_A_NAME = frozenset(
    "a an the this that these those his her its my our your their of called named as word words term title titled "
    "entitled labelled labeled marked so-called nicknamed dubbed spelled spelt spelling means meant like".split()
)
_LEADS_ON = re.compile(r"\b([a-z]+)(?: [a-z]+ly| (?:him|her|me|them|us)| [A-Z][a-z]+)?, (?=[A-Z])")
_TAG_ENDS = re.compile(r"(?<!Mr)(?<!Mrs)(?<!Dr)(?:[.!?…] (?=[A-Z])|, (?=[a-z]))")
_WORD = re.compile(r"[\w'’-]+")


def stretches(text: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """The paragraph's speeches in order, and the quotations inside them."""
    doubles = _doubles(text)
    singles = _singles(text)
    if not doubles and "’" in text:
        singles = sorted(singles + _unopened_singles(text, singles), key=lambda each: each.start)
    if any(_holds(outer, inner) for outer in singles for inner in doubles) or (singles and not doubles):
        outer = [each for each in singles if _is_speech(text, each)]
        inside = [each for each in doubles if any(_holds(speech, each) for speech in outer)]
        outer += [each for each in doubles if each not in inside and _is_speech(text, each) and not _clash(each, outer)]
    else:
        outer = [each for each in doubles if _is_speech(text, each)]
        inside = [nested for speech in outer for nested in _singles(text, speech.start + 1, speech.end - 1)]
    nested = [Stretch(each.start, each.end, Zone.SPEECH, each.opened, each.closed, depth=2) for each in inside]
    return tuple(sorted(outer, key=lambda each: each.start)), tuple(nested)


def _doubles(text: str) -> list[Stretch]:
    found: list[Stretch] = []
    opened: int | None = None
    for mark in double_marks(text):
        opens = mark.facing is Facing.OPENS or (mark.facing is Facing.EITHER and opened is None)
        if opens and opened is not None:
            found.append(_unclosed(text, opened, mark.place))
            opened = mark.place
        elif opens:
            opened = mark.place
        elif opened is not None:
            found.append(Stretch(opened, mark.place + 1, Zone.SPEECH))
            opened = None
        elif mark.place and text[mark.place - 1] in _SPOKEN_END:
            begin = _unopened(text, found[-1].end if found else 0, mark.place)
            found.append(Stretch(begin, mark.place + 1, Zone.SPEECH, opened=False))
    if opened is not None and opened + 1 < len(text.rstrip()):
        found.append(_unclosed(text, opened, len(text)))
    return found


def _unopened(text: str, begin: int, close: int) -> int:
    """Where a speech probably begins that is closed at ``close`` and never opened, in the text from ``begin`` on.

    Behind a verb that leads to it; else, when a speech ended at ``begin``, behind the sentence of its tag; else there.
    """
    for lead in _LEADS_ON.finditer(text, begin, close):
        if lead[1] in SAYING:
            return lead.end()
    if begin:
        tag = _TAG_ENDS.search(text, begin, close)
        return tag.end() if tag else begin
    return begin


def _unclosed(text: str, start: int, end: int) -> Stretch:
    return Stretch(start, start + len(text[start:end].rstrip()), Zone.SPEECH, closed=False)


def _singles(text: str, start: int = 0, end: int | None = None) -> list[Stretch]:
    """Pairs of single quote marks between two places, and a lone opener at the paragraph's very start."""
    end = len(text) if end is None else end
    found: list[Stretch] = []
    openers = single_openers(text, start, end)
    for number, opener in enumerate(openers):
        if found and opener < found[-1].end:
            continue
        following = openers[number + 1] if number + 1 < len(openers) else end
        close = _closing(text, opener, following)
        if close is None and following < end and not _opens_speech(text, following):
            close = _closing(text, opener, end)
        if close is not None and close < end:
            found.append(Stretch(opener, close + 1, Zone.SPEECH))
        elif text[opener] == "‘" and (opener == 0 or found or following < end):
            found.append(_unclosed(text, opener, following if close is None else end))
    return found


def _opens_speech(text: str, opener: int) -> bool:
    """Whether a single mark stands where speech begins, and not before a word with its head cut off."""
    return text[opener] == "‘" and text[:opener].rstrip()[-1:] in ",.!?:" and text[opener + 1 : opener + 2].isalpha()


def _unopened_singles(text: str, speeches: list[Stretch]) -> list[Stretch]:
    """Speeches in single curly marks that are closed and never opened: Come in,’ he said."""
    found: list[Stretch] = []
    end = speeches[0].start if speeches else len(text)
    first = next((place for place, sure in single_closers(text, 2, end) if sure and text[place] == "’"), None)
    if first is not None:
        found.append(Stretch(_unopened(text, 0, first), first + 1, Zone.SPEECH, opened=False))
    for number, speech in enumerate(speeches):
        limit = speeches[number + 1].start if number + 1 < len(speeches) else len(text)
        place = next((p for p, sure in single_closers(text, speech.end + 1, limit) if sure and text[p] == "’"), None)
        if place is not None and speech.closed:
            begin = _unopened(text, speech.end, place)
            found.append(Stretch(begin, place + 1, Zone.SPEECH, opened=False))
    return found


def _closing(text: str, opener: int, end: int) -> int | None:
    """The first sure closing mark behind an opener; failing that, the last possible one."""
    closers = single_closers(text, opener + 2, end)
    for place, sure in closers:
        if sure:
            return place
    return closers[-1][0] if closers else None


def _holds(outer: Stretch, inner: Stretch) -> bool:
    return outer.start < inner.start and inner.end <= outer.end and inner.opened


def _clash(stretch: Stretch, others: list[Stretch]) -> bool:
    return any(stretch.start < each.end and each.start < stretch.end for each in others)


def _is_speech(text: str, stretch: Stretch) -> bool:
    """Whether somebody says it; otherwise it is a title or a word held up for a look."""
    if not (stretch.opened and stretch.closed):
        return True
    inner = text[stretch.start + 1 : stretch.end - 1].strip()
    before = text[: stretch.start].rstrip()
    words = len(_WORD.findall(inner))
    if not inner or words > 8 or not before or inner[-1] in "!?…—–":
        return bool(inner)
    previous = _WORD.findall(before)[-1].lower() if before[-1].isalpha() else ""
    if not previous:
        return inner[-1] in _SPOKEN_END or inner[0].isupper() or before[-1] in ",:"
    if previous in SAYING:
        return True
    if inner[-1] in _SPOKEN_END:
        return words > 3 or (previous not in _BEFORE_A_NAME and inner[0].isupper())
    return words > 4 and inner[0].isupper() and previous not in _BEFORE_A_NAME
