# SPDX-License-Identifier: GPL-3.0-or-later
"""Slips of tense in stories told in the past and, retold, in the present; in the first and in the third person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redraft.language.analysis import Analysis, Zone
from redraft.manuscript.model import Manuscript
from tools.evaluate.planted_forms import in_present, plant_slips
from tools.evaluate.reading import Book, outcome, with_texts, write
from tools.evaluate.score import in_context
from tools.evaluate.study import Bench
from tools.evaluate.texts import novel

_FIRST = frozenset(("i", "me", "my", "we", "us", "our"))
_FIRST_SHARE = 0.02


@dataclass
class _Tally:
    made: int = 0
    found: int = 0
    false: int = 0
    narrated: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def measure(bench: Bench, books: Sequence[Book], words: int, out: Path) -> None:
    """Print the share of slips found and false marks per 1,000 words of narration, by tense and person."""
    tallies: dict[tuple[str, str], _Tally] = {}
    for _, path in books:
        told = novel(path, words)
        analyses = bench.analyses(told)
        person = _person(analyses)
        retold = with_texts(told, [in_present(each) for each in analyses])
        for base, manuscript in (("past", told), ("present", retold)):
            _count(bench, manuscript, base, tallies.setdefault((base, person), _Tally()))
    for (base, person), each in sorted(tallies.items()):
        print(
            f"{f'tense slips, {base} tense, {person} person':44} {each.found}/{each.made} "
            f"{each.found / max(1, each.made):.0%} found, "
            f"{1000 * each.false / max(1, each.narrated):.2f} false per 1,000 words of narration"
        )
    write(out / "tense-missed.txt", [line for each in tallies.values() for line in each.missed])
    write(out / "tense-wrong.txt", [line for each in tallies.values() for line in each.wrong])


def _count(bench: Bench, manuscript: Manuscript, base: str, tally: _Tally) -> None:
    analyses = bench.analyses(manuscript)
    clean = bench.study(manuscript)
    wrong = [each for each in clean.findings if each[1].category == "tense"]
    tally.false += len(wrong)
    tally.wrong += [in_context(manuscript, *each) for each in wrong]
    tally.narrated += sum(narrated(each).total() for each in analyses)
    slips = dict(plant_slips(analyses, base))
    texts = [each.text for each in manuscript.paragraphs]
    for number, slip in slips.items():
        texts[number] = slip.text
    studied = bench.study(with_texts(manuscript, texts))
    for number, slip in slips.items():
        hit, _ = outcome(studied, number, slip)
        tally.made += 1
        tally.found += hit
        if not hit:
            place = f"{slip.text[max(0, slip.start - 60) : slip.start]}⟦{slip.text[slip.start : slip.end]}⟧"
            tally.missed.append(f"{base}, {slip.kind}: {place}{slip.text[slip.end : slip.end + 40]}")


def narrated(analysis: Analysis) -> Counter[str]:
    """The words of narration in a paragraph, in lower case."""
    return Counter(
        each.lower for each in analysis.tokens if each.is_word and analysis.zone(each.start) is Zone.NARRATION
    )


def _person(analyses: Sequence[Analysis]) -> str:
    words: Counter[str] = Counter()
    for each in analyses:
        words += narrated(each)
    first = sum(words[each] for each in _FIRST)
    return "first" if first > _FIRST_SHARE * max(1, words.total()) else "third"
