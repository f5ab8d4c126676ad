# SPDX-License-Identifier: GPL-3.0-or-later
"""Small files of every format, whole and proper, from which changed ones are made."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache

from redraft.formats.archive import packed
from redraft.formats.docx.commenting import Comment, commented
from redraft.formats.docx.hands import Revision
from redraft.formats.docx.tracked import tracked
from redraft.formats.export import export
from redraft.formats.registry import read_bytes
from redraft.manuscript.model import Manuscript
from redraft.manuscript.session import Session
from redraft.notes.note import text_digest

STORY = (
    "# The Lamp\n\n*by Nobody*\n\n## One\n\nThe lamp had *burned low*, and nobody **came**. “You are late,” she said—"
    "and sat down.\n\n* * *\n\n> Dear all, it rains.\n\nIt’s a naïve café; 12 of them — 🙂 — waited.\n\n1. First\n2. "
    "Second\n\n"
    "<i>So</i> it went &amp; ended\\.[^1]\n\n[^1]: A note.\n"
)
_WHEN = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
_PAGE = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T'
    "</title><style>.i{font-style:italic} p.c{text-align:center}</style></head><body><h1>One</h1><p>The <em>lamp</em> "
    '<span class="i">burned</span>&nbsp;low.</p><p class="c">* * *</p><hr/><blockquote><p>So<sup><a href="#n1">1</a>'
    '</sup></p></blockquote><ul><li>a</li><li>b</li></ul><table><tr><td>x</td></tr></table><img src="http://example.org/'
    'x.png" alt="a lamp"/><p id="n1">A note.<br/>Line.</p></body></html>'
)
_OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
    '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="c" href="s.css" media-type="text/css"/>'
    '</manifest><spine><itemref idref="a"/></spine></package>'
)
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/>'
    "</rootfiles></container>"
)
_RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s1 heading 1;}}"
    r"{\info{\title T}}\pard\s1\outlinelevel0 The Lamp\par \pard\qc * * *\par\pard The {\i lamp} had {\b\ul burned} "
    r"low\'97nobody\u8217?s fault.{\footnote A note.}\line So.{\*\atnid A}{\*\atnauthor Ann}\chatn{\*\annotation\pard "
    r"Nice.}\par\trowd\cellx100 x\cell\row{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}{\pict\pngblip 89504e}"
    r"\bin3 abc{\*\bkmkstart b}\revised\revauth1 added\par}"
)
MAIL = (
    "From: Ann <ann@example.org>\nDate: Mon, 06 May 2024 07:08:09 +0000\nMIME-Version: 1.0\nContent-Type: "
    'multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\n\n<p>Hello,</p><blockquote>The '
    "lamp had burned low</blockquote><p>Lovely line.</p><p>3: too long</p>\n--b\n"
    "Content-Type: application/json; name=n.json\n"
    'Content-Disposition: attachment; filename="n.json"\nContent-Transfer-Encoding: base64\n\n'
    "eyJyZWRyYWZ0Ijp7InZlcnNpb24iOjF9LCJhbm5vdGF0aW9ucyI6W119\n--b--\n"
)
LETTER = "On 6 May Ann wrote:\n\n> The lamp had burned low\nLovely line.\n\n3: too long\n“You are late” – who?\n"


def manuscript() -> Manuscript:
    """The story that every document is made of."""
    return read_bytes(STORY.encode(), "story.md").manuscript


@cache
def docx() -> tuple[bytes, ...]:
    """A Word document as it is written anew, and one with comments and tracked changes."""
    before = manuscript()
    session = Session(before)
    session.replace(5, 6, ["The old lamp burned, and somebody came."], label="edit", initiator="sample")
    changed = tracked(before, session.manuscript, Revision("Ann", _WHEN))
    note = Comment("Ann", "2024-05-06T07:08:09Z", "Nice.", 12, 20, (Comment("Bob", "", "Yes."),), True)
    return export(before, ".docx"), commented(changed, [note], "story.docx")


@cache
def odt() -> tuple[bytes, ...]:
    """An OpenDocument text."""
    return (export(manuscript(), ".odt"),)


@cache
def html() -> tuple[bytes, ...]:
    """A web page as it is written here, and one as it is written elsewhere."""
    return export(manuscript(), ".html"), _PAGE.encode()


def epub() -> tuple[bytes, ...]:
    """A book of one chapter."""
    parts = [
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", _CONTAINER.encode()),
        ("OPS/book.opf", _OPF.encode()),
        ("OPS/a.xhtml", _PAGE.encode()),
        ("OPS/s.css", b".i{font-style:italic}"),
    ]
    return (packed(parts, stored=frozenset({"mimetype"})),)


def rtf() -> tuple[bytes, ...]:
    """A document of rich text."""
    return (_RTF.encode(),)


def plain() -> tuple[bytes, ...]:
    """Texts in several encodings, wrapped and not."""
    wrapped = STORY.replace(", ", ",\r\n   ")
    return (
        STORY.encode(),
        STORY.encode("utf-16"),
        wrapped.encode("cp1252", "replace"),
        b"\xef\xbb\xbf" + STORY.encode(),
    )


def reader_file() -> tuple[bytes, ...]:
    """What a reader copy saves."""
    text = manuscript().source
    at = text.index("burned low")
    selectors = [
        {"type": "TextPositionSelector", "start": at, "end": at + 10, "unit": "code point"},
        {"type": "TextQuoteSelector", "exact": "burned low", "prefix": "had *", "suffix": "*, and"},
    ]
    note = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "id": "urn:uuid:1",
        "motivation": "editing",
        "created": "2024-05-06T07:08:09Z",
        "modified": "2024-05-06T07:08:09Z",
        "creator": {"type": "Person", "name": "Ann"},
        "body": [
            {"type": "TextualBody", "purpose": "commenting", "value": "Nice."},
            {"type": "TextualBody", "purpose": "editing", "value": "burned bright"},
            {"type": "TextualBody", "purpose": "tagging", "value": "praise"},
        ],
        "target": {"source": "urn:sha256:" + text_digest(text), "selector": selectors},
        "redraft": {"state": "done"},
    }
    answer = {
        "type": "Annotation",
        "id": "urn:uuid:2",
        "motivation": "replying",
        "target": "urn:uuid:1",
        "body": "Yes.",
    }
    head = {"version": 1, "copy": text_digest(text), "title": "The Lamp", "reader": "Ann", "stopped": {"share": 0.5}}
    return (json.dumps({"redraft": head, "annotations": [note, answer]}).encode(),)
