# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents of every format that another program changed meanwhile: merged over its file, and saved there whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redraft.manuscript.marks import MarkKind
from redraft.ui.story import Story
from tests.formats.epub.test_codec import book
from tests.ui.documents import docx, odt

SENTENCES = [f"This is paragraph {number}, and it is not like any other." for number in range(8)]


def rtf(path: Path) -> Path:
    body = "\\par\n".join(each.replace("paragraph", r"{\i paragraph}") for each in SENTENCES)
    path.write_bytes((r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}\pard " + body + r"\par}").encode("ascii"))
    return path


def html(path: Path) -> Path:
    body = "\n".join(f"<p>{each.replace('paragraph', '<i>paragraph</i>')}</p>" for each in SENTENCES)
    path.write_text(f"<!DOCTYPE html><html><head><title>T</title></head><body>\n{body}\n</body></html>\n", "utf-8")
    return path


def epub(path: Path) -> Path:
    path.write_bytes(book())
    return path


def text(path: Path) -> Path:
    path.write_text("\n\n".join(SENTENCES) + "\n", "utf-8")
    return path


FORMATS = {"docx": docx, "odt": odt, "rtf": rtf, "html": html, "epub": epub, "md": text, "txt": text}


@pytest.fixture(params=FORMATS)
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A story of some format."""
    made: Callable[[Path], Path] = FORMATS[request.param]
    return made(tmp_path / f"story.{request.param}")


def texts(story: Story) -> list[str]:
    return [each.text for each in story.session.paragraphs]


def write(story: Story, index: int, words: str) -> None:
    story.session.replace(index, index + 1, [words], label="edit", initiator="test")


def test_each_side_s_changes_stand_and_the_file_keeps_both(document: Path) -> None:
    mine, theirs = Story.read(document), Story.read(document)
    last = len(texts(mine)) - 1
    write(theirs, 0, "Written there.")
    write(mine, last, "Written here.")
    theirs.save()
    found = mine.merge(Story.read(document).session.manuscript)
    assert texts(mine)[0] == "Written there." and texts(mine)[last] == "Written here." and not found.conflicts
    assert mine.session.modified
    mine.save()
    assert texts(Story.read(document)) == texts(mine) and not mine.session.modified


def test_where_both_changed_the_same_both_stand_in_the_file(document: Path) -> None:
    mine, theirs = Story.read(document), Story.read(document)
    write(theirs, 1, "Their words.")
    write(mine, 1, "My words.")
    theirs.save()
    found = mine.merge(Story.read(document).session.manuscript)
    assert texts(mine)[1:3] == ["My words.", "Their words."] and found.conflicts == ((1, 2, 3),)
    mine.save()
    assert texts(Story.read(document)) == texts(mine)


@pytest.mark.parametrize("kind", ["docx", "odt", "rtf", "html"])
def test_looks_of_both_sides_stand(tmp_path: Path, kind: str) -> None:
    path = FORMATS[kind](tmp_path / f"story.{kind}")
    mine, theirs = Story.read(path), Story.read(path)
    theirs.session.set_look(1, 0, 1, 4, MarkKind.BOLD, True, label="bold", initiator="test")
    mine.session.set_look(3, 0, 3, 4, MarkKind.BOLD, True, label="bold", initiator="test")
    theirs.save()
    mine.merge(Story.read(path).session.manuscript)
    mine.save()
    found = Story.read(path).session.paragraphs
    for index in (1, 3):
        assert (0, 4) in {(each.start, each.end) for each in found[index].marks if each.kind is MarkKind.BOLD}


_EDITS = st.lists(st.tuples(st.sampled_from(["write", "drop", "insert"]), st.integers(0, 30), st.sampled_from("ABC")), max_size=4)


def edit(story: Story, edits: list[tuple[str, int, str]], who: str) -> None:
    for deed, place, letter in edits:
        count = len(texts(story))
        index = place % count
        words = f"{who} wrote {letter} here."
        if deed == "write":
            write(story, index, words)
        elif deed == "insert":
            story.session.replace(index, index, [words], label="edit", initiator="test")
        elif count > 2:
            story.session.replace(index, index + 1, [], label="edit", initiator="test")


@settings(max_examples=15)
@pytest.mark.parametrize("kind", ["docx", "odt", "rtf", "html", "md"])
@given(here=_EDITS, there=_EDITS)
def test_whatever_both_did_nothing_of_either_is_lost_and_the_file_holds_the_page(
    tmp_path_factory: pytest.TempPathFactory, kind: str, here: list[tuple[str, int, str]], there: list[tuple[str, int, str]]
) -> None:
    path = FORMATS[kind](tmp_path_factory.mktemp("merge") / f"story.{kind}")
    mine, theirs = Story.read(path), Story.read(path)
    edit(theirs, there, "They")
    edit(mine, here, "I")
    theirs.save()
    written = set(texts(mine) + texts(theirs)) - set(texts(Story.read(FORMATS[kind](path.with_name(f"old.{kind}")))))
    mine.merge(Story.read(path).session.manuscript)
    assert written <= set(texts(mine))
    mine.save()
    assert [each for each in texts(Story.read(path)) if each] == [each for each in texts(mine) if each]
