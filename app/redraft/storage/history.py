# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything there is of a story's past as one line of time: what was typed and not saved, what was saved, the states
kept under a name or before a bulk action, and the file as it was before Redraft first saved over it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path

from redraft.errors import RedraftError
from redraft.formats.registry import SUFFIXES, natural
from redraft.manuscript.model import Manuscript
from redraft.storage import journal
from redraft.storage.atomic import digest
from redraft.storage.backups import Backup, Backups
from redraft.storage.journal import Journal
from redraft.storage.originals import kept
from redraft.storage.recovery import journals
from redraft.storage.snapshots import Snapshot, Snapshots
from redraft.storage.states import State, manuscript_of

_TOGETHER = 10.0
"""Seconds within which the chapters of one saving are written."""
_APART = 300.0
"""Seconds between two states of the unsaved text that are shown."""
_ID = 10
Files = tuple[tuple[str, bytes], ...]


class Kind(StrEnum):
    """Where a state comes from."""

    UNSAVED = "unsaved"
    SAVED = "saved"
    NAMED = "named"
    AUTOMATIC = "automatic"
    ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the story that can be had back. ``when`` in seconds since 1970; ``id`` is ten hexadecimal digits;
    ``title`` says what it is ("saved", "before Anna's notes"); ``snapshot`` is there for one that is kept whole, with
    decisions and notes. ``files`` gives its files (name, bytes) and ``read`` its text; both raise a RedraftError.
    """

    id: str
    when: float
    kind: Kind
    title: str
    files: Callable[[], Files] = field(compare=False, repr=False)
    read: Callable[[], Manuscript] = field(compare=False, repr=False)
    snapshot: Snapshot | None = field(default=None, compare=False)


class NoSuchState(RedraftError):
    """The history has no state of that number or id, or several."""


def moments(path: Path, own: Path | None = None) -> list[Moment]:
    """The line of time of the story at ``path`` (a file, or a folder of chapters; it need not exist any more), the
    newest first. ``own``: the journal of a story that has no file yet. Only journals are read whole."""
    found = [*_unsaved(path, own), *_kept(path), *(_chapters(path) if path.is_dir() else _saved(path))]
    return sorted(found, key=lambda each: (-each.when, each.id))


def chosen(found: list[Moment], wanted: str) -> Moment:
    """The state that the author means: by its number in the list (from 1), or the beginning of its id.

    Raises:
        NoSuchState: when there is none, or several.
    """
    if wanted.isdecimal() and len(wanted) < 6 and 1 <= int(wanted) <= len(found):
        return found[int(wanted) - 1]
    matching = [each for each in found if each.id.startswith(wanted.lower())] if len(wanted) >= 4 else []
    if len(matching) != 1:
        raise NoSuchState(f"There is no one state “{wanted}” in the history. Name one by its number, or by its id, as "
                          "redraft history FILE list shows them.")
    return matching[0]


def _unsaved(path: Path, own: Path | None) -> Iterator[Moment]:
    """The states of text that was not saved: the last one, and one about every five minutes before it."""
    for file in [own] if own is not None else journals(path):
        found = journal.read(file)
        if found is None:
            continue
        last = found.latest + _APART
        for count in range(len(found.steps), -1, -1):
            when = found.steps[count - 1].when if count else found.began
            if last - when >= _APART:
                last = when
                read = partial(_journalled, found, count)
                yield Moment(_id(Kind.UNSAVED, when, file.name), when, Kind.UNSAVED, "typed, not saved yet",
                             partial(_rendered, read), read)


def _kept(path: Path) -> Iterator[Moment]:
    snapshots = Snapshots.open(path)
    for each in snapshots.all:
        files = partial(snapshots.files, each)
        yield Moment(each.id[:_ID], each.when, Kind.NAMED if each.name else Kind.AUTOMATIC, each.title, files,
                     partial(_read, path, files), each)


def _saved(path: Path) -> Iterator[Moment]:
    """The states of a story of one file."""
    backups = Backups(path)
    for each in backups.all:
        files = partial(_backed_up, backups, each, path.name)
        yield Moment(_id(Kind.SAVED, each.when, each.digest), each.when, Kind.SAVED, "saved", files,
                     partial(_read, path, files))
    for original in kept(path)[:1]:
        files = partial(_of_file, original, path.name)
        when = original.stat().st_mtime
        yield Moment(_id(Kind.ORIGINAL, when, original.name), when, Kind.ORIGINAL, "before Redraft first saved it",
                     files, partial(_read, path, files))


def _chapters(folder: Path) -> Iterator[Moment]:
    """The states of a folder of chapters: each saving, with the other chapters as they were then."""
    names = sorted((each.name for each in folder.iterdir() if each.suffix.lower() in SUFFIXES), key=natural)
    backups = {name: Backups(folder / name) for name in names}
    all_of = {name: each.all for name, each in backups.items()}
    last = float("inf")
    for when in sorted({each.when for some in all_of.values() for each in some}, reverse=True):
        if last - when < _TOGETHER:
            continue
        last = when
        files = partial(_files_at, folder, when, all_of, backups)
        mark = "".join(each.digest for some in all_of.values() for each in some if each.when <= when)
        yield Moment(_id(Kind.SAVED, when, mark), when, Kind.SAVED, "saved", files, partial(_read, folder, files))


def _files_at(
    folder: Path, when: float, all_of: dict[str, tuple[Backup, ...]], backups: dict[str, Backups]
) -> Files:
    """Each chapter as it was: its latest backup, else what stood there before Redraft first saved it, else as it is."""
    found: list[tuple[str, bytes]] = []
    for name, some in all_of.items():
        backup = next((each for each in some if each.when <= when), None)
        if backup is not None:
            found.append((name, backups[name].read(backup)))
        else:
            originals = kept(folder / name)
            found.append((name, _bytes(originals[0] if originals else folder / name)))
    return tuple(found)


def _journalled(found: Journal, count: int) -> Manuscript:
    return found.at(count)


def _rendered(read: Callable[[], Manuscript]) -> Files:
    return State.of(read()).files


def _backed_up(backups: Backups, backup: Backup, name: str) -> Files:
    return ((name, backups.read(backup)),)


def _of_file(path: Path, name: str) -> Files:
    return ((name, _bytes(path)),)


def _read(path: Path, files: Callable[[], Files]) -> Manuscript:
    return manuscript_of(path, files())


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NoSuchState(f"{path.name} cannot be read ({error.strerror}).") from error


def _id(kind: Kind, when: float, what: str) -> str:
    return digest(f"{kind} {when:.3f} {what}".encode("utf-8", "surrogatepass"))[:_ID]
