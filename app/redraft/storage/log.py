# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program noted of its own work: a few small files in the user's data, one record a line, the oldest dropped.

Nobody's text is ever in it. A record holds numbers and words of the program's own (kinds of events, names of rules,
functions, errors, formats); words from elsewhere do not fit a :class:`Word`, and what an error says is left out, since
it may quote the story. Nothing is sent anywhere: an author may look at it under *Help → Save a report*.
"""

from __future__ import annotations

import contextlib
import json
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType, TracebackType

from redraft.places import data_folder

_NAME = "redraft.log"
_LARGEST = 100_000
"""Bytes of a file; then the next is begun."""
_FILES = 3
_DEEPEST = 14
"""Functions told of a stack, the innermost ones."""
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_.+-]{0,59}")


class Word(str):
    """A name out of the program itself. What does not look like one is told as "other"."""

    def __new__(cls, name: str) -> Word:
        """The name, or "other"."""
        return super().__new__(cls, name if _WORD.fullmatch(name) else "other")



class Log:
    """Notes events. ``folder``: where, by default in the user's data; nothing is there before the first event."""

    def __init__(self, folder: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        self._folder = folder or data_folder() / "log"
        self._clock = clock

    def note(self, kind: str, *, where: Sequence[str] = (), **facts: int | float | Word) -> None:
        """Note an event. ``where``: functions of the program, as :func:`functions` and :func:`failed_in` name them.

        A disk that takes nothing costs the record and nothing else.
        """
        at = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(self._clock()))
        record: dict[str, object] = {"at": at, "kind": kind, **{name: _plain(each) for name, each in facts.items()}}
        if where:
            record["where"] = list(where)
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / _NAME
            with contextlib.suppress(FileNotFoundError):
                if path.stat().st_size > _LARGEST:
                    self._turn_over()
            with path.open("a", encoding="ascii") as stream:
                stream.write(json.dumps(record, separators=(",", ":")) + "\n")

    def failed(self, error: BaseException) -> None:
        """Note an error by its kind and place, without its words."""
        self.note("error", name=Word(type(error).__name__), where=failed_in(error.__traceback__))

    def last(self, lines: int) -> list[str]:
        """The last records, oldest first, one line each."""
        found: list[str] = []
        for number in reversed(range(_FILES)):
            with contextlib.suppress(OSError):
                found += self._file(number).read_text(encoding="ascii", errors="replace").splitlines()
        return found[-lines:] if lines else []

    def _turn_over(self) -> None:
        for number in reversed(range(_FILES - 1)):
            with contextlib.suppress(FileNotFoundError):
                self._file(number).replace(self._file(number + 1))

    def _file(self, number: int) -> Path:
        return self._folder / (f"{_NAME}.{number}" if number else _NAME)


def functions(frame: FrameType | None) -> list[str]:
    """The functions that run in a frame and those that called it, innermost first."""
    found: list[str] = []
    while frame is not None and len(found) < _DEEPEST:
        found.append(_place(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
        frame = frame.f_back
    return found


def failed_in(trace: TracebackType | None) -> list[str]:
    """The functions through which an error came, innermost first."""
    found: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(_place(code.co_filename, trace.tb_lineno, code.co_name))
        trace = trace.tb_next
    return found[::-1][:_DEEPEST]


def _place(file: str, line: int, function: str) -> str:
    return f"{Path(file).name}:{line} {function}"


def _plain(fact: int | float | Word) -> int | float | str:
    if isinstance(fact, str):
        return str(fact) if isinstance(fact, Word) else str(Word(fact))
    return round(fact, 3) if isinstance(fact, float) else fact
