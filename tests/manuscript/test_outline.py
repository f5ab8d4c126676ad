# SPDX-License-Identifier: GPL-3.0-or-later
"""Scenes in whole texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from redraft.formats.plain import parse
from redraft.formats.registry import read
from redraft.manuscript.model import Paragraph
from redraft.manuscript.outline import Break, Kind, Outline, SceneDecisions, key_of, outline
from redraft.manuscript.shape import Shape, ShapeKind

LONG = "The lamp had burned low before anybody thought of the boy, who sat on the third stair with his boots in his lap. " * 4


def made(text: str, decisions: SceneDecisions | None = None) -> Outline:
    return outline(parse(text).paragraphs, decisions)


def breaks(found: Outline) -> list[tuple[str, str]]:
    return [(scene.break_.value, scene.label[:12]) for scene in found.scenes]


def test_one_scene_without_marks() -> None:
    assert breaks(made(f"{LONG}\n\n{LONG}")) == [("start", "The lamp had")]


def test_headings_and_marks() -> None:
    text = "\n\n".join(["Chapter One", LONG, "* * *", LONG, "Chapter Two: Gate", "Anko’s POV", LONG, "oOo", "Ren's POV", LONG])
    found = made(text)
    assert breaks(found) == [("heading", "Chapter One"), ("mark", "The lamp had"), ("heading", "Chapter Two:"), ("mark", "Ren's POV")]
    assert found.scenes[2].title == "Chapter Two: Gate · Anko’s POV"
    assert [found.scene_of(each) for each in range(10)] == [1, 1, 2, 2, 3, 3, 3, 4, 4, 4]


def test_a_part_and_its_chapter_are_one_break() -> None:
    found = made("\n\n".join(["Part One", "Chapter 1", LONG]))
    assert [(scene.title, scene.break_) for scene in found.scenes] == [("Part One · Chapter 1", Break.HEADING)]


def test_setext_headings() -> None:
    found = made(f"The Gate\n========\n\n{LONG}\n\nThe Wall\n--------\n\n{LONG}\n\n---\n\n{LONG}")
    assert breaks(found) == [("heading", "The Gate"), ("heading", "The Wall"), ("mark", "The lamp had")]


def test_larger_gaps() -> None:
    assert [each.break_ for each in made(f"{LONG}\n{LONG}\n{LONG}\n\n{LONG}\n{LONG}").scenes] == [Break.START, Break.BLANK]
    assert len(made(f"{LONG}\n\n{LONG}\n\n{LONG}\n\n{LONG}").scenes) == 1


def test_jumps_are_inferred_and_decided() -> None:
    text = f"{LONG}\n\nThree days later, nobody had come. {LONG}\n\nThe next day he left. {LONG}"
    found = made(text)
    assert [each.break_ for each in found.scenes] == [Break.START, Break.INFERRED, Break.INFERRED]
    assert "Three days later" in found.scenes[1].evidence
    kept, gone = found.scenes[1].key, found.scenes[2].key
    decided = made(text, SceneDecisions(frozenset({kept}), frozenset({gone})))
    assert [(each.break_, each.accepted) for each in decided.scenes] == [(Break.START, False), (Break.INFERRED, True)]


def test_a_jump_right_after_a_break_is_no_second_one() -> None:
    assert len(made(f"{LONG}\n\n* * *\n\nThree days later, he came.\n\nThe next morning, he left.\n\n{LONG}").scenes) == 2


def test_keys_survive_markup_and_quotes() -> None:
    assert key_of("*Three* days later, it’s done.") == key_of("Three days later, it's done.")


def test_notes_belong_to_no_scene_and_end_none() -> None:
    found = made(f"{LONG}\n\n(A/N: hello)\n\n{LONG}\n\n* * *\n\nA/N: Bye.")
    assert len(found.scenes) == 1
    assert (found.scenes[0].first, found.scenes[0].last) == (0, 3)
    assert [found.scene_of(each) for each in range(5)] == [1, 0, 1, 0, 0]


def test_nothing_has_no_scenes() -> None:
    found = made("")
    assert found.scenes == () and found.kinds == (Kind.EMPTY,)
    assert outline([]) == Outline()
    assert found.scene_of(5) == 0


@pytest.mark.parametrize("name", ["01-the-thirteenth-stroke.txt", "02-the-abduction-of-big-reg.md", "03-attempted-delivery.txt", "04-what-the-inkfox-owes.txt"])
def test_the_sample_stories_have_the_scenes_that_their_keys_name(name: str) -> None:
    import tomllib

    path = Path(__file__).parents[2] / "seeds" / name
    key = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))
    paragraphs = read(path).manuscript.paragraphs
    found = outline(paragraphs)
    expected = [(each["number"], each["break"]) for each in key["scene"] if each["number"]]
    assert [(scene.number, scene.break_.value) for scene in found.scenes] == expected
    starts = [each["starts"] for each in key["scene"] if each["number"]]
    assert all(paragraphs[scene.first].text.startswith(words) for scene, words in zip(found.scenes, starts, strict=True))
    notes = [each["starts"] for each in key["scene"] if not each["number"]]
    for words in notes:
        place = next(index for index, each in enumerate(paragraphs) if each.text.startswith(words))
        assert found.scene_of(place) == 0


def test_the_drafts_have_their_scenes(shared: Path) -> None:
    opening = outline(read(shared / "manuscripts" / "000_ca68ce501b570f95.opening.txt").manuscript.paragraphs)
    assert [each.break_ for each in opening.scenes] == [Break.START, Break.BLANK]
    whole = outline(read(shared / "manuscripts" / "001_02852ba29f5aba32.txt").manuscript.paragraphs)
    assert {each.break_ for each in whole.scenes[1:]} == {Break.INFERRED}


def test_a_documents_formatting_says_what_its_words_do_not() -> None:
    def made(number: int, text: str, kind: ShapeKind, level: int = 0) -> Paragraph:
        return Paragraph(number, text, text, shape=Shape(kind, level))

    story = [
        made(0, "The Long Way", ShapeKind.TITLE), made(1, "Where it begins for her", ShapeKind.HEADING, 1),
        made(2, "She walked in.", ShapeKind.BODY), made(3, "", ShapeKind.MARK), made(4, "He walked out.", ShapeKind.BODY),
        made(5, "And ends", ShapeKind.HEADING, 1), made(6, "They met.", ShapeKind.BODY),
    ]
    found = outline(story)
    assert found.kinds == (Kind.FRONT, Kind.HEADING, Kind.BODY, Kind.MARK, Kind.BODY, Kind.HEADING, Kind.BODY)
    assert [(each.title, each.break_) for each in found.scenes] == [
        ("Where it begins for her", Break.HEADING), ("", Break.MARK), ("And ends", Break.HEADING),
    ]
