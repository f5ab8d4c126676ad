# SPDX-License-Identifier: GPL-3.0-or-later
"""How a scene reads: the sums of its paragraphs, put into the formulas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain

from redraft.readability import formulas
from redraft.readability.counts import HardWord, ParagraphCounts
from redraft.readability.easy import is_easy_in_some_form

WORDS_A_MINUTE = 238
"""Silent reading of fiction in English (Brysbaert, 2019)."""
_LISTED = 2


@dataclass(frozen=True, slots=True)
class SceneReport:
    """How a scene (or the whole) reads. Shares are 0–1; what is undefined, as in an empty scene, is None.

    ``difficult_words`` counts the words of two syllables and more off the Dale–Chall list, as textstat does, names
    left out. ``difficult`` lists them, the most frequent first, without those that are only forms of easy words.
    """

    words: int = 0
    sentences: int = 0
    speech_share: float | None = None
    flesch_reading_ease: float | None = None
    flesch_kincaid_grade: float | None = None
    gunning_fog: float | None = None
    smog: float | None = None
    coleman_liau: float | None = None
    ari: float | None = None
    dale_chall: float | None = None
    difficult_words: int = 0
    reading_minutes: float = 0.0
    tense: str | None = None
    pov: str | None = None
    sentence_lengths: tuple[int, ...] = ()
    difficult: tuple[str, ...] = ()


def report(
    counts: Iterable[ParagraphCounts], tense: str | None = None, person: str | None = None,
    *, names: Collection[str] = (),
) -> SceneReport:
    """The report on a scene's paragraphs. ``names``: words known to be names, as written, besides those that
    stand with a capital inside a sentence here: neither are difficult."""
    paragraphs = list(counts)
    hard = _without_names(chain.from_iterable(each.hard for each in paragraphs), names)
    lengths = tuple(chain.from_iterable(each.sentence_lengths for each in paragraphs))
    listed = Counter(each.word for each in hard if each.syllables >= _LISTED)
    ranked = sorted(listed, key=lambda each: (-listed[each], each))
    of = _totals(paragraphs, len(lengths), hard)
    ease, grade, fog, smog, coleman, ari, dale = formulas.rounded((
        formulas.flesch_reading_ease(of), formulas.flesch_kincaid_grade(of), formulas.gunning_fog(of),
        formulas.smog(of), formulas.coleman_liau(of), formulas.automated_readability_index(of),
        formulas.dale_chall(of),
    ))  # fmt: skip
    speech = sum(each.speech_words for each in paragraphs)
    return SceneReport(
        of.words, of.sentences, round(speech / of.words, 4) if of.words else None, ease, grade, fog, smog, coleman,
        ari, dale, listed.total(), round(of.words / WORDS_A_MINUTE, 2), tense, person, lengths,
        tuple(word for word in ranked if not is_easy_in_some_form(word)),
    )  # fmt: skip


def _totals(paragraphs: list[ParagraphCounts], sentences: int, hard: list[HardWord]) -> formulas.Totals:
    return formulas.Totals(
        words=sum(each.words for each in paragraphs),
        sentences=sentences,
        syllables=sum(each.syllables for each in paragraphs),
        letters=sum(each.letters for each in paragraphs),
        characters=sum(each.characters for each in paragraphs),
        long_words=sum(each.long_words for each in paragraphs),
        complex=sum(each.syllables >= 3 for each in hard),
        unfamiliar=len(hard),
    )


def _without_names(hard: Iterable[HardWord], names: Collection[str]) -> list[HardWord]:
    """The words that are no names: none given, and none that stands with a capital where none is due."""
    everything = list(hard)
    known = {each.lower().replace("’", "'") for each in names} | {each.word for each in everything if each.name}
    return [each for each in everything if each.word not in known and each.word.removesuffix("'s") not in known]
