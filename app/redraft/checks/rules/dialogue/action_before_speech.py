# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: an action joined to the speech after it by a comma: He scratched his head, “I must go.”

Why a reader minds: a comma promises a verb of speaking. An action is a sentence of its own.

When to leave it: when the action is the way the words are given (a gesture that stands for “he said”).

Example: He scratched his head, “I must go.” → He scratched his head. “I must go.”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import Turn, turns
from redraft.checks.speech_verbs import Saying, saying
from redraft.checks.story import Passage
from redraft.language.saying import SAYING

_ACTION = re.compile(r"(?:^|(?<=[.!?…]) |(?<=[.!?…]\") )(?:He|She|They|I|We|[A-Z][a-z'-]+) (?:[a-z]+ly |then |just "
                     r")?([a-z]+)\b[^.!?…:;\"]*,\s*$")
_GIVES_WORDS = re.compile(
    r"\b(?:words?|voice|answer|reply|signature|question|thus|sign|title|note|message|letter|line|inscription|phrase"
    r"|sentence|call(?:ed|s)?"
    r"|cry|shout|whisper|tone|saying|called|named|titled|song|read|reads"
    r"|tongue|speech|remark|thought|exclamation|oath|refrain|chant|command|order|toast|lips|mouth|word"
    r"|accent)\b[^,]*,\s*$|\b(?:for|with|of|to|by|like|than|as|and|or|but|with an? \w+),\s*$"
)


@check(
    id="dialogue-action-before-speech", name="Comma between an action and a speech", category="dialogue-punctuation",
    weight=0.75, sure=True, sentence_bound=True,
    examples=(
        Fires("He scratched his ⟦head,⟧ “I must have left it at home.”", "head."),
        Fires("“Fine.” She turned to the ⟦window,⟧ “Do what you like.”", "window."),
        Fires("Kakashi looked at ⟦her,⟧ \"Are you all right?\"", "her."),
        Quiet("He scratched his head and said, “I must have left it at home.”"),
        Quiet("He scratched his head. “I must have left it at home.”"),
        Quiet("She looked up, saying, “Do what you like.”"),
        Quiet("She smiled, “Do what you like” still in her ears."),
        Quiet("He wrote on the wall, in letters a foot high, “Keep out.”"),
    ),
)
def action_before_speech(passage: Passage) -> Iterator[Found]:
    """Sentences of action that end in a comma before a speech."""
    text = passage.straight
    for turn in turns(passage):
        lead = text[turn.before : turn.start]
        if not lead.rstrip().endswith(",") or not turn.inner(text)[:1].isupper() or not _finished(text, turn):
            continue
        match = _ACTION.search(lead if turn.opens else "." + lead if lead[:1] == " " else lead)
        if match is None or saying(match[1]) is not Saying.NEVER or _GIVES_WORDS.search(match.group()):
            continue
        if any(word in SAYING and saying(word) is not Saying.NEVER for word in re.findall(r"[a-z]+", match.group())):
            continue
        last = re.search(r"([a-z]+ed),\s*$", match.group())
        if last and saying(last[1]) is not Saying.NEVER:
            continue
        comma = text.rindex(",", turn.before, turn.start)
        start = comma
        while start and (text[start - 1].isalnum() or text[start - 1] in "'-"):
            start -= 1
        message = f"“{match[1]}” is something done, not a way to speak, so the action ends with a full stop."
        yield Found(start, comma + 1, message, (passage.text[start:comma] + ".",))


def _finished(text: str, turn: Turn) -> bool:
    """Whether the quoted words are a speech: they end as a sentence or lead on to a tag."""
    return text[turn.inner_end - 1] in ".?!…,—-"
