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
from redraft.checks.lexicon import words
from redraft.checks.speech_verbs import Saying, saying
from redraft.checks.story import Passage

_LEADS = re.compile(r"\b([a-z]+)(?: (?:him|her|me|them|us|[a-z]+ly|[A-Z][a-z]+))?,\s*$")
_STOPPED = re.compile(r"[\w'’][.](?=\s*$)")
_JOINS = words(
    "and but or nor so yet because although though while if unless until since that which who when where as than then"
    " for with without to in at of on from by about like into before after not"
)
"""Words with which a sentence goes on behind its tag rather than begins."""


@check(
    id="dialogue-speech-capital",
    name="Speech that begins with a small letter",
    category="case",
    weight=0.75,
    sure=True,
    examples=(
        Fires("He turned and said, “⟦come⟧ in.”", "Come"),
        Fires("“⟦come⟧ in. It’s cold outside.”", "Come"),
        Fires("“Come in,” he said⟦. “you⟧ must be cold.”", ". “You"),
        Fires("“Come in,” he said⟦. “and⟧ sit down.”", ", “and"),
        Quiet("He turned and said, “Come in.”"),
        Quiet("“Come in,” he said. “And sit down.”"),
        Quiet("“Come in,” he said, “you must be cold.”"),
        Quiet("“…and that was all,” he said."),
        Quiet("He said she was “not at home.”"),
        Quiet("“iPods are back,” he said."),
        Quiet("“th-that’s mine,” he said."),
        Quiet("“Come in.” He sat down, and she said to him, “in an hour” or so."),
    ),
)
def speech_capital(passage: Passage) -> Iterator[Found]:
    """Small letters where a speech begins a sentence."""
    text = passage.straight
    for number, turn in enumerate(turns(passage)):
        word = re.match(r"[a-z]+(?![\w-]|'[a-z]\w)", turn.inner(text))
        if word is None or len(turn.inner(text).split()) < 2 or text[turn.inner_end - 1] not in ".!?,":
            continue
        end = turn.inner_start + word.end()
        stop = _STOPPED.search(text, turn.before, turn.start) if number else None
        if stop is not None:
            yield _parted(passage, stop.start() + 1, turn, end)
        elif _begins(passage, turn, number):
            fix = raised(passage.text[turn.inner_start : end])
            yield Found(turn.inner_start, end, f"A speech begins here; “{fix}” takes a capital.", (fix,))


def _parted(passage: Passage, stop: int, turn: Turn, end: int) -> Found:
    """A full stop behind the tag and a small letter after it: one of the two is wrong."""
    gap, word = passage.text[stop + 1 : turn.inner_start], passage.text[turn.inner_start : end]
    fixes = ("." + gap + raised(word), "," + gap + word)
    message = f"The full stop ends the sentence, but “{word}” goes on with a small letter."
    return Found(stop, end, message, fixes[::-1] if word in _JOINS else fixes)


def _begins(passage: Passage, turn: Turn, number: int) -> bool:
    lead = passage.straight[turn.before : turn.start]
    if not lead.strip():
        return number == 0 and not _follows_broken(passage)
    ended = passage.text[turn.inner_end - 1] in ".!?"
    sentences = re.split(r"(?<!Mr)(?<!Mrs)(?<!Dr)[.!?…] ", lead.strip())
    if number and len(sentences) == 1:
        return False
    verb = _LEADS.search(lead)
    return ended and verb is not None and saying(verb[1]) is Saying.PURE and _is_clause(sentences[-1])


def _is_clause(lead: str) -> bool:
    """Whether the verb leads to the speech, and is not thrown in between commas: "She was, he said, ..."."""
    return re.search(r", (?:he|she|they|we|I|it|[A-Z]\w+) [a-z]+,$", lead) is None


def _follows_broken(passage: Passage) -> bool:
    """Whether the paragraph before broke off, so that this one may go on with it."""
    return passage.before is not None and passage.before.text.rstrip()[-2:].strip("”’\"'")[-1:] in (
        "—",
        "-",
        "…",
        ",",
        ":",
    )
