# SPDX-License-Identifier: GPL-3.0-or-later
"""Odd texts: no error, and no wrong entries."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redraft.characters.cast import cast
from redraft.language.analysis import Analysis
from tests.characters.conftest import Analyse

ODD = {
    "a heading with a colon": ("NOTE: it rained.", "The rain fell.", "It fell on."), "no names": ("It rained.",) * 3,
    "capitals": ("ANKO WALKED HOME. “STOP,” SAID TOM.",), "no capitals": ("anko walked home. “stop,” said tom.",),
    "marks": ("", "   ", "…", "“”", "“", "\u202b\u0645\u0631\u062d\u0628\u0627", "👩‍👩‍👧"), "only talk": ("“Hi.”",) * 50,
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_odd_texts(analyse: Analyse, name: str) -> None:
    read = analyse(*ODD[name])
    found = cast(list(range(len(read))), read, [1] * len(read))
    assert all(each.speaker is None for each in found.quotes)
    assert found.characters == ()


def test_paragraphs_that_were_never_parsed() -> None:
    found = cast([1, 2], [Analysis("Tom sat."), Analysis("“Yes,” said Tom.")], [1, 1])
    assert (found.characters, found.quotes) == ((), ())


def test_names_and_speakers_need_no_tags(analyse: Analyse) -> None:
    read = analyse("“Yes,” said Maren. Maren nodded to Tolvic.", "“No,” said Tolvic. Tolvic left.")
    plain = [
        replace(each, tokens=tuple(replace(token, tag="", pos="", dep="", lemma="", head=0) for token in each.tokens))
        for each in read
    ]
    found = cast([1, 2], plain, [1, 1])
    assert {each.name for each in found.characters} == {"Maren", "Tolvic"}
    assert [each.speaker for each in found.quotes] == ["Maren", "Tolvic"]
