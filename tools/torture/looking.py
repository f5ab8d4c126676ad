# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at what a killed Redraft left: whether all that it had called safe is there, whole, and rightly offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from redraft.formats.registry import read
from redraft.storage.backups import Backups
from redraft.storage.notes import NoteStore
from redraft.storage.recovery import left_behind
from redraft.storage.sidecar import Sidecar
from redraft.storage.snapshots import Snapshots
from tools.torture.victim import OLD_RECORDS, number_of

Told = Iterable[tuple[str, str]]
"""What the victim called safe, in order: what, and which."""


@dataclass
class Seen:
    """``offered``: how many unsaved texts; ``faults``: what is wrong."""

    offered: int = 0
    faults: list[str] = field(default_factory=list)


def look(work: str, path: Path, said: Told) -> Seen:
    """Look at the story at ``path`` and all that belongs to it. What is offered is thrown away."""
    told = list(said)
    seen = Seen(faults=[f"the victim ended by itself: {which}" for what, which in told if what == "failed"])
    numbers = {(what, int(which)) for what, which in told if which.lstrip("-").isdecimal()}
    try:
        if work == "writing":
            _story(path, numbers, seen)
        seen.faults += _beside(path, work, numbers)
    except Exception as error:  # nothing that is left may stop the next start
        seen.faults.append(f"{type(error).__name__}: {error}")
    return seen


def _story(path: Path, said: set[tuple[str, int]], seen: Seen) -> None:
    state = number_of([each.text for each in read(path).manuscript.paragraphs])
    if state is None:
        seen.faults.append("the story is a mixture of two states")
        return
    if state < _last(said, "saved"):
        seen.faults.append("a saving is lost")
    best = state
    for left in left_behind():
        offered = left.manuscript()
        if offered is not None:
            number = number_of([each.text for each in offered.paragraphs])
            seen.offered += 1
            if number is None:
                seen.faults.append("what is offered is a mixture of two states")
            elif number < state or left.story != path:
                seen.faults.append("what is offered is older than the file, or another story's")
            best = max(best, number or 0)
        left.discard()
    if best < _last(said, "kept"):
        seen.faults.append("text that was safe is lost")


def _beside(path: Path, work: str, said: set[tuple[str, int]]) -> Iterator[str]:
    sidecar, notes, snapshots = Sidecar.open(path), NoteStore.open(path), Snapshots.open(path)
    decided = {int(each.id) for each in sidecar.records("torture")}
    if sidecar.damaged or notes.damaged:
        yield "a record beside the story is damaged"
    if work == "migrating":
        last = _last(said, "begun")
        decided |= {each for what, each in said if what == "decided" and each < last}
        if last > 1 and len(sidecar.records("word")) != OLD_RECORDS:
            yield "records of the earlier format are lost"
    if any(what == "decided" and each not in decided for what, each in said):
        yield "a decision is lost"
    ids = {each.id for each in notes.notebook.records}
    if any(what == "noted" and f"urn:torture:{each}" not in ids for what, each in said) or any(
            what == "noted by Bob" and f"urn:torture:{each}:own" not in ids for what, each in said):
        yield "a note is lost"
    if Backups(path).damaged():
        yield "a backup is damaged"
    if snapshots.damaged() or snapshots.unreadable:
        yield "a snapshot is damaged"
    names = [number_of(snapshots.files(each)[0][1].decode().split("\n")[:-1:2]) for each in snapshots.all]
    if _last(said, "snapped") > max((each or 0 for each in names), default=0):
        yield "a snapshot is lost"


def _last(said: set[tuple[str, int]], what: str) -> int:
    return max((number for each, number in said if each == what), default=0)
