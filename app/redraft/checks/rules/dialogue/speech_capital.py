# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a speech that begins with a small letter although a sentence begins there: He said, “come in.”

Why a reader minds: a voice that begins to speak begins a sentence.

When to leave it: when the quoted words go on with the sentence around them (he said that she was “not at home”).

Example: He said, “come in.” → He said, “Come in.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import Turn, raised, turns
from redraft.checks.story import Passage

_LEADS = re.compile(
    r"\b(?:said|asked|replied|whispered|shouted|says|answered|muttered|yelled|added|cried"
    r"|exclaimed)(?: \w+)?,\s*$"
)
_TAGGED = re.compile(r"[.!?]\s*$")


@check(
    id="dialogue-speech-capital",
    name="Speech that begins with a small letter",
    category="case",
    weight=0.75,
    sure=True,
    examples=(
        Fires("He turned and said, “⟦come⟧ in.”", "Come"),
        Fires("“⟦come⟧ in. It’s cold outside.”", "Come"),
        Fires("“Come in,” he said. “⟦you⟧ must be cold.”", "You"),
        Quiet("He turned and said, “Come in.”"),
        Quiet("“Come in,” he said, “you must be cold.”"),
        Quiet("“…and that was all,” he said."),
        Quiet("He said she was “not at home.”"),
        Quiet("“iPods are back,” he said."),
        Quiet("“th-that’s mine,” he said."),
    ),
)
def speech_capital(passage: Passage) -> Iterator[Found]:
    """Small letters where a speech begins a sentence."""
    text = passage.straight
    for number, turn in enumerate(turns(passage)):
        word = re.match(r"[a-z]+(?![\w-]|'[a-z]\w)", turn.inner(text))
        if word is None or len(turn.inner(text).split()) < 2 or not _begins(passage, turn, number):
            continue
        start = turn.inner_start
        fix = raised(passage.text[start : start + word.end()])
        yield Found(start, start + word.end(), f"A speech begins here; “{fix}” takes a capital.", (fix,))


def _begins(passage: Passage, turn: Turn, number: int) -> bool:
    lead = passage.straight[turn.before : turn.start]
    if not lead.strip():
        return number == 0 and passage.text[turn.inner_end - 1] in ".!?," and not _follows_broken(passage)
    if number == 0:
        sentence = re.split(r"[.!?…] ", lead)[-1]
        whole = sentence.count(",") == 1 and _LEADS.search(lead) is not None
        return whole and passage.text[turn.inner_end - 1] in ".!?"
    return _TAGGED.search(lead) is not None and passage.text[turn.inner_end - 1] in ".!?"


def _follows_broken(passage: Passage) -> bool:
    """Whether the paragraph before broke off, so that this one may go on with it."""
    return passage.before is not None and passage.before.text.rstrip()[-2:].strip("”’\"'")[-1:] in (
        "—",
        "-",
        "…",
        ",",
        ":",
    )
