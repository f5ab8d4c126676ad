# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the scene panel, in an author's words, and where a word stands. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from redraft.manuscript.model import Paragraph
from redraft.readability.report import SceneReport
from redraft.ui.panels.scene.verdict import difficult_share, mean_sentence
from redraft.ui.panels.words import minutes, number

Value = Callable[[SceneReport], float | None]


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of a scene: its name, what it means in a sentence, where it comes from, how it is written.

    ``has_zero``: whether its 0 means "nothing" (reading ease may well be negative).
    """

    id: str
    name: str
    meaning: str
    value: Value
    write: Callable[[float], str]
    has_zero: bool = True

    def floor(self, values: Iterable[float | None]) -> float:
        """Where bars begin: at 0, or for a measure without a natural zero some way under the lowest."""
        known = [each for each in values if each is not None]
        if self.has_zero or not known:
            return 0.0
        return float(min(known) - 10) // 10 * 10

    def said(self, report: SceneReport | None) -> str:
        """The figure as written; a dash where it is not defined (no sentence, no word)."""
        value = self.value(report) if report else None
        return "–" if value is None else self.write(value)


def _share(value: float) -> str:
    return f"{value:.0%}"


def _one(value: float) -> str:
    return f"{value:.1f}"


def _whole(value: float) -> str:
    return number(round(value))


FORMULAS = (
    Measure("ease", "Flesch reading ease", "0 to 100, higher is easier; popular fiction lies between 70 and 90.",
            lambda each: each.flesch_reading_ease, _whole, has_zero=False),
    Measure("kincaid", "Flesch–Kincaid grade", "Years of school that a reader needs.",
            lambda each: each.flesch_kincaid_grade, _one),
    Measure("fog", "Gunning fog", "Years of school, from long sentences and words of three syllables and more.",
            lambda each: each.gunning_fog, _one),
    Measure("smog", "SMOG", "Years of school, from words of three syllables and more; sure from 30 sentences on.",
            lambda each: each.smog, _one),
    Measure("coleman", "Coleman–Liau", "Years of school, from letters in a word and words in a sentence.",
            lambda each: each.coleman_liau, _one),
    Measure("ari", "Automated readability", "Years of school, from letters in a word and words in a sentence.",
            lambda each: each.ari, _one),
    Measure("dale", "Dale–Chall", "From words that are not on a list of 3,000 common ones: 4.9 is easy, 9 is hard.",
            lambda each: each.dale_chall, _one),
)
"""The readability formulas, in the order in which they are listed."""

CHARTED = (
    FORMULAS[0],
    Measure("words", "Length in words", "How long each scene is.", lambda each: each.words, _whole),
    Measure("sentence", "Words in a sentence", "The average.", mean_sentence, _one),
    Measure("speech", "Share of speech", "How much of each scene is spoken.", lambda each: each.speech_share, _share),
    Measure("difficult", "Share of difficult words", "Words that are not on a list of 3,000 common ones.",
            difficult_share, _share),
)
"""What the chart over all scenes can show."""


def facts(report: SceneReport, paragraphs: int) -> list[tuple[str, str]]:
    """The figures shown at once: name and value. ``paragraphs`` is how many of the scene's are text."""
    mean = mean_sentence(report)
    average = f"{round(report.words / paragraphs)} words" if paragraphs else "–"
    return [
        ("Length", f"{number(report.words)} words"),
        ("Reading time", minutes(report.reading_minutes)),
        ("Speech", "–" if report.speech_share is None else f"{report.speech_share:.0%}"),
        ("Average sentence", "–" if mean is None else f"{round(mean)} words"),
        ("Average paragraph", average),
        ("Told in", " · ".join(each for each in (_tense(report.tense), _person(report.pov)) if each) or "–"),
    ]


def _tense(tense: str | None) -> str:
    return "mixed tenses" if tense == "mixed" else tense or ""


def _person(person: str | None) -> str:
    return {"first": "1st person", "second": "2nd person", "third": "3rd person"}.get(person or "", "")


def next_place(
    paragraphs: Sequence[Paragraph], first: int, last: int, word: str, after: tuple[int, int],
) -> tuple[int, int, int] | None:
    """Where ``word`` stands next in paragraphs ``first`` to ``last`` (exclusive) behind (paragraph, offset).

    It begins again at the scene's start; None when the word does not stand there (any more). Returns the
    paragraph's index, start and end in its shown text.
    """
    pattern = re.compile(rf"(?<!\w){re.escape(word).replace(chr(39), '[’' + chr(39) + ']')}(?!\w)", re.IGNORECASE)
    found = [
        (index, match.start(), match.end())
        for index in range(first, min(last, len(paragraphs)))
        for match in pattern.finditer(paragraphs[index].text)
    ]
    later = [place for place in found if place[:2] > after]
    return later[0] if later else found[0] if found else None
