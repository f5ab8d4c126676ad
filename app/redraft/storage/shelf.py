# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of records, one a line, that several machines, several windows and sync programs may all touch.

Each installation writes only its own ``<stem>.<installation>.jsonl``. A sync program that meets two versions of one
file keeps the second under another name (``decisions.ab (conflicted copy).jsonl``): such copies are read like the
others, and those of the own file go once everything in them stands in it. Two windows of one installation take turns
by a lock that lies with the user's data, never in the folder that is synced.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from redraft import __version__
from redraft.places import data_folder
from redraft.storage.atomic import SaveError, digest, write
from redraft.storage.folders import make_folder
from redraft.storage.locks import Lock

_ENDING = ".jsonl"
_CONFLICT_MARKS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_LARGEST = 256_000_000
"""Bytes of a file of records; a decision takes some two hundred."""
_PATIENCE = 10.0
"""Seconds to wait for another window that is writing."""
_Look = tuple[int, int, int]


class NewerFormat(SaveError):
    """The own file was written by a newer Redraft, whose records this one could not write again whole."""

    def __init__(self, name: str, by: str) -> None:
        needed = f"Redraft {by}" if by else "a newer Redraft"
        super().__init__(f"{name} was written by {needed}, and this is Redraft {__version__}. What it holds is shown "
                         f"as far as it can be read, and nothing in it is changed; install {needed} to go on there.")


class NotReadNow(SaveError):
    """The own file stands there but cannot be read, so nothing is written over it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} cannot be read just now, so nothing was written over it. What you decide counts "
                         "until you close Redraft; open the story again when the folder can be read.")


class HeldElsewhere(SaveError):
    """Another window of this machine writes without an end."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} was not saved: another Redraft on this machine is writing it. It is tried again with "
                         "your next decision.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file as read. ``own``: this installation wrote it; ``second``: a sync program's copy; ``format``: the number
    its head gives, 0 where it has none; ``by``: the version of Redraft that wrote it; ``lines``: with their numbers.
    """

    path: Path
    own: bool
    second: bool
    format: int
    by: str
    mark: str
    lines: tuple[tuple[int, bytes], ...]

    def named(self, number: int) -> str:
        """A line, as an author is told of it."""
        return f"{self.path.name}, line {number}"


class Shelf:
    """The files ``<stem>.*.jsonl`` in ``folder``. ``format`` is the number of the format written, ``head`` what the
    first line holds beside it. ``unread`` names the files that could not be read at the last :meth:`read`.
    """

    def __init__(
        self, folder: Path, stem: str, installation: str, format: int, head: Mapping[str, object] | None = None
    ) -> None:
        self.folder, self.stem, self.installation, self.format = folder, stem, installation, format
        self.unread: tuple[str, ...] = ()
        self._head = dict(head or {})
        self._name = re.compile(rf"{re.escape(stem)}\.(?P<owner>[0-9A-Za-z]+)([^0-9A-Za-z].*)?{_ENDING}", re.DOTALL)
        self._looks: dict[Path, _Look] = {}
        self._second: dict[Path, str] = {}
        self._before = 0

    @property
    def own(self) -> Path:
        """The one file that is written here."""
        return self.folder / f"{self.stem}.{self.installation}{_ENDING}"

    def read(self) -> list[Sheet]:
        """All files, in the order of their names, the own ones last. Nothing is made, and nothing is raised."""
        self._looks = self._seen()
        unread: list[str] = []
        found: list[Sheet] = []
        for path in self._looks:
            sheet = self._sheet(path)
            if sheet is None:
                unread.append(path.name)
            else:
                found.append(sheet)
        self.unread = tuple(unread)
        self._second = {each.path: each.mark for each in found if each.own and each.second}
        self._before = next((each.format for each in found if each.path == self.own), 0)
        return sorted(found, key=lambda each: (each.own, each.own and not each.second))

    def changed(self, *, own: bool = False) -> bool:
        """Whether a file looks otherwise than when it was read or written last; ``own``: only those written here."""
        now = self._seen()
        if not own:
            return now != self._looks
        mine = {each for each in (*now, *self._looks) if self._owner(each) == self.installation}
        return any(now.get(each) != self._looks.get(each) for each in mine)

    @contextlib.contextmanager
    def hold(self) -> Iterator[None]:
        """No other window of this installation writes here meanwhile.

        Raises:
            HeldElsewhere: when one did for ten seconds.
        """
        key = hashlib.sha256(str(self.own.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        path = data_folder() / "locks" / f"{key}.lock"
        lock: Lock | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            lock = Lock.wait(path, _PATIENCE)
        except OSError:
            pass  # no room for a lock: one window alone loses nothing by it
        else:
            if lock is None:
                raise HeldElsewhere(self.own.name)
        try:
            yield
        finally:
            if lock is not None:
                with contextlib.suppress(OSError):
                    lock.release()

    def write(self, lines: Iterable[str]) -> None:
        """Write the own file; before a first writing in a new format the old one is put by beside it.

        Raises:
            NewerFormat: when a newer Redraft wrote it.
            NotReadNow: when what it holds is not known.
            SaveError: when it cannot be written.
        """
        self._refuse()
        make(self.folder)
        if 0 < self._before < self.format:
            self._put_by_old()
        told = {**self._head, "by": __version__}
        told["redraft"] = self.format if not self._head else {self.stem: self.format}
        text = "\n".join([json.dumps(told, ensure_ascii=False, sort_keys=True), *lines, ""])
        write(self.own, text.encode("utf-8", "surrogatepass"))
        self._before = self.format
        self._drop_second()
        look = _look(self.own)
        if look is not None:
            self._looks[self.own] = look

    def set_aside(self, lines: Sequence[bytes]) -> None:
        """Put lines that could not be read where a person can look at them; raises as :meth:`write`."""
        if not lines:
            return
        path = self.folder / f"{self.stem}.damaged.{self.installation}.txt"
        try:
            earlier = path.read_bytes() if path.exists() else b""
        except OSError as error:
            raise SaveError.of(path, error) from error
        known = set(earlier.split(b"\n"))
        fresh = [each for each in lines if each not in known]
        if fresh:
            write(path, earlier + b"\n".join(fresh) + b"\n")

    def newer(self, sheets: Iterable[Sheet]) -> list[str]:
        """A sentence for each file that a newer Redraft wrote."""
        return [str(NewerFormat(each.path.name, each.by)) for each in sheets if each.format > self.format]

    # --- inside --------------------------------------------------------------------------------------------

    def _refuse(self) -> None:
        if self.own.name in self.unread:
            raise NotReadNow(self.own.name)
        if self._before > self.format:
            raise NewerFormat(self.own.name, _by(self.own))

    def _put_by_old(self) -> None:
        path = self.folder / f"{self.stem}.{self.installation}.format-{self._before}.bak"
        try:
            data = self.own.read_bytes()
        except OSError as error:
            raise SaveError.of(self.own, error) from error
        write(path, data)

    def _drop_second(self) -> None:
        """Second copies of the own file whose every record stands in it now; one that came since stays."""
        for path, mark in self._second.items():
            with contextlib.suppress(OSError):
                if digest(path.read_bytes()) == mark:
                    path.unlink()
                    self._looks.pop(path, None)
        self._second = {}

    def _seen(self) -> dict[Path, _Look]:
        try:
            names = sorted(each for each in self.folder.iterdir() if self._name.fullmatch(each.name))
        except OSError:
            return {}
        looks = ((path, _look(path)) for path in names)
        return {path: look for path, look in looks if look is not None}

    def _owner(self, path: Path) -> str:
        found = self._name.fullmatch(path.name)
        return found["owner"] if found else ""

    def _sheet(self, path: Path) -> Sheet | None:
        try:
            data = path.read_bytes() if path.stat().st_size <= _LARGEST else None
        except OSError:
            return None
        if data is None:
            return None
        lines = [(number, line.rstrip(b"\r")) for number, line in enumerate(data.split(b"\n"), 1)]
        heads = {at: _head_of(line, self.stem) for at, line in lines if at == 1 or _is_mark(lines[at - 2][1])}
        format, by = max(heads.values())
        kept = [(at, line) for at, line in lines if line.strip() and not _is_mark(line) and not heads.get(at, (0,))[0]]
        own = self._owner(path) == self.installation
        return Sheet(path, own, own and path != self.own, format, by, digest(data), tuple(kept))


def make(folder: Path) -> None:
    """Make a folder where there is none; raises a SaveError."""
    try:
        make_folder(folder)
    except OSError as error:
        raise SaveError.of(folder, error) from error


def told_by(line: bytes) -> dict[str, object] | None:
    """The object that a line holds; None where it is damaged."""
    try:
        told = json.loads(line.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _is_mark(line: bytes) -> bool:
    """What a version control system puts between two versions; both count."""
    return line.startswith(tuple(each.encode() for each in _CONFLICT_MARKS))


def _head_of(line: bytes, stem: str) -> tuple[int, str]:
    """The number of the format, and who wrote the file; (0, "") where the line is no head."""
    told = told_by(line) or {}
    held = told.get("redraft")
    if isinstance(held, dict) and "type" not in told:
        held = held.get(stem)
    if not isinstance(held, int) or isinstance(held, bool):
        return 0, ""
    by = told.get("by")
    return held, by if isinstance(by, str) else ""


def _by(path: Path) -> str:
    try:
        with path.open("rb") as file:
            told = told_by(file.readline(10_000)) or {}
    except OSError:
        return ""
    by = told.get("by")
    return by if isinstance(by, str) else ""


def _look(path: Path) -> _Look | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
