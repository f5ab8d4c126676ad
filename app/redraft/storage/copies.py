# SPDX-License-Identifier: GPL-3.0-or-later
"""The exact text of every copy handed to a reader, so that a note's place can be followed from it to the text now.

A text lies compressed under its digest in ``copies/`` in the sidecar folder: the same text once, however many readers
had it, and nothing that two machines could write differently. Who had which is told in one list an installation.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from redraft.notes import times
from redraft.places import data_folder
from redraft.storage.atomic import digest as digest_of
from redraft.storage.atomic import write_in_new_folder
from redraft.storage.contents import Contents
from redraft.storage.shelf import Shelf
from redraft.storage.sidecar import installation_id, sidecar_folder
from redraft.text.plain_data import plain_data

_ENDING = ".txt.gz"
_MOST_ASIDE = 100
_LARGEST = 64_000_000
"""Bytes that a copy may have: thirty long novels. A compressed file that claims more is damaged."""


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
        self._contents = None if folder is None else Contents(folder / "copies", _ENDING)
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
        data = _bytes(text)
        digest = digest_of(data) if self._contents is None else self._contents.keep(data)
        self._memory[digest] = text
        return digest

    def keep_aside(self, text: str) -> str:
        """Keep a text with the user's own data instead of beside the story, and return its digest: for a document that
        may come back from a reader, or never. Of these the latest hundred are kept.

        Raises:
            SaveError: when it could not be written.
        """
        aside = _aside()
        digest = aside.keep(_bytes(text))
        _prune(aside.folder)
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
        if self._contents is not None and digest not in {each.digest for each in self.handed}:
            self._contents.remove(digest)

    @property
    def digests(self) -> frozenset[str]:
        """The digests of all texts kept here."""
        return frozenset({*self._memory, *(self._contents.digests if self._contents is not None else ())})

    def _list(self, made: Iterable[Handed]) -> None:
        made = tuple(made)
        self._in_memory.extend(made)
        if self._folder is not None:
            with Shelf(self._folder, "copies", self._installation, 1).hold():
                lines = {*self._own_lines(), *map(_line, made)}
                data = ("\n".join(sorted(lines)) + "\n").encode("utf-8", "surrogatepass")
                write_in_new_folder(self._list_file(), data)

    def _read(self, digest: str) -> str | None:
        for place in filter(None, (self._contents, _aside())):
            data = place.read(digest, _LARGEST)
            if data is not None:
                with contextlib.suppress(UnicodeDecodeError):  # a file that is no text, whoever put it there
                    return data.decode("utf-8", "surrogatepass")
        return None

    def _own_lines(self) -> list[str]:
        return [each for each in _lines(self._list_file()) if _handed(each)]

    def _list_file(self) -> Path:
        return cast("Path", self._folder) / f"copies.{self._installation}.jsonl"


def _aside() -> Contents:
    return Contents(data_folder() / "copies", _ENDING)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _prune(folder: Path) -> None:
    """Drop the oldest of the texts kept aside; losing one costs a convenience only."""
    try:
        kept = sorted(folder.glob(f"*{_ENDING}"), key=lambda each: each.stat().st_mtime_ns)
        for each in kept[:-_MOST_ASIDE]:
            each.unlink()
    except OSError:
        return


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").split("\n")  # a title may hold other line ends
    except OSError:
        return []


def _line(handed: Handed) -> str:
    told = {"copy": handed.digest, "reader": handed.reader, "when": handed.when, "form": handed.form,
            "title": handed.title, "scenes": list(handed.scenes)}  # fmt: skip
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _handed(line: str) -> Handed | None:
    try:
        told = cast("dict[str, Any]", plain_data(line))
        scenes = tuple(int(each) for each in told.get("scenes", ()))
        return Handed(str(told["copy"]), str(told.get("reader", "")), str(told.get("when", "")),
                      str(told.get("form", "")), str(told.get("title", "")), scenes)  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
