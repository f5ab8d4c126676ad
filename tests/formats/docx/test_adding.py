# SPDX-License-Identifier: GPL-3.0-or-later
"""New parts in a document; everything else byte for byte."""

from __future__ import annotations

import io
import zipfile

from redraft.formats.docx.adding import NewPart, added
from redraft.formats.docx.writer import write
from redraft.formats.flow import Block
from redraft.formats.guards import Package

PLAIN = write([Block("The gate was locked.")])
PART = NewPart("word/extra.xml", b"<extra/>", "application/x-extra+xml", "urn:extra", "word/document.xml")


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {each: opened.read(each) for each in opened.namelist()}


def test_a_new_part_is_known_by_type_and_relationship() -> None:
    found = parts(added(Package(PLAIN, "x"), [PART], {}))
    assert found["word/extra.xml"] == b"<extra/>"
    assert b'PartName="/word/extra.xml"' in found["[Content_Types].xml"]
    assert b'Target="extra.xml"' in found["word/_rels/document.xml.rels"]


def test_all_else_stays() -> None:
    before, after = parts(PLAIN), parts(added(Package(PLAIN, "x"), [PART], {}))
    changed = {"[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert {name: data for name, data in after.items() if name in before and name not in changed} == {
        name: data for name, data in before.items() if name not in changed}


def test_a_part_that_is_there_is_replaced_and_not_announced_twice() -> None:
    once = added(Package(PLAIN, "x"), [PART], {})
    found = parts(added(Package(once, "x"), [NewPart("word/extra.xml", b"<other/>", PART.content_type, PART.relation, PART.owner)], {}))
    assert found["word/extra.xml"] == b"<other/>"
    assert found["[Content_Types].xml"].count(b"extra.xml") == 1 == found["word/_rels/document.xml.rels"].count(b"extra.xml")


def test_a_part_of_the_package_itself() -> None:
    found = parts(added(Package(PLAIN, "x"), [NewPart("docProps/x.xml", b"<x/>", "t", "urn:x")], {"word/settings.xml": b"<s/>"}))
    assert b'Target="docProps/x.xml"' in found["_rels/.rels"] and found["word/settings.xml"] == b"<s/>"
