# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a speech that closes without any mark: “I’m going”

Why a reader minds: without a mark the voice neither ends nor breaks off; the reader looks for the missing words.

When to leave it: when the quoted words are a title or a single word that is spoken of.

Example: “I’m going” He left. → “I’m going.” He left.
"""

from __future__ import annotations

from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import Turn, spoken, turns
from redraft.checks.finding import Severity
from redraft.checks.story import Passage


@check(
    id="dialogue-end-mark",
    name="No mark at the end of a speech",
    category="dialogue-punctuation",
    severity=Severity.ERROR,
    sure=True,
    weight=0.8,
    sentence_bound=True,
    examples=(
        Fires("“I’m going ⟦home”⟧ He left.", "home.”"),
        Fires("“I’m going ⟦home”⟧", "home.”"),
        Fires('She said, "I\'m going ⟦home"⟧', 'home."'),
        Fires("He nodded. “Why did you leave ⟦me”⟧ Anko looked away.", "me?”"),
        Quiet("“I’m going home.” He left."),
        Quiet("“I’m going home,” he said."),
        Quiet("“I’m going home”—he stood up—“and you can’t stop me.”"),
        Quiet("They sang “Silent Night” He left."),
        Quiet("It was called “The Raven”"),
        Quiet("“I’m going home” was all she said."),
    ),
)
def end_mark(passage: Passage) -> Iterator[Found]:
    """Speeches whose last character is a letter, where nothing goes on with the sentence."""
    text = passage.straight
    if passage.kind != "body":
        return
    for turn in turns(passage):
        if not turn.closed or not text[turn.inner_end - 1].isalpha() or not spoken(passage, turn):
            continue
        if not _is_speech(passage, turn) or not _nothing_follows(text, turn):
            continue
        start = turn.inner_end - 1
        while start > turn.inner_start and (text[start - 1].isalnum() or text[start - 1] == "'"):
            start -= 1
        mark = "?" if _asks(text[turn.inner_start : turn.inner_end]) else "."
        fixes = tuple(
            passage.text[start : turn.inner_end] + each + passage.text[turn.inner_end : turn.end]
            for each in dict.fromkeys((mark, ".", "—"))
        )
        yield Found(start, turn.end, f"The speech ends with “{text[start : turn.inner_end]}” and no mark.", fixes)


def _is_speech(passage: Passage, turn: Turn) -> bool:
    """Three words or more, at the paragraph's start or behind a verb that leads to it; titles are not speech."""
    inner = turn.inner(passage.straight).split()
    if len(inner) < 3 or sum(each[0].isupper() for each in inner) * 2 > len(inner) + 1:
        return False
    lead = passage.straight[turn.before : turn.start].rstrip()
    return not lead or lead[-1] in ".!?,:"


def _nothing_follows(text: str, turn: Turn) -> bool:
    rest = text[turn.end :]
    return not rest.strip() or (rest[:1] == " " and rest[1:2].isupper())


def _asks(speech: str) -> bool:
    last = speech.replace("!", ".").replace("?", ".").split(".")[-1].split()
    return len(last) > 2 and last[0].lower() in (
        "what",
        "why",
        "where",
        "who",
        "how",
        "when",
        "did",
        "do",
        "are",
        "is",
        "can",
    )
