# SPDX-License-Identifier: GPL-3.0-or-later
"""What a document's XML holds, character by character, told without the code that is measured."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}", "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)  # fmt: skip
_CAME, _WENT = {"ins", "moveTo"}, {"del", "moveFrom"}
_RUNS = {"hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo", *_CAME, *_WENT}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_PASSED = {"rPr", "lastRenderedPageBreak", "proofErr"}
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Character = tuple[str, str]
"""A character, or a thing that stands between two, and what is said of its looks."""


def characters(data: bytes, main: str, *, accept: bool) -> list[Character]:
    """All characters of the main part in order, its tracked changes accepted or rejected."""
    root = etree.fromstring(_part(data, main))
    gone, bodies = (_WENT if accept else _CAME), [each for each in root if _name(each) == "body"]
    return [found for body in bodies for found in _inside(body, gone, "", accept)]


def other_parts_differ(one: bytes, other: bytes, main: str) -> list[str]:
    """The parts besides the main one whose packed bytes, name, or place in the order are not the same."""
    before, after = _packed(one), _packed(other)
    if [name for name, _ in before] != [name for name, _ in after]:
        return ["the list of parts"]
    return [name for (name, old), (_, new) in zip(before, after, strict=True) if old != new and name != main]


def main_part(data: bytes) -> str:
    """The name of the part that holds the text."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        root = etree.fromstring(opened.read("_rels/.rels"))
        targets = (each.get("Target") or "" for each in root if (each.get("Type") or "").endswith("/officeDocument"))
        return next(targets, "word/document.xml").lstrip("/")


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return opened.read(name)


def _packed(data: bytes) -> list[tuple[str, bytes]]:
    """Each part with its packed bytes, local header included."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        entries = sorted(opened.infolist(), key=lambda each: each.header_offset)
        ends = [each.header_offset for each in entries[1:]] + [opened.start_dir]
    return [(each.filename, data[each.header_offset : end]) for each, end in zip(entries, ends, strict=True)]


def _inside(element: etree._Element, gone: set[str], link: str, accept: bool) -> Iterator[Character]:
    for each in element:
        name = _name(each)
        if name == "r":
            yield from _run(each, gone, link, accept)
        elif name in gone or name in ("rPr", "pPr"):
            continue
        elif name == "hyperlink":
            yield from _inside(each, gone, str(sorted(each.items())), accept)
        elif len(each) or name in _RUNS:
            yield from _inside(each, gone, link, accept)


def _run(run: etree._Element, gone: set[str], link: str, accept: bool) -> Iterator[Character]:
    looks = _looks(run, accept) + link
    for each in run:
        name = _name(each)
        if name in ("t", "delText"):
            yield from ((char, looks) for char in _shown(each))
        elif name in _SIGNS and not each.items():
            yield _SIGNS[name], looks
        elif name and name not in _PASSED:
            yield f"<{name} {sorted(each.items())}>{each.text or ''}", looks


def _shown(element: etree._Element) -> str:
    """The characters that count: line ends in the XML are spaces, and only ``xml:space`` keeps those at either end."""
    text = (element.text or "").replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    said = (each.get(_XML_SPACE) for each in (element, *element.iterancestors()))
    return text if next((each for each in said if each), "") == "preserve" else text.strip(" \t")


def _looks(run: etree._Element, accept: bool) -> str:
    own = next((each for each in run if _name(each) == "rPr"), None)
    if own is None:
        return ""
    own = deepcopy(own)
    changes = [each for each in own if _name(each) == "rPrChange"]
    if changes and not accept and len(changes[0]):
        own = changes[0][0]
    return "".join(sorted(etree.tostring(each, method="c14n").decode() for each in own if _name(each) != "rPrChange"))


def _name(element: etree._Element) -> str:
    tag: object = element.tag
    if not isinstance(tag, str):
        return ""
    return next((tag[len(each) :] for each in _SPACES if tag.startswith(each)), tag)
