# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure cast and speakers on labelled novels: ``python -m tools.evaluate_cast.novels LABELS NOVELS [--errors]``.

``LABELS`` is a folder of :mod:`tools.evaluate_cast.labelled`, ``NOVELS`` one with the texts. Speakers are counted over
all quotations (one not told is wrong; the pieces of a quotation between its tags count once). ``--errors`` prints every
error.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from redraft.characters.cast import Cast, Quote, cast
from redraft.places import cache_folder
from tools.evaluate_cast.labelled import NOBODY, SEVERAL, Book, Quotation, labelled, parsed
from tools.evaluate_cast.people import Matched, found_people, invented, match, names_of, right_speaker

KINDS = ("name", "noun", "beat", "none")
Figures = dict[str, Counter[str]]


def main(arguments: list[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tools.evaluate_cast.novels")
    parser.add_argument("labels", type=Path)
    parser.add_argument("novels", type=Path)
    parser.add_argument("--parsed", type=Path, default=cache_folder() / "evaluate_cast", help="where parses are kept")
    parser.add_argument("--errors", action="store_true", help="print every error: for texts that may be looked at")
    parser.add_argument("--books", nargs="*", help="only books whose name holds one of these")
    options = parser.parse_args(arguments)
    together: Figures = defaultdict(Counter)
    for book in labelled(options.labels):
        if options.books and not any(each in book.name for each in options.books):
            continue
        analyses, scenes = parsed(book, options.novels, options.parsed)
        found = cast(range(len(analyses)), analyses, scenes)
        matched = match(found, book, analyses)
        figures = measure(book, found, matched)
        _print(book.name, figures)
        for line in [*_invented(book, found, matched), *(errors(book, found, matched) if options.errors else ())]:
            print("    " + line)
        for kind, counts in figures.items():
            together[kind] += counts
    _print("TOGETHER", together)
    return 0


def measure(book: Book, found: Cast, matched: Matched) -> Figures:
    """Counts of verdicts: on "people", on "names", on quotations by kind, on words that "nobody" says."""
    figures: Figures = defaultdict(Counter)
    if book.whole_cast:
        seen, missed = found_people(book, matched)
        figures["people"].update(right=len(seen), missed=len(missed), invented=len(invented(found, matched)))
        figures["names"].update(fate for _, _, fate in names_of(book, matched))
    for quotation, told in spoken(book, found):
        if quotation.speaker == NOBODY:
            figures["nobody"]["right" if told is None else "wrong"] += 1
        elif quotation.speaker != SEVERAL:
            figures[quotation.kind][verdict(quotation, told, matched, book)] += 1
    return figures


def verdict(quotation: Quotation, told: str | None, matched: Matched, book: Book) -> str:
    """"right", "wrong", or "none" where no speaker is told."""
    if told is None:
        return "none"
    return "right" if right_speaker(told, quotation.speaker, matched, book) else "wrong"


def spoken(book: Book, found: Cast) -> Iterator[tuple[Quotation, str | None]]:
    """Each labelled quotation (its first piece in the paragraph) with the speaker who was found for most of it."""
    by_paragraph: dict[int, list[Quote]] = defaultdict(list)
    for quote in found.quotes:
        by_paragraph[quote.paragraph].append(quote)
    for _, group in groupby(book.quotations, key=lambda each: (each.paragraph, each.speaker)):
        pieces = list(group)
        shares: Counter[str | None] = Counter()
        for piece in pieces:
            for quote in by_paragraph[piece.paragraph]:
                shares[quote.speaker] += max(0, min(quote.end, piece.end) - max(quote.start, piece.start))
        speaker, shared = max(shares.items(), key=lambda each: each[1], default=(None, 0))
        yield pieces[0], speaker if shared else None


def errors(book: Book, found: Cast, matched: Matched) -> Iterator[str]:
    """Each error in a line."""
    if book.whole_cast:
        for missed in found_people(book, matched)[1]:
            yield f"missed {missed.part}: {missed.name} {dict(missed.names)}"
        for person, form, fate in names_of(book, matched):
            if fate != "right":
                holders = matched.holders.get(form, Counter())
                yield f"name {fate}: {form!r} of {person.name}: {dict(holders.most_common(3))}"
    for quotation, told in spoken(book, found):
        if quotation.speaker not in (NOBODY, SEVERAL) and verdict(quotation, told, matched, book) != "right":
            yield f"speaker {quotation.kind} {quotation.paragraph}: {quotation.speaker}, told {told}"


def _invented(book: Book, found: Cast, matched: Matched) -> Iterator[str]:
    if book.whole_cast:
        for each in invented(found, matched):
            yield f"not listed: {each.name} ({len(each.mentions)} mentions)"


def _print(name: str, figures: Figures) -> None:
    print(name, flush=True)
    people, names = figures.get("people", Counter()), figures.get("names", Counter())
    if people:
        asked = people["right"] + people["missed"]
        print(f"  people found {_share(people['right'], asked)}; {people['invented']} entries not listed")
        print(f"  names right {_share(names['right'], names.total())}, on somebody else"
              f" {_share(names['wrong'], names.total())}, split off {names['split']}, not seen {names['none']}")
    rows = [(kind, figures[kind]) for kind in KINDS if figures.get(kind)]
    rows.append(("all", sum((counts for _, counts in rows), Counter())))
    for kind, counts in rows:
        right, told = counts["right"], counts["right"] + counts["wrong"]
        print(f"  {kind:5} right {_share(right, counts.total())}; of those told {_share(right, told)}")
    if figures.get("nobody"):
        print(f"  nobody says it: {_share(figures['nobody']['right'], figures['nobody'].total())}")


def _share(part: int, whole: int) -> str:
    return f"{part:3}/{whole:3} = {part / max(1, whole):.3f}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
