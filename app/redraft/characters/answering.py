# SPDX-License-Identifier: GPL-3.0-or-later
"""Who answers to a name: somebody called Prendy, when Mr. Prendergast replies again and again, may be he."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redraft.characters.cast import Cast, Character, Quote

_EDGE = 2
"""Characters between a quotation's mark and a name that opens or closes it as a call does: the mark, and a comma."""
_NEXT = 2
"""Paragraphs within which the next speech answers."""
_LEAST = 3
"""How often the same one must answer."""
_SHARE = 0.6
"""The least share of all the answers whose speaker a tag names."""
_LINES = 0.1
"""The most lines for each mention of somebody who is only another's name; speakers told wrongly make a few."""
_SPOKEN = 0.5
"""The least share of the mentions of a name that stand in speech, when it is what others call somebody."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Whoever is called by the name of ``called`` is ``person``, as far as ``times`` answers tell."""

    called: Character
    person: Character
    times: int


def answered(cast: Cast, people: Sequence[Character]) -> Iterator[Answered]:
    """The names that stand in speech nearly alone, and to which the same one of the people answers."""
    by_name = {each.name: each for each in people}
    quotes: dict[int, list[int]] = {}
    for number, quote in enumerate(cast.quotes):
        quotes.setdefault(quote.paragraph, []).append(number)
    for each in people:
        if not each.named or each.tells or each.lines > _LINES * len(each.mentions):
            continue
        if not _is_called(each, cast, quotes):
            continue
        answers = Counter(
            speaker for number in _calls(each, cast, quotes)
            if (speaker := _answer(cast.quotes, number)) is not None and speaker in by_name
        )
        if answers:
            name, times = answers.most_common(1)[0]
            if name != each.name and times >= max(_LEAST, _SHARE * answers.total()):
                yield Answered(each, by_name[name], times)


def _is_called(each: Character, cast: Cast, quotes: dict[int, list[int]]) -> bool:
    """Whether the name stands in speech, for the most part."""
    spoken = 0
    for place in each.mentions:
        here = (cast.quotes[number] for number in quotes.get(place.paragraph, ()))
        spoken += any(quote.start <= place.start < quote.end for quote in here)
    return bool(spoken) and spoken >= _SPOKEN * len(each.mentions)


def _calls(each: Character, cast: Cast, quotes: dict[int, list[int]]) -> Iterator[int]:
    """The quotations (by number) that open or close with the name."""
    for place in each.mentions:
        for number in quotes.get(place.paragraph, ()):
            quote = cast.quotes[number]
            opens = 0 <= place.start - quote.start <= _EDGE
            closes = 0 <= quote.end - place.end <= _EDGE
            if opens or closes:
                yield number


def _answer(quotes: Sequence[Quote], number: int) -> str | None:
    """Who speaks next, in another paragraph, as a tag tells."""
    asked = quotes[number]
    for quote in quotes[number + 1 :]:
        if quote.paragraph != asked.paragraph:
            near = quote.paragraph - asked.paragraph <= _NEXT
            return quote.speaker if near and quote.sign == "tag" and quote.speaker != asked.speaker else None
    return None
