# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a comma after a tag although the speech goes on with a new sentence: “Hm,” she said, “So be it.”

Why a reader minds: the comma says that the same sentence goes on, the capital says that a new one begins.

When to leave it: when the second part does go on with the first, and its first word has a capital for another reason.

Example: “Hm,” she said, “So be it.” → “Hm,” she said. “So be it.”
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import Turn, spoken, tag_after, turns
from redraft.checks.speech_verbs import Saying
from redraft.checks.story import Passage

_CAPITAL_ANYWAY = re.compile(r"(?:I|Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|God|English|Captain|Father|Mother|Mom|Dad|King"
                             r"|Queen)\b")
_JOINS = re.compile(r" (?!.*\b(?:and|then|added|but)\b)(?:[^.!?;:]|(?<=Mr|Dr|St)\.|(?<=Mrs)\.){3,90}, ?")


@check(
    id="dialogue-new-sentence", name="Comma before a new sentence of speech", category="dialogue-punctuation",
    weight=0.8, sure=True, sentence_bound=True,
    examples=(
        Fires("“All right,” she ⟦said,⟧ “So what do we do now?”", "said."),
        Fires("“Where were you?” he ⟦asked,⟧ “We waited for hours.”", "asked."),
        Fires("\"I waited,\" Tom said ⟦quietly,⟧ \"The train left.\"", "quietly."),
        Quiet("“All right,” she said, “so what do we do now?”"),
        Quiet("“All right,” she said, “I’ll go.”"),
        Quiet("“All right,” she said, “Kakashi will know.”", names=("Kakashi",)),
        Quiet("“All right.” She turned to him and said, “So what do we do now?”"),
        Quiet("She said, “So what do we do now?”"),
        Quiet("“All right,” she said. “So what do we do now?”"),
    ),
)
def new_sentence(passage: Passage) -> Iterator[Found]:
    """Commas behind a tag, before a speech that begins a new sentence."""
    text = passage.straight
    found = turns(passage)
    for turn, following in itertools.pairwise(found):
        between = text[turn.end : turn.after]
        if following.start != turn.after or not _JOINS.fullmatch(between):
            continue
        tag = tag_after(passage, turn)
        if tag is None or tag.saying in (None, Saying.NEVER) or not (tag.fits and spoken(passage, turn)):
            continue
        if (between.strip()[0].isupper() and text[turn.inner_end - 1] in ".?!…") or not _begins(passage, following):
            continue
        yield _found(passage, turn, following)


def _begins(passage: Passage, turn: Turn) -> bool:
    """Whether the speech begins with a capital that only a new sentence explains."""
    inner = turn.inner(passage.straight)
    word = re.match(r"[A-Z][a-z]+", inner)
    if word is None or _CAPITAL_ANYWAY.match(inner):
        return False
    capital = passage.story.capital_counts.get(word.group().lower(), 0)
    return word.group() not in passage.story.names and 2 * capital <= passage.story.counts.get(word.group().lower(), 1)


def _found(passage: Passage, turn: Turn, following: Turn) -> Found:
    text = passage.straight
    comma = text.rindex(",", turn.end, turn.after)
    start = comma
    while start and text[start - 1].isalnum():
        start -= 1
    first = re.match(r"\w+", following.inner(text))
    message = "The speech goes on with a new sentence, so the tag ends with a full stop."
    fixes = [passage.text[start:comma] + "."]
    if first and text[turn.inner_end - 1] == ",":
        message = f"The comma goes on with the sentence, but “{first.group()}” begins a new one: end the first."
    return Found(start, comma + 1, message, tuple(fixes))
