# SPDX-License-Identifier: GPL-3.0-or-later
"""Blocks → PDF, printed by a process of its own that has the window's toolkit; nothing is shown."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from redraft.children import surroundings
from redraft.formats.errors import FormatError
from redraft.formats.flow import Block
from redraft.formats.html.writer import write_page

_SECONDS = 180


class NotPrinted(FormatError):
    """No PDF was made."""

    def __init__(self) -> None:
        super().__init__(
            "The PDF could not be made: the part of Redraft that prints did not start. "
            "Export .odt or .docx and print that."
        )


def write_pdf(blocks: Sequence[Block]) -> bytes:
    """The bytes of the PDF: A4, page numbers, the fonts of a book.

    Raises:
        NotPrinted: when the printing process fails, or takes more than three minutes.
    """
    with tempfile.TemporaryDirectory(prefix="redraft-") as folder:
        target = Path(folder) / "story.pdf"
        try:
            subprocess.run(
                [*_program(), "--print-pdf", str(target)], input=_page(blocks), env=_environment(), check=True,
                timeout=_SECONDS, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            return target.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise NotPrinted from error


def _page(blocks: Sequence[Block]) -> bytes:
    """The page that is printed: a rule between scenes is three stars on paper."""
    return write_page(blocks).replace(b"<hr>", b'<p style="text-align: center">* * *</p>')


def _program() -> list[str]:
    """How this program is started: from a bundle, or by the interpreter that runs now."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-X", "utf8", "-m", "redraft"]


def _environment() -> dict[str, str]:
    """The environment for it: no display is needed, and the same package is found."""
    package = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join([package, *filter(None, [os.environ.get("PYTHONPATH")])])
    return {**surroundings(), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": path}
