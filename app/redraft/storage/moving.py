# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to a story goes with it when its file is renamed or moved: the sidecar folder, backups, originals.

Moved while Redraft was closed, a story is known by its sidecar: a folder ``old.md.redraft`` without ``old.md`` beside
it, which remembers the text that it belongs to.
"""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from redraft.manuscript.model import Paragraph
from redraft.storage.atomic import SaveError
from redraft.storage.contents import folder_aside
from redraft.storage.known import Known, likeness, shared
from redraft.storage.sidecar import SUFFIX, Sidecar, sidecar_folder

_KIND, _ID = "manuscript", "here"
_ASIDE = ("backups", "originals", "snapshots")
_LARGELY = 0.5
_PRESENT = re.compile(r"open\..*\.json")


@dataclass(frozen=True, slots=True)
class Orphan:
    """A sidecar whose story is gone from ``story``; ``share`` (0–1) of its text is that of the story at hand, 1 where
    it is the same to the byte."""

    story: Path
    share: float


def remember(sidecar: Sidecar, digest: str, paragraphs: Sequence[Paragraph]) -> None:
    """Keep in the sidecar by what its story is known again: the digest of its file, and the likeness of its text.

    Raises:
        SaveError: when it could not be written.
    """
    told = {"digest": digest, "likeness": sorted(likeness(paragraphs))}
    kept = next((each.fields for each in sidecar.records(_KIND) if each.id == _ID), None)
    if kept != told:
        sidecar.put(_KIND, _ID, told)


def orphans(path: Path, digest: str, paragraphs: Sequence[Paragraph], known: Known | None = None) -> list[Orphan]:
    """The sidecars without a story to which this one, which has none, may belong; the likeliest first, and alone where
    it remembers just these bytes."""
    if not _is_bare(sidecar_folder(path)):
        return []
    sketch = likeness(paragraphs)
    places = [each.with_name(each.name.removesuffix(SUFFIX)) for each in _folders(path.parent)]
    places += [each for each in (known or Known()).paths if each.parent != path.parent]
    found: list[Orphan] = []
    for story in dict.fromkeys(places):
        if not story.exists() and sidecar_folder(story).is_dir():
            share = _share(Sidecar.open(story), digest, sketch)
            if share >= _LARGELY:
                found.append(Orphan(story, share))
    found.sort(key=lambda each: (-each.share, each.story))
    same = [each for each in found if each.share == 1.0]
    return same or found


def carry_along(old: Path, new: Path) -> None:
    """Let the sidecar folder, and what the user's data keep of a story, follow it to its new name or place.

    A sidecar that is there already stays, and is not mixed with the other.

    Raises:
        SaveError: when the sidecar could not be moved; it stands where it stood.
    """
    source, target = sidecar_folder(old), sidecar_folder(new)
    if source.is_dir() and _is_bare(target) and not source.is_relative_to(new):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _make_room(target)
            _move(source, target)
        except OSError as error:
            raise SaveError.of(source, error) from error
    for kind in _ASIDE:
        kept, wanted = folder_aside(kind, old), folder_aside(kind, new)
        if kept.is_dir() and not wanted.exists():
            with contextlib.suppress(OSError):
                kept.rename(wanted)


def _move(source: Path, target: Path) -> None:
    """In one step where both are on one disk; else whole under another name first, which then takes its own."""
    try:
        source.rename(target)
        return
    except OSError:
        half = target.with_name(f".{target.name}.moving")
        shutil.rmtree(half, ignore_errors=True)
        try:
            shutil.copytree(source, half)
            half.rename(target)
        except OSError:
            shutil.rmtree(half, ignore_errors=True)
            raise
    shutil.rmtree(source, ignore_errors=True)


def _is_bare(folder: Path) -> bool:
    """Whether nothing was decided there: at most it says who has the story open."""
    try:
        return all(_PRESENT.fullmatch(each.name) for each in folder.iterdir())
    except OSError:
        return not folder.exists()


def _make_room(folder: Path) -> None:
    """Take a bare folder away; who has the story open says so again."""
    if folder.is_dir():
        shutil.rmtree(folder)


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.glob(f"*{SUFFIX}") if each.name != SUFFIX and each.is_dir())
    except OSError:
        return []


def _share(sidecar: Sidecar, digest: str, sketch: frozenset[int]) -> float:
    """How far the story that the sidecar remembers is this one."""
    for record in sidecar.records(_KIND):
        if digest and record.fields.get("digest") == digest:
            return 1.0
        told = record.fields.get("likeness")
        if isinstance(told, list) and told and sketch:
            return min(0.99, shared(sketch, frozenset(each for each in told if isinstance(each, int))))
    return 0.0
