# SPDX-License-Identifier: GPL-3.0-or-later
"""Make ``resources/words/english.txt.gz``: the words of English, American and British, with how common they are.

``python tools/words/make_lexicon.py SCOWL NOVELS`` with ``app`` and ``tools`` on PYTHONPATH. SCOWL is the folder of
lists of the package ``scowl`` (Debian); NOVELS the folder of training novels, of which the books held out by
``train_confusables`` are left alone: they measure the alarms. Rare words of the lists are taken only where three
novels use them (of the rarest but one, two), and so are words of no list (archaic, dialect, fiction's own).
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter, defaultdict
from math import log2
from pathlib import Path

from redraft.text.folding import straighten
from train_confusables.corpus import books

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "words" / "english.txt.gz"
_WORD = re.compile(r"(?<!['\w-])[^\W\d_]+(?:'[^\W\d_]+)*(?!['\w])")
_COMMON, _SELDOM, _RARE = (10, 20, 35, 40, 50, 55, 60, 70), (80,), (80, 95)
_BOOKS = 3
_HEAD = """\
# Words of English; each line: class (both, us, gb, learned, name), how common (log2 of the count in 15 million words
# of novels), words. Made by tools/words/make_lexicon.py from SCOWL (Spell Checker Oriented Word Lists),
# Copyright 2000-2011 by Kevin Atkinson and others: see licences/scowl.txt.
"""


class Lists:
    """The folder of SCOWL's lists."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, names: str, sizes: tuple[int, ...]) -> set[str]:
        """The words of the named lists ("english american") up to the given sizes, possessives left out."""
        found: set[str] = set()
        for name in names.split():
            for size in sizes:
                path = self._folder / f"{name}.{size}"
                if path.exists():
                    found.update(path.read_text("latin-1").split())
        return {word for word in found if not word.endswith("'s")}


def count(novels: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each lower-case word stands in the novels, and in how many of them."""
    total: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for part in ("train",):
        for book in books(novels, part):
            found = Counter(each for each in _WORD.findall(straighten(book.read_text("utf-8"))) if each.islower())
            total.update(found)
            spread.update(found.keys())
    return total, spread


def classes(lists: Lists, spread: Counter[str]) -> dict[str, set[str]]:
    """The words of each class."""
    shared = lists.read("english-words english-contractions variant_1-words variant_1-contractions", _COMMON)
    shared |= lists.read("variant_2-words variant_3-words", (10, 20, 35, 40, 50, 55, 60))
    american = lists.read("american-words", _COMMON)
    british = lists.read("british-words british_z-words", _COMMON)
    rare = lists.read("english-words american-words british-words british_z-words variant_1-words", _RARE)
    named = lists.read("english-upper english-proper-names american-upper british-upper english-abbreviations", _COMMON)
    english = lists.read("english-words english-contractions", _COMMON)
    us, gb = american - british - english, british - american - english
    both = (shared | american | british) - us - gb
    known = both | us | gb
    learned = {word for word, number in spread.items() if number >= _BOOKS and word not in known and word[-2:] != "'s"}
    both |= learned & rare
    seldom = lists.read("english-words american-words british-words variant_1-words", _SELDOM)
    both |= {word for word in seldom if spread[word] >= _BOOKS - 1} - us - gb
    names = {each for each in named - known if not each.islower()}
    return {"both": both, "us": us, "gb": gb, "learned": learned - rare - both - {"musn't"}, "name": names}


def main(folder: Path, novels: Path) -> None:
    """Write the lexicon and say how large it is."""
    total, spread = count(novels)
    lines: dict[tuple[str, int], list[str]] = defaultdict(list)
    for name, words in classes(Lists(folder), spread).items():
        for word in words:
            lines[name, round(log2(total[word] + 1))].append(word)
        print(name, len(words))
    text = _HEAD + "".join(f"{name} {level} {' '.join(sorted(lines[name, level]))}\n" for name, level in sorted(lines))
    with gzip.GzipFile(_TARGET, "wb", mtime=0) as target:
        target.write(text.encode())
    print(f"{_TARGET.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
