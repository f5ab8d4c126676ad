# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a question in speech that ends with a full stop or a comma: “Where are you going.”

Why a reader minds: the mark gives the voice its tune; a question without it sounds flat.

When to leave it: when the speaker does not ask: an order in the form of a question, a threat, a weary echo.

Example: “Where are you going.” → “Where are you going?”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import turns
from redraft.checks.story import Passage

_BEGIN = r"(?:(?:^|[.!?…] )(?:(?:and|but|so|oh|well|then|okay|wait|hey|now), ?|(?:and|but|so|then) )?)"
_SUBJECT = r"(?:i|you|he|she|it|we|they|this|that|there|your \w+|his \w+|her \w+|my \w+|the \w+)"
_AUX = r"(?:am|are|is|was|were|do|does|did|have|has|had|can|could|will|would|should|'re|'s)(?:n't)?"
_ASKING = (
    rf"(?:what|where|when|why|who|how)(?: (?:the hell|on earth|in the world|much|many|long|far|old|else))? "
    rf"?{_AUX} {_SUBJECT}\b"
)
_YES_NO = (
    r"(?:are|do|does|did|is|am|was|can|don't|didn't|aren't|isn't|can't|haven't|hasn't|wasn't) (?:i|you|he|she"
    r"|it|we|they)\b"
)
_QUESTION = re.compile(rf"{_BEGIN}(?P<asks>{_ASKING}|{_YES_NO})(?P<rest>[^.!?…;:—]*?)(?P<word>[\w']+)(?P<mark>[.,])$")
_TAG = re.compile(
    r"(?P<asks>, (?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|can't|couldn't|won't"
    r"|wouldn't"
    r"|shouldn't|ain't) (?P<word>i|you|he|she|it|we|they|there))(?P<rest>)(?P<mark>[.])$"
)
_NO_QUESTION = re.compile(
    r"\b(?:if|whether|then|i wonder|care|matter|let me)\b|^(?:do|don't) (?:you|we) dare|^how "
    r"\w+ (?:is|are)|,.*,"
)


@check(
    id="dialogue-question-mark",
    name="Question without a question mark",
    category="dialogue-punctuation",
    weight=0.7,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("“Where are you ⟦going.”⟧", "going?”"),
        Fires("“You want to know, don’t ⟦you.”⟧ He smiled.", "you?”"),
        Fires("“What did he ⟦say,”⟧ she asked.", "say?”"),
        Fires('"Do you know ⟦him."⟧', 'him?"'),
        Quiet("“Where are you going?”"),
        Quiet("“Where you are going.”"),
        Quiet("“What I did was wrong.”"),
        Quiet("“Don’t you dare.”"),
        Quiet("“I know where you are going.”"),
        Quiet("“Do come in.”"),
        Quiet("“How clever he is.”"),
    ),
)
def question_mark(passage: Passage) -> Iterator[Found]:
    """The last sentence of each speech, where it is a question by its form."""
    for turn in turns(passage):
        if not turn.closed:
            continue
        inner = passage.lower[turn.inner_start : turn.inner_end]
        match = _QUESTION.search(inner) or _TAG.search(inner)
        if match is None or _NO_QUESTION.search(match["asks"] + match["rest"] + match["word"]):
            continue
        if re.search(r"\b(?:so|nor|neither) $", inner[: match.start("asks")]):
            continue
        if match["mark"] == "," and not _asked(passage, turn.end):
            continue
        start = turn.inner_start + match.start("word")
        mark = turn.inner_start + match.start("mark")
        fix = passage.text[start:mark] + "?" + passage.text[mark + 1 : turn.end]
        yield Found(start, turn.end, "This is a question by its form, and it ends without a question mark.", (fix,))


def _asked(passage: Passage, place: int) -> bool:
    """Whether the tag behind the speech says that it is a question."""
    if (
        re.match(r"[^.!?]*, [\"'][a-z]", passage.lower[place : place + 80])
        and passage.text[place:].split(",", 1)[-1][2:3].islower()
    ):
        return False
    return (
        re.match(r" (?:\w+ ){0,3}?(?:asked|inquired|wondered|demanded)\b", passage.lower[place : place + 60])
        is not None
    )
