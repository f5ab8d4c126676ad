# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a word processor has a file open: it says so by a small file beside it.

Word writes ``~$ory.docx`` beside ``story.docx`` (the first two letters give way; of a short name one or none does),
LibreOffice ``.~lock.story.docx#``. Either may be left behind by a crash, so it is a reason to ask, not to refuse.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc", ".rtf"})
_SHORT, _LONG = 6, 8
_NAME_BYTES = 53


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that has a file open, and who sits before it ("" where it does not say)."""

    program: str
    person: str = ""

    def sentence(self, name: str) -> str:
        """What to tell an author who saves the file ``name``."""
        who = f" ({self.person})" if self.person else ""
        return (
            f"{self.program}{who} has “{name}” open. What is saved here now may be lost when it is saved there; "
            "close it there first."
        )


def holder(path: Path) -> Holder | None:
    """The program that has the file at ``path`` open, as far as one says so."""
    libre = path.with_name(f".~lock.{path.name}#")
    if libre.is_file():
        return Holder("LibreOffice", _libre_person(libre))
    if path.suffix.lower() in _WORD:
        word = path.with_name(_word_name(path))
        if word.is_file():
            return Holder("Word", _word_person(word))
    return None


def _word_name(path: Path) -> str:
    """What Word calls its file: letters at the front give way as far as eight remain."""
    stem = path.stem
    gone = 0 if len(stem) <= _SHORT else 1 if len(stem) < _LONG else 2
    return "~$" + path.name[gone:]


def _libre_person(lock: Path) -> str:
    try:
        return lock.read_text(encoding="utf-8", errors="replace").split(",")[0].strip()
    except OSError:
        return ""


def _word_person(lock: Path) -> str:
    """The name at the head of Word's file: its length in a byte, then its letters in the system's code page."""
    try:
        data = lock.read_bytes()
    except OSError:
        return ""
    length = data[0] if data else 0
    if not 0 < length <= _NAME_BYTES:
        return ""
    return data[1 : 1 + length].decode("cp1252", "replace").strip("\0 ")
