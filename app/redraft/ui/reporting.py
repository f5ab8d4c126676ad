# SPDX-License-Identifier: GPL-3.0-or-later
"""What an author may send to the makers when something is wrong: the program, the computer, the options, the log.

Of the story only its kind and size are told: no words, no name, no path.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import qVersion

from redraft import __version__
from redraft.analysis.state import EngineState
from redraft.manuscript.counts import words
from redraft.manuscript.model import Manuscript
from redraft.places import data_folder
from redraft.settings.options import options
from redraft.settings.store import Settings
from redraft.storage.log import Log

_LINES = 200
_REPORTS = 3
HEAD = (
    "This report is for the makers of Redraft. It holds no word of your story, no file name and no folder; read it "
    "through before you send it. Redraft itself sends nothing."
)


def report(manuscript: Manuscript, settings: Settings, engines: Iterable[EngineState], log: Log) -> str:
    """The report, as a text of parts with a heading each."""
    parts = [
        ("Program", _program()), ("Story", _story(manuscript)), ("Checkers", [f"{e.name}: {e.state}" for e in engines]),
        ("Options that differ from the usual", _options(settings)), ("Failures", _failures()),
        ("Log, the newest last", log.last(_LINES)),
    ]
    told = "\n\n".join(f"{title}\n" + "\n".join(f"  {line}" for line in lines or ["none"]) for title, lines in parts)
    return f"{HEAD}\n\n{told}\n"


def _program() -> list[str]:
    return [
        f"Redraft {__version__}", f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()}, {platform.machine()}",
        f"built: {bool(getattr(sys, 'frozen', False))}",
    ]


def _story(manuscript: Manuscript) -> list[str]:
    formats = ", ".join(sorted({each.format for each in manuscript.files}))
    longest = max((len(each.text) for each in manuscript.paragraphs), default=0)
    return [
        f"format: {formats}, files: {len(manuscript.files)}", f"paragraphs: {len(manuscript.paragraphs)}",
        f"words: {sum(words(each.text) for each in manuscript.paragraphs)}", f"longest paragraph: {longest} characters",
    ]


def _options(settings: Settings) -> list[str]:
    """Switches, numbers and choices; what an author may have written themselves (a name, words) is left out."""
    found = []
    for name, option in options().items():
        value = settings.get(name)
        plain = isinstance(value, bool | int) or (isinstance(value, str) and value in option.choices)
        if value != option.default:
            found.append(f"{name}: {value}" if plain else f"{name}: set")
    return found


def _failures() -> list[str]:
    """The last reports of what was not foreseen: names of errors and of functions."""
    folder = data_folder() / "reports"
    files = sorted(folder.glob("report-*.txt"))[-_REPORTS:] + [folder / "hard-crash.txt"]
    return [line for file in files for line in _lines(file)]


def _lines(file: Path) -> list[str]:
    try:
        found = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [_without_folders(line) for line in found if line.strip()]


def _without_folders(line: str) -> str:
    """A line of a hard crash's trace with the names of files in place of their paths."""
    before, quote, rest = line.partition('File "')
    path, end, behind = rest.partition('"')
    return f"{before}{quote}{Path(path.replace(chr(92), '/')).name}{end}{behind}" if quote else line
