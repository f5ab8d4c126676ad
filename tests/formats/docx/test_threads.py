# SPDX-License-Identifier: GPL-3.0-or-later
"""Which documents lost the threads of their comments."""

from __future__ import annotations

import io
import zipfile

import pytest

from redraft.formats.docx.commenting import Comment, commented
from redraft.formats.docx.threads import parted
from redraft.formats.docx.writer import write
from redraft.formats.flow import Block

PLAIN = commented(write([Block("The gate was locked.")]), [Comment("Ann", "", "Why?", 4, 8)])
THREAD = commented(PLAIN, [Comment("Ann", "", "Why?", 4, 8, (Comment("Bo", "", "Because."),))])


def by(program: str, data: bytes) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as made:
        made.writestr("docProps/app.xml", program)
    return out.getvalue()


@pytest.mark.parametrize(("program", "data", "expected"), [
    ("<p><Application>LibreOffice/7.4.7.2$Linux</Application></p>", PLAIN, True),
    ("<p><Application>LibreOffice/24.8</Application></p>", THREAD, False),
    ("<p><Application>Microsoft Office Word</Application></p>", PLAIN, False),
    ("<broken", PLAIN, False),
])
def test_who_parts_threads(program: str, data: bytes, expected: bool) -> None:
    assert parted(by(program, data)) is expected
    assert not parted(data)
