# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that name pictures, styles, pages and schemes elsewhere: nothing of it is fetched, no file beside them is read."""

from __future__ import annotations

import builtins
import io
import os
import socket
from pathlib import Path

import pytest

from redraft.commands.receiving import receive
from redraft.formats.registry import read, render
from redraft.manuscript.session import Session
from redraft.storage.notes import NoteStore
from tests.formats.docx.made import docx, para
from tests.formats.epub.test_codec import CONTAINER, PAGE, opf
from tests.formats.odt.made import odt
from tests.formats.zips import zipped

FAR = "http://example.org/x"
SECRET = "file:///etc/hostname"
REMOTE = (
    f'<p>So.</p><img src="{FAR}.png"/><link rel="stylesheet" href="{FAR}.css"/><script src="{FAR}.js"></script>'
    f'<iframe src="{FAR}.html"></iframe><object data="{SECRET}"></object><style>@import url({FAR}.css);</style>'
    f'<base href="{FAR}"/><p style="background:url({SECRET})">More.</p>'
)
TEMPLATE = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="{FAR}.dotm"
TargetMode="External"/></Relationships>"""
FILES = {
    "page.html": f"<!DOCTYPE html><html><body>{REMOTE}</body></html>".encode(),
    "xpage.xhtml": f'<?xml version="1.0"?><?xml-stylesheet href="{FAR}.css"?><!DOCTYPE html SYSTEM "{FAR}.dtd">'
                   f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{REMOTE}</body></html>'.encode(),
    "book.epub": zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OPS/book.opf": opf("a b"),
                         "OPS/Text/one more.xhtml": PAGE.format(REMOTE), "OPS/two.html": PAGE.format(REMOTE)}, stored=("mimetype",)),
    "story.docx": docx(para("So."), f'<w:p><w:r><w:drawing r:link="{FAR}.png"/></w:r></w:p>', para("More."),
                       parts={"_rels/settings.xml.rels": TEMPLATE}, links={"rId9": FAR}),
    "story.odt": odt(f'<text:p>So.<draw:frame><draw:image xlink:href="{FAR}.png"/></draw:frame></text:p>'
                     f'<text:section><text:section-source xlink:href="{SECRET}"/></text:section><text:p>More.</text:p>'),
    "story.rtf": (r"{\rtf1{\*\template " + FAR + r".dotm}So.\par{\field{\*\fldinst INCLUDEPICTURE " + FAR
                  + r".png}{\fldrslt x}}{\field{\*\fldinst INCLUDETEXT /etc/hostname}{\fldrslt y}}\par More.\par}").encode(),
    "story.md": f"So.\n\n![x]({FAR}.png)\n\n<img src='{FAR}'>\n\nMore.\n".encode(),
}  # fmt: skip


@pytest.fixture
def walled_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder out of which nothing reaches: no socket, and no other file but the program's own."""
    def refuse(*told: object, **more: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    opened = builtins.open

    def watched(file: object, *told: object, **more: object) -> object:
        assert isinstance(file, int) or not os.fspath(file).startswith("/etc"), f"{file} was read"
        return opened(file, *told, **more)

    monkeypatch.setattr(builtins, "open", watched)
    monkeypatch.setattr(io, "open", watched)
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_names_what_lies_elsewhere(walled_in: Path, name: str) -> None:
    path = walled_in / name
    path.write_bytes(FILES[name])
    manuscript = read(path).manuscript
    texts = [each.text for each in manuscript.paragraphs]
    assert any("So." in each for each in texts) and any("More." in each for each in texts)
    assert Path("/etc/hostname").name not in " ".join(texts)
    session = Session(manuscript)
    at = next(index for index, each in enumerate(texts) if each.startswith("So."))
    session.replace(at, at + 1, [texts[at] + " And"], label="edit", initiator="test")
    path.write_bytes(render(session.manuscript))
    assert read(path).manuscript.paragraphs[at].text.endswith("And")


@pytest.mark.parametrize("name", ["story.docx", "story.odt"])
def test_what_a_reader_sends_back(walled_in: Path, name: str) -> None:
    story, file = walled_in / "own.md", walled_in / name
    story.write_text("So. And so on.\n\nMore.\n")
    file.write_bytes(FILES[name])
    receive([file], read(story).manuscript, NoteStore.open(story))


def test_a_mail_of_markup_and_a_file_of_notes(walled_in: Path) -> None:
    story = walled_in / "own.md"
    story.write_text("So.\n\nMore.\n")
    mail = walled_in / "mail.eml"
    mail.write_bytes(b"From: Ann\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>\xc2\xb6 1: nice</p>" + REMOTE.encode())
    notes = walled_in / "notes.json"
    notes.write_text('{"redraft": {"version": 1}, "annotations": [{"type": "Annotation", "id": "' + FAR + '", "body": "Nice.", '
                     '"target": "' + SECRET + '", "@context": "' + FAR + '"}]}')
    report = receive([mail, notes], read(story).manuscript, NoteStore.open(story), foreign=True)
    assert report.new
