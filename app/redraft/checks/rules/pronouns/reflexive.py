# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: self-words that are none: hisself, theirselves, him self, his self.

Why a reader minds: they are heard in talk, and look like slips in the telling.

When to leave it: in the mouth of somebody who speaks so.

Example: He hurt hisself. → He hurt himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.phrases import fitted
from redraft.checks.story import Passage
from redraft.language.analysis import Zone

_FORMS = {
    "hisself": "himself", "his self": "himself", "him self": "himself", "theirself": "themselves",
    "her self": "herself", "theirselves": "themselves", "their selves": "themselves", "them selves": "themselves",
    "themselfs": "themselves", "ourself": "ourselves",
    "ourselfs": "ourselves", "our selves": "ourselves", "meself": "myself", "my self": "myself", "it self": "itself",
    "your self": "yourself", "your selves": "yourselves", "one self": "oneself", "theirselfs": "themselves",
}  # fmt: skip
_WRONG = re.compile(rf"(?<![\w'-])({'|'.join(_FORMS)})(?![\w-]|'\w)")
_SELF_AFTER = re.compile(r"^ (?:respect|esteem|control|defen[cs]e|doubt|pity|help|confidence|image|portrait)")


@check(
    id="self-word",
    name="Self-word in the wrong form",
    category="pronoun",
    weight=0.75,
    sure=True,
    examples=(
        Fires("He had hurt ⟦hisself⟧.", "himself"),
        Fires("They kept it to ⟦theirselves⟧.", "themselves"),
        Fires("She looked at ⟦her self⟧ in the glass.", "herself"),
        Quiet("He had hurt himself."),
        Quiet("It was his better self that spoke."),
        Quiet("“I done it meself,” said Joe."),
        Quiet("He had lost his self respect."),
    ),
)
def self_word(passage: Passage) -> Iterator[Found]:
    """Such words outside speech; in speech only with a second voice."""
    lower = passage.lower
    if "sel" not in lower:
        return
    for match in _WRONG.finditer(lower):
        if _SELF_AFTER.match(lower[match.end() :]):
            continue
        start, end = match.span()
        fix = fitted(passage.text[start:end], _FORMS[match.group(1)], passage.text)
        speech = passage.analysis.zone(start) is not Zone.NARRATION
        message = f"The self-word is written “{fix}”."
        yield Found(start, end, message, (fix,), unsure=speech)
