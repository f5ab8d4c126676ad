# SPDX-License-Identifier: GPL-3.0-or-later
"""How an EPUB is put together: container → package document → spine (EPUB 3.3, sections 4 and 5)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from redraft.formats.errors import Broken, RightsManaged
from redraft.formats.guards import Package, parse_xml

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_FONTS_ONLY = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_PAGES = frozenset({"application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document"})


@dataclass(frozen=True, slots=True)
class Book:
    """The parts of the zip that hold the story in the order of reading, and the style sheets; ``missing`` counts
    chapters that the spine names and the file does not hold.
    """

    chapters: tuple[str, ...]
    sheets: tuple[str, ...]
    missing: int = 0


def book_of(package: Package) -> Book:
    """What the package document says.

    Raises:
        RightsManaged: when the chapters are encrypted.
        FormatError: when it is damaged or unsafe.
    """
    _refuse_locked(package)
    path = _package_document(package)
    root = parse_xml(package.read(path), package.name, document_type=True)
    folder = posixpath.dirname(path)
    manifest = {each.get("id"): each for each in _all(root, "item")}
    contents = {_part(folder, each.get("href") or "") for each in _all(root, "reference") if each.get("type") == "toc"}
    spine = [manifest[each.get("idref")] for each in _all(root, "itemref")
             if each.get("idref") in manifest and each.get("linear") != "no"]
    wanted = [_part(folder, each.get("href") or "") for each in spine
              if "nav" not in (each.get("properties") or "").split() and each.get("media-type") in _PAGES]
    present = [each for each in dict.fromkeys(wanted) if each in package.names]
    chapters = tuple(each for each in present if each not in contents) or tuple(present)
    sheets = tuple(part for each in manifest.values() if each.get("media-type") == "text/css"
                   and (part := _part(folder, each.get("href") or "")) in package.names)
    return Book(chapters, sheets, sum(each not in package.names for each in wanted))


def _refuse_locked(package: Package) -> None:
    if _ENCRYPTION not in package.names:
        return
    root = parse_xml(package.read(_ENCRYPTION), package.name)
    for each in _all(root, "EncryptionMethod"):
        if each.get("Algorithm") not in _FONTS_ONLY:
            raise RightsManaged(package.name)


def _package_document(package: Package) -> str:
    if _CONTAINER in package.names:
        root = parse_xml(package.read(_CONTAINER), package.name, document_type=True)
        for each in _all(root, "rootfile"):
            path = unquote(each.get("full-path") or "")
            if path in package.names:
                return path
    found = sorted(each for each in package.names if each.endswith(".opf"))
    if not found:
        raise Broken(package.name, "the list of its chapters is missing")
    return found[0]


def _all(root: etree._Element, name: str) -> list[etree._Element]:
    """The elements of that local name, whatever their name space: old and broken books mix them."""
    return [each for each in root.iter(etree.Element) if each.tag.rpartition("}")[2] == name]


def _part(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))
