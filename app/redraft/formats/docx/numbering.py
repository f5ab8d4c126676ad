# SPDX-License-Identifier: GPL-3.0-or-later
"""Which lists count and which have bullets."""

from __future__ import annotations

from redraft.formats.docx.names import Element, child, children, value

_UNCOUNTED = frozenset({"bullet", "none", "", None})


def counted(root: Element | None) -> frozenset[tuple[str, int]]:
    """The lists (by id) and their levels that are numbered, from the numbering part."""
    levels: dict[str, set[int]] = {}
    for abstract in children(root, "abstractNum"):
        own = levels.setdefault(value(abstract, "abstractNumId") or "", set())
        for level in children(abstract, "lvl"):
            if value(child(level, "numFmt")) not in _UNCOUNTED:
                own.add(int(value(level, "ilvl") or 0))
    found: set[tuple[str, int]] = set()
    for each in children(root, "num"):
        key = value(each, "numId") or ""
        found.update((key, level) for level in levels.get(value(child(each, "abstractNumId")) or "", ()))
    return frozenset(found)
