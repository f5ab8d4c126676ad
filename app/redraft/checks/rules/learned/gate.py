# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the tagger's word does not count: against the scene's tense, on the story's own names, in broken speech."""

from __future__ import annotations

from redraft.checks.lexicon import words
from redraft.checks.story import EngineMark, Passage
from redraft.language.analysis import Zone

_TO_PAST = words("was were had did could would")
_TO_PRESENT = words("is are am has have do does can will")
_WORD_FAMILIES = words("confusable spelling case apostrophe wrong-form verb-form hyphenation pronoun")


def fits(passage: Passage, mark: EngineMark) -> bool:
    """Whether the facts of scene and story let the mark stand, whatever its probability."""
    if mark.message == "tense" and not _tense_fits(passage, mark):
        return False
    return mark.message not in _WORD_FAMILIES or not _is_name(passage, mark)


def _tense_fits(passage: Passage, mark: EngineMark) -> bool:
    """A change of tense must lead towards the scene's own, and stand in the telling."""
    if passage.analysis.zone(mark.start) is not Zone.NARRATION:
        return False
    new = mark.suggestions[0].lower()
    if mark.rule == "$PAST" or new in _TO_PAST:
        return passage.scene.tense == "past"
    if mark.rule.startswith("$PRES") or new in _TO_PRESENT:
        return passage.scene.tense == "present"
    return True


def _is_name(passage: Passage, mark: EngineMark) -> bool:
    """Whether the marked word is a name of the story, or a word that the author uses again and again."""
    word = passage.text[mark.start : mark.end].strip()
    bare = word.removesuffix("'s").removesuffix("’s")
    if bare in passage.story.names or bare.lower() in passage.story.own_words:
        return mark.rule not in ("$POSS", "$APOS")
    return False
