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
from redraft.checks.dialogue import ENDS, Tag, is_line_of_verse, is_small_at, last_word, rough, says, tag_at
from redraft.checks.finding import Severity
from redraft.checks.speech_verbs import plain_saying
from redraft.checks.story import Passage
from redraft.language.analysis import Analysis, Sentence, Stretch

_PARTNER = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "”", "”": "”"}
_BREAK = re.compile(r"[,.?!…—](?= )")
_TAGGED = re.compile(r"[,?!…—]\"? (?:[\w'. ]{1,30} )?(?:said|says|asked|replied|answered|cried|whispered|muttered)\b")
_VOICE = frozenset(("i", "you", "we", "me", "my", "your", "us", "our"))
_TELLER = frozenset(("he", "she", "they", "his", "her", "their"))

# Of speeches that run on over paragraphs, three in four stand in rows of more than two, and most are long. Counted in
# 186 novels (8,484 that run on, 130,564 that end): what follows lets through 6 % of the first and 97 % of the second.
_LONG = 40
_LONG_NEXT = 30
_LONG_IN_BOOKS = 18
_LONG_QUESTION = 60


@check(
    id="dialogue-unclosed", name="Speech that is never closed", category="dialogue-punctuation",
    severity=Severity.ERROR, weight=0.85, sentence_bound=True,
    examples=(
        Fires("“I will come with you to the ⟦gate.⟧", "gate.”"),
        Fires("“I will come with ⟦you,⟧ she said.", "you,”"),
        Fires("He turned round. \"Wait for ⟦me!⟧", "me!\""),
        Quiet("“I will come with you to the gate.”"),
        Quiet("“I will come with you,” she said. “Wait.”"),
        Fires("“Go ⟦home.⟧ She turned to the window and watched him.", "home.”"),
        Quiet("The board was 12\" wide."),
        Quiet("“I am here.” She turned to the window. “Go home.”"),
    ),
)
def unclosed(passage: Passage) -> Iterator[Found]:
    """Speeches without a closing mark."""
    for speech in passage.speeches:
        if speech.closed or not speech.opened or speech.depth > 1 or speech.end - speech.start < 3:
            continue
        mark = _PARTNER.get(passage.text[speech.start], "")
        end, sure = _likely_end(passage, speech)
        if not mark or (not sure and (passage.text[end - 1] not in ENDS or _goes_on(passage, speech))):
            continue
        start = max(last_word(passage.text, speech.start + 1, end - 1), speech.start + 1)
        if start < end:
            word = passage.text[start:end]
            message = f"The speech up to “{word}” is opened with a quote mark and never closed."
            unsure = not sure and is_line_of_verse(passage)
            yield Found(start, end, message, (word + mark,), sure=sure, unsure=unsure)


def _likely_end(passage: Passage, speech: Stretch) -> tuple[int, bool]:
    """Behind the mark that a tag follows, or before the telling that follows it; else the paragraph's end.

    True when the words show it.
    """
    for match in _BREAK.finditer(passage.straight, speech.start, speech.end):
        tag = tag_at(passage.straight, match.end(), speech.end)
        if tag is None or not says(tag) or _aside(tag) or (match.group() == "." and not tag.inverted):
            continue
        if is_small_at(passage, tag):
            return match.end(), True
    told = _telling(passage.analysis, speech)
    if told is not None and not (_runs_on(passage.before) or _runs_on(passage.after)):
        return len(passage.text[:told].rstrip()), True
    return len(passage.text[: speech.end].rstrip()), False


def _aside(tag: Tag) -> bool:
    """Whether the words are the speaker's own, as "I agree" in the middle of a sentence."""
    return tag.subject.lower() in ("i", "you", "we", "they") and plain_saying(tag.verb) is not None


def _telling(analysis: Analysis, speech: Stretch) -> int | None:
    """Where the sentences begin that tell what somebody did, when all up to the end of the stretch do."""
    if any(speech.start < each.start < speech.end for each in analysis.nested):
        return None
    inside = [each for each in analysis.sentences if speech.start <= each.start < speech.end]
    begin = None
    for sentence in reversed(inside[1:]):
        if not _tells(analysis, sentence, speech.end):
            break
        if analysis.tokens[sentence.first].lower in _TELLER:
            begin = sentence.start
    if begin is None:
        return None
    spoken = [each for each in inside if each.start < begin]
    return None if any(_tells(analysis, each, begin) for each in spoken) else begin


def _tells(analysis: Analysis, sentence: Sentence, end: int) -> bool:
    """Whether it tells of the past, as far as it stands before ``end``, and neither "I" nor "you" is in it."""
    tokens = [each for each in analysis.tokens[sentence.first : sentence.last] if each.end <= end]
    words = {each.lower for each in tokens}
    if words & _VOICE or tokens[-1].text in ("?", "!"):
        return False
    near = 4 if tokens[0].lower in _TELLER else 8
    return any(each.tag == "VBD" for each in tokens[1:near])


def _goes_on(passage: Passage, speech: Stretch) -> bool:
    """Whether the next paragraph goes on with the speech: it opens with a mark, and nothing makes it another’s."""
    after = passage.after
    if after is None or after.text.lstrip()[:1] != passage.text[speech.start]:
        return False
    if speech.end < len(passage.text.rstrip()):
        return False
    if _runs_on(passage.before) or _runs_on(after):
        return True
    size, following = passage.text.count(" ") + 1, after.text.count(" ") + 1
    asks = passage.text.rstrip()[-1:] in "?!"
    if _TAGGED.search(after.text.replace("”", '"')[:200]):
        return False
    if any(speech.start < each.start < speech.end for each in passage.analysis.nested):
        return True  # somebody tells a tale
    if rough(passage):
        return not (asks or size < _LONG or following < _LONG_NEXT)
    return not (size < _LONG_IN_BOOKS or (asks and size < _LONG_QUESTION))


def _runs_on(neighbour: Analysis | None) -> bool:
    """Whether the paragraph beside this one ends in a speech that is not closed."""
    if neighbour is None:
        return False
    speeches = neighbour.speeches()
    return bool(speeches) and not speeches[-1].closed and speeches[-1].end >= len(neighbour.text.rstrip())
