# SPDX-License-Identifier: GPL-3.0-or-later
"""WordPiece, the uncased subword splitting of BERT (Devlin et al. 2019), for words already told apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

_LONGEST_WORD = 100
_MOST_PIECES = 24
"""More pieces than this and a "word" is noise (a URL, a scream): it is read as unknown."""


class WordPiece:
    """A vocabulary and the greedy longest-match-first splitting that goes with it."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """``vocabulary``: the pieces in the order of their numbers."""
        self._number = {piece: number for number, piece in enumerate(vocabulary)}
        self.unknown = self._number["[UNK]"]
        self.start = self._number["[CLS]"]
        self.end = self._number["[SEP]"]
        self.pieces = lru_cache(maxsize=60_000)(self._pieces)

    @classmethod
    def load(cls, path: Path) -> WordPiece:
        """Read a ``vocab.txt``, one piece a line. Raises OSError when it cannot be read."""
        return cls(path.read_text(encoding="utf-8").splitlines())

    def _pieces(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces of one word or mark; never empty."""
        found: list[int] = []
        for part in _parts(word):
            found.extend(self._split(part))
        return tuple(found) if 0 < len(found) <= _MOST_PIECES else (self.unknown,)

    def _split(self, part: str) -> list[int]:
        if len(part) > _LONGEST_WORD:
            return [self.unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = "##" if start else ""
            for end in range(len(part), start, -1):
                number = self._number.get(prefix + part[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            found.append(number)
            start = end
        return found


def _parts(word: str) -> list[str]:
    """Lower case, accents off, split at punctuation: what BERT does before it looks up pieces."""
    parts: list[str] = []
    glue = False
    for char in unicodedata.normalize("NFD", word.lower()):
        kind = unicodedata.category(char)
        if kind == "Mn" or kind.startswith("C"):
            continue
        if _stands_alone(char, kind):
            parts.append(char)
            glue = False
        elif glue:
            parts[-1] += char
        else:
            parts.append(char)
            glue = True
    return parts


def _stands_alone(char: str, kind: str) -> bool:
    code = ord(char)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or kind.startswith("P") or 0x4E00 <= code <= 0x9FFF
