# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a verb of speaking that leads to a speech without its comma: He said “Come in.”

Why a reader minds: the comma is the breath between the telling and the voice.

When to leave it: when the quoted words are a thing that is said, not a speech (he said “no” to everything).

Example: He said “Come in.” → He said, “Come in.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import Turn, turns
from redraft.checks.finding import Severity
from redraft.checks.lexicon import words
from redraft.checks.story import Passage

_VERBS = words(
    "said says asked asks replied replies answered whispered whispers shouted shouts yelled yells added adds cried"
    " exclaimed muttered mutters murmured continued demanded announced responded stammered screamed begged declared"
)
_BARE = re.compile(
    r"(?:^|[\s\"])(?:he|she|they|we|I|it|who|and|then|[A-Z][\w'-]+|[a-z]+ly) (?P<verb>[a-z]+)"
    r"(?: (?:him|her|me|them|us|[a-z]+ly))?(?P<stop>\.?)(?P<gap> ?)$", re.IGNORECASE
)


@check(
    id="dialogue-lead-in", name="No comma before a speech", category="dialogue-punctuation",
    severity=Severity.ERROR, sure=True, weight=0.88, sentence_bound=True,
    examples=(
        Fires("He ⟦said⟧ “Come in, all of you.”", "said,"),
        Fires("She turned and ⟦asked⟧ \"Who is it?\"", "asked,"),
        Fires("He looked up and ⟦said.⟧ “Come in.”", "said,"),
        Quiet("He said, “Come in, all of you.”"),
        Quiet("He said “no” to everything."),
        Quiet("“Come in,” he said. “Sit down.”"),
        Quiet("They said “Good morning” to each other."),
        Quiet("That is what he said. “Come in.” It was cold."),
    ),
)
def lead_in(passage: Passage) -> Iterator[Found]:
    """Verbs of speaking directly before a speech."""
    text = passage.straight
    for turn in turns(passage):
        lead = text[turn.before : turn.start]
        match = _BARE.search(lead)
        if match is None or match["verb"].lower() not in _VERBS or not _is_speech(text, turn):
            continue
        if match["stop"] and not _leads(lead, turn):
            continue
        start = turn.before + match.start("verb")
        end = turn.before + match.start("gap")
        fix = passage.text[start:end].rstrip(".") + ","
        message = f"“{passage.text[start:end].rstrip('.')}” leads to the speech; a comma joins the two."
        yield Found(start, end, message, (fix,))


def _is_speech(text: str, turn: Turn) -> bool:
    inner = turn.inner(text)
    if not inner[:1].isupper() or inner[-1] not in ".?!,…—":
        return False
    return inner.count(" ") > 0 or not text[turn.end : turn.after].strip()


def _leads(lead: str, turn: Turn) -> bool:
    """Whether a verb with a full stop leads on: no speech stands before it whose tag it might be."""
    sentence = re.split(r"(?<!Mr)(?<!Mrs)(?<!Dr)[.!?…] ", lead.strip().rstrip("."))
    if sentence[-1].endswith("continued"):
        return False
    return (turn.opens or len(sentence) > 1) and not re.search(r"\b(?:what|as|that|which|than|so|how)\b", sentence[-1])
