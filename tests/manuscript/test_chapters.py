# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories of several files, merged file by file, whatever the other side did to the chapters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.manuscript.chapters import MergedStory, merged_story
from redraft.manuscript.model import Manuscript, Paragraph, SourceFile


def story(**chapters: str) -> Manuscript:
    """A file a chapter, a paragraph a letter."""
    files = tuple(SourceFile(Path(f"/book/{name}.md"), "markdown", digest=name + text) for name, text in chapters.items())
    paragraphs: list[Paragraph] = []
    for number, text in enumerate(chapters.values()):
        paragraphs += [Paragraph(len(paragraphs) + place, each, each, "\n\n", number) for place, each in enumerate(text)]
    return Manuscript(Path("/book"), files, tuple(paragraphs))


def merge(base: Manuscript, mine: Manuscript, theirs: Manuscript) -> MergedStory:
    """``mine`` has the files of ``base``; its paragraphs keep the ids of those that they were."""
    assert [each.path for each in mine.files] == [each.path for each in base.files]
    return merged_story(base, mine.paragraphs, theirs)


def texts(found: MergedStory) -> dict[str, str]:
    told = {each.path.stem: "" for each in found.files if each.path}
    for each in found.paragraphs:
        path = found.files[each.file].path
        assert path is not None
        told[path.stem] += each.text
    return told


BASE = story(one="abc", two="defg", three="hijk")


def test_changes_in_several_chapters_come_together() -> None:
    found = merge(BASE, story(one="aXc", two="defg", three="hijk"), story(one="abc", two="dYfg", three="hijk"))
    assert texts(found) == {"one": "aXc", "two": "dYfg", "three": "hijk"} and found.conflicts == () and found.taken == 1


def test_a_clash_is_counted_through_the_whole_story() -> None:
    found = merge(BASE, story(one="abc", two="dXfg", three="hijk"), story(one="abc", two="dYfg", three="hijk"))
    assert texts(found)["two"] == "dXYfg" and found.conflicts == ((4, 5, 6),)
    assert "".join(each.text for each in found.paragraphs[4:6]) == "XY"


def test_a_chapter_that_was_added_stands_where_it_belongs() -> None:
    found = merge(BASE, story(one="aXc", two="defg", three="hijk"), story(one="abc", new="nop", two="defg", three="hijk"))
    assert list(texts(found).items()) == [("one", "aXc"), ("new", "nop"), ("two", "defg"), ("three", "hijk")]
    assert found.added == ("new.md",)


def test_a_chapter_that_was_taken_away_goes_unless_it_was_changed_here() -> None:
    theirs = story(one="abc", three="hijk")
    assert texts(merge(BASE, BASE, theirs)) == {"one": "abc", "three": "hijk"}
    assert merge(BASE, BASE, theirs).gone == ("two.md",)
    found = merge(BASE, story(one="abc", two="dXfg", three="hijk"), theirs)
    assert list(texts(found).items()) == [("one", "abc"), ("two", "dXfg"), ("three", "hijk")]
    assert found.kept == ("two.md",) and found.gone == () and found.files[1].digest == ""


def test_a_chapter_that_was_renamed_is_known_by_its_text() -> None:
    mine = story(one="abc", two="dXfg", three="hijk")
    found = merge(BASE, mine, story(one="abc", second="defY", three="hijk"))
    assert texts(found) == {"one": "abc", "second": "dXfY", "three": "hijk"}
    assert found.renamed == (("two.md", "second.md"),) and found.added == found.gone == ()


def test_one_file_alone_is_itself_under_any_name() -> None:
    assert texts(merge(story(old="abc"), story(old="aXc"), story(new="abcY"))) == {"new": "aXcY"}


_TEXT = st.text("abcdef", max_size=6)
_STORY = st.dictionaries(st.sampled_from(["one", "two", "three", "four"]), _TEXT, min_size=1)


@given(base=_STORY, theirs=_STORY, data=st.data())
def test_neither_side_is_dropped(base: dict[str, str], theirs: dict[str, str], data: st.DataObject) -> None:
    mine = {name: data.draw(_TEXT) for name in base}
    found = merge(story(**base), story(**mine), story(**theirs))
    whole = "".join(each.text for each in found.paragraphs)
    ids = [each.id for each in found.paragraphs]
    assert len(set(ids)) == len(ids)
    assert [each.file for each in found.paragraphs] == sorted(each.file for each in found.paragraphs)
    for name, text in mine.items():
        assert set(text) - set(base[name]) <= set(whole)
    every_base = set("".join(base.values()))
    for text in theirs.values():
        assert set(text) - every_base <= set(whole)


@given(base=_STORY, theirs=_STORY)
def test_with_nothing_changed_here_theirs_stands(base: dict[str, str], theirs: dict[str, str]) -> None:
    found = merge(story(**base), story(**base), story(**theirs))
    whole = story(**theirs)
    assert [(each.text, each.file) for each in found.paragraphs] == [(each.text, each.file) for each in whole.paragraphs]
    assert found.files == whole.files and not found.conflicts


@pytest.mark.parametrize("same", ["paragraphs", "theirs"])
def test_paragraphs_know_their_files(same: str) -> None:
    found = merge(BASE, replace(BASE), story(zero="xyz", one="abc", two="defg", three="hijk"))
    assert [each.file for each in getattr(found, same)] == [0] * 3 + [1] * 3 + [2] * 4 + [3] * 4
