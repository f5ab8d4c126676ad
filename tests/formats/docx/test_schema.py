# SPDX-License-Identifier: GPL-3.0-or-later
"""Every document that is written passes a schema validator: the package openxml-audit, which carries the schemas."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from redraft.formats.docx.commenting import Comment, commented
from redraft.formats.docx.hands import Revision
from redraft.formats.docx.identity import with_copy_id
from redraft.formats.docx.patch import patched
from redraft.formats.docx.skeleton import LAYOUTS
from redraft.formats.docx.writer import write
from redraft.formats.flow import Block
from redraft.formats.registry import render
from redraft.manuscript.marks import Mark, MarkKind
from redraft.manuscript.session import Session
from redraft.manuscript.shape import Align, Shape, ShapeKind
from tests.formats.docx.drawn import documents
from tests.formats.docx.made import docx, main_part, para, session
from tests.formats.docx.test_drawn import CORRECTIONS, correct

audit = pytest.importorskip("openxml_audit", reason="the schema validator (openxml-audit) is not installed")

EVERYTHING = [
    Block("The Story", (), Shape(ShapeKind.TITLE)),
    Block("One", (), Shape(ShapeKind.HEADING, 1)),
    Block("All looks", tuple(Mark(0, 9, kind) for kind in (MarkKind.BOLD, MarkKind.ITALIC, MarkKind.UNDERLINE, MarkKind.STRIKE, MarkKind.SMALL_CAPS, MarkKind.SUPERSCRIPT))),
    Block("A link.", (Mark(2, 6, MarkKind.LINK, "https://example.org/?a=1&b=2"), Mark(7, 7, MarkKind.NOTE, "Said <so>.\nTwice."))),
    Block("Lieu", (Mark(0, 4, MarkKind.LANGUAGE, "fr-FR"), Mark(0, 4, MarkKind.LINK, "#one"))),
    Block("* * *", (), Shape(ShapeKind.MARK)),
    Block("item", (), Shape(ShapeKind.ITEM, 1)), Block("item", (), Shape(ShapeKind.ITEM, 0, numbered=True)),
    Block("tab\tbreak\u2028hyphen\u2011", (), Shape(ShapeKind.QUOTE, align=Align.RIGHT)), Block("verse", (), Shape(ShapeKind.VERSE)), Block(""),
]


def errors(data: bytes, folder: Path) -> set[str]:
    path = folder / "document.docx"
    path.write_bytes(data)
    return {f"{each.part_uri}: {each.description}" for each in audit.OpenXmlValidator(max_errors=200).validate(str(path)).errors}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_new_documents_are_valid(layout: str, tmp_path: Path) -> None:
    assert not errors(write(EVERYTHING, layout), tmp_path)
    assert not errors(write([Block("Only words.")], layout), tmp_path)


def test_the_validator_finds_a_wrong_order(tmp_path: Path) -> None:
    wrong = docx(para('<w:r><w:rPr><w:u w:val="single"/><w:b/></w:rPr><w:t>x</w:t></w:r>'))
    assert any("'b'" in each for each in errors(wrong, tmp_path))


def rich_story() -> Session:
    return session(write(EVERYTHING))


def test_saved_with_new_looks_shapes_and_paragraphs(tmp_path: Path) -> None:
    story = rich_story()
    story.replace(2, 4, ["All looks", "and more", "A long link!"], label="x", initiator="t")
    for kind in (MarkKind.UNDERLINE, MarkKind.SUBSCRIPT, MarkKind.BOLD):
        story.set_look(3, 0, 4, 3, kind, True, label="x", initiator="t")
    original = story.manuscript.files[0].original
    assert original is not None
    assert not errors(render(story.manuscript), tmp_path)
    assert not errors(patched(original, story.paragraphs, "s", Revision("Ann")), tmp_path)


@given(documents(), CORRECTIONS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_correction_brings_an_error(tmp_path: Path, data: bytes, corrections: list[tuple[int, int, int, str]]) -> None:
    story = session(data)
    correct(story, corrections)
    original = story.manuscript.files[0].original
    assert original is not None
    known = errors(data, tmp_path)
    assert errors(render(story.manuscript), tmp_path) <= known
    assert errors(patched(original, story.paragraphs, "s", Revision("Ann")), tmp_path) <= known


def test_a_change_of_shape_is_tracked_in_the_right_place(tmp_path: Path) -> None:
    story = session(write([Block("One"), Block("Two", (), Shape(ShapeKind.QUOTE))]))
    original = story.manuscript.files[0].original
    assert original is not None
    quoted = [replace(story.paragraphs[0], shape=Shape(ShapeKind.QUOTE)), story.paragraphs[1]]
    made = patched(original, quoted, "s", Revision("Ann"))
    assert "pPrChange" in main_part(made) and not errors(made, tmp_path)


def test_with_comments_and_the_copy_that_it_is(tmp_path: Path) -> None:
    replies = (Comment("Bo", "2026-03-02T10:00:00Z", "Because."), Comment("Ann", "", "Oh."))
    comments = [Comment("Ann", "2026-03-01T10:00:00Z", "Two\nlines", 3, 15, replies, True), Comment("Cy", "", "at a point"), Comment("Cy", "", "long", 5, 60)]
    data = with_copy_id(commented(write(EVERYTHING), comments), "ab" * 32)
    assert not errors(data, tmp_path)
    assert not errors(with_copy_id(commented(data, comments), "cd" * 32), tmp_path)
