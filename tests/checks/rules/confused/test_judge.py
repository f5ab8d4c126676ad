# SPDX-License-Identifier: GPL-3.0-or-later
"""The judge of confusable words: its sets, its weights, and what it does without them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from redraft.checks.rules.confused import files
from redraft.checks.rules.confused import judge as module
from redraft.checks.rules.confused.judge import Judge, common_pairs, load_judge, read_sets
from redraft.places import resource


@pytest.fixture(scope="module")
def judge() -> Judge:
    found = load_judge()
    assert found is not None
    return found


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the models, to be harmed; the judge is loaded from it."""
    copy = tmp_path / "models"
    copy.mkdir()
    shutil.copy(resource("models", "SHA256SUMS"), copy)
    shutil.copytree(resource("models", "confusables"), copy / "confusables")
    monkeypatch.setattr(module, "resource", lambda *parts: tmp_path.joinpath(*parts))
    monkeypatch.setattr(files, "resource", lambda *parts: tmp_path.joinpath(*parts))
    load_judge.cache_clear()
    yield copy / "confusables"
    load_judge.cache_clear()


def test_every_set_has_two_words_or_more_and_stands_once() -> None:
    sets = read_sets()
    assert len(sets) >= 185 and all(len(set(each)) == len(each) >= 2 for each in sets)
    assert len({frozenset(each) for each in sets}) == len(sets)


@pytest.mark.parametrize(
    ("words", "at", "better"),
    [
        ("he did not no what to do about it", 3, "know"),
        ("she took a deep breathe and looked at him", 4, "breath"),
        ("they lost there way in the dark wood", 2, "their"),
        ("it was to late to go back now", 2, "too"),
    ],
)
def test_a_swap_is_doubted(judge: Judge, words: str, at: int, better: str) -> None:
    (margins,) = judge.margins(words.split(), [at])
    assert margins[better] > 0


def test_the_right_word_is_not(judge: Judge) -> None:
    words = "he did not know what to do and took a deep breath before it was too late".split()
    assert all(margin < 1 for each in judge.margins(words, range(len(words))) for margin in each.values())


def test_places_are_judged_alike_one_by_one_and_together(judge: Judge) -> None:
    words = "they lost there way to the which was to weak too fight".split()
    places = range(len(words))
    assert judge.margins(words, places) == [judge.margins(words, [at])[0] for at in places]
    assert judge.margins(words, []) == [] and judge.margins(["xylophone"], [0]) == [{}]


def test_common_pairs_are_pairs_of_the_list() -> None:
    pairs = common_pairs()
    assert frozenset(("their", "there")) in pairs and frozenset(("man", "men")) not in pairs
    listed = {frozenset((one, other)) for words in read_sets() for one in words for other in words}
    assert pairs < listed


def test_a_damaged_model_is_no_judge(damaged: Path) -> None:
    assert load_judge() is not None
    load_judge.cache_clear()
    damaged.joinpath("sets.txt").write_text("their/there\n")
    assert load_judge() is None


def test_a_missing_model_is_no_judge(damaged: Path) -> None:
    damaged.joinpath("judge.npz").unlink()
    assert load_judge() is None
