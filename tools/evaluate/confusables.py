# SPDX-License-Identifier: GPL-3.0-or-later
"""Words taken for others of their set: how many swaps are found, and how often a right word is called confused."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from redraft.manuscript.model import Manuscript
from redraft.places import resource
from tools.evaluate.planted.making import Planted, planted
from tools.evaluate.reading import Book, outcome, with_texts, write
from tools.evaluate.study import Bench
from tools.evaluate.texts import novel

_EVERY = 4
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def measure(bench: Bench, books: Sequence[Book], words: int, out: Path) -> None:
    """Print the share of swaps found and fixed, and false marks per 100,000 words; list what was missed."""
    sets = read_sets(resource("words", "confusables.txt").read_text("utf-8"))
    made: Counter[str] = Counter()
    found, fixed, false, read, lines = 0, 0, 0, 0, list[str]()
    for _, path in books:
        manuscript = novel(path, words)
        clean = bench.study(manuscript)
        read += clean.words
        false += sum(each.category == "confusable" for _, each in clean.findings)
        errors = dict(swaps(manuscript, sets, made))
        texts = [each.text for each in manuscript.paragraphs]
        for number, error in errors.items():
            texts[number] = error.text
        studied = bench.study(with_texts(manuscript, texts))
        for number, error in errors.items():
            hit, cured = outcome(studied, number, error)
            found += hit
            fixed += cured
            if not hit:
                lines.append(f"{error.kind}: {error.text[max(0, error.start - 60) : error.end + 40]}")
    total = made.total()
    print(
        f"{f'confusable words, {len(made)} of {len(set(sets.values()))} sets':44} {found}/{total} "
        f"{found / max(1, total):.0%} found {fixed / max(1, total):.0%} fixed, "
        f"{100_000 * false / max(1, read):.1f} false per 100,000 words"
    )
    write(out / "confusables-missed.txt", sorted(lines))


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
