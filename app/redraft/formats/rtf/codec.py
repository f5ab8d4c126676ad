# SPDX-License-Identifier: GPL-3.0-or-later
"""RTF for the registry: read, not written."""

from __future__ import annotations

from redraft.formats.codec import Codec, Document
from redraft.formats.documents import ONLY_IN_FILE, document
from redraft.formats.errors import Broken
from redraft.formats.rtf.reader import read_story

_START = b"{\\rtf"


def read(data: bytes, name: str, file: int, first_id: int) -> Document:
    """The document in an RTF file.

    Raises:
        Broken: when it does not begin as RTF does.
    """
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_START):
        raise Broken(name, "it does not begin as an RTF document does")
    story = read_story(data.decode("latin-1"))
    return document(story.flow, file, first_id, kept=ONLY_IN_FILE, notes=story.notes)


CODEC = Codec(read, None)
