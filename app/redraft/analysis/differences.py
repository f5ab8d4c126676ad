# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to be worked out anew when the author decided something, or when the facts of the story changed."""

from __future__ import annotations

from redraft.analysis.survey import Facts, Snapshot
from redraft.storage.decisions import Decisions


def of_the_whole(decisions: Decisions) -> tuple[object, ...]:
    """What the author decided that the whole story's survey depends on."""
    told = decisions.continuity
    return decisions.cast, decisions.scenes, decisions.rules_off, decisions.style, told.days, told.asides


def concern_all(old: Facts, new: Facts) -> bool:
    """Whether facts changed that any paragraph may be judged by."""
    a, b = old.story, new.story
    judged_by = ("names", "variety", "quotes", "english", "style")
    return old.scenes != new.scenes or any(getattr(a, each) != getattr(b, each) for each in judged_by)


def touched(old: Facts, new: Facts, snapshot: Snapshot) -> list[int]:
    """The paragraphs with a rare word whose count has changed: it may have become one of the story's words."""
    words_now, words_then = new.story.counts, old.story.counts
    changed = {
        word for word in words_now.keys() | words_then.keys()
        if words_now.get(word, 0) != words_then.get(word, 0)
        and min(words_now.get(word, 0), words_then.get(word, 0)) < 6
    }
    return [
        each.id for each in snapshot.paragraphs if changed and any(word in each.text.lower() for word in changed)
    ]
