# SPDX-License-Identifier: GPL-3.0-or-later
"""Clean chunks to chunks with errors, in the proportions that drafts have, with the tags that undo them."""

from __future__ import annotations

import random
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from train_tagger.chunk import KEEP, Cell, Chunk, Slip, Token
from train_tagger.lexicon import DATA, Lexicon
from train_tagger.slips import commas, confused, dialogue, forms, sentences, small_words

FAMILIES = (dialogue, commas, sentences, confused, forms, small_words)
_MOST = 0.4
"""No slip is put in at more than this share of the places that offer it: the right form must be seen too."""
_CLEAN = 0.22
_ROUGHNESS = (0.4, 0.8, 1.2, 2.0)


def offered(chunk: Chunk, lexicon: Lexicon) -> Iterable[Slip]:
    """Every slip that any family sees in the chunk."""
    for module in FAMILIES:
        yield from module.slips(chunk, lexicon)


def wanted() -> dict[str, float]:
    """Slips per 1,000 words by kind, from ``data/proportions.toml``."""
    tables = tomllib.loads((DATA / "proportions.toml").read_text(encoding="utf-8"))
    return {kind: float(count) for table in tables.values() for kind, count in table.items()}


def rates(sample: Sequence[Chunk], lexicon: Lexicon) -> dict[str, float]:
    """The probability with which each offered slip is taken, so that ``wanted`` comes out on the sample."""
    counts = Counter(slip.kind for chunk in sample for slip in offered(chunk, lexicon))
    thousands = sum(len(chunk.tokens) for chunk in sample) / 1000
    return {kind: min(_MOST, target * thousands / max(1, counts[kind])) for kind, target in wanted().items()}


def tags(sample: Sequence[Chunk], lexicon: Lexicon) -> list[str]:
    """The tags that the model learns: those that the sample offers often enough, and K first."""
    counts: Counter[str] = Counter()
    for chunk in sample:
        for slip in offered(chunk, lexicon):
            counts.update({cell.tag for cell in slip.cells} | {slip.before})
    confusable = {f"R_{word}" for word in confused.confusions() if lexicon.counts.get(word, 0) >= 12}
    known = {tag for tag, count in counts.items() if count >= 3 and tag not in ("", KEEP)}
    return [KEEP, *sorted(known | confusable)]


@dataclass
class Injector:
    """Puts slips into clean chunks; one random stream, so that a seed gives the same drafts again."""

    lexicon: Lexicon
    rates: dict[str, float]
    known: frozenset[str]
    rng: random.Random

    def draft(self, chunk: Chunk, roughness: float | None = None) -> list[Cell]:
        """The chunk as a draft would have it; at times clean. The first cell stands for the chunk's beginning."""
        if roughness is None:
            roughness = 0.0 if self.rng.random() < _CLEAN else self.rng.choice(_ROUGHNESS)
        chosen = self.chosen(chunk, roughness) if roughness else []
        return applied(chunk, chosen)

    def chosen(self, chunk: Chunk, roughness: float) -> list[Slip]:
        """Slips taken by chance, in order, none touching another."""
        taken: list[Slip] = []
        for slip in offered(chunk, self.lexicon):
            if self.rng.random() < min(_MOST, self.rates.get(slip.kind, 0.0) * roughness) and self._learnable(slip):
                taken.append(slip)
        self.rng.shuffle(taken)
        return apart(taken)

    def offers(self, chunk: Chunk) -> list[Slip]:
        """Every slip that may be put into the chunk."""
        return [slip for slip in offered(chunk, self.lexicon) if self._learnable(slip)]

    def _learnable(self, slip: Slip) -> bool:
        return all(cell.tag in self.known for cell in slip.cells) and (not slip.before or slip.before in self.known)


def apart(slips: Sequence[Slip]) -> list[Slip]:
    """Of slips that touch, the first; in the order of the text."""
    kept: list[Slip] = []
    used: set[int] = set()
    for slip in slips:
        places = set(range(slip.start - 1, max(slip.end, slip.start + 1)))
        if not places & used:
            used |= places
            kept.append(slip)
    return sorted(kept, key=lambda slip: slip.start)


def applied(chunk: Chunk, slips: Sequence[Slip]) -> list[Cell]:
    """The chunk's cells with the slips put in; the first cell (empty form) stands before the first word."""
    cells = [Cell("", False)]
    place = 0
    for slip in slips:
        cells.extend(Cell(*token) for token in chunk.tokens[place : slip.start])
        if slip.before:
            cells[-1] = cells[-1]._replace(tag=slip.before)
        cells.extend(slip.cells)
        place = slip.end
    cells.extend(Cell(*token) for token in chunk.tokens[place:])
    return cells


def in_present(chunk: Chunk) -> Chunk:
    """The chunk's narration in the present tense."""
    tokens = list(chunk.tokens)
    for place, form in chunk.present.items():
        tokens[place] = Token(
            form[0].upper() + form[1:] if tokens[place].form[0].isupper() else form, tokens[place].spaced
        )
    past = {place: chunk.tokens[place].form.lower() for place in chunk.present}
    return replace(chunk, tokens=tuple(tokens), present={}, past=past)


def renamed(chunk: Chunk, lexicon: Lexicon, rng: random.Random) -> Chunk:
    """The chunk with its names replaced by invented ones: stories are full of names no model has seen."""
    low = chunk.lower
    found = {low[i] for i, token in enumerate(chunk.tokens) if token.form[:1].isupper() and low[i] in lexicon.names}
    if not found:
        return chunk
    new = {name: invented(rng) for name in found}
    tokens = tuple(
        Token(new[name], token.spaced) if (name := token.form.lower()) in new and token.form[0].isupper() else token
        for token in chunk.tokens
    )
    return replace(chunk, tokens=tokens)


_ONSETS = "k s t n h m y r g z d b j sh ch ts th br dr kr tr v l f el ar or el ".split()
_VOWELS = "a a i u e o o ai ei ou ae ia".split()
_CODAS = ["", "", "", "n", "r", "s", "l", "th", "k", "ra", "ka", "ko", "shi", "ro", "mi", "den", "wyn", "dor"]
_USUAL = (
    "Emma Liam Jake Alex Chris Maya Zoe Ryan Kyle Tyler Ashley Sam Naomi Kenji Sakura Hiro Yuki Akira Ren Haruto "
    "Aiko Sora Riku "
    "Lucas Mia Ethan Chloe Dylan Logan Hannah Kate "
    " Marcus Elena Sofia Diego Priya Arjun Wei Mei Jin Hana Takeshi Kaito Raven Luna"
).split()


def invented(rng: random.Random) -> str:
    """A name: a usual one of our day, or two or three syllables that may be Japanese, elvish or from Mars."""
    if rng.random() < 0.35:
        return rng.choice(_USUAL)
    syllables = (rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(rng.choice((1, 2, 2, 3))))
    return ("".join(syllables) + rng.choice(_CODAS)).capitalize()
