# SPDX-License-Identifier: GPL-3.0-or-later
"""The bytes of a web page → a tree of elements, whatever its encoding and however broken; nothing is fetched."""

from __future__ import annotations

import codecs
import re
from html.entities import html5

from lxml import etree

from redraft.formats.encoding import Decoded, decode
from redraft.formats.errors import Broken, FormatError
from redraft.formats.guards import parse_xml
from redraft.formats.html.characters import unmarked

_DECLARED = re.compile(rb"""(?:<\?xml[^>]*encoding|<meta[^>]*charset)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML_LINE = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_DOCUMENT_TYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?[^>]*>", re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_INLINE = re.compile(r"</?(?!(?:p|br|h[1-6]|hr|li)\b)[a-zA-Z][^<>]*>")
_NEVER_SHOWN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML does not have: browsers show nothing for them, and the tree cannot be changed round them."""

_SCRIPTS = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_XML_OWN = frozenset({"lt", "gt", "amp", "quot", "apos"})
_HEAD = frozenset("title meta link base script style noscript template basefont bgsound isindex object".split())
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LOOK = 4096
_MISNAMED = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}


def text_of(data: bytes, name: str) -> Decoded:
    """The page's characters: in the encoding that it names, if it is in it.

    Raises:
        FormatError: when it is no text.
    """
    found = _DECLARED.search(data[:_LOOK])
    if found and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            codec = codecs.lookup(found.group(1).decode("ascii")).name
            return Decoded(data.decode(_MISNAMED.get(codec, codec)), codec)
        except (LookupError, UnicodeError):
            pass
    return decode(data, name)


def root_of(text: str, name: str) -> etree._Element:
    """The root of a page. XHTML is read as XML where it is well-formed; everything else as browsers do.

    Raises:
        Broken: when there is nothing in it.
    """
    if _XML_LINE.match(text):
        root = _as_xml(text, name)
        if root is not None:
            return root
    text = _NEVER_SHOWN.sub("", _XML_LINE.sub("", text).replace("\f", " "))
    root, too_deep = _as_html(text)
    if too_deep:
        root, _ = _as_html(_INLINE.sub("", _SCRIPTS.sub("", text)))
    if root is None:
        raise Broken(name, "there is nothing in it that could be read")
    _unhead(root)
    return root


def is_xml(text: str) -> bool:
    """Whether a page says that it is XML, so that all its tags are closed."""
    return _XML_LINE.match(text) is not None


def _as_html(text: str) -> tuple[etree._Element | None, bool]:
    """The page as browsers read it; and whether elements nest so deeply that the parser gave up."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root: etree._Element | None = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return root, any("depth" in each.message for each in parser.error_log)


def _unhead(root: etree._Element) -> None:
    """Elements that the parser does not know stand in the head where a page has no body tag: they are its body."""
    head = root.find("head")
    first = next((at for at, each in enumerate(head) if each.tag not in _HEAD), None) if head is not None else None
    if head is None or first is None:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    moved = list(head)[first:]
    moved[-1].tail, body.text = (moved[-1].tail or "") + (body.text or ""), None
    for at, each in enumerate(moved):
        body.insert(at, each)


def _as_xml(text: str, name: str) -> etree._Element | None:
    """The page as XML without name spaces and comments; None where it is not well-formed."""
    plain = _NAMED.sub(_number, _DOCUMENT_TYPE.sub("", _XML_LINE.sub("", text), count=1))
    try:
        root = parse_xml(plain.encode("utf-8", "replace"), name)
    except FormatError:
        return None
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for element in root.iter(etree.Element):
        if "}" in element.tag:
            element.tag = element.tag.rpartition("}")[2]
    return root


def _number(match: re.Match[str]) -> str:
    name = match.group(1)
    if name in _XML_OWN or name + ";" not in html5:
        return match.group()
    return "".join(f"&#{ord(char)};" for char in html5[name + ";"])


def remove(element: etree._Element) -> None:
    """Take an element out of the tree; what follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before, tail = element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def language(element: etree._Element) -> str:
    """The language that an element says it is in, as it is written; "" where it says none."""
    return (element.get("lang") or element.get(_XML_LANG) or element.get("xml:lang") or "").strip()


def inner_text(element: etree._Element) -> str:
    """All characters inside an element."""
    return unmarked("".join(str(each) for each in element.itertext()))
