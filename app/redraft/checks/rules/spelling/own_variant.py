# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a name or invented word spelt otherwise than elsewhere in the story: one "Chunnin" among "Chunin".

Why a reader minds: they wonder whether it is somebody else.

When to leave it: when two things do have names that are this alike. Add the rare one to the story's words.

Example: The Chunnin bowed. (elsewhere: Chunin) → The Chunin bowed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.rules.spelling.distance import distance
from redraft.checks.rules.spelling.own import story_words
from redraft.checks.rules.spelling.words import Word, strange_words
from redraft.checks.story import Passage

_OFTEN, _RARELY, _RATIO = 5, 2, 5
_ENDINGS = ("s", "es", "n", "y", "e", "i", "a", "o", "'s")
_MANY = "The Chunin bowed. The Chunin ran. A Chunin fell. Each Chunin knew. No Chunin spoke. That Chunin left. "


@check(
    id="own-word-variant", name="Story’s word spelt otherwise", category="spelling", severity=Severity.WARNING,
    weight=0.75, headings=True,
    examples=(
        Fires(_MANY + "The ⟦Chunnin⟧ bowed.", "Chunin"),
        Fires(_MANY.replace("Chunin", "Itachi") + "He saw ⟦Itahci⟧ there.", "Itachi"),
        Quiet(_MANY + "The Chunins bowed."),
        Quiet(_MANY + "The Jonin bowed."),
        Quiet("Bruce sat. Bruce ran. Bruce saw. Bruce knew. Bruce went. Bruce came. “Oh, Brucie!”"),
        Quiet("Anna sat. Anna ran. Anna saw. Anna knew. Anna went. Anna came. Hanna left."),
    ),
)
def own_word_variant(passage: Passage) -> Iterator[Found]:
    """Rare unknown words one slip away from a frequent unknown word of the story."""
    if not passage.story.english:
        return
    counts = passage.story.counts
    for word in strange_words(passage):
        lower = word.lower.removesuffix("'s")
        number = counts.get(lower, 0) + counts.get(lower + "'s", 0)
        if len(lower) < 5 or not 0 < number <= _RARELY or lower in passage.story.own_words:
            continue
        own = _frequent(lower, number, story_words(passage.story).often)
        if own is not None:
            yield _found(word, lower, own)


def _frequent(lower: str, number: int, often: Mapping[str, int]) -> str | None:
    """The story's own frequent word that is meant; None when there is none or more than one."""
    least = max(_OFTEN, _RATIO * number)
    found = [
        own for own, times in often.items()
        if times >= least and abs(len(own) - len(lower)) <= 1 and own != lower and _one_slip(lower, own)
    ]
    return found[0] if len(found) == 1 else None


def _one_slip(lower: str, own: str) -> bool:
    """Whether one slip leads from one to the other, and it is no ending that a word may take."""
    if "'" in own or _is_pet_name(lower, own):
        return False
    if lower.startswith(own) or own.startswith(lower):
        longer, shorter = max(lower, own, key=len), min(lower, own, key=len)
        if longer.removeprefix(shorter) in _ENDINGS:
            return False
    return lower[0] == own[0] and distance(lower, own, 1.0) <= 1.0


def _is_pet_name(lower: str, own: str) -> bool:
    """“Brucie” of “Bruce”."""
    return lower.endswith("ie") and own.removesuffix("e") == lower.removesuffix("ie")


def _found(word: Word, lower: str, own: str) -> Found:
    right = own.capitalize() if word.text[0].isupper() else own
    message = f"Everywhere else in this story it is “{right}”."
    return Found(word.start, word.start + len(lower), message, (right,))
