# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts to measure on: a published novel where the corpus is beside the checkout, else the sample stories repeated."""

from __future__ import annotations

import re
import tarfile
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
CORPUS = CHECKOUT.parent / "shared" / "corpus" / "fiction-train.tar.xz"
NOVEL = "h-beam-piper_four-day-planet"


@cache
def novel(words: int) -> str:
    """A text of about so many words, cut at a paragraph's end."""
    paragraphs = [each for each in _source().split("\n\n") if each.strip()]
    taken: list[str] = []
    count = turn = 0
    while count < words:
        for each in paragraphs:
            taken.append(each if not turn else each.replace("the ", f"the {'very ' * (turn % 2)}", 1))
            count += len(each.split())
            if count >= words:
                break
        turn += 1
    return "\n\n".join(taken) + "\n"


@cache
def _source() -> str:
    if CORPUS.exists():
        with tarfile.open(CORPUS) as archive:
            for member in archive:
                if NOVEL in member.name and (file := archive.extractfile(member)):
                    return file.read().decode("utf-8")
    stories = [each.read_text(encoding="utf-8") for each in sorted((CHECKOUT / "seeds").glob("0*.*t"))]
    return re.sub(r"\n(?=\S)", "\n\n", "\n\n".join(stories))
