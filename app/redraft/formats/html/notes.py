# SPDX-License-Identifier: GPL-3.0-or-later
"""Footnotes in pages: the figures in the text, and the notes that they lead to, as word processors and books have them.

Word: ``div id="ftn1"``; LibreOffice: ``div id="sdfootnote1"``; pandoc, browsers and books: a part whose role or
``epub:type`` says what it is (DPUB-ARIA 1.1, EPUB Structural Semantics 1.1).
"""

from __future__ import annotations

import re

from lxml import etree

from redraft.formats.html.characters import mended
from redraft.formats.html.page import inner_text, remove

_WRITERS_NOTE = re.compile(r"sd(?:foot|end)note\d+|(?:ftn|edn)\d+")
_TYPES = frozenset({"footnote", "endnote", "rearnote", "footnotes", "endnotes", "rearnotes", "doc-footnote",
                    "doc-endnote", "doc-endnotes"})  # fmt: skip
_LABEL = re.compile(r"^(?:\[?(?:\d+|[ivxlc]+|[*†‡§])\]?[.)]?\s*)(?=\S)")
_BACK = re.compile(r"\s*(?:[↩↑⏎^←]\ufe0e?\ufe0f?|\[?back\]?)\s*$", re.IGNORECASE)
_FIGURE = re.compile(r"[\[(]?(?:\d{1,3}|[ivxlc]{1,6}|[*†‡§])[\])]?")
_TYPE = "{http://www.idpf.org/2007/ops}type"


def take_notes(root: etree._Element) -> dict[str, str]:
    """The texts of footnotes by the names that their figures lead to; they and page headers leave the tree."""
    notes: dict[str, str] = {}
    for part in [*root.iter("section", "aside", "div", "li", "p")]:
        name = part.get("id") or ""
        if _WRITERS_NOTE.fullmatch(name):
            notes[name + "sym"] = notes["_" + name] = _LABEL.sub("", _words(part))
        elif _kinds(part) & _TYPES or (part.tag != "p" and "footnotes" in (part.get("class") or "").split()):
            for each in part.iter():
                if each.get("id") and each.tag not in ("a", "sup"):
                    notes.setdefault(each.get("id") or "", _words(each))
        elif part.get("title") not in ("header", "footer") or part.tag != "div":
            continue
        remove(part)
    return {name: words for name, words in notes.items() if words}


def is_figure(element: etree._Element) -> bool:
    """Whether an element is a footnote's figure: raised, or named so, and leading to a place in the page or book."""
    if element.tag not in ("a", "sup"):
        return False
    link = element if element.tag == "a" else next(iter(element.iter("a")), None)
    if link is None or "#" not in (link.get("href") or ""):
        return False
    raised = element.tag == "sup" or element.find("sup") is not None or "noteref" in str(link.attrib)
    return raised and _FIGURE.fullmatch(inner_text(element).strip()) is not None


def _kinds(element: etree._Element) -> set[str]:
    found = (element.get("role"), element.get(_TYPE), element.get("epub:type"), element.get("type"))
    return {kind for each in found if each for kind in each.split()}


def _words(element: etree._Element) -> str:
    """The note without the sign that leads back, and without its own figure where it begins with a link."""
    words = _BACK.sub("", mended(" ".join(inner_text(element).split())))
    return _LABEL.sub("", words) if next(iter(element.iter("a", "sup")), None) is not None else words
