# SPDX-License-Identifier: GPL-3.0-or-later
"""Make ``resources/words/spelling_odds.toml``: what speaks for a slip, fitted on strange words of novels.

``python -m tools.words.fit_spelling NOVELS TABLES BOOK … [--cache FILE]``. TABLES is a folder with an
``english.txt.gz`` and a ``pairs.npz`` made ``--without`` the authors of the BOOKs (their names without ``.txt``), so
that the books are as strange to it as an author's are to the program. Strange words of the clean books should stay
unmarked; slips put into them (``tools.evaluate.slips``, and of what people write the half for development) should not.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redraft.analysis.evidence import Library
from redraft.analysis.store import EvidenceStore
from redraft.analysis.survey import Snapshot, facts, passage
from redraft.analysis.versions import versions
from redraft.checks.prose import not_prose
from redraft.checks.rules.spelling import lexicon as lexicon_module
from redraft.checks.rules.spelling import pairs as pairs_module
from redraft.checks.rules.spelling.lexicon import lexicon, misspellings
from redraft.checks.rules.spelling.unknown import weighed
from redraft.checks.rules.spelling.words import words
from redraft.checks.story import Passage
from redraft.formats.registry import read_bytes
from redraft.manuscript.model import Manuscript
from redraft.places import resource
from redraft.storage.decisions import Decisions
from tools.evaluate.slips import SLIPS, people_write
from tools.evaluate.texts import novel

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "words" / "spelling_odds.toml"
_WORDS, _EVERY = 20_000, 3
_ALARMS = 0.035
"""Alarms in 1,000 words of clean novels that the bar allows."""
_ROUGH = 0.7
"""What a doubling of the share of errors in a manuscript adds to the log-odds: Bayes' rule, with some caution."""
_DECAY, _STEPS = 0.02, 60
_USED, _AGAIN = 4, 0.12
_WHERE = (
    (0.68, re.compile(r"(?<![\w’'*-])[a-z]{4,}(?![\w’'*-])")),
    (0.1, re.compile(r"(?<![\w’'*-])[a-z]{2,3}(?![\w’'*-])")),
    (0.1, re.compile(r"(?:(?<=[.!?] )|(?<=[.!?]” )|(?<=“))[A-Z][a-z]{3,}(?![\w’'*-])(?= [a-z])")),
    (0.06, re.compile(r"(?<=[a-z]-)[a-z]{4,}(?![\w’'*-])|(?<![\w’'*-])[a-z]{4,}(?=-[a-z])")),
    (0.06, re.compile(r"(?<![\w’'*-])[a-z]{4,}(?=’s\b)")),
)  # fmt: skip
_HEAD = """\
# What speaks for a slip and against a coinage, a name, a foreign or dialect word, in log-odds; see
# app/redraft/checks/rules/spelling/odds.py. Made by tools/words/fit_spelling.py.
"""
_Facts = list[dict[str, float]]


class Reader:
    """Parses manuscripts, keeping the evidence in a file."""

    def __init__(self, cache: Path | None) -> None:
        self._library = Library(EvidenceStore(cache), versions())

    def passages(self, manuscript: Manuscript) -> list[Passage]:
        """The paragraphs as rules see them."""
        texts = [each.text for each in manuscript.paragraphs]
        self._library.keep_only(texts)
        self._library.recall(texts, ())
        self._library.parse(texts)
        snapshot = Snapshot(tuple(manuscript.paragraphs), tuple(map(self._library.of, texts)), Decisions())
        known = facts(snapshot)
        return [passage(snapshot, known, number) for number in range(len(texts))]


def strange(passages: list[Passage]) -> Iterator[tuple[int, str, dict[str, float]]]:
    """The strange words that have a rival: index of the passage, the word, its facts."""
    known = lexicon()
    for number, each in enumerate(passages):
        found = list(words(each, unknown_to=known))
        quiet = not_prose(each.analysis) if found else ()
        for word in found:
            if word.lower in misspellings() or any(s.start < word.end and word.start < s.end for s in quiet):
                continue
            doubt = weighed(each, word, found, known)
            if doubt is not None:
                yield number, word.lower, dict(doubt.told)


def spoilt(texts: list[str], chance: random.Random) -> dict[int, tuple[str, str]]:
    """Every few paragraphs the spoilt text and its wrong word."""
    made: dict[int, tuple[str, str]] = {}
    listed = people_write("develop")
    for number in range(0, len(texts), _EVERY):
        text = texts[number]
        pattern = chance.choices([each for _, each in _WHERE], [share for share, _ in _WHERE])[0]
        found = [each for each in pattern.finditer(text) if lexicon().level(each.group().lower()) >= _USED]
        usual = [each for each in found if each.group().lower() in listed]
        if not found:
            continue
        match = chance.choice(usual or found)
        right = match.group().lower()
        wrong = chance.choice(listed[right]) if usual else SLIPS[chance.choice(list(SLIPS))](right, chance)
        if wrong and wrong != right and not lexicon().knows(wrong) and wrong not in misspellings() and len(wrong) > 1:
            shown = wrong.capitalize() if match.group()[0].isupper() else wrong
            made[number] = text[: match.start()] + shown + text[match.end() :], wrong
    return made


def gather(reader: Reader, path: Path) -> tuple[_Facts, _Facts, int, list[str], int]:
    """Of one book: facts of clean strange words and of slips, its length, the clean words, slips with no rival."""
    clean = novel(path, _WORDS)
    texts = [each.text for each in clean.paragraphs]
    length = sum(text.count(" ") + 1 for text in texts)
    calm = list(strange(reader.passages(clean)))
    chance = random.Random(path.stem)
    made = spoilt(texts, chance)
    changed = [made[number][0] if number in made else text for number, text in enumerate(texts)]
    rough = read_bytes("\n\n".join(changed).encode(), path.name).manuscript
    at = dict(made.values())
    slips: _Facts = []
    wrong_passages = reader.passages(rough)
    for number, word, told in strange(wrong_passages):
        wrong = at.get(wrong_passages[number].text)
        if wrong is not None and word.removesuffix("'s") == wrong:
            slips.append(told | {"again": chance.uniform(1, 3.0) if chance.random() < _AGAIN else told["again"]})
    lost = len(made) - len(slips)
    return [told for _, _, told in calm], slips, length, [word for _, word, _ in calm], lost


def fitted(facts_: NDArray[np.float64], truth: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights of a logistic model, by Newton's method, with weights held small."""
    weights = np.zeros(facts_.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-facts_ @ weights))
        slope = facts_.T @ (truth - chance) - _DECAY * len(truth) * weights / 10
        bend = (facts_ * (chance * (1 - chance))[:, None]).T @ facts_ + _DECAY * len(truth) / 10 * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def main() -> None:
    """Fit, set the bar, write, and say what is found at it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("novels", type=Path)
    parser.add_argument("tables", type=Path)
    parser.add_argument("books", nargs="+")
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    lexicon_module.resource = lambda *parts: _table(options.tables, *parts)  # type: ignore[attr-defined]
    pairs_module.resource = lambda *parts: _table(options.tables, *parts)  # type: ignore[attr-defined]
    reader = Reader(options.cache)
    calm: _Facts = []
    slips: _Facts = []
    names: list[str] = []
    length = lost = 0
    for book in options.books:
        some, wrong, size, strange_words, missed = gather(reader, options.novels / f"{book}.txt")
        calm, slips, names = calm + some, slips + wrong, names + strange_words
        length, lost = length + size, lost + missed
    order = list(calm[0])
    table = np.array([[each[name] for name in order] for each in calm + slips])
    truth = np.array([0.0] * len(calm) + [1.0] * len(slips))
    weights = fitted(table, truth)
    scores = table @ weights
    bar = float(np.sort(scores[: len(calm)])[-max(1, round(_ALARMS * length / 1000))])
    lines = [f'"{name}" = {value:.3f}' for name, value in zip(order, weights, strict=True)]
    _TARGET.write_text(_HEAD + "\n".join([*lines, f'"bar" = {bar:.3f}', f'"rough" = {_ROUGH}']) + "\n", "utf-8")
    found = float((scores[len(calm) :] > bar).mean())
    again = float((scores[len(calm) :] > bar - 2 * _ROUGH).mean())
    print(f"{len(calm)} strange words in {length} clean words, {len(slips)} slips, {lost} slips without a rival")
    alarms = int((scores[: len(calm)] > bar - 2 * _ROUGH).sum())
    print(f"found {found:.3f}; in a rough draft {again:.3f}, with {alarms} alarms were all rough")
    worst = sorted(zip(scores[: len(calm)], names, strict=True))[-90:]
    print(*(f"{word} {score - bar:+.1f}" for score, word in worst), sep="  ")


def _table(folder: Path, *parts: str) -> Path:
    return folder / parts[-1] if (folder / parts[-1]).exists() else resource(*parts)


if __name__ == "__main__":
    main()
