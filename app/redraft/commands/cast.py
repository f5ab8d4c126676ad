# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is in the story, what they are called, where they appear, and who says what."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from typing import Any

from redraft.analysis.analyst import Analyst
from redraft.analysis.report import Report
from redraft.characters.cast import Character
from redraft.commands.opening import add_files, add_format, decisions_of, each_opened
from redraft.commands.terminal import coloured, headline
from redraft.manuscript.model import Manuscript


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE… [--format]"""
    add_files(parser)
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    """Print the cast of every file."""
    status = 0
    with Analyst(()) as analyst:
        for name, manuscript in each_opened(options.files):
            if manuscript is None:
                status = 2
                continue
            report = analyst.analyse(manuscript, decisions_of(manuscript))
            if options.format == "json":
                print(json.dumps(as_json(name, manuscript, report), ensure_ascii=False))
            else:
                print_cast(name, manuscript, report)
    return status


def as_json(name: str, manuscript: Manuscript, report: Report) -> dict[str, Any]:
    """The cast in the words of the contract, version 1."""
    index = {each.id: place for place, each in enumerate(manuscript.paragraphs)}

    def place(paragraph: int, start: int, end: int) -> dict[str, int]:
        first, last = manuscript.source_span(index[paragraph], start, end)
        return {"start": first, "end": last}

    quotes = [{**place(each.paragraph, each.start, each.end), "speaker": each.speaker, "by": each.sign,
               "odds": round(each.odds, 2)} for each in report.cast.quotes]  # fmt: skip
    people = []
    for each in report.cast.characters:
        mentions = [place(one.paragraph, one.start, one.end)["start"] for one in each.mentions]
        people.append({
            "name": each.name, "named": each.named, "aliases": list(each.aliases), "mentions": len(mentions),
            "first": min(mentions, default=None), "last": max(mentions, default=None),
            "scenes": {str(number): count for number, count in each.scenes.items()},
            "lines": each.lines, "pronouns": each.pronouns,
            "attributes": [{"attribute": one.attribute, "value": one.value, **place(one.paragraph, one.start, one.end)}
                           for one in each.attributes],
        })
    return {"version": 1, "file": name, "characters": people, "quotes": quotes}


def print_cast(name: str, manuscript: Manuscript, report: Report) -> None:
    """The cast for people."""
    numbers = {each.id: place for place, each in enumerate(manuscript.paragraphs, 1)}
    people = report.cast.characters
    print(headline(f"{name}: {len(people)} character{'s' if len(people) != 1 else ''}"))
    if not people:
        print("  Nobody is named here, or nobody often enough to be sure.")
    for each in people:
        aliases = f" ({', '.join(each.aliases)})" if each.aliases else ""
        print(f"  {headline(each.name)}{aliases}  {each.pronouns or ''}")
        lines = f"{each.lines} line{'s' if each.lines != 1 else ''}"
        print(f"      {len(each.mentions)} mentions, {lines}, {_scenes(each, len(report.outline.scenes))}")
        for line in _traits(each, numbers):
            print(f"      {line}")
        if each.first_words:
            print(coloured(f"      “{_shortened(each.first_words)}”", "quiet"))


def _traits(character: Character, numbers: Mapping[int, int]) -> Iterator[str]:
    """A line for each attribute: its values, and in which paragraphs each is told."""
    kinds: dict[str, dict[str, list[int]]] = {}
    for each in character.attributes:
        kinds.setdefault(each.attribute, {}).setdefault(each.value, []).append(numbers[each.paragraph])
    for kind, values in kinds.items():
        told = ", ".join(f"{value} (¶{', ¶'.join(map(str, dict.fromkeys(where)))})" for value, where in values.items())
        yield f"{kind}: {told}"


def _scenes(character: Character, total: int) -> str:
    strip = "".join("█" if character.scenes.get(number) else "·" for number in range(1, total + 1))
    return strip if 0 < total <= 60 else f"in {len(character.scenes)} of {total} scenes"


def _shortened(words: str, limit: int = 90) -> str:
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + "…"


