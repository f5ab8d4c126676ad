# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs checks on a paragraph and makes findings of what they say.

A rule that raises costs only itself: what went wrong is kept in ``faults``, the other rules go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from redraft.checks.agreement import settle
from redraft.checks.catalogue import by_id
from redraft.checks.check import Check, Found, StoryCheck
from redraft.checks.finding import Finding
from redraft.checks.overlaps import resolve
from redraft.checks.prose import not_prose
from redraft.checks.rates import stands_alone
from redraft.checks.story import Passage
from redraft.manuscript.model import Paragraph
from redraft.text.folding import Reading

_SKIPPED = ("mark", "empty")


@dataclass(frozen=True, slots=True)
class Fault:
    """A check that failed on a paragraph (its id), and the error in one line."""

    check: str
    paragraph: int
    error: str


def findings(
    paragraph: Paragraph, reading: Reading, passage: Passage, checks: Sequence[Check],
    faults: list[Fault] | None = None,
) -> list[Finding]:
    """What the checks find in a paragraph, in places of its written text, in order, without overlaps.

    ``passage.analysis.text`` must be ``reading.text``. Failures of single checks are appended to ``faults``.
    """
    said = run(passage, checks, paragraph.id, faults)
    made = (_finding(by_id()[id], paragraph, reading, found) for id, found in said)
    return resolve(each for each in made if each is not None)


def run(
    passage: Passage, checks: Sequence[Check], number: int = 0, faults: list[Fault] | None = None, *,
    weighed: bool = True,
) -> list[tuple[str, Found]]:
    """What the checks say of a passage, as (id, found) in places of its reading text; overlaps are not resolved.

    ``weighed``: a check that clean books often set off needs a second voice in a manuscript as clean as they.
    """
    if passage.kind in _SKIPPED or not passage.story.english or not passage.text.strip():
        return []
    said: list[tuple[str, Found]] = []
    for each in checks if passage.kind != "heading" else [each for each in checks if each.headings]:
        try:
            for found in each.rule(passage):  # no comprehension: that would be another call for each of 400 rules
                said.append((each.id, found))
        except Exception as error:  # whatever a rule does wrong, the author's other findings must not suffer
            _note(faults, each.id, number, error)
    if not said:
        return []
    quiet = not_prose(passage.analysis)
    loud = [(id, found) for id, found in said if not any(s.start < found.end and found.start < s.end for s in quiet)]
    return list(settle(passage, [_weighed(passage, id, found) for id, found in loud] if weighed else loud))


def _weighed(passage: Passage, id: str, found: Found) -> tuple[str, Found]:
    if found.unsure or found.judge == "tagger":
        return id, found
    check = by_id()[id]
    sure = check.sure if found.sure is None else found.sure
    story, category = passage.story, found.category or check.category
    if id in story.abundant or stands_alone(id, category, sure=sure, roughness=story.roughness):
        return id, found
    return id, replace(found, unsure=True)


def story_findings(
    paragraphs: Sequence[Paragraph], readings: Sequence[Reading], passages: Sequence[Passage],
    checks: Iterable[StoryCheck], faults: list[Fault] | None = None,
) -> list[Finding]:
    """What the checks of the whole story find; the three sequences run in step. Overlaps are not resolved."""
    if passages and not passages[0].story.english:
        return []
    found: list[Finding] = []
    for each in checks:
        try:
            for index, place in each.rule(passages):
                made = _finding(each, paragraphs[index], readings[index], place)
                found += [made] if made is not None else []
        except Exception as error:
            _note(faults, each.id, 0, error)
    return found


def _finding(check: Check | StoryCheck, paragraph: Paragraph, reading: Reading, found: Found) -> Finding | None:
    """The finding in the written text; None when it marks nothing but markup."""
    place = reading.to_source(found.start, found.end)
    if not len(place):
        return None
    start, end = place.start, place.end
    fixes = (reading.rewritten(paragraph.text, found.start, found.end, each)[1] for each in found.suggestions)
    suggestions = tuple(dict.fromkeys(fixes))[:3]
    sure = check.sure if found.sure is None else found.sure
    return Finding(
        check=check.id, category=found.category or check.category, severity=found.severity or check.severity,
        paragraph=paragraph.id, start=start, end=end, text=paragraph.text[start:end], message=found.message,
        suggestions=suggestions, sure=sure and bool(suggestions), engine=found.engine,
        weight=check.weight if found.weight is None else found.weight,
    )


def _note(faults: list[Fault] | None, check: str, paragraph: int, error: Exception) -> None:
    if faults is not None:
        faults.append(Fault(check, paragraph, f"{type(error).__name__}: {error}"))
