# SPDX-License-Identifier: GPL-3.0-or-later
"""The readability formulas, on averages; each None where it is not defined. They agree with textstat's.

Sources: Flesch (1948); Kincaid and others (1975); Gunning (1952); McLaughlin (1969); Coleman and Liau (1975);
Smith and Senter (1967); Dale and Chall (1948).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over a text. ``complex``: words of three syllables off the list of easy ones; ``unfamiliar``: all off it."""

    words: int
    sentences: int
    syllables: int
    letters: int
    characters: int
    long_words: int
    complex: int
    unfamiliar: int

    @property
    def empty(self) -> bool:
        """Whether no formula is defined: no word or no sentence."""
        return not (self.words and self.sentences)


def flesch_reading_ease(of: Totals) -> float | None:
    """0 (hard) to 100 (easy), beyond both ends for extreme texts."""
    return None if of.empty else 206.835 - 1.015 * of.words / of.sentences - 84.6 * of.syllables / of.words


def flesch_kincaid_grade(of: Totals) -> float | None:
    """Years of school in the United States."""
    return None if of.empty else 0.39 * of.words / of.sentences + 11.8 * of.syllables / of.words - 15.59


def gunning_fog(of: Totals) -> float | None:
    """Years of school, from sentence length and complex words."""
    return None if of.empty else 0.4 * (of.words / of.sentences + 100 * of.complex / of.words)


def smog(of: Totals) -> float | None:
    """Years of school, from words of three syllables and more; meant for 30 sentences and more."""
    return None if of.empty else 1.043 * sqrt(30 * of.long_words / of.sentences) + 3.1291


def coleman_liau(of: Totals) -> float | None:
    """Years of school, from letters and sentences per hundred words."""
    return None if of.empty else 5.8 * of.letters / of.words - 29.6 * of.sentences / of.words - 15.8


def automated_readability_index(of: Totals) -> float | None:
    """Years of school, from characters per word and words per sentence."""
    return None if of.empty else 4.71 * of.characters / of.words + 0.5 * of.words / of.sentences - 21.43


def dale_chall(of: Totals) -> float | None:
    """4.9 and lower is easy for a ten-year-old; 9 and higher is for college."""
    if of.empty:
        return None
    share = 100 * of.unfamiliar / of.words
    return 0.1579 * share + 0.0496 * of.words / of.sentences + (3.6365 if share > 5 else 0.0)


def rounded(values: Iterable[float | None]) -> tuple[float | None, ...]:
    """The values to two decimals."""
    return tuple(None if each is None else round(each, 2) for each in values)
