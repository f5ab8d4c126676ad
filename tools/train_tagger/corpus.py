# SPDX-License-Identifier: GPL-3.0-or-later
"""Novels (plain text, paragraphs set apart by blank lines) to chunks of clean text and a lexicon.

Usage: ``python -m train_tagger.corpus NOVELS WORK`` writes ``WORK/corpus.pickle`` and,
for calibrating, ``WORK/held-out.pickle``.
"""

from __future__ import annotations

import pickle
import random
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from redraft.checks.engines.tagger.words import chunks, words
from train_tagger.chunk import Chunk, Token
from train_tagger.lexicon import Corpus, Lexicon

HELD_OUT = (
    "agatha-christie_giants-bread dashiell-hammett_the-dain-curse edna-ferber_cimarron edna-ferber_so-big"
    " frederik-pohl_plague-of-pythons frederik-pohl_short-fiction fritz-leiber_short-fiction"
    " fritz-leiber_the-big-time"
    " h-beam-piper_four-day-planet h-beam-piper_short-fiction"
    " h-beam-piper_space-viking h-beam-piper_the-cosmic-computer"
).split()
"""Books the model never sees in training; thresholds are set on them and alarms counted."""
LEFT_OUT = ("ring-lardner_short-fiction", "dorothy-l-sayers_robert-eustace_the-documents-in-the-case")
"""Books written throughout in a narrator's bad grammar: no model of clean text."""
MODERN = (
    "andre-norton mack-reynolds poul-anderson harry-harrison clifford-d-simak ray-bradbury h-beam-piper tom-godwin"
    " charles-beaumont cordwainer-smith stanley-g-weinbaum e-e-smith_triplanetary"
).split()
OLD = "jane-austen robert-louis-stevenson h-rider-haggard arthur-conan-doyle jerome-k-jerome h-g-wells".split()
_WEIGHT_MODERN, _WEIGHT_OLD = 3, 0.35
_MOST = 250_000
"""Chunks kept, by chance: more than a day of training on two cores reads."""


def paragraphs(path: Path) -> Iterator[str]:
    """The paragraphs of a book, headings and scene marks left out."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text = " ".join(block.split())
        if text and not text.startswith(("#", "*")):
            yield text


def clean_chunks(text: str) -> Iterator[Chunk]:
    """The chunks of a paragraph that are fit for training: neither scraps nor monsters."""
    for found in chunks(words(text)):
        if 4 <= len(found) <= 90:
            yield Chunk(tuple(Token(word.form, word.spaced) for word in found))


def lexicon(found: list[Chunk]) -> Lexicon:
    """Count words, tell names by their capitals in mid-sentence, and learn which compounds are written as one."""
    counts: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    hyphened: Counter[tuple[str, str]] = Counter()
    for chunk in found:
        low = chunk.lower
        counts.update(low)
        capital.update(
            low[i] for i, token in enumerate(chunk.tokens) if token.form[0].isupper() and i not in chunk.starts
        )
        pairs.update(pair for pair in pairwise(low) if pair[0].isalpha() and pair[1].isalpha())
        hyphened.update((a, b) for a, mark, b in zip(low, low[1:], low[2:], strict=False) if mark == "-")
    return Lexicon(
        counts=dict(counts),
        names=frozenset(
            w
            for w, n in capital.items()
            if n >= 3 and n > 0.6 * counts[w] and w[0].isalpha() and "'" not in w and len(w) > 2
        ),
        closed=_closed(counts, pairs, hyphened),
        hyphened=frozenset(
            p for p, n in hyphened.items() if n >= 5 and n >= 4 * pairs[p] and p[0].isalpha() and p[1].isalpha()
        ),
    )


def _closed(
    counts: Counter[str], pairs: Counter[tuple[str, str]], hyphened: Counter[tuple[str, str]]
) -> dict[str, tuple[str, str]]:
    """Compounds written as one ("bedroom", "everyone"): hyphened here and there by some author, seldom as two words."""
    found: dict[str, tuple[str, str]] = {}
    for (first, second), count in hyphened.items():
        word = first + second
        whole = counts[word]
        if (
            whole >= max(10, 3 * count, 4 * pairs[first, second])
            and word.isalpha()
            and min(len(first), len(second)) >= 3
        ):
            found[word] = (first, second)
    for apart in _ALWAYS.split():
        first, second = apart.split("+")
        found[first + second] = (first, second)
    return found


_ALWAYS = """
every+one some+one any+one every+body some+body any+body every+thing some+thing any+thing every+where some+where
any+where
no+where no+body in+to on+to with+out to+gether al+ready al+most an+other my+self him+self her+self your+self it+self
them+selves to+night to+day to+morrow up+stairs down+stairs out+side in+side with+in be+hind be+fore be+tween be+side
can+not some+how some+times mean+while what+ever when+ever how+ever for+ever near+by bed+room foot+steps hand+shake
door+way back+ward for+ward after+noon grand+father home+work class+room eye+brows finger+nails basket+ball
"""


def build(folder: Path) -> Corpus:
    """Read all novels in ``folder``."""
    train: list[Chunk] = []
    held_out: dict[str, list[str]] = {}
    everything: list[Chunk] = []
    rng = random.Random(1)
    for path in sorted(folder.glob("*.txt")):
        if path.stem in LEFT_OUT:
            continue
        if path.stem in HELD_OUT:
            held_out[path.stem] = list(paragraphs(path))
            continue
        found = [chunk for text in paragraphs(path) for chunk in clean_chunks(text)]
        everything.extend(found)
        train.extend(_weighted(path.stem, found, rng))
    rng.shuffle(train)
    return Corpus(train[:_MOST], held_out, lexicon(everything))


def _weighted(book: str, found: list[Chunk], rng: random.Random) -> list[Chunk]:
    """Books of our time several times, those of long ago in part: commas and words have changed."""
    if book.startswith(tuple(MODERN)):
        return found * _WEIGHT_MODERN
    if book.startswith(tuple(OLD)):
        return [chunk for chunk in found if rng.random() < _WEIGHT_OLD]
    return found


def main() -> None:
    """Command line."""
    novels, work = map(Path, sys.argv[1:3])
    corpus = build(novels)
    work.mkdir(parents=True, exist_ok=True)
    for name, part in (("corpus", corpus), ("held-out", (corpus.held_out, corpus.lexicon))):
        with (work / f"{name}.pickle").open("wb") as out:
            pickle.dump(part, out, protocol=pickle.HIGHEST_PROTOCOL)
    tokens = sum(len(chunk.tokens) for chunk in corpus.train)
    print(f"{len(corpus.train)} chunks, {tokens} words; held out: {', '.join(corpus.held_out)}")
    print(
        len(corpus.lexicon.names),
        "names;",
        len(corpus.lexicon.closed),
        "closed;",
        len(corpus.lexicon.hyphened),
        "hyphened",
    )


if __name__ == "__main__":
    main()
