# SPDX-License-Identifier: GPL-3.0-or-later
"""The edit journal's form on disk: the text as it was, then what was done to it, a line for each moment.

Every line carries the CRC-32 of what follows it. The first says when and of which story, then come the manuscript and
its paragraphs, some to a line (so that no line takes long to write while somebody types), and a line that closes them.
Each further line is what was done between two writings: a stretch of one paragraph's text replaced, or whole
paragraphs. A line torn by a crash ends the reading and costs only itself.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from redraft.manuscript.fitting import Change
from redraft.manuscript.model import Manuscript, Paragraph
from redraft.storage.flat import Data, files_fit, manuscript_data, manuscript_of, paragraph_data, paragraph_of
from redraft.text.plain_data import plain_data

VERSION = 2
_AT_ONCE = 64
"""Paragraphs to a line."""
_LONGEST_LINE = 64_000_000


@dataclass(frozen=True, slots=True)
class Step:
    """What was done up to a moment (seconds since 1970): whole paragraphs, or a stretch of one."""

    when: float
    done: tuple[list[object], ...]

    def make(self, paragraphs: list[Paragraph]) -> None:
        """Do it.

        Raises:
            ValueError: when it does not fit; the paragraphs may be changed in part then.
        """
        for each in self.done:
            _made(each, paragraphs)


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal that was read. ``story`` is the file or folder, None for a new story; ``began`` when it was begun;
    ``torn``: lines follow that could not be read. ``start`` is the text before the first of the ``steps``.
    """

    story: Path | None
    began: float
    start: Manuscript
    steps: tuple[Step, ...]
    torn: bool = False

    @property
    def latest(self) -> float:
        """When the last thing that can be had back was done."""
        return self.steps[-1].when if self.steps else self.began

    def at(self, count: int | None = None) -> Manuscript:
        """The text after so many steps; None: after all. From a step that does not fit on, they are left out."""
        paragraphs = list(self.start.paragraphs)
        for number, step in enumerate(self.steps[:count]):
            try:
                step.make(paragraphs)
            except (ValueError, TypeError, IndexError, KeyError):
                return self.at(number)  # without what was made of it
        found = self.start.with_paragraphs(paragraphs)
        return found if files_fit(found) else self.start


def opening(manuscript: Manuscript, when: float) -> Iterator[bytes]:
    """The lines that a journal of this manuscript begins with."""
    yield _line({"redraft-recovery": VERSION, "when": when, "path": str(manuscript.path or "")})
    yield _line(manuscript_data(manuscript.with_paragraphs(())))
    paragraphs = manuscript.paragraphs
    for first in range(0, len(paragraphs), _AT_ONCE):
        yield _line({"paragraphs": [paragraph_data(each) for each in paragraphs[first : first + _AT_ONCE]]})
    yield _line({"whole": len(paragraphs)})


def step_line(changes: Iterable[Change], when: float) -> bytes:
    """The line for what was done up to a moment."""
    return _line({"when": round(when, 3), "done": [_told(each) for each in changes]})


def read(path: Path) -> Journal | None:
    """The journal in a file, as far as it can be read; None when its beginning cannot."""
    lines, torn = _read_lines(path)
    told = next(lines, None)
    if told is None:
        return None
    story, began = str(told.get("path") or ""), _number(told.get("when"))
    start = _start_of(lines) if told.get("redraft-recovery") == VERSION else manuscript_of(next(lines, {}))
    if start is None:
        return None
    steps = tuple(filter(None, (_step(each, began) for each in lines)))
    return Journal(Path(story) if story else None, began, start, steps, bool(torn))


@dataclass(frozen=True, slots=True)
class Head:
    """Of which story a journal is (None: a new one, or it cannot be read), and in which version of this format (0: it
    cannot be read)."""

    story: Path | None = None
    version: int = 0


def head(path: Path) -> Head:
    """What the beginning of a journal says, without reading the rest."""
    told = next(_read_lines(path)[0], {})
    story, version = str(told.get("path") or ""), told.get("redraft-recovery")
    return Head(Path(story) if story else None, version if isinstance(version, int) else 0)


def joined(changes: Iterable[Change]) -> list[Change]:
    """The same changes, those that only go on with the one before as one: an hour's typing in a sentence is one."""
    found: list[Change] = []
    for each in changes:
        both = found[-1].then(each) if found else None
        if both is None:
            found.append(each)
        else:
            found[-1] = both
    return found


# --- a change on paper -----------------------------------------------------------------------------------------


def _told(change: Change) -> list[object]:
    """[index, start, end, text] for a stretch of one paragraph's text, or [index, how many, paragraphs]."""
    if len(change.removed) == len(change.inserted) == 1:
        old, new = change.removed[0], change.inserted[0]
        start, end, text = _stretch(old.text, new.text)
        if not (old.marks or new.marks) and _with(old, start, end, text) == new:
            return [change.index, start, end, text]
    return [change.index, len(change.removed), [paragraph_data(each) for each in change.inserted]]


def _stretch(old: str, new: str) -> tuple[int, int, str]:
    """The smallest stretch of the old text, and what stands there in the new one."""
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    return start, len(old) - end, new[start : len(new) - end]


def _shared(one: str, other: str) -> int:
    """How many characters both begin with; halved until it is known, since comparing slices is quick."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _with(old: Paragraph, start: int, end: int, text: str) -> Paragraph:
    made = old.text[:start] + text + old.text[end:]
    lead = old.lead
    joints = ((0, len(lead)),)  # and not by replace(), which takes twice as long: there may be 50,000 of these
    return Paragraph(
        old.id, made, lead + made, old.gap, old.file, joints, old.hang, True, old.marks, old.shape, old.tied)


def _made(told: Sequence[object], paragraphs: list[Paragraph]) -> None:
    index = cast(int, told[0])
    if len(told) == 4:
        start, end, text = cast("tuple[int, int, str]", tuple(told[1:]))
        if index < 0 or not 0 <= start <= end <= len(paragraphs[index].text):
            raise ValueError(told)
        paragraphs[index] = _with(paragraphs[index], start, end, text)
        return
    removed, inserted = cast("tuple[int, list[object]]", tuple(told[1:]))
    if not 0 <= index <= index + removed <= len(paragraphs):
        raise ValueError(told)
    paragraphs[index : index + removed] = [paragraph_of(each) for each in inserted]


# --- lines -----------------------------------------------------------------------------------------------------


def _line(data: Data) -> bytes:
    body = json.dumps(data, separators=(",", ":")).encode("ascii")
    return b"%08x " % zlib.crc32(body) + body + b"\n"


def _read_lines(path: Path) -> tuple[Iterator[Data], list[int]]:
    """The whole lines up to the first torn one; the list gets an entry when something follows that one."""
    torn: list[int] = []

    def lines() -> Iterator[Data]:
        try:
            with path.open("rb") as stream:
                while line := stream.readline(_LONGEST_LINE):
                    told = _parsed(line)
                    if told is None:
                        torn.extend([1] if stream.readline(_LONGEST_LINE) else [])
                        return
                    yield told
        except OSError:
            torn.append(1)

    return lines(), torn


def _parsed(line: bytes) -> Data | None:
    body = line[9:-1]
    if not line.endswith(b"\n") or line[:8] != b"%08x" % zlib.crc32(body):
        return None
    try:
        told = plain_data(body.decode("ascii"))
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _start_of(lines: Iterator[Data]) -> Manuscript | None:
    """The manuscript that the opening lines tell; None where they are not whole."""
    bare = manuscript_of(next(lines, {}))
    paragraphs: list[Paragraph] = []
    for told in lines:
        if "whole" in told:
            whole = bare.with_paragraphs(paragraphs) if bare and told["whole"] == len(paragraphs) else None
            return whole if whole is not None and files_fit(whole) else None
        try:
            paragraphs += [paragraph_of(each) for each in cast("list[object]", told["paragraphs"])]
        except (KeyError, ValueError, TypeError, IndexError):
            return None
    return None


def _step(told: Data, began: float) -> Step | None:
    done = told.get("done")
    if isinstance(done, list):
        return Step(_number(told.get("when")), tuple(each for each in done if isinstance(each, list)))
    if "at" in told:  # as the first versions wrote it
        return Step(began, ([told["at"], told.get("removed"), told.get("in")],))
    return None


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
