# SPDX-License-Identifier: GPL-3.0-or-later
"""The exact text of every copy handed to a reader, so that a note's place can be followed from it to the text now.

A text lies compressed under its digest in ``copies/`` in the sidecar folder: the same text once, however many readers
had it, and nothing that two machines could write differently. Who had which is told in one list an installation.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from redraft.notes import times
from redraft.notes.note import text_digest
from redraft.places import data_folder
from redraft.storage.atomic import SaveError, write, write_in_new_folder
from redraft.storage.sidecar import installation_id, sidecar_folder

_DIGEST = re.compile(r"[0-9a-f]{64}")
_MOST_ASIDE = 100
_LARGEST = 64_000_000
"""Code points that a copy may have: thirty long novels. A compressed file that claims more is damaged."""


@dataclass(frozen=True, slots=True)
class Handed:
    """One handing out: the digest of the text, to whom ("" for anybody), when (ISO 8601, UTC), as what.

    ``form`` is "reader copy" or "docx"; ``scenes`` the numbers of the scenes in it, empty for all.
    """

    digest: str
    reader: str = ""
    when: str = ""
    form: str = "reader copy"
    title: str = ""
    scenes: tuple[int, ...] = ()


class Copies:
    """The copies of one manuscript. With ``folder`` None they are kept in memory only (a text without a file)."""

    def __init__(self, folder: Path | None, installation: str) -> None:
        self._folder = folder
        self._installation = installation
        self._memory: dict[str, str] = {}
        self._in_memory: list[Handed] = []

    @classmethod
    def open(cls, manuscript: Path | None) -> Copies:
        """The copies of the manuscript at that path. Nothing is made by opening."""
        if manuscript is None:
            return cls(None, "memory")
        return cls(sidecar_folder(manuscript), installation_id())

    def keep(self, text: str) -> str:
        """Keep a text and return its digest.

        Raises:
            SaveError: when it could not be written.
        """
        digest = text_digest(text)
        self._memory[digest] = text
        if self._folder is not None and not self._path(digest).exists():
            data = gzip.compress(text.encode("utf-8", "surrogatepass"), mtime=0)
            _make(self._path(digest).parent)
            write(self._path(digest), data)
        return digest

    def keep_aside(self, text: str) -> str:
        """Keep a text with the user's own data instead of beside the story, and return its digest: for a document that
        may come back from a reader, or never. Of these the latest hundred are kept.

        Raises:
            SaveError: when it could not be written.
        """
        digest = text_digest(text)
        folder = data_folder() / "copies"
        write_in_new_folder(folder / f"{digest}.txt.gz", gzip.compress(text.encode("utf-8", "surrogatepass"), mtime=0))
        _prune(folder)
        return digest

    def hand_out(self, text: str, handed: Handed | None = None) -> Handed:
        """Keep a text that a reader gets, and that they got it; ``digest`` and ``when`` are filled in.

        Raises:
            SaveError: when it could not be written; then the copy must not be handed out.
        """
        told = handed or Handed("")
        made = Handed(self.keep(text), told.reader, told.when or times.now(), told.form, told.title, told.scenes)
        self._list([made])
        return made

    def text(self, digest: str) -> str | None:
        """The text of that digest; None when it is not kept here, or damaged."""
        if digest not in self._memory:
            found = self._read(digest)
            if found is None:
                return None
            self._memory[digest] = found
        return self._memory[digest]

    @property
    def handed(self) -> tuple[Handed, ...]:
        """Every handing out, earliest first, as all installations tell it."""
        found = set(self._in_memory)
        for path in sorted(self._folder.glob("copies.*.jsonl")) if self._folder is not None else ():
            found.update(filter(None, map(_handed, _lines(path))))
        return tuple(sorted(found, key=lambda each: (each.when, each.digest, each.reader)))

    def inherit(self, other: Copies) -> None:
        """Take over the copies of the same story under its old name. Raises as :meth:`keep`."""
        for digest in other.digests:
            text = other.text(digest)
            if text is not None:
                self.keep(text)
        if other.handed:
            self._list(other.handed)

    def forget(self, digest: str) -> None:
        """Drop a text that was never handed out and that no note needs any more; one that cannot be dropped stays."""
        self._memory.pop(digest, None)
        if self._folder is None or not _DIGEST.fullmatch(digest) or digest in {each.digest for each in self.handed}:
            return
        try:
            self._path(digest).unlink(missing_ok=True)
        except OSError:
            return

    @property
    def digests(self) -> frozenset[str]:
        """The digests of all texts kept here."""
        found = self._folder.glob("copies/*.txt.gz") if self._folder is not None else ()
        return frozenset({*self._memory, *(each.name.split(".")[0] for each in found)})

    def _list(self, made: Iterable[Handed]) -> None:
        made = tuple(made)
        self._in_memory.extend(made)
        if self._folder is not None:
            lines = {*self._own_lines(), *map(_line, made)}
            _make(self._folder)
            write(self._list_file(), ("\n".join(sorted(lines)) + "\n").encode("utf-8"))

    def _read(self, digest: str) -> str | None:
        if not _DIGEST.fullmatch(digest):
            return None
        beside = None if self._folder is None else _unpacked(self._path(digest), digest)
        return _unpacked(data_folder() / "copies" / f"{digest}.txt.gz", digest) if beside is None else beside

    def _own_lines(self) -> list[str]:
        return [each for each in _lines(self._list_file()) if _handed(each)]

    def _list_file(self) -> Path:
        return cast("Path", self._folder) / f"copies.{self._installation}.jsonl"

    def _path(self, digest: str) -> Path:
        return cast("Path", self._folder) / "copies" / f"{digest}.txt.gz"


def _unpacked(path: Path, digest: str) -> str | None:
    try:
        with gzip.open(path) as file:
            data = file.read(_LARGEST)
        text = data.decode("utf-8", "surrogatepass")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError):
        return None
    return text if text_digest(text) == digest else None


def _prune(folder: Path) -> None:
    """Drop the oldest of the texts kept aside; losing one costs a convenience only."""
    try:
        kept = sorted(folder.glob("*.txt.gz"), key=lambda each: each.stat().st_mtime_ns)
        for each in kept[:-_MOST_ASIDE]:
            each.unlink()
    except OSError:
        return


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError.of(folder, error) from error


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _line(handed: Handed) -> str:
    told = {"copy": handed.digest, "reader": handed.reader, "when": handed.when, "form": handed.form,
            "title": handed.title, "scenes": list(handed.scenes)}  # fmt: skip
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _handed(line: str) -> Handed | None:
    try:
        told = json.loads(line)
        scenes = tuple(int(each) for each in told.get("scenes", ()))
        return Handed(str(told["copy"]), str(told.get("reader", "")), str(told.get("when", "")),
                      str(told.get("form", "")), str(told.get("title", "")), scenes)  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
