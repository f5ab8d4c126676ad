# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: two negatives for one, in the telling: he couldn’t see nothing, she hadn’t hardly slept.

Why a reader minds: the second undoes the first, and the sentence says the opposite.

When to leave it: in the voice of somebody who speaks so, and where both are meant (it was not nothing).

Example: He couldn’t see nothing. → He couldn’t see anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.checks.voice import own_voice, zone_of
from redraft.language.analysis import Zone

_ANY = {
    "nothing": "anything", "nobody": "anybody", "nowhere": "anywhere", "no": "any", "no one": "anyone", "none": "any",
}  # fmt: skip
_DONE = (
    "see|seen|say|said|hear|heard|find|found|have|had|want|wanted|need|needed|eat|eaten|do|done|get|got|take"
    "|taken|tell|told"
    "|give|given|feel|felt|know|known|make|made|bring|brought|trust|trusted|help|helped|answer|notice|noticed"
    "|think of|go"
    "|gone|own|buy|leave|change|changed|remember|learn|learned|expect|drink|meet|met|be|been"
)
_TWICE = re.compile(
    rf"(?:n't|(?<!\w)not|(?<!\w)never)(?: (?:ever|even|really|want to|have|had|been able to|be able to|going to|to))?"
    rf" (?:{_DONE}) (nothing|nobody|nowhere|no one|none|no(?! one\b)(?= [a-z]+))(?![\w'-])(?! (?:but|more|less"
    rf"|longer|other|sooner|matter"
    r"|doubt|whatever|wonder|is|was|had|could|would|can|will|has|did|came|knew|if|idea))"
)
_THERE = re.compile(
    r"(?<![\w'-])there (?:wasn't|weren't|isn't|was not|were not) (nothing|nobody|no one|no(?!"
    r" one\b)(?= [a-z]+))(?![\w'-])"
)
_HARDLY = re.compile(r"(?<!\w)(\w+n't) (hardly|barely|scarcely)(?![\w'-])")
_NEVER = re.compile(r"(?<![\w'-])(?:nobody|no one|none of (?:them|us)) (never)(?![\w'-])")
_POSITIVE = {"can't": "can", "won't": "will", "shan't": "shall"}


@check(
    id="double-negative", name="Two negatives for one", category="wrong-form", weight=0.68, sure=True,
    examples=(
        Fires("He couldn’t see ⟦nothing⟧ in the fog.", "anything"),
        Fires("They did not have ⟦no⟧ food left.", "any"),
        Fires("She ⟦couldn’t barely⟧ keep her eyes open.", "could barely"),
        Fires("Nobody ⟦never⟧ came back from the mine.", "ever"),
        Quiet("He couldn’t see anything in the fog."),
        Quiet("It was not nothing, and he never did nothing."),
        Quiet("“I didn’t see nothing,” he said."),
        Quiet("He did not know no one had seen it; he could not see no one was there."),
        Quiet("They did not have no more than ten."),
    ),
)
def double_negative(passage: Passage) -> Iterator[Found]:
    """Negatives around one verb, outside speech and voices of their own."""
    lower = passage.lower
    if "no" not in lower and "n't" not in lower:
        return
    for pattern in (_TWICE, _THERE, _NEVER):
        for match in pattern.finditer(lower):
            new = "ever" if match.group(1) == "never" else _ANY[match.group(1)]
            yield from _found(passage, *match.span(1), new)
    for match in _HARDLY.finditer(lower):
        helper = _POSITIVE.get(match.group(1), match.group(1)[:-3])
        yield from _found(passage, *match.span(), f"{helper} {match.group(2)}")


def _found(passage: Passage, start: int, end: int, new: str) -> Iterator[Found]:
    if zone_of(passage, start) is not Zone.NARRATION or own_voice(passage, start, end):
        return
    fix = fitted(passage.text[start:end], new, passage.text)
    yield Found(start, end, f"Two negatives undo each other: “{fix}”.", (fix,))
