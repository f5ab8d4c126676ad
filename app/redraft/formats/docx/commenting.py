# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts comments into a Word document: threads, settled or not, on the words that they speak of.

ISO/IEC 29500-1 §17.13.4 for comments and their ranges; [MS-DOCX] §2.7.4 (commentsExtended) for threads and for what is
settled. Nothing else of the document changes; comments that stand in it already stay.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import count

from lxml import etree

from redraft.formats.docx.adding import NewPart, added
from redraft.formats.docx.names import W14, W15, Element, children, descendants, made, value
from redraft.formats.docx.parts import Parts
from redraft.formats.docx.patch import written
from redraft.formats.docx.ranges import mark_range
from redraft.formats.docx.reader import Reading
from redraft.formats.docx.runs import content
from redraft.formats.guards import Package

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_COMMENTS = (_OFFICE + "comments", _TYPE + "comments+xml", "comments.xml")
_EXTENDED = ("http://schemas.microsoft.com/office/2011/relationships/commentsExtended", _TYPE + "commentsExtended+xml",
             "commentsExtended.xml")  # fmt: skip
_FIRST_PARAGRAPH = 0x51000000
"""Ids of comments' paragraphs are counted from here ([MS-DOCX]: below 0x80000000)."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on the characters ``start``–``end`` (code points of the document's text, its paragraphs parted by one
    line end); where they are equal it stands at a point. ``time`` is ISO 8601, "" for none."""

    author: str
    time: str
    text: str
    start: int = 0
    end: int = 0
    replies: tuple[Comment, ...] = ()
    done: bool = False


def commented(data: bytes, comments: Sequence[Comment], name: str = "") -> bytes:
    """The document with these comments added; raises as :class:`Parts`."""
    if not comments:
        return data
    package = Package(data, name)
    parts = Parts(package)
    reading = Reading.of(parts)
    writer = _Writer(parts)
    places: list[tuple[int, int, str]] = []
    for each in comments:
        places.extend((each.start, each.end, key) for key in writer.thread(each))
    mark_range(reading.blocks, places)
    folder = parts.main.rpartition("/")[0]
    fresh = [
        NewPart(_named(parts, kind, folder, file), _bytes(root), content_type, kind, parts.main)
        for (kind, content_type, file), root in ((_COMMENTS, writer.comments), (_EXTENDED, writer.extended))
    ]
    return added(package, fresh, {parts.main: written(parts.document)})


class _Writer:
    """The two parts that hold comments, those of the document or new ones."""

    def __init__(self, parts: Parts) -> None:
        known, threads = parts.part("comments"), parts.part("commentsExtended")
        self.comments = made("comments", parts.document) if known is None else known
        self.extended = threads if threads is not None else etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
        self.comments = _with_prefix(self.comments)
        taken = {value(each, "id") for each in children(self.comments, "comment")}
        self._ids = (str(each) for each in count(1) if str(each) not in taken)
        used = {each.get(f"{{{W14}}}paraId") for each in descendants(self.comments, "p")}
        used |= {each.get(f"{{{W14}}}paraId") for each in descendants(parts.document, "p")}
        self._paragraphs = (f"{each:08X}" for each in count(_FIRST_PARAGRAPH) if f"{each:08X}" not in used)

    def thread(self, comment: Comment) -> Iterator[str]:
        """Write a comment and its replies; the ids that their ranges get."""
        key, parent = self._one(comment, "", comment.done)
        yield key
        for each in comment.replies:
            yield self._one(each, parent, comment.done)[0]

    def _one(self, comment: Comment, parent: str, done: bool) -> tuple[str, str]:
        key = next(self._ids)
        told = {"id": key, "author": _clean(comment.author), "initials": _initials(comment.author)}
        if comment.time:
            told["date"] = comment.time[:19] + "Z"
        element = made("comment", self.comments, **told)
        last = ""
        for line in _clean(comment.text).split("\n"):
            paragraph = made("p", self.comments)
            last = next(self._paragraphs)
            paragraph.set(f"{{{W14}}}paraId", last)
            run = made("r", self.comments)
            run.extend(content(line, run))
            paragraph.append(run)
            element.append(paragraph)
        self.comments.append(element)
        entry = etree.SubElement(self.extended, f"{{{W15}}}commentEx")
        entry.set(f"{{{W15}}}paraId", last)
        if parent:
            entry.set(f"{{{W15}}}paraIdParent", parent)
        entry.set(f"{{{W15}}}done", "1" if done else "0")
        return key, last


def _with_prefix(root: Element) -> Element:
    """The part's root, declaring the namespace that paragraph ids are in."""
    if W14 in root.nsmap.values():
        return root
    new = etree.Element(root.tag, nsmap={**{k: v for k, v in root.nsmap.items() if k}, "w14": W14})
    for key, text in root.items():
        new.set(key, text)
    new.extend([deepcopy(each) for each in root])
    ignorable = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
    new.set(ignorable, " ".join([*(root.get(ignorable) or "").split(), "w14"]))
    return new


def _named(parts: Parts, kind: str, folder: str, file: str) -> str:
    """The name of the part of that kind, the present one's or a new one's."""
    short = kind.rpartition("/")[2]
    known = next((each.target for each in parts.relations if each.kind == short and not each.outside), "")
    if known in parts.package.names:
        return known
    return f"{folder}/{file}" if folder else file


def _clean(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return "".join(each for each in text if each in "\t\n" or " " <= each <= "\ud7ff" or "\ue000" <= each <= "\ufffd"
                   or each > "\uffff")  # fmt: skip


def _initials(name: str) -> str:
    return "".join(each[0] for each in _clean(name).split()[:3]).upper() or "R"


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
