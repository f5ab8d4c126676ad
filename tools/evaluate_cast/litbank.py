# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure names of persons and speakers on LitBank: ``python -m tools.evaluate_cast.litbank ARCHIVE [NOVELS] [PART…]``.

``NOVELS`` is a folder of whole novels (for their paragraphs); parts are "train", "dev", "test" (all by default).
Speakers are counted over all quotations, by kind, beside two baselines: the nearest name, and taking turns.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from redraft.characters.names import NameKind, find_names
from redraft.characters.speaker_weights import weights
from redraft.characters.speakers import Talk, decide
from redraft.language.tagging import Language
from tools.evaluate_cast.books import Book, books
from tools.evaluate_cast.match import Story, entities, kind, story, turn_at

PARTS = ("train", "dev", "test")
Figures = dict[str, Counter[str]]


def main() -> None:
    """Print the figures."""
    wanted = [each for each in sys.argv[2:] if each in PARTS] or list(PARTS)
    novels = next((Path(each) for each in sys.argv[2:] if each not in PARTS), None)
    language = Language.load()
    names: Counter[str] = Counter()
    figures: dict[str, Figures] = {each: defaultdict(Counter) for each in ("ours", "nearest name", "taking turns")}
    for book in books(Path(sys.argv[1]), novels):
        if book.part not in wanted:
            continue
        analyses = language.analyse(book.texts)
        found = story(analyses, [1] * len(analyses))
        _count_names(book, found, names)
        known = entities(found, book)
        _count(book, found.talk, known, _nearest(found.talk), figures["nearest name"])
        _count(book, found.talk, known, _alternating(found.talk), figures["taking turns"])
        decide(found.talk, weights())
        _count(book, found.talk, known, _decided(found.talk), figures["ours"])
    right, wrong, missed = names["right"], names["wrong"], names["missed"]
    print(f"names of persons: precision {right / (right + wrong):.3f}, recall {right / (right + missed):.3f}")
    for name, each in figures.items():
        _print(name, each)


def _print(name: str, figures: Figures) -> None:
    print(name)
    figures = {**dict(sorted(figures.items())), "all": sum(figures.values(), Counter())}
    for sort, each in figures.items():
        total, given = each.total(), each["right"] + each["wrong"]
        print(f"  {sort:10} {total:5}: right {each['right'] / total:.3f} of all; a speaker given {given / total:.3f},"
              f" of these right {each['right'] / max(1, given):.3f}")  # fmt: skip


def _count_names(book: Book, found: Story, counts: Counter[str]) -> None:
    names = find_names(found.analyses)
    ours = [each for each in names.chains if names.kinds[each.key] is NameKind.PERSON]
    gold = [each for each in book.mentions if each.kind == "PROP"]

    def same(index: int, start: int, end: int, other: int, first: int, last: int) -> bool:
        return index == other and start < last and first < end

    for chain in ours:
        met = any(same(chain.paragraph, chain.start, chain.end, each.paragraph, each.start, each.end) for each in gold)
        counts["right" if met else "wrong"] += 1
    for each in gold:
        counts["missed"] += not any(
            same(chain.paragraph, chain.start, chain.end, each.paragraph, each.start, each.end) for chain in ours)


def _count(book: Book, talk: Talk, known: dict[int, str], told: list[int | None], figures: Figures) -> None:
    for quotation in book.quotations:
        number = turn_at(talk, quotation)
        if number is None:
            figures["not seen"]["none"] += 1
            continue
        person = told[number]
        verdict = "none" if person is None else "right" if known.get(person) == quotation.speaker else "wrong"
        figures[kind(talk.turns[number])][verdict] += 1


def _decided(talk: Talk) -> list[int | None]:
    return [talk.speeches[turn.speeches[0]].speaker for turn in talk.turns]


def _nearest(talk: Talk) -> list[int | None]:
    """Whoever the narration brings up nearest, before or behind."""
    return [_nearest_to(talk, turn.first, turn.last) for turn in talk.turns]


def _nearest_to(talk: Talk, first: int, last: int) -> int | None:
    for far in range(len(talk.told)):
        for index in dict.fromkeys((max(0, first - far), min(len(talk.told) - 1, last + far))):
            people = [each.person for each in talk.told[index].references if each.person is not None and each.by != 2]
            if people:
                return people[0] if index > first else people[-1]
    return None


def _alternating(talk: Talk) -> list[int | None]:
    """The name in the tag; without one, the speaker of the turn before the last."""
    told: list[int | None] = []
    for turn in talk.turns:
        named = turn.hint.person
        told.append(named if named is not None else told[-2] if len(told) > 1 else None)
    return told


if __name__ == "__main__":
    main()
