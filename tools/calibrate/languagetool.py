# SPDX-License-Identifier: GPL-3.0-or-later
"""Choose the LanguageTool rules that are listened to: those that find planted slips and leave novels alone.

Usage: ``python -m tools.calibrate.languagetool NOVELS [WORDS]`` writes ``resources/engines/languagetool.toml``. A rule
that found planted slips and raised no alarm in the clean sample may speak alone; one with few alarms is heard where
another judge says the same; the rest are left out. LanguageTool must be installed.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from redraft.checks.engines.languagetool import LanguageTool
from redraft.language.inflection import inflect
from redraft.places import resource
from tools.calibrate.harper import sample

_FEW = 3.0
"""Alarms per 100,000 words up to which a rule is heard together with another judge."""
_FEWEST_HITS = 2
_BATCH = 40
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_SMALL = frozenset("a an the to of in on at for with was were had is are his her that as be not".split())
_TAGS = ("VBD", "VBZ", "VBN", "VBG", "VB")


def slip(text: str, sets: dict[str, list[str]], chance: random.Random) -> tuple[str, int, int] | None:
    """The paragraph with one slip in it, and where; None where none offers itself."""
    words = list(_WORD.finditer(text))
    for match in chance.sample(words, min(12, len(words))):
        word, lower = match.group(), match.group().lower()
        wrong = chance.choice(_ways(word, lower, sets, chance) or [None])
        if wrong is None or wrong == word:
            continue
        start = match.start()
        return text[:start] + wrong + text[match.end() :], max(0, start - 2), start + len(wrong) + 12
    return None


def _ways(word: str, lower: str, sets: dict[str, list[str]], chance: random.Random) -> list[str | None]:
    ways: list[str | None] = list(sets.get(lower, []))
    if lower in _SMALL:
        ways += [f"{word} {lower}", ""]
    if lower.endswith("'s"):
        ways.append(word.replace("'", ""))
    if len(lower) > 4 and lower.isalpha():
        ways.append(inflect(lower, chance.choice(_TAGS)))
    return ways


def confusions() -> dict[str, list[str]]:
    """For each word of the sets of confusable words the others."""
    found: dict[str, list[str]] = {}
    for line in resource("words", "confusables.txt").read_text(encoding="utf-8").splitlines():
        words = [] if line.startswith("#") else re.split(r"[/\s]+", line.strip())
        for word in words:
            found.setdefault(word, []).extend(each for each in words if each != word)
    return found


def fired(judge: LanguageTool, texts: Sequence[str], places: Sequence[tuple[int, int]] | None = None) -> Counter[str]:
    """How often each rule fires; with ``places`` only where it touches the text's place."""
    counts: Counter[str] = Counter()
    for start in range(0, len(texts), _BATCH):
        for index, marks in enumerate(judge.marks(texts[start : start + _BATCH])):
            for mark in marks:
                place = places[start + index] if places else (0, len(texts[start + index]))
                if mark.start < place[1] and place[0] < mark.end:
                    counts[mark.rule.split("/")[1]] += 1
    return counts


def listened_to(alarms: Counter[str], hits: Counter[str], words: int) -> Iterable[str]:
    """The lines of the list."""
    for rule in sorted(hits):
        rate = 100_000 * alarms[rule] / words
        if hits[rule] >= _FEWEST_HITS and rate <= _FEW:
            alone = "true" if not alarms[rule] else "false"
            yield f"[rule.{rule}]\nalone = {alone}\nalarms = {rate:.2f}\nhits = {hits[rule]}"


def main() -> None:
    """Command line."""
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 150_000
    chance = random.Random(5)
    clean = [each.replace("’", "'") for each in sample(Path(sys.argv[1]), wanted)]
    words = sum(each.count(" ") + 1 for each in clean)
    sets = confusions()
    slips = [found for each in clean if (found := slip(each, sets, chance))]
    judge = LanguageTool(frozenset())
    try:
        alarms = fired(judge, clean)
        hits = fired(judge, [each[0] for each in slips], [each[1:] for each in slips])
    finally:
        judge.close()
    head = "# Made by tools/calibrate/languagetool.py: alarms per 100,000 words"
    lines = [f"{head} in {words} words of fiction, hits on {len(slips)} slips.", *listened_to(alarms, hits, words)]
    resource("engines", "languagetool.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} rules are listened to, {sum('alone = true' in each for each in lines)} alone")


if __name__ == "__main__":
    main()
