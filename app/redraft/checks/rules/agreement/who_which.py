# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: “which” for people: a man which came.

Why a reader minds: which is for things; it makes a thing of somebody.

When to leave it: in old or biblical speech (“our Father, which art in heaven”).

Example: He was a man which never slept. → He was a man who never slept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.story import Passage
from redraft.language.analysis import Zone

_PEOPLE = (
    r"m[ae]n|wom[ae]n|boys?|girls?|people|persons?|child(?:ren)?|everybody|everyone|somebody|someone|anybody|anyone"
    r"|nobody"
    r"|friends?|brothers?|sisters?|mothers?|fathers?|sons?|daughters?|soldiers?|teachers?|guards?|strangers?"
)
_WHICH = re.compile(rf"(?<![\w'-])(?:{_PEOPLE}) (which)(?= [a-z]+)")
_TOLD = re.compile(r"\b(?:told|tell|asked|ask|showed|show|shown|remind(?:ed)?|tells|asks) (?:\w+ )?\w+ $")


@check(
    id="which-for-people", name="“Which” for people", category="pronoun", weight=0.7, sure=True,
    examples=(
        Fires("He was a man ⟦which⟧ never slept.", "who"),
        Fires("She was kind to everybody ⟦which⟧ asked her.", "who"),
        Quiet("He was a man who never slept."),
        Quiet("He asked the boy which door was hers."),
        Quiet("It was the house of a man, which stood on the hill."),
        Quiet("He told the woman which had been hers."),
        Quiet("He told the people which of them were to go."),
    ),
)
def who_which(passage: Passage) -> Iterator[Found]:
    """A person, "which", and a finite verb or helper right behind it."""
    tokens = passage.analysis.tokens
    for match in _WHICH.finditer(passage.lower):
        index = passage.analysis.token_index(match.start(1))
        after = [each for each in tokens[index + 1 : index + 3] if each.tag != "RB"]
        if _TOLD.search(passage.lower[: match.start(1)]):
            continue
        if tokens[index].dep.startswith("nsubj") and after and after[0].tag in ("VBD", "VBZ", "VBP", "MD"):
            speech = passage.analysis.zone(match.start(1)) is not Zone.NARRATION
            message = "“Which” is for things; people are “who”."
            yield Found(match.start(1), match.end(1), message, ("who",), unsure=speech)
