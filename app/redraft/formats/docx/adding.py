# SPDX-License-Identifier: GPL-3.0-or-later
"""New parts in a Word document: with their relationship and content type, everything else as it was."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from redraft.formats.archive import packed, replaced
from redraft.formats.guards import Package, parse_xml

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class NewPart:
    """A part to be put in, or replaced: its name in the package, its bytes, its content type, and the full type of the
    relationship by which ``owner`` ("" for the package itself) knows it."""

    name: str
    data: bytes
    content_type: str
    relation: str
    owner: str = ""


def added(package: Package, parts: list[NewPart], changed: Mapping[str, bytes]) -> bytes:
    """The document with these parts put in and the ``changed`` ones replaced; raises as :func:`parse_xml`."""
    fresh = dict(changed)
    for part in parts:
        relations = _relations_of(part.owner)
        fresh[relations] = _related(fresh.get(relations) or _read(package, relations), part, package.name)
        fresh[_TYPES] = _typed(fresh.get(_TYPES) or package.read(_TYPES), part, package.name)
        fresh[part.name] = part.data
    if all(name in package.names for name in fresh):
        return replaced(package, fresh)
    old = [(each.filename, fresh.get(each.filename) or package.read(each.filename)) for each in package.entries]
    return packed([*old, *((name, data) for name, data in fresh.items() if name not in package.names)])


def _relations_of(owner: str) -> str:
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _read(package: Package, name: str) -> bytes:
    if name in package.names:
        return package.read(name)
    return f'<Relationships xmlns="{_RELATIONS}"/>'.encode()


def _related(data: bytes, part: NewPart, name: str) -> bytes:
    root = parse_xml(data, name)
    if any(each.get("Type") == part.relation for each in root):
        return data
    taken = {each.get("Id") for each in root}
    key = next(f"rIdR{number}" for number in range(1, len(taken) + 2) if f"rIdR{number}" not in taken)
    target = posixpath.relpath(part.name, posixpath.dirname(part.owner) or ".")
    etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=key, Type=part.relation, Target=target)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _typed(data: bytes, part: NewPart, document: str) -> bytes:
    root = parse_xml(data, document)
    name = "/" + part.name
    if any(each.get("PartName") == name for each in root):
        return data
    etree.SubElement(root, f"{{{_CONTENT}}}Override", PartName=name, ContentType=part.content_type)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
