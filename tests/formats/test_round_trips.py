# SPDX-License-Identifier: GPL-3.0-or-later
"""From every format to every other and back: the same paragraphs, emphasis, breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redraft.formats.codec import codec
from redraft.formats.export import _WRITERS as WRITERS
from redraft.formats.export import export
from redraft.formats.flow import LINE_BREAK, Block
from redraft.formats.html.writer import write_page
from redraft.formats.odt.writer import write_odt
from redraft.formats.plainly import markdown_of
from redraft.formats.registry import read
from redraft.formats.rich import rich
from redraft.manuscript.marks import Mark, MarkKind, tidy
from redraft.manuscript.shape import Shape, ShapeKind

WORDS = ["lamp", "boy", "“No,”", "said", "café", "😀", "5*3", "a_b", "*so", "a<i>", "[x]", "won’t", "#1", "&", "it—then", "a\u00a0b", "back\\slash"]
KINDS = [MarkKind.ITALIC, MarkKind.BOLD]
SHAPES = [Shape(), Shape(), Shape(), Shape(ShapeKind.HEADING, 2), Shape(ShapeKind.QUOTE), Shape(ShapeKind.ITEM)]


@st.composite
def blocks(draw: st.DrawFn, kinds: list[MarkKind] = KINDS) -> Block:
    """A paragraph with looks on whole words, a line break now and then; it begins and ends with a word."""
    words = ["Then", *draw(st.lists(st.sampled_from(WORDS), max_size=8)), "quietly."]
    shape = draw(st.sampled_from(SHAPES))
    text, starts = "", []
    for word in words:
        joint = " " if shape.kind is ShapeKind.HEADING or draw(st.integers(0, 9)) else LINE_BREAK
        text += (joint if text else "") + word
        starts.append((len(text) - len(word), len(text)))
    marks = []
    for _ in range(draw(st.integers(0, 3))):
        first = draw(st.integers(0, len(words) - 1))
        last = draw(st.integers(first, len(words) - 1))
        kind = draw(st.sampled_from(kinds))
        value = {MarkKind.LANGUAGE: "fr-FR", MarkKind.LINK: "http://example.org/a?b=1&c"}.get(kind, "")
        marks.append(Mark(starts[first][0], starts[last][1], kind, value))
    return Block(text, tidy(marks), shape)


STORIES = st.lists(blocks(), min_size=1, max_size=6)
ALL_LOOKS = [*KINDS, MarkKind.UNDERLINE, MarkKind.STRIKE, MarkKind.SMALL_CAPS, MarkKind.SUPERSCRIPT, MarkKind.LANGUAGE]


def told(story: list[Block]) -> list[tuple[str, tuple[Mark, ...], ShapeKind, int]]:
    return [(each.text, tuple(sorted(each.marks)), each.shape.kind, each.shape.level) for each in story]


@pytest.mark.parametrize(("form", "write"), [("odt", write_odt), ("html", write_page)])
def test_documents_hold_everything(form: str, write: object) -> None:
    own = codec(form)
    assert own is not None and callable(write)

    @given(st.lists(blocks(ALL_LOOKS), min_size=1, max_size=6))
    def through(story: list[Block]) -> None:
        document = own.read(write(story), "story", 0, 0)
        assert told([Block(each.text, each.marks, each.shape) for each in document.paragraphs]) == told(story)
        assert not document.losses

    through()


@given(STORIES)
def test_markdown_holds_emphasis_breaks_and_shapes(tmp_path: Path, story: list[Block]) -> None:
    path = tmp_path / "story.md"
    path.write_bytes(markdown_of(story))
    # among many broken lines a blank one between two paragraphs looks like a break between scenes
    found = [each for each in rich(read(path).manuscript) if each.text]
    assert [(each.text, by_line(each)) for each in found] == [(each.text, by_line(each)) for each in story]
    others = list(zip(found, story, strict=True))[1:]
    assert [one.shape.kind for one, _ in others] == [other.shape.kind for _, other in others]


def by_line(block: Block) -> set[tuple[int, MarkKind]]:
    """The characters that are not space and their looks: Markdown sets each line for itself."""
    return {(place, each.kind) for each in block.marks for place in range(each.start, each.end) if not block.text[place].isspace()}


FORMS = (".txt", ".md", ".docx", ".odt", ".html")
TAME = ["lamp", "boy", "“No,”", "said", "café", "😀", "won’t", "&", "it—then", "a\u00a0b", "5.", "שלום", "e\u0301"]
RULE = Block("* * *", (), Shape(ShapeKind.MARK))


@st.composite
def scenes(draw: st.DrawFn) -> list[Block]:
    """A story of a few scenes: prose with looks, headings, rules between scenes."""
    story = [Block("The Gate", (), Shape(ShapeKind.HEADING, 1))] if draw(st.booleans()) else []
    for number in range(draw(st.integers(1, 3))):
        if number:
            story.append(draw(st.sampled_from([RULE, Block(f"Chapter {number}", (), Shape(ShapeKind.HEADING, 1))])))
        story += [prose(draw) for _ in range(draw(st.integers(1, 4)))]
    return story


def prose(draw: st.DrawFn) -> Block:
    """A paragraph of the words that every format holds, one of them in italics or bold now and then."""
    words = ["It", "was", "then", *draw(st.lists(st.sampled_from(TAME), max_size=8)), "quietly", "that", "she", "came."]
    chosen = draw(st.integers(-4, len(words) - 1))
    start = len(" ".join(words[:chosen])) + (chosen > 0)
    marks = (Mark(start, start + len(words[chosen]), draw(st.sampled_from(KINDS))),) if chosen >= 0 else ()
    return Block(" ".join(words), marks)


def is_head(block: Block) -> bool:
    """A first heading may be the story's title: by its words, where the format has one sign for both."""
    return block.shape.kind in (ShapeKind.HEADING, ShapeKind.TITLE)


@pytest.mark.parametrize("second", FORMS)
@pytest.mark.parametrize("first", FORMS)
def test_from_each_to_each_of_the_others_and_back(tmp_path: Path, first: str, second: str) -> None:
    @given(scenes())
    @settings(max_examples=15)
    def through(story: list[Block]) -> None:
        path = tmp_path / f"a{first}"
        path.write_bytes(WRITERS[first](story))
        for suffix in (second, first):
            data = export(read(path).manuscript, suffix)
            path = tmp_path / f"b{suffix}"
            path.write_bytes(data)
        found = [each for each in rich(read(path).manuscript) if each.text]
        assert [each.text for each in found] == [each.text for each in story]
        assert [each.shape.kind is ShapeKind.MARK for each in found] == [each == RULE for each in story]
        if ".txt" not in (first, second):
            assert [each.marks for each in found] == [each.marks for each in story]
            assert [is_head(each) for each in found] == [is_head(each) for each in story]

    through()


@pytest.mark.parametrize("steps", [(".odt", ".html", ".md"), (".html", ".md", ".odt"), (".md", ".odt", ".txt", ".html")])
def test_from_one_to_the_other(tmp_path: Path, steps: tuple[str, ...]) -> None:
    text = "The Gate\n\nIt was *late* when he came.\n\n“No,” she said.\n\n* * *\n\nThe **morning** was cold and grey.\n"
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    for at, suffix in enumerate(steps):
        data = export(read(path).manuscript, suffix)
        path = tmp_path / f"{at}{suffix}"
        path.write_bytes(data)
    found = rich(read(path).manuscript)
    assert [each.text for each in found] == ["The Gate", "It was late when he came.", "“No,” she said.", "* * *", "The morning was cold and grey."]
    assert found[3].shape.kind is ShapeKind.MARK
    if ".txt" not in steps:
        assert found[1].marks == (Mark(7, 11, MarkKind.ITALIC),)
        assert found[4].marks == (Mark(4, 11, MarkKind.BOLD),)
