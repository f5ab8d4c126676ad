# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: an aside without its comma: a clause with “who” behind a name, “looking …” at a sentence's end, “of
course”, a second name for the same person.

Why a reader minds: the comma lowers the voice; without it the aside is read as a part of the sentence that cannot be
spared.

When to leave it: where the words tell which of several is meant (“the boy who ran”).

Example: He turned to Mohmoud who had been silent. → He turned to Mohmoud, who had been silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.commas.findings import missing, surest
from redraft.checks.lexicon import words
from redraft.checks.story import Passage

_KINDS = words("rel ing name adverb")
_PHRASES = ("however", "of course", "for instance", "for example", "nevertheless")
_ANY = "|".join(_PHRASES)
_VERBS = "was|were|is|had|has|did|could|would|should|might|must|seemed|became|remained"
_UNOPENED = re.compile(rf"(?<=[a-z]) (?:{_ANY})(?=, [a-z])")
_UNCLOSED = re.compile(rf"(?<=[a-z], )(?:{_ANY})(?= (?:{_VERBS}) )")
_BEHIND = re.compile(rf"\b(?:{_VERBS})$")


@check(
    id="comma-around-aside",
    name="No comma beside an aside",
    category="comma",
    weight=0.45,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("He nodded and turned to ⟦Johnny who⟧ had been standing silently by the door.", "Johnny, who"),
        Quiet("He nodded and turned to Johnny, who had been standing silently by the door."),
        Fires("He was⟦ however⟧, too late for the train.", ", however"),
        Fires("He, ⟦however⟧ was too late for the train.", "however,"),
        Quiet("He was, however, too late for the train."),
        Quiet("However, he was too late, of course."),
        Quiet("The boy who had been standing by the door went out."),
        Quiet("He stood looking at her."),
    ),
)
def aside(passage: Passage) -> Iterator[Found]:
    """Asides where the judge of commas misses one, and set phrases with a comma on one side only."""
    yield from surest((*_lame(passage), *missing(passage, _KINDS, _message)))


def _message(before: str, word: str) -> str:
    return f"What begins with “{word}” is said in passing; a comma parts it from “{before}”."


def _lame(passage: Passage) -> Iterator[Found]:
    """“was however, late” and “he, however was late”: the pair of commas lacks one."""
    if not any(each in passage.lower for each in _PHRASES):
        return
    for match in _UNOPENED.finditer(passage.text):
        if _BEHIND.search(passage.text, max(0, match.start() - 12), match.start()):
            yield _paired(match, f",{match.group()}")
    for match in _UNCLOSED.finditer(passage.text):
        yield _paired(match, f"{match.group()},")


def _paired(match: re.Match[str], fix: str) -> Found:
    message = f"“{match.group().strip()}” is said in passing; it wants a comma on either side."
    return Found(match.start(), match.end(), message, (fix,))
