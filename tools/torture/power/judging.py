# SPDX-License-Identifier: GPL-3.0-or-later
"""What an author may demand of a disk after the power failed, and whether they get it."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from redraft.errors import RedraftError
from redraft.storage.atomic import digest
from redraft.storage.backups import Backups
from redraft.storage.notes import NoteStore
from redraft.storage.originals import kept
from redraft.storage.recovery import left_behind
from redraft.storage.sidecar import Sidecar
from redraft.storage.snapshots import Snapshots
from redraft.ui.story import Story
from tools.torture.home import at_home
from tools.torture.power.disks import Disk, disks
from tools.torture.power.recording import Recorder
from tools.torture.power.working import STORY, begin, work
from tools.torture.victim import number_of


@dataclass
class Report:
    """``disks``: how many were looked at, after ``deeds`` deeds; ``offered``: on how many of them unsaved text was
    offered; ``faults``: what was wrong, and on how many."""

    deeds: int = 0
    disks: int = 0
    offered: int = 0
    faults: Counter[str] = field(default_factory=Counter)

    @property
    def clean(self) -> bool:
        """Whether nothing was wrong."""
        return not self.faults

    @property
    def row(self) -> str:
        """What was seen, and a line for each fault."""
        line = (f"power cut after each of {self.deeds} deeds: {self.disks} disks, unsaved text offered on "
                f"{self.offered}, {self.faults.total()} faults")
        return "\n".join([line, *(f"    {count} × {fault}" for fault, count in self.faults.most_common())])


def power_fails(folder: Path, chances: int = 4, savings: int = 2, every: int = 1) -> Report:
    """Work once in ``folder``, and look at every disk that may be left after each deed of it."""
    place = folder / "machine"
    place.mkdir()
    report = Report()
    with at_home(place / "home"):
        path = begin(place)
        first = digest(path.read_bytes())
        recorder = Recorder(place)
        with recorder.watching():
            work(path, recorder.say, savings)
        report.deeds = len(recorder.deeds)
        for disk in disks(recorder, chances, every):
            lay_out(disk, place)
            report.disks += 1
            found = list(_faults(disk, place, first))
            report.offered += "offered" in found
            report.faults.update(each for each in found if each != "offered")
    return report


def lay_out(disk: Disk, place: Path) -> None:
    """Make the folder what the disk holds."""
    shutil.rmtree(place)
    place.mkdir()
    for each in sorted(disk.folders):
        (place / each).mkdir(parents=True, exist_ok=True)
    for name, data in disk.files.items():
        (place / name).write_bytes(data)


def _faults(disk: Disk, place: Path, first: str) -> Iterator[str]:
    """What is wrong with it; and "offered", where unsaved text is."""
    try:
        yield from _story(disk, place / STORY, first)
        yield from _beside(disk, place / STORY)
    except RedraftError as error:
        yield f"refused: {error}"
    except Exception as error:
        yield f"{type(error).__name__}: {error}"


def _story(disk: Disk, path: Path, first: str) -> Iterator[str]:
    found = Story.read(path)
    state = number_of([each.text for each in found.session.paragraphs])
    said = disk.said
    if state is None:
        yield "the story is a mixture of two states"
        return
    if state < said.get("saved", 0):
        yield "a saving is lost"
    if state and first not in {digest(each.read_bytes()) for each in kept(path)}:
        yield "the file is overwritten and its original not kept"
    best = state
    for left in left_behind():
        offered = left.manuscript()
        number = None if offered is None else number_of([each.text for each in offered.paragraphs])
        if offered is not None and number is None:
            yield "what is offered is a mixture of two states"
        if number is not None:
            yield "offered"
            best = max(best, number)
            if left.story != path:
                yield "what is offered is another story's"
            if number < state:
                yield "what is offered is older than the file"
    if best < said.get("kept", 0):
        yield "text typed more than a second ago is lost"


def _beside(disk: Disk, path: Path) -> Iterator[str]:
    said = disk.said
    sidecar, notes, backups, snapshots = Sidecar.open(path), NoteStore.open(path), Backups(path), Snapshots.open(path)
    if sidecar.damaged or notes.damaged:
        yield "a record beside the story is damaged"
    if said.get("decided", 0) > max((int(each.id) for each in sidecar.records("torture")), default=0):
        yield "a decision is lost"
    if said.get("noted", 0) and f"urn:torture:{said['noted']}" not in {each.id for each in notes.notebook.records}:
        yield "a note is lost"
    if backups.damaged():
        yield "a backup is damaged"
    if said.get("saved", 0) > max((_numbered(backups.read(each)) for each in backups.all), default=0):
        yield "the backup of a saving is lost"
    if snapshots.damaged() or snapshots.unreadable:
        yield "a snapshot is damaged"
    if said.get("snapped", 0) and f"state {said['snapped']}" not in {each.name for each in snapshots.all}:
        yield "a snapshot is lost"


def _numbered(data: bytes) -> int:
    found = number_of([each for each in data.decode().split("\n") if each])
    return -1 if found is None else found


def main() -> int:
    """``python -m tools.torture.power``."""
    with tempfile.TemporaryDirectory() as folder:
        report = power_fails(Path(folder))
    print(report.row)
    return 0 if report.clean else 1
