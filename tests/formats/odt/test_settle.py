# SPDX-License-Identifier: GPL-3.0-or-later
"""Tracked changes accepted or rejected in the manuscript leave the file's list; the others stay in it."""

from __future__ import annotations

import pytest

from redraft.formats.odt.codec import read as read_document
from redraft.formats.registry import read_bytes, render
from redraft.manuscript.revising import revised, tracked_changes
from redraft.manuscript.session import Change, Place, Session, Transaction
from tests.formats.odt.made import odt

_WHO = "<office:change-info><dc:creator>Ann</dc:creator><dc:date>2024-01-02T03:04:05</dc:date></office:change-info>"
TEXT = (
    f"<text:tracked-changes><text:changed-region text:id='c1'><text:deletion>{_WHO}<text:p>is</text:p></text:deletion>"
    f"</text:changed-region><text:changed-region text:id='c2'><text:insertion>{_WHO}</text:insertion>"
    "</text:changed-region></text:tracked-changes><text:p>He <text:change text:change-id='c1'/>"
    "<text:change-start text:change-id='c2'/>was<text:change-end text:change-id='c2'/> here.</text:p>"
)


@pytest.mark.parametrize(("change", "accept", "text", "left"), [
    (0, True, "He was here.", ["inserted"]), (1, True, "He was here.", ["deleted"]),
    (0, False, "He iswas here.", ["inserted"]), (1, False, "He  here.", ["deleted"]),
])
def test_one_is_settled_the_other_stays(change: int, accept: bool, text: str, left: list[str]) -> None:
    story = Session(read_bytes(odt(TEXT), "story.odt").manuscript)
    old = story.paragraphs[0]
    new = revised(old, tracked_changes(old)[change], accept=accept)
    story.commit(Transaction("x", [Change(0, (old,), (new,))], Place(), Place()), "test")
    again = read_document(render(story.manuscript), "story.odt", 0, 0).paragraphs[0]
    assert again.text == text and [each.kind.value for each in again.marks] == left


def test_a_file_whose_changes_stay_is_the_same_file() -> None:
    data = odt(TEXT)
    assert render(read_bytes(data, "story.odt").manuscript) == data
