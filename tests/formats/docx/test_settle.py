# SPDX-License-Identifier: GPL-3.0-or-later
"""Single tracked changes, accepted or rejected in the manuscript, are so in the file; the others stay tracked."""

from __future__ import annotations

import pytest

from redraft.formats.registry import render
from redraft.manuscript.revising import revised, tracked_changes
from redraft.manuscript.session import Change, Place, Session, Transaction
from tests.formats.docx.made import docx, main_part, para, paragraphs, run, session, texts

WHO = 'w:author="Ann" w:date="2026-01-02T10:00:00Z"'


def ins(text: str, number: int = 1, properties: str = "") -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="{number}" {WHO}>{run(text, properties)}</w:ins>'


def gone(text: str, number: int = 2, properties: str = "") -> str:
    """A tracked deletion."""
    return f'<w:del w:id="{number}" {WHO}>{run(text, properties).replace("w:t", "w:delText")}</w:del>'


def settle(story: Session, index: int, change: int, *, accept: bool) -> None:
    """Accept or reject a tracked change of a paragraph, as the editor does."""
    old = story.paragraphs[index]
    new = revised(old, tracked_changes(old)[change], accept=accept)
    story.commit(Transaction("x", [Change(index, (old,), (new,))], Place(), Place()), "test")


DATA = docx(para("He ", gone("is", 1), ins("was", 2), " here", gone(" now", 3, "<w:i/>"), "."), para("Stays."))


def test_a_deletion_and_what_took_its_place_are_one_change() -> None:
    first = session(DATA).paragraphs[0]
    assert [[(mark.kind.value, mark.value[:3]) for mark in each] for each in tracked_changes(first)] == [
        [("deleted", "is"), ("inserted", "Ann")], [("deleted", " no")]]


@pytest.mark.parametrize(("accept", "text"), [(True, "He was here."), (False, "He is here.")])
def test_one_change_is_settled_the_other_stays(accept: bool, text: str) -> None:
    story = session(DATA)
    settle(story, 0, 0, accept=accept)
    assert story.paragraphs[0].text == text
    data = render(story.manuscript)
    again = paragraphs(data)[0]
    assert again.text == text and [each.value for each in again.marks] == [" now"]
    assert main_part(data).count("<w:del ") == 1 and main_part(data).count("<w:ins ") == 0


def test_rejected_words_come_back_with_their_formatting() -> None:
    story = session(docx(para("It is", gone(" so", 3, "<w:vanish/><w:color w:val=\"FF0000\"/>").replace("<w:vanish/>", ""), ".")))
    settle(story, 0, 0, accept=False)
    part = main_part(render(story.manuscript))
    assert '<w:color w:val="FF0000"/>' in part and "<w:del " not in part and "delText" not in part
    assert texts(render(story.manuscript)) == ["It is so."]


def test_edits_beside_a_settled_change_are_saved_too() -> None:
    story = session(DATA)
    settle(story, 0, 1, accept=True)
    story.replace(0, 1, ["So he was here."], label="x", initiator="t")
    data = render(story.manuscript)
    assert texts(data) == ["So he was here.", "Stays."]
    assert main_part(data).count("<w:del ") == main_part(data).count("<w:ins ") == 1


def test_a_paragraph_parted_keeps_its_changes() -> None:
    story = session(DATA)
    story.replace(0, 1, ["He was", "here."], label="x", initiator="t")
    part = main_part(render(story.manuscript))
    assert part.count("<w:del ") == 2 and part.count("<w:ins ") == 1


def test_of_two_deletions_with_the_same_words_the_right_one_goes() -> None:
    story = session(docx(para("One", gone(",", 1), " two", gone(",", 2), " three.")))
    settle(story, 0, 1, accept=False)
    data = render(story.manuscript)
    again = paragraphs(data)[0]
    assert again.text == "One two, three." and [(each.start, each.value) for each in again.marks] == [(3, ",")]


def test_undone_nothing_is_settled() -> None:
    story = session(DATA)
    settle(story, 0, 0, accept=True)
    story.undo()
    assert render(story.manuscript) == DATA
