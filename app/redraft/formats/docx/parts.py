# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a Word document that are read: found by their relationships, as the Open Packaging Conventions say."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from redraft.formats.docx.names import Element
from redraft.formats.errors import Broken, FormatError
from redraft.formats.guards import Package

_MAIN = "officeDocument"
_USUAL = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """``kind`` is the last word of its type ("styles", "hyperlink"); ``target`` a part's name, or an address."""

    key: str
    kind: str
    target: str
    outside: bool = False


@dataclass
class Parts:
    """A Word document's zip, and the parts in it by what they are.

    Raises:
        Broken, Protected, Unsafe: see :class:`redraft.formats.guards.Package`; Broken also without a main part.
    """

    package: Package
    main: str = field(init=False)

    def __post_init__(self) -> None:
        found = (each.target for each in self._relations("", "_rels/.rels") if each.kind == _MAIN)
        self.main = next(found, _USUAL)
        if self.main not in self.package.names:
            raise Broken(self.package.name, "its main part, the text, is missing")

    @cached_property
    def document(self) -> Element:
        """The root of the main part."""
        return self.package.text(self.main)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relationships of the main part."""
        folder, name = posixpath.split(self.main)
        return tuple(self._relations(folder, f"{folder}/_rels/{name}.rels".lstrip("/")))

    def address(self, key: str | None) -> str:
        """What the relationship with that id leads to; "" for none."""
        return next((each.target for each in self.relations if each.key == key), "")

    def part(self, kind: str) -> Element | None:
        """The root of the first part of that kind; None where it is missing or cannot be read."""
        for each in self.relations:
            if each.kind == kind and not each.outside and each.target in self.package.names:
                try:
                    return self.package.text(each.target)
                except FormatError:
                    return None
        return None

    def has(self, ending: str) -> bool:
        """Whether a part's name ends so."""
        return any(each.endswith(ending) for each in self.package.names)

    def _relations(self, folder: str, part: str) -> list[Relation]:
        if part not in self.package.names:
            return []
        found: list[Relation] = []
        for each in self.package.text(part):
            target, outside = each.get("Target") or "", each.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/" + folder, unquote(target))).lstrip("/")
            found.append(Relation(each.get("Id") or "", (each.get("Type") or "").rpartition("/")[2], target, outside))
        return found
