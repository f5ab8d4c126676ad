# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a question mark behind a question that is only told: He wondered why she had come?

Why a reader minds: the sentence tells that somebody asked; it does not ask.

When to leave it: where the question is somebody’s thought, in its own order of words (why had she come?).

Example: He wondered why she had come? → He wondered why she had come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.story import Passage
from redraft.checks.voice import zone_of
from redraft.language.analysis import Zone

_TOLD = re.compile(
    r"(?:he|she|they|we|i|[a-z]+) (?:had )?(?:wondered|asked(?: (?:him|her|me|them|us|himself|herself|myself|[a-z]+))?)"
    r" (?:if|whether|why|what|how|who|where|when|which) (?P<rest>[^?.!\"—]+)\?"
)
_OWN_ORDER = re.compile(r"^(?:was|were|is|are|had|has|have|did|do|does|could|can|would|will|should|might|must)\b")


@check(
    id="indirect-question", name="Question mark behind a told question", category="punctuation", weight=0.68, sure=True,
    sentence_bound=True,
    examples=(
        Fires("He wondered why she had ⟦come?⟧", "come."),
        Fires("She asked him if he was ⟦hungry?⟧", "hungry."),
        Quiet("He wondered why she had come."),
        Quiet("Why, he wondered, had she come?"),
        Quiet("He asked her why. What was she to say?"),
        Quiet("Had he asked her why she came?"),
        Quiet("He wondered what was she doing here?"),
    ),
)
def indirect_question(passage: Passage) -> Iterator[Found]:
    """A whole sentence of the telling that begins with who asks and ends with a question mark."""
    if "?" not in passage.text:
        return
    for sentence in passage.analysis.sentences:
        match = _TOLD.fullmatch(passage.lower[sentence.start : sentence.end].strip())
        if match is None or zone_of(passage, sentence.start) is not Zone.NARRATION or _OWN_ORDER.search(match["rest"]):
            continue
        end = sentence.start + len(passage.text[sentence.start : sentence.end].rstrip())
        word = passage.text[sentence.start : end - 1].split()[-1]
        start = end - 1 - len(word)
        yield Found(start, end, "Somebody’s question is told here, not asked.", (word + ".",))
