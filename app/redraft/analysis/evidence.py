# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of each paragraph by its text alone: how it reads, its parse, its counts, what the judges marked.

Evidence depends on nothing but the paragraph and the version of what read it, so it is kept on disk; what follows
from it in this story is decided afresh each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from redraft.analysis.codec import from_plain, to_plain
from redraft.analysis.judges import Marks
from redraft.analysis.report import fingerprint
from redraft.analysis.store import EvidenceStore
from redraft.language.analysis import Analysis
from redraft.language.packing import Packed, pack, unpack
from redraft.language.tagging import Language
from redraft.text.folding import Reading, read_markup

_STRANGE = (TypeError, ValueError, IndexError, KeyError)
"""What data from a damaged cache raise; the text is read anew then."""


LONGEST = 60_000
"""Characters of a paragraph beyond which it is not read: the models would take too much memory, and too long."""


@dataclass(slots=True)
class Evidence:
    """Everything read in one paragraph's text so far; ``marks`` by judge. One that is too long is read as empty."""

    text: str
    reading: Reading
    analysis: Analysis | None = None
    marks: dict[str, Marks] = field(default_factory=dict)

    def all_marks(self) -> Marks:
        """The marks of all judges."""
        return tuple(mark for name in sorted(self.marks) for mark in self.marks[name])


class Library:
    """The evidence on all paragraphs of the open manuscript, by text, with what is kept on disk behind it."""

    def __init__(self, store: EvidenceStore, versions: dict[str, str]) -> None:
        self._store = store
        self._versions = versions
        self._shelf: dict[str, Evidence] = {}
        self._language: Language | None = None

    def of(self, text: str) -> Evidence:
        """The evidence on ``text``, complete or not."""
        evidence = self._shelf.get(text)
        if evidence is None:
            reading = read_markup(text if len(text) <= LONGEST else "")
            blank = None if reading.text.strip() else Analysis(reading.text)
            evidence = self._shelf[text] = Evidence(text, reading, blank)
        return evidence

    def keep_only(self, texts: Iterable[str]) -> None:
        """Forget all but these texts (on disk they stay)."""
        wanted = set(texts)
        self._shelf = {text: each for text, each in self._shelf.items() if text in wanted}

    def recall(self, texts: Sequence[str], judges: Sequence[str]) -> None:
        """Take from disk what is known of these texts."""
        rows = {fingerprint(text): self.of(text) for text in texts}
        for key, value in self._store.get(self._kind("language"), rows).items():
            with suppress(*_STRANGE):
                rows[key].analysis = unpack(value, rows[key].reading.text)
        for judge in judges:
            for key, value in self._store.get(self._kind(judge), rows).items():
                with suppress(*_STRANGE):
                    rows[key].marks[judge] = from_plain(Marks, value)

    def parse(self, texts: Sequence[str]) -> None:
        """Have the language model read those of ``texts`` that it has not read."""
        unread = [each for text in dict.fromkeys(texts) if (each := self.of(text)).analysis is None]
        if not unread:
            return
        if self._language is None:
            self._language = Language.load()
        analyses = self._language.analyse([each.reading.text for each in unread])
        for evidence, analysis in zip(unread, analyses, strict=True):
            evidence.analysis = analysis
        self._store.put(
            self._kind("language"),
            {fingerprint(each.text): pack(each.analysis) for each in unread if each.analysis is not None},
        )

    def take_analyses(self, texts: Sequence[str], analyses: Sequence[Packed]) -> None:
        """Keep what the language model, elsewhere, read in these texts."""
        for text, packed in zip(texts, analyses, strict=True):
            evidence = self.of(text)
            evidence.analysis = unpack(packed, evidence.reading.text)
        rows = zip(texts, analyses, strict=True)
        self._store.put(self._kind("language"), {fingerprint(text): packed for text, packed in rows})

    def take_marks(self, judge: str, texts: Sequence[str], marks: Sequence[Marks]) -> None:
        """Keep what a judge said of these texts."""
        kept: dict[str, Any] = {}
        for text, said in zip(texts, marks, strict=True):
            self.of(text).marks[judge] = said
            kept[fingerprint(text)] = to_plain(said)
        self._store.put(self._kind(judge), kept)

    def _kind(self, judge: str) -> str:
        return f"{judge} {self._versions.get(judge, '')}"
