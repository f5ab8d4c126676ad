# SPDX-License-Identifier: GPL-3.0-or-later
"""Words taken for others of their set: how many swaps are found, and how often a right word is called confused."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redraft.manuscript.model import Manuscript
from redraft.places import resource
from tools.evaluate.planted.making import Planted, planted
from tools.evaluate.reading import Book, outcome, with_texts, write
from tools.evaluate.study import Bench
from tools.evaluate.texts import novel

_EVERY = 4
_LESS_OFTEN = "# Less often"
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


@dataclass
class Tally:
    """Swaps made, found and fixed, by the name of their set."""

    made: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    fixed: Counter[str] = field(default_factory=Counter)

    def row(self, label: str, kinds: Collection[str]) -> str:
        """One line of the table, of the sets ``kinds``."""
        made, found, fixed = (sum(each[kind] for kind in kinds) for each in (self.made, self.found, self.fixed))
        named = f"{label}, {sum(kind in self.made for kind in kinds)} of {len(kinds)} sets"
        return f"{named:44} {found}/{made} {found / max(1, made):.0%} found {fixed / max(1, made):.0%} fixed"


def measure(bench: Bench, books: Sequence[Book], words: int, out: Path) -> None:
    """Print the share of swaps found and fixed, and false marks per 100,000 words; list misses and false marks."""
    listed = resource("words", "confusables.txt").read_text("utf-8")
    sets, often = read_sets(listed), read_sets(listed.partition(_LESS_OFTEN)[0])
    tally, read, missed, false = Tally(), 0, list[str](), list[str]()
    for _, path in books:
        manuscript = novel(path, words)
        clean = bench.study(manuscript)
        read += clean.words
        false += [
            f"{each.check}: {_context(manuscript.paragraphs[number].text, each.start, each.end)} → {each.suggestions}"
            for number, each in clean.findings if each.category == "confusable"
        ]
        missed += _swapped(bench, manuscript, sets, tally)
    kinds, usual = ({"/".join(each) for each in one.values()} for one in (sets, often))
    print(tally.row("confusable words", kinds))
    print(tally.row("  those often taken for one another", usual))
    print(f"{'  false marks per 100,000 words':44} {100_000 * len(false) / max(1, read):.1f}")
    write(out / "confusables-missed.txt", sorted(missed))
    write(out / "confusables-false.txt", sorted(false))


def _swapped(bench: Bench, manuscript: Manuscript, sets: Mapping[str, tuple[str, ...]], tally: Tally) -> list[str]:
    """Put swaps into a manuscript, count what is found, and give the contexts of those missed."""
    errors = dict(swaps(manuscript, sets, tally.made))
    texts = [each.text for each in manuscript.paragraphs]
    for number, error in errors.items():
        texts[number] = error.text
    studied = bench.study(with_texts(manuscript, texts))
    missed = []
    for number, error in errors.items():
        hit, cured = outcome(studied, number, error)
        tally.found[error.kind] += hit
        tally.fixed[error.kind] += cured
        if not hit:
            missed.append(f"{error.kind}: {_context(error.text, error.start, error.end)}")
    return missed


def _context(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - 60) : start]}⟦{text[start:end]}⟧{text[end : end + 40]}".replace("\n", " ")


def read_sets(text: str) -> Mapping[str, tuple[str, ...]]:
    """The set of each word, from a list with one set a line, its words parted by slashes; the first set counts."""
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        members = tuple(line.split("/"))
        if not line.startswith("#") and len(members) > 1:
            for member in members:
                found.setdefault(member, members)
    return found


def swaps(
    manuscript: Manuscript, sets: Mapping[str, tuple[str, ...]], made: Counter[str], seed: int = 1
) -> Iterator[tuple[int, Planted]]:
    """In every fourth paragraph one word for another of its set, the sets that had it least first.

    ``made`` counts by set and goes on over several books.
    """
    chance = random.Random(seed)
    for index in range(0, len(manuscript.paragraphs), _EVERY):
        text = manuscript.paragraphs[index].text
        places = [each for each in _WORD.finditer(text) if _plain(each.group()) in sets]
        if not places:
            continue
        match = min(places, key=lambda each: (made[_name(sets, each)], chance.random()))
        word = _plain(match.group())
        new = chance.choice([each for each in sets[word] if each != word])
        new = new.replace("'", "’") if "’" in text else new
        new = new[0].upper() + new[1:] if match.group()[0].isupper() else new
        made[_name(sets, match)] += 1
        yield index, planted(_name(sets, match), text, (match.start(), match.end(), new))


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _name(sets: Mapping[str, tuple[str, ...]], match: re.Match[str]) -> str:
    return "/".join(sets[_plain(match.group())])
