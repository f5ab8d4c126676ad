# SPDX-License-Identifier: GPL-3.0-or-later
"""Places where a version control system left both versions standing in the text, between its marks."""

from __future__ import annotations

from collections.abc import Sequence

from redraft.manuscript.model import Paragraph

_OPENS, _PARTS, _CLOSES = "<<<<<<<", "=======", ">>>>>>>"


def unsettled(paragraphs: Sequence[Paragraph]) -> list[int]:
    """The indices of the paragraphs in which such a place begins; only whole places count, opened, parted and closed.

    The marks may stand in paragraphs of their own, or with the text that they part.
    """
    found: list[int] = []
    opened: int | None = None
    parted = False
    for index, each in enumerate(paragraphs):
        if not any(mark in each.raw for mark in (_OPENS, _PARTS, _CLOSES)):
            continue
        for line in each.raw.splitlines():
            bare = line.strip()
            if bare.startswith(_OPENS):
                opened, parted = index, False
            elif bare == _PARTS and opened is not None:
                parted = True
            elif bare.startswith(_CLOSES) and opened is not None and parted:
                found.append(opened)
                opened = None
    return found
