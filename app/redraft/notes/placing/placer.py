# SPDX-License-Identifier: GPL-3.0-or-later
"""Gives notes their place in the text as it is now: from the copy they were made in, else by their quotation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cached_property

from redraft.notes.note import Note, Place, Quote, Target, text_digest
from redraft.notes.placing.searching import Search
from redraft.notes.placing.textmap import TextMap
from redraft.notes.placing.wording import Wording, fold
from redraft.text.span import Span

Copies = Callable[[str], str | None]
"""The text of a digest; None when it is not kept."""


def no_copies(digest: str) -> None:
    """Where no copy was kept."""


class Placer:
    """Places notes in ``text``. What is found out about a copy serves all notes made in it."""

    def __init__(self, text: str, copies: Copies = no_copies) -> None:
        self.text = text
        self.digest = text_digest(text)
        self._copies = copies
        self._old: dict[str, str | None] = {}
        self._maps: dict[str, TextMap] = {}

    def placed(self, note: Note) -> Note:
        """The note where its words are now, with the words that stand there; without a place when they are gone,
        then with the quotation that it had."""
        if note.target is Target.MANUSCRIPT:
            return replace(note, place=None)
        span = self._span(note)
        if span is None:
            return replace(note, place=None, quote=self._old_quote(note))
        place = Place(self.digest, span.start, span.end)
        return replace(note, place=place, quote=Quote.at(self.text, span.start, span.end))

    def all(self, notes: Iterable[Note]) -> list[Note]:
        """Each of several notes in turn."""
        return [self.placed(each) for each in notes]

    def _span(self, note: Note) -> Span | None:
        known = False
        for place, quote in ((note.place, note.quote.exact), (note.origin, "" if note.place else note.quote.exact)):
            old = self._stood(place, quote)
            if place is None or old is None:
                continue
            known = True
            if place.text == self.digest:
                return Span(place.start, place.end)
            found = self._map(place.text, old).place(place.start, place.end)
            found = found or self._search.find(Quote.at(old, place.start, place.end))
            if found is not None:
                return found
        return None if known or not note.quote.exact else self._search.find(note.quote)

    def _stood(self, place: Place | None, quote: str) -> str | None:
        """The text that a place belongs to, if it is kept and the place is one: within it, on the words quoted."""
        if place is None or place.start >= place.end:
            return None
        text = self.text if place.text == self.digest else self._copy(place.text)
        if text is None or place.end > len(text):
            return None
        return text if not quote or _same(text[place.start : place.end], quote) else None

    def _copy(self, digest: str) -> str | None:
        if digest not in self._old:
            self._old[digest] = self._copies(digest)
        return self._old[digest]

    def _map(self, digest: str, old: str) -> TextMap:
        if digest not in self._maps:
            self._maps[digest] = TextMap(Wording.of(old), self._new)
        return self._maps[digest]

    def _old_quote(self, note: Note) -> Quote:
        """What a lost note quoted; one that came with offsets alone gets the words from its copy."""
        if note.quote.exact:
            return note.quote
        place = note.place or note.origin
        old = self._stood(place, "")
        return note.quote if place is None or old is None else Quote.at(old, place.start, place.end)

    @cached_property
    def _new(self) -> Wording:
        return Wording.of(self.text)

    @cached_property
    def _search(self) -> Search:
        return Search(self._new)


def _same(stands: str, quoted: str) -> bool:
    """Whether a quotation is of these words; spaces may have come out otherwise on a page."""
    return fold(stands).split() == fold(quoted).split() or not quoted.strip()
