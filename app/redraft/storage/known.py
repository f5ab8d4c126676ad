# SPDX-License-Identifier: GPL-3.0-or-later
"""Knows a manuscript again under another name: "Draft 7" takes over what was decided in "Draft 6".

A manuscript's likeness is the set of its paragraphs' hashes, thinned to the smallest 256 of them (bottom-k sketch: a
fair sample of the paragraphs that two texts can be compared by). Decisions themselves are kept by words and context,
so they find their places in the new text by themselves.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from pathlib import Path

from redraft.manuscript.model import Paragraph
from redraft.places import data_folder
from redraft.storage.atomic import SaveError, write_in_new_folder
from redraft.storage.sidecar import Sidecar, sidecar_folder
from redraft.text.folding import straighten
from redraft.text.plain_data import plain_data

_SKETCH = 256
_FEWEST_SPACES = 5
_FEWEST_PARAGRAPHS = 5
_LARGELY = 0.5
_MOST = 200


def likeness(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The sketch of a text: hashes of its longer paragraphs, folded so that quote style and spacing do not matter."""
    hashes = {
        zlib.crc32(" ".join(straighten(each.text).split()).encode("utf-8", "replace"))
        for each in paragraphs
        if each.text.count(" ") >= _FEWEST_SPACES
    }
    return frozenset(sorted(hashes)[:_SKETCH])


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """The share (0–1) of the sampled paragraphs that two texts have in common."""
    union = sorted(one | other)[:_SKETCH]
    both = one & other
    return sum(each in both for each in union) / len(union) if union else 0.0


class Known:
    """The manuscripts in which something was decided, kept with the user's data."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or data_folder() / "known.json"

    def remember(self, path: Path, paragraphs: Sequence[Paragraph]) -> None:
        """Keep the likeness of the manuscript at ``path``. A disk that takes no more loses a convenience only."""
        sketch = sorted(likeness(paragraphs))
        if len(sketch) < _FEWEST_PARAGRAPHS:
            return
        told = {name: known for name, known in self._told().items() if name != str(path.absolute())}
        kept = dict(list(told.items())[-(_MOST - 1) :])
        kept[str(path.absolute())] = sketch
        try:
            write_in_new_folder(self._file, json.dumps(kept, separators=(",", ":")).encode("utf-8"))
        except SaveError:
            return

    def like(self, path: Path, paragraphs: Sequence[Paragraph]) -> Path | None:
        """Another manuscript with decisions of which this one is largely a version; None when there is none."""
        sketch = likeness(paragraphs)
        if len(sketch) < _FEWEST_PARAGRAPHS:
            return None
        best: tuple[float, Path] | None = None
        for name, told in reversed(self._told().items()):
            other = Path(name)
            share = shared(sketch, frozenset(told))
            if other != path.absolute() and share >= _LARGELY and (best is None or share > best[0]):
                best = (share, other) if sidecar_folder(other).is_dir() else best
        return best[1] if best else None

    @property
    def paths(self) -> list[Path]:
        """The manuscripts, the latest first; some may not exist any more."""
        return [Path(each) for each in reversed(self._told())]

    def _told(self) -> dict[str, list[int]]:
        try:
            told = plain_data(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(told, dict):
            return {}
        return {name: [each for each in known if isinstance(each, int)]
                for name, known in told.items() if isinstance(known, list)}


def taken_over(path: Path, paragraphs: Sequence[Paragraph], sidecar: Sidecar, known: Known | None = None) -> str | None:
    """Let a manuscript without decisions have those of the one it is largely a version of.

    They count at once and are written with the first decision made here. Returns a sentence for the author, or None
    when there was nothing to take over.
    """
    if not sidecar.empty:
        return None
    other = (known or Known()).like(path, paragraphs)
    if other is None:
        return None
    count = sidecar.inherit(Sidecar.open(other))
    if not count:
        return None
    return f"This is largely “{other.name}”: what you decided there counts here too."


def followed(sidecar: Sidecar, path: Path) -> Sidecar:
    """The sidecar of ``path``, to which a story is now saved, with all that was decided under its old name.

    Raises:
        SaveError: when it cannot be written.
    """
    new = Sidecar.open(path)
    new.inherit(sidecar)
    new.save()
    return new
