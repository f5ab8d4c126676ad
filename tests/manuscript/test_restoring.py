# SPDX-License-Identifier: GPL-3.0-or-later
"""An earlier state, or one scene of it, comes back; what is still the same paragraph keeps its id."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redraft.formats import registry
from redraft.formats.registry import read_bytes
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import Manuscript, Paragraph
from redraft.manuscript.restoring import restored, with_scene
from redraft.manuscript.session import Session
from tests.ui.documents import docx, odt

GATE = "# The gate\n\nThe gate was shut, and Anna stood before it with the lamp in her hand. Nobody came.\n\n"
RIVER = "# The river\n\nThe river was high that night. Berta swam, the water cold around her shoulders.\n\nShe lived.\n\n"
ROAD = "# The road\n\nOn the road they met a pedlar who sold them thread, needles and bad news.\n"
STORY = GATE + RIVER + ROAD


def of(text: str) -> Manuscript:
    return read_bytes(text.encode(), "story.md").manuscript


def saved(manuscript: Manuscript, paragraphs: list[Paragraph] | tuple[Paragraph, ...]) -> str:
    """What the file holds once the paragraphs stand there, by one step of undo."""
    session = Session(manuscript)
    session.bring_back(paragraphs, label="restoring", initiator="history")
    text = registry.render(session.manuscript).decode()
    session.undo()
    assert session.manuscript.paragraphs == manuscript.paragraphs
    return text


@given(st.lists(st.sampled_from([GATE, RIVER, ROAD, "Some words. ", "\n\n", "  Indented.\n"]), max_size=6),
       st.lists(st.sampled_from([GATE, RIVER, ROAD, "Other words. ", "\n\n", "  Indented.\n"]), max_size=6))
def test_the_whole_comes_back_as_it_was(now: list[str], then: list[str]) -> None:
    present, earlier = of("".join(now)), of("".join(then))
    made = restored(present.paragraphs, earlier.paragraphs, rich=False)
    assert len({each.id for each in made}) == len(made)
    assert saved(present, made).strip() == "".join(then).strip()


def test_what_is_the_same_paragraph_keeps_its_id() -> None:
    now, then = of(STORY.replace("high", "very high").replace("She lived.\n\n", "")), of(STORY)
    made = restored(now.paragraphs, then.paragraphs, rich=False)
    before = {each.text.split()[-1]: each.id for each in now.paragraphs}
    assert [each.id == before.get(each.text.split()[-1]) for each in made] == [True, True, True, True, False, True, True]


@pytest.mark.parametrize("changed", [
    STORY.replace("The river was high that night. Berta swam, the", "The stream was low that night. Berta waded, the"),
    STORY.replace("# The river", "# The stream"),
    ROAD + "\n" + GATE + RIVER.replace("She lived", "She died"),
    STORY.replace("The gate was shut", "The gate stood open"),
])
def test_one_scene_comes_back_in_the_place_of_what_it_became(changed: str) -> None:
    now, then = of(changed), of(STORY)
    back = with_scene(now.paragraphs, then.paragraphs, 2, rich=False)
    assert back.name == "“The river”" and back.instead
    text = saved(now, back.paragraphs)
    assert RIVER.strip() in text
    rest = {part.strip() for part in changed.split("# ") if "Berta" not in part}
    assert {part.strip() for part in text.split("# ") if "Berta" not in part} == rest


@pytest.mark.parametrize(("number", "missing", "whole"), [
    (1, RIVER + ROAD, STORY), (2, GATE + ROAD, STORY), (3, GATE + RIVER, STORY), (2, "", RIVER)])
def test_a_scene_that_is_gone_is_put_in_where_it_stood(number: int, missing: str, whole: str) -> None:
    now, then = of(missing), of(STORY)
    back = with_scene(now.paragraphs, then.paragraphs, number, rich=False)
    assert not back.instead and saved(now, back.paragraphs).split() == whole.split()
    if missing:
        assert saved(now, back.paragraphs).strip() == whole.strip()


@pytest.mark.parametrize("number", [0, 4, -1])
def test_there_must_be_such_a_scene(number: int) -> None:
    with pytest.raises(ValueError):
        with_scene(of(STORY).paragraphs, of(STORY).paragraphs, number, rich=False)


@pytest.mark.parametrize("made", [docx, odt])
def test_a_document_gets_words_and_looks_of_then_and_keeps_what_else_it_holds(tmp_path: Path, made: object) -> None:
    path = made(tmp_path / f"story.{made.__name__}")  # type: ignore[operator, attr-defined]
    then = registry.read(path).manuscript
    session = Session(then)
    session.replace(1, 2, ["She was here. It was early.", "A new paragraph."], label="x", initiator="t")
    session.set_look(4, 0, 4, 4, MarkKind.ITALIC, True, label="x", initiator="t")
    session.replace(6, 7, [], label="x", initiator="t")
    now = session.manuscript
    session.bring_back(restored(now.paragraphs, then.paragraphs, rich=True), label="x", initiator="history")
    path.write_bytes(registry.render(session.manuscript))
    found = registry.read(path).manuscript.paragraphs
    assert [each.text for each in found] == [each.text for each in then.paragraphs]
    assert [each.shape.kind for each in found] == [each.shape.kind for each in then.paragraphs]
    looks = [[(mark.start, mark.end, mark.kind) for mark in each.marks] for each in found]
    assert looks == [[(mark.start, mark.end, mark.kind) for mark in each.marks] for each in then.paragraphs]
    session.undo()
    assert session.manuscript.paragraphs == now.paragraphs
