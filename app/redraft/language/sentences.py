# SPDX-License-Identifier: GPL-3.0-or-later
"""Sentences of a paragraph of fiction: one with its dialogue tag, none ended by "Mr." or "p.m."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redraft.language.analysis import Stretch
from redraft.language.saying import SAYING

_END = re.compile(r"(?:[.!?…]+|(?<=[—–-])(?=[\"”’']))[\"”’'»)\]*_]*")
_TITLES = frozenset(
    "mr mrs ms mx dr st capt cpt col gen lt sgt cpl pvt maj cmdr adm prof rev hon fr sr messrs mme mlle gov sen rep "
    "pres supt insp det mt ft vs cf eg ie viz approx fig".split()
)
_SOFT = frozenset(
    "p.m a.m etc jr sr inc ltd co corp bros vol ave blvd rd dept u.s u.k u.n d.c ph.d m.d b.a m.a e.g i.e "
    "jan feb apr jun jul aug sept sep oct nov tues thur thurs".split()
)
_STARTERS = frozenset(
    "i he she it we they you the a an this that these those there then when where while as if but and so or in on at "
    "his her its my our your their what who why how no yes not after before by for from with now one some all "
    "another once still only even every here just perhaps maybe".split()
)
_LAST_WORD = re.compile(r"(?:\w\.)*[\w'’]+$")
_NEXT_WORD = re.compile(r"[\w'’.]+")
_TAG = re.compile(
    r"(?:the |a |an )?(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Aunt|Uncle|Captain|Inspector|Professor|Colonel)\.? )?"
    r"(?:[A-Z][\w'’]*\.?(?:[- ][A-Z][\w'’-]*){0,2}|I|He|She|It|They|We|You)"
    r"(?: (?:had|has|have|just|only|merely|simply|quietly|softly|finally|then|almost|half|\w+ly))? ([a-z]+)\b"
)
_LEAD = "\"“‘'«([*_—–- "


def sentence_spans(text: str, speeches: Sequence[Stretch] = ()) -> list[tuple[int, int]]:
    """Start and end (code points) of each sentence, spaces around it left out.

    ``speeches`` are the paragraph's quotations: what ends inside one goes on when a dialogue tag follows.
    """
    closings = {each.end for each in speeches if each.closed}
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.end() > start and _is_end(text, match, closings):
            spans.append((start, match.end()))
            start = match.end()
    spans.append((start, len(text)))
    return [trimmed for each in spans if (trimmed := _trim(text, *each))]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    inner = text[start:end]
    stripped = inner.strip()
    if not stripped:
        return None
    start += len(inner) - len(inner.lstrip())
    return start, start + len(stripped)


def _is_end(text: str, match: re.Match[str], closings: set[int]) -> bool:
    mark, end = match.group(), match.end()
    place = end
    while place < len(text) and text[place] in _LEAD:
        place += 1
    if place >= len(text):
        return False
    following, quoted = text[place], end in closings
    stop = mark.lstrip(".!?…") != mark and mark.strip("\"”’'»)]*_") == "."
    if end < len(text) and not text[end].isspace():
        return _glued_end(text, match, place) and (quoted or not _goes_on(text, match, place))
    if following.islower():
        return stop and not quoted and not _abbreviated(text, match.start(), place)
    if stop and _abbreviated(text, match.start(), place):
        return False
    if quoted and not stop:
        return not _tag_follows(text, place)
    return not _goes_on(text, match, place)


def _glued_end(text: str, match: re.Match[str], place: int) -> bool:
    """A sentence's end with no space behind it: "the end.Then", "Go!”“No!”" — never inside "p.m." or "3.5"."""
    if match.end() < place and text[match.end()] in "“\"‘" and text[match.end() - 1] in "”\"’":
        return True
    before, after = text[: match.start()], text[place : place + 2]
    return (
        match.end() == place and match.group()[0] in ".!?" and match.group() != "..."
        and before[-2:].islower() and before[-2:].isalpha() and after[:1].isupper() and after[1:].islower()
    )  # fmt: skip


def _goes_on(text: str, match: re.Match[str], place: int) -> bool:
    """After trailing dots, "I" says nothing of a new sentence."""
    if "…" not in match.group() and ".." not in match.group():
        return False
    word = _NEXT_WORD.match(text, place)
    return word is not None and word.group().replace("’", "'").split("'")[0] == "I"


def _abbreviated(text: str, stop: int, place: int) -> bool:
    """Whether the full stop at ``stop`` belongs to a shortened word, so that it ends no sentence."""
    last = _LAST_WORD.search(text, max(0, stop - 20), stop)
    if last is None:
        return False
    word = last.group()
    if word.lower() in _TITLES:
        return not (word == "fig" or (word.lower() == "st" and text[place].islower()))
    following = _NEXT_WORD.match(text, place)
    begins = following is not None and following.group() and following.group().lower().rstrip(".") in _STARTERS
    if word.lower() in _SOFT:
        return not (begins and text[place].isupper())
    if word in {"No", "Nos"}:
        return text[place].isdigit()
    return len(word) == 1 and word.isupper() and word != "I" and not (begins and text[place].isupper())


def _tag_follows(text: str, place: int) -> bool:
    """Whether “…!” is followed by its tag: "John said", "Mr. Reed had whispered", "I asked"."""
    match = _TAG.match(text, place)
    return match is not None and match.group(1) in SAYING
