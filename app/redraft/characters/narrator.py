# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether somebody of the story tells it ("I"), and what they are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from redraft.characters.evidence import is_vocative
from redraft.characters.mentions import Place
from redraft.characters.once import once
from redraft.characters.tags import Reader
from redraft.language.analysis import Analysis, Zone

_SAYS_NAME = re.compile(
    r"(?:\b[Mm]y (?:full |first |real )?name(?: is|[’']s| was)|\b[Cc]all me|\bI(?: am|[’']m)(?: called| named)?"
    r"|\bI was (?:called|christened|named)) ((?:[A-Z][\w’'-]+ ?)+)"
)
_SHARE = 0.3
"""The least share of first-person subjects among all personal ones in narration, for a story told by "I"."""


def is_first_person(analyses: Sequence[Analysis]) -> bool:
    """Whether the narration says "I" of its teller throughout."""
    subjects = [_subjects(each) for each in analyses]
    first, others = (sum(each[place] for each in subjects) for place in (0, 1))
    return first >= 5 and first >= _SHARE * (first + others)


@once
def _subjects(analysis: Analysis) -> tuple[int, int]:
    """How often the narration of a paragraph says "I", and how often "he", "she", "they"."""
    told = [each.lower for each in analysis.tokens
            if each.lower in ("i", "he", "she", "they") and analysis.zone(each.start) is Zone.NARRATION]
    return told.count("i"), len(told) - told.count("i")


def narrators_name(analyses: Sequence[Analysis], mentions: Sequence[Place]) -> int | None:
    """The person that "I" is: by their own word, or because others call them so and the narration never does."""
    by_word = _by_own_word(analyses, mentions)
    if by_word is not None:
        return by_word
    called: Counter[int] = Counter()
    told: Counter[int] = Counter()
    beside = _beside_the_narrators_lines(analyses, mentions)
    for place in mentions:
        if place.person is None:
            continue
        if not place.chain.speech:
            told[place.person] += 1
        elif is_vocative(analyses[place.chain.paragraph], place.chain) and place.chain.paragraph in beside:
            called[place.person] += 1
    sure = [(number, each) for each, number in called.items() if number >= 2 and told[each] * 4 <= number]
    sure.sort(reverse=True)
    if not sure or (len(sure) > 1 and sure[0][0] < 2 * sure[1][0]):
        return None
    return sure[0][1]


def _beside_the_narrators_lines(analyses: Sequence[Analysis], mentions: Sequence[Place]) -> set[int]:
    """Paragraphs of speech next to one in which "I" speaks, not such a one themselves."""
    own = {index for index, analysis in enumerate(analyses) if _i_speak(analysis)}
    near = {index + step for index in own for step in (-2, -1, 1, 2)}
    return near - own


@once
def _i_speak(analysis: Analysis) -> bool:
    reader = Reader(analysis, {})
    return any(
        (subject := reader.tag(number)) is not None and subject.pronoun == "i" for number in range(len(reader.speeches))
    )


def _by_own_word(analyses: Sequence[Analysis], mentions: Sequence[Place]) -> int | None:
    """"My name is Pip", in narration or in a line of the narrator's own."""
    starts = {(place.chain.paragraph, place.chain.start): place for place in mentions}
    found: Counter[int] = Counter()
    for index, analysis in enumerate(analyses):
        if "name" not in analysis.text and "I" not in analysis.text and "all me" not in analysis.text:
            continue
        for match in _SAYS_NAME.finditer(analysis.text):
            place = starts.get((index, match.start(1)))
            if place is None or place.person is None:
                continue
            own = analysis.zone(match.start()) is Zone.NARRATION or _i_speak(analysis)
            if own:
                found[place.person] += 1
    return found.most_common(1)[0][0] if found else None
