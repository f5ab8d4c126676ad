# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes to a document that records them are tracked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import pytest
from lxml import etree

from redraft.formats.odt.codec import read as read_document
from redraft.formats.odt.names import q
from redraft.formats.registry import render
from redraft.manuscript.model import Manuscript, Original, SourceFile
from redraft.manuscript.session import Session
from tests.formats.odt.made import odt
from tests.formats.shown import lines

RECORDS = "<text:tracked-changes/>"
STORY = '<text:p text:style-name="P1">He <text:span text:style-name="T1">teh bold</text:span> cat.</text:p><text:p>two</text:p><text:p>three</text:p>'


def edited(body: str, first: int, last: int, texts: Sequence[str]) -> bytes:
    data = odt(body)
    document = read_document(data, "story.odt", 0, 0)
    source = SourceFile(None, "odt", original=Original("odt", data, document.paragraphs))
    session = Session(Manuscript(None, (source,), document.paragraphs))
    session.replace(first, last, texts, label="edit", initiator="test")
    return render(session.manuscript)


def shown(data: bytes) -> list[str]:
    return lines(read_document(data, "story.odt", 0, 0).paragraphs)


def deletions(data: bytes) -> list[str]:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("content.xml"))
    return ["|".join("".join(paragraph.itertext()) for paragraph in each.iter(q("text:p"))) for each in root.iter(q("text:deletion"))]


@pytest.mark.parametrize(
    ("first", "last", "texts", "wanted", "gone"),
    [
        (0, 1, ["He the bold cat."], ["He [b:t{deleted:eh}[+:he] bold] cat."], ["eh"]),
        (0, 1, ["He the big cat."], ["He [b:t"], ["old", "eh"]),
        (1, 2, ["two and a half"], ["two[+: and a half]"], []),
        (1, 2, [], ["{deleted:"], ["|two"]),
        (0, 1, [], ["{deleted:"], ["He teh bold cat.|"]),
        (1, 1, ["new"], ["[+:new]"], []),
        (0, 0, ["new"], ["[+:new]"], []),
        (1, 2, ["tw", "o"], ["tw", "[+:o]"], ["o"]),
    ],
)
def test_words_and_paragraphs(first: int, last: int, texts: list[str], wanted: list[str], gone: list[str]) -> None:
    data = edited(RECORDS + STORY, first, last, texts)
    found = shown(data)
    assert all(any(each in line for line in found) for each in wanted), found
    assert deletions(data) == gone
    plain = [each.text for each in read_document(data, "story.odt", 0, 0).paragraphs]
    story = ["He teh bold cat.", "two", "three"]
    assert plain == [*story[:first], *texts, *story[last:]]


def test_ids_stay_single_and_the_file_s_own_changes_stay() -> None:
    own = (
        "<text:tracked-changes><text:changed-region xml:id='redraft0' text:id='redraft0'><text:insertion><office:change-info>"
        "<dc:creator>A</dc:creator><dc:date>2024-01-02T03:04:05</dc:date></office:change-info></text:insertion></text:changed-region>"
        "</text:tracked-changes><text:p>a <text:change-start text:change-id='redraft0'/>b<text:change-end text:change-id='redraft0'/></text:p>"
    )
    data = edited(own, 0, 1, ["a b c"])
    assert zipfile.ZipFile(io.BytesIO(data)).read("content.xml").count(b"xml:id=") == 2


def test_a_document_that_does_not_record_has_nothing_tracked() -> None:
    for head in ("", "<text:tracked-changes text:track-changes='false'/>"):
        assert deletions(edited(head + STORY, 1, 2, [])) == []
