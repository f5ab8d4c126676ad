# SPDX-License-Identifier: GPL-3.0-or-later
"""Make ``resources/words/slip_odds.toml``: what speaks for a real word in the wrong place.

``python -m tools.words.fit_slips NOVELS`` with ``app`` on PYTHONPATH, after every training of the tagger and after
``make_frames``; some minutes. The books are those that ``tools.train_confusables`` holds out and the evaluation leaves:
no table of counts knows them. What the rule doubts in them as they are should stay unmarked; words put in for others a
letter or an ending away should not. The figures printed are cross-fitted.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redraft.analysis.tagger_judge import TaggerJudge
from redraft.checks.facts import story_facts
from redraft.checks.rules.slips.meant import meant_by
from redraft.checks.rules.slips.real_word import doubts
from redraft.checks.rules.spelling.lexicon import lexicon
from redraft.checks.story import Passage, StoryFacts
from redraft.language.analysis import Analysis
from tools.evaluate.texts import HELD_OUT as FINAL
from tools.evaluate.texts import novel
from tools.train_confusables.corpus import HELD_OUT

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "words" / "slip_odds.toml"
_WORDS, _SHARE = 28_000, 0.35
_USED = 7
"""The level from which a word is common enough to be mistaken."""
_PARTS = 5
_DECAY, _STEPS = 1e-4, 80
_ALARMS = {"sure": 0.02, "clean": 0.03, "rough": 0.05}
"""Alarms in 1,000 words of clean novels at each bar. The tagger has learned from these books: on others several times
as many must be expected. A rough draft has some fifty times as many slips as a novel."""
_WORD = re.compile(r"(?<![\w'’-])[a-z]+(?![\w'’-])")
_HEAD = """\
# What speaks for a real word in the wrong place, in log-odds, and the bars; see app/redraft/checks/rules/slips/odds.py.
# Made by tools/words/fit_slips.py.
"""
Values = NDArray[np.float64]
Told = Mapping[str, float]


def passages(texts: list[str], story: StoryFacts, tagger: TaggerJudge) -> Iterator[Passage]:
    """The paragraphs as the rule needs them."""
    for text, marks in zip(texts, tagger.marks(texts), strict=True):
        yield Passage(Analysis(text), story=story, marks=marks)


def spoilt(text: str, chance: random.Random) -> tuple[str, int, str] | None:
    """The text with one word for another, where it stands, and the right word; None where there is no place for it."""
    places = [each for each in _WORD.finditer(text) if lexicon().level(each.group()) >= _USED]
    if not places:
        return None
    match = chance.choice(places)
    right = match.group()
    others = sorted(each for each in meant_by(right) if right in meant_by(each))
    if not others:
        return None
    return text[: match.start()] + chance.choice(others) + text[match.end() :], match.start(), right


def gather(path: Path, tagger: TaggerJudge) -> tuple[list[Told], list[Told], int, int]:
    """Of one book: what is doubted as it is, the slips rightly doubted, its words, and how many slips there were."""
    manuscript = novel(path, _WORDS)
    texts = [each.text for each in manuscript.paragraphs if not each.text.startswith("#")]
    story = story_facts(texts, (), ())
    calm = [found.told for each in passages(texts, story, tagger) for _, found in doubts(each)]
    chance = random.Random(path.stem)
    made = [each for text in texts if chance.random() < _SHARE and (each := spoilt(text, chance))]
    slips = []
    for each, (_, start, right) in zip(passages([text for text, _, _ in made], story, tagger), made, strict=True):
        found = ((match.start(), doubt) for match, doubt in doubts(_counted(each)))
        slips += [doubt.told for place, doubt in found if (place, doubt.better) == (start, right)]
    return calm, slips, sum(text.count(" ") + 1 for text in texts), len(made)


def _counted(passage: Passage) -> Passage:
    """The passage in a story that has each of its words once more than it had."""
    counts = dict(passage.story.counts)
    for word in _WORD.findall(passage.text):
        counts[word] = counts.get(word, 0) + 1
    return replace(passage, story=replace(passage.story, counts=counts))


def fitted(rows: Values, truth: Values) -> Values:
    """The weights of a logistic model, by Newton's method, clean and wrong words weighing alike."""
    weights = np.zeros(rows.shape[1])
    counted = np.where(truth > 0, 1 / truth.sum(), 1 / (1 - truth).sum())
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ ((likely - truth) * counted) + _DECAY * weights
        bend = (rows * (counted * likely * (1 - likely))[:, None]).T @ rows + _DECAY * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def bar(scores: Values, words: int, alarms: float) -> float:
    """The score that so many clean words in 1,000 reach."""
    ordered = np.sort(scores)[::-1]
    return float(ordered[min(int(alarms * words / 1000), len(ordered) - 1)])


def main(novels: Path) -> None:
    """Gather, fit, print the cross-fitted figures, write."""
    tagger = TaggerJudge()
    calm: list[Told] = []
    slips: list[Told] = []
    words = made = 0
    for name in sorted(HELD_OUT - set(FINAL)):
        some, wrong, length, number = gather(novels / f"{name}.txt", tagger)
        calm, slips, words, made = calm + some, slips + wrong, words + length, made + number
    names = list(calm[0])
    rows = np.array([[each[name] for name in names] for each in (*calm, *slips)])
    truth = np.array([0.0] * len(calm) + [1.0] * len(slips))
    scores, part = np.zeros(len(rows)), np.random.RandomState(1).randint(0, _PARTS, len(rows))
    for each in range(_PARTS):
        scores[part == each] = rows[part == each] @ fitted(rows[part != each], truth[part != each])
    print(f"{words} words, {made} slips, {len(slips)} doubted rightly, {len(calm)} doubts on clean words")
    for name, alarms in _ALARMS.items():
        share = (scores[len(calm) :] >= bar(scores[: len(calm)], words, alarms)).sum() / made
        print(f"{name}: {share:.3f} found at {alarms} alarms in 1,000 words")
    weights = fitted(rows, truth)
    bars = {name: bar((rows @ weights)[: len(calm)], words, alarms) for name, alarms in _ALARMS.items()}
    lines = ["[weights]", *(f'"{name}" = {value:.4f}' for name, value in zip(names, weights, strict=True)), "[bars]"]
    lines += [f"{name} = {value:.3f}" for name, value in bars.items()]
    _TARGET.write_text(_HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
