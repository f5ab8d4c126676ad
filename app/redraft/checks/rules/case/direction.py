# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a way or a season written as a name: they went North, in the Spring, and a capital behind a comma.

Why a reader minds: a capital promises a name; a compass and a calendar page have none.

When to leave it: where it is a region (the North rose against him), or the story writes it so throughout.

Example: They went North along the river. → They went north along the river.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.story import Passage
from redraft.checks.voice import zone_of
from redraft.language.analysis import Zone

_WAY = re.compile(
    r"\b(?:went|headed|walked|turned|drove|rode|sailed|ran|traveled|travelled|moved|facing|faced|marched|flew"
    r"|looked|heading"
    r"|going|walking|miles|further|farther|led|pointed|straight) (North|South|East|West|Northeast|Northwest"
    r"|Southeast|Southwest)"
    r"(?=[.;!?]| (?:along|for|to|toward|towards|into|until|through|across|over|past|down|of)\b)(?! (?:to|for|of)"
    r" (?:the )?[A-Z])"
)
_SEASON = re.compile(
    r"\b(?:in|of|this|last|next|every|that|the|early|late|by|until|all|one|each) (?:the )?(?:early |late"
    r" )?(Spring|Summer|Autumn"
    r"|Winter|Fall)(?=[.,;!?]| (?:and|was|when|had|of (?:that|his|her)|before|after|came|they|he|she|we)\b)"
)
_AFTER_COMMA = re.compile(
    r"(?<=[a-z], )(But|And|Then|So|Because|When|While|Although|The|His|Her|Their|They|As|If|It|We|She|There|Or"
    r"|Which|Who)"
    r"(?= [a-z]+ [a-z]+)"
)
_HABIT = 2


@check(
    id="direction-capital", name="Capital of ways, seasons, and behind a comma", category="case", weight=0.6,
    examples=(
        Fires("They went ⟦North⟧ along the river for two days.", "north"),
        Fires("It was the first day of ⟦Spring⟧ and the ice broke.", "spring"),
        Fires("She took the stairs, ⟦But⟧ the door was locked.", "but"),
        Quiet("They went north along the river in the spring."),
        Quiet("He came from the North, and looked to the West for help."),
        Quiet("She read a poem, The old man of the sea, by a friend."),
        Quiet("They sailed South to South Africa and flew East for the East End."),
        Quiet("“Well, But why?” he stammered."),
    ),
)
def direction(passage: Passage) -> Iterator[Found]:
    """Capitals in fixed frames, unless the story has the habit; outside speech."""
    for pattern in (_WAY, _SEASON, _AFTER_COMMA):
        for match in pattern.finditer(passage.text):
            word = match.group(1)
            start, end = match.span(1)
            habit = passage.story.capital_counts.get(word.lower(), 0) > _HABIT and pattern is not _AFTER_COMMA
            if habit or zone_of(passage, start) is not Zone.NARRATION or word in passage.story.names:
                continue
            if pattern is _AFTER_COMMA and _a_title(passage.text, end):
                continue
            yield Found(start, end, f"“{word.lower()}” is no name here and takes no capital.", (word.lower(),))


def _a_title(text: str, place: int) -> bool:
    """Whether "The" and what follows up to a comma looks like the title of a work."""
    return text[place - 3 : place] == "The" and re.match(r" [^.;!?]{3,40},", text[place:]) is not None
