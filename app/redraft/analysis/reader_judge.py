# SPDX-License-Identifier: GPL-3.0-or-later
"""The language model in a process of its own: it parses while the rules judge, and its memory is nobody else's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from redraft.language.packing import Packed, pack
from redraft.language.tagging import Language

_AT_ONCE = 320
"""Words parsed at once: about 30 ms, after which something more urgent may come first."""


class ReaderJudge:
    """Parses paragraphs; what it says of each is the packed analysis."""

    def __init__(self) -> None:
        self._language = Language.load()

    def marks(self, texts: Sequence[str], pause: Callable[[], None] = lambda: None) -> list[Packed]:
        """The analysis of each of ``texts`` as plain data, to be unpacked by
        :func:`redraft.language.packing.unpack`."""
        found: list[Packed] = []
        for some in _parts(texts):
            pause()
            found += [pack(each) for each in self._language.analyse(some)]
        return found

    def close(self) -> None:
        """Nothing is held open."""


def _parts(texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts, so many together that they have the words that are parsed at once."""
    part: list[str] = []
    words = 0
    for text in texts:
        part.append(text)
        words += text.count(" ") + 1
        if words >= _AT_ONCE:
            yield part
            part, words = [], 0
    if part:
        yield part
