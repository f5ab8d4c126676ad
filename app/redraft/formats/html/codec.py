# SPDX-License-Identifier: GPL-3.0-or-later
"""Web pages for the registry."""

from __future__ import annotations

from redraft.formats.codec import Codec, Document
from redraft.formats.documents import ONLY_IN_FILE, document
from redraft.formats.html.page import root_of, text_of
from redraft.formats.html.reader import read_blocks


def read(data: bytes, name: str, file: int, first_id: int) -> Document:
    """The document in a web page.

    Raises:
        FormatError: when it is no text, or nothing is in it.
    """
    decoded = text_of(data, name)
    flow = read_blocks(root_of(decoded.text, name))
    return document(flow, file, first_id, kept=ONLY_IN_FILE, notices=(decoded.notice,) if decoded.notice else ())


CODEC = Codec(read, None)
