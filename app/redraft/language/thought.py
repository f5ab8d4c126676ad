# SPDX-License-Identifier: GPL-3.0-or-later
"""Direct thought without quote marks: what a character thinks in so many words, inside narration.

Two kinds are sure enough. *Marked*: a sentence in italics, or one with its tag (``Why now, he wondered.``); these
need the paragraph alone. *Unmarked*: inside past narration a question in the present, first person in the present
where the story is told in the third, and the sentences in the present right beside either (``He loves me? No, he is
faking it.``); these need the scene's tense and person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from redraft.language.analysis import Analysis, Sentence, Stretch, Zone
from redraft.language.saying import THINKING
from redraft.text.span import Span

_TAG = re.compile(
    r"[,?!…—-][”’]?\s+(?:(?:he|she|they|I|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:\w+ly )?([a-z]+)|([a-z]+) "
    r"(?:he|she|they|[A-Z][\w’'-]+))\b[^,;]*[.,;]?$"
)
_FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
_SECOND = frozenset({"you", "your", "yours", "yourself"})


def with_marked_thoughts(analysis: Analysis, italics: Sequence[Span] = ()) -> Analysis:
    """The same evidence, with tagged thoughts and sentences in italics marked as thought."""
    found = [*_in_italics(analysis, italics), *_tagged(analysis)]
    return _adding(analysis, found)


def with_unmarked_thoughts(analysis: Analysis, tense: str | None, person: str | None) -> Analysis:
    """The same evidence for a scene of this tense and person ("past", "third"), with unmarked thought marked.

    Only in past narration can it be told from the narrator's own words; elsewhere nothing changes.
    """
    if tense != "past" or person not in ("first", "third"):
        return analysis
    found = _direct(analysis, first=person == "third")
    return _adding(analysis, [Stretch(each.start, each.end, Zone.THOUGHT, False, False) for each in found])


def _direct(analysis: Analysis, *, first: bool) -> list[Sentence]:
    """Sentences of unmarked thought; ``first``: whether the first person is the character's, not the narrator's."""
    free = [not _touched(analysis, each) for each in analysis.sentences]
    present = [each and _is_present(analysis, one) for each, one in zip(free, analysis.sentences, strict=True)]
    sure = [
        (each and first and _is_own(analysis, one, now)) or (now and _asks(analysis, one))
        for each, now, one in zip(free, present, analysis.sentences, strict=True)
    ]
    for places in (range(1, len(sure)), range(len(sure) - 2, -1, -1)):
        step = -1 if places.step > 0 else 1
        for place in places:
            sure[place] = sure[place] or (present[place] and sure[place + step])
    return [one for each, one in zip(sure, analysis.sentences, strict=True) if each]


def _touched(analysis: Analysis, sentence: Sentence) -> bool:
    return any(each.start < sentence.end and sentence.start < each.end for each in analysis.stretches)


def _is_own(analysis: Analysis, sentence: Sentence, present: bool) -> bool:
    tokens = analysis.tokens[sentence.first : sentence.last]
    told = any(each.tag == "VBD" and each.dep == "ROOT" for each in tokens)
    return any(each.lower in _FIRST for each in tokens) and not (told and not present)


def _is_present(analysis: Analysis, sentence: Sentence) -> bool:
    tags = {each.tag for each in analysis.tokens[sentence.first : sentence.last]}
    return bool(tags & {"VBZ", "VBP"}) and "VBD" not in tags


def _asks(analysis: Analysis, sentence: Sentence) -> bool:
    return analysis.text[sentence.start : sentence.end].rstrip().endswith("?")


def _in_italics(analysis: Analysis, italics: Sequence[Span]) -> Iterator[Stretch]:
    for place in italics:
        inner = place.of(analysis.text).strip()
        whole = inner[-1:] in ".!?…—" or place.end >= len(analysis.text.rstrip())
        if len(inner.split()) >= 3 and whole and analysis.zone(place.start) is Zone.NARRATION:
            yield Stretch(place.start, place.end, Zone.THOUGHT, False, False)


def _tagged(analysis: Analysis) -> Iterator[Stretch]:
    for sentence in analysis.sentences:
        text = analysis.text[sentence.start : sentence.end]
        match = _TAG.search(text)
        if match is None or (match.group(1) or match.group(2)) not in THINKING:
            continue
        end = sentence.start + match.start() + 1
        tokens = analysis.tokens[sentence.first : sentence.last]
        inner = [each for each in tokens if each.end <= end]
        present = any(each.tag in ("VBP", "VBZ", "MD") for each in inner)
        direct = match.group()[0] in "?!" or any(each.lower in _FIRST | _SECOND for each in inner)
        if inner and (present or direct) and analysis.zone(sentence.start) is Zone.NARRATION:
            yield Stretch(sentence.start, end, Zone.THOUGHT, False, False)


def _adding(analysis: Analysis, found: Sequence[Stretch]) -> Analysis:
    kept: list[Stretch] = list(analysis.stretches)
    for each in found:
        if not any(each.start < other.end and other.start < each.end for other in kept):
            kept.append(each)
    if len(kept) == len(analysis.stretches):
        return analysis
    return replace(analysis, stretches=tuple(sorted(kept, key=lambda each: each.start)))
