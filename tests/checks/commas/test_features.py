# SPDX-License-Identifier: GPL-3.0-or-later
"""What a gap is described by."""

from __future__ import annotations

from redraft.checks.commas.features import PAIR, Describer, size
from redraft.checks.commas.frame import Frame
from redraft.checks.commas.model import pair_key
from redraft.language.tagging import Language


def describe(language: Language, text: str, left: int, right: int, *, speech: bool = False) -> list[int]:
    (analysis,) = language.analyse([text])
    return Describer(Frame(analysis, analysis.sentences[0])).features(left, right, "else", speech=speech)


def test_every_gap_has_as_many_features(language: Language) -> None:
    text = "He came, and she went."
    assert len(describe(language, text, 0, 1)) == len(describe(language, text, 1, 3)) > 40


def test_the_same_gap_reads_alike_wherever_the_sentence_stands(language: Language) -> None:
    (analysis,) = language.analyse(["He slept. He came and she went."])
    second = analysis.sentences[1]
    again = Describer(Frame(analysis, second)).features(second.first + 1, second.first + 2, "and-clause", speech=False)
    alone = language.analyse(["He came and she went."])[0]
    assert again == Describer(Frame(alone, alone.sentences[0])).features(1, 2, "and-clause", speech=False)


def test_speech_is_told_apart(language: Language) -> None:
    text = "He came and she went."
    assert describe(language, text, 1, 2) != describe(language, text, 1, 2, speech=True)


def test_the_pair_of_tags_is_where_it_is_said_to_be(language: Language) -> None:
    (analysis,) = language.analyse(["He came and she went."])
    found = Describer(Frame(analysis, analysis.sentences[0])).features(1, 2, "and-clause", speech=False)
    assert found[PAIR] == pair_key(analysis.tokens[1].tag, analysis.tokens[2].tag)


def test_lengths_grow_coarser() -> None:
    assert [size(each) for each in (0, 1, 4, 6, 9, 14, 15, 90)] == [0, 1, 4, 5, 6, 7, 8, 8]
