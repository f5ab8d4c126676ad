# SPDX-License-Identifier: GPL-3.0-or-later
"""The evidence on one paragraph: plain data, computed once, cached by the paragraph's text.

All offsets are code points in ``text``, the paragraph as it is *read*: without markup (``*…*``, ``<i>``). The
runner alone maps them to the paragraph as it is written.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from sys import intern

from redraft.text.span import Span


class Zone(Enum):
    """Whose words these are."""

    NARRATION = "narration"
    SPEECH = "speech"
    THOUGHT = "thought"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark. ``tag`` is the Penn tag, ``pos`` the universal one, ``head`` an index into tokens.

    ``lower`` is the word in lower case, with straight apostrophes.
    """

    start: int
    end: int
    text: str
    lemma: str = ""
    tag: str = ""
    pos: str = ""
    dep: str = ""
    head: int = 0
    entity: str = ""
    lower: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", intern(self.text.lower().replace("’", "'")))

    @property
    def is_word(self) -> bool:
        """Whether it has a letter in it."""
        return any(each.isalpha() for each in self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters ``start``–``end`` and tokens ``first`` up to, not including, ``last``."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """An uninterrupted stretch of one zone. A speech includes its quote marks; ``opened``/``closed`` say whether
    the mark stands there (speech that runs on over paragraphs is not closed, and opened again in the next)."""

    start: int
    end: int
    zone: Zone
    opened: bool = True
    closed: bool = True
    depth: int = 1


@dataclass(frozen=True)
class Analysis:
    """What is known of one paragraph. ``stretches`` cover speech and thought in order; the rest is narration.

    ``nested`` holds quotations inside speech (they are speech too). Sentences do not cross a paragraph's end.
    """

    text: str
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    nested: tuple[Stretch, ...] = field(default=())

    def zone(self, offset: int) -> Zone:
        """Whose words the character at ``offset`` belongs to."""
        index = bisect_right(self._stretch_starts, offset) - 1
        if index >= 0 and offset < self.stretches[index].end:
            return self.stretches[index].zone
        return Zone.NARRATION

    def speeches(self) -> list[Stretch]:
        """The stretches of speech, in order."""
        return [each for each in self.stretches if each.zone is Zone.SPEECH]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the character at ``offset``."""
        for sentence in self.sentences:
            if sentence.start <= offset < sentence.end:
                return sentence
        return None

    def tokens_in(self, span: Span | Sentence | Stretch) -> tuple[Token, ...]:
        """The tokens that lie wholly in a stretch."""
        first = bisect_right(self._token_starts, span.start - 1)
        last = bisect_right(self._token_starts, span.end - 1)
        inside = self.tokens[first:last]
        return inside if not inside or inside[-1].end <= span.end else inside[:-1]

    def token_index(self, offset: int) -> int:
        """The index of the token that starts at or before ``offset``; -1 when none does."""
        return bisect_right(self._token_starts, offset) - 1

    @cached_property
    def _token_starts(self) -> list[int]:
        return [each.start for each in self.tokens]

    @cached_property
    def _stretch_starts(self) -> list[int]:
        return [each.start for each in self.stretches]
