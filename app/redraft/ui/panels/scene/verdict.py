# SPDX-License-Identifier: GPL-3.0-or-later
"""One plain sentence: how a scene reads beside the others. Knows no Qt.

A scene is compared with the median of all scenes. What is called different must be so by more than scenes of one
book usually differ among themselves: twice the median deviation, and at least a step that a reader would notice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from redraft.readability.report import SceneReport
from redraft.ui.panels.words import number

_EASE_STEP = 5.0
_SPEECH_STEP = 0.15
_LENGTH_STEP = 2.0
_DIFFICULT_STEP = 0.03
_FEW_WORDS = 60

_BANDS = (
    (90, "very easily, like a story for children"), (80, "easily, like most popular fiction"),
    (70, "fairly easily, like a good deal of popular fiction"), (60, "plainly, like literary fiction for many readers"),
    (50, "with some effort, like an essay"), (float("-inf"), "with effort, like a learned text"),
)


def verdict(report: SceneReport, scenes: Sequence[SceneReport]) -> str:
    """How ``report``'s scene reads beside ``scenes`` (all of the manuscript's, itself included)."""
    if report.words < _FEW_WORDS or report.flesch_reading_ease is None:
        return f"With {number(report.words)} words this scene is too short to be compared."
    if len(scenes) < 2:
        band = next(words for least, words in _BANDS if report.flesch_reading_ease >= least)
        return f"It reads {band}. There is no other scene to compare it with."
    reasons = [each for each in (_length(report, scenes), _speech(report, scenes), _difficult(report, scenes)) if each]
    apart = _apart(report, scenes, lambda each: each.flesch_reading_ease, _EASE_STEP)
    if apart is None:
        return f"It reads much like your other scenes{_but(reasons)}."
    start = "easier" if apart.value > apart.usual else "harder"
    return f"It reads {start} than most of your scenes{_because(reasons)}."


@dataclass(frozen=True, slots=True)
class _Apart:
    value: float
    usual: float


def _apart(
    report: SceneReport, scenes: Sequence[SceneReport], of: Callable[[SceneReport], float | None], step: float,
) -> _Apart | None:
    """The scene's value and the usual one, where they differ by more than scenes of this manuscript do."""
    values = [value for each in scenes if (value := of(each)) is not None]
    value = of(report)
    if value is None or not values:
        return None
    middle = median(values)
    spread = median(abs(each - middle) for each in values)
    return _Apart(value, middle) if abs(value - middle) >= max(step, 2 * spread) else None


def mean_sentence(report: SceneReport) -> float | None:
    """Words in a sentence, on average; None without sentences."""
    lengths = report.sentence_lengths
    return sum(lengths) / len(lengths) if lengths else None


def difficult_share(report: SceneReport) -> float | None:
    """The share of the words that are difficult ones, 0–1; None without words."""
    return report.difficult_words / report.words if report.words else None


def _length(report: SceneReport, scenes: Sequence[SceneReport]) -> str:
    apart = _apart(report, scenes, mean_sentence, _LENGTH_STEP)
    if apart is None:
        return ""
    which = "longer" if apart.value > apart.usual else "shorter"
    return f"its sentences are {which} ({round(apart.value)} words against {round(apart.usual)})"


def _speech(report: SceneReport, scenes: Sequence[SceneReport]) -> str:
    apart = _apart(report, scenes, lambda each: each.speech_share, _SPEECH_STEP)
    if apart is None:
        return ""
    which = "more" if apart.value > apart.usual else "less"
    return f"it has {which} speech ({apart.value:.0%} against {apart.usual:.0%})"


def _difficult(report: SceneReport, scenes: Sequence[SceneReport]) -> str:
    apart = _apart(report, scenes, difficult_share, _DIFFICULT_STEP)
    if apart is None:
        return ""
    return f"{'more' if apart.value > apart.usual else 'fewer'} of its words are uncommon"


def _because(reasons: Sequence[str]) -> str:
    return ": " + " and ".join(reasons[:2]) if reasons else ""


def _but(reasons: Sequence[str]) -> str:
    return ", though " + " and ".join(reasons[:2]) if reasons else ""
