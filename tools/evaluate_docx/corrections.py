# SPDX-License-Identifier: GPL-3.0-or-later
"""Documents opened, and corrected at random places as a copy editor would correct them."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path

from redraft.formats.docx.hands import Revision
from redraft.formats.docx.patch import patched
from redraft.formats.docx.reader import read
from redraft.manuscript.model import Manuscript, Original, SourceFile
from redraft.manuscript.session import Session

MOST = 30
"""Corrections in one document."""

_ENDS = ".,;:!?”’)"


@dataclass(frozen=True)
class Corrected:
    """``plain`` and ``tracked`` are the bytes of the corrected document; ``texts`` what its paragraphs read then."""

    original: bytes
    plain: bytes
    tracked: bytes
    texts: tuple[str, ...]
    places: int


def corrected(path: Path, seed: int = 0) -> Corrected:
    """The document with 1–30 words changed, put in or taken out; the same ones for the same seed and name.

    Raises:
        FormatError: when it cannot be opened.
    """
    data = path.read_bytes()
    rng = random.Random(f"{path.name} {seed}")
    found = read(data, path.name, 0, 0)
    original = Original("docx", data, found.paragraphs)
    session = Session(Manuscript(None, (SourceFile(None, "docx", original=original),), found.paragraphs))
    texts = _texts(session, rng)
    if texts:
        session.replace_many(texts, label="corrections", initiator="evaluation")
    plain = patched(replace(original), session.paragraphs, path.name)
    tracked = patched(original, session.paragraphs, path.name, Revision("Evaluation"))
    return Corrected(data, plain, tracked, tuple(each.text for each in session.paragraphs), len(texts))


def _texts(session: Session, rng: random.Random) -> dict[int, str]:
    """New texts for some paragraphs, by their number."""
    filled = [at for at, each in enumerate(session.paragraphs) if each.text.strip()]
    texts: dict[int, str] = {}
    for _ in range(rng.randint(1, MOST) if filled else 0):
        at = rng.choice(filled)
        new = _changed(texts.get(at, session.paragraphs[at].text), rng)
        if new.strip():
            texts[at] = new
    return {at: text for at, text in texts.items() if text != session.paragraphs[at].text}


def _changed(text: str, rng: random.Random) -> str:
    words = text.split(" ")
    at = rng.randrange(len(words))
    word = words[at]
    changes = (
        lambda: rng.choice(("was", "rogue", "it’s", "their", "e-mail")),
        lambda: word + "s",
        lambda: word[:-1],
        lambda: word.rstrip(_ENDS) + rng.choice(_ENDS),
        lambda: f"{word} again",
        lambda: "",
        lambda: word.capitalize() if word.islower() else word.lower(),
        lambda: word[: len(word) // 2] + "-" + word[len(word) // 2 :],
    )
    words[at] = rng.choice(changes)()
    return " ".join(words if words[at] else words[:at] + words[at + 1 :])
