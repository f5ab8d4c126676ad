# SPDX-License-Identifier: GPL-3.0-or-later
"""Weigh the judges of confusable words against each other and set the bars: writes ``verdict.toml``.

``python -m tools.train_confusables.calibrate NOVELS RESOURCES/models/confusables`` with ``app`` on PYTHONPATH,
after every training of the judge, the network or the tagger; some minutes. The books are those of
``corpus.HELD_OUT`` that the twelve of the evaluation leave: no judge of words was trained on them. Swaps are put in
at natural places, up to eight for each word of a set; the figures printed are cross-fitted over the books.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redraft.analysis.tagger_judge import TaggerJudge
from redraft.checks.facts import story_facts
from redraft.checks.rules.confused.features import Piece, pieces
from redraft.checks.rules.confused.judge import common_pairs, read_sets
from redraft.checks.rules.confused.jury import Doubt, Jury, load_jury
from redraft.checks.rules.confused.verdict import LONE, NAMES
from redraft.checks.story import StoryFacts
from tools.evaluate.texts import HELD_OUT as FINAL
from tools.train_confusables.corpus import HELD_OUT, books, paragraphs

BUDGETS = {"common": {"sure": 1.3, "clean": 1.6, "rough": 35.0}, "rare": {"sure": 0.2, "clean": 0.3, "rough": 30.0}}
"""Alarms per 100,000 words of clean fiction that each bar may cost, for pairs often taken for one another and for
others. Of the highest alarms, which count here, four in ten are misprints of the editions. The tagger has learned
from these books: on others twice as many alarms must be expected."""
_EACH = 8
_STEPS, _RATE, _DECAY = 800, 0.05, 1e-3
_COMMON = common_pairs()
_NAMED = re.compile(r"(?:[\w,;'-]|\b(?:Mr|Mrs|Dr)\.)\s*$")

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Place:
    """A word in a paragraph of a book."""

    book: int
    text: str
    start: int
    word: str


@dataclass
class Sample:
    """What was weighed: one row a doubt, its book, and whether its pair is a common one; ``made`` counts the swaps of
    common and other pairs, also those nobody doubted."""

    rows: list[tuple[float, ...]] = field(default_factory=list)
    books: list[int] = field(default_factory=list)
    common: list[bool] = field(default_factory=list)
    made: Counter[bool] = field(default_factory=Counter)

    def add(self, book: int, words: Sequence[str], doubt: Doubt) -> None:
        """Take one doubt on the piece ``words[doubt.at]``."""
        self.rows.append(doubt.evidence.values())
        self.books.append(book)
        self.common.append(frozenset((words[doubt.at], doubt.better)) in _COMMON)

    def arrays(self) -> tuple[Values, NDArray[np.int64], NDArray[np.bool_]]:
        """Rows, books, and which are common."""
        return np.array(self.rows, float), np.array(self.books), np.array(self.common)


def collect(names: Sequence[Path], jury: Jury, tagger: TaggerJudge) -> tuple[Sample, Sample, int]:
    """Doubts on clean text, doubts on swaps that name the right word, and the words read."""
    clean, swapped, total = Sample(), Sample(), 0
    where: dict[str, list[Place]] = defaultdict(list)
    words = {word for each in read_sets() for word in each}
    stories: list[StoryFacts] = []
    for number, book in enumerate(names):
        texts = list(paragraphs(book))
        stories.append(story_facts(texts, (), ()))
        for text in texts:
            found = pieces(text)
            written = [each.text for each in found]
            total += sum(each[0].isalpha() for each in written)
            for piece in found:
                if piece.text in words:
                    where[piece.text].append(Place(number, text, piece.start, piece.text))
            for doubt in weighed(text, found, jury, tagger, stories[-1].counts):
                if not _named(text, found[doubt.at], stories[-1]):
                    clean.add(number, written, doubt)
    for place, right in _swaps(where):
        text = place.text[: place.start] + place.word + place.text[place.start + len(right) :]
        found = pieces(text)
        at = next(number for number, each in enumerate(found) if each.start == place.start)
        swapped.made[frozenset((place.word.lower(), right)) in _COMMON] += 1
        for doubt in weighed(text, found, jury, tagger, _after(stories[place.book].counts, right, place.word)):
            if doubt.at == at and doubt.better == right:
                swapped.add(place.book, [each.text for each in found], doubt)
    return clean, swapped, total


def _after(counts: Mapping[str, int], right: str, wrong: str) -> Mapping[str, int]:
    """A book's counts once ``wrong`` stands where ``right`` stood."""
    wrong = wrong.lower()
    return {right: max(0, counts.get(right, 0) - 1), wrong: counts.get(wrong, 0) + 1}


def _named(text: str, piece: Piece, story: StoryFacts) -> bool:
    """Whether the check leaves the word alone: a name, or part of a compound."""
    end = piece.start + len(piece.text)
    if "-" in (text[piece.start - 1 : piece.start], text[end : end + 1]):
        return True
    if not text[piece.start].isupper():
        return False
    capitals = story.capital_counts.get(piece.text, 0)
    usual = capitals > 1 and 2 * capitals > story.counts.get(piece.text, 0)
    return usual or _NAMED.search(text[: piece.start]) is not None


def weighed(
    text: str, found: Sequence[Piece], jury: Jury, tagger: TaggerJudge, counts: Mapping[str, int]
) -> list[Doubt]:
    """The jury's doubts, with the tagger's word."""
    (marks,) = tagger.marks([text])
    return list(jury.doubts(found, text, marks, counts))


def _swaps(where: dict[str, list[Place]]) -> Iterable[tuple[Place, str]]:
    """Places with another word of the set put in, and the right word."""
    chance = random.Random(5)
    for words in read_sets():
        for right in words:
            places = where.get(right, [])
            for place in chance.sample(places, min(_EACH, len(places))):
                for wrong in words:
                    if wrong != right:
                        shown = wrong.capitalize() if place.text[place.start].isupper() else wrong
                        yield Place(place.book, place.text, place.start, shown), right


def fit(rows: Values, right: Values) -> tuple[Values, float]:
    """Logistic regression, clean and swapped rows weighing alike: the weight of each value, and the base."""
    middle, spread = rows.mean(0), rows.std(0) + 1e-6
    inputs = np.c_[(rows - middle) / spread, np.ones(len(rows))]
    counted = np.where(right > 0, 1 / right.sum(), 1 / (1 - right).sum())
    weights, first, second = (np.zeros(inputs.shape[1]) for _ in range(3))
    for step in range(1, _STEPS + 1):
        slope = inputs.T @ ((1 / (1 + np.exp(-inputs @ weights)) - right) * counted) + _DECAY * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    kept = weights[:-1] / spread
    return kept, float(weights[-1] - (kept * middle).sum())


def bar(scores: Values, words: int, budget: float) -> float:
    """The score that so many clean words in 100,000 reach: half way between the last allowed and the next."""
    ordered = np.sort(scores)[::-1]
    allowed = min(int(budget * words / 1e5), len(ordered) - 1)
    return float((ordered[allowed] + ordered[max(0, allowed - 1)]) / 2)


def held_against(rows: Values, scores: Values, name: str) -> Values:
    """The scores as the bar ``name`` meets them: less where one judge is alone, but for the bar of rough drafts."""
    alone = (rows[:, NAMES.index("unknown")] > 0) & (rows[:, NAMES.index("seconded")] == 0)
    return scores if name == "rough" else scores - LONE * alone


def figures(clean: Sample, swapped: Sample, words: int) -> None:
    """Print the share of swaps found at each budget, each book judged by weights fitted on the others."""
    (rows, book, often), (hits, of, common) = clean.arrays(), swapped.arrays()
    scores, found = np.zeros(len(rows)), np.zeros(len(hits))
    for each in sorted(set(book.tolist())):
        away, out = book != each, of != each
        weights, base = fit(np.r_[rows[away], hits[out]], np.r_[np.zeros(away.sum()), np.ones(out.sum())])
        scores[~away], found[~out] = rows[~away] @ weights + base, hits[~out] @ weights + base
    for part, is_common in (("common", True), ("rare", False)):
        for name, budget in BUDGETS[part].items():
            limit = bar(held_against(rows, scores, name)[often == is_common], words, budget)
            share = (held_against(hits, found, name)[common == is_common] >= limit).sum() / swapped.made[is_common]
            print(f"{part}, {name}: {share:.3f} of {swapped.made[is_common]} swaps at {budget} per 100,000 words")


def main(novels: Path, target: Path) -> None:
    """Collect, print the figures, fit on all, write."""
    jury = load_jury()
    if jury is None:
        raise SystemExit("The judges’ files are missing or are not those listed in SHA256SUMS.")
    names = [each for each in books(novels, "held-out") if each.stem in HELD_OUT and each.stem not in FINAL]
    clean, swapped, words = collect(names, jury, TaggerJudge())
    figures(clean, swapped, words)
    rows, _, often = clean.arrays()
    hits = swapped.arrays()[0]
    weights, base = fit(np.r_[rows, hits], np.r_[np.zeros(len(rows)), np.ones(len(hits))])
    write(target, weights, base, {"common": rows[often], "rare": rows[~often]}, words)


def write(target: Path, weights: Values, base: float, clean: Mapping[str, Values], words: int) -> None:
    """Write the weights and, from the rows of ``clean`` words, the bars."""
    lines = ["# Written by tools/train_confusables/calibrate.py.", f"base = {base:.4f}", "[weights]"]
    lines += [f"{name} = {value:.5f}" for name, value in zip(NAMES, weights, strict=True)]
    for part, budgets in BUDGETS.items():
        rows = clean[part]
        scores = {name: held_against(rows, rows @ weights + base, name) for name in budgets}
        bars = (f"{name} = {bar(scores[name], words, budget):.4f}" for name, budget in budgets.items())
        lines += [f"[{part}]", *bars]
    target.joinpath("verdict.toml").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
