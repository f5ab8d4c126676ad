# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: whom where who does something: a boy whom had never been outside.

Why a reader minds: whom is him; “him had never been outside” shows at once what is wrong.

When to leave it: before a subject of its own (the man whom she loved, whom had he seen?).

Example: a boy whom had never been outside → a boy who had never been outside
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage

_FINITE = re.compile(
    r"(?<![\w'-])(whom)(?= (?:had|was|were|is|has|would|could|will|can|never|always|still|just|already|seemed"
    r"|wanted|stood|sat"
    r"|came|went|lived|looked|knew|felt|used)\b"
    r"(?! (?:he|she|they|it|i|we|you|the|his|her|my|their|a|an|all|every|no|nobody|everyone|this|that|those"
    r"|these|some|to)\b))"
)
_PREPOSITION = re.compile(
    r"(?:\b(?:of|to|for|with|by|from|in|on|at|about|than|among|behind|before|after|against"
    r"|whom),?) $"
)


@check(
    id="whom-for-who", name="“Whom” for “who”", category="pronoun", weight=0.72, sure=True,
    examples=(
        Fires("He was a boy ⟦whom⟧ had never been outside.", "who"),
        Fires("The woman ⟦whom⟧ was standing by the door said nothing.", "who"),
        Quiet("He was a boy who had never been outside."),
        Quiet("Whom had he seen, and whom was she to trust?"),
        Quiet("The man whom never a soul had seen was there, and whom Anna had seen."),
        Quiet("There were ten men, all of whom had fled."),
    ),
)
def whom_for_who(passage: Passage) -> Iterator[Found]:
    """Whom, and right behind it a verb without a subject of its own."""
    if "whom" not in passage.lower:
        return
    for match in _FINITE.finditer(passage.lower):
        behind = re.match(r" \w+ (\S)", passage.text[match.end() :])
        tokens = passage.analysis.tokens
        index = passage.analysis.token_index(match.start())
        own = any(each.dep in ("nsubj", "nsubjpass") for each in tokens[index + 1 : index + 5] if each.head > index)
        if _PREPOSITION.search(passage.lower[: match.start()]) or (behind and behind.group(1).isupper()) or own:
            continue
        fix = fitted(passage.text[match.start() : match.end()], "who", passage.text)
        yield Found(match.start(), match.end(), "It is the subject of the verb behind it, so “who”.", (fix,))
