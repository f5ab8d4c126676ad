# SPDX-License-Identifier: GPL-3.0-or-later
"""Another draft of the same story takes over what was decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.formats.registry import read
from redraft.manuscript.model import Manuscript
from redraft.storage.decisions import DecisionBook
from redraft.storage.known import Known, followed, likeness, shared, taken_over
from redraft.storage.sidecar import Sidecar

PARAGRAPHS = [f"On the {count}th day nobody came to the house by the river, and “so it went” on." for count in range(40)]


def made(folder: Path, name: str, paragraphs: list[str]) -> Manuscript:
    (folder / name).write_text("\n\n".join(paragraphs), encoding="utf-8")
    return read(folder / name).manuscript


@pytest.fixture
def sixth(tmp_path: Path) -> Path:
    manuscript = made(tmp_path, "draft-6.md", PARAGRAPHS)
    DecisionBook(Sidecar.open(manuscript.path)).add_word("chakra").do()
    Known().remember(tmp_path / "draft-6.md", manuscript.paragraphs)
    return tmp_path / "draft-6.md"


def test_a_new_draft_has_the_decisions_and_says_so(sixth: Path) -> None:
    seventh = made(sixth.parent, "draft-7.md", ["A new beginning that was not there before."] + PARAGRAPHS[8:])
    assert seventh.path is not None
    sidecar = Sidecar.open(seventh.path)
    sentence = taken_over(seventh.path, seventh.paragraphs, sidecar)
    assert sentence is not None and "draft-6.md" in sentence
    assert DecisionBook(sidecar).current.own_words == {"chakra"}
    assert not (sixth.parent / "draft-7.md.redraft").exists()


@pytest.mark.parametrize("paragraphs", [PARAGRAPHS[:10], ["Short."] * 40, [f"Quite another story, its {count}th sentence." for count in range(40)], []])
def test_another_text_has_not(sixth: Path, paragraphs: list[str]) -> None:
    other = made(sixth.parent, "other.md", paragraphs)
    assert other.path is not None
    assert taken_over(other.path, other.paragraphs, Sidecar.open(other.path)) is None


def test_what_was_decided_already_is_not_touched(sixth: Path) -> None:
    seventh = made(sixth.parent, "draft-7.md", PARAGRAPHS)
    assert seventh.path is not None
    DecisionBook(Sidecar.open(seventh.path)).add_word("own").do()
    assert taken_over(seventh.path, seventh.paragraphs, Sidecar.open(seventh.path)) is None


def test_the_same_file_is_not_its_own_draft(sixth: Path) -> None:
    assert Known().like(sixth, read(sixth).manuscript.paragraphs) is None


def test_save_as_takes_everything_along(sixth: Path) -> None:
    new = followed(Sidecar.open(sixth), sixth.parent / "final.md")
    assert DecisionBook(new).current.own_words == {"chakra"}
    assert DecisionBook(Sidecar.open(sixth.parent / "final.md")).current.own_words == {"chakra"}


def test_likeness_is_the_share_of_common_paragraphs(tmp_path: Path) -> None:
    one = likeness(made(tmp_path, "a.md", PARAGRAPHS).paragraphs)
    half = likeness(made(tmp_path, "b.md", [*PARAGRAPHS[:20], *(each + " Changed." for each in PARAGRAPHS[20:])]).paragraphs)
    straight = likeness(made(tmp_path, "c.md", [each.replace("“", '"').replace("”", '"') for each in PARAGRAPHS]).paragraphs)
    assert shared(one, straight) == 1
    assert 0.2 < shared(one, half) < 0.5
    assert shared(frozenset(), frozenset()) == 0


def test_a_damaged_list_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text('{"x": 3, "y": [1, ')
    manuscript = made(tmp_path, "a.md", PARAGRAPHS)
    assert Known(file).like(tmp_path / "a.md", manuscript.paragraphs) is None
