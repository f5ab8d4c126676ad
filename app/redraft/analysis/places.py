# SPDX-License-Identifier: GPL-3.0-or-later
"""From places in paragraphs as they are read to places as they are written, for cast and continuity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol, TypeVar

from redraft.analysis.report import Continuity
from redraft.characters.cast import Cast, Character
from redraft.text.folding import Reading

Written = Mapping[int, tuple[str, Reading]]
"""For each paragraph id its text as written, and the reading made of it."""


class _Placed(Protocol):
    @property
    def paragraph(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=_Placed)


def written_cast(cast: Cast, written: Written) -> Cast:
    """The cast with every place in the written text."""
    return replace(
        cast,
        characters=tuple(_character(each, written) for each in cast.characters),
        quotes=tuple(_placed(each, written) for each in cast.quotes),
    )


def written_continuity(found: Continuity, written: Written) -> Continuity:
    """Conflicts and timeline with every place in the written text."""
    return Continuity(
        tuple(replace(each, places=tuple(_placed(place, written) for place in each.places))
              for each in found.conflicts),
        tuple(_placed(each, written) for each in found.timeline),
        tuple(_placed(each, written) for each in found.alike),
    )


def _character(character: Character, written: Written) -> Character:
    return replace(
        character,
        mentions=tuple(_placed(each, written) for each in character.mentions),
        attributes=tuple(_placed(each, written) for each in character.attributes),
    )


def _placed(item: P, written: Written) -> P:
    text, reading = written[item.paragraph]
    if reading.plain:
        return item
    span = reading.to_source(item.start, item.end)
    changes: dict[str, object] = {"start": span.start, "end": span.end}
    if hasattr(item, "text"):
        changes["text"] = span.of(text)
    return replace(item, **changes)  # type: ignore[type-var]
