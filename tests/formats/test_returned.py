# SPDX-License-Identifier: GPL-3.0-or-later
"""A document that came back: as it is, as it was, and in whose hand."""

from __future__ import annotations

from redraft.formats.docx.hands import Revision
from redraft.formats.docx.identity import with_copy_id
from redraft.formats.docx.patch import patched
from redraft.formats.docx.writer import write
from redraft.formats.flow import Block
from redraft.formats.odt.writer import write_odt
from redraft.formats.registry import read_bytes
from redraft.formats.returned import returned
from redraft.manuscript.session import Session

LINES = ["The gate was locked.", "A lamp burned."]
PLAIN = write([Block(each) for each in LINES])


def test_nothing_tracked() -> None:
    back = returned(with_copy_id(PLAIN, "ab" * 32), "x.docx")
    assert (back.form, back.before, back.copy, back.author) == ("docx", None, "ab" * 32, "")
    assert back.manuscript.source == "\n".join(LINES)


def test_tracked_changes_have_a_before_and_a_hand() -> None:
    manuscript = read_bytes(PLAIN, "x.docx").manuscript
    session = Session(manuscript)
    session.replace(0, 1, ["The gate stood open."], label="x", initiator="x")
    original = manuscript.files[0].original
    assert original is not None
    back = returned(patched(original, session.paragraphs, "x", Revision("Edna Editor")), "x.docx")
    assert back.before == "\n".join(LINES)
    assert back.manuscript.source == "The gate stood open.\nA lamp burned."
    assert back.author == "Edna Editor" and back.when


def test_an_opendocument_text() -> None:
    back = returned(write_odt([Block(each) for each in LINES]), "x.odt")
    assert (back.form, back.before, back.copy) == ("odt", None, "")
    assert "The gate was locked." in back.manuscript.source
