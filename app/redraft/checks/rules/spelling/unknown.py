# SPDX-License-Identifier: GPL-3.0-or-later
"""What it finds: a word that is neither English nor this story's own, with another within a slip or two: "definately".

Why a reader minds: a misspelt word stops the eye, and after three of them the reader doubts the rest.

When to leave it: when it is an invented word, a name or a sound that comes up only here. Add it to the story's words.

Example: It was definately him. → It was definitely him.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redraft.checks.check import Fires, Found, Quiet, check
from redraft.checks.finding import Severity
from redraft.checks.rules.spelling.lexicon import Lexicon, lexicon, misspellings
from redraft.checks.rules.spelling.suggest import Suggestion, suggestions
from redraft.checks.rules.spelling.words import Word, is_bent, is_coined, is_own, words
from redraft.checks.story import Passage
from redraft.language.analysis import Zone

_SHOWN = 3
_ROUGH, _LENIENCE, _LETTER = 5.0, 0.8, 0.35
_NARRATED, _SPOKEN = 2.6, 1.9
_BENDS = frozenset({"s", "y", "er", "ers", "ed", "o", "a", "ish", "or", "ie", "ies", "n", "d", "t"})
_COMMON, _EVERYDAY = 5, 15


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
        Quiet("He wrote to bob@example.com about www.example.org/page."),
        Quiet("The café was full, and her fiancé’s coat was grey, not gray."),
    ),
)  # fmt: skip
def misspelt_word(passage: Passage) -> Iterator[Found]:
    """Unknown words that are not the story's own and have a near neighbour."""
    if not passage.story.english:
        return
    known = lexicon()
    strange = list(words(passage, unknown_to=known))
    for word in strange:
        stock = misspellings().get(word.lower)
        if stock is not None and not word.capital:
            yield _found(passage, word, stock, sure=True)
        elif not _belongs(passage, word, strange, known):
            ranked = _ranked(passage, word)
            likely = any(_likely(passage, word, each, known) for each in ranked[:2])
            if likely and not _is_coinage(passage, word, ranked[0], known):
                yield _found(passage, word, tuple(each.word for each in ranked[:_SHOWN]), sure=_is_sure(ranked))


def _belongs(passage: Passage, word: Word, strange: Sequence[Word], known: Lexicon) -> bool:
    """Whether the story speaks for the word: it is its own, a name, foreign or dialect."""
    clipped = "'" in word.text and not word.lower.endswith("n't")
    if word.capital or clipped or not word.lower.isascii() or is_own(word.lower, passage.story, known):
        return True
    if any(_beside(word, other) for other in strange if not other.capital and other is not word):
        return True
    if _in_foreign_sentence(passage, word, strange):
        return True
    return passage.analysis.zone(word.start) is not Zone.NARRATION and _dialect(passage, word, strange, known)


def _beside(one: Word, other: Word) -> bool:
    """Whether two strange words follow one another, as the words of a foreign phrase do."""
    return 0 <= other.start - one.end <= 2 or 0 <= one.start - other.end <= 2


def _in_foreign_sentence(passage: Passage, word: Word, strange: Sequence[Word]) -> bool:
    """Whether three words and two fifths of the sentence are strange, or two words and half of it."""
    sentence = passage.analysis.sentence_at(word.start)
    if sentence is None:
        return False
    unknown = sum(sentence.start <= each.start < sentence.end for each in strange)
    every = sum(sentence.start <= each.start < sentence.end for each in words(passage))
    return (unknown >= 3 and unknown >= 0.4 * every) or (unknown >= 2 and unknown >= 0.5 * every)


def _dialect(passage: Passage, word: Word, strange: Sequence[Word], known: Lexicon) -> bool:
    """Whether the speech round the word is full of words that are spelt as they are spoken."""
    for speech in passage.analysis.stretches:
        if speech.start <= word.start < speech.end:
            others = sum(speech.start <= each.start < speech.end for each in strange if each.text.islower()) - 1
            clipped = passage.straight[speech.start : speech.end].count("in'")
            inside = (each for each in words(passage) if speech.start <= each.start < speech.end)
            spoken = sum(each.lower in known.learned and each.text.isalpha() for each in inside)
            return others + clipped + spoken >= 2
    return False


def _ranked(passage: Passage, word: Word) -> list[Suggestion]:
    number = passage.analysis.token_index(word.start)
    tag = passage.analysis.tokens[number].tag if number >= 0 else ""
    return suggestions(word.lower, tag=tag, story=passage.story.counts)


def _is_coinage(passage: Passage, word: Word, best: Suggestion, known: Lexicon) -> bool:
    """Put together or bent from known words, and no common word is one slip away."""
    ending = word.lower.removeprefix(best.word)
    if ending in _BENDS and word.lower[-1] != best.word[-1] and known.level(best.word) < _EVERYDAY:
        return True
    if best.slips <= 0.97 and known.level(best.word) >= _COMMON:
        return False
    if " " not in best.word and is_coined(word.lower, known):
        return True
    return best.slips > 0.7 and is_bent(word.lower, known, freely=_compounded(passage, word))


def _compounded(passage: Passage, word: Word) -> bool:
    """Whether a hyphen joins the word to another."""
    return "-" in (passage.text[word.start - 1 : word.start], passage.text[word.end : word.end + 1])


def _likely(passage: Passage, word: Word, best: Suggestion, known: Lexicon) -> bool:
    """Whether the nearest word explains the strange one better than a coinage, a name or dialect would."""
    common = known.level(best.word.split(" ")[0])
    rough = (passage.story.roughness or 0.0) >= _ROUGH
    long = min(6, max(0, len(word.text) - 6)) if best.slips <= 1.0 else 0
    cost = 5.0 * best.slips - 0.34 * common - _LETTER * long - (_LENIENCE if rough else 0.0)
    narrated = passage.analysis.zone(word.start) is Zone.NARRATION
    if word.opens and (best.slips > 1.0 or common < 7 or len(word.text) <= 3):
        return False
    if _compounded(passage, word) and (best.slips > 0.8 or word.lower[-1] in "aio"):
        return False
    if len(word.text) <= 3:
        return narrated and best.slips <= 1.0 and common >= 11
    if passage.story.counts.get(word.lower, 0) > 1 and not rough and (best.slips > 0.9 or len(word.text) < 6):
        return False
    return cost <= (_NARRATED if narrated else _SPOKEN) and (best.slips <= 1.2 or len(word.text) >= 6)


def _is_sure(ranked: Sequence[Suggestion]) -> bool:
    return ranked[0].slips <= 1.0 and (len(ranked) == 1 or ranked[1].score - ranked[0].score > 1.5)


def _found(passage: Passage, word: Word, fixes: Sequence[str], *, sure: bool) -> Found:
    curly = "’" in passage.text or passage.story.quotes in ("double-curly", "single-curly")
    shown = tuple(_like(word.text, each.replace("'", "’") if curly or "’" in each else each) for each in fixes)
    written = passage.text[word.start : word.end]
    message = f"“{written}” is no English word and no word of this story; “{shown[0]}” is near."
    return Found(word.start, word.end, message, shown, sure=sure)


def _like(written: str, fix: str) -> str:
    return fix[0].upper() + fix[1:] if written[0].isupper() else fix
