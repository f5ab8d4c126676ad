# SPDX-License-Identifier: GPL-3.0-or-later
"""A document corrected at random places, and what is asked of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tools.evaluate_docx.corrections import MOST, Corrected, corrected
from tools.evaluate_docx.judge import by_itself, by_python_docx, words_missing
from tools.evaluate_docx.office import Shown

from tests.formats.docx.made import docx, para, run

STORY = docx(*(para("He was ", run("so very", "<w:i/>"), f" tired of the {word}.") for word in ("lamp", "door", "rain")))


@pytest.fixture
def made(tmp_path: Path) -> Corrected:
    path = tmp_path / "story.docx"
    path.write_bytes(STORY)
    return corrected(path, 3)


def test_corrections_are_the_same_every_time(made: Corrected, tmp_path: Path) -> None:
    assert 1 <= made.places <= MOST
    again = corrected(tmp_path / "story.docx", 3)
    assert (again.texts, again.plain) == (made.texts, made.plain)
    assert corrected(tmp_path / "story.docx", 4).texts != made.texts


def test_nothing_is_wrong_with_what_we_make(made: Corrected) -> None:
    assert list(by_itself(made)) == []
    assert not list(by_python_docx(made) or ())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"plain": STORY}, "accepted, characters"),
        ({"tracked": docx(para("Something else."))}, "rejected, characters"),
        ({"texts": ("Else.",)}, "not the corrected text"),
        ({"original": docx(*(para("He was so very tired.") for _ in range(3)))}, "rejected"),
    ],
)
def test_what_is_wrong_is_said(made: Corrected, change: dict[str, bytes], words: str) -> None:
    assert any(words in each for each in by_itself(replace(made, **change)))  # type: ignore[arg-type]


def test_words_are_compared_with_boxes_or_without() -> None:
    shown = Shown(["He was here."], ["Boxed"])
    assert words_missing(["He was\u2028here."], shown) == words_missing(["Boxed", "He was here."], shown) == 0
    assert words_missing(["He is here."], shown) == 2
