# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: an action or a look joined to a speech by a comma as if it were its tag: “Fine,” she smiled.

Why a reader minds: nobody can smile, nod or shrug a sentence. The action is a sentence of its own.

When to leave it: when the author uses such verbs as tags on purpose, throughout.

Example: “Fine,” she smiled. → “Fine.” She smiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.dialogue import Tag, Turn, acts, first_word, raised, rough, shown, spoken, tag_after, turns
from redraft.checks.lexicon import words
from redraft.checks.speech_verbs import Saying, is_look
from redraft.checks.story import Passage

_BEGUN = re.compile(r"(?:began|begins|started|starts|proceeded|continued) to ([a-z]+)\b")
_SPEAKING = words(
    "say speak explain read sing recite tell talk ask shout cry laugh plead argue protest chant complain describe "
    "whisper"
)


@check(
    id="dialogue-action-tag",
    name="Action used as a dialogue tag",
    category="dialogue-punctuation",
    weight=0.8,
    sure=True,
    sentence_bound=True,
    examples=(
        Fires("“That’s fine⟦,” she⟧ smiled.", ".” She"),
        Fires("“That’s fine⟦,”⟧ Kakashi nodded.", ".”"),
        Fires('"I don\'t know⟦," he⟧ shrugged.', '." He'),
        Fires("“That’s fine⟦,” the⟧ old man nodded.", ".” The"),
        Fires("“That’s fine⟦,” she⟧ began to walk away.", ".” She"),
        Quiet("“That’s fine,” she began to explain."),
        Quiet("“That’s fine,” she said, smiling."),
        Quiet("“That’s fine.” She smiled."),
        Quiet("“That’s fine,” she laughed."),
        Quiet("“I think,” he paused, “that we are lost.”"),
        Quiet("The so-called “expert,” he looked away."),
    ),
)
def action_tag(passage: Passage) -> Iterator[Found]:
    """Commas before an action that no speech can be made with."""
    for turn in turns(passage):
        if not turn.closed or passage.straight[turn.inner_end - 1] != "," or not spoken(passage, turn):
            continue
        tag = tag_after(passage, turn)
        if tag is None or tag.inverted or not _acts(passage, tag):
            continue
        if not _interrupts(passage, turn):
            yield _found(passage, turn, tag)


def _acts(passage: Passage, tag: Tag) -> bool:
    """Whether the verb is an action, or begins one: "she began to walk". Looks count in drafts only."""
    if is_look(tag.verb) or tag.saying is None:
        return rough(passage) and acts(passage, tag)
    begun = _BEGUN.match(passage.lower, tag.verb_start)
    return tag.saying is Saying.NEVER or (begun is not None and begun[1] not in _SPEAKING)


def _interrupts(passage: Passage, turn: Turn) -> bool:
    """Whether the speech goes on behind the action in the same sentence."""
    rest = passage.straight[turn.end : turn.after].rstrip()
    following = passage.straight[turn.after : turn.after + 3].strip("\"' ")
    return rest.endswith((",", "—", "-")) and (following[:1].islower() or following == "I")


def _found(passage: Passage, turn: Turn, tag: Tag) -> Found:
    comma = turn.inner_end - 1
    message = f"“{shown(passage, tag)}” is something done, not a way to speak: it makes a sentence of its own."
    word = first_word(passage, tag)
    if word[0].isupper():
        return Found(comma, turn.end, message, ("." + passage.text[comma + 1 : turn.end],))
    fix = "." + passage.text[comma + 1 : tag.first] + raised(word)
    return Found(comma, tag.first + len(word), message, (fix,))
