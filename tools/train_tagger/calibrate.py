# SPDX-License-Identifier: GPL-3.0-or-later
"""Set the thresholds: the most slips found for a given number of alarms on clean books the model never saw.

For each tag (or family, where a tag is rare) in narration and in speech there is one threshold. A slip found is worth
the same everywhere, an alarm costs the same everywhere: the thresholds that find the most for all alarms together are
those at which one more alarm would buy the same number of slips in every group (Lagrange; Everett 1963).

Usage: ``python -m train_tagger.calibrate WORK RESOURCES/models/tagger`` reads ``held-out.pickle`` and
``held-out-parsed.pickle``, writes ``thresholds.toml`` beside the model and figures to ``calibrate.log``.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from redraft.checks.engines.tagger.tagger import Tagger
from redraft.checks.engines.tagger.thresholds import NEVER, PROFILES, THRESHOLDS
from train_tagger.chunk import Chunk
from train_tagger.evidence import Evidence, Group, Key, at_least, gather, gather_present, make_injector

BUDGET = {"quiet": 0.18, "close": 1.2, "rough": 3.0}
"""Alarms per 1,000 words of a clean book, tense apart; on books that calibration has not seen, half as many again."""
TENSE_BUDGET = {"quiet": 0.04, "close": 0.15, "rough": 0.3}
"""Alarms per 1,000 words from tags of tense, which count only against the scene's base tense."""
PRESENT_TAGS = frozenset(["$PRES_Z", "$PRES_B"])
_GRID = (
    *(0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.975, 0.98, 0.985),
    *(0.99, 0.9925, 0.995, 0.9965, 0.998, 0.999, 0.9995, NEVER),
)


def chosen(groups: Mapping[Key, Group], clean: float, drafts: float, budget: float) -> dict[Key, float]:
    """A threshold for each group, so that all alarms together keep ``budget`` per thousand words.

    ``clean`` and ``drafts``: thousands of words that the alarms and the finds come from.
    """
    low, high = 0.0, 10_000.0
    best = dict.fromkeys(groups, NEVER)
    for _ in range(40):
        price = (low + high) / 2
        trial = {key: _cheapest(group, price, clean, drafts) for key, group in groups.items()}
        spent = sum(at_least(groups[key][0], threshold) for key, threshold in trial.items()) / clean
        if spent <= budget:
            best, high = trial, price
        else:
            low = price
    return best


def _cheapest(group: Group, price: float, clean: float, drafts: float) -> float:
    """The threshold of most finds less the price of its alarms; half an alarm more is taken to be unseen."""
    alarms, finds = group

    def worth(threshold: float) -> float:
        if threshold == NEVER:
            return 0.0
        return at_least(finds, threshold) / drafts - price * (at_least(alarms, threshold) + 0.5) / clean

    return max(reversed(_GRID), key=worth)


def _is_tense(name: str, *, present: bool) -> bool:
    """True for the tags that move a verb into the past (``present``: into the present)."""
    tag, _, family = name.partition("|")
    into_present = tag in PRESENT_TAGS or tag in (
        "R_is",
        "R_are",
        "R_am",
        "R_has",
        "R_have",
        "R_do",
        "R_does",
        "R_can",
        "R_will",
    )
    return family == "tense" and into_present == present


def _part(evidence: Evidence, keep: frozenset[str]) -> Evidence:
    return Evidence(
        {key: value for key, value in evidence.alarms.items() if key[1] in keep},
        {key: value for key, value in evidence.finds.items() if key[1] in keep},
        evidence.family,
        evidence.clean_words,
        evidence.draft_words,
    )


def thresholds(past: Evidence, present: Evidence) -> dict[str, dict[Key, float]]:
    """For each profile, the threshold of every group."""
    names = frozenset(past.family) | frozenset(present.family)
    other = _part(past, frozenset(name for name in names if not name.endswith("|tense")))
    into_past = _part(past, frozenset(name for name in names if _is_tense(name, present=False)))
    into_present = _part(present, frozenset(name for name in names if _is_tense(name, present=True)))
    tables: dict[str, dict[Key, float]] = {}
    for profile in PROFILES:
        table: dict[Key, float] = {}
        parts = ((other, BUDGET), (into_past, TENSE_BUDGET), (into_present, TENSE_BUDGET))
        for part, budget in parts:
            if part.clean_words:
                table |= chosen(part.groups(), part.clean_words / 1000, part.draft_words / 1000, budget[profile])
        tables[profile] = {key: value for key, value in table.items() if not (key[0] == "speech" and _of_tense(key[1]))}
    return tables


def _of_tense(name: str) -> bool:
    return name.split()[-1] == "tense"


def write(tables: Mapping[str, Mapping[Key, float]], path: Path) -> None:
    """The thresholds as TOML; what is never shown is left out."""
    lines = [
        "# Made by tools/train_tagger/calibrate.py; do not edit. Tag, tag and family, or family: probability needed."
    ]
    for profile, table in tables.items():
        for zone in ("narration", "speech"):
            lines.append(f"\n[{profile}.{zone}]")
            lines += [
                f"{json.dumps(name)} = {value}"
                for (where, name), value in sorted(table.items())
                if where == zone and (value < NEVER or " " in name)
            ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Command line."""
    work, folder = map(Path, sys.argv[1:3])
    with (work / "held-out.pickle").open("rb") as source:
        books, lexicon = pickle.load(source)
    with (work / "held-out-parsed.pickle").open("rb") as source:
        parsed: dict[str, list[Chunk]] = pickle.load(source)
    tagger = Tagger.load(folder)
    injector = make_injector(parsed, lexicon, folder)
    past = gather(tagger, books, parsed, injector)
    present = gather_present(tagger, parsed, injector)
    tables = thresholds(past, present)
    write(tables, folder / THRESHOLDS)
    with (work / "calibrate.log").open("a", encoding="utf-8") as log:
        for profile, table in tables.items():
            print(
                f"{datetime.now():%H:%M} {tagger.version} {profile}: {len(table)} thresholds",
                *_told(past, table),
                *_told(present, table),
                sep="\n  ",
                file=log,
            )


def _told(evidence: Evidence, table: Mapping[Key, float]) -> Iterator[str]:
    for key, (alarms, finds) in sorted(evidence.groups().items()):
        at = table.get(key, NEVER)
        kept = f"alarms {at_least(alarms, at):.0f}/{len(alarms)} finds {at_least(finds, at):.0f}/{len(finds)}"
        yield f"{key[0]} {key[1]}: {at} {kept}"


if __name__ == "__main__":
    main()
