# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that sync programs, merges and editors give, and names that authors give."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.formats.registry import read
from redraft.formats.second_names import namings, second_names, second_of

IS = [(naming, name, original) for naming in namings() for name, original in naming.is_.items()]
NOT = [(naming, name) for naming in namings() for name in naming.not_]


@pytest.mark.parametrize(("naming", "name", "original"), IS, ids=[each[1] for each in IS])
def test_a_name_of_the_table_is_known(naming: object, name: str, original: str) -> None:
    assert original in [each.original for each in second_names(name)]
    assert second_of(name, frozenset({original, name})) is not None


@pytest.mark.parametrize(("naming", "name"), NOT, ids=[each[1] for each in NOT])
def test_a_name_that_is_none_of_it(naming: object, name: str) -> None:
    assert naming.pattern.fullmatch(name) is None  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["novel.md", "Chapter 1.md", "chapter-10.md", "The Long Goodbye.docx", "2666.txt", ".hidden"])
def test_ordinary_names_tell_nothing(name: str) -> None:
    assert second_names(name) == ()


def test_who_and_when_are_told() -> None:
    found = second_names("novel (Anna's conflicted copy 2024-05-01).md")[0]
    assert (found.who, found.when, found.sure) == ("Anna", "2024-05-01", True)
    assert second_names("novel-LAPTOP.md")[0].who == "LAPTOP" and not second_names("novel-LAPTOP.md")[0].sure


def test_only_a_second_version_of_what_is_there() -> None:
    assert second_of("novel (1).md", frozenset({"other.md"})) is None
    assert second_of("Chapter 2.md", frozenset({"Chapter 1.md", "Chapter 2.md"})) is None


def test_every_program_has_names_of_both_kinds() -> None:
    assert all(each.is_ and each.not_ for each in namings())


def test_a_long_name_takes_no_time() -> None:
    assert second_names("a " * 2000 + "(" * 200 + ".md") == ()


def test_second_versions_of_chapters_are_no_chapters(tmp_path: Path) -> None:
    for name in ("Chapter 1.md", "Chapter 2.md", "Chapter 2 (Anna's conflicted copy 2024-05-01).md"):
        (tmp_path / name).write_text(f"This is {name}.\n")
    opened = read(tmp_path)
    assert [each.path.name for each in opened.manuscript.files if each.path] == ["Chapter 1.md", "Chapter 2.md"]
    assert "second versions" in opened.losses[0].sentence and "conflicted copy" in opened.losses[0].sentence
