# SPDX-License-Identifier: GPL-3.0-or-later
"""Make ``resources/words/weighed_marks.toml``: what the tagger's word and the counts of novels are worth together.

``python -m tools.words.fit_weighed NOVELS`` with ``app`` and ``tools`` on PYTHONPATH, after every training of the
tagger and after ``make_frames``; some minutes. The books are those of ``fit_slips``. Right are the edits that undo a
slip put in as in training; wrong those that the tagger thinks of in the books as they are. The figures printed are
cross-fitted.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from redraft.analysis.tagger_judge import TaggerJudge
from redraft.checks.engines.tagger.thresholds import in_speech
from redraft.checks.rules.learned.weighed import FAMILIES, told
from redraft.checks.story import EngineMark
from redraft.places import resource
from redraft.text.folding import straighten
from tools.evaluate.texts import HELD_OUT as FINAL
from tools.evaluate.texts import novel
from tools.train_confusables.corpus import HELD_OUT
from tools.words.fit_slips import bar, fitted
from train_tagger.chunk import Chunk
from train_tagger.corpus import clean_chunks, lexicon
from train_tagger.evidence import make_injector
from train_tagger.injector import applied
from train_tagger.planted import Draft, one_slip_drafts, text_of
from train_tagger.slips import confused, forms, small_words

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "words" / "weighed_marks.toml"
_WORDS, _EACH, _PARTS = 20_000, 25, 5
_ALARMS = {"clean": 0.02, "rough": 0.2}
"""Alarms in 1,000 words of clean novels at each bar."""
_HEAD = """\
# What the tagger's word and the counts of novels are worth together, in log-odds, and the bars; see
# app/redraft/checks/rules/learned/weighed.py. Made by tools/words/fit_weighed.py.
"""
Told = Mapping[str, float]
Values = NDArray[np.float64]


def marked(texts: Sequence[str], tagger: TaggerJudge) -> Iterator[list[tuple[EngineMark, Told]]]:
    """For each paragraph the tagger's marks that change words, faint ones too, and what speaks for them."""
    for text, marks in zip(texts, tagger.marks(texts), strict=True):
        straight = straighten(text)
        yield [
            (each, told(each, straight, speech=in_speech(text, each.start)))
            for each in marks if each.message in FAMILIES
        ]


def chunks_of(novels: Path, book: str) -> list[Chunk]:
    """Clean chunks of a book."""
    manuscript = novel(novels / f"{book}.txt", _WORDS)
    return [each for paragraph in manuscript.paragraphs for each in clean_chunks(paragraph.text)]


def undone(draft: Draft, mark: EngineMark) -> bool:
    """Whether the mark puts the draft's one slip right."""
    return draft.text[: mark.start] + mark.suggestions[0] + draft.text[mark.end :] == draft.planted[0].mended


def main(novels: Path) -> None:
    """Gather, fit, print the cross-fitted figures, write."""
    parsed = {book: chunks_of(novels, book) for book in sorted(HELD_OUT - set(FINAL))}
    chunks = [each for book in parsed.values() for each in book]
    injector = make_injector(parsed, lexicon(chunks), resource("models", "tagger"))
    kinds = {slip.kind for chunk in chunks for module in (confused, forms, small_words)
             for slip in module.slips(chunk, injector.lexicon)}
    injector.rates = {kind: rate for kind, rate in injector.rates.items() if kind in kinds}
    drafts = [each for each in one_slip_drafts(chunks, injector, _EACH, random.Random(4)) if len(each.planted) == 1]
    tagger = TaggerJudge()
    clean = [text_of(applied(each, [])) for each in chunks]
    words = sum(each.count(" ") + 1 for each in clean)
    wrong = [each for marks in marked(clean, tagger) for _, each in marks]
    right = []
    for draft, marks in zip(drafts, marked([each.text for each in drafts], tagger), strict=True):
        right += [each for mark, each in marks if undone(draft, mark)]
    fit_and_write(wrong, right, words, len(drafts))


def fit_and_write(wrong: Sequence[Told], right: Sequence[Told], words: int, made: int) -> None:
    """Fit on both kinds of edits, print what is found at each bar, write the table."""
    names = sorted({name for each in (*wrong, *right) for name in each})
    rows = np.array([[each.get(name, 0.0) for name in names] for each in (*wrong, *right)])
    truth = np.array([0.0] * len(wrong) + [1.0] * len(right))
    scores, part = np.zeros(len(rows)), np.random.RandomState(1).randint(0, _PARTS, len(rows))
    for each in range(_PARTS):
        scores[part == each] = rows[part == each] @ fitted(rows[part != each], truth[part != each])
    print(f"{words} words, {len(wrong)} marks on them; {made} slips, {len(right)} undone by a mark")
    for name, alarms in _ALARMS.items():
        share = (scores[len(wrong) :] >= bar(scores[: len(wrong)], words, alarms)).sum() / made
        print(f"{name}: {share:.3f} undone at {alarms} alarms in 1,000 words")
    weights = fitted(rows, truth)
    bars = {name: bar((rows @ weights)[: len(wrong)], words, alarms) for name, alarms in _ALARMS.items()}
    lines = ["[weights]", *(f'"{name}" = {value:.4f}' for name, value in zip(names, weights, strict=True)), "[bars]"]
    lines += [f"{name} = {value:.3f}" for name, value in bars.items()]
    _TARGET.write_text(_HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
