# SPDX-License-Identifier: GPL-3.0-or-later
"""Make ``resources/words/english.txt.gz``: the words of English, American and British, with how common they are.

``python tools/words/make_lexicon.py SCOWL NOVELS [--target FILE] [--without AUTHOR …]`` with ``app`` and ``tools`` on
PYTHONPATH; needs the package ``wordfreq``. SCOWL is the folder of lists of the package ``scowl`` (Debian); NOVELS the
folder of training novels, of which the books held out by ``train_confusables`` are left alone: they measure the alarms.

Rare words of the lists are taken only where three novels use them (of the rarest but one, two), and so are words of no
list (archaic, dialect, fiction's own). Words that are common today but in no list ("gameplay") are taken from the
frequencies unless a slip from a far commoner word explains them; the rest of what people write is kept as "seen":
no English, but attested.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from math import log2
from pathlib import Path

from hashing import write_sums
from modern import modern_words
from wordfreq import get_frequency_dict

from redraft.text.folding import straighten
from train_confusables.corpus import books

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "words" / "english.txt.gz"
_WORD = re.compile(r"(?<!['\w-])[^\W\d_]+(?:'[^\W\d_]+)*(?!['\w])")
_COMMON, _SELDOM, _RARE = (10, 20, 35, 40, 50, 55, 60, 70), (80,), (80, 95)
_BOOKS = 3
_TOKENS = 15e6
"""The words of the training novels, about: what the levels of words are counted in."""
_LANGUAGES = ("fr", "de", "es", "it")
_ABROAD = 1.5e-5
"""The share of a language's words from which a word counts as common there."""
_HEAD = """\
# Words of English; each line: class (both, us, gb, learned, modern, seen, foreign, name), how common (log2 of the count
# in 15 million words, half novels and half everything else), words. Made by tools/words/make_lexicon.py from SCOWL
# (Spell Checker Oriented Word Lists), Copyright 2000-2011 by Kevin Atkinson and others (licences/scowl.txt), from
# counts of novels, and from the frequencies of wordfreq by Robyn Speer, CC BY-SA 4.0 (licences/wordfreq.txt).
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


def count(novels: Path, without: tuple[str, ...]) -> tuple[Counter[str], Counter[str]]:
    """How often each lower-case word stands in the novels, and in how many of them."""
    total: Counter[str] = Counter()
    spread: Counter[str] = Counter()
    for book in books(novels, "train"):
        if not book.name.startswith(without or ("\0",)):
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


def foreign() -> set[str]:
    """Words that are common in the languages that English fiction quotes."""
    return {
        word for language in _LANGUAGES for word, share in get_frequency_dict(language, "small").items()
        if share >= _ABROAD and len(word) >= 2 and word.isascii() and word.isalpha()
    }


def level(word: str, total: Mapping[str, int], written: Mapping[str, float]) -> int:
    """How common a word is: log2 of its count in the tokens of the novels, they and all other text weighing alike."""
    return round(log2(0.5 * total.get(word.lower(), 0) + 0.5 * _TOKENS * written.get(word.lower(), 0.0) + 1))


def main() -> None:
    """Write the lexicon and say how large it is."""
    options = _arguments()
    total, spread = count(options.novels, tuple(options.without))
    written = get_frequency_dict("en", "large")
    found = classes(Lists(options.scowl), spread)
    levels = {word: level(word, total, written) for words in found.values() for word in words}
    lower_names = {each.lower() for each in found["name"]}
    found["modern"], found["seen"] = modern_words(written, levels, lower_names, _TOKENS)
    found["foreign"] = foreign() - levels.keys() - found["modern"]
    lines: dict[tuple[str, int], list[str]] = defaultdict(list)
    for name, words in found.items():
        for word in words:
            lines[name, level(word, total, written)].append(word)
        print(name, len(words))
    rows = (f"{name} {number} {' '.join(sorted(words))}\n" for (name, number), words in sorted(lines.items()))
    text = _HEAD + "".join(rows)
    with gzip.GzipFile(options.target, "wb", mtime=0) as target:
        target.write(text.encode())
    write_sums()
    print(f"{options.target.stat().st_size / 1e3:.0f} kB")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scowl", type=Path)
    parser.add_argument("novels", type=Path)
    parser.add_argument("--target", type=Path, default=_TARGET)
    parser.add_argument("--without", nargs="*", default=[])
    return parser.parse_args()


if __name__ == "__main__":
    main()
