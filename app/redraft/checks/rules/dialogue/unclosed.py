# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a speech that is opened and never closed, though the next paragraph does not go on with it.

Why a reader minds: the telling seems to be spoken, and nobody knows where the voice ended.

When to leave it: when a speech runs over several paragraphs, each opened anew and only the last one closed.

Example: “I’m here, she said. → “I’m here,” she said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import tag_at
from redraft.checks.finding import Severity
from redraft.checks.speech_verbs import Saying
from redraft.checks.story import Passage
from redraft.language.analysis import Stretch

_PARTNER = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "”", "”": "”"}
_BREAK = re.compile(r"[,.?!…—](?= )")


@check(
    id="dialogue-unclosed", name="Speech that is never closed", category="dialogue-punctuation",
    severity=Severity.ERROR, weight=0.85, sentence_bound=True,
    examples=(
        Fires("“I will come with you to the ⟦gate.⟧", "gate.”"),
        Fires("“I will come with ⟦you,⟧ she said.", "you,”"),
        Fires("He turned round. \"Wait for ⟦me!⟧", "me!\""),
        Quiet("“I will come with you to the gate.”"),
        Quiet("“I will come with you,” she said. “Wait.”"),
        Quiet("The board was 12\" wide."),
    ),
)
def unclosed(passage: Passage) -> Iterator[Found]:
    """Speeches without a closing mark."""
    for speech in passage.speeches:
        if speech.closed or not speech.opened or _goes_on(passage, speech) or speech.depth > 1:
            continue
        mark = _PARTNER.get(passage.text[speech.start], "")
        if not mark or speech.end - speech.start < 3:
            continue
        end, sure = _likely_end(passage, speech)
        start = max(passage.text.rfind(" ", speech.start, end) + 1, speech.start + 1)
        if start < end:
            message = "This speech is opened with a quote mark and never closed."
            yield Found(start, end, message, (passage.text[start:end] + mark,), sure=sure)


def _goes_on(passage: Passage, speech: Stretch) -> bool:
    """Whether the next paragraph opens with a quote mark, as a long speech does."""
    return passage.after is not None and passage.after.text.lstrip()[:1] == passage.text[speech.start]


def _likely_end(passage: Passage, speech: Stretch) -> tuple[int, bool]:
    """Behind the mark that a tag follows; else the paragraph's end. Sure when a tag says so."""
    for match in _BREAK.finditer(passage.straight, speech.start, speech.end):
        tag = tag_at(passage.straight, match.end(), speech.end)
        if tag and tag.fits and tag.saying is Saying.PURE and tag.kind == "pronoun":
            return match.end(), True
    return len(passage.text[: speech.end].rstrip()), False
