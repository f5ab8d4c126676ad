# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a word that is neither English nor this story's own, with another within a slip or two: "definately".

Why a reader minds: a misspelt word stops the eye, and after three of them the reader doubts the rest.

When to leave it: when it is an invented word, a name or a sound that comes up only here. Add it to the story's words.

Example: It was definately him. → It was definitely him.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.rules.spelling.lexicon import Lexicon, lexicon, misspellings
from redraft.checks.rules.spelling.odds import facts, log_odds
from redraft.checks.rules.spelling.own import is_honorific, is_own, story_words
from redraft.checks.rules.spelling.pairs import neighbours
from redraft.checks.rules.spelling.suggest import Suggestion, suggestions
from redraft.checks.rules.spelling.surroundings import surroundings
from redraft.checks.rules.spelling.words import Word, strange_words
from redraft.checks.story import Passage

_SHOWN = 3
_LOOKED_AT = 2


@dataclass(frozen=True, slots=True)
class Doubt:
    """A strange word with what it may have been, the likeliest first, and the facts that speak for a slip."""

    word: Word
    ranked: Sequence[Suggestion]
    told: Mapping[str, float]


@check(
    id="misspelt-word", name="Misspelt word", category="spelling", severity=Severity.ERROR, sure=False, weight=0.7,
    headings=True,
    examples=(
        Fires("It was ⟦definately⟧ him.", "definitely"),
        Fires("She opened the door and ⟦recieved⟧ the letter.", "received"),
        Fires("He had ⟦alot⟧ of time.", "a lot"),
        Fires("“I ⟦dont⟧ know,” he said.", "don’t"),
        Fires("⟦Tommorow⟧ they would leave.", "Tomorrow"),
        Fires("He walked to the ⟦windwo⟧ and looked out.", "window"),
        Quiet("The starship hung over the catlike hills, unpetted."),
        Quiet("“Nooo!” she cried. “Hmmm. W-what? Goin’ home, ’ouse an’ all.”"),
        Quiet("Kakashi drew his kunai. Kakashi smiled."),
        Quiet("“Mon cher, je ne sais quoi,” he murmured."),
        Quiet("“They are ink,” said Karasawa-sensei. Goro-dono bowed to Ren-kun."),
        Quiet("He wrote to bob@example.com about www.example.org/page."),
        Quiet("The café was full, and her fiancé’s coat was grey, not gray."),
    ),
)  # fmt: skip
def misspelt_word(passage: Passage) -> Iterator[Found]:
    """Unknown words that are not the story's own and are likelier a slip than anything else."""
    if not passage.story.english:
        return
    known = lexicon()
    strange = strange_words(passage)
    for word in strange:
        stock = misspellings().get(word.lower)
        if stock is not None and not word.capital:
            if not ("'" in stock[0] and stock[0][-3:] == "n't" and story_words(passage.story).bare_negatives):
                yield _found(passage, word, stock, sure=True)
            continue
        doubt = weighed(passage, word, strange, known)
        if doubt is not None and log_odds(doubt.told, passage.story.roughness) > 0:
            shown = tuple(each.word for each in doubt.ranked[:_SHOWN])
            yield _found(passage, word, shown, sure=_is_sure(doubt.ranked))


def weighed(passage: Passage, word: Word, strange: Sequence[Word], known: Lexicon) -> Doubt | None:
    """The facts on a strange word; None where the story speaks for it, it is foreign, or nothing is near."""
    clipped = "'" in word.text and not word.lower.endswith(("n't", "'s"))
    if word.capital or clipped or not word.lower.isascii() or is_own(word.lower, passage.story):
        return None
    if is_honorific(passage.straight, word.start, word.lower):
        return None
    around = surroundings(passage, word, strange)
    if around.foreign:
        return None
    stem = word.lower.removesuffix("'s")
    beside = neighbours(passage.straight, word.start, word.end)
    ranked = suggestions(stem, beside=beside, story=passage.story.counts, own=story_words(passage.story).often)
    if not ranked:
        return None
    best = min(ranked[:_LOOKED_AT], key=lambda each: (each.slips > ranked[0].slips, each.score))
    return Doubt(word, ranked, facts(passage, word, best, around, story_words(passage.story), known))


def _is_sure(ranked: Sequence[Suggestion]) -> bool:
    return ranked[0].slips <= 1.0 and (len(ranked) == 1 or ranked[1].score - ranked[0].score > 1.5)


def _found(passage: Passage, word: Word, fixes: Sequence[str], *, sure: bool) -> Found:
    curly = "’" in passage.text or passage.story.quotes in ("double-curly", "single-curly")
    shown = tuple(_like(word.text, each.replace("'", "’") if curly or "’" in each else each) for each in fixes)
    stem = word.text.removesuffix("'s")
    message = f"“{stem}” is no English word and no word of this story; “{shown[0]}” is near."
    return Found(word.start, word.start + len(stem), message, shown, sure=sure)


def _like(written: str, fix: str) -> str:
    return fix[0].upper() + fix[1:] if written[0].isupper() else fix
