# SPDX-License-Identifier: GPL-3.0-or-later
"""What other programs did to the files of the story at hand, told by what the files hold. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from redraft.formats.registry import chapters
from redraft.manuscript.chapters import MergedStory
from redraft.manuscript.model import Manuscript, SourceFile
from redraft.storage.atomic import digest
from redraft.storage.whereabouts import Identity


@dataclass(frozen=True, slots=True)
class Look:
    """What a file looked like: time of its last change, its size, its number, and when any of this changed last, which
    no program can set; all None where it is gone."""

    changed: int | None = None
    size: int | None = None
    number: int | None = None
    altered: int | None = None

    @classmethod
    def at(cls, path: Path) -> Look:
        """How the file at ``path`` looks now."""
        try:
            found = path.stat()
        except OSError:
            return cls()
        return cls(found.st_mtime_ns, found.st_size, found.st_ino, found.st_ctime_ns)


@dataclass(frozen=True, slots=True)
class Outside:
    """What another program did: files that it changed, with the digests of what they hold now, files that it took away,
    and chapters that it added."""

    changed: tuple[tuple[Path, str], ...] = ()
    gone: tuple[Path, ...] = ()
    added: tuple[Path, ...] = ()

    @property
    def moved_away(self) -> bool:
        """Whether what is gone is all there was, and nothing came in its place."""
        return bool(self.gone) and not self.changed and not self.added

    @property
    def told(self) -> str:
        """What it did, as a clause with "another program" for its subject."""
        parts = [
            f"{verb} {_listed(paths)}" for verb, paths in (
                ("changed", [path for path, _ in self.changed]), ("added", self.added), ("taken away", self.gone))
            if paths]
        return "Another program has " + " and ".join(parts)


def looked_at(files: Sequence[SourceFile], folder: Path | None = None) -> dict[Path, Look]:
    """How the files of a manuscript look now, and the chapters in its ``folder``."""
    looks = {each.path: Look.at(each.path) for each in files if each.path is not None}
    for each in _chapters(folder):
        looks.setdefault(each, Look.at(each))
    return looks


def outside(files: Sequence[SourceFile], folder: Path | None = None, known: frozenset[Path] = frozenset()) -> Outside:
    """Which of the files hold something else than what was read or written last, and which chapters are new in
    ``folder``, but for those ``known`` as none of the story. Reads them all."""
    changed: list[tuple[Path, str]] = []
    gone: list[Path] = []
    for each in files:
        if each.path is None or not each.digest:
            continue
        try:
            now = digest(each.path.read_bytes())
        except FileNotFoundError:
            gone.append(each.path)
            continue
        except OSError:
            continue  # it cannot be read at the moment; saving will say so
        if now != each.digest:
            changed.append((each.path, now))
    own = {each.path for each in files}
    added = [each for each in _chapters(folder) if each not in own and each not in known]
    return Outside(tuple(changed), tuple(gone), tuple(added))


def strangers(files: Sequence[SourceFile], folder: Path | None) -> frozenset[Path]:
    """Files beside the chapters that are none of the story: they could not be read when it was opened."""
    own = {each.path for each in files}
    return frozenset(each for each in _chapters(folder) if each not in own)


def identity_of(manuscript: Manuscript) -> Identity | None:
    """By what the story's file or folder is known again under another name; None where it cannot be looked at."""
    if manuscript.path is None:
        return None
    single = len(manuscript.files) == 1 and manuscript.files[0].path == manuscript.path
    return Identity.of(manuscript.path, manuscript.files[0].digest if single else "")


def merge_told(found: MergedStory, again: bool) -> str:
    """What a merge did, in sentences. ``again``: the story goes on in another session, in which undo has an end."""
    count = len(found.conflicts)
    told = ["Both are on the page now, and nothing is saved yet."] if not count else [
        f"Both are on the page now. In {count} place{'s' * (count > 1)} both had changed the same words: there yours "
        "stand first and the other program’s behind them, each with a note."]
    told += [f"“{old}” is called “{new}” now." for old, new in found.renamed]
    for verb, names in (("added", found.added), ("taken away", found.gone)):
        if names:
            told.append(f"{_quoted(names)} {'was' if len(names) == 1 else 'were'} {verb} there.")
    if found.kept:
        told.append(f"{_quoted(found.kept)} {'was' if len(found.kept) == 1 else 'were'} taken away there, but you had "
                    "changed it: it stays, and Save writes it again.")
    told.append("Undo takes the other program’s changes back." if not again else
                "What was here before is in File → History.")
    return " ".join(told)


def _chapters(folder: Path | None) -> list[Path]:
    if folder is None:
        return []
    try:
        return chapters(folder)
    except OSError:
        return []


def _listed(paths: Sequence[Path]) -> str:
    names = [each.name for each in paths]
    return " and ".join(names) if len(names) < 4 else f"{', '.join(names[:2])} and {len(names) - 2} more chapters"


def _quoted(names: Sequence[str]) -> str:
    return " and ".join(f"“{each}”" for each in names)
