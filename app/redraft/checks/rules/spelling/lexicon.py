# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of English, and how common each is in fiction. Loaded once, at the first question (0.1 s)."""

from __future__ import annotations

import gzip
import unicodedata
from functools import cache, lru_cache

from redraft.errors import RedraftError
from redraft.places import not_whole, resource

_SPOKEN = 3
"""The level given to spoken forms that no list counts."""
_ENDINGS = ("'s", "'ll", "'d", "'ve", "'re", "'m", "'", "s'")


class Lexicon:
    """``level`` of a word is log2 of its count in 15 million words, half of novels and half of all else (0 to 20).
    ``knows(word)`` says whether a word, as written, with straight apostrophes, is English or a well-known name;
    ``seen`` holds the levels of what is written now and then and is neither: names, foreign words, slips; ``foreign``
    common words of French, German, Spanish and Italian.
    """

    def __init__(
        self, levels: dict[str, int], us: frozenset[str], gb: frozenset[str], learned: frozenset[str],
        names: frozenset[str], seen: dict[str, int], foreign: frozenset[str],
    ) -> None:
        self.levels = levels
        self.us = us
        self.gb = gb
        self.learned = learned
        self.names = names
        self.seen = seen
        self.foreign = foreign
        self._lower_names = frozenset(each.lower() for each in names)
        self.knows = lru_cache(maxsize=50_000)(self._knows)

    def _knows(self, word: str) -> bool:
        lower = word.lower()
        if lower in self.levels or word in self.names or (word[:1].isupper() and lower in self._lower_names):
            return True
        for ending in _ENDINGS:
            if lower.endswith(ending) and len(lower) > len(ending) + 1:
                stem = word[: -len(ending)]
                if stem.lower() in self.levels or (stem[:1].isupper() and stem.lower() in self._lower_names):
                    return True
        return not lower.isascii() and _plain(lower) in self.levels

    def level(self, word: str) -> int:
        """How common a lower-case word is; -1 when it is unknown."""
        return self.levels.get(word, -1)


_FILE = "english.txt.gz"


class WordsDamaged(RedraftError):
    """The list of English words cannot be trusted."""

    def __init__(self) -> None:
        super().__init__("The list of English words is missing or damaged; spelling is not checked. "
                         "Install Redraft again.")


@cache
def lexicon() -> Lexicon:
    """The lexicon of ``resources/words/english.txt.gz``.

    Raises:
        WordsDamaged: when the file is not the one that was made.
    """
    if _FILE in not_whole("words"):
        raise WordsDamaged
    levels: dict[str, int] = {}
    groups: dict[str, set[str]] = {name: set() for name in ("both", "us", "gb", "learned", "modern", "name")}
    seen: dict[str, int] = {}
    foreign: set[str] = set()
    with gzip.open(resource("words", _FILE), "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            group, level, *words = line.split()
            if group in ("seen", "foreign"):
                seen.update(dict.fromkeys(words if group == "seen" else (), int(level)))
                foreign.update(words if group == "foreign" else ())
                continue
            groups[group].update(words)
            if group != "name":
                levels.update(dict.fromkeys(words, int(level)))
            for word in words:
                if not word.isascii():
                    levels.setdefault(_plain(word).lower(), int(level))
            levels.update((each.lower(), 9) for each in words if each.startswith("I'"))
    for word in _spoken():
        levels.setdefault(word, _SPOKEN)
    wrong = misspellings()
    for word in wrong:
        levels.pop(word, None)
    frozen = {name: frozenset(words - wrong.keys()) for name, words in groups.items()}
    return Lexicon(
        levels, frozen["us"], frozen["gb"], frozen["learned"], frozen["name"], seen, frozenset(foreign)
    )


@cache
def misspellings() -> dict[str, tuple[str, ...]]:
    """Common misspellings and what they stand for."""
    pairs: dict[str, tuple[str, ...]] = {}
    for line in resource("words", "misspellings.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            wrong, _, right = line.partition(" = ")
            pairs[wrong] = tuple(right.split(", "))
    return pairs


def _spoken() -> frozenset[str]:
    """Words as they are spoken, and noises."""
    lines = resource("words", "spoken.txt").read_text("utf-8").splitlines()
    return frozenset(word.strip("'") for line in lines if line[:1] not in ("#", "[") for word in line.split())


def _plain(word: str) -> str:
    """The word without its accents: café is cafe."""
    return "".join(each for each in unicodedata.normalize("NFD", word) if not unicodedata.combining(each))
