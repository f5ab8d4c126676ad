# SPDX-License-Identifier: GPL-3.0-or-later
"""Make ``resources/words/easy.txt``: the Dale–Chall list of easy words as the package ``textstat`` (MIT) has it."""

from __future__ import annotations

import textwrap
from importlib.resources import files
from pathlib import Path

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "words" / "easy.txt"
_HEAD = """\
# The Dale-Chall list of easy words, with their commonest inflections, as listed in the package textstat:
# Copyright (c) 2016 Shivam Bansal. MIT licence (licences/textstat.txt).
"""


def main() -> None:
    """Write the list."""
    listed = files("textstat").joinpath("resources", "en", "easy_words.txt").read_text("utf-8")
    words = sorted({line.strip().lower() for line in listed.splitlines() if line.strip()})
    _TARGET.write_text(_HEAD + textwrap.fill(" ".join(words), 110, break_on_hyphens=False) + "\n", "utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
