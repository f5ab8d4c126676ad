# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of a model with its thresholds: alarms on clean books, slips found by kind, marks on labelled drafts.

Usage: ``python -m train_tagger.measure WORK RESOURCES/models/tagger [--manuscripts FOLDER] [--alarms FILE]``.
The labelled drafts are looked at only here; nothing is chosen by them.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from redraft.checks.engines.tagger.tagger import ModelEdit, Tagger
from redraft.checks.engines.tagger.thresholds import Profile, in_speech, load
from train_tagger.chunk import Chunk
from train_tagger.evidence import CALIBRATION, make_injector
from train_tagger.injector import in_present, wanted
from train_tagger.planted import one_slip_drafts, outcomes

_INTO_PRESENT = frozenset("$PRES_Z $PRES_B R_is R_are R_am R_has R_have R_do R_does R_can R_will".split())


def admitted(edit: ModelEdit, text: str, profile: Profile, *, present: bool = False) -> bool:
    """True where the edit passes its threshold and does not move a verb out of the story's tense."""
    if edit.family == "tense" and (edit.tag in _INTO_PRESENT) != present:
        return False
    return profile.admits(edit, speech=in_speech(text, edit.start))


def marks(tagger: Tagger, texts: Sequence[str], profile: Profile) -> Iterator[tuple[str, ModelEdit]]:
    """Every admitted edit with its paragraph."""
    for text, edits in zip(texts, tagger.edits(texts, 0.5), strict=True):
        for edit in edits:
            if admitted(edit, text, profile):
                yield text, edit


def alarms(tagger: Tagger, books: Mapping[str, list[str]], profile: Profile, listing: TextIO | None) -> None:
    """Alarms per 1,000 words of the books that neither training nor thresholds have seen."""
    total = words = 0
    for book, texts in books.items():
        if book in CALIBRATION:
            continue
        found = list(marks(tagger, texts, profile))
        size = sum(len(text.split()) for text in texts)
        total, words = total + len(found), words + size
        print(
            f"  {book}: {len(found) / size * 1000:.2f}", dict(Counter(edit.family for _, edit in found).most_common(6))
        )
        for text, edit in found if listing else ():
            print(f"{book}\t{_in_context(text, edit)}", file=listing)
    print(f"{profile.name}: {total / words * 1000:.2f} alarms per 1,000 words over {words} words")


def _in_context(text: str, edit: ModelEdit) -> str:
    before, after = text[max(0, edit.start - 50) : edit.start], text[edit.end : edit.end + 40]
    return f"{edit.tag}\t{edit.probability:.3f}\t{before}[[{text[edit.start : edit.end]}|{edit.replacement}]]{after}"


def slips(
    tagger: Tagger, chunks: Sequence[Chunk], profiles: Mapping[str, Profile], injector_folder: Path, lexicon: object
) -> None:
    """Share of slips found and put right, by kind and over all in the proportions of drafts."""
    injector = make_injector({"": list(chunks)}, lexicon, injector_folder)  # type: ignore[arg-type]
    rng = random.Random(31)
    mixed = [in_present(chunk) if len(chunk.present) >= 2 and rng.random() < 0.3 else chunk for chunk in chunks]
    made = list(one_slip_drafts(mixed, injector, 60, rng))
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for one, outcome in zip(made, outcomes(tagger, made, 0.3), strict=True):
        row = tally[outcome.kind]
        row["all"] += 1
        for name, profile in profiles.items():
            edit = outcome.edit
            if edit and profile.admits(edit, speech=in_speech(one.text, edit.start)):
                row[name] += 1
                row[f"{name} right"] += outcome.right
    _print_slips(tally, profiles)


def _print_slips(tally: Mapping[str, Counter[str]], profiles: Mapping[str, Profile]) -> None:
    weight = wanted()
    for kind, row in sorted(tally.items()):
        figures = (
            f"{name} {row[name] / row['all']:.2f} ({row[f'{name} right'] / row['all']:.2f})" for name in profiles
        )
        print(f"  {kind:28s} n={row['all']:3d} ", "  ".join(figures))
    for name in profiles:
        whole = sum(weight[kind] for kind in tally)
        found = sum(weight[kind] * row[name] / row["all"] for kind, row in tally.items()) / whole
        right = sum(weight[kind] * row[f"{name} right"] / row["all"] for kind, row in tally.items()) / whole
        print(f"{name}: found {found:.3f}, put right {right:.3f} (weighted by the proportions of drafts)")


@dataclass
class Score:
    """Marks on labelled drafts."""

    errors: int = 0
    found: int = 0
    fixed: int = 0
    marked: int = 0
    right: int = 0

    def __str__(self) -> str:
        share = self.right / max(1, self.marked)
        marks = f"marks {self.marked}, right {self.right} ({share:.2f})"
        return f"found {self.found}/{self.errors}, fix right {self.fixed}, {marks}"


def manuscripts(tagger: Tagger, folder: Path, profile: Profile, listing: TextIO | None) -> None:
    """Recall and precision on labelled drafts (``labels.json``: file, kind, start, end, fix)."""
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    score, missed = Score(), Counter[str]()
    for path in sorted(folder.glob("*.txt")):
        whole = path.read_text(encoding="utf-8")
        mine = [label for label in labels if label["file"] == path.name]
        edits = [(edit, base) for base, text in _lines(whole) for edit in _admitted_in(tagger, text, profile)]
        for edit, base in edits:
            touching = [
                label for label in mine if label["start"] <= base + edit.end and base + edit.start <= label["end"]
            ]
            score.marked += 1
            score.right += bool(touching)
            if listing and not touching:
                print(f"FALSE\t{_in_context(whole, _moved(edit, base))}", file=listing)
        for label in (label for label in mine if label["kind"] == "error"):
            hits = [
                _moved(edit, base)
                for edit, base in edits
                if label["start"] <= base + edit.end and base + edit.start <= label["end"]
            ]
            score.errors += 1
            score.found += bool(hits)
            score.fixed += any(_same(whole, hit, label) for hit in hits)
            missed[label["category"]] += not hits
    print(f"{profile.name}: {score}; missed: {dict(missed.most_common())}")


def _lines(whole: str) -> Iterator[tuple[int, str]]:
    base = 0
    for line in whole.split("\n"):
        if line.strip():
            yield base, line
        base += len(line) + 1


def _admitted_in(tagger: Tagger, text: str, profile: Profile) -> list[ModelEdit]:
    return [edit for _, edit in marks(tagger, [text], profile)]


def _moved(edit: ModelEdit, by: int) -> ModelEdit:
    return ModelEdit(edit.start + by, edit.end + by, edit.replacement, edit.tag, edit.family, edit.probability)


def _same(whole: str, edit: ModelEdit, label: Mapping[str, object]) -> bool:
    """True where the edit and one of the label's fixes make the same text."""
    start, end, fixes = int(str(label["start"])), int(str(label["end"])), label["fix"]
    made = whole[: edit.start] + edit.replacement + whole[edit.end :]
    return isinstance(fixes, list) and any(made == whole[:start] + str(text) + whole[end:] for text in fixes)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--manuscripts", type=Path)
    parser.add_argument("--alarms", type=argparse.FileType("w", encoding="utf-8"))
    options = parser.parse_args()
    with (options.work / "held-out.pickle").open("rb") as source:
        books, lexicon = pickle.load(source)
    with (options.work / "held-out-parsed.pickle").open("rb") as source:
        parsed: dict[str, list[Chunk]] = pickle.load(source)
    tagger, profiles = Tagger.load(options.folder), load(options.folder)
    began = time.process_time()
    tagger.edits(books["h-beam-piper_space-viking"])
    print(f"{66_098 / (time.process_time() - began):.0f} words a second of processor time")
    for profile in profiles.values():
        alarms(tagger, books, profile, options.alarms)
        if options.manuscripts:
            manuscripts(tagger, options.manuscripts, profile, options.alarms)
    slips(
        tagger,
        [c for book, found in parsed.items() if book not in CALIBRATION for c in found],
        profiles,
        options.folder,
        lexicon,
    )


if __name__ == "__main__":
    main()
