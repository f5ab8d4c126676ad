# SPDX-License-Identifier: GPL-3.0-or-later
"""EPUB books."""

from __future__ import annotations

import io
import zipfile

import pytest

from redraft.formats.epub.codec import read
from redraft.formats.errors import Broken, OnlyRead, RightsManaged, Unsafe
from redraft.formats.registry import render
from redraft.manuscript.model import Manuscript, Original, Paragraph, SourceFile
from redraft.manuscript.session import Session
from tests.formats.shown import lines
from tests.formats.zips import zipped

CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
PAGE = '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://example.org/x.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>{}</body></html>'


def opf(spine: str, more: str = "") -> str:
    return (
        '<!DOCTYPE package><package xmlns="http://www.idpf.org/2007/opf"><manifest>'
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="a" href="Text/one%20more.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="Text/../two.html" media-type="application/xhtml+xml"/><item id="toc" href="toc.html" media-type="text/html"/>'
        '<item id="lost" href="lost.xhtml" media-type="application/xhtml+xml"/><item id="p" href="p.svg" media-type="image/svg+xml"/>'
        '<item id="c" href="s.css" media-type="text/css"/></manifest>'
        f'<spine>{"".join(f"<itemref idref={each!r}/>" for each in spine.split())}{more}</spine>'
        '<guide><reference type="toc" href="toc.html#x"/></guide></package>'
    )


def book(spine: str = "nav b toc a p", more: str = "", **others: str) -> bytes:
    parts = {
        "mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "OPS/book.opf": opf(spine, more),
        "OPS/nav.xhtml": PAGE.format("<nav>x</nav><p>contents</p>"), "OPS/toc.html": PAGE.format("<p>contents too</p>"),
        "OPS/Text/one more.xhtml": PAGE.format("<h1>Two</h1><p>said&nbsp;<span class='i'>so</span><sup><a href='n.xhtml#n1'>1</a></sup></p>"),
        "OPS/two.html": PAGE.format("<h2>One</h2><p>First<a id='x'/>.</p><hr/>"), "OPS/s.css": ".i{font-style:italic}", **others,
    }  # fmt: skip
    return zipped(parts, stored=("mimetype",))


def test_chapters_in_the_order_of_the_spine_without_contents() -> None:
    assert lines(read(book(), "b.epub", 0, 0).paragraphs) == ["## One", "First.", "~ * * *", "# Two", "said\xa0[i:so]{note:}"]


def test_what_is_beside_the_story_is_left_out_and_what_is_missing_said() -> None:
    document = read(book("lost b", '<itemref idref="a" linear="no"/>'), "b.epub", 0, 0)
    assert lines(document.paragraphs) == ["## One", "First.", "~ * * *"]
    assert document.notices == ("A chapter that the book's contents name is not in “b.epub”.",)


def test_without_a_container_the_package_document_is_looked_for() -> None:
    assert read(book(**{"META-INF/container.xml": "<container/>"}), "b.epub", 0, 0).paragraphs[0].text == "One"


def locked(algorithm: str) -> str:
    return f'<encryption><EncryptedData><EncryptionMethod Algorithm="{algorithm}"/></EncryptedData></encryption>'


def test_rights_management_is_said_and_scrambled_fonts_are_none() -> None:
    with pytest.raises(RightsManaged, match="DRM"):
        read(book(**{"META-INF/encryption.xml": locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc")}), "b.epub", 0, 0)
    assert read(book(**{"META-INF/encryption.xml": locked("http://www.idpf.org/2008/embedding")}), "b.epub", 0, 0).paragraphs


def test_a_book_without_chapters() -> None:
    with pytest.raises(Broken, match="no chapters"):
        read(book("nav"), "b.epub", 0, 0)
    with pytest.raises(Broken, match="list of its chapters"):
        read(zipped({"META-INF/container.xml": "<container/>"}), "b.epub", 0, 0)


def test_entities_in_the_package_document_are_refused() -> None:
    with pytest.raises(Unsafe):
        read(book(**{"OPS/book.opf": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><package/>"}), "b.epub", 0, 0)


def test_a_book_whose_only_page_is_called_its_contents() -> None:
    assert read(book("toc"), "b.epub", 0, 0).paragraphs[0].text == "contents too"


def test_notes_that_stand_in_a_page_of_their_own() -> None:
    pages = {"OPS/Text/one more.xhtml": PAGE.format("<p>so<sup><a href='../two.html#n1'>1</a></sup></p>"),
             "OPS/two.html": PAGE.format("<section xmlns:epub='http://www.idpf.org/2007/ops' epub:type='endnotes'><p id='n1'>A note.</p></section>")}  # fmt: skip
    assert lines(read(book("a b", **pages), "b.epub", 0, 0).paragraphs) == ["so{note:A note.}"]


def opened(data: bytes) -> Session:
    document = read(data, "b.epub", 0, 0)
    source = SourceFile(None, "epub", original=Original("epub", data, document.paragraphs))
    return Session(Manuscript(None, (source,), document.paragraphs))


def test_only_the_chapter_that_changed_is_written() -> None:
    session = opened(book())
    assert render(session.manuscript) == book()
    session.replace(1, 2, ["First, then.", "And second."], label="edit", initiator="test")
    session.replace(4, 4, ["Behind the rule."], label="edit", initiator="test")
    data = render(session.manuscript)
    assert lines(read(data, "b.epub", 0, 0).paragraphs) == [
        "## One", "First, then.", "And second.", "~ * * *", "Behind the rule.", "# Two", "said\xa0[i:so]{note:}",
    ]  # fmt: skip
    before, now = (zipfile.ZipFile(io.BytesIO(each)) for each in (book(), data))
    assert before.namelist() == now.namelist()
    assert [each for each in now.namelist() if before.read(each) != now.read(each)] == ["OPS/two.html"]
    page = now.read("OPS/two.html").decode()
    assert page == PAGE.format("<h2>One</h2><p>First, then<a id='x'/>.</p>\n<p>And second.</p><hr/>\n<p>Behind the rule.</p>")


def test_no_story_is_made_a_book() -> None:
    story = Manuscript(None, (SourceFile(None, "epub"),), (Paragraph(0, "a", "a"),))
    with pytest.raises(OnlyRead):
        render(story)
