# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads one document in a process of its own: ``python -m tools.evaluate_formats.alone FILE`` prints JSON.

A document that hangs or eats memory ends this process, and not the measurement.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from redraft.formats.errors import FormatError
from redraft.formats.registry import read, render
from redraft.manuscript.marks import MarkKind
from redraft.manuscript.model import Manuscript, Paragraph
from redraft.manuscript.shape import ShapeKind
from tools.evaluate_formats.words import NOTE

SECONDS = 10.0
"""The longest that a document may take to open."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a document was read. ``outcome``: "read", "refused" (with a sentence), "crash" or "hang"; ``words`` are those
    of the text, ``deleted`` those of tracked deletions; ``same``: saved unedited it is the same file, byte for byte.
    """

    outcome: str
    seconds: float
    text: str = ""
    told: str = ""
    form: str = ""
    deleted: str = ""
    same: bool = True


def read_alone(path: Path) -> Reading:
    """The document as it is read by a process that is ended after :data:`SECONDS`."""
    start = time.perf_counter()
    try:
        done = subprocess.run([sys.executable, "-m", __name__, str(path)], capture_output=True, timeout=SECONDS + 5)
    except subprocess.TimeoutExpired:
        return Reading("hang", time.perf_counter() - start)
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return Reading("crash", time.perf_counter() - start, told=lines[-1] if lines else str(done.returncode))
    return Reading(**json.loads(done.stdout))


def _read(path: Path) -> Reading:
    start = time.perf_counter()
    try:
        manuscript = read(path).manuscript
    except FormatError as error:
        return Reading("refused", time.perf_counter() - start, told=str(error))
    seconds = time.perf_counter() - start
    outcome = "read" if seconds <= SECONDS else "hang"
    return Reading(outcome, seconds, _text(manuscript), "", manuscript.files[0].format,
                   _deleted(manuscript), render(manuscript) == path.read_bytes())


def _text(manuscript: Manuscript) -> str:
    """The paragraphs with a sign where footnotes are; rules between scenes left out."""
    return "\n".join(_noted(each) for each in manuscript.paragraphs if each.shape.kind is not ShapeKind.MARK)


def _deleted(manuscript: Manuscript) -> str:
    marks = (mark for each in manuscript.paragraphs for mark in each.marks)
    return " ".join(each.value for each in marks if each.kind is MarkKind.DELETED)


def _noted(paragraph: Paragraph) -> str:
    text = paragraph.text
    for place in sorted((each.start for each in paragraph.marks if each.kind is MarkKind.NOTE), reverse=True):
        text = text[:place] + NOTE + text[place:]
    return text


if __name__ == "__main__":
    found = _read(Path(sys.argv[1]))
    print(json.dumps({name: getattr(found, name) for name in found.__slots__}))
