# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a speech that is closed and was never opened: Come in,” he said.

Why a reader minds: the voice begins unheard, and at the closing mark the reader has to go back and read it again.

When to leave it: never; where a speech runs over paragraphs, each of them opens with a mark of its own.

Example: Come in,” he said. → “Come in,” he said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import is_line_of_verse
from redraft.checks.finding import Severity
from redraft.checks.story import Passage
from redraft.language.analysis import Sentence, Stretch

_PARTNER = {"”": "“", "’": "‘", '"': '"', "'": "'", "»": "«"}
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*['’]?")
_TELLER = frozenset(("he", "she", "they", "his", "her", "their"))


@check(
    id="dialogue-unopened", name="Speech that is never opened", category="dialogue-punctuation",
    severity=Severity.ERROR, sure=True, weight=0.88, sentence_bound=True,
    examples=(
        Fires("⟦Come⟧ in,” he said.", "“Come"),
        Fires("“Yes,” he said. ⟦Come⟧ in.”", "“Come"),
        Fires("He turned and said, ⟦Come⟧ in.”", "“Come"),
        Fires("“Yes,” he said, ⟦come⟧ in.”", "“come"),
        Quiet("“Come in,” he said."),
        Quiet("“Yes,” he said. “Come in.”"),
        Quiet("The board was 12” wide, he said."),
        Quiet("It was ten inches, 10\", on the left."),
    ),
)
def unopened(passage: Passage) -> Iterator[Found]:
    """Speeches without an opening mark."""
    for speech in passage.speeches:
        if speech.opened or not speech.closed or speech.depth > 1 or (not speech.start and _runs_on(passage)):
            continue
        mark = _PARTNER.get(passage.text[speech.end - 1], "")
        word = _WORD.search(passage.text, _start(passage, speech), speech.end)
        if not mark or word is None:
            continue
        message = f"The speech that begins with “{word.group()}” is closed, but no quote mark opens it."
        unsure = is_line_of_verse(passage)
        yield Found(word.start(), word.end(), message, (mark + word.group(),), unsure=unsure)


def _runs_on(passage: Passage) -> bool:
    """Whether the paragraph before ends in a speech that is not closed, as a line of verse does."""
    speeches = passage.before.speeches() if passage.before is not None else []
    return bool(speeches) and not speeches[-1].closed


def _start(passage: Passage, speech: Stretch) -> int:
    """Where the speech begins: at a paragraph's head behind the sentences that tell, when others follow them."""
    inside = [each for each in passage.analysis.sentences if speech.start <= each.start < speech.end]
    if speech.start or len(inside) < 2:
        return speech.start
    for sentence in inside[:-1]:
        if not _tells(passage, sentence):
            return sentence.start
    return inside[-1].start


def _tells(passage: Passage, sentence: Sentence) -> bool:
    tokens = passage.analysis.tokens[sentence.first : sentence.last]
    return tokens[0].lower in _TELLER and any(each.tag == "VBD" for each in tokens[1:3])
