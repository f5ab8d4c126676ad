# SPDX-License-Identifier: GPL-3.0-or-later
"""What one file or mail brought, before it joins the notes that are here."""

from __future__ import annotations

from dataclasses import dataclass

from redraft.errors import RedraftError
from redraft.notes.note import Note
from redraft.notes.webannotation import Answer

NOBODY = "A reader"
"""Who wrote a note that nobody signed."""


class NoNotes(RedraftError):
    """A file holds no notes that can be read; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """Notes as they came: where they stood is in ``origin`` and ``quote``, not yet where they stand.

    ``name`` is the file's, for sentences; ``copy`` the digest of the text that the reader had ("" where it is not
    told); ``notices`` are sentences for the author.
    """

    name: str
    notes: tuple[Note, ...]
    answers: tuple[Answer, ...] = ()
    copy: str = ""
    reader: str = ""
    title: str = ""
    notices: tuple[str, ...] = ()
