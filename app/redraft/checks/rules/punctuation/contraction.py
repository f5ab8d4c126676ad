# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: contractions without their apostrophe: dont, didnt, youre.

Why a reader minds: it reads as haste; some of them are other words (wont, cant, ill).

When to leave it: in messages and voices written so on purpose.

Example: I dont know. → I don’t know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage

_ALWAYS = {
    each.replace("'", ""): each
    for each in (
        "don't didn't doesn't isn't wasn't weren't hasn't haven't hadn't couldn't wouldn't shouldn't aren't ain't "
        "mustn't"
        " needn't you're they're you've they've that's what's there's here's who've could've would've should've "
        "might've"
        " you'll they'll that'll you'd they'd o'clock ma'am y'all i've it'll it'd who'll there'll there'd that'd"
        " oughtn't where's how's"
    ).split()
}
_USUAL = 20
"""Times from which on an author who mostly writes them so has chosen so."""
_BY_SUBJECT = {"cant": "can't", "wont": "won't", "hes": "he's", "shes": "she's", "weve": "we've", "whos": "who's"}
_NEGATIONS = tuple(each for each in _ALWAYS.values() if each.endswith("n't"))
_WORD = re.compile(rf"(?<![\w'-])({'|'.join([*_ALWAYS, *_BY_SUBJECT])})(?![\w'-])")
_IN_PLACE = re.compile(
    r"(?<![\w'-])(?:(?P<im>im)(?= (?:an?|not|so|going|sure|sorry|the|just|here|fine|gonna|too|really|very|in|on|your"
    r"|glad|afraid|still|always|never|only|happy|tired|\w+ing)\b)"
    r"|(?:(?<=^)|(?<=[.!?…\"'] )|(?<=[.!?…\"'])|(?<=, ))(?P<lets>lets)(?= (?:go|get|see|just|not|hope|take|do|be|say"
    r"|try|talk|eat|start|make|find|hear|move|play|call|keep|stay|leave|have|face|look)\b))"
)
_SUBJECT = re.compile(r"\b(?:i|you|we|they|he|she|it|that|just|still|really|\w+ly|who) $")


@check(
    id="contraction",
    name="Contraction without apostrophe",
    category="apostrophe",
    severity=Severity.ERROR,
    sure=True,
    weight=0.92,
    examples=(
        Fires("“I ⟦dont⟧ know.”", "don’t"),
        Fires("He ⟦didnt⟧ come.", "didn't"),
        Fires("“They ⟦wont⟧ come.”", "won’t"),
        Fires("“⟦Youre⟧ late, it’s five.”", "You’re"),
        Fires("“⟦Lets⟧ go, Tom.”", "Let’s"),
        Quiet("“I don’t know.”"),
        Quiet("As was his wont, he came late."),
        Quiet("It was thieves’ cant."),
        Quiet("It was called DONT-7."),
        Quiet("He lets go of it."),
    ),
)
def contraction(passage: Passage) -> Iterator[Found]:
    """Words that are contractions but for their apostrophe."""
    if _is_habit(passage):
        return
    for match in _WORD.finditer(passage.lower):
        word = match.group(1)
        old = passage.text[match.start() : match.end()]
        if old in passage.story.names or (old.isupper() and len(old) < 5):
            continue
        right = _ALWAYS.get(word)
        if right is None:
            if word in ("cant", "wont") and not _SUBJECT.search(passage.lower[: match.start()]):
                continue
            right = _BY_SUBJECT[word]
        yield Found(
            match.start(),
            match.end(),
            f"“{old}” is “{right}” without its apostrophe.",
            (fitted(old, right, passage.text + _style(passage)),),
        )


    for match in _IN_PLACE.finditer(passage.lower):
        old = passage.text[match.start() : match.end()]
        right = fitted(old, "I'm" if match["im"] else "let's", passage.text + _style(passage))
        yield Found(match.start(), match.end(), f"“{old}” is “{right}” without its apostrophe.", (right,))


def _style(passage: Passage) -> str:
    """The story's apostrophe, for a paragraph that shows none of its own."""
    return "’" if (passage.story.quotes or "").endswith("curly") else ""


def _is_habit(passage: Passage) -> bool:
    """Whether the author leaves the apostrophe out of most contractions: that is a manner of writing."""
    counts = passage.story.counts
    left_out = sum(counts.get(each, 0) for each in _ALWAYS)
    return left_out >= _USUAL and left_out > sum(counts.get(each, 0) for each in _NEGATIONS)
