# SPDX-License-Identifier: GPL-3.0-or-later
"""Drafts made from held-out books as text, with every slip's place and what the text would be without it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redraft.checks.engines.tagger.tagger import ModelEdit, Tagger
from train_tagger.chunk import Cell, Chunk, Slip
from train_tagger.injector import Injector, applied

_NEAR = 1
"""Characters between a slip and an edit that still touches it: a lost word is put back with its space."""


@dataclass(frozen=True)
class Planted:
    """One slip in a draft: its kind, its span in the draft, and the draft with this slip alone put right."""

    kind: str
    start: int
    end: int
    mended: str


@dataclass(frozen=True)
class Draft:
    """A chunk as text with its slips."""

    text: str
    planted: tuple[Planted, ...]


@dataclass(frozen=True)
class Outcome:
    """What the tagger made of one slip: the edit that touches it (None: missed), and whether it puts it right."""

    kind: str
    edit: ModelEdit | None
    right: bool


def text_of(cells: Iterable[Cell]) -> str:
    """The cells as a paragraph."""
    return "".join((" " if cell.spaced else "") + cell.form for cell in cells).lstrip()


def draft(chunk: Chunk, slips: Sequence[Slip]) -> Draft:
    """The chunk with ``slips`` as text."""
    text = text_of(applied(chunk, slips))
    found = []
    for slip in slips:
        mended = text_of(applied(chunk, [other for other in slips if other is not slip]))
        start = next(
            (at for at, (a, b) in enumerate(zip(text, mended, strict=False)) if a != b), min(len(text), len(mended))
        )
        tail = next((at for at, (a, b) in enumerate(zip(text[::-1], mended[::-1], strict=False)) if a != b), 0)
        found.append(Planted(slip.kind, start, max(start, len(text) - tail), mended))
    return Draft(text, tuple(found))


def drafts(chunks: Iterable[Chunk], injector: Injector, roughness: float) -> Iterator[Draft]:
    """Drafts of the chunks, as rough as asked for."""
    for chunk in chunks:
        yield draft(chunk, injector.chosen(chunk, roughness))


def one_slip_drafts(chunks: Sequence[Chunk], injector: Injector, each: int, rng: random.Random) -> Iterator[Draft]:
    """Drafts with one slip, up to ``each`` of every kind that the chunks offer."""
    wanted = dict.fromkeys(injector.rates, each)
    for chunk in rng.sample(chunks, len(chunks)):
        offers = [slip for slip in injector.offers(chunk) if wanted.get(slip.kind, 0) > 0]
        if offers:
            slip = min(rng.sample(offers, min(6, len(offers))), key=lambda slip: -wanted[slip.kind])
            wanted[slip.kind] -= 1
            yield draft(chunk, [slip])


def outcomes(tagger: Tagger, made: Sequence[Draft], floor: float) -> Iterator[Outcome]:
    """What the tagger finds of the slips of the drafts."""
    for one, edits in zip(made, tagger.edits([one.text for one in made], floor), strict=True):
        for slip in one.planted:
            touching = [edit for edit in edits if edit.start <= slip.end + _NEAR and slip.start <= edit.end + _NEAR]
            right = next((edit for edit in edits if _apply(one.text, edit) == slip.mended), None)
            best = right or max(touching, key=lambda edit: edit.probability, default=None)
            yield Outcome(slip.kind, best, right is not None)


def _apply(text: str, edit: ModelEdit) -> str:
    return text[: edit.start] + edit.replacement + text[edit.end :]
